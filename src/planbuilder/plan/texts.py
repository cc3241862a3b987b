"""Texts in the languages of the plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic_core.core_schema import ValidationInfo

from planbuilder.messages import Message, base_of, say, say_many
from planbuilder.plan._entry import Read, misread
from planbuilder.plan.values import LANGUAGE_PATTERN, is_language
from planbuilder.source.masking import shown_key


def _nearest(tags: Iterable[str], wanted: str) -> str:
    """The tag that is wanted, or that of its language, or of another region of it; else the first there is."""
    known = list(tags)
    base = base_of(wanted)
    regional = next((tag for tag in known if base_of(tag) == base), known[0])
    return next((tag for tag in (wanted, base) if tag in known), regional)


@dataclass(frozen=True, slots=True)
class Text:
    """One text, language by language. `plain` where it was typed without languages: it is in the plan's first."""

    by_language: dict[str, str]
    plain: bool = False

    def spoken(self, language: str) -> str:
        """The text in `language`, or in another region's form of it, or in the first language there is."""
        return self.by_language[_nearest(self.by_language, language)]

    def language_of(self, wanted: str) -> str:
        """The language that `spoken` falls back to."""
        return _nearest(self.by_language, wanted)

    def __contains__(self, language: str) -> bool:
        return language in self.by_language

    def __hash__(self) -> int:
        return hash(tuple(self.by_language.items()))


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of sentences, language by language, the same number in each."""

    by_language: dict[str, tuple[str, ...]]
    plain: bool = False

    def spoken(self, language: str) -> str:
        """The sentences in `language`, one after the other."""
        return " · ".join(self.each(language))

    def each(self, language: str) -> tuple[str, ...]:
        """The sentences in `language`, or in the first there is."""
        return self.by_language[_nearest(self.by_language, language)]

    def __len__(self) -> int:
        return len(next(iter(self.by_language.values())))

    def __hash__(self) -> int:
        return hash(tuple(self.by_language.items()))


_NO_TEXT = say("`{key}` takes a text.")
_TEXT_FIX = say("Write a text, or one per language: `fr:` and `en:` below the key.")
_NO_TEXTS = say("`{key}` takes a list of texts.")
_TEXTS_FIX = say('Write a list of texts, `["…", "…"]`, or one list per language below the key.')
_TAG_FIX = say(
    "Write the code in small letters, for example `fr:` or `en:`; between braces, put a text with a comma between"
    " quotes."
)
_COUNT_FIX = say("Write the same number in each language, in the same order.")


def _one(value: object, message: Message, fix: Message, at: tuple[str | int, ...]) -> str:
    if isinstance(value, str):
        text = value.strip()
        if text:
            return text
    raise misread(message, fix, "value", at)


def _check_tags(tags: Iterable[str]) -> None:
    for tag in tags:
        if not is_language(tag):
            message = say("`{tag}` is not the code of a language.", tag=shown_key(tag))
            raise misread(message, _TAG_FIX, "language", (tag,), slip=("tag", tag))


def _read_text(value: object, info: ValidationInfo) -> Text:
    if isinstance(value, dict) and value:
        _check_tags(value)
        return Text({tag: _one(text, _NO_TEXT, _TEXT_FIX, (tag,)) for tag, text in value.items()})
    return Text({getattr(info.context, "language", "en"): _one(value, _NO_TEXT, _TEXT_FIX, ())}, plain=True)


def _read_texts(value: object, info: ValidationInfo) -> Texts:
    if not isinstance(value, dict) or not value:
        return Texts({getattr(info.context, "language", "en"): _several(value, ())}, plain=True)
    _check_tags(value)
    texts = {tag: _several(below, (tag,)) for tag, below in value.items()}
    first = next(iter(texts))
    for tag, list_ in texts.items():
        if len(list_) != len(texts[first]):
            message = say_many(
                "There is one text in `{tag}`, but {others} in `{first}`.",
                "There are {count} texts in `{tag}`, but {others} in `{first}`.",
                len(list_),
                tag=tag,
                first=first,
                others=len(texts[first]),
            )
            raise misread(message, _COUNT_FIX, "count", (tag,))
    return Texts(texts)


def _several(value: object, at: tuple[str | int, ...]) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise misread(_NO_TEXTS, _TEXTS_FIX, "value", at)
    return tuple(_one(text, _NO_TEXTS, _TEXTS_FIX, (*at, position)) for position, text in enumerate(value))


_SCALAR_TYPES = ["string", "number", "boolean"]


def _schema(one: dict[str, Any], fix: Message) -> dict[str, Any]:
    """A text as such, or one for each language."""
    types = one["type"] if isinstance(one["type"], list) else [one["type"]]
    return {
        **one,
        "type": [*types, "object"],
        "patternProperties": {rf"^{LANGUAGE_PATTERN}$": {**one, "errorMessage": fix.text}},
        "additionalProperties": False,
        "minProperties": 1,
        "errorMessage": fix.text,
    }


_TEXT_SCHEMA = _schema({"type": _SCALAR_TYPES}, _TEXT_FIX)
_TEXTS_SCHEMA = _schema({"type": "array", "items": {"type": _SCALAR_TYPES}, "minItems": 1}, _TEXTS_FIX)

TextValue = Annotated[Text, Read(_read_text, _TEXT_SCHEMA, in_context=True)]
TextsValue = Annotated[Texts, Read(_read_texts, _TEXTS_SCHEMA, in_context=True)]
