"""`python tests/tone/score.py [development|held-out] [--mistakes] [--unseal]`: how well tone is judged.

The mistakes of texts that only measure are printed with `--unseal` alone: whoever has read them cannot use them again.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from reading import Pair, Sample, held_out, pairs, samples  # beside this file

from planbuilder.language.readability import LONG
from planbuilder.language.tone import Asked, House, judge, sort_of_blank

Side = Callable[[str], bool]
_BLANK = re.compile(r"\{(\w+)\}")


@dataclass
class Figures:
    """Counts over a set of texts."""

    right: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    good: int = 0
    clean: int = 0
    pairs: int = 0
    pairs_right: int = 0
    mistakes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Findings that were due or allowed, of all findings."""
        return self.right.total() / max(1, self.right.total() + self.false.total())

    @property
    def recall(self) -> float:
        """Findings made of those that were due."""
        return self.right.total() / max(1, self.right.total() + self.missed.total())


def found(text: str, language: str, kind: str | None, cluster: str | None) -> set[str]:
    """The checks that find something in a text at the profile `standard`."""
    blanks = {name: sort_of_blank(name) for name in _BLANK.findall(text)}
    faults = judge(text, language, Asked(kind, cluster, blanks), House(address="vous"))
    return {fault.check for fault in faults if fault.score is None and not 0 < fault.words_long <= LONG}


def measure(side: Side, languages: Iterable[str] = ("fr", "en")) -> Figures:
    """The figures of the texts and pairs on one side."""
    figures = Figures()
    for language in languages:
        for sample in samples(language):
            if side(sample.id):
                _count(figures, sample)
        for pair in pairs(language):
            if side(pair.id):
                _compare(figures, pair)
    return figures


def _count(figures: Figures, sample: Sample) -> None:
    checks = found(sample.text, sample.language, sample.kind, sample.cluster)
    false, missed = checks - sample.must - sample.may, sample.must - checks
    figures.right.update(checks & sample.must)
    figures.false.update(false)
    figures.missed.update(missed)
    if not sample.must:
        figures.good += 1
        figures.clean += not checks - sample.may
    if false or missed:
        figures.mistakes.append(f"{sample.id} {sample.kind} +{sorted(false)} -{sorted(missed)} {sample.text}")


def _compare(figures: Figures, pair: Pair) -> None:
    bad, good = (pair.check in found(text, pair.language, pair.kind, pair.cluster) for text in (pair.bad, pair.good))
    figures.pairs += 1
    figures.pairs_right += bad and not good
    if not bad:
        figures.mistakes.append(f"{pair.id} missed: {pair.bad}")
    if good:
        figures.mistakes.append(f"{pair.id} false: {pair.good}")


def report(name: str, figures: Figures) -> Iterator[str]:
    """The figures in lines."""
    yield f"{name}: precision {figures.precision:.3f}, recall {figures.recall:.3f}"
    yield f"  good texts clean {figures.clean} of {figures.good}, pairs right {figures.pairs_right} of {figures.pairs}"
    for check in sorted({*figures.right, *figures.false, *figures.missed}):
        right, false, missed = figures.right[check], figures.false[check], figures.missed[check]
        yield f"  {check:26} right {right:3} false {false:3} missed {missed:3}"


SIDES: dict[str, Callable[[], Figures]] = {
    "development": lambda: measure(lambda one: not held_out(one)),
    "held-out": lambda: measure(held_out),
}
WORST = 10


def main() -> None:
    """Print the figures of the sides that are named, and the worst mistakes of those that may be read."""
    wanted = [word for word in sys.argv[1:] if not word.startswith("-")] or list(SIDES)
    for name in wanted:
        figures = SIDES[name]()
        sealed = name != "development" and "--unseal" not in sys.argv
        worst = [] if sealed else sorted(figures.mistakes, key=_weight, reverse=True)
        lines = [*report(name, figures), *(worst if "--mistakes" in sys.argv else worst[:WORST])]
        sys.stdout.write("\n".join(lines) + "\n")


def _weight(mistake: str) -> tuple[bool, int]:
    """A finding in a good text weighs most: it costs the trust in all others; then many faults in one text."""
    return mistake.endswith("[]") or " -[] " in mistake, mistake.count("TONE-")


if __name__ == "__main__":
    main()
