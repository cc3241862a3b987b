"""SCEN: a holding text that is approved, words for our own people, an end, and no empty cell."""

from collections.abc import Callable
from datetime import date

import pytest

from planbuilder.loading import load_texts
from planbuilder.plan import fingerprint

Ask = Callable[..., list[tuple[str, str]]]
Fixes = Callable[..., list[str]]

PLAN = """
about: {{organisation: Example, languages: [en], timezone: Europe/Paris}}
people: {{ana: {{name: Ana}}, leo: {{name: Léo, left_on: 2026-10-01}}, mia: {{name: Mia}}}}
roles:
  lead: {{name: Lead, holder: ana}}
  legal: {{name: Legal, holder: mia}}
levels:
  watch: {{name: Watch}}
  crisis: {{name: Crisis, sign_off: {{new_text: {asked}}}}}
channels: {{x: {{platform: x}}, intranet: {{platform: intranet}}, list: {{platform: press list}}}}
scenarios:
  recall:
    name: Recall
    level: crisis
    statements:
      word: {{kind: holding, channels: {channels}, text: We are checking., approved: [{approvals}]}}
"""


def plan_with(asked: str = "[lead]", channels: str = "[x]", approvals: str = "") -> str:
    empty = load_texts({"p.yaml": PLAN.format(asked=asked, channels=channels, approvals="")}).plan
    assert empty is not None
    word = empty.statement("word")
    assert word is not None
    return PLAN.format(
        asked=asked, channels=channels, approvals=approvals.replace("TEXT", f"text: '{fingerprint(word, ('en',))}'")
    )


ANA, MIA, LEO = (f"{{by: {who}, date: 2026-11-01, TEXT}}" for who in ("ana", "mia", "leo"))
NO_MORE = "Recall has no approved holding statement any more."
AT = "error scenarios.recall.statements.word"


@pytest.mark.parametrize(
    ("asked", "approvals", "found"),
    [
        ("[lead]", ANA, []),
        ("[]", MIA, []),
        ("[lead, legal]", f"{ANA}, {MIA}", []),
        ("[[lead, legal]]", MIA, []),
        ("[nobody]", ANA, []),
        ("[lead]", "{by: ghost, date: 2026-11-01, TEXT}", []),
        ("[lead]", "", [(AT, "Nobody has approved “word”, the holding statement of Recall.")]),
        (
            "[lead, legal]",
            ANA,
            [(AT + ".approved", "“word”, the holding statement of Recall, still lacks the approval of Legal.")],
        ),
        (
            "[lead, [legal, lead]]",
            "{by: ana, date: 2026-01-01, TEXT}",
            [
                (
                    AT + ".approved",
                    f"{NO_MORE} Ana approved “word” on 1 January 2026, more than 6 months ago.",
                )
            ],
        ),
        (
            "[lead]",
            LEO,
            [
                (
                    AT + ".approved",
                    f"{NO_MORE} Léo approved “word”, but left on 1 October 2026.",
                )
            ],
        ),
    ],
)
def test_the_holding_statement_is_approved(ask: Ask, asked: str, approvals: str, found: list[tuple[str, str]]) -> None:
    assert ask("SCEN-NO-HOLDING", plan_with(asked=asked, approvals=approvals)) == found


@pytest.mark.parametrize(("channels", "public"), [
    ("[x]", True), ("[intranet, x]", True), ("[gone]", True), ("[intranet]", False), ("[list]", False), ("[]", False),
])  # fmt: skip
def test_the_holding_statement_is_on_a_public_channel(ask: Ask, channels: str, public: bool) -> None:
    found = ask("SCEN-NO-HOLDING", plan_with(channels=channels, approvals=ANA))
    sentence = "“word”, the holding statement of Recall, is on no public channel."
    assert found == ([] if public else [(AT + ".channels", sentence)])


def test_the_approval_grows_old_on_its_day(ask: Ask) -> None:
    plan = plan_with(approvals=ANA)
    assert ask("SCEN-NO-HOLDING", plan, today=date(2027, 5, 1)) == []
    assert len(ask("SCEN-NO-HOLDING", plan, today=date(2027, 5, 2))) == 1


def test_the_first_approval_can_be_pasted_without_the_command(ask: Ask, fixes: Callable[..., list[str]]) -> None:
    plan = plan_with("[lead, legal]").replace(", approved: []", "")
    (fix,) = fixes("SCEN-NO-HOLDING", plan)
    assert "have it read by Ana and Mia." in fix
    assert "`planbuilder approve word --by ana` and `planbuilder approve word --by mia`" in fix
    entry = fix.partition("spaces in front: `")[2].partition("`")[0]
    assert entry.startswith("approved: [{by: ana, date: 2026-11-21, text: ")
    assert ask("SCEN-NO-HOLDING", plan.replace("text: We", f"{entry}, text: We")) == []


