"""What is wrong with a page as it stands: what axe says of it, and what no rule of axe looks for."""

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Literal

from playwright.async_api import Page

EYES = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8") + (
    Path(__file__).parent / "audit.js"
).read_text("utf-8")
"""The script that looks; it has to be on the page."""
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
WIDE, NARROW = 1280, 390
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Done once the page is drawn anew: only then it has heard of another colour scheme."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("dark", "light")


async def faults(page: Page, question: str) -> list[str]:
    """What a question of `audit.js` brings to light, a sentence for each fault."""
    found: list[str] = await page.evaluate(f"audit.{question}()")
    return found


class Colours:
    """Looks at each colouring of a text once: the same letters on the same grounds read the same on every page."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    async def faults(self, page: Page) -> list[str]:
        """What axe says of the colourings of a page that were not seen yet."""
        answer = await page.evaluate("seen => audit.colours(seen)", sorted(self.seen))
        self.seen.update(answer["looks"])
        found: list[str] = answer["violations"]
        return found


async def violations(page: Page, colours: Colours | None = None) -> list[str]:
    """What axe says of the page at its width, dark and light; it is left light."""
    colours = colours or Colours()
    found = []
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        await page.evaluate(DRAWN)
        found += [f"{scheme}: {fault}" for fault in await colours.faults(page)]
    return found + await faults(page, "rules")


async def at_every_width(page: Page, widths: Iterable[int] = (WIDE, NARROW)) -> list[str]:
    """What axe says of the page, and whether it scrolls sideways, on each screen, dark and light."""
    await page.evaluate(EYES)
    found = []
    for width in widths:
        await page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {fault}" for fault in await violations(page)]
        found += [f"{width}: scrolls sideways"] * await page.evaluate("Number(audit.sideways() > 0)")
    return found
