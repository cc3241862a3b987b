"""`planbuilder`: the table of commands, and what happens when something goes wrong."""

import gc
import os
import signal
import sys
from contextlib import suppress
from types import FrameType

import click

from planbuilder import __version__
from planbuilder.commands._language import speak, wanted
from planbuilder.commands._refusal import NobodyReads
from planbuilder.commands._words import Group, Option
from planbuilder.messages import Message, say

FINDINGS, USAGE, FAILED, INTERRUPTED, NOBODY_READS = 1, 2, 3, 130, 141
"""Exit codes: findings at or above `--fail-on`; wrong usage or nothing to check; planbuilder itself failed; Ctrl-C;
the reader of our output went away."""

COMMANDS: dict[str, Message] = {
    "init": say("Start a plan: its first files, to be filled in."),
    "check": say("Say what is wrong or missing in a plan."),
    "explain": say("Say what a check asks for, and why."),
    "tone": say("Say what is wrong with the words of a text, before it is sent."),
    "cover": say("Say whether somebody who may decide is reached in time, at every minute ahead."),
    "who": say("Say whom to call now, in order."),
    "due": say("Say what has a date that is near or past."),
    "diff": say("Say what is different in a plan since an older copy of it."),
    "approve": say("Write into the plan that somebody approved a text."),
    "build": say("Publish the plan as a site."),
    "serve": say("Show the site while you write."),
    "print": say("Put the plan on paper: whole, the first hour, roles, cards."),
    "render": say("Write the pages of the site as Markdown."),
    "schema": say("Print the JSON Schema of a plan, for editors."),
}

program = click.version_option(
    __version__, cls=Option, message="%(prog)s %(version)s", help=say("Show the version and exit.")
)(
    Group(
        "planbuilder",
        table=COMMANDS,
        help=say("Crisis plans as code: written in YAML, checked, published as a site."),
        epilog=say("`planbuilder COMMAND --help` tells more about a command."),
    )
)


def main() -> None:
    """Run the command that the arguments name, and leave with its exit code."""
    arguments = sys.argv[1:]
    # a plan is a tree without cycles: looking for some after every 700 objects takes a tenth of the time of a check
    gc.set_threshold(100_000, 20, 20)
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - whoever called us closed it
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # no character may stop the program on a console that cannot show it
            stream.reconfigure(errors="backslashreplace")
    speak(wanted(arguments, os.environ))
    _end_like_ctrl_c()
    code = run(arguments)
    gc.freeze()  # the program ends: to look for cycles in all that it made takes a sixth of its time
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run a command; its exit code. Nothing that happens in it shows a traceback."""
    try:
        code = program.main(arguments, prog_name="planbuilder", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, NobodyReads):
        _let_go_of_output()
        return NOBODY_READS
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (Exception, SystemExit) as error:  # no command leaves in its midst: its work is not done
        from planbuilder.commands._failures import tell  # who asks for help does not pay for it

        if isinstance(error, OSError):
            _let_go_of_output()
        with suppress(NobodyReads):
            return tell(error)
        return NOBODY_READS
    return code if isinstance(code, int) else 0


def _end_like_ctrl_c() -> None:
    """Let whoever ends us, or closes our terminal, wait until we have cleared up; `nohup` is heard."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows closes no terminal in this way
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _let_go_of_output() -> None:
    """Keep Python from complaining when it ends about output that nobody takes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
