"""The sentence for whatever ended a command before its time."""

import errno
import os
import traceback
from collections.abc import Iterator
from pathlib import Path

import click

from planbuilder.checking import RuleFailed
from planbuilder.commands._language import said, speak
from planbuilder.commands._output import err
from planbuilder.commands._program import FAILED, USAGE
from planbuilder.commands._refusal import Refusal
from planbuilder.messages import Message, say, tool_language
from planbuilder.reporters import Line, Piece
from planbuilder.rules import OwnRulesUnusable

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
_PACKAGE = Path(__file__).parent.parent


def tell(error: Exception) -> int:
    """Say on the standard error what happened; the exit code for it."""
    if isinstance(error, Refusal):
        if error.language:
            speak(tool_language(error.language))
        err().emit(_refused(error))
        return USAGE
    if isinstance(error, click.UsageError):
        err().emit(_misused(error))
        return USAGE
    if isinstance(error, OwnRulesUnusable):
        message = say(
            "The package “{entry}” gives no rules that can be used: {reason}.", entry=error.entry, reason=error.reason
        )
        fix = say("Correct it, or remove it: planbuilder does not check with a part of your rules.")
        err().emit(_refused(Refusal(message, fix)))
        return USAGE
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        err().emit([(Piece(said(say("Error: {message}", message=say("There is no room left to write."))), "error"),)])
        return USAGE
    if os.environ.get("PLANBUILDER_DEBUG"):
        err().emit((line,) for line in "".join(traceback.format_exception(error)).splitlines())
    err().emit([(Piece(said(say("Error: {message}", message=_bug(error))), "error"),)])
    return FAILED


def _refused(refusal: Refusal) -> Iterator[Line]:
    yield (Piece(said(say("Error: {message}", message=refusal.message)), "error"),)
    yield (said(refusal.fix),)


def _misused(error: click.UsageError) -> Iterator[Line]:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        yield from ((line,) for line in error.format_message().splitlines())
        return
    message = error.format_message().replace("\n\t", " ")  # click puts each choice on a line of its own
    yield from ((line,) for line in said(say("Error: {message}", message=message)).split("\n"))
    if error.ctx is not None:
        command = f"`{error.ctx.command_path} --help`"
        yield (said(say("{command} says how it is called.", command=command)),)


def _bug(error: Exception) -> Message:
    """One line that says how to report it; without values, which may be private."""
    what = f"{type(error.__cause__ or error).__name__}, {_place(error.__cause__ or error)}"
    if isinstance(error, RuleFailed):
        return say(
            "The check {check} failed on the plan “{plan}”; this is a mistake of planbuilder, not yours. "
            "Please report it with this line ({what}); `PLANBUILDER_DEBUG=1` shows more.",
            check=error.check,
            plan=error.plan,
            what=what,
        )
    return say(
        "planbuilder itself failed; this is a mistake of the program, not yours. "
        "Please report it with this line ({what}); `PLANBUILDER_DEBUG=1` shows more.",
        what=what,
    )


def _place(error: BaseException) -> str:
    """The last line of our own that was running."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    if not ours:
        return "?"
    return f"{Path(ours[-1].filename).relative_to(_PACKAGE).as_posix()}:{ours[-1].lineno}"
