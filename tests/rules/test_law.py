"""LAW: which laws, who is in charge, how soon, with which words."""

import re
from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]
Fixes = Callable[..., list[str]]


def about(applies: str) -> str:
    return f"about: {{organisation: Example, languages: [en], applies: {applies}}}\n"


def test_the_laws_are_chosen_or_none_is(ask: Ask) -> None:
    assert [where for where, _ in ask("LAW-NOT-CHOSEN", "")] == ["warning about.applies"]
    assert ask("LAW-NOT-CHOSEN", about("[]")) == []
    assert ask("LAW-NOT-CHOSEN", about("[rgpd]")) == []


WHOLE = "owner: a, clock: we know, within: 72h"


@pytest.mark.parametrize(
    ("applies", "obligations", "due"),
    [
        ("[lopmi]", f"{{c: {{name: C, law: lopmi, {WHOLE}}}}}", []),
        ("[lopmi]", "{}", [("error about.applies[0]", "Nobody is in charge of French insurance code L12-10-1.")]),
        (
            "[lopmi, rgpd]",
            f"{{c: {{name: C, law: lopmi, {WHOLE}}}}}",
            [("error about.applies[1]", "Nobody is in charge of GDPR article 33 and GDPR article 34.")],
        ),
        (
            "[rgpd]",
            f"{{c: {{name: C, law: rgpd, {WHOLE}}}}}",
            [("error about.applies[0]", "Nobody is in charge of GDPR article 34.")],
        ),
        ("[our-own]", "{}", [("error about.applies[0]", "Nobody is in charge of our-own.")]),
        ("[our-own]", f"{{c: {{name: C, law: our-own, {WHOLE}}}}}", []),
        ("[]", "{}", []),
        (
            "[]",
            "{c: {name: C, law: lopmi, owner: a, within: 72h}}",
            [("error obligations.c", "For “C”, the plan does not say what starts the clock.")],
        ),
        ("[]", "{c: {name: A promise of ours}}", []),
    ],
)
def test_every_law_has_an_owner(ask: Ask, applies: str, obligations: str, due: list[tuple[str, str]]) -> None:
    assert ask("LAW-NO-OWNER", about(applies) + f"obligations: {obligations}\n") == due


@pytest.mark.parametrize(
    ("law", "known"),
    [
        ("lopmi", 'name: "French insurance code L12-10-1", law: lopmi, clock: "when we learn of it", within: 72h'),
        ("our-own", "name: …, law: our-own, clock: …, within: …"),
    ],
)
def test_the_line_to_paste_for_a_law_says_what_is_known_of_it(fixes: Fixes, law: str, known: str) -> None:
    line = f"`{law}: {{{known}, owner: …}}`"
    (fix,) = fixes("LAW-NO-OWNER", about(f"[{law}]"))
    assert fix == f"Add below `obligations:`, with `owner:` the id of a role: {line}."


def test_a_slip_in_the_name_of_a_law_is_found_beside_obligations_of_no_law(ask: Ask, fixes: Fixes) -> None:
    duties = f"obligations: {{promise: {{name: A promise of ours}}, c: {{name: C, law: our-own, {WHOLE}}}}}\n"
    plan = about("[our-own, our-onw]") + duties
    assert ask("LAW-NO-OWNER", plan) == [("error about.applies[1]", "Nobody is in charge of our-onw.")]
    assert fixes("LAW-NO-OWNER", plan) == ["Did you mean `our-own`?"]


@pytest.mark.parametrize(
    ("name", "found"), [("name: A patient dies", 0), ("name: An employee dies", 1), ("cluster: victim", 1)]
)
def test_the_name_of_a_scenario_says_too_who_may_be_harmed(ask: Ask, name: str, found: int) -> None:
    duty = "obligations: {inspectorate: {name: Inspectorate, law: accident-mortel}}\n"
    plan = f"{about('[accident-mortel]')}{duty}scenarios: {{event: {{{name}, family: safety}}}}\n"
    assert len(ask("LAW-SCENARIO", plan)) == found


