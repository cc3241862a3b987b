"""What a finding says to type, typed as it stands where it says, settles the finding."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from planbuilder.checking import check
from planbuilder.findings import Profile
from planbuilder.loading import load_texts

Ask = Callable[..., list[tuple[str, str]]]
Fixes = Callable[..., list[str]]

PEOPLE = """
people:
  ana: {name: Ana Ruiz}
  leo: {name: Léo Marchand}
roles:
  lead: {name: Lead, kind: communications, holder: ana, deputies: [leo], can: [activate, approve, monitor]}
"""
LAWS = "about: {organisation: E, languages: [en], applies: [APPLIES]}\n" + PEOPLE

CASES = {
    "CHAN-DARK-SITE": (PEOPLE + "channels:\n  x: {platform: x}\n", "\n  "),
    "MON-BLIND": (
        PEOPLE + "channels: {x: {platform: x}}\nmonitoring:\n  watch:\n    press: {tool: T, every: 1h, by: lead}\n",
        "\n    ",
    ),
    "REPLY-DELETE": ("replies:\n  default: answer\n", "\n  "),
    "LEARN-NO-EXERCISE": ("exercises:\n  - {kind: call-test, date: 2026-11-20}\n", "\n  "),
}
FILLED = {
    "allowed: […]": "allowed: [threat]",
    "needs: role": "needs: lead",
    "planned: …": "planned: 2027-01-02",
    "tested: …": "tested: 2026-11-20",
    "admins: […]": "admins: [ana, leo]",
    "publishers: […]": "publishers: [lead]",
    "…": "x",
}


@pytest.mark.parametrize(("check_id", "plan", "indent"), [(check_id, *case) for check_id, case in CASES.items()])
def test_the_line_to_add_settles_the_finding(ask: Ask, fixes: Fixes, check_id: str, plan: str, indent: str) -> None:
    (fix,) = fixes(check_id, plan)
    line = re.findall(r"`([^`]*[{[].*?)`(?=\.?$|\.)", fix)[-1]
    for blank, value in FILLED.items():
        line = line.replace(blank, value)
    line = line.replace("every: x", "every: 1h").replace("by: x", "by: lead")
    assert ask(check_id, plan.rstrip("\n") + indent + line + "\n") == []


@pytest.mark.parametrize("law", ["rgpd", "nis2", "sec", "hipaa", "rappel", "accident-mortel", "mar", "cra", "dora"])
def test_the_entry_of_a_law_can_be_pasted(ask: Ask, fixes: Fixes, law: str) -> None:
    plan = LAWS.replace("APPLIES", law)
    (fix,) = fixes("LAW-NO-OWNER", plan)
    entries = re.findall(r"`([a-z0-9-]+: \{.*?\})`", fix)
    assert len(entries) == (2 if law == "rgpd" else 1)
    pasted = "obligations:\n" + "".join(f"  {entry.replace('owner: …', 'owner: lead')}\n" for entry in entries)
    steps = ask("LAW-NO-OWNER", plan + pasted)
    assert not any("Nobody is in charge of “" in said or "does not say" in said for _, said in steps)
    assert ask("LAW-LATE", plan + pasted) == []


@pytest.mark.parametrize(("word", "more"), [("none", ", no"), ("None", ""), ("aucune", ""), ("n/a", "")])
def test_whoever_writes_that_no_law_applies_is_told_how(ask: Ask, fixes: Fixes, word: str, more: str) -> None:
    plan = LAWS.replace("APPLIES", word + more)
    assert ask("LAW-NOT-CHOSEN", plan) == [("warning about.applies", f"`applies` names “{word}”, which is no law.")]
    assert fixes("LAW-NOT-CHOSEN", plan) == ["Where no law applies, write empty brackets: `applies: []`."]
    assert ask("LAW-NO-OWNER", plan) == []
    assert ask("LAW-NOT-CHOSEN", LAWS.replace("APPLIES", "")) == []


def test_a_law_that_the_table_does_not_know_gets_a_line_as_well(fixes: Fixes) -> None:
    assert fixes("LAW-NO-OWNER", LAWS.replace("APPLIES", "ico")) == [
        (
            "Add below `obligations:`, with `owner:` the id of a role:"
            " `ico: {name: …, law: ico, clock: …, within: …, owner: …}`."
        )
    ]


@pytest.mark.parametrize(
    ("exercises", "fix"),
    [
        (
            "exercises: [{kind: call-test}, {kind: tabletop, scenario: fire}]\nscenarios: {fire: {name: Fire}}",
            "Choose a day within a year, and write below `- kind: tabletop`, with two spaces more: `planned: …`.",
        ),
        (
            "exercises: [{kind: call-test}]",
            "Choose a day within a year, and write below `- kind: call-test`, with two spaces more: `planned: …`.",
        ),
        (
            "exercises: [{kind: call-test, date: 2026-11-20}]",
            "Plan one: write below `exercises:` a line `- {kind: tabletop, planned: …}`.",
        ),
        (
            "x-a: {}",
            "Plan one: a call test counts, a tabletop is better: `exercises: [{kind: tabletop, planned: …}]`.",
        ),
    ],
)
def test_an_exercise_that_stands_there_gets_its_day(fixes: Fixes, exercises: str, fix: str) -> None:
    assert fixes("LEARN-NO-EXERCISE", exercises + "\n") == [fix]


def test_a_training_of_a_day_to_come_was_not_held(ask: Ask) -> None:
    plan = PEOPLE + "training: [{who: [lead], what: Reading, every: 12 months, last: DAY}]\n"
    said = "The training “Reading” is dated 3 April 2027, which is still in the future."
    assert ask("LEARN-NO-TRAINING", plan.replace("DAY", "2027-04-03")) == [("error training[0].last", said)]
    assert ask("LEARN-NO-TRAINING", plan.replace("DAY", "2026-11-21")) == []


MEETING = (
    "about: {organisation: E, languages: [en], profile: standard, war_room: {place: Room 2}}\n"
    + PEOPLE
    + "  trustees: {holder: leo, kind: legal}\nlevels: {top: {convene: [lead]}}\n"
)


def test_a_role_that_is_there_is_named_for_the_meeting_and_the_others_are_to_be_created(fixes: Fixes) -> None:
    for_others = (
        "add to `roles:` a role of that kind, which somebody may hold beside another, and its id to `convene:`."
    )
    assert fixes("LEVEL-NO-CONVENE", MEETING) == [
        f"Add `trustees` to `convene:`. For `kind: executive` and `kind: people`: {for_others}"
    ]
    all_there = MEETING.replace(
        "roles:\n", "roles:\n  boss: {holder: leo, kind: executive}\n  hr: {holder: ana, kind: people}\n"
    )
    assert fixes("LEVEL-NO-CONVENE", all_there) == ["Add `trustees`, `boss` and `hr` to `convene:`."]


EYES = PEOPLE + "levels: {top: {name: Top, sign_off: {new_text: [lead]}}}\n"


def test_the_role_that_nobody_has_is_proposed_with_somebody_who_may_hold_it(ask: Ask, fixes: Fixes) -> None:
    standard = "about: {organisation: E, languages: [en], profile: standard}\n" + EYES
    (fix,) = fixes("SIGN-THREE-EYES", standard)
    role, groups = re.findall(r"`([a-z_]+: [{[].*?[}\]])`", fix)
    assert role == (
        "management: {name: Management, kind: executive, holder: leo, deputies: […], can: [approve], first_moves: […]}"
    )
    assert "and `management` to the `who:` of a training" in fix
    changed = EYES.replace("roles:\n", f"roles:\n  {role}\n").replace("new_text: [lead]", groups)
    assert ask("SIGN-THREE-EYES", changed) == []


@pytest.mark.parametrize(
    ("people", "new_text", "holder", "groups"),
    [
        (
            "holder: ana, deputies: [leo], can: [approve]}, shop: {holder: leo, kind: customers",
            "[lead]",
            "zoe",
            "[lead, management]",
        ),
        (
            "holder: ana, can: [approve]}, shop: {holder: leo, kind: customers}, tills: {holder: zoe, kind: customers",
            "[lead]",
            "leo",
            "[lead, management]",
        ),
        (
            "holder: ana, can: [approve]}, shop: {holder: leo, kind: customers",
            "[lead, [lead, shop]]",
            "zoe",
            "[lead, management, [lead, shop]]",
        ),
    ],
)
def test_whoever_has_no_role_yet_is_proposed_first(
    fixes: Fixes, people: str, new_text: str, holder: str, groups: str
) -> None:
    plan = f"""
