"""Once read over a network, the site of a language stays on the device; a copy says that it is one, and how old."""

import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from planbuilder.site.archive import write_archive
from planbuilder.site.manifest import NAME, files_below
from planbuilder.site.offline import WORKER, add_worker

from .conftest import TODAY, Chromium, Visit, _Silent, serving

LONG_AFTER = datetime(2027, 6, 1, 3, 0, tzinfo=UTC)
CACHES = """async () => {
  const ready = await navigator.serviceWorker.ready;
  return (await caches.keys()).filter(name => name.startsWith(`planbuilder ${ready.scope} `));
}"""
"""The copies of the tree of a page."""
LOST = """async (files) => {
  const answers = await Promise.all(files.map(file => fetch(file).then(answer => answer.ok, () => false)));
  return files.filter((_, place) => !answers[place]);
}"""


async def keep(page: Page, address: str) -> None:
    """Open a page and wait until the device has the whole tree."""
    await page.goto(address)
    assert len(await page.evaluate(CACHES)) == 1


async def until(page: Page, question: str, about: str) -> None:
    """Wait until a question that takes its time is answered with yes; `wait_for_function` takes a promise for one."""
    await page.evaluate(
        f"""async about => {{
          for (let frame = 0; frame < 5000; frame++) {{
            if (await ({question})(about)) return;
            await new Promise(requestAnimationFrame);
          }}
          throw new Error("never: " + about);
        }}""",
        about,
    )


@pytest.fixture
def copied(example: Path, tmp_path: Path) -> Path:
    """The example site in a folder that a test may change."""
    return Path(shutil.copytree(example, tmp_path / "site"))


@pytest.fixture
def server(copied: Path) -> Iterator["Switch"]:
    """The site over http, until it is switched off."""
    switch = Switch(copied)
    yield switch
    switch.off()


class Switch:
    """A server that can go away."""

    def __init__(self, folder: Path) -> None:
        self.serving = serving(folder)
        self.address = self.serving.__enter__()
        self.on = True

    def off(self) -> None:
        if self.on:
            self.serving.__exit__()
            self.on = False


def test_a_browser_would_install_it(chromium: Chromium, served: str) -> None:
    async def ask(visit: Visit) -> tuple[set[str], dict[str, Any]]:
        await keep(visit.page, f"{served}/fr/index.html")
        devtools = await visit.page.context.new_cdp_session(visit.page)
        found = await devtools.send("Page.getInstallabilityErrors")
        manifest = await devtools.send("Page.getAppManifest")
        return {error["errorId"] for error in found["installabilityErrors"]}, manifest

    faults, manifest = chromium.visit(ask)
    assert faults <= {"in-incognito"}, "every tab of a test is private"
    assert manifest["errors"] == []
    assert manifest["url"] == f"{served}/fr/manifest.webmanifest"


def test_with_the_network_gone_every_file_is_there(chromium: Chromium, server: Switch, copied: Path) -> None:
    files = [file for file in files_below(copied / "fr") if file != WORKER]

    async def read(visit: Visit) -> list[str]:
        await keep(visit.page, f"{server.address}/fr/index.html")
        server.off()
        lost: list[str] = await visit.page.evaluate(LOST, files)
        return lost

    assert len(files) > 60
    assert chromium.visit(read) == []


