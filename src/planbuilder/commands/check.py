"""`planbuilder check`."""

from pathlib import Path

import click

from planbuilder.commands._program import Command
from planbuilder.messages import say, tool_language
from planbuilder.commands._today import today_in
from planbuilder.checking import check
from planbuilder.loading import find_plans, load
from planbuilder.source import look
from planbuilder.findings import Profile, Severity
from planbuilder.reporters import Tally, reporter, to_text
from datetime import date


@click.command(cls=Command, help=say("Say what is wrong or missing in a plan, or in each plan of a folder."))
@click.argument("plans", default="plans")
@click.option("--lang")
@click.option("--today")
@click.option("--profile")
def command(plans: str, lang: str | None, today: str | None, profile: str | None) -> int:
    tally = Tally()
    report = reporter("text")
    for folder in find_plans(Path(plans)):
        loaded = load(folder)
        zone = look(loaded.written, ("about", "timezone"))
        day = date.fromisoformat(today) if today else today_in(zone if isinstance(zone, str) else None)
        checked = check(loaded, day, Profile(profile) if profile else None)
        language = tool_language(lang or loaded.language)
        tally.add(checked)
        for line in report.plan(checked, language):
            print(to_text(line, colour=False))
    for line in report.end(tally, language):
        print(to_text(line, colour=False))
    return int(tally.worst is Severity.ERROR)
