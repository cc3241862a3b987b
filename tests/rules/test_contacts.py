"""TEAM: numbers and other means of contact."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]


def chain(ana: str, rest: str = "") -> str:
    return f"""
about: {{organisation: Example, languages: [en], country: FR, domains: [ours.fr]}}
people:
  ana: {{name: Ana Ruiz, {ana}}}
roles: {{lead: {{holder: ana}}}}
levels: {{low: {{}}}}
escalation: {{path: {{levels: [low], steps: [{{call: lead}}]}}}}
{rest}
"""


@pytest.mark.parametrize(
    ("means", "found"),
    [
        ("mobile: 0639980001, home: 0199000001", ""),
        ("mobile: 0639980001, email: ana@ours.fr", ""),
        ("mobile: 0639980001, signal: ana", ""),
        ("email: ana@ours.fr, whatsapp: ana", ""),
        ("email: ana@mail.ours.fr, slack: ana", "e-mail and Slack, which fail together"),
        ("email: ana@home.fr, signal: ana", "e-mail and Signal, which fail together"),
        (
            "mobile: 0639980001, sms: 0639980001, pager: 0639980002",
            "mobile, text message and pager, which fail together",
        ),
        ("home: 0199000001, desk: 0199000002", "home phone and desk phone, which fail together"),
        ("teams: ana", "Teams"),
        ("teams: ana, email: https://ours.fr/contacts", "Teams"),
    ],
)
def test_whoever_is_called_has_two_means_that_do_not_fail_together(ask: Ask, means: str, found: str) -> None:
    sentences = [("error people.ana", f"Ana Ruiz can be reached only by {found}.")] if found else []
    assert ask("TEAM-ONE-MEANS", chain(means)) == sentences


CALLED = "escalation: {path: {levels: [low], steps: [{call: WHO}]}}\n"


@pytest.mark.parametrize(
    ("ana", "rest", "found"),
    [
        ("teams: ana", "roles: {lead: {holder: ana}}", False),
        ("teams: ana", "on_call: {line: {role: lead, rota: [ana], from: 2026-01-01}}", True),
        ("teams: ana", CALLED.replace("WHO", "ana"), True),
        ("teams: ana, left_on: 2026-01-01", CALLED.replace("WHO", "ana"), False),
        ("job: clerk", "roles: {lead: {holder: ana}}\n" + CALLED.replace("WHO", "lead"), False),
    ],
)
def test_only_the_chain_needs_two_means(ask: Ask, ana: str, rest: str, found: bool) -> None:
    plan = f"people: {{ana: {{name: Ana Ruiz, {ana}}}}}\n{rest}\n"
    assert bool(ask("TEAM-ONE-MEANS", plan)) is found


def test_a_person_called_directly_without_a_number_is_found(ask: Ask) -> None:
    plan = "people: {ana: {name: Ana Ruiz}}\n" + CALLED.replace("WHO", "ana")
    assert ask("TEAM-ONE-MEANS", plan) == [
        ("error people.ana", "The plan calls Ana Ruiz, but gives no number or address.")
    ]
    assert ask("TEAM-NO-MEANS", plan) == []


ON_CALL = "on_call: {line: {role: lead, rota: [ana], from: 2026-01-01}}"


@pytest.mark.parametrize(
    ("keys", "rest", "found"),
    [
        ("teams: ana, checked: 2026-05-21", "", []),
        (
            "teams: ana, checked: 2026-05-20",
            "",
            ["The numbers of Ana Ruiz were last checked on 20 May 2026, more than 6 months ago."],
        ),
        ("teams: ana, checked: 2026-08-21", ON_CALL, []),
        (
            "teams: ana, checked: 2026-08-20",
            ON_CALL,
            ["The numbers of Ana Ruiz, who is on call, were last checked on 20 August 2026, more than 3 months ago."],
        ),
        ("teams: ana, checked: 2026-11-21", "", []),
        (
            "teams: ana, checked: 2026-11-22",
            "",
            ["The check of the numbers of Ana Ruiz is dated 22 November 2026, which is still in the future."],
        ),
        ("teams: ana", "", ["The plan does not say when the numbers of Ana Ruiz were last checked."]),
        ("job: boss", "", []),
        ("teams: ana, left_on: 2026-11-01", "", []),
    ],
)
def test_numbers_are_tried_in_time(ask: Ask, keys: str, rest: str, found: list[str]) -> None:
    assert ask("TEAM-STALE-CONTACT", chain(keys, rest)) == [("warning people.ana.checked", one) for one in found]


@pytest.mark.parametrize(
    ("country", "typed", "found"),
    [
        ("FR", "0639980001", ""),
        ("FR", "06 39 98 00 01", ""),
        ("FR", "+1 514 555 0104", ""),
        ("IT", "06 6982 0000", "`mobile` of Ana Ruiz is the number of a landline."),
        ("IT", "333 123 4567", ""),
        ("GB", "07700 900001", ""),
        ("GB", "07700 90001", "`mobile` of Ana Ruiz is not a phone number that can be called."),
        ("GB", "07700 9000011", "`mobile` of Ana Ruiz is not a phone number that can be called."),
        ("GB", "020 7946 0022", "`mobile` of Ana Ruiz is the number of a landline."),
        ("FR", "01 42 68 53 00", "`mobile` of Ana Ruiz is the number of a landline."),
        ("BE", "0470 12 34 5", "`mobile` of Ana Ruiz is not a phone number that can be called."),
        ("FR", "063998000", "`mobile` of Ana Ruiz is not a phone number that can be called."),
        ("FR", "06399800011", "`mobile` of Ana Ruiz is not a phone number that can be called."),
        ("FR", "ask Leo", "`mobile` of Ana Ruiz is not a phone number that can be called."),
        ("", "0639980001", "`mobile` of Ana Ruiz has no country prefix."),
        ("", "+33639980001", ""),
        ("", "+33 6 39", "`mobile` of Ana Ruiz is not a phone number that can be called."),
    ],
)
def test_a_number_has_the_form_and_length_of_one(ask: Ask, country: str, typed: str, found: str) -> None:
    about = f"{{organisation: Example, languages: [en]{f', country: {country}' if country else ''}}}"
    plan = f"about: {about}\npeople: {{ana: {{name: Ana Ruiz, mobile: {typed}}}}}\n"
    assert ask("TEAM-BAD-NUMBER", plan) == ([("error people.ana.mobile", found)] if found else [])


TWO_COUNTRIES = (
    "about: {organisation: Example, languages: [en], country: IE, timezone: Europe/Dublin}\n"
    "people: {luc: {name: Luc Fortin, timezone: ZONE, mobile: 'NUMBER'}}\n"
)


@pytest.mark.parametrize(
    ("zone", "typed", "doubtful"),
    [
        ("America/Toronto", "514 555 0101", True),
        ("America/Montreal", "(514) 555-0101", True),
        ("Europe/Paris", "06 39 98 00 01", True),
        ("America/Toronto", "+1 514 555 0101", False),
        ("America/Toronto", "00 1 514 555 0101", False),
        ("America/Toronto", "+353 20 910 0101", False),
        ("Europe/Dublin", "020 910 0101", False),
        ("UTC", "020 910 0101", False),
        ("America/Toronto", "020 910 010", False),
    ],
)
def test_a_number_that_could_be_dialled_in_two_countries_needs_its_prefix(
    ask: Ask, zone: str, typed: str, doubtful: bool
) -> None:
    sentence = "`mobile` of Luc Fortin has no country prefix, and the time zone of Luc Fortin is in another country."
    said = ask("TEAM-BAD-NUMBER", TWO_COUNTRIES.replace("ZONE", zone).replace("NUMBER", typed))
    assert (("error people.luc.mobile", sentence) in said) == doubtful


def test_two_people_with_one_number_are_first_asked_for_its_prefix(ask: Ask) -> None:
    plan = TWO_COUNTRIES.replace("ZONE", "America/Toronto").replace("NUMBER", "514 555 0101")
    plan = plan.replace("}}\n", "}, lea: {name: Léa Roy, timezone: America/Toronto, mobile: 514 555 0101}}\n")
    assert [where for where, _ in ask("TEAM-BAD-NUMBER", plan)] == [
        "error people.luc.mobile",
        "error people.lea.mobile",
    ]


def test_countries_that_share_a_code_leave_no_doubt(ask: Ask) -> None:
    plan = TWO_COUNTRIES.replace("IE", "CA").replace("ZONE", "America/New_York").replace("NUMBER", "514 555 0101")
    assert ask("TEAM-BAD-NUMBER", plan) == []


@pytest.mark.parametrize(
    ("zone", "typed", "found"),
    [
        (
            "America/Toronto",
            "514 555 0101",
            " has no country prefix, and the time zone of night is in another country.",
        ),
        ("Europe/Dublin", "020 91", " is not a phone number that can be called."),
        ("America/Toronto", "+1 514 555 0101", ""),
    ],
)
def test_the_number_of_a_line_is_asked_the_same(ask: Ask, zone: str, typed: str, found: str) -> None:
    about = TWO_COUNTRIES.partition("\n")[0]
    line = f"{{role: lead, rota: [luc], from: 2026-11-16, timezone: {zone}, number: '{typed}'}}"
    said = ask("TEAM-BAD-NUMBER", f"{about}\non_call: {{night: {line}}}\n")
    assert said == ([("error on_call.night.number", f"`number` of night{found}")] if found else [])


@pytest.mark.parametrize(
    ("about", "person", "shown"),
    [
        ("country: CA", "", "+1 514 555 0123"),
        ("country: BE", "", "+32 …"),
        ("country: IE", "timezone: Europe/London, ", "+44 7700 900123"),
        ("timezone: Europe/Dublin", "", "+353 20 910 0123"),
        ("version: 1", "", "+33 6 39 98 00 01"),
    ],
)
def test_the_number_to_copy_is_of_the_country_of_the_person(
    fixes: Callable[..., list[str]], about: str, person: str, shown: str
) -> None:
    plan = (
        f"about: {{organisation: X, languages: [en], {about}}}\npeople: {{ana: {{name: Ana, {person}mobile: '12'}}}}\n"
    )
    assert f" {shown}" in fixes("TEAM-BAD-NUMBER", plan)[0]


@pytest.mark.parametrize(
    ("key", "typed", "fix"),
    [
        (
            "mobile",
            "07700 900001 / 07700 900009",
            "Write one here, and the other below another key, for example `home:`.",
        ),
        (
            "home",
            "020 7946 0002 or 07700 900009",
            "Write one here, and the other below another key, for example `mobile:`.",
        ),
        ("home", "020 7946 0002 ext 12", "Write one that rings without an extension here, and this one below `desk:`."),
        (
            "mobile",
            "07700 900001 x12",
            "Write one that rings without an extension here, and this one below `desk:`.",
        ),
        (
            "desk",
            "79460 ext 12",
            "Write all its digits, and the extension after them: `+44 20 7946 0123 ext. 234`.",
        ),
        (
            "home",
            "020 7946 0002 (weekends only)",
            "Write the number alone, in the form of +44 20 7946 0123, and the words in `job:`.",
        ),
        ("mobile", "ask Leo", "Write all its digits, in the form of +44 7700 900123."),
        (
            "mobile",
            f"0770090000{'.' * 109}or so",
            "Write the number alone, in the form of +44 7700 900123, and the words in `job:`.",
        ),
        ("mobile", f"0770090000{'.' * 110}or so", "Write all its digits, in the form of +44 7700 900123."),
    ],
)
def test_what_is_typed_beside_a_number_gets_a_place_of_its_own(
    fixes: Callable[..., list[str]], key: str, typed: str, fix: str
) -> None:
    plan = f"about: {{organisation: X, languages: [en], country: GB}}\npeople: {{ana: {{name: Ana, {key}: {typed}}}}}\n"
    assert fixes("TEAM-BAD-NUMBER", plan) == [fix]


def test_a_number_at_the_desk_may_have_an_extension_and_share_the_switchboard(ask: Ask) -> None:
    plan = """
        about: {organisation: X, languages: [en], country: CA}
        people:
          ana: {name: Ana, desk: 819-555-0173 poste 234}
          leo: {name: Léo, desk: "+1 819 555 0173;ext=235"}
          mia: {name: Mia, desk: 819-555-0173 x234}
        """
    assert ask("TEAM-BAD-NUMBER", plan) == [
        ("error people.mia.desk", "`desk` of Mia is the same number as `desk` of Ana.")
    ]


def test_a_number_with_more_than_a_number_is_found_at_its_value(ask: Ask, places: Callable[..., list[str]]) -> None:
    for typed, said in (
        ("'07700 900001 / 07700 900009'", "holds more than one phone number."),
        ("020 7946 0022", "is the number of a landline."),
    ):
        about = "about: {organisation: X, languages: [en], country: GB}\n"
        plan = f"{about}people: {{ana: {{name: Ana, mobile: {typed}}}}}\n"
        assert ask("TEAM-BAD-NUMBER", plan) == [("error people.ana.mobile", f"`mobile` of Ana {said}")]
        assert [place.startswith(typed) for place in places("TEAM-BAD-NUMBER", plan)] == [True]


@pytest.mark.parametrize(("country", "form"), [("", "+44 7700 900123"), ("country: FR, ", "+44 7700 900123")])
def test_the_form_of_a_mobile_is_that_of_its_country(fixes: Callable[..., list[str]], country: str, form: str) -> None:
    about = f"about: {{organisation: X, {country}languages: [en]}}\n"
    (fix,) = fixes("TEAM-BAD-NUMBER", about + "people: {ana: {name: Ana, mobile: +44 7700 90001}}\n")
    assert fix == f"Write all its digits, in the form of {form}."


@pytest.mark.parametrize(
    ("country", "typed", "form"),
    [
        ("FR", "00 71 20 45 11", "+33 6 39 98 00 01"),
        ("FR", "00 49 15 123 4", "+33 6 39 98 00 01"),
        ("FR", "00 49 15 123 45", "+49 …"),
        ("FR", "+7 12 04 511", "+7 …"),
        ("FR", "00 44 7700 9001", "+44 7700 900123"),
        ("GB", "00 71 20 45 11", "+44 7700 900123"),
        ("BE", "00 71 20 45 11", "+7 …"),
    ],
)
def test_two_zeros_in_front_of_too_few_digits_are_no_prefix(
    fixes: Callable[..., list[str]], country: str, typed: str, form: str
) -> None:
    about = f"about: {{organisation: X, country: {country}, languages: [en]}}\n"
    (fix,) = fixes("TEAM-BAD-NUMBER", f"{about}people: {{ana: {{name: Ana, mobile: '{typed}'}}}}\n")
    assert fix == f"Write all its digits, in the form of {form}."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ana@example.com", False),
        ("ana.ruiz+crise@mail.éclairage.example", False),
        ("d_arc.1@a-b.xn--p1ai", False),
        ("https://intranet.example.com/contacts", False),
        ("ana.example.com", True),
        ("ana@example", True),
        ("ana@@example.com", True),
        ("ana@leo@example.com", True),
        ("ana ruiz@example.com", True),
        ("Ana Ruiz <ana@example.com>", True),
        ("ana@example.com, leo@example.com", True),
        ("mailto:ana@example.com", True),
        ("ana@.example.com", True),
        ("ana@example..com", True),
        ("ana@example.com.", True),
        ("ana@12.34.56.78", True),
    ],
)
def test_an_address_has_the_form_of_one(ask: Ask, typed: str, found: bool) -> None:
    plan = f"people: {{ana: {{name: Ana Ruiz, email: {typed!r}}}}}\n"
    said = ask("TEAM-BAD-NUMBER", plan)
    assert said == ([("error people.ana.email", "`email` of Ana Ruiz is not an e-mail address.")] if found else [])


def test_the_value_of_a_number_is_never_said(ask: Ask) -> None:
    plan = "people: {ana: {name: Ana Ruiz, home: 0199, desk: 0639980001}, leo: {name: Leo, sms: '+33639980001'}}\n"
    found = ask("TEAM-BAD-NUMBER", plan)
    assert [address for address, _ in found] == ["error people.ana.home", "error people.leo.sms"]
    assert not any(digits in sentence for _, sentence in found for digits in ("0199", "39980001", "39 98"))


def test_a_number_may_serve_twice_for_one_person_only(ask: Ask) -> None:
    plan = """
        people:
          ana: {name: Ana Ruiz, mobile: 0639980001, sms: +33639980001}
          leo: {name: Léo Marchand, pager: 06 39 98 00 01}
        """
    assert ask("TEAM-BAD-NUMBER", plan) == [
        ("error people.leo.pager", "`pager` of Léo Marchand is the same number as `mobile` of Ana Ruiz.")
    ]


@pytest.mark.parametrize(
    ("means", "family", "found"),
    [
        ("email: leo@ours.fr, slack: leo", "data", True),
        ("email: leo@ours.fr, slack: leo", "product", False),
        ("email: leo@ours.fr, home: 0199000001", "data", False),
        ("email: leo@home.fr", "data", False),
        ("job: clerk", "data", False),
        ("slack: leo, left_on: 2026-11-01", "data", False),
    ],
)
def test_people_are_reachable_without_the_company_s_systems(ask: Ask, means: str, family: str, found: bool) -> None:
    plan = chain("mobile: 0639980001", f"scenarios: {{one: {{family: {family}}}}}").replace(
        "roles:", f"  leo: {{name: Léo Marchand, {means}}}\nroles:"
    )
    sentence = "If company systems are down, Léo Marchand cannot be reached."
    assert ask("TEAM-COMPANY-ONLY", plan) == ([("warning people.leo", sentence)] if found else [])


def test_whoever_is_called_first_is_asked_for_two_means_instead(ask: Ask) -> None:
    plan = chain("slack: ana", "scenarios: {one: {family: data}}")
    assert ask("TEAM-COMPANY-ONLY", plan) == []
    assert len(ask("TEAM-ONE-MEANS", plan)) == 1


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ("{ana: {name: Ana, mobile: 0639980001}}", []),
        ("{ana: {name: Ana}}", ["Ana cannot be reached: the plan gives no number or address."]),
        (
            "{ana: {name: Ana, email: 'https://ours.fr', mobile: 'https://ours.fr'}}",
            ["Ana cannot be reached: the plan gives only a link to where the numbers are kept."],
        ),
        ("{ana: {name: Ana, left_on: 2026-01-01}}", []),
        ("{ana: {name: Ana, slack: ana}, leo: {name: Leo}}", []),
    ],
)
def test_whoever_has_a_role_has_a_means_of_contact(ask: Ask, people: str, found: list[str]) -> None:
    plan = f"people: {people}\nroles: {{lead: {{holder: ana}}}}\n"
    assert ask("TEAM-NO-MEANS", plan) == [("error people.ana", one) for one in found]


@pytest.mark.parametrize(
    ("room", "family", "address"),
    [
        ("bridge: Teams “Crisis”", "data", "about.war_room.bridge"),
        (
            "bridge: 'https://teams.microsoft.com/l/1', backup_bridge: Slack huddle",
            "data",
            "about.war_room.backup_bridge",
        ),
        ("bridge: call.lumen.example/crisis", "data", "about.war_room.bridge"),
        ("bridge: Teams, backup_bridge: +33 1 99 00 00 10", "data", None),
        ("bridge: +33 1 99 00 00 10", "data", None),
        ("place: Room 2", "data", None),
        ("bridge: Teams", "safety", None),
    ],
)
def test_the_crisis_team_can_confer_without_the_company(ask: Ask, room: str, family: str, address: str | None) -> None:
    plan = f"""
        about: {{organisation: X, languages: [en], domains: [lumen.example], war_room: {{{room}}}}}
        scenarios: {{leak: {{family: {family}}}}}
        """
    said = "If company systems are down, the crisis team has no conference call left."
    assert ask("TEAM-COMPANY-ONLY", plan) == ([(f"warning {address}", said)] if address else [])
