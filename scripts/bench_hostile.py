"""Files and texts made to be slow to read: the longest time of each kind, with the size doubled and doubled again."""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.language.test_leftovers import PIECES, look_through  # noqa: E402
from tests.rules.test_hostile_values import UNITS  # noqa: E402
from tests.rules.test_hostile_values import look_through as check_all  # noqa: E402
from tests.source.test_parsing import HOSTILE, MIB  # noqa: E402

from planbuilder.source import Source  # noqa: E402
from planbuilder.source.parsing import parse  # noqa: E402


def hostile(_folder: Path, _large: int) -> None:
    """The files and texts that the tests answer too."""
    for size in (MIB // 4, MIB // 2, MIB):
        slowest("file", size, ((name, text[:size]) for name, text in HOSTILE.items()), lambda t: parse(Source("x", t)))
    for size in (25_000, 50_000, 100_000):
        slowest("text", size, ((piece, piece * (size // len(piece))) for piece in PIECES), look_through)
    for size in (1_000, 2_000, 4_000):
        values = ((unit, f"x {unit * (size // len(unit))} x") for unit in UNITS)
        slowest("values of a plan", size, values, check_all)


def slowest(kind: str, size: int, texts: Iterable[tuple[str, str]], read: Callable[[str], object]) -> None:
    """Print the longest time, and what took it."""
    took: dict[str, float] = {}
    for name, text in texts:
        begin = time.process_time()
        read(text)
        took[name] = time.process_time() - begin
    name = max(took, key=lambda one: took[one])
    print(f"  {kind} of {size // 1000:5} KB: at most {took[name]:.2f} s ({name!r}); all {sum(took.values()):.2f} s")


if __name__ == "__main__":
    hostile(Path(), 0)
