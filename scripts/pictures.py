"""The pictures of the README, taken of the example plan's site: `make pictures`.

They are taken anew after every change of looks, on the day of the shipped plans, so that they stay true.
"""

import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from chromium import CHROMIUM, FLAGS
from planbuilder.plan import Visibility
from planbuilder.site import build

ROOT = Path(__file__).resolve().parent.parent
PLAN = ROOT / "plans" / "atelier-lumen"
OUT = ROOT / "docs" / "pictures"
DESIGN = ROOT / "docs" / "design.html"
DAY = date(2026, 11, 21)
PHONE = (390, 760)

STAFF, TEAM = Visibility.STAFF, Visibility.CRISIS_TEAM


class Picture(NamedTuple):
    """A part of a page: from the element `top` on, in CSS pixels, light or dark."""

    edition: Visibility
    page: str
    size: tuple[int, int] = PHONE
    top: str = ""
    dark: bool = False


PICTURES = {
    "home-phone": Picture(STAFF, "en/index.html"),
    "scenario-phone-dark": Picture(STAFF, "fr/scenarios/fuite-donnees.html", top="#actions", dark=True),
    "write-phone": Picture(STAFF, "en/write.html#write-fuite-attente", top=".pb-blanks"),
    "cover-phone": Picture(TEAM, "en/on-call.html", top="#cover-alerte"),
}
"""By the name of their file."""


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="planbuilder-pictures-") as folder, sync_playwright() as play:
        sites = {edition: Path(folder) / edition.value for edition in (STAFF, TEAM)}
        for edition, site in sites.items():
            build(PLAN, site, today=DAY, editions=[edition])
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, picture in PICTURES.items():
            take(browser, picture, f"{sites[picture.edition].as_uri()}/{picture.page}", OUT / f"{name}.png")
        for dark in (False, True):
            design(browser, OUT / f"design-{'dark' if dark else 'light'}.png", dark=dark)
        browser.close()


def take(browser: Browser, picture: Picture, address: str, target: Path) -> None:
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
        timezone_id="Europe/Paris",
    )
    tab = context.new_page()
    tab.clock.set_fixed_time(f"{DAY}T21:14:00")  # what the reader's clock says is part of the picture
    tab.goto(address)
    if picture.top:
        tab.locator(picture.top).first.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 16)")
    tab.screenshot(path=target, animations="disabled")
    context.close()


def design(browser: Browser, target: Path, *, dark: bool) -> None:
    """The page of the tokens, whole: it is no page of the site and has no switch for its colours."""
    tab = browser.new_page(viewport={"width": 1000, "height": 700}, color_scheme="dark" if dark else "light")
    tab.goto(DESIGN.as_uri())
    tab.evaluate(f"document.body.dataset.mdColorScheme = '{'slate' if dark else 'default'}'")
    tab.screenshot(path=target, animations="disabled", full_page=True)
    tab.close()


if __name__ == "__main__":
    main()
