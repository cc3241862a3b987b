"""What is offered repairs what was found: typed into the plan, the finding is gone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from planbuilder.findings import Gap
from planbuilder.messages import render
from planbuilder.rules import find_rule

from .plans import read

TODAY = date(2026, 11, 23)
Edit = Callable[[dict[str, Any]], None]


def chain(steps: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    people = {
        "ana": {"name": "Ana", "mobile": "+33 6 39 98 00 01", "home": "+33 1 99 00 00 01"},
        "leo": {"name": "Léo", "mobile": "+33 6 39 98 00 02"},
        "zoe": {"name": "Zoé", "mobile": "+33 6 39 98 00 03"},
    }
    return {
        "about": {"organisation": "X", "languages": ["en"], "timezone": "Europe/Paris"},
        "people": people,
        "roles": {"lead": {"holder": "ana", "deputies": ["leo"], "can": ["activate"]}},
        "levels": {"crisis": {"name": "Crisis", "reach": "30m"}},
        "escalation": {"alert": {"levels": ["crisis"], "steps": steps}},
        **more,
    }


def gaps(check: str, plan: dict[str, Any]) -> list[Gap]:
    rule = find_rule(check)
    assert rule is not None
    return list(rule.check(read(plan), TODAY))


def away(*people: str) -> list[dict[str, str]]:
    return [{"who": who, "from": "2026-12-24", "to": "2026-12-26"} for who in people]


def turn(who: str, start: str, end: str) -> dict[str, str]:
    return {"who": who, "from": start, "to": end}


def shifts(until: str) -> dict[str, Any]:
    turns = [turn("ana", "2026-11-01 08:00", until), turn("leo", "2026-12-26 08:00", "2027-03-01 08:00")]
    return {"line": {"role": "lead", "shifts": turns}}


def turns(until: str) -> list[dict[str, str]]:
    return list(shifts(until)["line"]["shifts"])


def on_line(*turns: dict[str, str]) -> dict[str, Any]:
    on_call = {"line": {"role": "lead", **({"shifts": list(turns)} if turns else {})}}
    return chain([{"call": "line", "wait": "10m"}], on_call=on_call)


def rota(*people: str, **keys: str) -> dict[str, Any]:
    return {"line": {"role": "lead", "rota": list(people or ("ana", "leo")), **keys}}


def line(keys: dict[str, Any]) -> Edit:
    return lambda plan: plan.update(on_call={"line": {"role": "lead", **keys}})


def on_call_first(steps: list[dict[str, Any]]) -> Edit:
    line = {"role": "lead", "rota": ["ana", "leo"], "from": "2026-11-16", "handover": "monday 09:00"}

    def write(plan: dict[str, Any]) -> None:
        plan["on_call"] = {"on-call": line}
        plan["escalation"]["alert"]["steps"] = steps

    return write


def single(**more: Any) -> dict[str, Any]:
    plan = chain([{"call": "lead", "wait": "10m"}], **more)
    del plan["roles"]["lead"]["deputies"]
    return plan


def fire(legal_signs: list[str], wait: str) -> dict[str, Any]:
    plan = single(channels={"site": {"platform": "website", "publishers": ["ana"]}})
    plan["roles"]["legal"] = {"holder": "leo"}
    plan["levels"]["crisis"].update(first_word="30m", sign_off={key: ["legal"] for key in legal_signs})
    statement = {"kind": "holding", "channels": ["site"], "text": "A fire broke out."}
    plan["scenarios"] = {"fire": {"name": "Fire", "level": "crisis", "statements": {"first": statement}}}
    step(0, wait=wait)(plan)
    return plan


def step(number: int, **keys: Any) -> Edit:
    return lambda plan: plan["escalation"]["alert"]["steps"][number].update(keys)


@pytest.mark.parametrize(
    ("check", "plan", "fix", "edit"),
    [
        (
            "ESC-NO-AUTHORITY",
            chain([{"call": "ana", "wait": "10m"}], absences=away("ana")),
            "In step 1 of alert, call Léo as well: `call: [ana, leo]`.",
            step(0, call=["ana", "leo"]),
        ),
        (
            "ESC-NO-AUTHORITY",
            chain([{"call": "lead", "wait": "10m"}], absences=away("ana", "leo")),
            "Make Zoé a deputy of lead: add `zoe` to its `deputies:`.",
            lambda plan: plan["roles"]["lead"]["deputies"].append("zoe"),
        ),
        (
            "ESC-SLOW",
            chain([{"call": "zoe", "wait": "25m"}, {"call": "ana", "wait": "10m"}]),
            "In step 1 of alert, wait less: `wait: 10m`.",
            step(0, wait="10m"),
        ),
        (
            "ESC-SLOW",
            chain([{"call": "zoe", "wait": "10m"}] * 3 + [{"call": "ana", "wait": "5m"}]),
            "In step 1 of alert, wait less: `wait: 5m`.",
            step(0, wait="5m"),
        ),
        (
            "ESC-FRAGILE",
            chain([{"call": "ana", "wait": "10m"}, {"call": "zoe", "wait": "10m"}]),
            "In step 2 of alert, call Léo as well: `call: [zoe, leo]`.",
            step(1, call=["zoe", "leo"]),
        ),
        (
            "ESC-ONE-NETWORK",
            chain([{"call": "ana", "by": ["mobile"], "wait": "10m"}]),
            "In step 1 of alert, call on `home` too: `by: [mobile, home]`.",
            step(0, by=["mobile", "home"]),
        ),
        (
            "CHAN-NIGHT-KEYS",
            chain([{"call": "ana", "wait": "10m"}], channels={"x": {"platform": "x", "publishers": ["zoe"]}}),
            "Let Ana publish too: add `ana` to the `publishers:` of x.",
            lambda plan: plan["channels"]["x"]["publishers"].append("ana"),
        ),
        (
            "TEAM-ALL-AWAY",
            chain([{"call": "lead", "wait": "10m"}], absences=away("ana", "leo")),
            "Add a deputy of lead who is there at that time, for example Zoé (`zoe`), or move an absence.",
            lambda plan: plan["roles"]["lead"]["deputies"].append("zoe"),
        ),
        (
            "TEAM-SINGLE-POINT",
            chain([{"call": "lead", "wait": "10m"}], absences=away("ana")),
            (
                "Train one more person who is there, for example Zoé: add `zoe` to the `deputies:` of lead. "
                "Or move an absence."
            ),
            lambda plan: plan["roles"]["lead"]["deputies"].append("zoe"),
        ),
        (
            "ONCALL-GAP",
            chain([{"call": "line", "wait": "10m"}], on_call=shifts("2026-12-24 08:00"), absences=away("ana")),
            "Add a turn of Léo, who is there: `- {who: leo, from: 2026-12-24 08:00, to: 2026-12-26 08:00}`.",
            lambda plan: plan["on_call"]["line"]["shifts"].append(turn("leo", "2026-12-24 08:00", "2026-12-26 08:00")),
        ),
        (
            "ONCALL-GAP",
            on_line(*turns("2026-12-01 08:00"), turn("ana", "2026-12-02 08:00", "2026-12-24 08:00")),
            (
                "Add to `shifts:` turns of people who are there: `{who: ana, from: 2026-12-01 08:00, to: 2026-12-02 "
                "08:00}, {who: ana, from: 2026-12-24 08:00, to: 2026-12-26 08:00}`."
            ),
            lambda plan: plan["on_call"]["line"]["shifts"].extend(
                [
                    turn("ana", "2026-12-01 08:00", "2026-12-02 08:00"),
                    turn("ana", "2026-12-24 08:00", "2026-12-26 08:00"),
                ]
            ),
        ),
        (
            "ONCALL-GAP",
            on_line(turn("ana", "2026-11-01 08:00", "2026-12-24 08:00")),
            (
                "In the place of `shifts:`, write a rota, which never ends: `rota: [ana, leo]`, `from: 2026-11-16`, "
                "`handover: monday 09:00`."
            ),
            line({"rota": ["ana", "leo"], "from": "2026-11-16", "handover": "monday 09:00"}),
        ),
        (
            "ONCALL-GAP",
            chain([{"call": "line", "wait": "10m"}], on_call=rota(**{"from": "2026-12-09"})),
            "Let the rota start earlier: `from: 2026-11-11`.",
            lambda plan: plan["on_call"]["line"].update({"from": "2026-11-11"}),
        ),
        (
            "ONCALL-GAP",
            chain([{"call": "lead", "wait": "10m"}]),
            (
                "Add to `on_call:` the line `on-call: {role: lead, rota: [ana, leo], from: 2026-11-16, "
                "handover: monday 09:00}`; write in step 1 of alert `call: [on-call]`, and below it a second step: "
                "`- {call: [ana, leo], wait: 10m}`."
            ),
            on_call_first([{"call": ["on-call"], "wait": "10m"}, {"call": ["ana", "leo"], "wait": "10m"}]),
        ),
        (
            "ONCALL-GAP",
            chain([{"call": "lead", "wait": "10m"}, {"call": "leo", "wait": "5m"}]),
            (
                "Add to `on_call:` the line `on-call: {role: lead, rota: [ana, leo], from: 2026-11-16, "
                "handover: monday 09:00}`; write in step 1 of alert `call: [on-call]`, and in step 2 "
                "`call: [ana, leo]`."
            ),
            on_call_first([{"call": ["on-call"], "wait": "10m"}, {"call": ["ana", "leo"], "wait": "5m"}]),
        ),
        (
            "ONCALL-GAP",
            chain([{"call": "lead", "wait": "10m"}, {"call": ["leo", "ana"], "wait": "5m"}]),
            (
                "Add to `on_call:` the line `on-call: {role: lead, rota: [ana, leo], from: 2026-11-16, "
                "handover: monday 09:00}`, and write in step 1 of alert: `call: [on-call]`."
            ),
            on_call_first([{"call": ["on-call"], "wait": "10m"}, {"call": ["leo", "ana"], "wait": "5m"}]),
        ),
        (
            "ONCALL-REST",
            chain([{"call": "lead", "wait": "10m"}], on_call=rota("ana", "ana", "leo", **{"from": "2026-11-16"})),
            "Let them take turns in this order: `rota: [ana, leo]`.",
            line({"rota": ["ana", "leo"], "from": "2026-11-16"}),
        ),
        (
            "ONCALL-REST",
            chain([{"call": "lead", "wait": "10m"}], on_call=rota("ana", **{"from": "2026-11-16"})),
            "Let them take turns in this order: `rota: [ana, leo]`.",
            line({"rota": ["ana", "leo"], "from": "2026-11-16"}),
        ),
        (
            "ESC-SAME-PERSON",
            chain([{"call": "ana", "wait": "10m"}, {"call": "ana", "wait": "10m"}]),
            "In step 2 of alert, call Léo as well: `call: [ana, leo]`.",
            step(1, call=["ana", "leo"]),
        ),
        (
            "ESC-ONE-NETWORK",
            chain([{"call": "leo", "wait": "10m"}]),
            "In step 1 of alert, call Ana as well: `call: [leo, ana]`.",
            step(0, call=["leo", "ana"]),
        ),
        (
            "TEAM-SINGLE-POINT",
            single(channels={"x": {"platform": "x", "publishers": ["ana"]}}),
            (
                "Train a second person, for example Léo, and name them: add `leo` to the `deputies:` of lead and the "
                "`publishers:` of x."
            ),
            lambda plan: (
                plan["roles"]["lead"].update(deputies=["leo"]),
                plan["channels"]["x"]["publishers"].append("leo"),
            ),
        ),
        (
            "TEAM-SINGLE-POINT",
            single(channels={"x": {"platform": "x", "publishers": ["lead"]}}),
            "Train a second person, for example Léo, and name them: add `leo` to the `deputies:` of lead.",
            lambda plan: plan["roles"]["lead"].update(deputies=["leo"]),
        ),
        (
            "TEAM-SINGLE-POINT",
            single(absences=away("leo")),
            "Train a second person, for example Zoé, and name them: add `zoe` to the `deputies:` of lead.",
            lambda plan: plan["roles"]["lead"].update(deputies=["zoe"]),
        ),
        (
            "TEAM-SINGLE-POINT",
            chain([{"call": "lead", "wait": "10m"}], channels={"x": {"platform": "x", "publishers": ["zoe"]}}),
            "Train a second person, for example Ana, and name them: add `ana` to the `publishers:` of x.",
            lambda plan: plan["channels"]["x"]["publishers"].append("ana"),
        ),
        (
            "ESC-BUDGET",
            fire(legal_signs=["new_text"], wait="20m"),
            "Approve the holding statement in advance: `planbuilder approve first`.",
            lambda plan: plan["levels"]["crisis"]["sign_off"].clear(),
        ),
        (
            "ESC-BUDGET",
            fire(legal_signs=["new_text", "approved_text"], wait="20m"),
            "In step 1 of alert, wait less: `wait: 10m`.",
            step(0, wait="10m"),
        ),
    ],
)
def test_the_repair_that_is_offered_repairs(check: str, plan: dict[str, Any], fix: str, edit: Edit) -> None:
    (gap,) = gaps(check, plan)
    assert render(gap.fix, "en") == fix
    edit(plan)
    assert gaps(check, plan) == []
    assert check != "ONCALL-GAP" or gaps("ESC-SAME-PERSON", plan) == []


def test_where_no_single_change_helps_the_sentence_says_what_would() -> None:
    plan = chain([{"call": "ana", "wait": "10m"}], absences=away("ana", "leo", "zoe"))
    (gap,) = gaps("ESC-NO-AUTHORITY", plan)
    assert render(gap.fix, "en") == (
        "Add a step that calls a role that can `activate`; "
        "where all who hold one are away then, give it one more deputy."
    )


@pytest.mark.parametrize(
    ("until", "absent"),
    [("2026-12-24 08:00", ("ana", "leo")), ("2026-11-20 08:00", ("ana", "leo"))],
)
def test_nobody_is_offered_a_turn_while_away(until: str, absent: tuple[str, ...]) -> None:
    (gap,) = gaps("ONCALL-GAP", chain([{"call": "line", "wait": "10m"}], on_call=shifts(until), absences=away(*absent)))
    assert render(gap.fix, "en") == "Complete the turns of the line, or let somebody else take them."
