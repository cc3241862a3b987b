"""Regular expressions that are compiled when they are first asked: most plans need half of them, no run needs all."""

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern, and takes over its methods one by one as they are used."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # re keeps what it compiled, so asking again for another method costs nothing
        method = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, method)
        return method


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, later. An expression that is wrong fails when it is first used: every one is, by a test."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
