"""What a reader's device gets of a built site: how many bytes, and how soon the first page stands."""

import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chromium import CHROMIUM, FLAGS

SLOWER = 4
"""So many times slower than this machine is the processor that is imitated."""
_PAINT = """() => new Promise(done => {
  let largest = 0, shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { shift += one.value; }))
    .observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver(list => {
    if (!largest) setTimeout(() => done([largest / 1000, shift]), 1000);
    largest = list.getEntries().pop().startTime;
  }).observe({type: 'largest-contentful-paint', buffered: true});
})"""
"""Asked once the page is loaded: what is painted in the second after the first paint counts."""


def trees(site: Path) -> Iterator[Path]:
    """The folder of each language of a plan."""
    from planbuilder.site.offline import MANIFEST

    return (path.parent for path in sorted(site.rglob(MANIFEST)))


def weight(tree: Path) -> int:
    """The bytes of everything in a folder."""
    return sum(path.stat().st_size for path in tree.rglob("*") if path.is_file())


def scripts_of(page: Path) -> int:
    """The bytes of the scripts that a page loads when it opens."""
    from planbuilder.site.markup import read_markup

    loaded = [address for address in read_markup(page.read_text("utf-8")).loads if address.endswith(".js")]
    return sum((page.parent / address).resolve().stat().st_size for address in loaded)


def paint(page: Path, *, width: int = 390, runs: int = 5) -> tuple[float, float]:
    """Median seconds to the largest contentful paint of a page from a folder, and the worst layout shift.

    Each run has a browser of its own, which has never seen the page.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = [_cold(playwright, page, width) for _ in range(runs)]
    return statistics.median(largest for largest, _ in found), max(shift for _, shift in found)


def _cold(playwright: Any, page: Path, width: int) -> tuple[float, float]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    try:
        tab = browser.new_page(viewport={"width": width, "height": 844})
        tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        tab.goto(page.as_uri())
        largest, shift = tab.evaluate(_PAINT)
    finally:
        browser.close()
    return float(largest), float(shift)
