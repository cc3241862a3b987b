"""PLAN: texts that miss a language, and texts that nobody finished."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.blanks import NO_DECLARATION
from planbuilder.language.fiction import has_fictional_domain, is_fictional_number, numbers_in
from planbuilder.language.leftovers import instruction, leftover
from planbuilder.language.names import language_called
from planbuilder.language.which import astray
from planbuilder.language.wrapping import unpaired, wrapping
from planbuilder.messages import Message, base_of, say
from planbuilder.plan import Entry, Phone, Plan, Text, Texts
from planbuilder.rules._rule import rule
from planbuilder.rules.answers import undecided_answers
from planbuilder.source import Where

EXCERPT = 40
"""How many characters of a text a sentence quotes."""

REAL_NUMBER = say("Write the real number, or `example: true` in `about` if the plan is only for show.")
REAL_ADDRESS = say("Write the real address, or `example: true` in `about` if the plan is only for show.")


class Place(NamedTuple):
    """Where a text stands, for a sentence: its key, in the nearest entry that has a name."""

    where: Where
    entry: object
    key: str = ""

    def spoken(self, language: str) -> str:
        """`name` of an entry, or the address where no entry around has a name."""
        if self.entry is None:
            return f"`{self.where}`"
        return say("`{key}` of {entry}", key=self.key, entry=self.entry).spoken(language)


def place_at(plan: Plan, where: Where) -> Place:
    """The place of an address, with the name of the entry that it belongs to; a name itself with the entry's id."""
    held: Any = plan
    around: tuple[int, Text | str] | None = None
    for depth, key in enumerate(where):
        if isinstance(held, Entry):
            called = getattr(held, "called", None)
            around = (depth, called) if isinstance(called, (str, Text)) else around
            held = next((getattr(held, one.name) for one in held.KEYS if one.typed == key), None)
        else:
            held = held[key]
    if around is None:
        return Place(where, None, str(where[-1]))
    depth, name = around
    is_the_name = name is held and len(where) == depth + 1
    return Place(where, where[depth - 1] if is_the_name else name, str(where[-1]))


def first_words(text: Text | Texts, length: int = EXCERPT) -> str:
    """The beginning of a text, in the language that it has."""
    return beginning(text.spoken(next(iter(text.by_language))), length)


def beginning(text: str, length: int = EXCERPT) -> str:
    """The first words of a text, as a sentence quotes them."""
    words = " ".join(text.split())
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + "…"


@rule(
    "PLAN-LANGUAGE",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A25", "A28"),
    source=("OWN",),
    why="Nobody translates well at three in the morning.",
    bad="""
        about: {organisation: Example, languages: [fr, en]}
        channels:
          site: {platform: website}
        statements:
          first:
            kind: holding
            channels: [site]
            text:  # <-- `text` of first is missing in English: “Nous vérifions.”
              fr: Nous vérifions.
          second:
            kind: update
            channels: [site]
            text:
              fr: We know what stopped our line, and we are repairing it.  # <-- `text` of second should be in French, but it is in English: “We know what stopped our line, and we…”
              en: We know what stopped our line, and we are repairing it.
        """,  # noqa: E501
    good="""
        about: {organisation: Example, languages: [fr, en]}
        channels:
          site: {platform: website}
        statements:
          first:
            kind: holding
            channels: [site]
            text:
              fr: Nous vérifions.
              en: We are checking.
          second:
            kind: update
            channels: [site]
            text:
              fr: Nous savons ce qui a arrêté notre ligne, et nous la réparons.
              en: We know what stopped our line, and we are repairing it.
        """,
)
def text_without_translation(plan: Plan) -> Iterator[Gap]:
    """Every text must exist in every language of the plan.

    The languages are those of `about.languages`. A text typed without languages is in the first. A text in `fr` serves
    a plan in `fr-CA`; where the texts are in `fr-CA` and the plan says `fr`, the plan is asked to say `fr-CA`. A text
    that stands under one language and is plainly in another of the plan is missing as well: whole sentences of French
    or English are known by their most frequent words, names, titles and short texts are not judged, nor the notes of
    `reviews`, which the log writes as they were typed. The reasons of exceptions and of settings may stay in one
    language.
    """
    texts = [(where, text) for where, text in plan.texts() if _is_translated(where)]
    called = _called_otherwise(plan, [text for _, text in texts])
    for number, tag in enumerate(plan.languages):
        if tag in called:
            yield Gap(
                plan.about.where / "languages" / number,
                say(
                    "The texts of the plan are in `{written}`, but `languages` says `{tag}`.",
                    written=called[tag],
                    tag=tag,
                ),
                say(
                    "Write `languages: [{tags}]`.",
                    tags=", ".join(called.get(one, one) for one in plan.languages),
                ),
            )
    for where, text in texts:
        yield from _missing(plan, where, text, called)
        if where[0] != "reviews":  # notes of the night, typed once
            yield from _in_another_language(plan, where, text)


def _is_translated(where: Where) -> bool:
    if where[-1] == "example" and "placeholders" in where:
        return False  # STMT-PLACEHOLDER asks for the examples of blanks
    return where[-1] != "reason"  # of an exception or a setting


