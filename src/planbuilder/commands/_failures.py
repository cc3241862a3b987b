"""The sentence for whatever ended a command before its time."""

import errno
import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click

from planbuilder.checking import RuleFailed
from planbuilder.commands._language import said, speak
from planbuilder.commands._output import err
from planbuilder.commands._program import FAILED, USAGE
from planbuilder.commands._refusal import Refusal
from planbuilder.messages import Message, say, tool_language
from planbuilder.reporters import Line, Piece
from planbuilder.rules.own import OwnRulesUnusable, package_of

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
_PACKAGE = Path(__file__).parent.parent


def tell(error: BaseException) -> int:
    """Say on the standard error what happened; the exit code for it, also where nothing can be written there."""
    code, lines = _words(error)
    try:
        err().emit(lines)
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # else Python tries again when it ends
    return code


def _words(error: BaseException) -> tuple[int, Iterable[Line]]:
    """The exit code for what happened, and what to say of it."""
    if isinstance(error, Refusal):
        if error.language:
            speak(tool_language(error.language))
        return USAGE, _refused(error)
    if isinstance(error, click.UsageError):
        return USAGE, _misused(error)
    if isinstance(error, OwnRulesUnusable):
        message = say(
            "The package “{entry}” gives no rules that can be used: {reason}.", entry=error.entry, reason=error.reason
        )
        fix = say("Correct it, or remove it: planbuilder does not check with a part of your rules.")
        return USAGE, _refused(Refusal(message, fix))
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return USAGE, _mistaken(say("There is no room left to write."))
    trace = "".join(traceback.format_exception(error)) if os.environ.get("PLANBUILDER_DEBUG") else ""
    own = package_of(error.check) if isinstance(error, RuleFailed) else None
    said_of_it = _refused(_failed_own(error, own)) if own and isinstance(error, RuleFailed) else _mistaken(_bug(error))
    return FAILED, chain(((line,) for line in trace.splitlines()), said_of_it)


def _mistaken(message: Message) -> Iterator[Line]:
    yield (Piece(said(say("Error: {message}", message=message)), "error"),)


def _refused(refusal: Refusal) -> Iterator[Line]:
    yield from _mistaken(refusal.message)
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


def _failed_own(error: RuleFailed, package: str) -> Refusal:
    """What the organisation that wrote the rule needs to mend it."""
    cause = error.__cause__ or error
    frames = traceback.extract_tb(cause.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    message = say(
        "The check {check} of your package “{entry}” failed on the plan “{plan}” ({what}).",
        check=error.check,
        entry=package,
        plan=error.plan,
        what=f"{type(cause).__name__}, {place}",
    )
    return Refusal(
        message,
        say(
            "Correct it: a check takes the plan, or the plan and the day, and yields {gap}. "
            "`PLANBUILDER_DEBUG=1` shows more.",
            gap="`Gap(Where((…)), say(…), say(…))`",
        ),
    )


def _bug(error: BaseException) -> Message:
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