@pytest.mark.parametrize(
    ("applies", "scenario", "sentence"),
    [
        ("[lopmi]", "family: data, obligations: [complaint]", None),
        ("[lopmi]", "family: data", "“Event” forgets Complaint."),
        ("[lopmi]", "family: product", None),
        ("[lopmi]", "cluster: victim", None),
        ("[]", "family: data", None),
        ("[rgpd]", "family: data", "“Event” forgets Letter."),
        ("[rappel]", "family: product", "“Event” forgets Recall."),
        ("[accident-mortel]", "family: safety", "“Event” forgets Inspectorate."),
        ("[accident-mortel]", "family: product", None),
        ("[accident-mortel]", "family: safety, triggers: [A patient dies]", None),
        ("[accident-mortel]", "family: safety, triggers: [Deux cas du même germe]", None),
        (
            "[accident-mortel]",
            "family: safety, triggers: [A patient hits an employee]",
            "“Event” forgets Inspectorate.",
        ),
        (
            "[accident-mortel]",
            "family: safety, triggers: [Un agent est blessé par un visiteur]",
            "“Event” forgets Inspectorate.",
        ),
        ("[accident-mortel]", "family: safety, triggers: [A fire on our premises]", "“Event” forgets Inspectorate."),
        ("[lopmi]", "family: data, triggers: [A customer complains]", "“Event” forgets Complaint."),
    ],
)
def test_a_scenario_lists_the_obligations_of_its_family(
    ask: Ask, applies: str, scenario: str, sentence: str | None
) -> None:
    plan = f"""
obligations:
  complaint: {{name: Complaint, law: lopmi}}
  letter: {{name: Letter, law: rgpd-personnes}}
  recall: {{name: Recall, law: rappel}}
  inspectorate: {{name: Inspectorate, law: accident-mortel}}
scenarios: {{event: {{name: Event, {scenario}}}}}
"""
    due = [("error scenarios.event.obligations", sentence)] if sentence else []
    assert ask("LAW-SCENARIO", about(applies) + plan) == due


@pytest.mark.parametrize(
    ("obligations", "late"),
    [
        ("{a: {name: A, law: rgpd, within: 72h}}", []),
        ("{a: {name: A, law: rgpd, within: 3 days}}", []),
        ("{a: {name: A, law: rgpd, within: 73h}}", ["a"]),
        ("{a: {name: A, law: rgpd, within: 3 business days}}", ["a"]),
        ("{a: {name: A, law: rgpd, within: without undue delay}}", []),
        ("{a: {name: A, law: rgpd}}", []),
        ("{a: {name: A, law: sec, within: 4 business days}}", []),
        ("{a: {name: A, law: sec, within: 5 business days}}", ["a"]),
        ("{a: {name: A, law: sec, within: 4 days}}", []),
        ("{a: {name: A, law: sec, within: 5 days}}", ["a"]),
        ("{a: {name: A, law: rappel, within: 1 day}}", []),
        ("{a: {name: A, law: rappel, within: 25h}}", ["a"]),
        ("{a: {name: A, law: rgpd-personnes, within: 2 weeks}}", []),
        ("{a: {name: A, law: nis2, within: 24h}, b: {name: B, law: nis2, within: 72h}}", []),
        ("{a: {name: A, law: nis2, within: 72h}}", ["a"]),
        ("{a: {name: A, law: nis2, within: 72h, step: notification}}", []),
        ("{a: {name: A, law: nis2, within: 72h, step: warning}}", ["a"]),
        (
            (
                "{r: {name: R, law: nis2, within: 1 month}, n: {name: N, law: nis2, within: 72h}, "
                "w: {name: W, law: nis2, within: 24h}}"
            ),
            [],
        ),
        (
            (
                "{r: {name: R, law: nis2, within: 2 months}, n: {name: N, law: nis2, within: 96h}, "
                "w: {name: W, law: nis2, within: 24h}}"
            ),
            ["r", "n"],
        ),
        ("{a: {name: A, law: dora, within: 4h, step: warning}, b: {name: B, law: dora, within: 73h}}", ["b"]),
        ("{a: {name: A, within: 9 years}}", []),
    ],
)
def test_no_obligation_takes_longer_than_its_law_leaves(ask: Ask, obligations: str, late: list[str]) -> None:
    found = ask("LAW-LATE", f"obligations: {obligations}\n")
    assert [where for where, _ in found] == [f"error obligations.{name}.within" for name in late]


