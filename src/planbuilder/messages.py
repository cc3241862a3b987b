"""Sentences that keep their parts until somebody reads them.

The English sentence stands in the code, marked by `say` (one form) or `say_many` (one and many), where
Babel finds it; French stands in `locale/fr/LC_MESSAGES/planbuilder.po`. A `Message` is turned into text only by
`render`, in the language of the reader.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from planbuilder.letters import unaccented

if TYPE_CHECKING:
    import re
    from gettext import NullTranslations

LANGUAGES = ("en", "fr")
"""The languages that planbuilder itself speaks, the source language first."""


@runtime_checkable
class Spoken(Protocol):
    """A value that says itself: a Text, a Duration, a phone number."""

    def spoken(self, language: str) -> str:
        """The value in the words of `language` (a BCP 47 tag), or the nearest there is."""
        ...


class Message(NamedTuple):
    """A sentence and the values of its `{fields}`, not yet in any language.

    `many` and `amount` are given for sentences that change with a number.
    """

    text: str
    values: Mapping[str, object] = {}
    many: str | None = None
    amount: int = 1

    def spoken(self, language: str) -> str:
        """The sentence in `language`, so that a message can stand inside another."""
        return render(self, language)

    def __hash__(self) -> int:
        return hash((self.text, self.amount))


def say(text: str, /, **values: object) -> Message:
    """Mark `text` for translation and keep the values of its fields."""
    return Message(text, values)


def say_many(one: str, many: str, /, count: int, **values: object) -> Message:
    """Mark a sentence that has a singular and a plural; both may use `{count}`."""
    return Message(one, {"count": count, **values}, many, count)


def base_of(tag: str) -> str:
    """The language of a tag, without its region: `fr` of `fr-CA`."""
    return tag.partition("-")[0]


def tool_language(wanted: str | None) -> str:
    """The language of `LANGUAGES` nearest to a BCP 47 tag or a locale name; English where there is none."""
    base = base_of((wanted or "").replace("_", "-")).lower()
    return base if base in LANGUAGES else LANGUAGES[0]


def spoken_tag(wanted: str | None) -> str:
    """The tag itself where its language is one of `LANGUAGES`: its region has words of its own; English elsewhere."""
    return wanted if wanted and tool_language(wanted) == base_of(wanted).lower() else LANGUAGES[0]


def render(message: Message, language: str) -> str:
    """The sentence in `language`; values say themselves in it too."""
    tongue = tool_language(language)
    pattern = regional(_translated(message, tongue), language)
    if not message.values:
        return pattern
    spoken = {name: say_value(value, language) for name, value in message.values.items()}
    return _fill(pattern, spoken, elides=tongue == "fr")


def translate(text: str, language: str) -> str:
    """A fixed text (a description, a reason) in `language`; the English where no translation is known."""
    return regional(_translated(Message(text), tool_language(language)), language)


_REGIONAL: Mapping[str, Mapping[str, str]] = {
    "fr-CA": {
        "d'astreinte": "de garde", "l'astreinte": "la garde", "astreinte": "garde",
        "mobile": "cellulaire", "salarié": "employé", "ouvré": "ouvrable", "e-mail": "courriel",
    },
}  # fmt: skip
"""By the tag of a region: words of the common French sentences, and what is said there instead."""


def regional(text: str, language: str) -> str:
    """A sentence of our own with the words of the region that a BCP 47 tag names; what stands in backticks stays."""
    words = _REGIONAL.get(language)
    if words is None:
        return text
    return _regional_words(language).sub(lambda found: _as_there(found[0], words), text)


def _as_there(word: str, words: Mapping[str, str]) -> str:
    there = words.get(word.lower(), word)
    return there[0].upper() + there[1:] if word[0].isupper() else there


@cache
def _regional_words(language: str) -> "re.Pattern[str]":
    import re  # most readers speak no regional language

    return re.compile(rf"`[^`]*`|(?<!\w)(?:{'|'.join(_REGIONAL[language])})", re.IGNORECASE)


def say_value(value: object, language: str) -> str:  # noqa: PLR0911 - one line for each kind of value
    """A value in words: dates, times, lists and numbers as the language writes them."""
    tongue = tool_language(language)
    match value:
        case str():
            return value
        case Spoken():
            return value.spoken(language)
        case datetime():
            at = " à " if tongue == "fr" else " "
            return f"{_day(value.date(), tongue)}{at}{_clock(value.time(), tongue)}"
        case date():
            return _day(value, tongue)
        case time():
            return _clock(value, tongue)
        case int() | float():
            return number(value, tongue)
        case Sequence():
            return listed([say_value(item, language) for item in value], tongue)
        case _:
            return str(value)


def one_line(text: str) -> str:
    """A text on one line; its no-break spaces stay, which `str.split()` would take along."""
    return " ".join(word for word in text.replace("\n", " ").split(" ") if word)


def listed(items: Sequence[str], language: str) -> str:
    """`a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    last = {"fr": "et"}.get(tool_language(language), "and")
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def either(items: Sequence[object]) -> object:
    """`a, b or c`, as a value of a sentence: any one of them will do."""
    *others, last = items
    if not others:
        return last
    first, *more = others
    for item in more:
        first = say("{items}, {item}", items=first, item=item)
    return say("{first} or {last}", first=first, last=last)


def number(value: float, language: str) -> str:
    """`1,840` in English, `1 840` (no-break spaces) and a decimal comma in French."""
    digits = f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
    if tool_language(language) == "fr":
        return digits.replace(",", "\u202f").replace(".", ",")
    return digits


_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}


def _day(day: date, tongue: str) -> str:
    first = "1er" if tongue == "fr" and day.day == 1 else str(day.day)
    return f"{first}\u00a0{_MONTHS[tongue][day.month - 1]}\u00a0{day.year}"


def _clock(clock: time, tongue: str) -> str:
    if tongue == "fr":
        return f"{clock.hour}\u00a0h" + (f"\u00a0{clock.minute:02}" if clock.minute else "")
    return f"{clock.hour:02}:{clock.minute:02}"


_VOWELS = tuple("aeiouœæ")
_MUTE = (
    "hadrien", "hector", "helen", "helo", "henri", "hermine", "herv", "hilaire", "hippolyte", "honor", "hortense",
    "hubert", "hugues", "huguette", "hyacinthe", "habit", "heberg", "hopita", "hospit", "hotel", "hotesse", "huissier",
    "hygien",
)  # fmt: skip
"""How names begin whose `h` elides: people's, and those of houses and services. Custom leaves Hugo and Hassan alone."""


def _fill(pattern: str, values: Mapping[str, str], *, elides: bool) -> str:
    """Replace `{name}`; a brace that is no field stays, so that plan text in a sentence is never a pattern."""
    parts = pattern.split("{")
    out = [parts[0]]
    for part in parts[1:]:
        name, brace, rest = part.partition("}")
        if not brace or name not in values:
            out.append("{" + part)
            continue
        value = _once(out[-1], values[name])
        out[-1] = lead(out[-1], value, elides=elides)
        # « 9 p.m. » closes the sentence itself
        closed = value.endswith(".") and value[-2:-1].isalpha() and rest.startswith(".")
        out.append(value + (rest[1:] if closed else rest))
    return "".join(out)


_LEVEL = {"niveau", "level"}


def _once(before: str, value: str) -> str:
    """« au niveau 3 » where the level is called « Niveau 3 »."""
    word, space, rest = value.partition(" ")
    same = space and word.lower() in _LEVEL and before.lower().endswith(word.lower() + " ")
    return rest if same else value


def _labels_itself(before: str, value: str) -> bool:
    """Whether « Niveau : » stands before a level that is called « Niveau 3 »."""
    label = before.rstrip(": \u00a0").lower()
    return label in _LEVEL and ":" in before and value.lower().startswith(label + " ")


def lead(before: str, value: str, *, elides: bool) -> str:
    """The text `before` a value, as it reads when the value follows; `elides` in French."""
    if _labels_itself(before, value):
        return ""
    return elided(before, value) if elides else before


def elided(before: str, value: str) -> str:
    """The French text `before` a value: « l'absence d' » where Ana follows, « l'absence de » where it is Hugo."""
    if not before.endswith("e ") or not _begins_with_vowel(value):
        return before
    word = before[:-1].replace("\u00a0", " ").replace("'", " ").rpartition(" ")[2].lstrip("(")
    return before[:-2] + "'" if word.lower() in {"de", "que", "jusque", "lorsque", "puisque"} else before


def _begins_with_vowel(value: str) -> bool:
    """Whether French elides before a value: Ana, Hélène and Yves, not Hugo and Yanis."""
    start = unaccented(value[:12]).lower()
    if start.startswith("y"):
        return value[1:2].islower() and start[1] not in _VOWELS
    return start.startswith((*_VOWELS, *_MUTE))


def _translated(message: Message, tongue: str) -> str:
    if tongue == LANGUAGES[0]:
        return message.text if message.many is None or message.amount == 1 else message.many
    catalogue = _catalogue(tongue)
    if message.many is None:
        return catalogue.gettext(message.text) if message.text else ""
    return catalogue.ngettext(message.text, message.many, message.amount)


@cache
def _catalogue(tongue: str) -> "NullTranslations":
    from gettext import GNUTranslations  # only readers of another language than English pay for these
    from pathlib import Path

    compiled = Path(__file__).parent / "locale" / tongue / "LC_MESSAGES" / "planbuilder.mo"
    with compiled.open("rb") as stream:
        return GNUTranslations(stream)
