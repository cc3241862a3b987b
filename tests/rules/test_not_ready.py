"""Whether what goes out by the first word was approved before."""

import re
from collections.abc import Callable

import pytest

from planbuilder.loading import load_texts
from planbuilder.plan import fingerprint

Ask = Callable[..., list[tuple[str, str]]]
Fixes = Callable[..., list[str]]

PLAN = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris}
people:
  ana: {name: Ana}
  mia: {name: Mia}
  leo: {name: Léo, left_on: 2026-10-01}
roles:
  lead: {name: Lead, holder: ana}
  legal: {name: Legal, holder: mia}
  old: {name: Old, holder: leo}
levels:
  low: {sign_off: {new_text: [lead]}}
  red: {FIRST, sign_off: {new_text: [lead, legal]}}
  free: {sign_off: {new_text: []}}
channels:
  x: {platform: x}
scenarios:
  leak:
    name: Leak
    level: red
    actions:
      - {at: 10m, who: lead, do: Write, statement: word}
    statements:
      word: {kind: KIND, channels: [x], text: We know., approved: [APPROVED]}
"""
AT = "warning scenarios.leak.statements.word"
LACKS = "“word” is to go out 10 min after the start of “Leak”, but still lacks the approval of"
BOTH = f"{LACKS} Lead and Legal."


def plan_with(first: str = "first_word: 10m", kind: str = "update", approved: str = "", plan: str = PLAN) -> str:
    """The plan; TEXT in `approved` is the fingerprint of the text."""
    plan = plan.replace("FIRST", first).replace("KIND", kind)
    empty = load_texts({"plan.yaml": plan.replace("APPROVED", "")}).plan
    word = empty and empty.statement("word")
    assert word
    return plan.replace("APPROVED", approved.replace("TEXT", f"text: '{fingerprint(word, ('en',))}'"))


ANA, MIA, LEO = (f"{{by: {who}, date: 2026-11-01, TEXT}}" for who in ("ana", "mia", "leo"))


@pytest.mark.parametrize(
    ("first", "at", "found"),
    [
        ("first_word: 10m", "10m", True),
        ("first_word: 9m", "10m", False),
        ("first_word: 2h", "90m", True),
        ("name: Red", "60m", True),
        ("name: Red", "61m", False),
        ("first_word: 10m", "0m", True),
    ],
)
def test_what_goes_out_by_the_first_word_or_within_an_hour_is_approved(
    ask: Ask, first: str, at: str, found: bool
) -> None:
    plan = plan_with(first).replace("at: 10m", f"at: {at}")
    assert [where for where, _ in ask("SCEN-NOT-READY", plan)] == ([AT] if found else [])


@pytest.mark.parametrize(
    ("approved", "found", "asked"),
    [
        ("", [(AT, BOTH)], ["ana", "mia"]),
        (ANA, [(f"{AT}.approved", f"{LACKS} Legal.")], ["mia"]),
        (MIA, [(f"{AT}.approved", f"{LACKS} Lead.")], ["ana"]),
        (f"{ANA}, {MIA}", [], []),
        ("{by: gone, date: 2026-11-01, TEXT}", [], []),  # PLAN-DEAD-REF speaks
    ],
)
def test_all_whom_the_level_asks_approve_it(
    ask: Ask, fixes: Fixes, approved: str, found: list[tuple[str, str]], asked: list[str]
) -> None:
    plan = plan_with(approved=approved)
    assert ask("SCEN-NOT-READY", plan) == found
    said = "".join(fixes("SCEN-NOT-READY", plan))
    assert re.findall(r"approve word --by (\w+)", said) == asked


def test_what_goes_out_at_once_goes_out_at_the_start(ask: Ask) -> None:
    ((_, said),) = ask("SCEN-NOT-READY", plan_with().replace("at: 10m", "at: 0m"))
    assert said == "“word” is to go out at the start of “Leak”, but still lacks the approval of Lead and Legal."


def test_a_text_for_our_own_people_is_advice(ask: Ask) -> None:
    (found,) = ask("SCEN-NOT-READY", plan_with(kind="internal"))
    assert found == ("info scenarios.leak.statements.word", BOTH)


@pytest.mark.parametrize("approved", ["{by: ana, date: 2026-11-01, text: 000000000000}", LEO, f"{ANA}, {LEO}"])
def test_a_text_of_which_sign_stale_speaks_is_found_once(ask: Ask, approved: str) -> None:
    assert len(ask("SIGN-STALE", plan_with(approved=approved))) == 1
    assert ask("SCEN-NOT-READY", plan_with(approved=approved)) == []


@pytest.mark.parametrize(
    ("level", "levels", "found"),
    [
        ("level: red", "", [BOTH]),
        ("level: low", "", [f"{LACKS} Lead."]),
        ("level: low", "levels: [red], ", [BOTH]),
        ("level: free", "", []),
        ("level: red", "levels: [free], ", []),
        ("level: gone", "", []),
        ("family: data", "", []),
    ],
)
def test_the_level_of_the_scenario_or_of_the_text_says_who_approves(
    ask: Ask, level: str, levels: str, found: list[str]
) -> None:
    plan = plan_with().replace("level: red\n", f"{level}\n").replace("{kind: upd", f"{{{levels}kind: upd")
    assert [said for _, said in ask("SCEN-NOT-READY", plan)] == found


def test_a_text_of_which_scen_no_holding_speaks_is_found_once(ask: Ask) -> None:
    plan = plan_with(kind="holding")
    assert [where for where, _ in ask("SCEN-NO-HOLDING", plan)] == ["error scenarios.leak.statements.word"]
    assert ask("SCEN-NOT-READY", plan) == []
    nowhere = plan.replace("channels: [x], text", "channels: [], text")
    assert [where for where, _ in ask("SCEN-NO-HOLDING", nowhere)] == ["error scenarios.leak.statements.word.channels"]
    assert ask("SCEN-NOT-READY", nowhere) == []


@pytest.mark.parametrize(
    ("check", "kind", "approved"),
    [
        ("SCEN-NO-HOLDING", "holding", ""),
        ("SIGN-STALE", "update", "{by: ana, date: 2026-11-01, text: 000000000000}"),
    ],
)
def test_what_the_plan_switches_off_tells_nobody(ask: Ask, check: str, kind: str, approved: str) -> None:
    plan = plan_with(kind=kind, approved=approved)
    for severity, found in (("off", 1), ("error", 0)):
        setting = f"checks: {{{check}: {{severity: {severity}, reason: We do not}}}}, organisation"
        assert len(ask("SCEN-NOT-READY", plan.replace("organisation", setting, 1))) == found


SHARED = plan_with(
    plan=PLAN.replace("    statements:\n      word", "statements:\n  word").replace(
        "statements:\n",
        "  fire:\n    level: low\n    actions:\n      - {at: 3h, who: lead, do: Say, statement: word}\n"
        "      - {at: 20m, who: lead, do: Write, statement: word}\n"
        "      - {at: 30m, who: lead, do: Again, statement: word}\nstatements:\n",
    )
)


def test_a_text_of_several_scenarios_is_one_finding_with_all_whom_their_levels_ask(ask: Ask) -> None:
    moments = "10 min after the start of “Leak” and 20 min after the start of “fire”"
    sentence = f"“word” is to go out {moments}, but still lacks the approval of Lead and Legal."
    assert ask("SCEN-NOT-READY", SHARED) == [("warning statements.word", sentence)]


def test_only_the_levels_at_which_it_goes_out_early_ask(ask: Ask) -> None:
    late = SHARED.replace("at: 10m", "at: 11m")
    sentence = "“word” is to go out 20 min after the start of “fire”, but still lacks the approval of Lead."
    assert ask("SCEN-NOT-READY", late) == [("warning statements.word", sentence)]


def test_an_action_without_a_text_of_the_plan_sends_nothing(ask: Ask) -> None:
    assert ask("SCEN-NOT-READY", plan_with().replace(", statement: word", "")) == []
    assert ask("SCEN-NOT-READY", plan_with().replace("statement: word", "statement: gone")) == []