def test_with_the_network_gone_the_tools_of_a_page_work(chromium: Chromium, server: Switch) -> None:
    async def read(visit: Visit) -> tuple[str, str]:
        page = visit.page
        await keep(page, f"{server.address}/fr/index.html")
        server.off()
        await page.goto(f"{server.address}/fr/")
        home = await page.locator("h1").inner_text()
        await page.locator("a[href^='scenarios/']").first.click()
        await page.locator("button[data-copy]").first.click()
        await page.locator("[aria-live]:not(:empty)").first.wait_for()
        assert await page.evaluate("navigator.clipboard.readText()") != ""
        box = page.locator("input[data-tick]").first
        await box.check()
        await page.reload()
        assert await box.is_checked()
        assert visit.outside == []
        return home, await page.locator(".pb-offline").inner_text()

    home, said = chromium.visit(read, permissions=["clipboard-read", "clipboard-write"])
    assert home.startswith("Que faire")
    assert said.replace("\N{NO-BREAK SPACE}", " ") == (
        "Pas de réseau : vous lisez la copie du 21 novembre 2026 gardée par cet appareil. "
        "L'autre langue n'y est pas : ouvrez-la une fois quand vous avez du réseau."
    )


def test_with_the_network_gone_the_choice_of_the_language_is_there(chromium: Chromium, server: Switch) -> None:
    async def read(visit: Visit) -> tuple[str, str]:
        page = visit.page
        await page.goto(f"{server.address}/fr/index.html")
        await until(page, KEPT_BESIDE, "../")
        await page.evaluate(CACHES)
        server.off()
        await page.goto(f"{server.address}/")
        choice = await page.locator("h1").inner_text()
        await page.locator("a[hreflang=fr]").click()
        return choice, await page.locator("h1").inner_text()

    choice, home = chromium.visit(read)
    assert choice == "Plan de crise – Atelier Lumen"
    assert home.startswith("Que faire")


def test_a_copy_says_whether_it_is_there_in_the_other_language(chromium: Chromium, server: Switch) -> None:
    async def read(visit: Visit) -> tuple[list[str], bool]:
        page, said = visit.page, []
        await keep(page, f"{server.address}/fr/index.html")
        with answering(server.serving.server, Broken):
            await page.goto(f"{server.address}/fr/call.html")
            said.append(await page.locator(".pb-offline").inner_text())
        await keep(page, f"{server.address}/en/index.html")
        server.off()
        await page.goto(f"{server.address}/fr/call.html")
        said.append(await page.locator(".pb-offline").inner_text())
        await page.locator(".pb-languages a").click()
        return said, await page.locator("html[lang=en] h1").is_visible()

    said, opened = chromium.visit(read)
    missing = "L'autre langue n'y est pas"
    assert [missing in one for one in said] == [True, False]
    assert opened


class Broken(_Silent):
    """A server that has nothing to say."""

    def do_GET(self) -> None:  # noqa: N802 - as the library calls it
        self.send_error(503)


def test_with_a_network_no_page_calls_itself_a_copy(chromium: Chromium, served: str) -> None:
    async def read(visit: Visit) -> tuple[bool, list[str]]:
        await keep(visit.page, f"{served}/fr/index.html")
        await visit.page.goto(f"{served}/fr/level.html")
        await visit.page.reload()
        return await visit.page.locator(".pb-offline").is_visible(), visit.errors

    assert chromium.visit(read) == (False, [])


def test_an_old_copy_says_so_by_the_clock_of_its_reader(chromium: Chromium, server: Switch) -> None:
    async def read(visit: Visit) -> tuple[str | None, str]:
        page = visit.page
        await keep(page, f"{server.address}/en/index.html")
        server.off()
        await page.clock.install(time=LONG_AFTER)
        await page.goto(f"{server.address}/en/index.html")
        await page.locator(".pb-offline.pb-old").wait_for()
        return await page.locator(".pb-fresh").get_attribute("data-state"), await page.locator(
            ".pb-fresh-state"
        ).inner_text()

    assert chromium.visit(read) == ("late", "Review overdue: check before you rely on it")


