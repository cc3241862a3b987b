"""A checked plan to the tree of its pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from planbuilder.checking import Checked
from planbuilder.language.names import language_called
from planbuilder.messages import Message, say, say_value
from planbuilder.pages import (
    _after,
    _calendar,
    _cards,
    _changes,
    _channels,
    _messages,
    _now,
    _people,
    _prepare,
    _print,
    _script_words,
    _words,
    _write,
)
from planbuilder.pages._acting import acting
from planbuilder.pages._assets import assets
from planbuilder.pages._calls import called, callee, first_number, line_called, numbers, shared_phones
from planbuilder.pages._findings import Shown, hidden_texts, shown
from planbuilder.pages._search import INDEX, index
from planbuilder.pages._sheets import Reader, Sheet, path_of
from planbuilder.pages._state import StateOfPlan
from planbuilder.pages._templates import address, path, templates
from planbuilder.pages._tree import Page, Tab, Tree
from planbuilder.plan import Plan, Visibility
from planbuilder.plan.editions import edition as only
from planbuilder.source import Span, Where

Link = Callable[[Span], str | None]
"""The web address where a place of a file can be edited; None where there is no repository."""

Tabs = Sequence[tuple[Message, Sequence[Sheet]]]


def tree(  # noqa: PLR0913, PLR0917 - what the site knows and the pages cannot
    checked: Checked,
    language: str,
    edition: Visibility,
    today: date,
    link: Link,
    siblings: Sequence[str] = (),
    checks: str = "checks/",
    before: Plan | None = None,
) -> Tree:
    """The pages of a plan for the readers of a language and an edition, as of a day.

    `siblings` are the languages whose trees stand beside this one (`../<language>/`), `checks` is the folder of the
    `explanations`, seen from the root of the tree. Raises ValueError where the plan could not be read: there is nothing
    to show then. `before` is an older copy of the plan, for the page of what changed.
    """
    whole = checked.loaded.plan
    if whole is None:
        raise ValueError("a plan whose shape is wrong has no pages")
    reader = Reader(only(whole, edition), language, edition, today, checks)
    tabs = _tabs(reader, checked, whole, before)
    sheets = [sheet for _, below in tabs for sheet in below]
    others = tuple(tag for tag in siblings if tag != language)
    filling = _Filling(reader, checked, sheets, link, others)
    pages = tuple(filling.page(sheet) for sheet in sheets)
    return Tree(
        language,
        edition,
        say_value(say("Crisis plan – {organisation}", organisation=whole.about.organisation), language),
        pages,
        tuple(_tab(label, below, language) for label, below in tabs),
        (
            _script_words.script(reader, checked.loaded.name),
            *assets(),
            (INDEX, index(reader, sheets, {page.path: page.markdown for page in pages}, checked.ran)),
            *_to_keep(reader, checked),
        ),
        others,
        checks,
    )


def _to_keep(reader: Reader, checked: Checked) -> Iterable[tuple[str, bytes]]:
    """What readers take away: sheets of paper, cards for telephones, dates for calendars."""
    dates = _calendar.file(reader, checked.loaded.name)
    return (*_print.files(reader), *_cards.files(reader, checked.loaded.name), *((dates,) if dates else ()))


def _tabs(reader: Reader, checked: Checked, whole: Plan, before: Plan | None) -> Tabs:
    library, *others = _messages.statement_sheets(reader)
    return (
        (say("Now"), list(_now.sheets(reader))),
        (say("Scenarios"), list(_messages.scenario_sheets(reader))),
        (say("Statements"), [library, *_write.sheets(reader), *others]),
        (say("People"), [*_people.sheets(reader), _cards.sheet(reader, checked.loaded.name)]),
        (say("Channels"), list(_channels.sheets(reader))),
        (say("After"), list(_after.sheets(reader))),
        (
            say("Prepare"),
            [*_prepare.sheets(reader, checked), *_changes.sheets(reader, whole, before), _print.sheet(reader)],
        ),
    )


def _tab(label: Message, sheets: Iterable[Sheet], language: str) -> Tab:
    return (
        say_value(label, language),
        tuple((say_value(sheet.title, language), sheet.path) for sheet in sheets),
    )


class _Filling:
    """Fills sheets in: what every template may use beside its own values."""

    def __init__(
        self,
        reader: Reader,
        checked: Checked,
        sheets: Sequence[Sheet],
        link: Link,
        siblings: Sequence[str],
    ) -> None:
        self._reader = reader
        self._checked = checked
        self._link = link
        whole, edition = checked.loaded.plan, reader.edition
        hidden = hidden_texts(whole, edition) if whole else None
        self._fill = templates(reader.language)
        self._findings = shown(checked.findings, sheets, edition, hidden, link)
        waivers = {waiver.where: waiver for waiver in reader.plan.waivers}
        waived = {waived.finding: waivers.get(waived.waiver) for waived in checked.waived}
        self._shared: Mapping[str, object] = {
            "plan": reader.plan,
            "profile": checked.profile,
            "asked": len(checked.ran),
            "team": reader.team,
            "today": reader.today,
            "words": _words,
            "percent": _words.percent,
            "path_of": path_of,
            "called": lambda who: called(reader, who),
            "acting_for": lambda role: acting(reader, role),
            "shared_phones": shared_phones(reader.plan),
            "callee_of": lambda name: callee(reader, name),
            "line_called": lambda line: line_called(reader.plan, line),
            "numbers": numbers,
            "first_number": first_number,
            "address": address,
            "language_called": language_called,
            "findings": self._findings,
            "state": StateOfPlan(reader, checked, sheets, self._findings),
            "waived": [(one, waived[one.finding]) for one in shown(waived, sheets, edition, hidden, link)],
            "siblings": [(tag, _words.own_name(tag)) for tag in siblings],
        }

    def page(self, sheet: Sheet) -> Page:
        """One page, filled in."""
        language = self._reader.language
        here, up = sheet.path, "../" * sheet.path.count("/")
        place = self._checked.loaded.place(sheet.about[0]) if sheet.about else None
        mine: list[Shown] = [one for one in self._findings if one.page == here]
        values: Mapping[str, object] = {
            **self._shared,
            **sheet.values,
            "sheet": sheet,
            "scripts": [path(f"{up}assets/tools/{name}") for name in sheet.scripts],
            "explained": lambda name: path(f"{up}{self._reader.checks}{name}.html"),
            "href": lambda page: path(f"{up}{page.removesuffix('.md')}.html"),
            "banner": mine if here != "state.md" else [],
            "place": place,
            "editable": self._link(self._checked.loaded.place(Where(("about",)))) is not None,
            "edit": self._link(place) if place else None,
            "other": lambda tag: path(f"{up}../{tag}/{here.removesuffix('.md')}.html"),
        }
        return Page(
            here,
            say_value(sheet.title, language),
            self._fill("page.md.j2", values),
            sheet.about[0] if sheet.entry else None,
            say_value(sheet.lead, language),
        )
