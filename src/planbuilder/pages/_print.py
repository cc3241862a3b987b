"""The plan on paper: whole, its first hour on one sheet, a sheet for each role, cards for the wallet.

Each is one HTML file with its style inside: it prints from any browser, and travels without the site.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from markupsafe import Markup

from planbuilder.checking import Checked
from planbuilder.language.names import language_called
from planbuilder.messages import Message, say, say_value
from planbuilder.pages import _calendar, _print_chapters, _print_sheets, _words
from planbuilder.pages._acting import acting
from planbuilder.pages._calls import called, callee, first_number, numbers, shared_phones
from planbuilder.pages._publishing import tight
from planbuilder.pages._sheets import Reader, Sheet
from planbuilder.pages._templates import address, templates, templates_folder
from planbuilder.plan import Plan, Visibility
from planbuilder.plan.editions import edition as only

FOLDER = "paper"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: its title, what it is for, its template, and the values that only it needs."""

    title: Message
    use: Message
    template: str
    values: Callable[[Reader], Mapping[str, object]]


KINDS: Mapping[str, Kind] = {
    "plan": Kind(
        say("The whole plan"),
        say("For the folder that is read when the systems are down."),
        "plan.html.j2",
        _print_chapters.values,
    ),
    "first-hour": Kind(
        say("The first hour"),
        say("For the wall of the crisis room: whom to call, what to do, what to say."),
        "first-hour.html.j2",
        _print_sheets.first_hour,
    ),
    "roles": Kind(
        say("A sheet for each role"),
        say("For whoever holds a role or stands in: one page each."),
        "roles.html.j2",
        _print_sheets.roles,
    ),
    "cards": Kind(
        say("Cards for the wallet"),
        say("85 × 54 mm, to cut out: whom to call first, with a code for the camera."),
        "cards.html.j2",
        _print_sheets.cards,
    ),
}
"""By the name that commands and files give them."""


def paper(checked: Checked, language: str, edition: Visibility, today: date, kind: str) -> str:
    """A kind of paper (a key of `KINDS`) for the readers of a language and an edition, as one HTML file.

    Raises ValueError where the plan could not be read.
    """
    whole = checked.loaded.plan
    if whole is None:
        raise ValueError("a plan whose shape is wrong has no paper")
    return filled(Reader(only(whole, edition), language, edition, today), kind)


def filled(reader: Reader, kind: str, *, back: str = "") -> str:
    """A kind of paper, filled in. `back` is the page of the site that leads to it, where there is a site."""
    made = KINDS[kind]
    plan = reader.plan
    values: Mapping[str, object] = {
        "kind": kind,
        "title": made.title,
        "name": say_value(say("Crisis plan – {organisation}", organisation=plan.about.organisation), reader.language),
        "foot": _foot(plan, reader),
        "style": _style(kind),
        "back": back,
        "plan": plan,
        "team": reader.team,
        "today": reader.today,
        "words": _words,
        "percent": _words.percent,
        "called": lambda who: called(reader, who),
        "acting_for": lambda role: acting(reader, role),
        "shared_phones": shared_phones(plan),
        "callee": lambda name: callee(reader, name),
        "numbers": numbers,
        "first_number": first_number,
        "address": address,
        "language_called": language_called,
        **made.values(reader),
    }
    return templates(reader.language)(f"print/{made.template}", values)


def files(reader: Reader) -> Iterator[tuple[str, bytes]]:
    """Every kind of paper as a file of the site."""
    for kind in KINDS:
        yield f"{FOLDER}/{kind}.html", filled(reader, kind, back="../print.html").encode()


def sheet(reader: Reader) -> Sheet:
    """The page that leads to them."""
    return Sheet(
        "print.md",
        say("Print and offline copies"),
        "print.md.j2",
        say("Print what you would need without a network, and destroy the copies that it replaces."),
        values={
            "papers": [(f"{FOLDER}/{kind}", one) for kind, one in KINDS.items()],
            "dates": _calendar.file(reader, "") and _calendar.PATH,
        },
    )


@cache
def _style(kind: str) -> Markup:
    """What every sheet looks like, and what only this kind does."""
    sheets = [templates_folder() / "print" / f"{name}.css" for name in ("print", kind)]
    css = "".join(tight(sheet.read_text("utf-8")) for sheet in sheets if sheet.exists())
    return Markup(css)  # noqa: S704 - our own


def _foot(plan: Plan, reader: Reader) -> Mapping[str, str]:
    """What stands at the foot of each sheet, as style sheets take a text."""
    version = say("version {version}", version=plan.about.version) if plan.about.version else say("no version number")
    state = say("{organisation}, {version}", organisation=plan.about.organisation, version=version)
    edition = say("crisis team") if reader.team else say("staff")
    told = say(
        "{state} · as of {date} · edition: {edition} · destroy when replaced",
        state=state,
        date=reader.today,
        edition=edition,
    )
    said = say_value(told, reader.language)
    return {"text": said, "style": in_style(said)}


def in_style(text: str) -> Markup:
    """A text as what stands between the quotes of a style sheet: nothing in it can end them, or the sheet."""
    escaped = re.sub(r"[^A-Za-z0-9 \u00a1-\U0010ffff]", lambda sign: f"\\{ord(sign[0]):x} ", text)
    return Markup(escaped)  # noqa: S704 - letters, digits and escapes