def test_a_copy_in_a_folder_says_that_it_does_not_renew_itself(chromium: Chromium, example: Path) -> None:
    async def read(visit: Visit) -> tuple[bool, str, list[str]]:
        page = visit.page
        await page.clock.install(time=datetime(2026, 11, 21, 12, 0, tzinfo=UTC))
        await page.goto((example / "en" / "index.html").as_uri())
        on_the_day = await page.locator(".pb-offline").is_visible()
        await page.clock.install(time=LONG_AFTER)
        await page.goto((example / "en" / "level.html").as_uri())
        return on_the_day, await page.locator(".pb-offline.pb-old").inner_text(), visit.errors

    on_the_day, said, errors = chromium.visit(read)
    assert (on_the_day, errors) == (False, [])
    assert said.replace("\N{NO-BREAK SPACE}", " ") == (
        "This is a copy of 21 November 2026. It does not renew itself: ask for a newer one when you can."
    )


def test_a_copy_does_not_call_the_plan_up_to_date(chromium: Chromium, server: Switch, example: Path) -> None:
    before_the_review = datetime(2027, 2, 1, 3, 0, tzinfo=UTC)

    async def read(visit: Visit) -> list[tuple[str | None, str]]:
        page, found = visit.page, []
        await page.clock.install(time=datetime(2026, 11, 21, 12, 0, tzinfo=UTC))
        await keep(page, f"{server.address}/en/index.html")
        for time, address in (
            (None, f"{server.address}/en/index.html"),
            (before_the_review, f"{server.address}/en/index.html"),
            (before_the_review, (example / "en" / "index.html").as_uri()),
        ):
            if time:
                server.off()
                await page.clock.install(time=time)
            await page.goto(address)
            if time:
                await page.locator(".pb-offline").wait_for()
            line = page.locator(".pb-fresh")
            found.append((await line.get_attribute("data-state"), (await line.inner_text()).partition(" 2026")[0]))
        return found

    on_the_day, *copies = chromium.visit(read)
    assert on_the_day[1].startswith("Plan up to date")
    assert [(state, "up to date" in said, "approved" in said) for state, said in copies] == [("fresh", False, True)] * 2


def test_a_newer_site_replaces_the_copy_whole(chromium: Chromium, server: Switch, copied: Path) -> None:
    async def read(visit: Visit) -> tuple[list[str], list[str], str]:
        page = visit.page
        await keep(page, f"{server.address}/en/index.html")
        before = await page.evaluate(CACHES)
        tree = copied / "en"
        text = (tree / "level.html").read_text("utf-8")
        (tree / "level.html").write_text(text.replace("</h1>", " (new)</h1>"), "utf-8")
        (tree / "follow-up.html").unlink()
        add_worker(tree, [file for file in files_below(tree) if file != WORKER])
        changed = page.evaluate(
            "() => new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done))"
            ".then(() => navigator.serviceWorker.ready).then(() => true)"
        )
        await page.evaluate("() => navigator.serviceWorker.ready.then(ready => { ready.update(); })")
        assert await changed
        server.off()
        await page.goto(f"{server.address}/en/level.html")
        return before, await page.evaluate(CACHES), await page.locator("h1").inner_text()

    before, after, heading = chromium.visit(read)
    assert len(before) == len(after) == 1
    assert before != after
    assert heading.endswith("(new)")


def test_a_page_to_sign_in_is_never_kept_instead_of_the_plan(chromium: Chromium, server: Switch) -> None:
    async def read(visit: Visit) -> list[str]:
        page = visit.page
        with answering(server.serving.server, SignIn):
            await page.goto(f"{server.address}/en/index.html")
            state: list[str] = await page.evaluate(REFUSED)
        return state

    assert chromium.visit(read) == ["redundant"]


REFUSED = """async () => {
  const found = await navigator.serviceWorker.register('sw.js');
  const worker = found.installing || found.waiting || found.active;
  while (!['redundant', 'activated'].includes(worker.state)) {
    await new Promise(done => worker.addEventListener('statechange', done, {once: true}));
  }
  return [worker.state];
}"""


