"""The counters of the form are those of the checks: the same answers on the frozen cases and on any other text."""

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from planbuilder.language import sms
from planbuilder.language.blanks import fill
from planbuilder.language.counting import length
from planbuilder.pages._assets import assets

from .conftest import Chromium, Visit

FROZEN = Path(__file__).parents[2] / "language"
SCRIPTS = ("assets/tools/tables.js", "assets/tools/count.js")
Ask = Callable[[str, Sequence[Any]], list[Any]]

MESSAGES = [
    *"éèùìòÉÇÄÖñåÆß£$¥€@&%#!?()[]{}<>=~^|\\;§¡¿\nêçôûîâëïœŒÊÈÀÔ’‘“«»–—…•→\u00a0\u202f✓😀漢`´\f",
    *("", "a" * 160, "a" * 161, "a" * 306, "a" * 307, "€" * 80, "a" + "€" * 80, "€" * 153, "ê" * 70, "ê" * 71),
    *("ê" * 134, "ê" * 135, "😀" * 35, "😀" * 36, "😀" * 67, "e\u0301" * 160, "c\u0327" * 70),
    *("a" * 152 + "€" + "b" * 99, "L’été, ça brûle ; l’hiver « gèle »"),
]
PIECES = [
    *"aé …’→œ漢©\n",
    *("e\u0301", "«\u00a0", "\u202f!", "👍🏽", "👨\u200d👩\u200d👧", "🇫🇷", "❤\ufe0f", "1\ufe0f\u20e3", "\ud83d"),
    *("https://lumen.example/a_(b)?c=d", "lumen.fr", "info.lumen.example", "http://t.co/Ab12", "aide@lumen.fr"),
    *("été.fr", "www.a-b.co.uk/x", "xn--p1ai.xn--p1ai", "例え.テスト", "#lumen", "@lumen", "$x.com", "a.b", "-x.fr"),
]
BLANKS = [
    *("Point à {heure}.", "{heure} {autre} {heure}", "{{ et }} sont des accolades", "{{heure}}", "{{ heure }}"),
    *("a}} {{b", "{", "}", "{a\nb}", "{{{heure}}}", "sans rien", "{constructor}", "{HEURE}", "{{été}}"),
]


@pytest.fixture(scope="module")
def ask(chromium: Chromium) -> Ask:
    """The answers of a function of the page to many questions."""
    files = dict(assets())

    def asked(function: str, questions: Sequence[Any]) -> list[Any]:
        async def answer(visit: Visit) -> list[Any]:
            await visit.page.evaluate("window.planbuilder = {}")
            for script in SCRIPTS:
                await visit.page.add_script_tag(content=files[script].decode())
            found: list[Any] = await visit.page.evaluate(
                f"texts => JSON.parse(texts).map({function})", json.dumps(questions)
            )
            assert visit.errors == []
            return found

        return chromium.visit(answer)

    return asked


def differing(texts: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> list[tuple[Any, Any, Any]]:
    assert len(ours) == len(theirs) == len(texts)
    return [(text, a, b) for text, a, b in zip(texts, ours, theirs, strict=True) if a != b]


@pytest.mark.parametrize(("file", "counts", "least"), [("twitter_text", "x", 1000), ("graphemes", "graphemes", 300)])
def test_every_frozen_answer_is_that_of_the_page(ask: Ask, file: str, counts: str, least: int) -> None:
    cases = json.loads((FROZEN / f"{file}.json").read_text("utf-8"))
    texts = [text for text, _ in cases]
    assert len(texts) > least
    found = ask(f"text => planbuilder.count.length(text, '{counts}')", texts)
    assert differing(texts, [due for _, due in cases], found) == []


@pytest.mark.parametrize("counts", ["x", "gsm", "characters"])
def test_any_text_is_as_long_as_the_checks_say(ask: Ask, counts: Any) -> None:
    dice = random.Random(20261121)
    lines = (FROZEN / "texts_to_count.txt").read_text("utf-8").splitlines()
    mixed = ["".join(dice.choices(PIECES, k=dice.randint(1, 12))) for _ in range(1500)]
    texts = [text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") for text in lines + mixed]
    found = ask(f"text => planbuilder.count.length(text, '{counts}')", texts)
    assert differing(texts, [length(text, counts) for text in texts], found) == []


def test_text_messages_have_the_same_parts_because_of_the_same_letters(ask: Ask) -> None:
    found = ask("text => { const m = planbuilder.count.sms(text); return Object.values(m); }", MESSAGES)
    read = [sms.message(text) for text in MESSAGES]
    ours = [[one.units, one.parts, list(one.costly), one.limit] for one in read]
    assert differing(MESSAGES, ours, found) == []


def test_blanks_are_filled_as_the_checks_fill_them(ask: Ask) -> None:
    found = ask("text => planbuilder.count.fill(text, {heure: '14 h $& $1'})", BLANKS)
    assert differing(BLANKS, [fill(text, {"heure": "14 h $& $1"}) for text in BLANKS], found) == []
