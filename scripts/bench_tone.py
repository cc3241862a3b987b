"""Judging prepared statements against the engine of `re` alone, looking for the same phrases in the same texts."""

import json
import re
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from planbuilder.language import lexicon
from planbuilder.language.sentences import bare
from planbuilder.language.tone import Asked, House, judge

TEXTS = Path(__file__).resolve().parent.parent / "tests" / "tone"
STATEMENTS = 1000
LETTERS = 400
RUNS = 5


def tone(_folder: Path, _large: int) -> None:
    """A thousand statements of 400 characters, half in each language, in one process."""
    texts = [*statements("fr", STATEMENTS // 2), *statements("en", STATEMENTS // 2)]

    def ours() -> None:
        for language, text in texts:
            judge(text, language, Asked("holding"), House(address="vous"))

    def theirs() -> None:
        for language, text in texts:
            plain = bare(text)
            for pattern in patterns[language]:
                pattern.search(plain)

    ours()
    # alone: thousands of compiled patterns in memory would slow down the collector for both
    took = statistics.median(_seconds(ours) for _ in range(RUNS))
    patterns = {language: [*as_patterns(language)] for language in lexicon.LANGUAGES}
    pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(RUNS)]
    ratio = statistics.median(a / b for a, b in pairs)
    count = sum(map(len, patterns.values()))
    print(f"  {STATEMENTS} statements of {LETTERS} characters (≤ 1 s): {took:.2f} s")
    print(f"  judging / searching {count} patterns with re: {ratio:.2f}")


def statements(language: str, count: int) -> Iterator[tuple[str, str]]:
    """Texts of the development side, put together to the wanted length."""
    rows = [json.loads(line)["text"] for line in (TEXTS / f"texts.{language}.jsonl").read_text("utf-8").splitlines()]
    for number in range(count):
        text, at = "", number
        while len(text) < LETTERS:
            text, at = f"{text} {rows[at % len(rows)]}", at + 7
        yield language, text[1 : LETTERS + 1]


def as_patterns(language: str) -> Iterator[re.Pattern[str]]:
    """The phrases of a lexicon as regular expressions: what a simpler program would look for."""
    data = json.loads(Path(lexicon.__file__).with_name(f"{language}.json").read_text("utf-8"))
    phrases = [phrase for group in data["needs"].values() for phrase in group]
    phrases += [
        p
        for groups in data["checks"].values()
        for one in groups
        for p in (*one.get("phrases", ()), *one.get("words", ()))
    ]
    for phrase in phrases:
        yield re.compile(r"\b" + "".join(_element(one, data["sets"]) for one in phrase.split(" ")))


def _element(typed: str, sets: Mapping[str, str]) -> str:
    if typed in {"^", "$", ","}:
        return ""
    if typed[0] == "~":
        return rf"(?:[\w'{{}}]+\W+){{0,{typed[1:]}}}"
    if typed[0] == "!":
        return r"[\w']+\W*"
    words = [
        word
        for one in typed.removesuffix("?").split("|")
        for word in (sets[one[1:]].split("|") if one[0] == "@" else [one])
    ]
    ways = "|".join(r"\d+" if word == "#" else re.escape(word.strip("=-")).replace(r"\*", r"\w*") for word in words)
    return rf"(?:(?:{ways})\W*)" + ("?" if typed.endswith("?") else "")


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    tone(Path(), 0)
