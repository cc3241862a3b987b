"""What can be found beside whole pages: a level, a question, a duty, a person – each with the place where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from planbuilder.messages import Message, say
from planbuilder.pages import _words
from planbuilder.pages._calls import line_called
from planbuilder.pages._checks import LIST, LIST_LEAD, LIST_TITLE, first_sentence
from planbuilder.pages._sheets import Reader, Title, path_of
from planbuilder.plan.laws import LAWS
from planbuilder.rules import Rule
from planbuilder.source import Where


@dataclass(slots=True)
class Entry:
    """Something that can be found: where it is, its title and first line, and the words by which it is found.

    `names` are as good as the title, `keys` nearly; `words` are as good and never shown; `places` are headings of the
    page; `holds` is all its text. `beside` stands beside the title: whose it is, what it belongs to.
    """

    url: str
    kind: str
    title: Title
    line: object
    names: list[object] = field(default_factory=list)
    keys: list[object] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    places: list[tuple[str, Message]] = field(default_factory=list)
    holds: list[object] = field(default_factory=list)
    beside: object = ""


Owners = Mapping[tuple[object, ...], Entry]
Found = Iterator[tuple[Where, Entry]]


def address(path: str, anchor: str = "") -> str:
    """Where a page, or a place on it, is, seen from the root of the tree."""
    return f"{path.removesuffix('.md')}.html" + (f"#{quote(anchor)}" if anchor else "")


def parts(reader: Reader, asked: Sequence[Rule]) -> Found:
    """The parts of pages that have a name, with their addresses in the plan; then the checks that were asked."""
    yield from _levels(reader)
    yield from _people(reader)
    yield from _questions(reader)
    yield from _around(reader)
    yield from _after(reader)
    yield from _checks(reader, asked)


def name_pages(reader: Reader, owners: Owners, powers: Mapping[str, Sequence[str]]) -> None:
    """Give the pages of entries their other names. `powers` are words for what a role may do."""
    plan = reader.plan
    for role in plan.roles.values():
        entry = owners[role.where]
        entry.beside = plan.called(role.holder)
        entry.words += [role.id, *(word for power in role.can for word in powers.get(power, ()))]
        entry.keys += [plan.called(who) for who in role.deputies]
        entry.keys += [_words.ROLE_KINDS[role.kind]] if role.kind else []
        entry.keys += [_words.POWERS[power] for power in role.can]
    for channel in plan.channels.values():
        entry = owners[channel.where]
        entry.beside = channel.account or _words.platform_name(channel.platform)
        entry.names += [_words.platform_name(channel.platform), channel.id]
        entry.words += [channel.platform]
    for scenario in plan.scenarios.values():
        entry = owners[scenario.where]
        entry.beside = plan.levels[scenario.level].called if scenario.level in plan.levels else ""
        entry.words += [scenario.id]
        entry.holds += [*scenario.statements, *(one.question for one in scenario.questions)]
    for statement in plan.all_statements():
        entry = owners[statement.where]
        meant = plan.scenarios.get(statement.scenario or "")
        entry.beside = meant.called if meant and not _words.scenario_of(plan, statement) else ""
        entry.words += [statement.id]
        entry.keys += [say("Statements"), *([meant.called] if meant else []), *map(plan.called, statement.audiences)]
        entry.holds += statement.channels


def _levels(reader: Reader) -> Found:
    for level in reader.plan.levels.values():
        title = say("Level: {level}", level=level.called)
        facts = level.when.each(reader.language) if level.when else ("",)
        yield level.where, Entry(address("level.md", f"level-{level.id}"), "page", title, facts[0], words=[level.id])


def _people(reader: Reader) -> Found:
    plan = reader.plan
    for person in plan.people.values():
        if person.has_left(reader.today):
            continue
        roles = sorted(plan.roles_of(person.id), key=lambda role: role.holder != person.id)
        if reader.team:
            url = address("call-sheet.md", f"person-{person.id}")
        else:
            url = address(path_of("roles", roles[0].id) if roles else "roles.md")
        role = roles[0].called if roles else ""
        yield person.where, Entry(url, "person", person.name, person.job or "", beside=role)
    for line in plan.on_call.values():
        title = line_called(plan, line)
        entry = Entry(address("on-call.md", f"line-{line.id}"), "person", title, line.number or "", words=[line.id])
        entry.keys += [plan.called(who) for who in line.people]
        yield line.where, entry


def _questions(reader: Reader) -> Found:
    for scenario in reader.plan.scenarios.values():
        url = address("questions.md", f"scenario-{scenario.id}")
        for place, one in enumerate(scenario.questions):
            line = one.answer or say("No answer yet.")
            entry = Entry(url, "question", one.question, line, beside=scenario.called)
            yield scenario.where / "questions" / place, entry


def _around(reader: Reader) -> Found:
    """Audiences, kinds of messages, legal duties, where to meet, what is left when the systems are down."""
    plan = reader.plan
    if plan.about.war_room and plan.about.war_room.place:
        place = plan.about.war_room.place
        yield plan.about.war_room.where, Entry(address("call.md", "meet"), "page", say("Where to meet"), place)
    if plan.about.offline_copy and plan.about.offline_copy.kept_at:
        kept = plan.about.offline_copy.kept_at
        url = address("about.md", "offline")
        yield plan.about.offline_copy.where, Entry(url, "page", say("When the systems are down"), kept)
    for audience in plan.audiences.values():
        url = address("audiences.md", f"audience-{audience.id}")
        entry = Entry(url, "audience", audience.called, audience.wants or "", words=[audience.id])
        entry.keys += [_words.AUDIENCES[audience.kind]] if audience.kind else []
        yield audience.where, entry
    for kind in plan.replies.kinds.values() if plan.replies else ():
        does = _words.REPLIES[kind.do] if kind.do else ""
        url = address("replies.md", "kinds")
        yield kind.where, Entry(url, "reply", kind.meaning or kind.called, does, words=[kind.id])
    for duty in plan.obligations.values():
        url = address("obligations.md", f"duty-{duty.id}")
        line = " · ".join(one for one in (duty.within.spoken(reader.language) if duty.within else "", duty.to) if one)
        entry = Entry(url, "duty", duty.called, line, words=[duty.id])
        entry.keys += [LAWS[duty.law].title] if duty.law in LAWS else []
        yield duty.where, entry


def _after(reader: Reader) -> Found:
    """Remedies and reviews."""
    plan = reader.plan
    for remedy in plan.remedies.values():
        line = say("up to {amount}", amount=remedy.up_to) if remedy.up_to else ""
        yield remedy.where, Entry(address("remedies.md"), "remedy", remedy.called, line, words=[remedy.id])
    for review in plan.reviews.values():
        url = address("reviews.md", f"review-{review.id}")
        learnt = review.failed or review.worked
        line = learnt.each(reader.language)[0] if learnt else ""
        yield review.where, Entry(url, "review", review.called, line, words=[review.id])


def _checks(reader: Reader, asked: Sequence[Rule]) -> Found:
    """The pages that explain checks, which stand beside the tree; then the list of them."""
    for rule in asked:
        asks = first_sentence(rule, reader.language)
        yield Where(("", rule.id)), Entry(f"{reader.checks}{rule.id}.html", "check", rule.id, asks)
    yield Where(("", LIST)), Entry(f"{reader.checks}{LIST}", "page", LIST_TITLE, LIST_LEAD)
