"""AUD: who hears it first."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PLAN = """
people: {{ana: {{name: Ana Ruiz}}}}
roles:
  lead: {{holder: ana}}
  insider: {{holder: ana, can: [inform-staff]}}
channels:
  x: {{platform: x}}
  intranet: {{platform: intranet}}
  mail: {{platform: email, for: [partners]}}
audiences:
  staff: {{kind: staff, before_public: true, reach: [intranet]}}
  partners: {{kind: partners, before_public: true, name: Suppliers}}
  press: {{kind: media, reach: [mail]}}
scenarios:
  leak:
    name: Leak
    audiences: [staff, partners, press]
    actions: {actions}
    statements:
      wait: {{kind: holding, channels: [x], text: We are checking.}}
      inside: {{kind: internal, channels: [intranet], text: Please do not reply online.}}
      letter: {{kind: update, channels: [mail], text: We are checking an access to our files.}}
"""
PUBLIC = "{at: 15m, who: lead, do: Publish, statement: wait}"
UNTOLD = (
    "warning scenarios.leak.actions",
    "In “Leak”, no action tells Suppliers before the public word at 15 min.",
)


@pytest.mark.parametrize(
    ("actions", "sentence"),
    [
        (f"[{PUBLIC}, {{at: 15m, who: lead, do: Tell staff, statement: inside}}]", None),
        (f"[{PUBLIC}, {{at: 16m, who: lead, do: Tell staff, statement: inside}}]", "1 min"),
        (f"[{PUBLIC}, {{at: 1h, who: insider, do: Tell staff}}]", "45 min"),
        (
            (
                f"[{PUBLIC}, {{at: 5m, who: lead, do: Tell staff, statement: inside}},"
                " {at: 1h, who: lead, do: Again, statement: inside}]"
            ),
            None,
        ),
        ("[{at: 5m, who: lead, do: Release the holding statement}, {at: 10m, who: insider, do: Tell staff}]", "5 min"),
        ("[{at: 5m, who: lead, do: Prepare the holding statement}, {at: 10m, who: insider, do: Tell staff}]", None),
        (f"[{PUBLIC}]", None),
        ("[{at: 1h, who: insider, do: Tell staff}]", None),
        ("[{at: 5m, who: lead, do: Pause scheduled posts}, {at: 10m, who: insider, do: Tell staff}]", None),
    ],
)
def test_staff_hear_it_no_later_than_the_public(ask: Ask, actions: str, sentence: str | None) -> None:
    found = [said for _, said in ask("AUD-STAFF-FIRST", PLAN.format(actions=actions))]
    assert found == ([f"In “Leak”, staff are told {sentence} after the public."] if sentence else [])


@pytest.mark.parametrize(
    ("actions", "due"),
    [
        (f"[{PUBLIC}, {{at: 15m, who: lead, do: Write, statement: letter}}]", []),
        (
            f"[{PUBLIC}, {{at: 16m, who: lead, do: Write, statement: letter}}]",
            [
                (
                    "warning scenarios.leak.actions[1].at",
                    "In “Leak”, Suppliers hear it 1 min after the public.",
                )
            ],
        ),
        (f"[{PUBLIC}, {{at: 1h, who: lead, do: Tell staff, statement: inside}}]", [UNTOLD]),
        (f"[{PUBLIC}]", [UNTOLD]),
        (f"[{PUBLIC}, {{at: 5m, who: lead, do: Call the largest suppliers}}]", []),
        ("[{at: 1h, who: lead, do: Write, statement: letter}]", []),
    ],
)
def test_those_who_come_first_hear_it_no_later_than_the_public(
    ask: Ask, actions: str, due: list[tuple[str, str]]
) -> None:
    assert ask("AUD-ORDER", PLAN.format(actions=actions)) == due


@pytest.mark.parametrize(
    ("kind", "found"),
    [("alert", []), ("holding", ["AUD-STAFF-FIRST", "AUD-ORDER"]), ("update", ["AUD-STAFF-FIRST", "AUD-ORDER"])],
)
def test_an_alert_waits_for_nobody(ask: Ask, kind: str, found: list[str]) -> None:
    late = "{at: 16m, who: lead, do: Write, statement: letter}, {at: 16m, who: lead, do: Tell, statement: inside}"
    plan = PLAN.format(actions=f"[{PUBLIC}, {late}]").replace("kind: holding", f"kind: {kind}")
    assert [check for check in ("AUD-STAFF-FIRST", "AUD-ORDER") if ask(check, plan)] == found


def test_after_an_alert_the_first_news_is_what_counts(ask: Ask) -> None:
    news = "{at: 20m, who: lead, do: Publish, statement: news}"
    late = "{at: 30m, who: lead, do: Write, statement: letter}"
    plan = PLAN.format(actions=f"[{PUBLIC}, {news}, {late}]").replace("kind: holding", "kind: alert")
    plan = plan.replace(
        "    statements:\n", "    statements:\n      news: {kind: holding, channels: [x], text: We know.}\n"
    )
    assert [said for _, said in ask("AUD-ORDER", plan)] == ["In “Leak”, Suppliers hear it 10 min after the public."]


@pytest.mark.parametrize(
    ("scenario", "families", "due"),
    [
        ("family: safety, audiences: [near]", "first: true, reach: [phone]", []),
        ("family: safety, audiences: [near]", "reach: [phone]", ["audiences.near.first"]),
        ("family: safety, audiences: [near]", "first: true, reach: [x]", ["audiences.near.reach"]),
        ("family: safety, audiences: [near]", "first: true", ["audiences.near.reach"]),
        ("family: safety, audiences: [near]", "first: true, reach: [nowhere-known]", []),
        ("family: safety, audiences: [close]", "first: true", []),
        ("family: safety", "first: true, reach: [phone]", ["scenarios.event.audiences"]),
        ("name: A person is injured", "first: true, reach: [phone]", ["scenarios.event.audiences"]),
        ("name: Décès au travail", "first: true, reach: [phone]", ["scenarios.event.audiences"]),
        ("triggers: [A customer reports a burn]", "first: true, reach: [phone]", ["scenarios.event.audiences"]),
        ("name: Enfants malades après la cantine", "first: true, reach: [phone]", ["scenarios.event.audiences"]),
        ("family: product, name: Intoxication", "first: true, reach: [phone]", ["scenarios.event.audiences"]),
        ("name: A customer falls ill", "first: true, reach: [phone]", ["scenarios.event.audiences"]),
        ("name: A skill is lost", "first: true, reach: [phone]", []),
        ("family: conduct, name: A joke about the dead", "first: true, reach: [phone]", []),
        ("family: product, name: Wrong label", "first: true, reach: [phone]", []),
        ("name: Burnout of the server", "first: true, reach: [phone]", []),
    ],
)
def test_families_are_told_first_and_in_private(ask: Ask, scenario: str, families: str, due: list[str]) -> None:
    plan = f"""
