"""What is offered repairs what was found: typed into the plan, the finding is gone."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from planbuilder.findings import Gap
from planbuilder.messages import Message, render
from planbuilder.rules import Rule, find_rule

from .plans import plans, read

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


def find(check: str) -> Rule:
    rule = find_rule(check)
    assert rule is not None
    return rule


def gaps(check: str, plan: dict[str, Any]) -> list[Gap]:
    return list(find(check).check(read(plan), TODAY))


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


def typed(plan: dict[str, Any], fix: Message) -> bool:
    """Whether a fix can be typed as it stands; then it is."""
    known, paths = fix.values, plan["escalation"]
    if isinstance(advice := known.get("advice"), Message):
        if not typed(plan, advice):
            return False
        if "take it away" in fix.text:
            del paths[str(advice.values["path"])]["steps"][int(str(known["number"])) - 1]
        return True
    if fix.text.startswith("Make {person} a deputy"):
        plan["roles"][str(known["role"])].setdefault("deputies", []).append(str(known["id"]))
    elif fix.text.startswith("In step {number} of {path}"):
        step = paths[str(known["path"])]["steps"][int(str(known["number"])) - 1]
        if "call" in known:
            step["call"] = str(known["call"]).split(", ")
        elif "by" in known:
            step["by"] = str(known["by"]).split(", ")
        else:
            step["wait"] = f"{known['minutes']}m"
    else:
        return False
    return True


REACHED = {"ESC-FRAGILE", "ESC-ONE-NETWORK", "CHAN-NIGHT-KEYS", "COVER-HOURS"}
"""What is asked only of minutes at which somebody is reached in time."""

UNCOVERED = {"ESC-NO-AUTHORITY": {"ESC-SLOW", *REACHED}, "ESC-SLOW": REACHED, "ESC-FRAGILE": set[str]()}
"""What may be found once a finding is gone: it was hidden behind it."""

AROUND = ("ESC-NO-WAIT", "ESC-SAME-PERSON", "ONCALL-GAP", "ONCALL-AWAY", "ONCALL-NO-AUTHORITY", "ONCALL-REST")


def found_in(plan: dict[str, Any], today: date) -> dict[tuple[str, ...], Gap]:
    """What is found: the check, where, and which level and person it names."""
    made = read(plan)
    return {
        (check, str(gap.where), *(str(gap.message.values.get(key, "")) for key in ("level", "person"))): gap
        for check in (*UNCOVERED, *REACHED - {"ESC-FRAGILE"}, *AROUND)
        for gap in find(check).check(made, today)
    }


def assert_what_is_offered_can_be_typed(plan: dict[str, Any], today: date) -> list[str]:
    """Of each finding: typed alone it is gone, and no check finds what it did not find before; what was typed."""
    before, offered = found_in(plan, today), []
    for name, gap in before.items():
        changed = deepcopy(plan)
        if name[0] in UNCOVERED and typed(changed, gap.fix):
            after = found_in(changed, today)
            assert name not in after, render(gap.fix, "en")
            new = {check for check, *_ in after} - {check for check, *_ in before}
            everywhere = "deputy" in gap.fix.text  # who may decide in other paths too, that had nobody
            assert new <= UNCOVERED["ESC-NO-AUTHORITY" if everywhere else name[0]], render(gap.fix, "en")
            offered.append(render(gap.fix, "en"))
    return offered


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(plans())
def test_what_is_offered_settles_the_finding_and_brings_no_other(made: tuple[dict[str, Any], date]) -> None:
    plan, first = made
    for name, person in plan["people"].items():
        person["name"] = name
    assert_what_is_offered_can_be_typed(plan, first)


def two_lines(steps: list[dict[str, Any]], reach: str = "15m", **voice: Any) -> dict[str, Any]:
    """A desk that may decide nothing, a line of operations and a line of communications, each of two people."""
    names = {"desk": "Desk", "ana": "Ana", "leo": "Léo", "eva": "Eva", "max": "Max", "zoe": "Zoé"}
    start = {"from": "2026-11-16", "handover": "monday 09:00"}
    return {
        "about": {"organisation": "X", "languages": ["en"], "timezone": "Europe/Paris"},
        "people": {
            id_: {"name": name, "mobile": f"+33 6 39 98 00 0{n}", "home": f"+33 1 99 00 00 0{n}"}
            for n, (id_, name) in enumerate(names.items(), 1)
        },
        "roles": {
            "lead": {"holder": "ana", "deputies": ["leo"], "can": ["activate"]},
            "com": {"holder": "eva", "deputies": ["max", "zoe"], "can": ["activate"]},
        },
        "on_call": {
            "works": {"role": "lead", "rota": ["ana", "leo"], **start},
            "voice": {"role": "com", "rota": ["eva", "max"], **start, **voice},
        },
        "levels": {"crisis": {"name": "Crisis", "reach": reach}},
        "escalation": {"alert": {"levels": ["crisis"], "steps": steps}},
    }


def calls(*called: Any, waits: str = "5m 10m 10m 10m") -> list[dict[str, Any]]:
    return [{"call": call, "wait": wait} for call, wait in zip(called, waits.split(), strict=False)]


TOGETHER = "In step 2 of alert, call voice as well: `call: [works, voice]`."
GONE = "Step 3 would then call nobody new: take it away."
SOONER = (
    "In step 1 of alert, call works as well: `call: [desk, works]`. Step 2 would then call nobody new: take it away."
)


@pytest.mark.parametrize(
    ("plan", "fixes"),
    [
        (
            two_lines(calls("desk", "works", "voice")),
            {f"{TOGETHER} {GONE}"},
        ),
        (two_lines(calls("desk", "works", ["voice", "zoe"])), {TOGETHER}),
        (two_lines(calls("desk", "works", "zoe")), {TOGETHER}),
        (  # by other means it is not the same call
            two_lines([*calls("desk"), {"call": "works", "by": ["home"], "wait": "10m"}, *calls("voice")]),
            {SOONER},
        ),
        (
            two_lines([*calls("desk", "works"), {"call": "voice", "by": ["home"], "wait": "10m"}]),
            {f"{TOGETHER} {GONE}"},
        ),
        (  # a line of one who may not decide, that sleeps, that ends, or that answers too late
            two_lines(calls("desk", "works", "zoe"), rota=["eva", "desk"]),
            {SOONER},
        ),
        (two_lines(calls("desk", "works", "zoe"), hours="daily 05:00-01:00"), {SOONER}),
        (
            two_lines(
                calls("desk", "works", "zoe"), rota=[], shifts=[turn("eva", "2026-11-01 08:00", "2027-02-01 08:00")]
            ),
            {SOONER},
        ),
        (two_lines(calls("desk", "works", "zoe"), answer_within="11m"), {SOONER}),
        (two_lines(calls("desk", "works", "zoe"), answer_within="10m"), {TOGETHER}),
        (  # the people of the one line are those of the other
            two_lines(calls("desk", "works", "zoe"), rota=["ana", "leo", "ana"]),
            {SOONER},
        ),
        (two_lines(calls("works", "lead")), {"In step 2 of alert, call voice as well: `call: [lead, voice]`."}),
        (
            two_lines(calls("works", ["voice", "zoe"], waits="10m 10m")),
            {"In step 1 of alert, call voice as well: `call: [works, voice]`."},
        ),
        (
            two_lines(calls("works", ["zoe", "com"], waits="10m 10m"), rota=["desk"]),
            {"In step 1 of alert, call com as well: `call: [works, com]`."},
        ),
        (
            two_lines(calls(["works", "voice"], waits="15m"), hours="daily 05:00-01:00"),
            {
                (
                    "In step 1 of alert, call Eva as well: `call: [works, voice, eva]`. "
                    "The line voice is not answered then: `hours: daily 05:00-01:00`."
                )
            },
        ),
        (two_lines(calls("desk", "works", waits="10m 10m")), {"In step 1 of alert, wait less: `wait: 5m`."}),
        (  # ESC-SLOW
            two_lines(calls("desk", "works", waits="5m 5m"), "5m"),
            {"In step 1 of alert, call voice as well: `call: [desk, voice]`."},
        ),
    ],
)
def test_the_other_line_is_called_before_single_people_and_one_change_helps_all(
    plan: dict[str, Any], fixes: set[str]
) -> None:
    assert set(assert_what_is_offered_can_be_typed(plan, TODAY)) == fixes
