"""The site while it is written: rebuilt at every change, shown on this machine only."""

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from threading import Event, Thread

from planbuilder.findings import Profile
from planbuilder.messages import Message, render, say
from planbuilder.pages import templates_folder
from planbuilder.plan import Visibility
from planbuilder.site.building import build
from planbuilder.site.outcome import Built, CannotBuild
from planbuilder.site.policy import policy
from planbuilder.site.preview import Preview
from planbuilder.site.shell import NAME

Told = Callable[[str, Built | None], None]
Snapshot = frozenset[tuple[str, int, int]]

_PAUSE = 0.3
"""Seconds between two looks at the files: shorter than it takes to reach for the browser."""
_MAX_FILES = 20_000


def serve(  # noqa: PLR0913 - the options of the command
    plans: Path,
    *,
    today: Callable[[], date],
    edition: Visibility = Visibility.STAFF,
    lang: str | None = None,
    profile: Profile | None = None,
    config: Path | None = None,
    port: int = 8000,
    told: Told,
) -> None:
    """Show the site at http://127.0.0.1:PORT until the process is interrupted (KeyboardInterrupt is not caught).

    Watches the plans, the templates and mkdocs.yml; after each build calls `told(address, built)` (`None` where the
    build could not be tried) and reloads the open pages. `port` 0 takes any free one. Raises CannotBuild where the
    port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="planbuilder-") as folder:
        out = Path(folder).resolve() / "site"
        try:
            server = Preview(out, port)
        except OSError:
            raise CannotBuild(
                say("The port {port} is in use by another program.", port=str(port)),
                say("Choose another one, for example `--port {port}`.", port=str(port % 65535 + 1)),
            ) from None

        def built() -> Built:
            return build(plans, out, today=today(), editions=(edition,), lang=lang, profile=profile, config=config)

        watcher = Watcher((plans, templates_folder(), config or Path(NAME)), built, server, told)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            watcher.follow(Event())
        finally:
            server.closing()
            server.shutdown()
            server.server_close()
            thread.join()


@dataclass(slots=True)
class Watcher:
    """Builds again when a watched file has changed, and tells the browser and the terminal."""

    watched: tuple[Path, ...]
    build: Callable[[], Built]
    server: Preview
    told: Told
    last: Snapshot | None = None

    def follow(self, end: Event) -> None:
        """Look again and again until `end` is set."""
        while not end.is_set():
            self.look()
            end.wait(_PAUSE)

    def look(self) -> bool:
        """Build if anything has changed since the last look; whether it had."""
        now = snapshot(self.watched)
        if now == self.last:
            return False
        self.last = now
        built = None
        try:
            built = self.build()
            trouble = _trouble(built)
        except CannotBuild as reason:
            trouble = _page([("", reason.message, reason.fix)], "en")
        self.server.changed(trouble)
        self.told(self.server.address, built)
        return True


def snapshot(paths: Iterable[Path]) -> Snapshot:
    """Which files there are below the paths, with their size and the time of their last change."""
    found: set[tuple[str, int, int]] = set()
    waiting = [os.fspath(path) for path in paths]
    while waiting and len(found) < _MAX_FILES:
        path = waiting.pop()
        try:
            if os.path.isdir(path) and not os.path.islink(path):  # noqa: PTH112, PTH114 - thousands of times a minute
                with os.scandir(path) as entries:
                    waiting += [entry.path for entry in entries if not entry.name.startswith(".")]
            else:
                known = os.stat(path, follow_symlinks=False)  # noqa: PTH116
                found.add((path, known.st_mtime_ns, known.st_size))
        except OSError:
            continue  # it went away between two looks: the next one sees it gone
    return frozenset(found)


def _trouble(built: Built) -> str:
    """A page that says why there is no site; empty where there is one."""
    if built.published:
        return ""
    language = next((one.loaded.language for one in built.checked if one.loaded.language), "en")
    findings = [
        (f"{finding.span.file}:{finding.span.line}", finding.message, finding.fix)
        for one in built.checked
        for finding in one.loaded.findings
    ]
    refusals = [(refusal.file, refusal.message, refusal.fix) for refusal in built.refusals]
    return _page([*findings, *refusals], language)


def _page(problems: Iterable[tuple[str, Message, Message]], language: str) -> str:
    heading = escape(render(say("The site could not be built"), language))
    items = "\n".join(
        f"<li><code>{escape(place)}</code><br><strong>{escape(render(message, language))}</strong><br>"
        f"{escape(render(fix, language))}</li>"
        for place, message, fix in problems
    )
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta http-equiv="content-security-policy" content="{policy(())}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:image/svg+xml,">
<title>{heading}</title>
<style>:root{{color-scheme:light dark}}li{{margin:1rem 0}}
body{{font:1.125rem/1.5 system-ui,sans-serif;max-width:48rem;margin:auto;padding:1rem}}</style>
</head>
<body><main><h1>{heading}</h1>
<ul>
{items}
</ul></main></body>
</html>
"""
