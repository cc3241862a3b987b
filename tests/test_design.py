"""The tokens of the site: every one is shown in docs/design.html, and every ink is readable on its paper."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHEETS = [
    ROOT / "site_templates/assets/planbuilder.css",
    ROOT / "site_templates/shell/shell.css",
]
PAGE = (ROOT / "docs/design.html").read_text("utf-8")

Colours = dict[str, str]


def tokens(scheme: str) -> Colours:
    """The custom properties of a scheme, the later of two winning; those of the dark scheme over those of the light."""
    found: Colours = {}
    for sheet in SHEETS:
        for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet.read_text("utf-8")):
            own = selector.strip().split("*/")[-1].strip()
            if own == ":root" or (scheme == "dark" and own == '[data-md-color-scheme="slate"]'):
                found.update(re.findall(r"(--pb-[\w-]+):\s*([^;]+);", body))
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


READ = [
    ("ink", "paper"),
    ("ink", "soft"),
    ("quiet", "paper"),
    ("quiet", "soft"),
    ("link", "paper"),
    ("link", "soft"),
    ("on-brand", "brand"),
    ("on-call", "call"),
    ("on-bar", "bar"),
    ("red-ink", "red-soft"),
    ("red-ink", "paper"),
    ("amber-ink", "amber-soft"),
    ("green-ink", "green-soft"),
]
"""What is read on what."""


def test_every_token_is_shown() -> None:
    missing = [name for name in tokens("light") if name not in PAGE]
    assert missing == []


def test_the_page_shows_nothing_that_is_gone() -> None:
    assert set(re.findall(r"--pb-[\w-]+", PAGE)) <= set(tokens("light"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), READ)
def test_an_ink_is_readable_on_its_paper(ink: str, paper: str, scheme: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[f"--pb-{ink}"], colours[f"--pb-{paper}"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edge_of_what_one_can_touch_is_seen(scheme: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours["--pb-line"], colours["--pb-paper"]) >= 3


def test_the_pages_of_the_checks_wear_the_same_tokens() -> None:
    sheet = (ROOT / "site_templates/checks/checks.css").read_text("utf-8")
    light, dark = (
        dict(re.findall(r"(--pb-[\w-]+):\s*([^;]+);", block)) for block in re.findall(r":root \{([^}]*)\}", sheet)
    )
    for scheme, written in (("light", light), ("dark", dark)):
        known = tokens(scheme)
        assert {name: known[name] for name in written} == written
    assert set(re.findall(r"var\((--pb-[\w-]+)\)", sheet)) == set(light) == set(dark)