about: {{organisation: E, languages: [en], profile: standard}}
people: {{ana: {{name: Ana}}, leo: {{name: Léo}}, zoe: {{name: Zoé}}}}
roles: {{lead: {{kind: communications, {people}}}}}
levels: {{top: {{sign_off: {{new_text: {new_text}}}}}}}
"""
    (said,) = fixes("SIGN-THREE-EYES", plan)
    assert said.startswith(f"Add below `roles:`: `management: {{name: Management, kind: executive, holder: {holder}, ")
    assert said.endswith(f", then write `new_text: {groups}`.")


def test_a_role_of_communications_is_created_too(fixes: Fixes) -> None:
    plan = EYES.replace("kind: communications", "kind: executive")
    (said,) = fixes("SIGN-THREE-EYES", "about: {organisation: E, languages: [en], profile: standard}\n" + plan)
    assert "`communications: {name: Communications, kind: communications, holder: leo, deputies: […], can: " in said


WHOLE = """
about: {organisation: E, languages: LANGUAGES, profile: standard}
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01, email: ana@e.org}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02, email: leo@e.org}
roles:
  lead: {kind: communications, holder: ana, deputies: [leo], can: [activate, approve], first_moves: [a, b, c]}
  ROLE
channels:
  x: {platform: x, publishers: [ana, leo]}
  PAGE
