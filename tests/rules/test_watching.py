"""MON: how often, how many hours, what is normal, what is forgotten."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

CHANNELS = """
channels:
  x: {platform: x, reply_within: 60m}
  phone: {platform: phone, reply_within: 5m}
  mail: {platform: email}
"""
ALWAYS = "levels: {red: {name: Red, when: [Fire]}}\n"
BY_DAY = "levels: {red: {name: Red, when: [Fire], hours: 'mon-fri 09:00-18:00'}}\n"


@pytest.mark.parametrize(
    ("levels", "source", "watch", "due"),
    [
        (ALWAYS, "x", "every: 30m", []),
        (ALWAYS, "x", "every: 31m", ["every"]),
        (ALWAYS, "press", "every: 1 day", []),
        (ALWAYS, "phone", "every: 1h, hours: 'daily 08:00-20:00'", []),
        (ALWAYS, "x", "every: 30m, hours: 24/7", []),
        (ALWAYS, "x", "every: 30m, hours: 'daily 00:00-24:00'", []),
        (ALWAYS, "x", "every: 30m, hours: 'daily 07:00-23:00'", ["hours"]),
        (ALWAYS, "press", "hours: 'daily 07:00-23:00'", ["hours"]),
        (ALWAYS, "x", "every: 2h, hours: 'daily 07:00-23:00'", ["every", "hours"]),
        (BY_DAY, "x", "every: 30m, hours: 'daily 07:00-23:00'", []),
        ("", "x", "every: 30m, hours: 'daily 07:00-23:00'", []),
    ],
)
def test_a_source_is_looked_at_often_enough(ask: Ask, levels: str, source: str, watch: str, due: list[str]) -> None:
    plan = f"{CHANNELS}{levels}monitoring: {{watch: {{{source}: {{tool: a tool, {watch}}}}}}}\n"
    found = ask("MON-CADENCE", plan)
    assert [where for where, _ in found] == [f"warning monitoring.watch.{source}.{key}" for key in due]


@pytest.mark.parametrize(
    ("others", "due"),
    [
        ("", ["x"]),
        (", press: {hours: 'mon-fri 09:00-18:00'}", ["x"]),
        (", press: {tool: a tool}", ["x"]),
        (", phone: {hours: 24/7}", ["x"]),
        (", appels-311: {hours: 24/7}", ["x"]),
        (", calls: {hours: 24/7}", ["x"]),
        (", on-call-alerts: {hours: 24/7}", []),
        (", mail: {hours: 24/7}", ["x"]),
        (", night: {hours: 24/7}, press: {hours: 'mon-fri 09:00-18:00'}", []),
        (", night: {hours: 'daily 23:00-07:00'}, press: {hours: 'mon-fri 09:00-18:00'}", []),
        (", night: {hours: 'daily 23:00-06:59'}", ["night"]),
    ],
)
def test_at_every_hour_some_source_is_looked_at(ask: Ask, others: str, due: list[str]) -> None:
    longest = "daily 07:00-23:00" if due != ["night"] else "daily 17:00-23:00"
    watch = f"x: {{every: 30m, hours: '{longest}'}}{others}"
    found = ask("MON-CADENCE", f"{CHANNELS}{ALWAYS}monitoring: {{watch: {{{watch}}}}}\n")
    assert [where for where, _ in found] == [f"warning monitoring.watch.{source}.hours" for source in due]


@pytest.mark.parametrize(
    ("normal", "above", "due"),
    [
        ("{messages: 4, measured: 2026-05-21}", "8", []),
        ("{messages: 4, measured: 2026-05-20}", "8", ["normal"]),
        ("{messages: 4}", "8", ["normal"]),
        ("{measured: 2026-11-01}", "8", ["normal"]),
        ("{messages: 4, measured: 2026-11-01}", "7", ["alerts[0].above"]),
        ("{others: 4, measured: 2026-11-01}", "1", []),
    ],
)
def test_what_is_normal_is_known(ask: Ask, normal: str, above: str, due: list[str]) -> None:
    plan = f"""
levels: {{red: {{when: [Fire]}}}}
monitoring:
  alerts: [{{measure: messages, above: {above}, level: red}}]
  normal: {normal}
"""
    assert [where for where, _ in ask("MON-NO-BASELINE", plan)] == [f"warning monitoring.{key}" for key in due]


@pytest.mark.parametrize(
    ("channels", "watch", "due"),
    [
        ("{x: {platform: x}}", "{x: {tool: t}}", []),
        ("{our-x: {platform: x}}", "{x: {tool: t}}", []),
        ("{x: {platform: x}, help: {platform: email}}", "{x: {tool: t}}", ["help"]),
        ("{x: {platform: x}, phone: {platform: phone}, site: {platform: website}}", "{x: {tool: t}}", []),
        ("{x: {platform: x, private: dm}, dm: {platform: direct message}}", "{x: {tool: t}}", []),
        ("{x: {platform: x}, dm: {platform: direct message}}", "{x: {tool: t}}", ["dm"]),
        ("{x: {platform: x, private: help}, help: {platform: email}}", "{x: {tool: t}}", ["help"]),
        ("{issues: {platform: github}}", "{press: {tool: t}}", ["issues"]),
        ("{issues: {platform: github}}", "{}", []),
    ],
)
def test_every_place_where_people_write_is_watched(ask: Ask, channels: str, watch: str, due: list[str]) -> None:
    plan = f"channels: {channels}\nmonitoring: {{watch: {watch}}}\n"
    assert [where for where, _ in ask("MON-BLIND", plan)] == [f"warning channels.{name}" for name in due]


def test_where_no_social_network_is_watched_a_mailbox_keeps_watch(ask: Ask) -> None:
    watch = "mail: {hours: 24/7}, site: {hours: 'mon-fri 09:00-18:00'}"
    assert ask("MON-CADENCE", f"{CHANNELS}{ALWAYS}monitoring: {{watch: {{{watch}}}}}\n") == []
