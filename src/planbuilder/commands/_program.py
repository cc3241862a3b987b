"""`planbuilder`: the group, its table of commands, and what happens when something goes wrong."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from planbuilder import __version__
from planbuilder.commands._language import said, speak, spoken, wanted
from planbuilder.messages import Message, render, say

FINDINGS, USAGE, FAILED = 1, 2, 3
"""Exit codes: findings at or above `--fail-on`; wrong usage or nothing to check; planbuilder itself failed."""

_COMMANDS: dict[str, Message] = {
    "check": say("Say what is wrong or missing in a plan."),
    "explain": say("Say what a check asks for, and why."),
    "approve": say("Write down that somebody approved a text."),
    "build": say("Publish the plan as a site."),
    "serve": say("Show the site while you write."),
    "render": say("Write the pages of the site as Markdown."),
    "schema": say("Print the JSON Schema of a plan, for editors."),
}


class Words:
    """An attribute of a click object that is kept as a `Message` and read in the language of the person."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}_words"

    def __get__(self, instance: object, owner: type) -> Any:
        words = getattr(instance, self._name, None)
        return render(words, spoken()) if isinstance(words, Message) else words

    def __set__(self, instance: object, words: object) -> None:
        setattr(instance, self._name, words)


class Option(click.Option):
    """An option with its help in the language of the person."""

    help = Words()  # type: ignore[assignment]


class Command(click.Command):
    """A command with its help in the language of the person."""

    help = Words()  # type: ignore[assignment]
    epilog = Words()  # type: ignore[assignment]


class _Group(click.Group):
    """The commands of the table; their modules are read only when they are called."""

    help = Words()  # type: ignore[assignment]
    epilog = Words()  # type: ignore[assignment]

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"planbuilder.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, said(words)) for name, words in _COMMANDS.items()]
        with formatter.section(said(say("Commands"))):
            formatter.write_dl(rows)


program = _Group(
    "planbuilder",
    help=say("Crisis plans as code: written in YAML, checked, published."),  # type: ignore[arg-type]
)
program = click.version_option(__version__, prog_name="planbuilder", message="%(prog)s %(version)s")(program)


def main() -> None:
    """Run the command that the arguments name, and leave with its exit code."""
    speak(wanted(sys.argv[1:], os.environ))
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command; its exit code."""
    code = program.main(arguments, prog_name="planbuilder", standalone_mode=False)
    return code if isinstance(code, int) else 0
