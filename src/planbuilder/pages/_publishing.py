"""Style sheets and scripts as they are published: what browsers skip stays in the repository."""

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINES_OF_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)
_BREAK = re.compile(r"\s*\n\s*")
_BLANKS = re.compile(r"(?<=[:,;{])\s+|\s+(?=[{}])")


def tight(css: str) -> str:
    """A style sheet without comments, a rule on each line.

    Its strings may hold neither comments nor line breaks, nor a blank after a comma, a colon or a semicolon.
    """
    lines = _BREAK.sub("\n", _COMMENT.sub("", css)).strip()
    return _BLANKS.sub("", lines).replace(";}", "}") + "\n"


def uncommented(script: str) -> str:
    """A script without the comments that stand on lines of their own, and what indents the others.

    No text of it may go over a line.
    """
    return _INDENT.sub("", _LINES_OF_COMMENT.sub("", script))
