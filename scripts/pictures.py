"""The pictures of the README, taken of the example plan's site: `make pictures`.

They are taken anew after every change of looks, on the day of the shipped plans, so that they stay true.
"""

import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from planbuilder.site import build

ROOT = Path(__file__).resolve().parent.parent
PLAN = ROOT / "plans" / "atelier-lumen"
OUT = ROOT / "docs" / "pictures"
DESIGN = ROOT / "docs" / "design.html"
DAY = date(2026, 11, 21)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE, SCREEN = (390, 760), (1120, 720)

PICTURES: dict[str, tuple[str, tuple[int, int], str]] = {
    "home-phone": ("en/index.html", PHONE, "light"),
    "scenario-phone-dark": ("fr/scenarios/fuite-donnees.html#first-hour", PHONE, "dark"),
    "write-phone": ("en/write.html", PHONE, "light"),
    "cover": ("en/on-call.html", SCREEN, "light"),
    "state": ("en/state.html", SCREEN, "light"),
}
"""File name, page of the site, size in CSS pixels, light or dark."""


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="planbuilder-pictures-") as folder, sync_playwright() as play:
        site = Path(folder) / "site"
        build(PLAN, site, today=DAY)
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for name, (page, size, scheme) in PICTURES.items():
            take(browser, f"{site.as_uri()}/{page}", size, scheme, OUT / f"{name}.png")
        for scheme in ("light", "dark"):
            take(browser, DESIGN.as_uri(), (1000, 700), scheme, OUT / f"design-{scheme}.png", whole=True)
        browser.close()


def take(
    browser: Browser, address: str, size: tuple[int, int], scheme: str, target: Path, *, whole: bool = False
) -> None:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        timezone_id="Europe/Paris",
    )
    tab = context.new_page()
    tab.clock.set_fixed_time(f"{DAY}T21:14:00")  # what the reader's clock says is part of the picture
    tab.goto(address)
    if whole:  # a page that is no page of the site has no switch for its colours
        tab.evaluate(f"document.body.dataset.mdColorScheme = '{'slate' if scheme == 'dark' else 'default'}'")
    tab.screenshot(path=target, animations="disabled", full_page=whole)
    context.close()


if __name__ == "__main__":
    main()
