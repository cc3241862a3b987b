"""Values as lines of JSON that a log may carry."""

import re
from collections.abc import Iterator
from json import dumps
from typing import Any

from planbuilder.reporters._lines import Line

_COMMAND = re.compile(r"##(?=\[)")


def json_lines(value: Any, indent: int) -> Iterator[Line]:
    """A value in plain ASCII, each line moved to the right by so many spaces."""
    yield from ((f"{' ' * indent}{line}",) for line in _harmless(dumps(value, indent=2)).split("\n"))


def _harmless(written: str) -> str:
    """The same JSON without the signs that a screen or a CI runner obeys; they stand only inside strings."""
    return _COMMAND.sub(r"#\\u0023", written.replace("\x7f", r"\u007f"))
