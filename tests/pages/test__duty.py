"""Who is on duty by the reader's clock: the answer of the script is that of `planbuilder who`, at every minute."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import unescape
from random import Random
from typing import Any, TypeVar

import pytest
from click.testing import CliRunner
from markdown import Markdown
from playwright.sync_api import Browser, Page, sync_playwright

from chromium import CHROMIUM, FLAGS
from planbuilder.commands.who import command as who
from planbuilder.cover.chain import attempts_at
from planbuilder.cover.world import World
from planbuilder.pages import Tree
from planbuilder.pages._assets import assets
from planbuilder.pages._duty import DAYS, table
from planbuilder.pages._script_words import PATH
from planbuilder.pages._sheets import Reader
from planbuilder.plan import Plan, Visibility
from planbuilder.plan.editions import edition as only

from .conftest import TODAY, checked_plan

Test = TypeVar("Test", bound=Callable[..., None])

PLAN: dict[str, Any] = {
    "about": {"organisation": "A", "languages": ["en"], "country": "FR", "timezone": "Europe/Paris"},
    "people": {
        "ana": {"name": "Ana Ruiz", "mobile": "06 39 98 00 01"},
        "leo": {"name": "Leo Marchand", "mobile": "06 39 98 00 02"},
        "kim": {"name": "Kim Olsen", "mobile": "06 39 98 00 03", "timezone": "Asia/Tokyo"},
        "zoe": {"name": "Zoe Petit", "mobile": "06 39 98 00 04", "left_on": "2027-01-15"},
    },
    "roles": {
        "lead": {
            "holder": "ana",
            "deputies": ["leo"],
            "name": "Lead",
            "can": ["activate"],
            "first_moves": ["Note it."],
        },
        "chief": {"holder": "kim", "deputies": ["zoe", "leo"], "name": "Chief", "can": ["activate"]},
        "engineer": {"holder": "zoe", "name": "Engineer"},
    },
    "on_call": {
        "weekly": {"role": "lead", "rota": ["leo", "ana"], "from": "2026-11-16", "handover": "monday 09:00"},
        "office": {"role": "lead", "rota": ["ana", "zoe"], "from": "2026-11-16", "hours": "mon-fri 08:00-20:00"},
        "night": {
            "role": "engineer",
            "timezone": "America/Montreal",
            "shifts": [
                {"who": "zoe", "from": "2026-11-20 20:00", "to": "2026-12-24 08:00"},
                {"who": "kim", "from": "2026-12-01 20:00", "to": "2026-12-02 08:00"},
            ],
        },
    },
    "absences": [
        {"who": "ana", "from": "2026-12-21", "to": "2026-12-27"},
        {"who": "kim", "from": "2026-11-23", "to": "2026-11-24"},
        {"who": "leo", "from": "2027-02-01", "to": "2027-02-03"},
    ],
    "levels": {"mild": {"name": "Mild"}, "grave": {"name": "Grave"}},
    "escalation": {
        "gentle": {"levels": ["mild"], "steps": [{"call": "weekly", "wait": "10m"}]},
        "alarm": {
            "levels": ["grave"],
            "steps": [
                {"call": ["office", "night"], "wait": "10m"},
                {"call": ["chief", "leo"], "wait": "15m"},
                {"call": "lead", "wait": "15m"},
            ],
        },
    },
    "scenarios": {
        "leak": {"name": "Leak", "level": "grave", "actions": [{"at": "0m", "who": "lead", "do": "Say it."}]}
    },
}
NAMES = ("weekly", "office", "night", "lead", "chief", "engineer", "leo", "kim", "zoe", "ghost")


def in_browser(test: Test) -> Test:
    """Marks a test that needs Chromium."""
    missing = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")
    marked: Test = pytest.mark.browser(missing(test))
    return marked


@pytest.fixture(scope="module")
def plan() -> Plan:
    found = checked_plan(PLAN, rules=()).loaded.plan
    assert found is not None
    return found


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_context(timezone_id="Asia/Tokyo", locale="en-GB").new_page()
        browser.close()


Shown = Callable[..., Page]


@pytest.fixture
def shown(tab: Page, pages_of: Callable[..., Tree], shell_extensions: list[str]) -> Shown:
    """A page of the plan at an hour."""

    def show(
        path: str, now: str, edition: Visibility = Visibility.CRISIS_TEAM, language: str = "en", **changed: Any
    ) -> Page:
        made = pages_of({**PLAN, **changed}, language, edition, rules=())
        files = {**dict(assets()), **dict(made.files)}
        markdown = next(page.markdown for page in made.pages if page.path == path)
        tab.goto("about:blank")
        tab.clock.set_fixed_time(now)
        tab.set_content(f"<html lang={language}>{Markdown(extensions=shell_extensions).convert(markdown)}</html>")
        for name in (PATH, "assets/hours.js", "assets/duty.js"):
            tab.add_script_tag(content=files[name].decode())
        tab.add_style_tag(content="[hidden] { display: none !important }")
        return tab

    return show


def asked(world: World, name: str, minute: int) -> str | None:
    """Whom `planbuilder who` calls for a line, a role or a person: only somebody who is there."""
    found = world.on_call(name, minute) if name in world.plan.on_call else world.stands_in(name, minute)
    found = found or (name if name in world.plan.people else None)
    return found if found and world.present(found, minute) else None


def instants(world: World) -> list[int]:
    """Random minutes, and those around every change."""
    random = Random(7)
    edges = world.edges(world.plan.people, world.plan.on_call)
    around = [edge + step for edge in edges for step in (-1, 0) if world.begin < edge < world.end]
    return [*around, *(random.randrange(world.begin, world.end) for _ in range(300))]


@in_browser
@pytest.mark.parametrize("edition", list(Visibility))
def test_the_script_answers_what_the_command_answers(shown: Shown, plan: Plan, edition: Visibility) -> None:
    world = World(only(plan, edition), TODAY, DAYS)
    questions = [(name, minute) for minute in instants(world) for name in NAMES]
    answered = shown("index.md", "2026-11-21T12:00:00Z", edition).evaluate(
        """questions => questions.map(([name, minute]) => {
            const table = window.planbuilder.duty;
            const found = window.planbuilder.onDuty.answers(name, minute - table.from);
            return found === undefined ? null : table.people[found][0];
        })""",
        [list(one) for one in questions],
    )
    wrong = [
        (name, minute, said)
        for (name, minute), said in zip(questions, answered, strict=True)
        if said != asked(world, name, minute)
    ]
    assert wrong == []
    assert len(set(answered)) > 4


MOMENTS = (
    "2026-11-21T02:10:00Z", "2026-11-23T09:30:00Z", "2026-11-23T18:55:00Z", "2026-12-02T01:30:00Z",
    "2026-12-22T10:00:00Z", "2026-12-26T03:00:00Z", "2027-01-20T10:00:00Z", "2027-02-02T03:00:00Z",
)  # fmt: skip


@in_browser
@pytest.mark.parametrize("now", MOMENTS)
def test_home_offers_whom_the_command_calls_first_at_the_gravest_level(shown: Shown, plan: Plan, now: str) -> None:
    world = World(plan, TODAY, DAYS)
    minute = int(datetime.fromisoformat(now).timestamp() // 60)
    called = [one for one in attempts_at(world, plan.escalation["alarm"], minute) if one.present]
    first = called[0].step
    page = shown("index.md", now)
    offered = page.locator(".pb-rung-first .pb-call:visible strong").all_inner_texts()
    wanted = list(dict.fromkeys(plan.people[one.person].name for one in called if one.step == first))
    assert [text.partition(" · ")[0] for text in offered] == wanted


def later_calls(page: Page) -> list[tuple[str, str]]:
    """The calls after the first ones: what is said above each, and whom it rings."""
    calls = page.locator(".pb-rung:not(.pb-rung-first) .pb-call:visible").all()
    said = [(one.locator("span").inner_text(), one.locator("strong").inner_text()) for one in calls]
    return [(label.partition(" · ")[0].replace("\u00a0", " "), whom.partition(" · ")[0]) for label, whom in said]


@in_browser
@pytest.mark.parametrize("edition", list(Visibility))
@pytest.mark.parametrize("scripts", [True, False])
def test_of_a_step_that_calls_several_each_stands_below_a_label_of_their_own_and_nobody_twice(
    shown: Shown, edition: Visibility, scripts: bool
) -> None:
    together = {"call": ["chief", "weekly", "zoe", "leo"], "wait": "5m"}
    alarm = {"levels": ["grave"], "steps": [{"call": "night", "wait": "10m"}, together]}
    now = "2026-11-27T12:00:00Z" if scripts else "2029-01-01T00:00:00Z"
    page = shown("index.md", now, edition, escalation={"alarm": alarm})
    said = later_calls(page)
    then = ("No answer within 10 min? Then: Chief", "Kim Olsen")
    if scripts:
        assert said == [then, ("On call: Lead", "Ana Ruiz"), ("Lead (stands in)", "Leo Marchand")]
    else:
        assert said[0] == then
        assert {label for label, _ in said[1:]} == {"On call: Lead", "Lead (stands in)", "Engineer"}


@in_browser
def test_the_label_of_a_step_is_that_of_whoever_of_it_is_there(shown: Shown) -> None:
    together = {"call": ["chief", "weekly"], "wait": "5m"}
    alarm = {"levels": ["grave"], "steps": [{"call": "zoe", "wait": "10m"}, together]}
    roles = {**PLAN["roles"], "chief": {"holder": "kim", "name": "Chief", "can": ["activate"]}}
    rota = {**PLAN["on_call"], "weekly": {**PLAN["on_call"]["weekly"], "rota": ["ana"]}}
    changed = {
        "escalation": {"alarm": alarm},
        "absences": [{"who": "kim", "from": "2026-11-21", "to": "2026-11-22"}],
        "roles": roles,
        "on_call": rota,
    }
    page = shown("index.md", "2026-11-21T12:00:00Z", **changed)
    assert later_calls(page) == [("No answer within 10 min? Then: On call: Lead", "Ana Ruiz")]


@in_browser
@pytest.mark.parametrize("now", MOMENTS)
def test_the_list_of_calls_puts_whoever_is_there_first(shown: Shown, plan: Plan, now: str) -> None:
    world = World(plan, TODAY, DAYS)
    minute = int(datetime.fromisoformat(now).timestamp() // 60)
    lists = shown("call.md", now).locator("#path-alarm ~ .pb-path ul[data-calls]")
    found = lists.evaluate_all("""all => all.map(one => [
        one.dataset.calls, Number(one.dataset.after || 0), one.firstElementChild.dataset.who,
        one.querySelectorAll('.pb-now-chip').length])""")
    assert [name for name, *_ in found] == ["office", "night", "chief", "leo", "lead"]
    for name, after, first, chips in found:
        there = asked(world, name, minute + after)
        assert there is None or first == there
        assert chips == (there is not None and name in plan.on_call)


@in_browser
def test_a_scenario_names_whoever_is_on_call_for_the_role_of_an_action(shown: Shown) -> None:
    def acting(now: str, edition: Visibility) -> str:
        return shown("scenarios/leak.md", now, edition).locator("[data-duty=lead]").inner_text()

    assert acting("2026-11-21T02:10:00Z", Visibility.STAFF) == "Leo Marchand"
    assert acting("2026-11-23T08:00:00Z", Visibility.STAFF) == "Ana Ruiz"
    assert acting("2029-01-01T00:00:00Z", Visibility.STAFF) == "whoever is on call"


@in_browser
def test_a_copy_that_is_too_old_to_know_shows_every_turn_with_its_dates(shown: Shown) -> None:
    page = shown("call.md", "2029-01-01T00:00:00Z")
    assert page.locator(".pb-now-chip").count() == 0
    turns = page.locator("ul[data-calls=weekly] .pb-when").all_inner_texts()
    assert turns == [
        "until 23\u00a0November\u00a02026 09:00",
        "23\u00a0November\u00a02026 09:00 – 30\u00a0November\u00a02026 09:00",
    ]


@pytest.mark.parametrize("now", ["2026-11-21 03:10", "2026-11-23 10:30", "2026-12-22 11:00"])
def test_the_command_names_those_whom_its_reckoning_calls(plan: Plan, tmp_path: Any, now: str) -> None:
    folder = tmp_path / "plans" / "one"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(json.dumps(PLAN), "utf-8")
    said = CliRunner().invoke(who, [str(folder), "--at", now, "--lang", "en"], catch_exceptions=False).output
    alarm = said.partition("alarm")[2]
    world = World(plan, TODAY, DAYS)
    minute = int((datetime.fromisoformat(f"{now}+01:00").astimezone(UTC)).timestamp() // 60)
    for one in attempts_at(world, plan.escalation["alarm"], minute):
        assert (plan.people[one.person].name in alarm) or not one.present


def test_the_staff_edition_knows_of_no_absence(plan: Plan) -> None:
    team = table(Reader(plan, "en", Visibility.CRISIS_TEAM, TODAY))
    staff = table(Reader(only(plan, Visibility.STAFF), "en", Visibility.STAFF, TODAY))
    assert (team["sure"], staff["sure"]) == (True, False)
    people = [name for name, _ in staff["people"]]
    assert {people[place] for place in team["away"]} == {"ana", "kim", "leo", "zoe"}
    assert {people[place] for place in staff["away"]} == {"zoe"}


def of(pages_of: Callable[..., Tree], path: str, **changed: Any) -> str:
    """A page of the plan for staff, some of its sections changed."""
    made = pages_of({**PLAN, **changed}, "en", Visibility.STAFF, rules=())
    return next(page.markdown for page in made.pages if page.path == path)


def test_of_several_roles_any_one_of_which_will_do_the_list_stands_between_brackets(
    pages_of: Callable[..., Tree],
) -> None:
    def asked(new_text: list[Any]) -> str:
        levels = {"mild": {}, "grave": {"sign_off": {"new_text": new_text}}}
        page = of(pages_of, "level.md", levels=levels)
        row = page.partition("Approves a new text")[2].partition("</dd>")[0]
        return " ".join(re.sub(r"<[^>]*>", "", unescape(row)).split())

    assert asked(["lead", ["chief", "engineer"]]) == "Lead + (Chief or Engineer)"
    assert asked([["chief", "engineer"]]) == "Chief or Engineer"


@pytest.mark.parametrize(("kind", "said"), [("holding", "NOT APPROVED"), ("update", "not approved in advance")])
def test_only_a_text_that_was_to_be_approved_is_not_approved(
    pages_of: Callable[..., Tree], kind: str, said: str
) -> None:
    scenario = {**PLAN["scenarios"]["leak"], "statements": {"word": {"kind": kind, "text": "We look into it."}}}
    levels = {"mild": {}, "grave": {"sign_off": {"new_text": ["chief"]}}}
    page = of(pages_of, "statements/word.md", scenarios={"leak": scenario}, levels=levels)
    assert said in unescape(page)
    assert "roles/chief.html" in page


@in_browser
@pytest.mark.parametrize(
    ("now", "silent", "called"),
    [
        ("2026-11-24T18:59:00Z", False, ["tel:+33199000040"]),
        ("2026-11-24T19:00:00Z", False, ["tel:+33199000041"]),
        ("2026-11-24T18:59:00Z", True, ["tel:+33199000040"]),
        ("2026-11-24T19:00:00Z", True, ["tel:+33639980001"]),
    ],
)
def test_a_text_is_released_through_a_number_that_answers_now(
    shown: Shown, now: str, silent: bool, called: list[str]
) -> None:
    weekly = {**PLAN["on_call"]["weekly"], "number": "+33 1 99 00 00 40", "hours": "daily 08:00-20:00"}
    night = {**weekly, "number": "+33 1 99 00 00 41", "hours": "daily 20:00-08:00"}
    scenario = {**PLAN["scenarios"]["leak"], "statements": {"word": {"kind": "holding", "text": "We look into it."}}}
    page = shown(
        "write.md",
        now,
        on_call={"day": weekly} if silent else {"day": weekly, "night": night},
        scenarios={"leak": scenario},
        levels={"mild": {}, "grave": {"sign_off": {"approved_text": ["lead"]}}},
        escalation={},
    )
    calls = page.locator(".pb-write .pb-line:not([hidden]) > a:not([hidden])")
    assert calls.evaluate_all("all => all.map(one => one.getAttribute('href'))") == called


SHIFTS = [{"who": "leo", "from": "2026-11-16 08:00", "to": "2026-11-30 08:00"}]
ENDING: dict[str, Any] = {
    "on_call": {**PLAN["on_call"], "shifted": {"role": "lead", "shifts": SHIFTS}},
    "escalation": {
        "alarm": {
            "levels": ["grave"],
            "steps": [{"call": ["shifted", "weekly"], "wait": "10m"}, {"call": "chief"}],
        }
    },
}


@in_browser
@pytest.mark.parametrize("edition", list(Visibility))
def test_a_line_whose_turns_have_ended_is_said_and_not_dropped(shown: Shown, edition: Visibility) -> None:
    def seen(path: str, now: str, **changed: Any) -> list[str]:
        found = shown(path, now, edition, **{**ENDING, **changed}).locator(".pb-ended:visible").all_inner_texts()
        return [text.replace("\u00a0", " ") for text in found]

    before, after = "2026-11-30T06:59:00Z", "2026-11-30T07:00:00Z"
    told = "no turn is planned after 08:00"
    assert seen("index.md", before) == []
    assert seen("index.md", after) == [f"On call: Lead (shifted) – {told}"]
    assert seen("call.md", after) == [told]
    assert seen("on-call.md", after) == [told]
    alone = {"alarm": {"levels": ["grave"], "steps": [{"call": "shifted", "wait": "10m"}, {"call": "chief"}]}}
    assert seen("index.md", after, escalation=alone) == [f"On call: Lead (shifted) – {told}"]


@pytest.mark.parametrize("path", ["index.md", "call.md", "on-call.md"])
def test_a_line_whose_turns_had_ended_when_the_site_was_built_is_said_too(
    pages_of: Callable[..., Tree], path: str
) -> None:
    past = [{"who": "leo", "from": "2026-10-16 08:00", "to": "2026-10-30 08:00"}]
    lines = {"shifted": {"role": "lead", "shifts": past}}
    page = of(pages_of, path, on_call=lines, escalation=ENDING["escalation"])
    assert "no turn is planned after 30 October 2026 08:00" in unescape(page).replace("\u00a0", " ")


def test_the_table_knows_when_turns_end_that_are_written_one_by_one(plan: Plan) -> None:
    found = table(Reader(plan, "en", Visibility.STAFF, TODAY))
    ends = datetime(2026, 12, 24, 13, 0, tzinfo=UTC).timestamp() // 60 - found["from"]
    assert found["ends"] == {"night": ends}


@in_browser
@pytest.mark.parametrize(("zone", "said"), [("Asia/Tokyo", []), ("Europe/Paris", ["Hours in Paris time."])])
def test_whoever_reads_elsewhere_is_told_once_whose_hours_these_are(shown: Shown, zone: str, said: list[str]) -> None:
    about = {**PLAN["about"], "timezone": zone}
    for path in ("index.md", "call.md"):
        paths = {"alarm": PLAN["escalation"]["alarm"]}
        page = shown(path, "2026-11-23T09:30:00Z", about=about, escalation=paths)
        assert page.locator(".pb-zone").all_inner_texts() == said


@in_browser
def test_when_the_turns_that_a_page_lists_are_over_it_says_who_is_on_call(shown: Shown) -> None:
    page = shown("on-call.md", "2027-04-06T09:30:00Z", Visibility.STAFF)
    assert page.locator("tbody[data-line=weekly]").is_hidden()
    said = page.locator("#line-weekly ~ .pb-is-now").first.inner_text().replace("\u00a0", " ")
    assert said == "Leo Marchand On call now until Mon 12 April 09:00"
    assert shown("on-call.md", "2026-11-23T09:30:00Z", Visibility.STAFF).locator("p.pb-is-now").count() == 0


@in_browser
@pytest.mark.parametrize(
    ("now", "until", "since"),
    [
        ("2026-11-23T07:59:00Z", "jusqu'à 9 h", "à partir de 9 h"),
        ("2026-11-22T22:59:00Z", "jusqu'au lun. 23 novembre à 9 h", "à partir du lun. 23 novembre à 9 h"),
    ],
)
def test_in_french_an_hour_of_today_is_not_said_like_a_day(shown: Shown, now: str, until: str, since: str) -> None:
    changed = {
        "about": {**PLAN["about"], "languages": ["fr"]},
        "escalation": {"alarm": {"levels": ["grave"], "steps": [{"call": "weekly", "wait": "10m"}]}},
    }
    home = shown("index.md", now, language="fr", **changed).locator(".pb-call:visible span").inner_text()
    assert home.replace("\u00a0", " ") == f"Astreinte : Lead · {until}"
    turns = shown("call.md", now, language="fr", **changed).locator("ul[data-calls=weekly] .pb-when")
    assert [text.replace("\u00a0", " ") for text in turns.all_inner_texts()] == [
        f"D'astreinte maintenant {until}",
        since,
    ]
