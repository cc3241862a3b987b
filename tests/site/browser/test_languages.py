"""A part in another language than its page says so, that it may be read out in the right one."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from planbuilder.loading import find_plans, load
from planbuilder.plan import Text
from planbuilder.plan.texts import Texts

from .conftest import EXAMPLE, pages_of

SHORTEST = 12
"""Letters from which on a text is not taken for another by chance."""
ALONE = {"meta", "link", "br", "hr", "img", "input", "path", "rect", "circle", "wbr"}


class Parts(HTMLParser):
    """The text of every element, without blanks and braces, with the language it is marked as."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str, list[str]]] = []
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALONE:
            language = dict(attrs).get("lang") or (self.open[-1][1] if self.open else "")
            self.open.append((tag, language, []))

    def handle_data(self, data: str) -> None:
        for _, _, said in self.open:
            said.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag in {name for name, _, _ in self.open}:
            name, language, said = self.open.pop()
            self.found.append((letters("".join(said)), language))
            if name == tag:
                break


def letters(text: str) -> str:
    return re.sub(r"[{}\s]+", "", text)


def texts_of(value: object) -> Iterator[dict[str, str]]:
    """Every text of a plan, language by language."""
    if isinstance(value, Text):
        yield value.by_language
    elif isinstance(value, Texts):
        for place in range(len(value)):
            yield {language: each[place] for language, each in value.by_language.items()}
    elif isinstance(value, dict):
        yield from (text for below in value.values() for text in texts_of(below))
    elif isinstance(value, list | tuple):
        yield from (text for below in value for text in texts_of(below))
    elif hasattr(value, "__dict__"):
        yield from texts_of(vars(value))


def test_every_text_stands_below_the_mark_of_its_language(example: Path) -> None:
    known: dict[str, set[str]] = {"fr": set(), "en": set()}
    for text in texts_of(load(find_plans(EXAMPLE)[0]).plan):
        for language, said in text.items():
            known[language].add(letters(said))
    wrong, right = set(), set()
    for path in pages_of(example):
        parts = Parts()
        parts.feed(path.read_text("utf-8"))
        for said, marked in parts.found:
            meant = {language for language, texts in known.items() if said in texts and len(said) >= SHORTEST}
            page = path.relative_to(example).as_posix()
            if meant and marked in meant and not page.startswith(f"{marked}/"):
                right.add((page, said))
            elif meant and marked not in meant:
                wrong.add((page, said))
    assert wrong == set()
    assert len(right) > 30, "both languages of a statement stand on its page"