channels: {{x: {{platform: x}}, phone: {{platform: phone, for: [close]}}}}
audiences: {{near: {{kind: families, {families}}}, close: {{kind: families, first: true}}}}
scenarios: {{event: {{{scenario}}}}}
"""
    assert [where for where, _ in ask("AUD-FAMILIES", plan)] == [f"warning {where}" for where in due]


NIGHT = """
audiences:
  near: {kind: families, name: Families, first: true, reach: [REACH]}
  far: {kind: families, name: Others, reach: [own]}
  press: {kind: media, reach: [phone, late, early, always, x]}
channels:
  desk: {platform: in person}
  late: {platform: phone, staffed: daily 20:00-08:00}
  phone: {platform: phone, staffed: daily 08:00-20:00}
  own: {platform: phone, staffed: daily 08:00-20:00}
  early: {platform: phone, staffed: daily 20:00-07:59}
  always: {platform: phone, staffed: 24/7}
  x: {platform: x, staffed: 24/7}
levels: {red: {name: Red, HOURS}}
scenarios:
  fire: {family: safety, level: LEVEL, audiences: [near]}
  fall: {family: safety, level: LEVEL, audiences: [near]}
"""


@pytest.mark.parametrize(
    ("reach", "hours", "level", "found"),
    [
        ("phone", "", "red", "phone"),
        ("phone", "hours: 24/7", "red", "phone"),
        ("phone", "hours: 'daily 08:00-20:00'", "red", ""),
        ("phone", "", "gone", ""),
        ("phone, desk", "", "red", ""),
        ("own", "", "red", "own"),
        ("desk, own", "", "red", "own"),
        ("phone, own", "", "red", "own"),
        ("phone, late", "", "red", ""),
        ("own, late, desk", "", "red", ""),
        ("phone, early", "", "red", "phone"),
        ("phone, x", "", "red", "phone"),
        ("phone, always", "", "red", ""),
        ("gone, phone", "", "red", ""),
        ("always", "", "red", ""),
        ("desk", "", "red", ""),
        ("x", "", "red", ""),
    ],
)
def test_families_find_somebody_at_every_hour_of_a_level_that_promises_it(
    ask: Ask, reach: str, hours: str, level: str, found: str
) -> None:
    plan = NIGHT.replace("REACH", reach).replace("HOURS", hours).replace("LEVEL", level)
    said = f"Families find somebody on {found} only every day 08:00–20:00, but Red promises 24/7."
    gaps = [gap for gap in ask("AUD-FAMILIES", plan) if "audiences" not in gap[0]]
    assert gaps == ([(f"warning channels.{found}.staffed", said)] if found else [])


def test_one_badly_told_audience_is_one_finding_for_all_scenarios(ask: Ask) -> None:
    plan = """
