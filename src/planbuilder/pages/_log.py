"""The crisis log: what its script must know of the plan, in the reader's words."""

import json
from collections.abc import Mapping
from typing import Any

from planbuilder.messages import Message, say, say_value, tool_language
from planbuilder.pages._sheets import Reader, Sheet
from planbuilder.plan import Plan, Text
from planbuilder.rules.lessons import REVIEW_WITHIN

KINDS: Mapping[str, Message] = {
    "note": say("Note"),
    "said": say("Published"),
    "worked": say("Worked"),
    "failed": say("To improve"),
    "tick": say("Done"),
    "untick": say("Not done after all"),
    "copy": say("Copied"),
    "call": say("Called"),
    "start": say("Start"),
    "stop": say("End"),
}
WRITTEN = ("note", "said", "worked", "failed")
"""The kinds of line that the reader writes; the others write themselves."""


def sheet(reader: Reader) -> Sheet:
    """The page of the log."""
    plan, language = reader.plan, reader.language
    french = tool_language(language) == "fr"
    data = {
        "kinds": {kind: say_value(name, language) for kind, name in KINDS.items()},
        "written": WRITTEN,
        "separator": ";" if french else ",",
        "plan": f"{plan.about.organisation} · {plan.about.version}" if plan.about.version else plan.about.organisation,
        "languages": list(plan.languages),
        "scenarios": {name: _each(plan, scenario.called) for name, scenario in plan.scenarios.items()},
        "reviews": list(plan.reviews),
        "review": _each(plan, say("Hold the review and change the plan")),
        "crisis": _each(plan, say("Crisis")),
        "by": _in_charge(plan),
        "within": -(-(plan.about.review_within or REVIEW_WITHIN).total_minutes // 1440),
    }
    return Sheet(
        "log.md",
        say("Crisis log"),
        "log.md.j2",
        say("Start the log, write down what happens, and export it before you stop."),
        scripts=("export.js", "log.js"),
        values={
            "kinds": [(kind, KINDS[kind]) for kind in WRITTEN],
            "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        },
    )


def _each(plan: Plan, said: Text | Message | str) -> dict[str, Any]:
    return {tag: say_value(said, tag) for tag in plan.languages}


def _in_charge(plan: Plan) -> str | None:
    """Who holds the review: the person who keeps the plan up to date, else somebody who may start it."""
    starters = [role.holder for role in plan.roles.values() if "activate" in role.can]
    known = [name for name in (plan.about.owner, *starters, *plan.people) if name in plan.people]
    return known[0] if known else None
