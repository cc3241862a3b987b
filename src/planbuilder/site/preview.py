"""A server for one reader: the built site, and a word to the browser when it has changed."""

from collections.abc import Callable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition

from planbuilder.site.offline import WORKER

OURS = "/__planbuilder/"
_SCRIPT = """\
(async () => {
  let seen = Number(document.currentScript.dataset.seen);
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  for (;;) {
    try {
      const now = Number(await (await fetch("/__planbuilder/changes?" + seen)).text());
      if (now !== seen) return location.reload();
    } catch { await wait(1000); }
  }
})();
"""
_NO_COPY = """\
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.registration.unregister()));
"""
"""Instead of the worker of the site: whoever writes wants the newest page, and no copy of another day."""
_PATIENCE = 20.0
"""Seconds that a question for changes stays open."""


class Preview(ThreadingHTTPServer):
    """Shows a folder at 127.0.0.1. While `trouble` is set, that page stands for all."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.trouble = ""
        self._build = 0
        self._changed = Condition()
        super().__init__(("127.0.0.1", port), _Visit)

    @property
    def address(self) -> str:
        """What to type into the browser."""
        return f"http://127.0.0.1:{self.server_port}/"

    @property
    def build(self) -> int:
        """How often the site was built."""
        return self._build

    def changed(self, trouble: str = "") -> None:
        """Tell every open page that there is another site now, or a page of trouble instead."""
        with self._changed:
            self.trouble = trouble
            self._build += 1
            self._changed.notify_all()

    def closing(self) -> None:
        """Let go of everyone who waits for a change."""
        self.changed(self.trouble)

    def wait_for_change(self, seen: int, patience: float = _PATIENCE) -> int:
        """The number of the present build, as soon as it is not `seen`, at the latest after `patience` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._build != seen, patience)
            return self._build


class _Visit(SimpleHTTPRequestHandler):
    server: Preview
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        # a foreign page can make its own host name mean 127.0.0.1; it must not read the plan
        if self.headers.get("Host", "").rpartition(":")[0] not in {"127.0.0.1", "localhost"}:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path == f"{OURS}reload.js":
            self._answer(_SCRIPT, "text/javascript")
        elif self.path.startswith(f"{OURS}changes?"):
            seen = self.path.partition("?")[2]
            self._answer(str(self.server.wait_for_change(int(seen) if seen.isdecimal() else -1)), "text/plain")
        elif self.path.partition("?")[0].endswith(f"/{WORKER}"):
            self._answer(_NO_COPY, "text/javascript")
        elif self.server.trouble:
            self._answer(self._listening(self.server.trouble), "text/html")
        elif self._page().suffix == ".html" and self._page().is_file():
            self._answer(self._listening(self._page().read_text("utf-8")), "text/html")
        else:
            super().do_GET()

    do_HEAD: Callable[["_Visit"], None] = do_GET  # type: ignore[assignment]  # noqa: N815

    def _page(self) -> Path:
        path = Path(self.translate_path(self.path))
        return path / "index.html" if path.is_dir() else path

    def translate_path(self, path: str) -> str:
        self.directory = str(self.server.folder)
        return super().translate_path(path)

    def _listening(self, html: str) -> str:
        script = f'<script src="{OURS}reload.js" data-seen="{self.server.build}"></script>'
        before, end, after = html.rpartition("</body>")
        return f"{before}{script}{end}{after}"

    def _answer(self, text: str, kind: str) -> None:
        content = text.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing: the terminal tells of builds only."""