def _called_otherwise(plan: Plan, texts: list[Text | Texts]) -> dict[str, str]:
    """For a language of the plan, the tag under which most of its texts stand instead: `fr-CA` for `fr`."""
    times = Counter(tag for text in texts for tag in text.by_language)
    called = {}
    for tag in plan.languages:
        alike = [other for other in times if other not in plan.languages and base_of(other) == base_of(tag)]
        most = max(alike, key=lambda other: times[other], default=None)
        if most and times[most] > times[tag] and most != base_of(tag):
            called[tag] = most
    return called


def _missing(plan: Plan, where: Where, text: Text | Texts, called: dict[str, str]) -> Iterator[Gap]:
    have = text.by_language
    lacking = [tag for tag in plan.languages if tag not in have and base_of(tag) not in have]
    lacking = [tag for tag in lacking if called.get(tag) not in have]
    if lacking:
        place = place_at(plan, where)
        each = ", ".join(f"{tag}: …" for tag in plan.languages)
        strange = [tag for tag in have if tag not in plan.languages]
        alike = next(((tag, other) for tag in lacking for other in strange if base_of(other) == base_of(tag)), None)
        yield Gap(
            where,
            say(
                "{place} is missing in {languages}: “{text}”",
                place=place,
                languages=[language_called(tag) for tag in lacking],
                text=first_words(text),
            ),
            say("Write `{tag}:` in the place of `{alike}:`, as `languages` does.", tag=alike[0], alike=alike[1])
            if alike
            else say("Write it in each language of the plan: `{languages}`.", languages=f"{place.key}: {{{each}}}"),
        )


def _in_another_language(plan: Plan, where: Where, text: Text | Texts) -> Iterator[Gap]:
    said = {tag: one if isinstance(one, str) else "\n".join(one) for tag, one in text.by_language.items()}
    for tag, other in astray(said, plan.languages).items():
        yield Gap(
            where if text.plain else where / tag,
            say(
                "{place} should be in {language}, but it is in {other}: “{text}”",
                place=place_at(plan, where),
                language=language_called(tag),
                other=language_called(other),
                text=beginning(said[tag]),
            ),
            say("Write it in {language} under `{tag}:`.", language=language_called(tag), tag=tag),
        )


@rule(
    "PLAN-UNFINISHED",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    source=("OWN",),
    why="A template left in place looks complete to a score and useless to a person.",
    bad="""
        statements:
          first:
            kind: holding
            text: Since [DATE] we have been looking into it.  # <-- `text` of first is not finished: “[DATE]” is still to be filled in.
          second:
            kind: update
            text: The shop is closed (insert the reason). Call us.  # <-- `text` of second speaks to its writer, not to its reader: “(insert the reason)”
        people:
          ana:
            name: Ana Ruiz
            mobile: +33 6 39 98 00 01  # <-- `mobile` of Ana Ruiz is a number that nobody has: it is kept for examples.
        """,  # noqa: E501
    good="""
        about: {organisation: Example, languages: [en], example: true}
        statements:
          first:
            kind: holding
            text: Since {date} we have been looking into it.
        placeholders:
          date: {means: the day it started, example: 2 March}
        people:
          ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
        """,
)
def unfinished_text(plan: Plan) -> Iterator[Gap]:
    """No text of the plan may be left unfinished.

    All texts are searched, the names of people and the name of the organisation, for TODO, TBD, XXX, "à compléter",
    "to be defined", lorem ipsum, and for blanks to fill: `[…]`, `[DATE]`, `___`, `$NAME`, `{{name}}`. A text that is
    only "?", "…", "à définir" or the like is not finished either. Not meant are a form "à compléter", a note's number
    such as `[1]`, a link, `[sic]`, and the label that opens a line, such as `[Ville de Lyon]`.

    Quotation marks or brackets around a whole text, and one quotation mark without its partner, were kept from where
    the text was copied: in texts, names and keywords. What is answered in a few words must be more than "TBC", "…" or
    the like: where the crisis room, the log, the copies, logins and lists of contacts are, who gets the plan and how,
    accounts, second factors, chat names, tools, measures, keywords, what a channel depends on, and whom a law is for.

    In statements and in the sentences of `moves`, an instruction to the writer ("rayer la mention inutile", "delete as
    appropriate", "(insert the reason)") is not finished.

    In a plan without `example: true`, phone numbers and domains that are kept for examples and films are found too:
    in texts, in `people`, in the accounts of channels and in `about.domains`.
    """
    for where, below, written in _written(plan):
        left = leftover(written)
        told = instruction(written) if left is None and _is_sent(where) else None
        signs = wrapping(written) or unpaired(written)
        if left is None and told is None and signs is None and plan.about.example:
            continue
        here = place_at(plan, where)._replace(where=Where((*where, *below)))
        if left:
            message = say("{place} is not finished: “{left}” is still to be filled in.", place=here, left=left)
            yield Gap(here.where, message, _fill_in(plan, here.where, left))
        elif told:
            message = say("{place} speaks to its writer, not to its reader: “{words}”", place=here, words=told)
            yield Gap(here.where, message, say("Do what it says, then take “{words}” out.", words=told))
        elif signs:
            yield _kept_signs(here, signs)
        else:
            yield from _fiction(plan, here, written)
    yield from _not_decided(plan)
    if not plan.about.example:
        yield from _fictional_contacts(plan)


