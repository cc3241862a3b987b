"""LEVEL: criteria, times, stand-down, who meets."""

from collections.abc import Callable

import pytest

from planbuilder.findings import Profile

Ask = Callable[..., list[tuple[str, str]]]


def test_a_plan_without_levels_misses_them_once_and_at_its_root(ask: Ask) -> None:
    plan = "people: {ana: {name: Ana Ruiz}}\n"
    assert ask("LEVEL-MISSING", plan) == [
        ("error about", "The plan has no levels: it does not say when a crisis starts.")
    ]
    for check in ("LEVEL-VAGUE", "LEVEL-NO-TIMES", "LEVEL-ORDER", "LEVEL-LATE", "LEVEL-NO-CONVENE", "SIGN-MISSING"):
        assert ask(check, plan) == []


def test_a_single_level_is_asked_about_from_the_standard_profile_on(ask: Ask) -> None:
    plan = "levels: {low: {when: [A fire]}}\n"
    sentence = "The plan has a single level: a small trouble and a grave crisis are handled alike."
    assert ask("LEVEL-MISSING", plan, profile=Profile.STANDARD) == [("warning levels", sentence)]
    assert ask("LEVEL-MISSING", plan, profile=Profile.STARTER) == []


@pytest.mark.parametrize(
    "criterion",
    [
        "More than 20 messages in an hour",
        "Un client malade",
        "Two shops closed",
        "Reprise par Le Monde",
        "A journalist asks",
        "Un article dans la presse",
        "The Crisis lead asks for it",
        "Blessé grave ou décès",
        "A vulnerability is exploited",
        "Le site est hors service",
        "Arrêt de toute la vente",
        "Données personnelles peut-être piratées",
        "Dangerous product in customers' homes",
        "La CNIL nous écrit",
        "Suicide d'un salarié",
        "Un client hospitalisé",
        "A customer taken to hospital",
        "Site web inaccessible",
        "Our website is unreachable",
        "Un dirigeant mis en examen",
        "Garde à vue d'un dirigeant",
        "Un salarié agressé",
        "An employee is assaulted",
        "Accusation de harcèlement",
        "Noyade",
        "Retrait d'un produit",
        "Eau impropre à la consommation",
        "Perte de données clients",
        "Customer data exposed",
        "Odeur de gaz",
        "Manifestation devant le siège",
        "Rupture d'approvisionnement",
        "Les caisses ne fonctionnent plus",
        "A worker trapped",
        "Un client blessé par un produit de la marque",
        "A customer hurt by a lamp of our brand",
        "The brand's lamp hurt a customer",
        "A brand product is dangerous",
        "Une image de salarié blessé circule",
        "An image of a hurt customer",
        "A death hurts our reputation",
    ],
)
def test_a_criterion_with_a_number_a_place_a_role_or_an_event_can_be_checked(ask: Ask, criterion: str) -> None:
    plan = f"""
        people: {{ana: {{name: Ana}}}}
        roles: {{lead: {{name: Crisis lead, holder: ana}}}}
        levels: {{low: {{when: [Things are bad, "{criterion}"]}}}}
        """
    assert ask("LEVEL-VAGUE", plan) == []


@pytest.mark.parametrize(
    "criterion",
    [
        "The situation gets out of hand",
        "La situation est grave",
        "Our reputation is at stake",
        "Bad buzz",
        "Un bad buzz important",
        "Emotions run high online",
        "Forte émotion en ligne",
        "Notre réputation est en danger",
        "Our reputation is hurt",
        "The situation is dangerous for the brand",
        "La marque est attaquée",
        "Our brand is under attack",
        "Notre image est blessée",
        "The image of the brand is hurt",
        "Perte de confiance",
        "The company is exposed",
    ],
)
def test_a_criterion_of_opinion_cannot_be_checked(ask: Ask, criterion: str) -> None:
    assert ask("LEVEL-VAGUE", f"levels: {{low: {{when: ['{criterion}', Things are bad]}}}}\n") == [
        ("warning levels.low.when", f"Two people cannot check “{criterion}” in the same way.")
    ]


def test_one_language_with_a_fact_is_enough_and_other_languages_are_not_judged(ask: Ask) -> None:
    about = "about: {organisation: Example, languages: [de, en]}\n"
    assert ask("LEVEL-VAGUE", about + "levels: {low: {when: {de: [Alles schlimm], en: [A fire]}}}\n") == []
    assert ask("LEVEL-VAGUE", about + "levels: {low: {when: {de: [Alles schlimm]}}}\n") == []


@pytest.mark.parametrize(
    ("times", "found"),
    [
        ("reach: 30m, first_word: 1h, update_every: 4h", ""),
        ("reach: 30m, first_word: 1h", "the next public word"),
        ("update_every: 4h", "reaching a person who may decide and the first public word"),
    ],
)
def test_a_level_promises_three_times(ask: Ask, times: str, found: str) -> None:
    sentences = [("error levels.low", f"low has no time limit for {found}.")] if found else []
    assert ask("LEVEL-NO-TIMES", f"levels: {{low: {{{times}}}}}\n") == sentences


