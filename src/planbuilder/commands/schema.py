"""`planbuilder schema`: the JSON Schema that editors read."""

import json

import click

from planbuilder.commands._language import spoken
from planbuilder.commands._options import option
from planbuilder.commands._output import out
from planbuilder.commands._words import Command
from planbuilder.messages import LANGUAGES, say, tool_language
from planbuilder.plan.schema import schema


@click.command("schema", cls=Command, help=say("Print the JSON Schema of a plan, by which editors help you write."))
@option("--lang", type=click.Choice(LANGUAGES, case_sensitive=False), help=say("The language of its descriptions."))
def command(lang: str | None) -> None:
    """Print the schema."""
    written = json.dumps(schema(tool_language(lang or spoken())), ensure_ascii=False, indent=2)
    out().emit((line,) for line in written.split("\n"))