def _fill_in(plan: Plan, where: Where, left: str) -> Message:
    """What to write for a mark: in a text to be sent, the blank whose name it holds, or words or a blank."""
    if not _is_sent(where):
        return say("Replace “{left}” with the real name or text.", left=left)
    statement = plan.statement(str(where[where.index("statements") + 1])) if "statements" in where else None
    known = {*NO_DECLARATION, *(plan.placeholders_for(statement) if statement else plan.placeholders)}
    name = left.strip("[]{}$_ ").lower()
    if name in known:
        return say("Write `{blank}`: what stands between braces is filled in on the day.", blank=f"{{{name}}}")
    return say(
        "Replace “{left}” with the real text or, where only the day will tell it, with a blank such as"
        " `{next_update}`.",
        left=left,
    )


def _kept_signs(place: Place, signs: str) -> Gap:
    message = (
        say("{place} keeps the signs around it ({signs}), and readers would see them.", place=place, signs=signs)
        if " " in signs
        else say("{place} keeps a quotation mark without its partner ({signs}).", place=place, signs=signs)
    )
    fix = say('Take what does not belong to the text away; the only quotes that YAML knows are straight: `"…"`.')
    return Gap(place.where, message, fix)


def _not_decided(plan: Plan) -> Iterator[Gap]:
    """Answers of which only "TBC" or the like is written, and keywords that kept their quotes."""
    for where, entry, key, left in undecided_answers(plan):
        place = Place(where, entry, key)
        message = say("{place} is not finished: “{left}” is still to be filled in.", place=place, left=left)
        yield Gap(where, message, say("Replace “{left}” with the real name or text.", left=left))
    if plan.monitoring:
        for group, words in plan.monitoring.keywords.items():
            for number, word in enumerate(words):
                if signs := wrapping(word) or unpaired(word):
                    yield _kept_signs(Place(plan.monitoring.where / "keywords" / group / number, None), signs)


def _written(plan: Plan) -> Iterator[tuple[Where, tuple[str | int, ...], str]]:
    """The names, and every text in each of its languages: where it is, and the keys below that lead to the words."""
    yield plan.about.where / "organisation", (), plan.about.organisation
    for person in plan.people.values():
        yield person.where / "name", (), person.name
    for where, text in plan.texts():
        for tag, said in text.by_language.items():
            below = () if text.plain else (tag,)
            if isinstance(said, str):
                yield where, below, said
            else:
                yield from ((where, (*below, n), one) for n, one in enumerate(said))


def _is_sent(where: Where) -> bool:
    """Whether a text goes out as it stands: that of a statement, or the sentence of a move."""
    if "statements" in where[:3:2]:
        return "text" in where or "short" in where
    return where[0] == "moves" and "say" in where


def _fiction(plan: Plan, place: Place, written: str) -> Iterator[Gap]:
    numbers = (Phone(typed, plan.about.country).e164 for typed in numbers_in(written))
    if any(number and is_fictional_number(number) for number in numbers):
        message = say("{place} gives a phone number that nobody has: it is kept for examples.", place=place)
        yield Gap(place.where, message, REAL_NUMBER)
    elif has_fictional_domain(written):
        message = say("{place} gives an address on a domain that nobody has: it is kept for examples.", place=place)
        yield Gap(place.where, message, REAL_ADDRESS)


def _fictional_contacts(plan: Plan) -> Iterator[Gap]:
    for person in plan.people.values():
        for key, value in person.means():
            place = Place(person.where / key, person.called, key)
            if isinstance(value, str):
                if has_fictional_domain(value):
                    message = say("{place} is on a domain that nobody has: it is kept for examples.", place=place)
                    yield Gap(place.where, message, REAL_ADDRESS)
                else:
                    yield from _fiction(plan, place, value)
            elif value.e164 and is_fictional_number(value.e164):
                message = say("{place} is a number that nobody has: it is kept for examples.", place=place)
                yield Gap(place.where, message, REAL_NUMBER)
    for place, written in _contacts(plan):
        if written:
            yield from _fiction(plan, place, written)


def _contacts(plan: Plan) -> Iterator[tuple[Place, str | None]]:
    """Where numbers and addresses stand that people ring and open, besides those of people."""
    for channel in plan.channels.values():
        yield Place(channel.where / "account", channel.called, "account"), channel.account
    for number, domain in enumerate(plan.about.domains):
        yield Place(plan.about.where / "domains" / number, None), domain
    for line in plan.on_call.values():
        yield Place(line.where / "number", line.id, "number"), line.number.typed if line.number else None
    if room := plan.about.war_room:
        yield Place(room.where / "bridge", None), room.bridge
        yield Place(room.where / "backup_bridge", None), room.backup_bridge
    for audience in plan.audiences.values():
        yield Place(audience.where / "contacts_in", audience.called, "contacts_in"), audience.contacts_in
