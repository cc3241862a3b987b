"""Publish again and again, killed at the first, second, third… call to the system; say what was left each time.

A program of its own, because what listens to the calls cannot be taken away again.
"""

import os
import signal
import sys
from pathlib import Path

from planbuilder.site import exchange
from planbuilder.site.manifest import NAME
from planbuilder.site.publishing import staging

PAGES = 3
WATCHED = ("open", "os.", "shutil.")


def publish(out: Path, generation: str) -> None:
    with staging(out, "site staff") as stage:
        for number in range(PAGES):
            (stage.folder / f"{number}.html").write_text(generation)
        stage.publish()


def killed(out: Path, after: int) -> bool:
    """Publish in a child that is killed at its call number `after`; False when it ended before."""
    child = os.fork()
    if not child:
        calls = 0

        def count(event: str, _args: object) -> None:
            nonlocal calls
            if event.startswith(WATCHED):
                calls += 1
                if calls == after:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        publish(out, "new")
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def left(out: Path) -> str:
    pages = {(out / f"{number}.html").read_text() for number in range(PAGES)}
    mine = (out / "mine").read_text()
    known = {NAME, "mine", *(f"{number}.html" for number in range(PAGES))}
    if len(pages) != 1 or mine != "mine" or {path.name for path in out.iterdir()} != known:
        return "broken"
    return pages.pop()


def main(folder: Path, way: str) -> None:
    if way == "two steps":
        exchange._renameat2 = lambda: None  # type: ignore[assignment]
    out = folder / "site"
    publish(out, "old")
    (out / "mine").write_text("mine")
    step = 1
    while killed(out, step):
        if way == "two steps" and not out.exists():
            with staging(out, "site staff"):
                pass  # the next run puts the old site back before anything else
        state = left(out)
        publish(out, "old")
        again = left(out)
        sys.stdout.write(
            f"{step}: {state if again == 'old' and len(list(folder.iterdir())) == 1 else 'broken afterwards'}\n"
        )
        step += 1


main(Path(sys.argv[1]), sys.argv[2])
