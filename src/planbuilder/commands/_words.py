"""click's classes, with their words in the language of the person at the keyboard."""

from importlib import import_module
from typing import Any

import click

from planbuilder.commands._language import said, spoken
from planbuilder.commands._width import screen_width
from planbuilder.messages import Message, render, say


class _Words:
    """An attribute of a click object that is kept as a `Message` and read in the language of the moment."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}_words"

    def __get__(self, instance: object, owner: type) -> Any:
        words = getattr(instance, self._name, None)
        return render(words, spoken()) if isinstance(words, Message) else words

    def __set__(self, instance: object, words: object) -> None:
        setattr(instance, self._name, words)


class Option(click.Option):
    """An option whose help and value name are messages."""

    help = _Words()
    metavar = _Words()

    def __init__(self, *args: Any, help: Message | None = None, **more: Any) -> None:  # noqa: A002 - click's word
        super().__init__(*args, **more)
        self.help = help


class Argument(click.Argument):
    """An argument whose name in the usage line is a message."""

    metavar = _Words()


class Command(click.Command):
    """A command whose help is a message."""

    help = _Words()
    epilog = _Words()
    options_metavar = _Words()

    def __init__(self, *args: Any, **more: Any) -> None:
        more.setdefault("options_metavar", say("[OPTIONS]"))
        super().__init__(*args, **more)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Help is as wide as the terminal, 80 columns at most."""
        extra.setdefault("terminal_width", min(80, screen_width()))
        return super().make_context(info_name, args, parent, **extra)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`; click would keep the language in which it was first asked for."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = said(say("Show this message and exit."))
        return option


class Group(Command, click.Group):
    """A group of commands whose modules are imported only when they are called."""

    subcommand_metavar = _Words()
    commands_table: dict[str, Message]

    def __init__(self, *args: Any, table: dict[str, Message], **more: Any) -> None:
        more.setdefault("subcommand_metavar", say("COMMAND [ARGUMENTS]..."))
        super().__init__(*args, **more)
        self.commands_table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, in the order of the table."""
        return list(self.commands_table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command `command` of the module with this name."""
        if cmd_name not in self.commands_table:
            return None
        command: click.Command = import_module(f"planbuilder.commands.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named; of one that there is not, the nearest in the refusal."""
        name = args[0]
        if name not in self.commands_table and not name.startswith("-"):
            from planbuilder.plan.nearest import nearest  # who types it right does not wait for it

            near = nearest(name, self.commands_table)
            if near:
                ctx.fail(said(say("There is no command “{name}”. Did you mean “{near}”?", name=name, near=near)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The table; no module is needed for it."""
        with formatter.section(said(say("Commands"))):
            formatter.write_dl([(name, said(about)) for name, about in self.commands_table.items()])
