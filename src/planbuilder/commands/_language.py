"""The language in which the program speaks to the person at the keyboard."""

import gettext
import os
from collections.abc import Mapping, Sequence
from contextvars import ContextVar

from planbuilder.messages import LANGUAGES, Message, render, tool_language

_SPOKEN: ContextVar[str] = ContextVar("spoken", default=LANGUAGES[0])
_LOCALE = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")  # noqa: PTH118, PTH120 - pathlib costs a tenth of `--help`


def spoken() -> str:
    """The language of help texts and usage errors."""
    return _SPOKEN.get()


def speak(language: str) -> None:
    """Use a language from now on; click's own words too, which it looks up through gettext."""
    _SPOKEN.set(language)
    gettext.bindtextdomain("planbuilder", _LOCALE)
    gettext.textdomain("planbuilder")
    os.environ["LANGUAGE"] = language


def wanted(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for by `--lang`, where it is one of ours, else by the locale, before anything else is read."""
    asked = (_option(arguments) or "").lower()
    return asked if asked in LANGUAGES else tool_language(locale_name(environment))


def said(message: Message) -> str:
    """A sentence for the person at the keyboard."""
    return render(message, spoken())


def _option(arguments: Sequence[str]) -> str | None:
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang":
            return arguments[position + 1] if position + 1 < len(arguments) else None
    return None


def locale_name(environment: Mapping[str, str]) -> str | None:
    """The locale of the machine, `fr_FR.UTF-8`; None where it has none."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((environment[name] for name in names if environment.get(name)), None)
