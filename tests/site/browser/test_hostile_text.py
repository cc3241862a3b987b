"""Whatever stands in a text of the plan is shown as typed and does nothing; should it ever act, a second lock holds."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from planbuilder.loading import find_plans, load
from planbuilder.pages import _templates
from planbuilder.plan import Plan, Text, Texts, Visibility
from planbuilder.plan.refs import Ref
from planbuilder.site import build, building
from planbuilder.source import Mapping, Sequence, Where

from .conftest import EXAMPLE, TODAY, Chromium, Visit, pages_of

HOSTILE = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1 data-evil>",
    "</title></textarea><svg onload=window.ran=1 data-evil>",
    '"><a data-evil href="javascript:window.ran=1">x</a>',
    "[x](javascript:window.ran=1) ![x](https://evil.example/x.png)",
    '<meta http-equiv=refresh content="0;url=https://evil.example"> <base href=//evil.example>',
    "{: onclick=window.ran=1 data-evil=1 }",
    '--8<-- "/etc/passwd" <!-- x -->',
    "*a* _b_ **c** ~~d~~ ==e== `f` :smile: ^^g^^ &lt; &#60; &amp;",
    "{{ 7*7 }} {% raw %} ${7*7} <% 7 %>",
    "# a | b | --- | [ref]: javascript:window.ran=1 'x'",
    "!!! note \\* \\< $$ [[x]] ::warning:: ##[error]",
)
MARK = re.compile(r"§(\d+)§")


def hostile(number: int) -> str:
    """A text that no other field has: its number shows where it came from."""
    return f"{HOSTILE[number % len(HOSTILE)]} §{number}§ {HOSTILE[(number + 5) % len(HOSTILE)]}"


class Spoiler:
    """The example plan with a hostile text in the place of every text, and of every word that has no form to keep."""

    KEPT = frozenset({"platform", "country", "timezone", "version", "two_factor"})

    def __init__(self, plan: Plan) -> None:
        self.places = {where for where, value in plan.values() if _is_text(value) and where[-1] not in self.KEPT}
        self.count = 0

    def spoil(self, value: object, where: Where = Where()) -> object:  # noqa: B008 - the root, never changed
        if where in self.places:
            return self._spoilt(value)
        if isinstance(value, Mapping):
            return {key: self.spoil(below, where / key) for key, below in value.items()}
        if isinstance(value, Sequence):
            return [self.spoil(below, where / place) for place, below in enumerate(value)]
        return value

    def _spoilt(self, value: object) -> object:
        if isinstance(value, Mapping):
            return {key: self._spoilt(below) for key, below in value.items()}
        if isinstance(value, Sequence):
            return [self._spoilt(below) for below in value]
        self.count += 1
        return hostile(self.count)


def _is_text(value: object) -> bool:
    return isinstance(value, Text | Texts) or (type(value) is str and not isinstance(value, Ref) and " " in value)


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """The folder of a plan that is hostile in every text, and the number of its texts."""
    folder = tmp_path_factory.mktemp("hostile").resolve() / "plans"
    folder.mkdir()
    loaded = load(find_plans(EXAMPLE)[0])
    assert loaded.plan is not None
    spoiler = Spoiler(loaded.plan)
    written = spoiler.spoil(loaded.written)
    (folder / "plan.yaml").write_text(json.dumps(written, ensure_ascii=False, indent=1), "utf-8")
    return folder, spoiler.count


PAGE = """() => ({
  ran: window.ran,
  evil: document.querySelectorAll('[data-evil]').length,
  texts: [document.title, document.body.innerText, document.body.textContent,
    ...[...document.querySelectorAll('*')].flatMap(e => [...e.attributes].flatMap(a => {
      const said = [a.value];
      if (a.value.startsWith('{"')) JSON.parse(a.value, (key, value) => (said.push(key, String(value)), value));
      return said;
    }))],
})"""
"""What a page says. An attribute that holds data for a script says each of its values."""
TRIGGER = """() => {
  document.querySelectorAll('a[href^=javascript]')
    .forEach(a => a.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})));
  document.querySelectorAll('*').forEach(e => ['click', 'error', 'load', 'mouseover', 'focus']
    .forEach(kind => e.dispatchEvent(new Event(kind))));
}"""


async def read_all(visit: Visit, site: Path) -> dict[str, dict[str, Any]]:
    found = {}
    front = site / "index.html"  # with one language it goes on to the next page at once
    for page in (page for page in pages_of(site) if page != front):
        await visit.page.goto(page.as_uri())
        found[page.relative_to(site).as_posix()] = await visit.page.evaluate(PAGE)
    assert visit.outside == []
    return found


def test_hostile_text_in_every_field_is_shown_as_typed(
    chromium: Chromium, spoilt: tuple[Path, int], tmp_path: Path
) -> None:
    plans, count = spoilt
    site = tmp_path.resolve() / "site"
    built = build(plans, site, today=TODAY, editions=[Visibility.CRISIS_TEAM], lang="fr")
    assert [finding.message.text for one in built.checked for finding in one.loaded.findings] == []
    assert built.refusals == ()
    pages = chromium.visit(lambda visit: read_all(visit, site))
    shown: set[int] = set()
    for name, page in pages.items():
        assert (page["ran"], page["evil"]) == (None, 0), name
        whole = [_spaced(text) for text in page["texts"]]
        marks = {int(mark) for text in whole for mark in MARK.findall(text)}
        torn = [mark for mark in marks if not any(_spaced(hostile(mark)) in text for text in whole)]
        assert torn == [], name
        shown |= marks
    assert len(shown) > count * 0.4, "the French texts, and those that have no language"


def _spaced(text: str) -> str:
    """One blank between words; the doubled braces of a statement are shown single."""
    return " ".join(text.replace("{{", "{").replace("}}", "}").split())


def test_with_no_escaping_at_all_the_policy_lets_nothing_run(
    chromium: Chromium, spoilt: tuple[Path, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path.resolve() / "site"
    # no policy stops a page from sending its reader elsewhere: only the escaping and the gate do
    text = (spoilt[0] / "plan.yaml").read_text("utf-8").replace("http-equiv=refresh", "http-equiv=x")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "plan.yaml").write_text(text, "utf-8")
    unescaped: Callable[[str], Markup] = Markup
    monkeypatch.setattr(_templates, "encode", unescaped)
    monkeypatch.setattr("planbuilder.site.writing.escape", str)
    monkeypatch.setattr(building, "judge", lambda _seen: ())
    monkeypatch.setattr("planbuilder.site.making._refusals", lambda _place, _complaints: ())
    monkeypatch.setattr("planbuilder.site.parallel.os.cpu_count", lambda: 1)
    assert build(tmp_path / "plans", site, today=TODAY, editions=[Visibility.CRISIS_TEAM], lang="fr").published

    async def provoke(visit: Visit) -> list[tuple[object, object]]:
        seen = []
        for page in sorted((site / "fr").rglob("*.html"))[:30]:
            await visit.page.goto(page.as_uri(), wait_until="domcontentloaded")
            await visit.page.evaluate(TRIGGER)
            found = await visit.page.evaluate(PAGE)
            seen.append((found["ran"], found["evil"]))
        return seen

    seen = chromium.visit(provoke)
    assert {ran for ran, _ in seen} == {None}
    assert sum(1 for _, evil in seen if evil) > 5, "the texts did become markup"
