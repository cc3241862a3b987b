"""CHAN: the page where all the facts are kept."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.plan import CRISIS_PAGES, Plan, platform_name
from planbuilder.plan.channels import Channel
from planbuilder.rules._rule import rule
from planbuilder.source import Where


@rule(
    "CHAN-DARK-SITE",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A29", "A30"),
    source=("DARK", "IATA-PLAN"),
    why="One page of reference avoids contradictions.",
    bad="""
        levels:
          crisis: {name: Crisis, when: [A person is injured], first_word: 1h}
        channels:
          crisis-page:  # <-- crisis-page is not hosted apart from the main site, and may fail with it.
            platform: crisis site
            live_within: 2h  # <-- A text on crisis-page takes 2 h; at the level Crisis the first word is due in 1 h.
        """,
    good="""
        levels:
          crisis: {name: Crisis, when: [A person is injured], first_word: 1h}
        channels:
          crisis-page:
            platform: crisis site
            live_within: 20m
            hosted_apart: true
        """,
)
def crisis_page(plan: Plan) -> Iterator[Gap]:
    """The plan has a crisis page, hosted apart from the main site, on which a text is visible in time.

    A channel of the platform crisis site, dark site or status page is one; so is a website that is `hosted_apart`. In
    time means within the `first_word` of the gravest level. Of several pages one is enough.
    """
    pages = [channel for channel in plan.channels.values() if _is_crisis_page(channel)]
    if not pages:
        yield Gap(
            Where(("channels" if plan.channels else "about",)),
            say("You have no page where all the facts are kept in one place."),
            say(
                "Prepare a crisis page, hosted apart, name it in the `reach:` of an audience, and add it below"
                " `channels:`: `crisis-page: {platform: crisis site, hosted_apart: true, publishers: [{publishers}],"
                " admins: […], access: {kept_in: …, two_factor: …, recovery: …, tested: …}}`.",
                publishers=_publishers(plan),
            ),
        )
        return
    found = [list(_faults(plan, page)) for page in pages]
    if all(found):
        yield from found[0]


def _publishers(plan: Plan) -> str:
    """Those of the first channel on which several publish; blank where there is none."""
    named = (channel.publishers for channel in plan.channels.values())
    return ", ".join(next((names for names in named if len(names) > 1), ("…",)))


def _is_crisis_page(channel: Channel) -> bool:
    name = platform_name(channel)
    return name in CRISIS_PAGES or (name == "website" and bool(channel.hosted_apart))


def _faults(plan: Plan, page: Channel) -> Iterator[Gap]:
    if not page.hosted_apart:
        yield Gap(
            page.where / "hosted_apart",
            say("{page} is not hosted apart from the main site, and may fail with it.", page=page.called),
            say("Host it elsewhere, then add `hosted_apart: true`."),
        )
    level = plan.gravest_level
    due = level.first_word if level else None
    if level and due and page.live_within and page.live_within.total_minutes > due.total_minutes:
        yield Gap(
            page.where / "live_within",
            say(
                "A text on {page} takes {time}; at the level {level} the first word is due in {target}.",
                page=page.called,
                time=page.live_within,
                level=level.called,
                target=due,
            ),
            say("Shorten the way to publish, then `live_within:`."),
        )
