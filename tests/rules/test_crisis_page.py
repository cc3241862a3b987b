"""CHAN: the page where all the facts are kept."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]

LEVELS = """
levels:
  watch: {when: [Twenty messages], first_word: 10m}
  crisis: {name: Crisis, when: [A person is injured], first_word: 1h}
"""


@pytest.mark.parametrize(
    ("channels", "due"),
    [
        ("{page: {platform: crisis site, hosted_apart: true, live_within: 60m}}", []),
        ("{page: {platform: Dark-site, hosted_apart: true}}", []),
        ("{page: {platform: status page, hosted_apart: yes}}", []),
        ("{page: {platform: website, hosted_apart: true}}", []),
        ("{page: {platform: website}}", ["warning channels"]),
        ("{x: {platform: x}}", ["warning channels"]),
        (
            "{page: {platform: crisis site, hosted_apart: true, live_within: 61m}}",
            ["warning channels.page.live_within"],
        ),
        ("{page: {platform: crisis site, live_within: 5m}}", ["warning channels.page.hosted_apart"]),
        ("{page: {platform: crisis site, hosted_apart: false}}", ["warning channels.page.hosted_apart"]),
        ("{page: {platform: crisis site}, other: {platform: status page, hosted_apart: true}}", []),
    ],
)
def test_there_is_a_crisis_page_apart_and_in_time(ask: Ask, channels: str, due: list[str]) -> None:
    assert [where for where, _ in ask("CHAN-DARK-SITE", f"{LEVELS}channels: {channels}\n")] == due


def test_a_plan_without_channels_is_told_at_its_root(ask: Ask) -> None:
    assert [where for where, _ in ask("CHAN-DARK-SITE", LEVELS)] == ["warning about"]