@pytest.mark.parametrize(
    ("at", "late"),
    [("12h", False), ("721m", True), ("0m", False)],
)
def test_no_action_comes_after_the_legal_delay(ask: Ask, at: str, late: bool) -> None:
    plan = f"""
roles: {{lead: {{holder: ana}}}}
people: {{ana: {{name: Ana Ruiz}}}}
obligations:
  inspectorate: {{name: Inspectorate, law: accident-mortel, within: 12h, statement: report}}
scenarios:
  fall:
    obligations: [inspectorate]
    actions: [{{at: {at}, who: lead, do: Write, statement: report}}, {{at: 9 days, who: lead, do: Call}}]
    statements: {{report: {{kind: update, text: A colleague has died.}}}}
"""
    assert [where for where, _ in ask("LAW-LATE", plan)] == (["error scenarios.fall.actions[0].at"] if late else [])


@pytest.mark.parametrize(
    ("obligation", "people"),
    [
        ("law: rgpd-personnes", "the people concerned"),
        ("law: rgpd-personnes, to: our clients", "our clients"),
        ("law: rgpd-personnes, statement: letter", None),
        ("law: rgpd", None),
        ("law: mar", "the public and the market authority"),
        ("law: hipaa, step: report", None),
        ("law: our-own, step: people", "the people concerned"),
        ("law: our-own", None),
    ],
)
def test_a_duty_to_inform_people_has_its_text(ask: Ask, obligation: str, people: str | None) -> None:
    texts = "statements: {letter: {kind: update, text: A text.}}\n"
    plan = f"obligations: {{duty: {{name: Duty, {obligation}}}}}\n{texts}"
    sentence = f"“Duty” asks you to tell {people}; no words are ready."
    assert ask("LAW-NO-WORDS", plan) == ([("warning obligations.duty.statement", sentence)] if people else [])


NIS2 = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris, applies: [nis2]}
people:
  ana: {name: Ana Ruiz}
roles:
  it: {holder: ana}
obligations:
  early: {name: Early warning, law: nis2, step: warning, clock: we know, within: 24h, owner: it}
  full: {name: Notification, law: nis2, step: notification, clock: we know, within: 72h, owner: it}
  last: {name: Final report, law: nis2, step: report, clock: we notified, within: 1 month, owner: it}
