"""CHAN: scheduled posts, private talks, reply times, backups, hours, languages."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

PEOPLE = """
people:
  ana: {name: Ana Ruiz, languages: [en]}
  leo: {name: Léo Marchand, languages: [fr, en]}
  tom: {name: Tom Keller}
audiences:
  staff: {kind: staff}
"""


@pytest.mark.parametrize(
    ("platform", "pause", "sentence"),
    [
        ("x", "{tool: Agorapulse, by: [ana, leo]}", None),
        ("x", "{tool: Agorapulse, by: [ana]}", "Only Ana Ruiz can stop the scheduled posts on place."),
        ("x", "{tool: Agorapulse, by: [ana, ana]}", "Only Ana Ruiz can stop the scheduled posts on place."),
        ("x", "{tool: Agorapulse}", "The plan does not say who stops the scheduled posts on place."),
        ("x", "{tool: Agorapulse, by: [desk]}", None),
        ("x", "{tool: Agorapulse, by: desk}", None),
        ("x", "{tool: Agorapulse, by: [alone]}", "Only Ana Ruiz can stop the scheduled posts on place."),
        ("x", "{by: [ana, leo]}", "The plan does not say in which tool the posts on place are scheduled."),
        ("discord, for: [staff]", "{}", None),
        ("github", "{}", None),
        ("website", "{}", None),
        ("email", "{}", None),
        ("telegram", "{}", "The plan does not say who stops the scheduled posts on place."),
    ],
)
def test_two_people_stop_the_posts_of_a_social_account(
    ask: Ask, platform: str, pause: str, sentence: str | None
) -> None:
    roles = "roles: {desk: {holder: ana, deputies: [leo]}, alone: {holder: ana}}\n"
    plan = f"{PEOPLE}{roles}channels:\n  place: {{platform: {platform}, pause_scheduled: {pause}}}\n"
    assert ask("CHAN-NO-PAUSE", plan) == ([("warning channels.place.pause_scheduled", sentence)] if sentence else [])


@pytest.mark.parametrize(
    ("channel", "moves", "sentence"),
    [
        ("platform: x, private: phone", "[{from: [place], to: phone, say: Call us.}]", None),
        ("platform: x, private: phone", "[{from: [place], to: mail, say: Write to us.}]", None),
        ("platform: x", "[{from: [place], to: phone, say: Call us.}]", "does not say how to move"),
        ("platform: x, private: phone", "[]", "The plan has no words for moving"),
        ("platform: x, private: phone", "[{from: [place], to: phone}]", "The plan has no words for moving"),
        ("platform: x, private: phone", "[{from: [mail], to: phone, say: Call us.}]", "no words for moving"),
        (
            "platform: x, private: phone, languages: [en, de]",
            "[{from: [place], to: phone, say: Call us.}]",
            "The plan has no words in German for moving from place to a private talk.",
        ),
        (
            "platform: x, private: phone, languages: [en, de]",
            "[{from: [place], to: phone, say: {en: Call us., de: Rufen Sie an.}}]",
            None,
        ),
        ("platform: github", "[]", None),
        ("platform: email", "[]", None),
        ("platform: discord, for: [staff]", "[]", None),
    ],
)
def test_a_social_account_leads_to_a_private_talk(ask: Ask, channel: str, moves: str, sentence: str | None) -> None:
    others = "  phone: {platform: phone}\n  mail: {platform: email}\naudiences: {staff: {kind: staff}}\n"
    plan = f"channels:\n  place: {{{channel}}}\n{others}moves: {moves}\n"
    found = ask("CHAN-NO-PRIVATE", plan)
    assert [where for where, _ in found] == (["warning channels.place.private"] if sentence else [])
    assert all(sentence and sentence in said for _, said in found)


@pytest.mark.parametrize(
    ("channel", "sentence"),
    [
        ("platform: x, reply_within: 24h", None),
        ("platform: x, reply_within: 1 day", None),
        ("platform: x, reply_within: 1441m", "On place you take 24 h 1 min to reply; people wait a day at most."),
        (
            "platform: x, reply_within: 1 business day",
            "On place you take 1 business day to reply; people wait a day at most.",
        ),
        ("platform: x", "place has no reply time."),
        ("platform: email", "place has no reply time."),
        ("platform: direct message", "place has no reply time."),
        ("platform: github", "place has no reply time."),
        ("platform: email, for: [staff]", None),
        ("platform: phone", None),
        ("platform: sms", None),
        ("platform: website", None),
        ("platform: telegram", None),
        ("platform: poster", None),
    ],
)
def test_where_people_write_there_is_a_reply_time(ask: Ask, channel: str, sentence: str | None) -> None:
    due = [("error channels.place.reply_within", sentence)] if sentence else []
    assert ask("CHAN-NO-REPLY-TIME", f"{PEOPLE}channels:\n  place: {{{channel}}}\n") == due


@pytest.mark.parametrize(
    ("channel", "backup", "sentence"),
    [
        ("platform: x, backup: other", "platform: crisis site", None),
        (
            "platform: facebook, backup: other",
            "platform: instagram",
            "other, the backup of place, fails together with it.",
        ),
        ("platform: website, backup: other", "platform: crisis site", None),
        (
            "platform: website, backup: other, depends_on: [OVH]",
            "platform: crisis site, depends_on: [OVH]",
            "fails together",
        ),
        ("platform: x", "platform: email", "If place is blocked, the plan does not say where you speak instead."),
        ("platform: x, backup: nowhere-known", "platform: email", None),
        ("platform: x, backup: place", "platform: email", "place, the backup of place, fails together with it."),
        ("platform: poster", "platform: email", None),
        ("platform: press list", "platform: email", None),
    ],
)
def test_a_public_channel_with_a_holding_statement_has_a_backup(
    ask: Ask, channel: str, backup: str, sentence: str | None
) -> None:
    plan = f"""
