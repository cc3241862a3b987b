"""SIGN: who signs, and whether it still holds."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from planbuilder.checking import check
from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.plan import fingerprint
from planbuilder.rules import find_rule

Ask = Callable[..., list[tuple[str, str]]]

PEOPLE = """
about: {organisation: Example, languages: [en]}
people:
  ana: {name: Ana Ruiz}
  leo: {name: Léo Marchand}
  mia: {name: Mia Kern}
  zoe: {name: Zoé Blanc}
roles:
  pr: {name: Communications, holder: ana, kind: communications}
  law: {name: Legal, holder: mia, deputies: [leo], kind: legal}
  boss: {name: Management, holder: leo, kind: executive}
  it: {name: IT, holder: leo, deputies: [zoe], kind: technical}
  shop: {name: Shops, holder: mia}
"""


@pytest.mark.parametrize(
    ("level", "found"),
    [
        ("{}", ["levels.low.sign_off"]),
        ("{sign_off: {approved_text: [pr]}}", ["levels.low.sign_off.new_text"]),
        ("{sign_off: {new_text: []}}", ["levels.low.sign_off.new_text"]),
        ("{sign_off: {new_text: [pr]}}", []),
        ("{sign_off: {new_text: [ghost]}}", []),
    ],
)
def test_each_level_says_who_approves_a_new_text(ask: Ask, level: str, found: list[str]) -> None:
    sentence = "At low, the plan does not say who approves a new text."
    assert ask("SIGN-MISSING", PEOPLE + f"levels: {{low: {level}}}\n") == [(f"error {at}", sentence) for at in found]


TOO_LONG = "by night they take too long to collect."


@pytest.mark.parametrize(
    ("sign_off", "found"),
    [
        ("approved_text: [pr], new_text: [pr, law, boss]", []),
        ("approved_text: [], new_text: [pr]", []),
        ("approved_text: [[pr, law, boss]], new_text: [pr, law, [boss, it, shop]]", []),
        ("approved_text: [pr, pr], new_text: [pr, law, boss, pr]", []),
        ("approved_text: [[pr, law], [law, pr]], new_text: [pr, law, [boss, it], [it, boss, it]]", []),
        (
            "approved_text: [pr, law]",
            [("approved_text", f"a text that is already approved needs 2 go-aheads; {TOO_LONG}")],
        ),
        (
            "new_text: [pr, law, boss, it]",
            [("new_text", f"a new text needs 4 approvals; {TOO_LONG}")],
        ),
    ],
)
def test_few_people_must_agree(ask: Ask, sign_off: str, found: list[tuple[str, str]]) -> None:
    expected = [(f"warning levels.low.sign_off.{key}", f"At low, {said}") for key, said in found]
    assert ask("SIGN-TOO-MANY", PEOPLE + f"levels: {{low: {{sign_off: {{{sign_off}}}}}}}\n") == expected


@pytest.mark.parametrize(
    ("new_text", "facts_from", "found"),
    [
        ("[pr, law, it]", "it", ""),
        ("[pr, boss, it]", "it", ""),
        ("[pr, [law, boss], [it, shop]]", "it", ""),
        ("[pr, law]", "pr", ""),
        ("[pr, law, it]", "shop", "Shops, who gives the facts of Leak"),
        ("[pr, it]", "it", "legal or management"),
        ("[law, it]", "it", "communications"),
        ("[[pr, law], it]", "it", "communications and legal or management"),
        ("[pr, law]", "", ""),
        ("[pr, law]", "ghost", ""),
        ("[pr, ghost]", "it", ""),
        ("[]", "it", ""),
    ],
)
def test_a_new_text_is_seen_by_those_who_know(ask: Ask, new_text: str, facts_from: str, found: str) -> None:
    facts = f", facts_from: {facts_from}" if facts_from else ""
    plan = (
        PEOPLE
        + f"""
levels: {{low: {{sign_off: {{new_text: [pr]}}}}, top: {{sign_off: {{new_text: {new_text}}}}}}}
scenarios:
  leak: {{name: Leak, level: top{facts}}}
  rumour: {{name: Rumour, level: low, facts_from: shop}}
"""
    )
    sentences = [f"At top, a new text goes out unseen by {found}."] if found else []
    assert ask("SIGN-THREE-EYES", plan) == [("warning levels.top.sign_off.new_text", said) for said in sentences]


@pytest.mark.parametrize("levels", ["", "levels: {low: {}}\n"])
@pytest.mark.parametrize("check_id", ["SIGN-THREE-EYES", "SIGN-TOO-MANY"])
def test_without_a_sign_off_another_check_speaks(ask: Ask, check_id: str, levels: str) -> None:
    assert ask(check_id, PEOPLE + levels) == []


STATEMENT = (
    PEOPLE
    + """