def test_a_holding_statement_of_the_whole_plan_serves_all_and_is_one_finding(ask: Ask) -> None:
    plan = """
        channels: {x: {platform: x}}
        scenarios: {a: {level: low}, b: {level: low}}
        levels: {low: {name: Low}}
        statements: {word: {kind: holding, channels: [x], text: We are checking.}}
        """
    assert ask("SCEN-NO-HOLDING", plan) == [
        ("error statements.word", "Nobody has approved “word”, the holding statement of every scenario.")
    ]


def test_a_scenario_without_any_holding_statement(ask: Ask) -> None:
    plan = "scenarios: {a: {name: Strike, statements: {u: {kind: update, text: Open again.}}}}\n"
    assert ask("SCEN-NO-HOLDING", plan) == [
        ("error scenarios.a.statements", "“Strike” has no holding statement ready.")
    ]


OUTSIDE = "In “a” our own staff learn the news from outside."
NOT_NAMED = "“a” has words for our own staff, but they are not among its audiences."
TEXT = "statements: {in: {kind: internal, text: Stay calm.}}"


@pytest.mark.parametrize(
    ("audiences", "scenario", "more", "found"),
    [
        ("team: {kind: staff}", "audiences: [team], " + TEXT, "", []),
        ("team: {kind: staff}", "audiences: [team]", TEXT, []),
        ("crew: {internal: true}", "audiences: [crew], " + TEXT, "", []),
        ("team: {kind: staff}", "audiences: [ghost], " + TEXT, "", []),
        ("press: {kind: media}", "audiences: [press], " + TEXT, "", []),
        ("team: {kind: staff}", "audiences: [team]", "", [("warning scenarios.a.statements", OUTSIDE)]),
        ("team: {kind: staff}", "name: a", "", [("warning scenarios.a.statements", OUTSIDE)]),
        ("team: {kind: staff}", TEXT, "", [("warning scenarios.a.audiences", NOT_NAMED)]),
        ("team: {kind: staff}, press: {kind: media}", "audiences: [press]", TEXT,
         [("warning scenarios.a.audiences", NOT_NAMED)]),
    ],
)  # fmt: skip
def test_our_own_people_hear_it_from_us(
    ask: Ask, audiences: str, scenario: str, more: str, found: list[tuple[str, str]]
) -> None:
    plan = f"audiences: {{{audiences}}}\nscenarios:\n  a: {{{scenario}}}\n{more}\n"
    assert ask("SCEN-NO-STAFF", plan) == found


@pytest.mark.parametrize(
    ("level", "more", "fires"),
    [
        ("mild", "", False),
        ("grave", "", True),
        ("gravest", "", True),
        ("ghost", "", False),
        ("grave", "statements: {end: {kind: closing, text: It is over.}}", False),
    ],
)
def test_the_second_level_and_graver_ones_need_an_end(ask: Ask, level: str, more: str, fires: bool) -> None:
    levels = "levels: {mild: {name: A}, grave: {name: B}, gravest: {name: C}}\n"
    found = ask("SCEN-NO-CLOSE", f"{levels}scenarios: {{a: {{level: {level}}}}}\n{more}\n")
    assert found == ([("warning scenarios.a.statements", "“a” never says that it is over.")] if fires else [])


CELLS = """
channels:
  x: {platform: x, for: [clients]}
  phone: {platform: phone}
  intranet: {platform: intranet, for: [team]}
audiences:
  clients: {kind: customers, name: Clients}
  families: {kind: families, name: Families, reach: [phone]}
  team: {kind: staff, name: Team}
scenarios:
  a:
    audiences: [clients, families, team, ghost]
    statements:
"""


