"""What the scripts of every page say and know, once for a tree: a page does not repeat it."""

import json
from collections.abc import Mapping

from planbuilder.cover.periods import city
from planbuilder.messages import Message, render, say
from planbuilder.pages import _duty
from planbuilder.pages._sheets import Reader

PATH = "assets/words.js"
"""It is loaded before every other script."""
_WORDS: Mapping[str, Message] = {
    "left": say("{time} left", time="{time}"),
    "late": say("{time} late", time="{time}"),
    "days": say("{count} days", count="{count}"),
    "keepsNothing": say(
        "This browser keeps nothing: what you tick and note is lost when you close this page. Copy or export it before."
    ),
    "fresh": say("Plan up to date"),
    "overdue": say("Review overdue: check before you rely on it"),
    "unapproved": say("Nobody approved this plan: ask before you rely on it"),
    "copied": say("Copied"),
    "copiedOpen": say("Copied, but still to be filled in: {blanks}.", blanks="{blanks}"),
    "notCopied": say("This browser refuses to copy: select the text by hand."),
    "dark": say("Dark colours"),
    "openSearch": say("Search"),
    "search": say("Search this plan"),
    "searchFor": say("What are you looking for?"),
    "searchHint": say("a word, a name, a number"),
    "searchFailed": say("The list of pages cannot be read. Use the menu, or the links below."),
    "close": say("Close"),
    "level": say("Which level is it?"),
    "call": say("Whom to call"),
    "onCall": say("On call now"),
    "away": say("Away"),
    "until": say("until {time}", time="{time}"),
    "untilHour": say("until {hour}", hour="{time}"),
    "since": say("from {time}", time="{time}"),
    "sinceHour": say("from {hour}", hour="{time}"),
    "nobody": say("nobody is there now"),
    "ended": say("no turn is planned after {time}", time="{time}"),
}


def script(reader: Reader, plan_name: str) -> tuple[str, bytes]:
    """The script that gives the others their words and which plan it is, with its path.

    `{fields}` of the words are theirs to fill.
    """
    about = reader.plan.about
    plan = {
        "name": plan_name,
        "version": about.version or "",
        "zone": about.timezone or "UTC",
        "approved": bool(about.approved and about.approved.date),
        "next": about.review_period.after(about.reviewed).isoformat() if about.reviewed else "",
    }
    there = city(about.timezone or "UTC")
    words = {**_WORDS, "place": say("{city} time", city=there), "zone": say("Hours in {city} time.", city=there)}
    data = {
        "plan": plan,
        "words": {key: render(message, reader.language) for key, message in words.items()},
    }
    text = json.dumps(data, ensure_ascii=False, indent=0)
    duty = json.dumps(_duty.table(reader), ensure_ascii=False, separators=(",", ":"))
    return PATH, f'"use strict";\nwindow.planbuilder = {text.removesuffix("}")},"duty": {duty}\n}};\n'.encode()