"""


def without(duty: str, plan: str = NIS2) -> str:
    return "".join(line for line in plan.splitlines(keepends=True) if not line.startswith(f"  {duty}:"))


def unsteped(plan: str) -> str:
    return re.sub(r"step: \w+, ", "", plan)


@pytest.mark.parametrize(
    ("duty", "step"),
    [
        ("early", "the early warning (24 h)"),
        ("full", "the notification (72 h)"),
        ("last", "the final report (1 month)"),
    ],
)
@pytest.mark.parametrize("written", [str, unsteped])
def test_each_step_of_a_law_has_an_obligation(ask: Ask, duty: str, step: str, written: Callable[[str], str]) -> None:
    assert ask("LAW-NO-OWNER", written(NIS2)) == []
    assert ask("LAW-NO-OWNER", written(without(duty))) == [
        ("error about.applies[0]", f"Nobody is in charge of {step} of NIS2 article 23.")
    ]


def test_the_letter_to_people_is_a_step_of_its_own(ask: Ask, fixes: Fixes) -> None:
    plan = about("[uk-gdpr]") + f"obligations: {{ico: {{name: ICO, law: uk-gdpr, step: notification, {WHOLE}}}}}\n"
    said = "Nobody is in charge of the letter to people (without undue delay) of UK GDPR articles 33 and 34."
    assert ask("LAW-NO-OWNER", plan) == [("error about.applies[0]", said)]
    assert "`law: uk-gdpr`, `step: people`" in fixes("LAW-NO-OWNER", plan)[0]


def test_one_obligation_without_a_step_stands_for_the_whole_law(ask: Ask) -> None:
    assert ask("LAW-NO-OWNER", unsteped(without("early", without("full")))) == []


@pytest.mark.parametrize(("applies", "found"), [("nis2", 0), ("rgpd, nis2", 0), ("rgpd", 1), ("", 1)])
def test_a_law_that_an_obligation_follows_is_named_in_applies(ask: Ask, applies: str, found: int) -> None:
    plan = NIS2.replace("applies: [nis2]", f"applies: [{applies}]")
    said = "`applies` does not name NIS2 article 23, which “Early warning”, “Notification” and “Final report” follow."
    assert ask("LAW-NOT-CHOSEN", plan) == [("warning about.applies", said)] * found


@pytest.mark.parametrize(
    ("gone", "follow"),
    [(("early",), "“Notification” and “Final report” follow"), (("early", "full"), "“Final report” follows")],
)
def test_those_that_follow_a_law_are_counted(ask: Ask, gone: tuple[str, ...], follow: str) -> None:
    plan = NIS2.replace("applies: [nis2]", "applies: []")
    for duty in gone:
        plan = without(duty, plan)
    said = f"`applies` does not name NIS2 article 23, which {follow}."
    assert ask("LAW-NOT-CHOSEN", plan) == [("warning about.applies", said)]


def test_a_law_that_another_one_brings_along_is_named_with_it(ask: Ask) -> None:
    plan = (
        "about: {organisation: Example, languages: [en], applies: [%s]}\n"
        "obligations: {letter: {name: Letter, law: rgpd-personnes, within: 48h}}\n"
    )
    assert ask("LAW-NOT-CHOSEN", plan % "rgpd") == []
    assert [said for _, said in ask("LAW-NOT-CHOSEN", plan % "lopmi")] == [
        "`applies` does not name GDPR article 33, which “Letter” follows."
    ]


TELLING = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris, applies: [rgpd]}
people:
  ana: {name: Ana Ruiz}
roles:
  privacy: {holder: ana}
obligations:
  duty: {name: Notification, law: rgpd, step: notification, within: 72h, to: "Data Protection Commission, by its form"}
scenarios:
  leak:
    name: Data leak
    obligations: [duty]
    actions:
      - {at: 0m, who: privacy, do: Note the hour}
      - {at: 72h, who: privacy, do: Notify the Data Protection Commission}
"""


def test_an_action_that_tells_the_authority_in_time_is_well(ask: Ask) -> None:
    assert ask("LAW-LATE", TELLING) == []


def test_an_action_whose_words_tell_the_authority_too_late_is_found(ask: Ask) -> None:
    assert ask("LAW-LATE", TELLING.replace("at: 72h", "at: 5 days")) == [
        (
            "error scenarios.leak.actions[1].at",
            "GDPR article 33 leaves 72 h; “Notify the Data Protection Commission” comes after 5 days.",
        )
    ]


@pytest.mark.parametrize(
    "change",
    [
        (
            "Note the hour",
            "Call the Data Protection Commission",
        ),  # it was named in time: what comes after is more of it
        ("Notify the Data", "Meet the Data"),
        ("obligations: [duty]", "obligations: []"),
        ("law: rgpd", "law: dora"),  # its clock starts when the incident was classified
        ("Notify the Data Protection Commission", "Notify everybody"),
    ],
)
def test_an_action_is_late_only_when_it_is_surely_the_telling(ask: Ask, change: tuple[str, str]) -> None:
    assert ask("LAW-LATE", TELLING.replace("at: 72h", "at: 5 days").replace(*change)) == []


@pytest.mark.parametrize(("at", "late"), [("24h", False), ("25h", True)])
def test_immediately_is_a_day_at_most_for_an_action_too(ask: Ask, at: str, late: bool) -> None:
    plan = (
        TELLING.replace("law: rgpd", "law: food").replace("within: 72h", "within: 24h").replace("at: 72h", f"at: {at}")
    )
    assert [where for where, _ in ask("LAW-LATE", plan)] == (["error scenarios.leak.actions[1].at"] if late else [])


def test_without_undue_delay_is_not_measured_for_an_action(ask: Ask) -> None:
    plan = TELLING.replace("law: rgpd", "law: loi-25").replace("at: 72h", "at: 30 days")
    assert ask("LAW-LATE", plan) == []


def test_the_acronym_of_an_authority_names_it_too(ask: Ask) -> None:
    plan = TELLING.replace("Data Protection Commission, by its form", "Portail de la CNIL, en ligne")
    plan = plan.replace("at: 72h", "at: 4 days").replace("Notify the Data Protection Commission", "Notifier à la CNIL")
    assert [where for where, _ in ask("LAW-LATE", plan)] == ["error scenarios.leak.actions[1].at"]