@pytest.mark.parametrize(
    ("texts", "cells"),
    [
        (["hold: {kind: holding, channels: [x, phone], text: A.}",
          "up: {kind: update, channels: [x, phone], text: B.}"], None),
        (["hold: {kind: holding, channels: [x], text: A.}", "up: {kind: update, channels: [x, phone], text: B.}"],
         "Families (first word)"),
        (["hold: {kind: holding, channels: [x, phone], audiences: [clients], text: A.}",
          "up: {kind: apology, channels: [x, phone], text: B.}"], "Families (first word)"),
        (["up: {kind: update, channels: [x], text: B.}"], "Families (update)"),
        (["hold: {kind: alert, channels: [phone, x], text: A.}", "end: {kind: closing, channels: [x], text: C.}"],
         "Clients (update) and Families (update and closing)"),
        (["hold: {kind: holding, channels: [x, phone], text: A.}", "up: {kind: denial, channels: [x, phone], text: B.}",
          "in: {kind: internal, channels: [phone], text: D.}"], "Team (first word and update)"),
        (["hold: {kind: holding, channels: [x, phone], text: A.}", "up: {kind: update, channels: [x, phone], text: B.}",
          "in: {kind: internal, channels: [intranet], text: D.}"], None),
        (["re: {kind: reply, channels: [x, phone], text: E.}"], "Clients (update) and Families (update)"),
    ],
)  # fmt: skip
def test_each_audience_hears_from_us_in_each_phase(ask: Ask, texts: list[str], cells: str | None) -> None:
    plan = CELLS + "".join(f"      {text}\n" for text in texts)
    due = [("warning scenarios.a.audiences", f"“a” has nothing to say to {cells}.")] if cells else []
    assert ask("SCEN-EMPTY-CELL", plan) == due


SHARED = """
people: {ana: {name: Ana}, mia: {name: Mia}, tom: {name: Tom}}
roles: {lead: {name: Lead, holder: ana}, legal: {name: Legal, holder: mia}, press: {name: Press, holder: tom}}
levels:
  watch: {name: Watch, sign_off: {new_text: [legal]}}
  crisis: {name: Crisis, sign_off: {new_text: [lead]}}
channels: {x: {platform: x}}
"""


def approved(statement: str, who: str) -> str:
    """The statement, with an approval that counts."""
    plan = load_texts(
        {"p.yaml": f"about: {{organisation: X, languages: [en]}}\nstatements: {{word: {statement}}}\n"}
    ).plan
    assert plan is not None
    print_ = fingerprint(plan.statements["word"], ("en",))
    return f"{statement[:-1]}, approved: [{{by: {who}, date: 2026-11-01, text: '{print_}'}}]}}"


WORD = "{kind: holding, channels: [x], text: We are checking.}"


def test_a_text_of_all_is_held_to_the_level_of_the_scenario_that_has_no_other(ask: Ask) -> None:
    plan = f"""{SHARED}
statements: {{all: {approved(WORD, "mia")}}}
scenarios:
  minor: {{name: Minor, level: watch}}
  recall: {{name: Recall, level: crisis, statements: {{own: {approved(WORD, "ana")}}}}}
"""
    assert ask("SCEN-NO-HOLDING", plan) == []


def test_a_text_that_names_its_levels_is_held_to_these(ask: Ask) -> None:
    word = "{kind: holding, channels: [x], levels: [watch], text: We are checking.}"
    plan = f"{SHARED}scenarios: {{recall: {{level: crisis, statements: {{own: {approved(word, 'mia')}}}}}}}\n"
    assert ask("SCEN-NO-HOLDING", plan) == []


def test_of_several_texts_that_are_not_ready_the_first_is_named(ask: Ask) -> None:
    plan = f"{SHARED}scenarios: {{recall: {{name: R, level: crisis, statements: {{one: {WORD}, two: {WORD}}}}}}}\n"
    assert [where for where, _ in ask("SCEN-NO-HOLDING", plan)] == ["error scenarios.recall.statements.one"]


def test_roles_of_which_one_will_do_are_named_together(ask: Ask) -> None:
    asked = SHARED.replace("{new_text: [lead]}", "{new_text: [[lead, legal], press]}")
    plan = f"{asked}scenarios: {{r: {{name: R, level: crisis, statements: {{one: {approved(WORD, 'tom')}}}}}}}\n"
    assert [said for _, said in ask("SCEN-NO-HOLDING", plan)] == [
        "“one”, the holding statement of R, still lacks the approval of Lead or Legal."
    ]


def test_roles_of_which_one_will_do_stand_in_brackets_beside_others_who_must_agree(ask: Ask) -> None:
    asked = SHARED.replace("{new_text: [lead]}", "{new_text: [[lead, legal], press, [boss]]}")
    asked = asked.replace("tom: {name: Tom}", "tom: {name: Tom}, eva: {name: Eva}")
    asked = asked.replace("roles: {", "roles: {boss: {name: Boss, holder: eva}, ")
    plan = f"{asked}scenarios: {{r: {{name: R, level: crisis, statements: {{one: {approved(WORD, 'eva')}}}}}}}\n"
    lacks = "“one”, the holding statement of R, still lacks the approval of (Lead or Legal) and Press."
    assert ask("SCEN-NO-HOLDING", plan) == [("error scenarios.r.statements.one.approved", lacks)]