levels: {top: {sign_off: {new_text: [pr, [law, boss]]}}}
scenarios:
  leak:
    level: top
    statements: {leak-first: {kind: holding, text: We know., approved: [APPROVED]}}
"""
)


OLD = "0f3ae1b29c47"


def current() -> str:
    plan = load_texts({"plan.yaml": STATEMENT.replace("APPROVED", "")}).plan
    assert plan is not None
    return fingerprint(next(plan.all_statements()), ("en",))


def by(person: str, day: str = "2026-11-01", text: str = "") -> str:
    return f"{{by: {person}, date: {day}, text: {text or current()}}}"


@pytest.mark.parametrize(
    ("approved", "found"),
    [
        ("", ""),
        (f"{by('ana')}, {by('mia')}", ""),
        (f"{by('ana')}, {by('leo')}", ""),
        (by("ana"), ""),
        (by("leo"), ""),
        (
            f"{by('ana', '2026-05-20')}, {by('leo')}",
            "Ana Ruiz approved “leak-first” on 20 May 2026, more than 6 months ago.",
        ),
        (
            f"{by('ana', text='0f3ae1b29c47')}, {by('mia')}",
            "The text, the channels or the kind of “leak-first” changed after Ana Ruiz approved it on 1 November 2026.",
        ),
        (f"{by('ana', text='0f3ae1b29c47')}, {by('ana')}, {by('mia')}", ""),
        (
            f"{by('ana', '2026-05-20')}, {by('mia')}",
            "Ana Ruiz approved “leak-first” on 20 May 2026, more than 6 months ago.",
        ),
        (by("ghost"), ""),
        (
            f"{by('ana', text=OLD)}, {by('mia', '2026-05-20')}",
            "The text, the channels or the kind of “leak-first” changed after Ana Ruiz approved it on 1 November 2026.",
        ),
    ],
)
def test_what_was_approved_is_still_approved(ask: Ask, approved: str, found: str) -> None:
    expected = [("error scenarios.leak.statements.leak-first.approved", found)] if found else []
    assert ask("SIGN-STALE", STATEMENT.replace("APPROVED", approved)) == expected


def fix_of(check_id: str, text: str) -> str:
    rule = find_rule(check_id)
    assert rule is not None
    (finding,) = check(load_texts({"plan.yaml": text}), date(2026, 11, 21), rules=[rule]).findings or [None]
    assert finding is not None
    return render(finding.fix, "en")


@pytest.mark.parametrize("may", ["", ", can: [speak]", ", can: [approve]"])
def test_an_extra_approval_of_somebody_who_may_approve_is_no_doubt(ask: Ask, may: str) -> None:
    text = STATEMENT.replace("new_text: [pr, [law, boss]]", "new_text: [pr]").replace("APPROVED", by("mia"))
    text = text.replace("holder: mia, deputies: [leo], kind: legal", f"holder: mia, deputies: [leo], kind: legal{may}")
    sentence = "Mia Kern approved “leak-first”, but has none of the roles that must."
    assert [said for _, said in ask("SIGN-STALE", text)] == ([] if "approve" in may else [sentence])


STANDARD_PROFILE = "languages: [en], profile: standard"
STANDARD = STATEMENT.replace("languages: [en]", STANDARD_PROFILE)


def test_the_entry_to_paste_keeps_what_counts_and_adds_what_is_missing() -> None:
    assert fix_of("SIGN-STALE", STANDARD.replace("APPROVED", f"{by('ana')}, {by('mia', text=OLD)}")) == (
        "Once the text is final, have it read by Mia Kern. Only after the go-ahead, run"
        " `planbuilder approve leak-first --by mia`, or put"
        f" `approved: [{by('ana')}, {by('mia', '2026-11-21')}]` in place of `approved:` and its entries (line 19)."
    )


def test_where_several_must_approve_again_all_are_named() -> None:
    assert fix_of("SIGN-STALE", STANDARD.replace("APPROVED", by("ana", text=OLD))).startswith(
        "Once the text is final, have it read by Ana Ruiz and Mia Kern. Only after the go-ahead, run"
        " `planbuilder approve leak-first --by ana` and `planbuilder approve leak-first --by mia`, or put"
        " `approved: [{by: ana, "
    )


@pytest.mark.parametrize(
    ("facts", "signer"),
    [
        ("", "mia"),
        *((f"    facts_from: {role}\n", who) for role, who in (("it", "mia"), ("boss", "leo"), ("law", "mia"))),
    ],
)
def test_where_one_of_several_may_sign_those_who_give_the_facts_are_named(facts: str, signer: str) -> None:
    text = STANDARD.replace("APPROVED", by("ana", text=OLD)).replace("    level: top\n", f"{facts}    level: top\n")
    assert re.findall(r"\{by: (\w+)", fix_of("SIGN-STALE", text)) == ["ana", signer]


def test_whoever_approved_the_text_before_is_named_first() -> None:
    approved = f"{by('ana')}, {by('leo', text=OLD)}"
    assert "--by leo`" in fix_of("SIGN-STALE", STANDARD.replace("APPROVED", approved))


ABOUT = "about: {organisation: Example, languages: [en], profile: standard}\n"
CHANGED = "{by: ana, date: 2026-11-01, text: 0f3ae1b29c47}"
ON_X = """
channels: {x: {platform: x}}
people: {ana: {name: Ana Ruiz}, leo: {name: Léo Marchand}}
roles: {lead: {holder: ana}}
levels: {crisis: {sign_off: {new_text: [lead]}}}
scenarios:
  leak:
    level: crisis
    statements:
      first: {kind: holding, channels: [x], text: We are looking into it., approved: [APPROVED]}