audiences: {media: {kind: media, reach: [REACH]}}
levels: {top: {name: Top, sign_off: {new_text: [lead]}}}
training: [{who: [TRAINED], what: Reading, every: 12 months, last: 2026-11-01}]
"""
BEFORE = {"ROLE": "", "PAGE": "", "REACH": "x", "TRAINED": "lead", "LANGUAGES": "[en]"}


def written(**parts: str) -> str:
    plan = WHOLE
    for part, text in {**BEFORE, **parts}.items():
        plan = plan.replace(part, text)
    return plan


def found_in(plan: str) -> set[tuple[str, str]]:
    findings = check(load_texts({"plan.yaml": plan}), date(2026, 11, 21), Profile.ADVANCED).findings
    return {(finding.check, str(finding.severity)) for finding in findings}


def test_a_role_that_is_created_as_typed_brings_no_finding_that_was_not_there(fixes: Fixes) -> None:
    (fix,) = fixes("SIGN-THREE-EYES", written())
    role, groups = re.findall(r"`([a-z_]+: [{[].*?[}\]])`", fix)
    role = role.replace("deputies: […]", "deputies: [ana]").replace("first_moves: […]", "first_moves: [a, b, c]")
    after = written(ROLE=role, TRAINED="lead, management").replace("new_text: [lead]", groups)
    assert found_in(after) == found_in(written()) - {("SIGN-THREE-EYES", "warning")}


def test_a_plan_of_several_languages_gives_the_role_its_own_names(fixes: Fixes) -> None:
    (fix,) = fixes("SIGN-THREE-EYES", written(LANGUAGES="[en, fr]"))
    assert "`management: {name: …, kind: executive, " in fix


def test_a_crisis_page_as_typed_brings_no_finding_that_was_not_there(fixes: Fixes) -> None:
    (fix,) = fixes("CHAN-DARK-SITE", written())
    ((page,),) = [re.findall(r"`(crisis-page: \{.*\})`", fix)]
    assert "publishers: [ana, leo], admins: […]," in page
    for blank, value in FILLED.items():
        page = page.replace(blank, value)
    page = page.replace("two_factor: x", "two_factor: app")
    after = found_in(written(PAGE=page, REACH="x, crisis-page"))
    assert ("CHAN-DARK-SITE", "warning") not in after
    assert after <= found_in(written())


@pytest.mark.parametrize("publishers", ["", ", publishers: [ana]"])
def test_where_no_channel_has_several_publishers_those_of_the_crisis_page_are_left_open(
    fixes: Fixes, publishers: str
) -> None:
    (fix,) = fixes("CHAN-DARK-SITE", written().replace(", publishers: [ana, leo]", publishers))
    assert "publishers: […], admins: […]," in fix


def test_two_roles_that_are_missing_are_not_made_up(fixes: Fixes) -> None:
    plan = EYES.replace("kind: communications", "kind: customers")
    (said,) = fixes("SIGN-THREE-EYES", "about: {organisation: E, languages: [en], profile: standard}\n" + plan)
    assert said.startswith("Add the roles to `new_text`")


@pytest.mark.parametrize(
    ("roles", "fix"),
    [
        ("lead: {holder: ana, kind: communications}, shop: {holder: leo, kind: customers}", "`convene: [lead, …]`."),
        ("shop: {holder: leo, kind: customers}", "`convene: […]`."),
    ],
)
def test_the_roles_of_the_kinds_that_meet_are_listed(fixes: Fixes, roles: str, fix: str) -> None:
    plan = f"people: {{ana: {{name: A}}, leo: {{name: L}}}}\nroles: {{{roles}}}\nlevels: {{top: {{name: Top}}}}\n"
    about = "about: {organisation: E, languages: [en], profile: standard, war_room: {place: R}}\n"
    assert fixes("LEVEL-NO-CONVENE", about + plan) == [f"List the roles that meet: {fix}"]


@pytest.mark.parametrize(
    ("by", "can", "role"), [(", by: shop", "monitor", "shop"), ("", "monitor", "lead"), ("", "speak", "…")]
)
def test_whoever_watches_already_is_proposed_to_watch(fixes: Fixes, by: str, can: str, role: str) -> None:
    plan = f"""
