"""One Chromium for all tests, and the example plan's site, built once."""

import asyncio
import http.server
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Request, Route, async_playwright

from chromium import CHROMIUM, FLAGS
from planbuilder.plan import Visibility
from planbuilder.site import build

T = TypeVar("T")

EXAMPLE = Path(__file__).parents[3] / "plans" / "atelier-lumen"
TODAY = date(2026, 11, 21)
CHECKS = (
    "index", "TEAM-NO-DEPUTY", "SCEN-NO-HOLDING", "PLAN-WAIVER-EXPIRED", "PLAN-UNFINISHED", "ESC-BUDGET", "LAW-LATE",
)  # fmt: skip
"""Of the pages that explain the checks, all filled in from one template: the list, the longest, one of each kind."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"))


@dataclass
class Visit:
    """A tab that remembers what went wrong in it, and reaches no other host."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    async def listen(self) -> "Visit":
        await self.page.route(lambda address: not _is_here(address), self._block)
        self.page.on(
            "console", lambda said: self.errors.append(said.text) if said.type in {"error", "warning"} else None
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("requestfailed", self._failed)
        return self

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader went on before the icon had come
            self.errors.append(f"failed: {request.url}")

    async def _block(self, route: Route) -> None:
        self.outside.append(route.request.url)
        await route.abort()


def pages_of(site: Path) -> list[Path]:
    """The pages of a site, and of those that explain the checks a few."""
    return [
        path
        for path in sorted(site.rglob("*.html"))
        if path.relative_to(site).parts[0] != "checks" or path.stem in CHECKS
    ]


def one_of_each_kind(pages: Iterable[str], depth: int = 0) -> list[str]:
    """The pages that stand alone (at most `depth` folders deep), the lists, and the first page of each folder.

    The others of a folder are made from the same template.
    """
    known = sorted(pages)
    firsts = {page.rpartition("/")[0]: page for page in reversed(known)}
    alone = (page for page in known if page.count("/") <= depth or page.endswith("/index.html"))
    return sorted({*alone, *firsts.values()})


def _is_here(address: str) -> bool:
    return address.startswith(("file:", "http://127.0.0.1:", "data:", "blob:"))


@dataclass
class Chromium:
    """The browser, driven from ordinary tests."""

    run: Callable[[Coroutine[Any, Any, Any]], Any]
    browser: Browser

    def visit(self, look: Callable[[Visit], Awaitable[T]], **options: Any) -> T:
        """What `look` finds with a new tab of its own."""

        async def visiting() -> T:
            context = await self.browser.new_context(reduced_motion="reduce", **options)
            try:
                return await look(await new_visit(context))
            finally:
                await context.close()

        found: T = self.run(visiting())
        return found


async def new_visit(context: BrowserContext) -> Visit:
    return await Visit(await context.new_page()).listen()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    with asyncio.Runner() as runner:
        playwright = runner.run(async_playwright().start())
        browser = runner.run(playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS))
        yield Chromium(runner.run, browser)
        runner.run(browser.close())
        runner.run(playwright.stop())


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site of the example plan, for staff."""
    out = tmp_path_factory.mktemp("example").resolve() / "site"
    built = build(EXAMPLE, out, today=TODAY, editions=[Visibility.STAFF])
    assert built.published, built.refusals
    return out


@pytest.fixture(scope="session")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site as the crisis team reads it."""
    out = tmp_path_factory.mktemp("team").resolve() / "site"
    built = build(EXAMPLE, out, today=TODAY, editions=[Visibility.CRISIS_TEAM])
    assert built.published, built.refusals
    return out


@pytest.fixture(scope="session")
def served(example: Path) -> Iterator[str]:
    """The address of the same site over http."""
    with serving(example) as address:
        yield address


class serving:  # noqa: N801 - used as a context manager
    """A folder over http on this machine."""

    def __init__(self, folder: Path) -> None:
        self.server = _Server(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05})

    def __enter__(self) -> str:
        self.thread.start()
        return f"http://127.0.0.1:{self.server.server_port}"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, except that a page went away before all had come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""