channels: {phone: {platform: phone}}
audiences: {near: {kind: families, reach: [phone]}}
scenarios:
  fire: {family: safety, audiences: [near]}
  fall: {family: safety, audiences: [near]}
"""
    assert [where for where, _ in ask("AUD-FAMILIES", plan)] == ["warning audiences.near.first"]


FIRE = """
people:
  ana: {name: Ana Ruiz}
roles:
  lead: {holder: ana}
channels:
  x: {platform: x}
  helpline: {platform: phone}
audiences:
  families: {kind: families, name: Families, first: true, reach: [helpline]}
scenarios:
  fire:
    name: Fire with injured people
    family: safety
    audiences: [families]
    actions:
      - {at: 10m, who: lead, do: DONE}
      - {at: 30m, who: lead, do: Release the statement once the family agrees, statement: wait}
      - {at: 2 days, who: lead, do: Meet the families again}
    statements:
      wait: {kind: holding, channels: [x], text: We are checking.}
      call: {kind: update, channels: [helpline], text: A member of your family was hurt.}
"""


@pytest.mark.parametrize("done", ["Close the shop", "Call the fire brigade"])
def test_a_timeline_that_never_tells_families_before_the_public_is_found(ask: Ask, done: str) -> None:
    assert ask("AUD-FAMILIES", FIRE.replace("DONE", done)) == [
        (
            "warning scenarios.fire.actions",
            "In “Fire with injured people”, no action tells Families before the public word at 30 min.",
        )
    ]


@pytest.mark.parametrize("done", ["Call the next of kin", "Prévenir les proches", "Call them, statement: call"])
def test_families_are_told_by_a_text_or_by_an_action_that_names_them(ask: Ask, done: str) -> None:
    assert ask("AUD-FAMILIES", FIRE.replace("DONE", done)) == []


def test_where_nothing_is_planned_for_the_public_or_nobody_is_hurt_no_action_for_families_is_asked(ask: Ask) -> None:
    silent = FIRE.replace(", statement: wait", "").replace("Release the statement", "Go on")
    assert ask("AUD-FAMILIES", silent.replace("DONE", "Close the shop")) == []
    assert ask("AUD-FAMILIES", FIRE.replace("DONE", "Stop sales").replace("family: safety", "family: product")) == []


TOGETHER = """
people:
  ana: {name: Ana Ruiz}
roles:
  lead: {holder: ana}
channels:
  x: {platform: x, for: [merchants, public]}
audiences:
  merchants: {kind: partners, before_public: true, name: Merchants}
  public: {kind: public}
scenarios:
  outage:
    name: Card payments fail
    audiences: [merchants, public]
    actions:
      - {at: 5m, who: lead, do: DONE}
      - {at: 15m, who: lead, do: Publish it, statement: wait}
    statements:
      wait: {kind: holding, channels: [x], text: We are checking.}
