"""Before it happens: the state of the plan, exercises, legal duties, how to change it."""

from collections.abc import Iterator

from planbuilder.checking import Checked
from planbuilder.findings import Severity
from planbuilder.messages import Message, say
from planbuilder.pages._calendar import dates
from planbuilder.pages._practices import ARTICLES
from planbuilder.pages._sheets import Reader, Sheet, section
from planbuilder.pages._timeline import clocks, pressing
from planbuilder.plan.laws import IMPLIES, LAWS
from planbuilder.source import Where


def sheets(reader: Reader, checked: Checked) -> Iterator[Sheet]:
    """State of the plan, practices, exercises, obligations, how to edit, about."""
    yield Sheet(
        "state.md",
        say("State of the plan"),
        "state.md.j2",
        _state_lead(checked),
        section("waivers"),
    )
    yield Sheet(
        "practices.md",
        say("Practices and checks"),
        "practices.md.j2",
        say("Look up what is recommended, which checks hold the plan to it, and where the plan answers it."),
        values={"articles": ARTICLES},
    )
    yield Sheet(
        "exercises.md",
        say("Exercises and training"),
        "exercises.md.j2",
        say("Put the next dates into your calendar."),
        section("exercises", "training"),
        values={"dates": dates(reader)},
    )
    yield Sheet(
        "obligations.md",
        say("Legal duties and their clocks"),
        "obligations.md.j2",
        say("Start the clock when you learn of it, and call the person in charge."),
        section("obligations"),
        values={
            "laws": _laws(reader),
            "pressing": pressing(reader.plan.obligations.values()),
            "drawn": clocks(pressing(reader.plan.obligations.values()), reader.language),
        },
    )
    yield Sheet(
        "edit.md",
        say("How to change this plan"),
        "edit.md.j2",
        say("See something wrong? Open its page, see at its foot where it stands, correct it and propose the change."),
    )
    yield Sheet(
        "about.md",
        say("About this plan"),
        "about.md.j2",
        say("Check here whether you hold the latest version, and whom to ask."),
        (Where(("about",)),),
        entry=True,
    )


def _state_lead(checked: Checked) -> Message:
    if any(finding.severity is Severity.ERROR for finding in checked.findings):
        return say("Repair first what is marked “To fix”.")
    if checked.findings:
        return say("Nothing stops the plan; look at the points below when you can.")
    if not checked.ran:
        return say("Run the checks: none was asked of this plan.")
    return say("Nothing to repair today.")


def _laws(reader: Reader) -> list[object]:
    """The laws that the plan says apply, with those that they bring along."""
    keys = dict.fromkeys(key for name in reader.plan.about.applies or () for key in (name, *IMPLIES.get(name, ())))
    return [LAWS[key] for key in keys if key in LAWS]