def test_to_prepare_a_notice_is_not_to_give_it(ask: Ask) -> None:
    plan = TELLING.replace("at: 72h", "at: 5 days").replace("Note the hour", "Prepare the notice to the DPC")
    plan = plan.replace("Data Protection Commission", "DPC")
    assert [where for where, _ in ask("LAW-LATE", plan)] == ["error scenarios.leak.actions[1].at"]


@pytest.mark.parametrize(
    ("do", "late"),
    [
        ("Notify the DPC and the people concerned", True),
        ("Publish the letter to customers", False),
        ("Write to all customers in the three countries where they live as the DPC asked", False),
    ],
)
def test_an_action_that_releases_another_text_may_tell_the_authority_too(ask: Ask, do: str, late: bool) -> None:
    plan = TELLING.replace("at: 72h", "at: 5 days").replace("Notify the Data Protection Commission", do)
    plan = plan.replace("Data Protection Commission", "DPC").replace(f"do: {do}", f"do: {do}, statement: letter")
    assert "statement: letter" in plan
    assert [where for where, _ in ask("LAW-LATE", plan)] == (["error scenarios.leak.actions[1].at"] if late else [])


def test_an_obligation_that_is_not_in_the_plan_is_left_to_another_check(ask: Ask) -> None:
    assert ask("LAW-LATE", TELLING.replace("obligations: [duty]", "obligations: [duty, ghost]")) == []


def test_the_steps_of_one_law_are_not_those_of_another(ask: Ask) -> None:
    other = "  other: {name: Other, law: dora, step: warning, clock: we know, within: 4h, owner: it}\n"
    assert [said for _, said in ask("LAW-NO-OWNER", without("early") + other)] == [
        "Nobody is in charge of the early warning (24 h) of NIS2 article 23."
    ]


def test_of_an_unknown_law_no_deadline_is_known_and_the_plan_is_told_so_once(
    ask: Ask, fixes: Callable[..., list[str]]
) -> None:
    plan = "obligations: {a: {name: A, law: LAW, within: 30 days}, b: {name: B, law: LAW, within: 9 years}}\n"
    assert ask("LAW-LATE", plan.replace("LAW", "our-own")) == [
        ("info obligations.a.law", "No deadline is known for the law “our-own”, so none is checked.")
    ]
    assert fixes("LAW-LATE", plan.replace("LAW", "our-own"))[0].startswith("Have your lawyer confirm `within:`.")
    assert fixes("LAW-LATE", plan.replace("LAW", "loi-52")) == ["Did you mean `loi-25`?"]
    assert fixes("LAW-LATE", plan.replace("LAW", "mdr"))[0].startswith("Have your lawyer"), "no slip for mar"


@pytest.mark.parametrize(
    ("law", "step", "asked"),
    [
        ("uk-gdpr", "notification", False),
        ("uk-gdpr", "people", True),
        ("loi-25", None, True),
        ("pipeda", "notification", False),
        ("rappel", "notification", True),
        ("mar", "warning", False),
    ],
)
def test_words_are_asked_of_the_step_that_tells_people(ask: Ask, law: str, step: str | None, asked: bool) -> None:
    duty = f"law: {law}" + (f", step: {step}" if step else "")
    assert bool(ask("LAW-NO-WORDS", f"obligations: {{a: {{name: A, {duty}}}}}\n")) is asked


def test_the_letter_of_the_british_law_is_read_like_the_european(ask: Ask) -> None:
    plan = """
        statements: {letter: {kind: update, text: Someone copied your address.}}
        obligations: {a: {name: A, law: uk-gdpr, step: STEP, statement: letter}}
        """
    assert len(ask("STMT-LEGAL-CONTENT", plan.replace("STEP", "people"))) == 1
    assert ask("STMT-LEGAL-CONTENT", plan.replace("STEP", "notification")) == []


def test_the_unknown_law_itself_is_pointed_at(places: Callable[..., list[str]]) -> None:
    assert places("LAW-LATE", "obligations: {a: {name: A, law: our-own}}\n") == ["our-own}}"]
