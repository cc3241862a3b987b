"""People and shared numbers as cards: vCards for telephones (RFC 2426), codes that a camera reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from planbuilder.contentlines import file_of, lasting_id, value
from planbuilder.messages import Message, say, say_value
from planbuilder.pages._calls import line_called, shared_phones
from planbuilder.pages._sheets import Reader, Sheet, path_of, section
from planbuilder.pages._words import MEANS, channel_name
from planbuilder.plan import Phone, Text
from planbuilder.plan.people import PHONES, Person

FOLDER = "contacts"
EVERYBODY = f"{FOLDER}/all.vcf"
_KINDS = {
    "mobile": "CELL,VOICE",
    "sms": "CELL,MSG",
    "home": "HOME,VOICE",
    "desk": "WORK,VOICE",
    "pager": "PAGER",
}
_NOT_RUNG = frozenset({"sms", "pager"})
_QUIET = 4
"""Squares of the empty border that readers of codes ask for."""
_DOTS = 2
"""Dots for the side of a square: with one alone, a program that smooths pictures would blur it."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody, or a line, that a telephone may keep. `lines` are those of its vCard."""

    path: str
    name: str
    what: tuple[Text | Message | str, ...]
    number: Phone | None
    said: str
    """The number as people know it: `0 800 00 00 00` where that is what everybody dials."""
    lines: tuple[str, ...]

    @property
    def file(self) -> bytes:
        """The vCard."""
        return file_of(self.lines)


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: a picture as an address that holds it whole, and its side in squares with the quiet zone."""

    picture: str
    side: int


def contacts(reader: Reader, plan_name: str) -> tuple[Contact, ...]:
    """What the readers of an edition may keep: shared numbers, then for the crisis team its members."""
    return (*_shared(reader, plan_name), *(_members(reader, plan_name) if reader.team else ()))


def sheet(reader: Reader, plan_name: str) -> Sheet:
    """The page that leads to the cards."""
    return Sheet(
        "cards.md",
        say("Contact cards"),
        "cards.md.j2",
        say("Put these numbers into your telephone now: they are of use when there is no network.")
        if reader.team
        else say("Put the shared numbers into your telephone now: they are of use when there is no network."),
        section("people", "on_call") if reader.team else section("on_call"),
        values={"contacts": contacts(reader, plan_name), "everybody": EVERYBODY},
    )


def files(reader: Reader, plan_name: str) -> Iterator[tuple[str, bytes]]:
    """Every card as a file of its own, and all in one."""
    found = contacts(reader, plan_name)
    for one in found:
        yield one.path, one.file
    if found:
        yield EVERYBODY, b"".join(one.file for one in found)


# --- who gets a card ---


def _shared(reader: Reader, plan_name: str) -> Iterator[Contact]:
    """Numbers that every edition shows: lines on call, and the telephones that people call us on."""
    plan = reader.plan
    name: Message | Text | str
    for line in plan.on_call.values():
        if line.number and line.number.e164:
            name = line_called(plan, line)
            yield _line(reader, plan_name, ("lines", line.id), name, line.number, line.number.spoken(reader.language))
    for channel in shared_phones(plan):
        number = Phone(channel.account or "", plan.about.country)
        if number.e164:
            name = channel_name(plan, channel.id)
            yield _line(reader, plan_name, ("channels", channel.id), name, number, number.typed)


def _line(  # noqa: PLR0913, PLR0917 - what a card is made of
    reader: Reader, plan_name: str, key: tuple[str, str], called: Message | Text | str, number: Phone, said: str
) -> Contact:
    organisation = reader.plan.about.organisation
    name = f"{say_value(called, reader.language)} – {organisation}"
    lines = _card(
        reader, (FOLDER, plan_name, *key), ("", name), name, [f"TEL;TYPE=WORK,VOICE,PREF:{value(number.dialled or '')}"]
    )
    return Contact(_path(*key), name, (), number, said, tuple(lines))


def _members(reader: Reader, plan_name: str) -> Iterator[Contact]:
    """Whoever can be reached and has not left."""
    for person in reader.plan.people.values():
        if person.has_left(reader.today) or not list(person.means()):
            continue
        roles = tuple(role.called for role in reader.plan.roles_of(person.id))
        first, _, last = person.name.partition(" ")
        lines = _card(
            reader,
            (FOLDER, plan_name, "people", person.id),
            (last, first),
            person.name,
            _details(reader, person, roles),
        )
        ring = next((number for key, number in _numbers(person) if key not in _NOT_RUNG), None)
        what = (person.job, *roles) if person.job else roles
        said = ring.spoken(reader.language) if ring else ""
        yield Contact(_path("people", person.id), person.name, what, ring, said, tuple(lines))


def _path(kind: str, name: str) -> str:
    return path_of(f"{FOLDER}/{kind}", name).removesuffix(".md") + ".vcf"


# --- vCard ---


def _card(
    reader: Reader, key: Iterable[str], name: tuple[str, str], shown: str, details: Iterable[str]
) -> Iterator[str]:
    last, first = name
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"N:{value(last)};{value(first)};;;", f"FN:{value(shown)}")
    yield f"ORG:{value(reader.plan.about.organisation)}"
    yield from details
    yield f"CATEGORIES:{value(say_value(say('Crisis plan'), reader.language))}"
    yield f"UID:{lasting_id(*key)}"
    yield "END:VCARD"


def _details(reader: Reader, person: Person, roles: Iterable[Text | str]) -> Iterator[str]:
    def said(thing: object) -> str:
        return value(say_value(thing, reader.language))

    if person.job:
        yield f"TITLE:{said(person.job)}"
    if held := ", ".join(say_value(role, reader.language) for role in roles):
        yield f"ROLE:{value(held)}"
    for place, (key, number) in enumerate(_numbers(person)):
        yield f"TEL;TYPE={_KINDS[key]}{'' if place else ',PREF'}:{value(number.dialled or '')}"
    if person.email:
        yield f"EMAIL;TYPE=INTERNET:{value(person.email)}"
    others = [(key, other) for key, other in person.means() if key not in PHONES and key != "email"]
    if others:
        yield f"NOTE:{value(' · '.join(f'{say_value(MEANS[key], reader.language)} {other}' for key, other in others))}"
    if person.checked:
        yield f"REV:{person.checked.isoformat()}"


def _numbers(person: Person) -> Iterator[tuple[str, Phone]]:
    """The numbers that can be dialled, each once."""
    seen: set[str] = set()
    for key, number in person.means():
        if isinstance(number, Phone) and number.dialled and number.dialled not in seen:
            seen.add(number.dialled)
            yield key, number


# --- codes ---


def code_of(name: str, number: Phone) -> Code:
    """A code that offers to keep a name with its number, and to call it: the shortest vCard that does."""
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:;{value(name)};;;",
        f"FN:{value(name)}",
        f"TEL:{value(number.dialled or '')}",
        "END:VCARD",
    )
    return code("\r\n".join(lines) + "\r\n")


@cache
def code(content: str) -> Code:
    """A code with this text. Its encoding is said in it: otherwise some readers garble what is not English."""
    import segno  # only paper needs it

    made = segno.make(content, error="m", encoding="utf-8", eci=True, micro=False)
    return Code(made.png_data_uri(scale=_DOTS, border=_QUIET), len(made.matrix) + 2 * _QUIET)