channels:
  place: {{{channel}}}
  other: {{{backup}}}
statements:
  wait: {{kind: holding, channels: [place], text: We are checking.}}
"""
    found = ask("CHAN-NO-BACKUP", plan)
    assert [where for where, _ in found] == (["warning channels.place.backup"] if sentence else [])
    assert all(sentence and sentence in said for _, said in found)


@pytest.mark.parametrize(
    ("platform", "backup", "found"),
    [
        ("crisis site", "backup: last", []),
        ("status page", "backup: last", []),
        ("crisis site", "", ["last"]),
        ("website", "backup: last", ["last"]),
    ],
)
def test_the_crisis_page_that_the_others_fall_back_on_needs_no_backup(
    ask: Ask, platform: str, backup: str, found: list[str]
) -> None:
    plan = f"""
channels:
  x: {{platform: x, {backup}}}
  last: {{platform: {platform}}}
statements:
  wait: {{kind: holding, channels: [last], text: We are checking.}}
"""
    assert [where for where, _ in ask("CHAN-NO-BACKUP", plan)] == [f"warning channels.{name}.backup" for name in found]


def test_a_backup_that_would_do_is_named(fixes: Callable[..., list[str]]) -> None:
    plan = """
        channels:
          facebook: {platform: facebook}
          instagram: {platform: instagram}
          texts: {platform: sms}
          poster: {platform: poster}
          OTHER
        statements: {wait: {kind: holding, channels: [facebook], text: We are checking.}}
        """
    general = "Name a channel that does not fail with it, for example {}: `backup: {}`."
    assert fixes("CHAN-NO-BACKUP", plan.replace("OTHER", "page: {platform: crisis site}")) == [
        general.format("page", "page")
    ]
    assert fixes("CHAN-NO-BACKUP", plan.replace("OTHER", "x: {platform: x}")) == [general.format("x", "x")]
    assert fixes("CHAN-NO-BACKUP", plan.replace("          poster: {platform: poster}\n          OTHER\n", "")) == [
        "Name a channel of another platform that does not depend on it: `backup: id`."
    ]


def test_a_channel_without_holding_statement_needs_no_backup(ask: Ask) -> None:
    assert ask("CHAN-NO-BACKUP", "channels:\n  x: {platform: x}\n") == []


@pytest.mark.parametrize(
    ("public", "private", "due"),
    [
        ("08:00-20:00", "08:00-20:00", []),
        ("09:00-19:00", "08:00-20:00", []),
        ("08:00-20:01", "08:00-20:00", ["warning moves[0].to"]),
        ("07:59-20:00", "08:00-20:00", ["warning moves[0].to"]),
    ],
)
def test_a_private_channel_is_open_when_the_public_one_is(ask: Ask, public: str, private: str, due: list[str]) -> None:
    plan = f"""
channels:
  x: {{platform: x, staffed: "daily {public}", private: phone}}
  phone: {{platform: phone, staffed: "daily {private}"}}