about: {{organisation: E, languages: [en], profile: standard}}
people: {{ana: {{name: Ana}}}}
roles: {{shop: {{holder: ana}}, lead: {{holder: ana, can: [{can}]}}}}
channels: {{x: {{platform: x}}}}
monitoring: {{watch: {{tv: {{tool: T}}, press: {{tool: T{by}}}}}}}
"""
    assert fixes("MON-BLIND", plan) == [f"Add below `watch:`: `x: {{tool: …, every: …, by: {role}}}`."]


@pytest.mark.parametrize(("left", "person"), [("mia", "leo"), ("nobody", "mia"), ("both", "mia")])
def test_of_legal_whoever_is_there_is_asked(fixes: Fixes, left: str, person: str) -> None:
    gone = ", left_on: 2026-11-01"
    plan = f"""
people:
  mia: {{name: Mia{gone if left in {"mia", "both"} else ""}}}
  leo: {{name: Léo{gone if left == "both" else ""}}}
  zoe: {{name: Zoé{gone if left == "both" else ""}}}
roles: {{law: {{holder: mia, deputies: [leo, zoe], kind: legal}}}}
statements: {{one: {{kind: apology, text: It is our fault.}}}}
"""
    about = "about: {organisation: E, languages: [en], profile: standard}"
    assert f"--by {person}`" in fixes("SIGN-LIABILITY", about + plan)[0]


def test_where_everybody_has_left_or_signs_already_no_holder_is_made_up(fixes: Fixes) -> None:
    standard = "about: {organisation: E, languages: [en], profile: standard}\n" + EYES
    alone = standard.replace("name: Léo Marchand", "name: Léo Marchand, left_on: 2026-11-01")
    assert fixes("SIGN-THREE-EYES", alone)[0].startswith("Add the roles to `new_text`")


STRATEGY = """
scenarios:
  video:
    name: Video
    cluster: preventable
    KEYS
remedies: {voucher: {name: Voucher}}
"""
APOLOGY = "statements: {sorry: {kind: apology, text: We are sorry.}}"


@pytest.mark.parametrize(
    ("keys", "fix"),
    [
        ("remedies: [voucher]", "Add a statement with `kind: apology`."),
        (APOLOGY, "Add `remedies:` with the id of a remedy."),
        ("family: conduct", "Add a statement with `kind: apology`, and `remedies:` with the id of a remedy."),
    ],
)
def test_what_stands_there_is_not_asked_for_again(fixes: Fixes, keys: str, fix: str) -> None:
    about = "about: {organisation: E, languages: [en], profile: standard}"
    assert fixes("SCEN-STRATEGY", about + STRATEGY.replace("KEYS", keys)) == [fix]


@pytest.mark.parametrize(("family", "way_out"), [("safety", True), ("environment", False)])
def test_a_scenario_that_hurts_no_person_is_shown_the_way_out(fixes: Fixes, family: str, way_out: bool) -> None:
    about = "about: {organisation: E, languages: [en], profile: standard}\n"
    scenario = f"scenarios: {{parvo: {{name: Injured dogs, family: {family}, audiences: []}}}}\n"
    assert ("write another `family:`" in fixes("AUD-FAMILIES", about + scenario)[0]) is way_out