"""
STALE = [
    (
        "error scenarios.leak.statements.first.approved",
        "The text, the channels or the kind of “first” changed after Ana Ruiz approved it on 1 November 2026.",
    )
]


def test_a_holding_text_that_the_scenario_now_lacks_is_one_finding(ask: Ask) -> None:
    plan = ON_X.replace("APPROVED", CHANGED)
    assert ask("SIGN-STALE", plan) == []
    assert len(ask("SCEN-NO-HOLDING", plan)) == 1


def test_a_changed_holding_text_beside_one_that_is_ready_is_found_here(ask: Ask) -> None:
    ready = (
        "{kind: holding, channels: [x], text: We know., approved: [{by: ana, date: 2026-11-01, text: 000000000000}]}"
    )
    other = load_texts({"plan.yaml": ABOUT + ON_X.replace("APPROVED", "") + f"      second: {ready}\n"}).plan
    assert other is not None
    second = other.statement("second")
    assert second is not None
    plan = ON_X.replace("APPROVED", CHANGED) + f"      second: {ready}\n".replace(
        "0" * 12, fingerprint(second, ("en",))
    )
    assert ask("SCEN-NO-HOLDING", plan) == []
    assert ask("SIGN-STALE", plan) == STALE


def test_where_holding_texts_are_not_asked_for_a_changed_one_is_still_found(ask: Ask) -> None:
    off = "checks: {SCEN-NO-HOLDING: {severity: off, reason: We do not speak}}}"
    assert ask("SIGN-STALE", ABOUT.replace("}", f", {off}", 1) + ON_X.replace("APPROVED", CHANGED)) == STALE


def test_the_entry_of_the_finding_of_a_holding_text_settles_it(ask: Ask) -> None:
    plan = ON_X.replace("APPROVED", CHANGED)
    fix = fix_of("SCEN-NO-HOLDING", ABOUT + plan)
    pasted = fix.partition("`approved: [")[2].partition("]`")[0]
    assert ask("SCEN-NO-HOLDING", ON_X.replace("APPROVED", pasted)) == []


def test_where_any_person_may_sign_one_who_has_left_is_not_proposed() -> None:
    plan = ON_X.replace("APPROVED", CHANGED).replace("Ana Ruiz", "Ana Ruiz, left_on: 2026-11-10")
    fix = fix_of("SCEN-NO-HOLDING", ABOUT + plan.replace("sign_off: {new_text: [lead]}", ""))
    assert "--by leo" in fix


def test_a_signer_who_has_left_is_not_proposed() -> None:
    text = STANDARD.replace("APPROVED", f"{by('ana')}, {by('mia', text=OLD)}")
    text = text.replace("name: Mia Kern", "name: Mia Kern, left_on: 2026-11-01")
    assert "--by leo" in fix_of("SIGN-STALE", text)


@pytest.mark.parametrize(
    ("entries", "lines"),
    [
        ("\n          - {by: ana, date: 2026-11-01, text: 0f3ae1b29c47}", "lines 13 to 14"),
        ("\n          - by: ana\n            date: 2026-11-01\n            text: 0f3ae1b29c47", "lines 13 to 16"),
        (" [\n          {by: ana, date: 2026-11-01, text: 0f3ae1b29c47},\n        ]", "lines 13 to 15"),
        (" [{by: ana, date: 2026-11-01, text: 0f3ae1b29c47}]", "line 13"),
    ],
)
def test_the_lines_that_the_entry_replaces_are_named(entries: str, lines: str) -> None:
    plan = ON_X.replace(
        "first: {kind: holding, channels: [x], text: We are looking into it., approved: [APPROVED]}",
        f"first:\n        kind: holding\n        channels: [x]\n        approved:{entries}\n        text: Sorry.",
    )
    said = fix_of("SCEN-NO-HOLDING", (ABOUT + plan).replace("\n\n", "\n"))
    assert said.endswith(f" in place of `approved:` and its entries ({lines}).")


def test_a_lawyer_who_approved_an_earlier_text_is_asked_again_and_the_approval_of_one_who_holds_is_kept() -> None:
    text = STANDARD.replace("[pr, [law, boss]]", "[pr]")
    again = fix_of("SIGN-STALE", text.replace("APPROVED", f"{by('ana', text=OLD)}, {by('mia', text=OLD)}"))
    assert re.findall(r"--by (\w+)", again) == ["ana", "mia"]
    kept = fix_of("SIGN-STALE", text.replace("APPROVED", f"{by('ana', text=OLD)}, {by('mia')}"))
    assert re.findall(r"--by (\w+)", kept) == ["ana"]
    assert by("mia") in kept


def test_where_nobody_must_sign_one_who_may_approve_is_named_before_one_who_may_not() -> None:
    text = STANDARD.replace("[pr, [law, boss]]", "[]").replace("APPROVED", by("mia", text=OLD))
    text = text.replace("holder: leo, kind: executive", "holder: leo, kind: executive, can: [approve]")
    assert re.findall(r"--by (\w+)", fix_of("SIGN-STALE", text)) == ["leo"]


def test_the_entry_of_the_lawyer_settles_an_admission(ask: Ask) -> None:
    plan = PEOPLE + "statements: {one: {kind: apology, text: It is our fault., approved: [APPROVED]}}\n"
    fix = fix_of("SIGN-LIABILITY", plan.replace("languages: [en]", STANDARD_PROFILE).replace("APPROVED", ""))
    entry = fix.partition("add `")[2].partition("`")[0]
    assert entry.startswith("{by: mia, ")
    assert ask("SIGN-LIABILITY", plan.replace("APPROVED", entry)) == []


def test_the_pasted_entry_settles_the_finding(ask: Ask) -> None:
    pasted = f"{by('ana')}, {by('mia', '2026-11-21')}"
    assert ask("SIGN-STALE", STATEMENT.replace("APPROVED", pasted)) == []


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", "It is our fault.", "It is our fault"),
        ("en", "This was our mistake.", "This was our mistake"),
        ("en", "We are responsible for this.", "We are responsible"),
        ("en", "We take full responsibility.", "We take full responsibility"),
        ("en", "We made a serious mistake.", "We made a serious mistake"),
        ("en", "We should have told you.", "We should have told"),
        ("en", "We will refund every lamp.", "We will refund"),
        ("en", "You will be reimbursed.", "will be reimbursed"),
        ("en", "Refund in any shop.", "Refund in any"),
        ("fr", "C'est notre faute.", "C'est notre faute"),
        ("fr", "Nous avons commis une erreur.", "Nous avons commis une erreur"),
        ("fr", "Nous sommes responsables.", "Nous sommes responsables"),
        ("fr", "Nous aurions dû vous prévenir.", "Nous aurions dû"),
        ("fr", "Nous vous rembourserons.", "Nous vous rembourserons"),
        ("fr", "Vous serez indemnisés.", "serez indemnisés"),
        ("fr", "C’est notre produit et notre responsabilité.", "C’est notre produit et notre responsabilité"),
    ],
)
def test_an_admission_needs_legal(ask: Ask, tag: str, text: str, words: str) -> None:
    plan = PEOPLE + f'statements: {{one: {{kind: apology, text: {{{tag}: "{text}"}}}}}}\n'
    assert ask("SIGN-LIABILITY", plan) == [
        ("warning statements.one.text", f"“one” says “{words}” without the approval of legal.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{en: We are sorry. Our thoughts are with everyone who was hurt.}",
        "{en: We are not responsible for this account.}",
        "{en: It is our responsibility to keep you informed.}",
        "{en: We should have more news at noon.}",
        "{en: We pay attention to every message.}",
        "{en: It is not our fault.}",
        "{fr: Nous vous présentons nos excuses.}",
        "{fr: Ce n'est pas notre faute.}",
        "{fr: C'est notre responsabilité de vous informer.}",
        "{fr: Nous ne sommes pas responsables de ce compte.}",
        "{de: Es ist unsere Schuld.}",
    ],
)
def test_an_apology_or_a_duty_is_no_admission(ask: Ask, text: str) -> None:
    assert ask("SIGN-LIABILITY", PEOPLE + f"statements: {{one: {{kind: apology, text: {text}}}}}\n") == []


@pytest.mark.parametrize(
    ("approved", "found"),
    [(by("mia"), 0), (by("leo"), 0), (by("ana"), 1), (f"{by('ana')}, {by('mia')}", 0), (by("ghost"), 0)],
)
def test_one_of_legal_approves_it(ask: Ask, approved: str, found: int) -> None:
    plan = PEOPLE + f"statements: {{one: {{kind: apology, text: It is our fault., approved: [{approved}]}}}}\n"
    assert len(ask("SIGN-LIABILITY", plan)) == found


def test_the_short_text_is_read_too(ask: Ask) -> None:
    plan = PEOPLE + "statements: {one: {kind: apology, text: Sorry., short: It is our fault.}}\n"
    assert [where for where, _ in ask("SIGN-LIABILITY", plan)] == ["warning statements.one.short"]


def test_the_approval_that_is_in_doubt_is_named_wherever_it_stands(ask: Ask) -> None:
    plan = STATEMENT.replace("APPROVED", f"{by('ana')}, {by('mia', text=OLD)}")
    assert [said for _, said in ask("SIGN-STALE", plan)] == [
        "The text, the channels or the kind of “leak-first” changed after Mia Kern approved it on 1 November 2026."
    ]


@pytest.mark.parametrize(
    ("asked", "approved", "first", "entries"),
    [
        ("[pr, [law, boss]]", [("mia", OLD), ("ana", "")], "mia", ["ana", "mia"]),
        ("[pr, [law, boss]]", [("ana", OLD)], "ana", ["ana", "mia"]),
        ("[]", [("leo", OLD), ("mia", OLD)], "leo", ["leo"]),
    ],
)
def test_the_command_names_the_first_who_is_missing(
    asked: str, approved: list[tuple[str, str]], first: str, entries: list[str]
) -> None:
    text = STANDARD.replace("[pr, [law, boss]]", asked)
    text = text.replace("APPROVED", ", ".join(by(who, text=print_ or current()) for who, print_ in approved))
    fix = fix_of("SIGN-STALE", text)
    assert f"--by {first}`" in fix
    assert re.findall(r"\{by: (\w+)", fix) == entries


def test_where_all_have_left_the_holder_is_named() -> None:
    text = STANDARD.replace("APPROVED", f"{by('ana')}, {by('ana', text=OLD)}")
    text = re.sub(r"(mia: \{name: Mia Kern|leo: \{name: [^,}]+)", r"\1, left_on: 2026-11-01", text)
    assert "--by mia" in fix_of("SIGN-STALE", text)


def test_different_people_are_asked_where_one_could_sign_for_several_roles(ask: Ask) -> None:
    text = STANDARD.replace("[pr, [law, boss]]", "[[law, boss], law, pr]")
    fix = fix_of("SIGN-STALE", text.replace("APPROVED", by("leo", text=OLD)))
    assert re.findall(r"\{by: (\w+)", fix) == ["leo", "mia", "ana"]
    pasted = fix.partition("`approved: [")[2].partition("]`")[0]
    assert ask("SIGN-STALE", text.replace("APPROVED", pasted)) == []


def test_who_approved_for_one_role_is_not_asked_to_approve_for_another() -> None:
    text = STANDARD.replace("[pr, [law, boss]]", "[it, boss]").replace(
        "APPROVED", f"{by('leo')}, {by('mia', text=OLD)}"
    )
    text = text.replace("holder: leo, kind: executive", "holder: leo, deputies: [ana], kind: executive")
    assert re.findall(r"--by (\w+)", fix_of("SIGN-STALE", text)) == ["ana"]