TOLD = """
people:
  ana: {name: Ana Ruiz}
roles:
  lead: {holder: ana}
  staff: {holder: ana, can: [inform-staff]}
channels:
  x: {platform: x}
  intranet: {platform: intranet}
audiences:
  team: {kind: staff, owner: staff}
scenarios:
  leak:
    name: Data leak
    audiences: [team]
    actions:
      - {at: 10m, who: staff, do: Tell everybody, statement: inside}
      - {at: 15m, who: lead, do: Publish it, statement: wait}
    statements:
      wait: {kind: holding, channels: [x], text: We are checking.}
      inside: {kind: internal, channels: [intranet], text: Please do not reply online.}
"""


def test_words_for_staff_that_no_action_sends_reach_nobody(ask: Ask) -> None:
    unsent = [("warning scenarios.leak.actions", "In “Data leak”, no action sends “inside” to our own staff.")]
    assert ask("SCEN-NO-STAFF", TOLD) == []
    assert ask("SCEN-NO-STAFF", TOLD.replace(", statement: inside", "")) == unsent


def test_a_scenario_whose_actions_tell_nobody_is_not_asked_to_tell_staff(ask: Ask) -> None:
    plan = TOLD.replace(", statement: inside", "").replace(", statement: wait", "")
    assert ask("SCEN-NO-STAFF", plan.replace("Publish it", "Wait")) == []


UNSENT = TOLD.replace(", statement: inside", "")


def test_of_several_words_for_staff_that_no_action_sends_the_first_is_named(
    ask: Ask, fixes: Callable[..., list[str]]
) -> None:
    plan = UNSENT + "      later: {kind: internal, channels: [intranet], text: Please go home.}\n"
    said = "In “Data leak”, no action sends “inside” to our own staff."
    assert ask("SCEN-NO-STAFF", plan) == [("warning scenarios.leak.actions", said)]
    (fix,) = fixes("SCEN-NO-STAFF", plan)
    assert fix.startswith("Add `statement: inside` to the action that tells staff")


@pytest.mark.parametrize(
    ("audiences", "who"),
    [
        ("team: {kind: staff, owner: staff}", "staff"),
        ("press: {kind: media, owner: desk}, crew: {kind: staff}, team: {kind: staff, owner: staff}", "staff"),
        ("press: {kind: media, owner: desk}, team: {kind: staff}", "lead"),
    ],
)
def test_staff_are_told_by_whoever_looks_after_them_else_by_whoever_tells_the_public(
    fixes: Callable[..., list[str]], audiences: str, who: str
) -> None:
    plan = UNSENT.replace("roles:\n", "roles:\n  desk: {holder: ana}\n")
    plan = plan.replace("audiences:\n  team: {kind: staff, owner: staff}\n", f"audiences: {{{audiences}}}\n")
    (fix,) = fixes("SCEN-NO-STAFF", plan)
    assert fix.endswith(f"or write one: `{{at: 15m, who: {who}, do: …, statement: inside}}`.")


@pytest.mark.parametrize(
    ("asked", "approvals", "lacking"),
    [
        ("[lead, legal]", ANA, "Legal, by somebody other than Ana"),
        ("[legal, lead]", ANA, "Legal, by somebody other than Ana"),
        ("[lead, press]", ANA, "Press, by somebody other than Ana"),
        ("[legal, press]", f"{ANA}, {ANA}", "Press, by somebody other than Ana"),
        ("[lead, [legal, press]]", ANA, "Legal or Press, by somebody other than Ana"),
    ],
)
def test_who_counts_for_a_role_already_is_told_that_somebody_else_must_approve(
    ask: Ask, fixes: Fixes, asked: str, approvals: str, lacking: str
) -> None:
    press = "roles:\n  press: {name: Press, holder: ana, deputies: [mia]}\n"
    plan = plan_with(asked, approvals=approvals).replace("holder: mia", "holder: ana, deputies: [mia]")
    plan = plan.replace("roles:\n", press)
    sentence = (
        f"“word”, the holding statement of Recall, still lacks the approval of {lacking}: one person counts for one"
        " role."
    )
    assert ask("SCEN-NO-HOLDING", plan) == [(AT + ".approved", sentence)]
    (fix,) = fixes("SCEN-NO-HOLDING", plan)
    assert "--by mia`" in fix
    assert ask("SCEN-NO-HOLDING", plan_with(asked, approvals=f"{ANA}, {MIA}")) == []


def test_where_one_person_alone_has_both_roles_the_text_is_not_held_up(ask: Ask) -> None:
    plan = plan_with("[lead, legal]", approvals=ANA).replace("holder: mia", "holder: ana, deputies: [leo]")
    assert ask("SCEN-NO-HOLDING", plan) == []