moves: [{{from: [x], to: phone, say: Call us.}}]
"""
    assert [where for where, _ in ask("CHAN-MOVE-CLOSED", plan)] == due


def test_hours_that_nobody_wrote_are_not_compared(ask: Ask) -> None:
    open_all_day = "channels:\n  x: {platform: x, staffed: 24/7, private: phone}\n  phone: {platform: phone}\n"
    assert ask("CHAN-MOVE-CLOSED", open_all_day) == []


def test_a_private_channel_without_a_move_is_compared_too(ask: Ask) -> None:
    plan = """
channels:
  x: {platform: x, staffed: 24/7, private: phone}
  phone: {platform: phone, staffed: "mon-fri 09:00-18:00"}
"""
    assert [where for where, _ in ask("CHAN-MOVE-CLOSED", plan)] == ["warning channels.x.private"]


@pytest.mark.parametrize(
    ("channel", "due"),
    [
        ("languages: [en, fr], publishers: [ana, leo]", []),
        (
            "languages: [en, fr], publishers: [ana, tom]",
            [("warning channels.x.languages", "Nobody who publishes on x speaks French.")],
        ),
        ("languages: [en], publishers: [tom]", []),
        ("languages: [fr-CA], publishers: [leo]", []),
        (
            "languages: [fr-CA, fr-FR], publishers: [ana]",
            [("warning channels.x.languages", "Nobody who publishes on x speaks French.")],
        ),
        ("languages: [fr]", []),
        ("languages: [fr], publishers: [nobody-known]", []),
    ],
)
def test_somebody_speaks_each_language_of_a_channel(ask: Ask, channel: str, due: list[tuple[str, str]]) -> None:
    assert ask("CHAN-LANGUAGE", f"{PEOPLE}channels:\n  x: {{platform: x, {channel}}}\n") == due


def test_a_statement_is_written_in_the_further_languages_of_its_channel(ask: Ask) -> None:
    plan = """
channels:
  x: {platform: x, languages: [en, de]}
statements:
  wait: {kind: holding, channels: [x], text: We are checking.}
  both: {kind: holding, channels: [x], text: {en: We are checking., de: Wir prüfen es.}}
"""
    assert ask("CHAN-LANGUAGE", plan) == [
        ("warning statements.wait.text", "“wait” is not written in German, which x promises.")
    ]


@pytest.mark.parametrize(
    ("plan", "channel", "text", "lacking"),
    [
        ("fr-CA", "fr", "{fr-CA: Attendez.}", []),
        ("fr", "fr-CA", "{fr: Attendez.}", []),
        ("en", "en-GB, fr", "{en: Wait., fr-CA: Attendez.}", []),
        ("en", "en-GB, fr", "{en: Wait.}", ["French"]),
    ],
)
def test_a_text_of_another_region_is_in_the_language_of_the_channel(
    ask: Ask, plan: str, channel: str, text: str, lacking: list[str]
) -> None:
    written = f"""
about: {{organisation: X, languages: [{plan}]}}
channels: {{x: {{platform: x, languages: [{channel}], private: dm}}, dm: {{platform: direct message}}}}
statements: {{wait: {{kind: holding, channels: [x], text: {text}}}}}
moves: [{{from: [x], to: dm, say: {text}}}]
"""
    assert [said for _, said in ask("CHAN-LANGUAGE", written)] == [
        f"“wait” is not written in {one}, which x promises." for one in lacking
    ]
    assert [said for _, said in ask("CHAN-NO-PRIVATE", written)] == [
        f"The plan has no words in {one} for moving from x to a private talk." for one in lacking
    ]


@pytest.mark.parametrize(
    ("moves", "fix"),
    [
        ("[{from: [y], to: dm, say: Write.}]", "Add them: `moves: [{from: [x], to: dm, say: …}]`."),
        ("[{from: [y], to: dm}, {from: [x], to: dm}]", "Add them at `moves[1]`: `say: …`."),
        ("[{from: [x], to: dm}, {from: [x], to: dm}]", "Add them at `moves[0]`: `say: …`."),
        (
            "[{from: [x], to: dm}, {from: [x], to: dm, say: {en: Write.}}]",
            "Add them at `moves[1]`: `say: {en: …, de: …, it: …}`.",
        ),
    ],
)
def test_words_that_are_missing_go_into_the_move_that_there_is(
    fixes: Callable[..., list[str]], moves: str, fix: str
) -> None:
    channels = "x: {platform: x, languages: [en, de, it], private: dm}, y: {platform: github}"
    plan = f"channels: {{{channels}, dm: {{platform: direct message}}}}\nmoves: {moves}\n"
    assert fixes("CHAN-NO-PRIVATE", plan) == [fix]