class SignIn(_Silent):
    """Whoever wants another page than the first signs in before."""

    def do_GET(self) -> None:  # noqa: N802 - as the library calls it
        if self.path.endswith("/level.html"):
            self.send_response(302)
            self.send_header("Location", "/index.html?sign-in")
            self.end_headers()
        else:
            super().do_GET()


def test_a_network_that_never_answers_is_not_waited_for(chromium: Chromium, server: Switch) -> None:
    async def read(visit: Visit) -> bool:
        page = visit.page
        await keep(page, f"{server.address}/en/index.html")
        with answering(server.serving.server, Mute):
            await page.goto(f"{server.address}/en/level.html")
            await page.locator(".pb-offline").wait_for()
        return bool(await page.locator("h1").is_visible())

    assert chromium.visit(read)


class Mute(http.server.BaseHTTPRequestHandler):
    """Takes every question and answers none."""

    end = threading.Event()

    def do_GET(self) -> None:
        self.end.wait()

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def answering(
    server: http.server.ThreadingHTTPServer, handler: type[http.server.BaseHTTPRequestHandler]
) -> Iterator[None]:
    """Another way to answer, for a while."""
    before = server.RequestHandlerClass
    folder = before.keywords["directory"] if isinstance(before, partial) else None
    server.RequestHandlerClass = partial(handler, directory=folder) if issubclass(handler, _Silent) else handler
    try:
        yield
    finally:
        Mute.end.set()
        server.RequestHandlerClass = before


def test_unzipped_elsewhere_it_works_from_the_folder(chromium: Chromium, example: Path, tmp_path: Path) -> None:
    zipped = tmp_path / "plan.zip"
    write_archive(example, [file for file in files_below(example) if file != NAME], zipped, TODAY)
    shutil.unpack_archive(zipped, tmp_path / "d'une clé USB")

    async def read(visit: Visit) -> tuple[list[str], list[str]]:
        page = visit.page
        await page.goto((tmp_path / "d'une clé USB" / "plan" / "index.html").as_uri())
        await page.locator("main a").first.click()
        headings = [await page.locator("h1").inner_text()]
        await page.locator("article a[href^='scenarios/']").first.click()
        headings.append(await page.locator("h1").inner_text())
        await page.locator("button[data-copy]").first.click()
        await page.locator("[aria-live]:not(:empty)").first.wait_for()
        box = page.locator("input[data-tick]").first
        await box.check()
        await page.reload()
        assert await box.is_checked()
        return headings, visit.errors + visit.outside

    headings, troubles = chromium.visit(read)
    assert len(set(headings)) == 2
    assert troubles == []


def test_what_was_read_of_the_checks_is_there_without_a_network_and_nothing_else(
    chromium: Chromium, server: Switch
) -> None:
    async def read(visit: Visit) -> tuple[str, str, list[bool]]:
        page = visit.page
        await page.goto(f"{server.address}/fr/practices.html")
        await until(page, KEPT_BESIDE, "../checks/fr/")
        await page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        await page.locator("a[href^='../checks/fr/']").first.click()
        opened = await page.locator("h1").inner_text()
        name = page.url.rpartition("/")[2].removesuffix(".html")
        await page.goto(f"{server.address}/fr/practices.html")
        await until(page, IS_KEPT, f"../checks/fr/{name}")
        server.off()
        await page.goto(f"{server.address}/checks/fr/{name}.html")
        assert await page.locator("h1").inner_text() == opened
        await page.locator("nav a[href='index.html']").click()
        kept = [await page.evaluate(IS_KEPT, one) for one in (name, "PLAN-OWNER")]
        return opened, await page.locator("h1").inner_text(), kept

    opened, listed, kept = chromium.visit(read)
    assert opened != listed == "Les contrôles"
    assert kept == [True, False]


KEPT_BESIDE = """async folder => {
  const found = await navigator.serviceWorker.getRegistration(folder);
  return Boolean(found && found.active && found.active.state === "activated");
}"""
IS_KEPT = "async name => Boolean(await caches.match(name))"
