"""Nothing moves on a page once it is drawn, also on a slow telephone."""

from pathlib import Path

import pytest

from .conftest import Chromium, Visit, one_of_each_kind, pages_of

SLOWER = 4
SHIFTS = """() => new Promise(done => {
  const found = [];
  new PerformanceObserver(list => list.getEntries().forEach(one => found.push(
    `${one.value.toFixed(4)} ${one.sources.map(source => source.node && source.node.className).join(', ')}`
  ))).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(found))));
})"""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_opens(chromium: Chromium, team: Path, width: int) -> None:
    tree = team / "fr"
    pages = one_of_each_kind(page.relative_to(tree).as_posix() for page in pages_of(tree))
    assert {"index.html", "level.html", "log.html", "write.html", "on-call.html"} <= set(pages)

    async def look(visit: Visit) -> dict[str, list[str]]:
        devtools = await visit.page.context.new_cdp_session(visit.page)
        await devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        found = {}
        for page in pages:
            await visit.page.goto(f"{tree.as_uri()}/{page}")
            found[page] = await visit.page.evaluate(SHIFTS)
        return {page: shifts for page, shifts in found.items() if shifts}

    assert chromium.visit(look, viewport={"width": width, "height": 844}) == {}
