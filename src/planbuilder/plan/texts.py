"""Texts in the languages of the plan."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic_core.core_schema import ValidationInfo

from planbuilder.messages import say
from planbuilder.plan._entry import Read, misread
from planbuilder.plan.values import is_language


@dataclass(frozen=True, slots=True)
class Text:
    """One text, language by language. `plain` where it was typed without languages: it is in the plan's first."""

    by_language: dict[str, str]
    plain: bool = False

    def spoken(self, language: str) -> str:
        """The text in `language`, or in the plan's first language, or in any there is."""
        for tag in (language, language.split("-", maxsplit=1)[0]):
            if tag in self.by_language:
                return self.by_language[tag]
        return next(iter(self.by_language.values()))

    def language_of(self, wanted: str) -> str:
        """The language that `spoken` falls back to."""
        for tag in (wanted, wanted.split("-", maxsplit=1)[0]):
            if tag in self.by_language:
                return tag
        return next(iter(self.by_language))

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
        for tag in (language, language.split("-", maxsplit=1)[0]):
            if tag in self.by_language:
                return self.by_language[tag]
        return next(iter(self.by_language.values()))

    def __len__(self) -> int:
        return len(next(iter(self.by_language.values())))

    def __hash__(self) -> int:
        return hash(tuple(self.by_language.items()))


_TEXT_FIX = say("Write a text, or one per language: `fr:` and `en:` below the key.")
_TEXTS_FIX = say('Write a list of texts, `["…", "…"]`, or one list per language below the key.')


def _one(value: object, at: tuple[str | int, ...]) -> str:
    if value is None:
        raise misread(say("There is no text here."), _TEXT_FIX, "empty", at)
    if not isinstance(value, str):
        raise misread(say("A text is expected here."), _TEXT_FIX, "value", at)
    if not value.strip():
        raise misread(say("This text is empty."), say("Write it, or remove the key."), "empty", at)
    return value.strip()


def _check_tag(tag: str) -> None:
    if not is_language(tag):
        raise misread(
            say("`{tag}` is not the code of a language.", tag=tag[:40]),
            say("Write the code in small letters, for example `fr:` or `en:`."),
            "language",
            (tag,),
        )


def _read_text(value: object, info: ValidationInfo) -> Text:
    if isinstance(value, dict):
        if not value:
            raise misread(say("There is no text here."), _TEXT_FIX, "empty")
        for tag in value:
            _check_tag(tag)
        return Text({tag: _one(text, (tag,)) for tag, text in value.items()})
    return Text({getattr(info.context, "language", "en"): _one(value, ())}, plain=True)


def _read_texts(value: object, info: ValidationInfo) -> Texts:
    if isinstance(value, list):
        return Texts({getattr(info.context, "language", "en"): _several(value, ())}, plain=True)
    if not isinstance(value, dict) or not value:
        raise misread(say("A list of texts is expected here."), _TEXTS_FIX)
    for tag in value:
        _check_tag(tag)
    texts = {tag: _several(below, (tag,)) for tag, below in value.items()}
    first, *others = texts
    for tag in others:
        if len(texts[tag]) != len(texts[first]):
            raise misread(
                say(
                    "There are {a} texts in `{first}` and {b} in `{tag}`.",
                    a=len(texts[first]),
                    first=first,
                    b=len(texts[tag]),
                    tag=tag,
                ),
                say("Write the same number in each language, in the same order."),
                "count",
                (tag,),
            )
    return Texts(texts)


def _several(value: object, at: tuple[str | int, ...]) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise misread(say("A list of texts is expected here."), _TEXTS_FIX, "value", at)
    if not value:
        raise misread(say("This list is empty."), say("Write a text in it, or remove the key."), "empty", at)
    return tuple(_one(text, (*at, position)) for position, text in enumerate(value))


_SCALAR = {"type": ["string", "number", "boolean"]}
_LIST = {"type": "array", "items": _SCALAR, "minItems": 1}
_TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


def _per_language(one: dict[str, Any]) -> dict[str, Any]:
    below = {
        "type": "object",
        "patternProperties": {_TAG: one},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [one, below]}


TextValue = Annotated[Text, Read(_read_text, _per_language(_SCALAR), in_context=True)]
TextsValue = Annotated[Texts, Read(_read_texts, _per_language(_LIST), in_context=True)]