"""


def test_who_should_hear_it_before_the_public_is_not_told_by_the_same_post(ask: Ask) -> None:
    assert ask("AUD-ORDER", TOGETHER.replace("DONE", "Check the facts")) == [
        (
            "info scenarios.outage.actions[1]",
            "In “Card payments fail”, Merchants hear it with the public, by the same text.",
        )
    ]


def test_an_action_before_that_names_them_tells_them(ask: Ask) -> None:
    assert ask("AUD-ORDER", TOGETHER.replace("DONE", "Call the ten largest merchants")) == []
    assert ask("AUD-ORDER", TOGETHER.replace("DONE", "Check").replace("before_public: true, ", "")) == []


TOLD = """
people: {ana: {name: Ana Ruiz}}
roles: {lead: {holder: ana}}
channels:
  x: {platform: x, for: [families]}
  helpline: {platform: phone, for: [families]}
audiences:
  families: {kind: families, name: Families, first: true}
scenarios:
  fire:
    name: Fire
    family: safety
    audiences: [families]
    actions:
      - {at: 10m, who: lead, do: Close the shop}
      - {at: 30m, who: lead, do: Publish, statement: wait}
    statements:
      wait: {kind: holding, channels: [x, helpline], text: We are checking.}
"""


def test_a_text_that_everybody_reads_tells_no_family(ask: Ask) -> None:
    assert [where for where, _ in ask("AUD-FAMILIES", TOLD)] == ["warning scenarios.fire.actions"]
    assert ask("AUD-ORDER", TOLD) == []


def test_a_text_that_names_families_or_goes_on_a_private_line_only_tells_them(ask: Ask) -> None:
    named = TOLD.replace("kind: holding,", "kind: holding, audiences: [families],")
    assert ask("AUD-FAMILIES", named) == []
    assert [where for where, _ in ask("AUD-ORDER", named)] == ["info scenarios.fire.actions[1]"]
    private = TOLD.replace("do: Close the shop", "do: Call, statement: call").replace(
        "    statements:\n", "    statements:\n      call: {kind: update, channels: [helpline], text: We call you.}\n"
    )
    assert ask("AUD-FAMILIES", private) == []


def test_families_called_after_the_public_word_learnt_it_in_public(ask: Ask) -> None:
    late = TOLD.replace("    statements:\n", "      - {at: 3h, who: lead, do: Call the family}\n    statements:\n")
    assert [where for where, _ in ask("AUD-FAMILIES", late)] == ["warning scenarios.fire.actions"]


def test_who_is_to_hear_before_the_public_and_never_does_is_found(ask: Ask) -> None:
    untold = TOGETHER.replace("[merchants, public]}", "[public]}").replace(
        "name: Merchants", "name: Council of the fair"
    )
    assert ask("AUD-ORDER", untold.replace("DONE", "Check the facts")) == [
        (
            "warning scenarios.outage.actions",
            "In “Card payments fail”, no action tells Council of the fair before the public word at 15 min.",
        )
    ]
    assert ask("AUD-ORDER", untold.replace("DONE", "Call our partners")) == []
    assert ask("AUD-ORDER", untold.replace("DONE", "Call the council")) == []


UNTOLD_PLAN = """
people: {ana: {name: Ana Ruiz}}
roles: {lead: {holder: ana}}
channels: {x: {platform: x}}
audiences:
  them: {kind: KIND, name: Ministry of X, first: true}
scenarios:
  event:
    name: Event
    family: FAMILY
    audiences: [nobody-known, them]
    actions:
      - {at: 15m, who: lead, do: DONE}
      - {at: 15m, who: lead, do: Publish, statement: wait}
    statements:
      wait: {kind: holding, channels: [x], text: We are checking.}
"""


@pytest.mark.parametrize(
    ("kind", "family", "done", "found"),
    [
        ("families", "safety", "Check", False),  # AUD-FAMILIES speaks
        ("families", "product", "Check", True),
        ("officials", "safety", "Check", True),
        ("officials", "safety", "Call the two ministers", False),
        ("officials", "safety", "Stop the miniseries", True),
        ("officials", "safety", "Call the mayor", False),
    ],
)
def test_who_is_untold_is_found_by_one_check(ask: Ask, kind: str, family: str, done: str, found: bool) -> None:
    plan = UNTOLD_PLAN.replace("KIND", kind).replace("FAMILY", family).replace("DONE", done)
    said = "In “Event”, no action tells Ministry of X before the public word at 15 min."
    assert ask("AUD-ORDER", plan) == ([("warning scenarios.event.actions", said)] if found else [])