SLOWER = "is slower than {}, though it is graver: {} after {} instead of {}."


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ("{a: {reach: 1h}, b: {reach: 60m}}", []),
        ("{a: {update_every: 24h}, b: {update_every: 1 day}}", []),
        (
            "{a: {reach: 1h}, b: {reach: 61m}}",
            [("b.reach", "b " + SLOWER.format("a", "reaching a person who may decide", "1 h 1 min", "1 h"))],
        ),
        (
            "{a: {first_word: 1h}, b: {}, c: {first_word: 2h}}",
            [("c.first_word", "c " + SLOWER.format("a", "the first public word", "2 h", "1 h"))],
        ),
        (
            "{a: {update_every: 4h}, b: {update_every: 1h}, c: {update_every: 2h}}",
            [("c.update_every", "c " + SLOWER.format("b", "the next public word", "2 h", "1 h"))],
        ),
        (
            "{a: {reach: 1h}, b: {reach: 3h}, c: {reach: 2h}}",
            [
                ("b.reach", "b " + SLOWER.format("a", "reaching a person who may decide", "3 h", "1 h")),
                ("c.reach", "c " + SLOWER.format("a", "reaching a person who may decide", "2 h", "1 h")),
            ],
        ),
    ],
)
def test_a_graver_level_is_not_slower(ask: Ask, levels: str, found: list[tuple[str, str]]) -> None:
    expected = [(f"error levels.{where}", sentence) for where, sentence in found]
    assert ask("LEVEL-ORDER", f"levels: {levels}\n") == expected


AFTER = "At top, the gravest level, the first public word comes after"


@pytest.mark.parametrize(
    ("time", "platform", "found"),
    [
        ("60m", "website", []),
        ("61m", "website", [("warning", f"{AFTER} 1 h 1 min; good practice is one hour.")]),
        ("61m", "x", [("warning", f"{AFTER} 1 h 1 min; good practice is one hour.")]),
        ("15m", "x", []),
        ("16m", "x", [("info", f"{AFTER} 16 min; on social media good practice is 15 minutes.")]),
        ("16m", "website", []),
    ],
)
def test_the_first_word_comes_within_the_hour(ask: Ask, time: str, platform: str, found: list[tuple[str, str]]) -> None:
    plan = f"levels: {{low: {{first_word: 1 day}}, top: {{first_word: {time}}}}}\n"
    plan += f"channels: {{one: {{platform: {platform}}}}}\n"
    assert ask("LEVEL-LATE", plan) == [(f"{severity} levels.top.first_word", said) for severity, said in found]


@pytest.mark.parametrize(
    ("stand_down", "found"),
    [
        ("", [("about", "The plan does not say when the crisis ends, nor who says so.")]),
        (
            "stand_down: {when: [No calls]}",
            [("stand_down.who", "The plan does not say who decides that the crisis is over.")],
        ),
        ("stand_down: {who: [lead]}", [("stand_down.when", "The plan does not say which facts end the crisis.")]),
        ("stand_down: {who: [lead], when: [No calls]}", []),
    ],
)
def test_the_plan_says_when_the_crisis_is_over(ask: Ask, stand_down: str, found: list[tuple[str, str]]) -> None:
    plan = f"people: {{ana: {{name: Ana}}}}\nroles: {{lead: {{holder: ana}}}}\n{stand_down}\n"
    assert ask("LEVEL-NO-STAND-DOWN", plan) == [(f"warning {where}", said) for where, said in found]


@pytest.mark.parametrize(
    ("convene", "found"),
    [
        ("[]", ["At top, the plan does not say who meets."]),
        ("[pr, law, boss, staff]", []),
        ("[pr, law, boss]", ["At top, the meeting lacks human resources."]),
        ("[staff]", ["At top, the meeting lacks communications, legal and management."]),
        ("[staff, ghost]", []),
    ],
)
def test_the_gravest_level_says_who_meets(ask: Ask, convene: str, found: list[str]) -> None:
    assert ask("LEVEL-NO-CONVENE", meeting(convene)) == [("warning levels.top.convene", said) for said in found]


def meeting(convene: str, room: str = "war_room: {place: Room 2}") -> str:
    return f"""
        about: {{organisation: Example, languages: [en], {room}}}
        people: {{ana: {{name: Ana}}}}
        roles:
          pr: {{holder: ana, kind: communications}}
          law: {{holder: ana, kind: legal}}
          boss: {{holder: ana, kind: executive}}
          staff: {{holder: ana, kind: people}}
        levels: {{low: {{}}, top: {{convene: {convene}}}}}
        """


@pytest.mark.parametrize(
    ("room", "found"),
    [
        ("", [("about.war_room", "The plan does not say where the crisis team meets.")]),
        ("war_room: {}", [("about.war_room", "The plan does not say where the crisis team meets.")]),
        ("war_room: {place: Room 2}", []),
        ("war_room: {bridge: +33 1 99 00 00 10}", []),
        ("war_room: {bridge: +33 1 99 00 00 10, backup_bridge: +33 1 99 00 00 11}", []),
        (
            "war_room: {bridge: +33 1 99 00 00 10, backup_bridge: +33 1 99 00 00 10}",
            [("about.war_room.backup_bridge", "The second conference call is the first one again.")],
        ),
    ],
)
def test_the_plan_says_where_the_team_meets(ask: Ask, room: str, found: list[tuple[str, str]]) -> None:
    plan = meeting("[pr, law, boss, staff]", room)
    assert ask("LEVEL-NO-CONVENE", plan) == [(f"warning {at}", said) for at, said in found]
