"""STMT: whether the facts in a text can be right on the day, in every language, and reach the right people."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.breach_letter import missing_parts
from planbuilder.language.contact_numbers import numbers_of
from planbuilder.language.emergency import is_emergency
from planbuilder.language.figure import Figure, Given, Kind
from planbuilder.language.figures import addresses, figures, missing
from planbuilder.language.fixed import fixed_facts
from planbuilder.language.hosts import host_of
from planbuilder.language.names import language_called
from planbuilder.language.of_the_day import of_the_day
from planbuilder.language.spelt import Side, unmatched
from planbuilder.letters import unaccented
from planbuilder.messages import Message, say, say_many
from planbuilder.patterns import regex
from planbuilder.plan import Phone, Plan, platform_name
from planbuilder.plan.learning import Obligation
from planbuilder.plan.platforms import HOSTS, is_below
from planbuilder.plan.scenarios import Statement
from planbuilder.rules._rule import rule
from planbuilder.rules.statements import in_language, read_outside, texts_of

SHOWN = 5
"""How many figures a sentence names at most."""


def _figures(plan: Plan, text: str, language: str) -> tuple[Figure, ...]:
    return figures(text, language, plan.about.country)


@rule(
    "STMT-NUMBERS-DIFFER",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A30",),
    source=("OWN",),
    why="A contradiction between languages becomes the story.",
    bad="""
        about: {organisation: Example, languages: [fr, en], timezone: Europe/Paris, country: FR}
        statements:
          recall-update:
            kind: update
            text:
              fr: 1 840 lampes sont revenues. Prochain point à 14 h.
              en: 1,840 lamps have come back. Next update at 3 pm.  # <-- The French and English texts of “recall-update” do not give the same figures: 14 h and 3 pm.
        """,  # noqa: E501
    good="""
        about: {organisation: Example, languages: [fr, en], timezone: Europe/Paris, country: FR}
        statements:
          recall-update:
            kind: update
            text:
              fr: 1 840 lampes sont revenues. Prochain point à 14 h.
              en: 1,840 lamps have come back. Next update at 2 pm.
        """,
)
def figures_differ(plan: Plan) -> Iterator[Gap]:
    """The languages of a text give the same numbers, dates, times, links and phone numbers.

    Each language is compared with the first of the plan that the text has, after normalising: 14 h is 2 pm, 1 840 is
    1,840, 12 novembre is November 12th, 0 800 … is +33 800 …, and "three" is 3. Numbers in French and English words are
    compared too, up to ninety-nine: trois ans are not two years. Of a link, the site and the digits count: its words
    may be translated. The values of blanks are not compared.
    """
    for statement in plan.all_statements():
        for where, text in texts_of(statement):
            tags = sorted(text.by_language, key=lambda tag: (tag not in plan.languages, _rank(plan, tag)))
            first = tags[0]
            ours = _figures(plan, text.by_language[first], first) if len(tags) > 1 else ()
            for tag in tags[1:]:
                theirs = _figures(plan, text.by_language[tag], tag)
                one, other = Side(text.by_language[first], first, ours), Side(text.by_language[tag], tag, theirs)
                differing = [*_lacking(one, other), *_lacking(other, one)]
                if differing:
                    yield Gap(
                        in_language(where, text, tag),
                        _contradiction(statement, first, tag, differing),
                        say("Make them agree, or use a blank."),
                    )


def _lacking(ours: Side, theirs: Side) -> list[Figure | str]:
    """What one language of a text gives, in digits or in words, and the other does not."""
    return [*missing(ours.figures, theirs.figures, theirs.text), *unmatched(ours, theirs)]


def _contradiction(statement: Statement, first: str, other: str, differing: list[Figure | str]) -> Message:
    figures = list(dict.fromkeys(one if isinstance(one, str) else _said(one) for one in differing))[:SHOWN]
    said = {"first": language_called(first), "other": language_called(other), "id": statement.called}
    if all(isinstance(one, Figure) and one.kind is Kind.LINK for one in differing):
        return say(
            "The {first} and {other} texts of “{id}” do not give the same links: {links}.", links=figures, **said
        )
    return say(
        "The {first} and {other} texts of “{id}” do not give the same figures: {figures}.", figures=figures, **said
    )


def _rank(plan: Plan, tag: str) -> int:
    return plan.languages.index(tag) if tag in plan.languages else 0


def _said(figure: Figure) -> str | Message:
    """A figure for a sentence; what may be somebody's contact is not repeated."""
    match figure.kind:
        case Kind.PHONE:
            return say("a phone number")
        case Kind.EMAIL:
            return say("an e-mail address")
        case _:
            return figure.typed


@rule(
    "STMT-UNKNOWN-CONTACT",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A27", "A30"),
    source=("OWN",),
    why="One wrong digit sends worried customers to a stranger.",
    bad="""
        about: {organisation: Example, languages: [en], timezone: Europe/Paris, country: FR, domains: [lumen.fr]}
        channels:
          phone: {platform: phone, account: 0 800 00 00 00}
        statements:
          recall-update:
            kind: update
            text: Call 0 800 00 00 01 or see lumen.com/recall.  # <-- “0 8…01” and “lumen.com/recall” in “recall-update” are not among your numbers and sites.
        """,  # noqa: E501
    good="""
        about: {organisation: Example, languages: [en], timezone: Europe/Paris, country: FR, domains: [lumen.fr]}
        channels:
          phone: {platform: phone, account: 0 800 00 00 00}
        statements:
          recall-update:
            kind: update
            text: Call 0800 000 000 or see info.lumen.fr/recall. In an emergency, call 15.
        """,
)
def unknown_contact(plan: Plan) -> Iterator[Gap]:
    """Every phone number, link and e-mail address that people outside read is one that the plan knows.

    They read statements, answers to questions, and what is said when a talk moves to a private channel. Known are the
    accounts of the channels, the means of contact of the people, the conference calls of the war room, the domains of
    `about.domains` with what lies below them, and the emergency numbers of the country. Of others, such as a partner's
    helpline, those are known that stand in `contacts_in:` of an audience or in `to:` of an obligation. An e-mail
    address of our domains is strange where it differs by one letter from one that the plan declares. A short number
    counts where the text says to call it. What stands in several languages is reported once.
    """
    known = _Known.of(plan)
    for called, texts in read_outside(plan):
        said: set[frozenset[str]] = set()
        for where, text in texts:
            for tag, one in text.by_language.items():
                strange = [f for f in _figures(plan, one, tag) if f.readings not in said and not known.holds(f)]
                said.update(figure.readings for figure in strange)
                shown = list(dict.fromkeys(_shown(figure) for figure in strange))
                if shown:
                    yield Gap(
                        in_language(where, text, tag),
                        say_many(
                            "{contacts} in {text} is not among your numbers and sites.",
                            "{contacts} in {text} are not among your numbers and sites.",
                            len(shown),
                            contacts=[say("“{text}”", text=contact) for contact in shown],
                            text=called,
                        ),
                        say(
                            "Check for a typing error, or declare it: in `channels:`, in `domains:` of `about` or,"
                            " where it is a partner's, in `contacts_in:` of an audience."
                        ),
                    )


_SHORT_NUMBER = 6
"""Signs of a number that is nobody's own: 15, 911, 3939, 118218."""


def _shown(figure: Figure) -> str:
    """A contact for a sentence. Of a number its ends tell it: it may be somebody's own."""
    typed = figure.typed.strip()
    is_whole = figure.kind is not Kind.PHONE or len(typed) <= _SHORT_NUMBER
    return typed if is_whole else f"{typed[:3].strip()}…{typed[-2:]}"


def _one_letter_off(typed: str, known: str) -> bool:
    """Whether two words differ by one letter that is missing, added, replaced, or in the place of its neighbour."""
    if abs(len(typed) - len(known)) > 1 or typed == known:
        return False
    differ = (at for at, (one, other) in enumerate(zip(typed, known, strict=False)) if one != other)
    same = next(differ, min(len(typed), len(known)))
    a, b = typed[same:], known[same:]
    return a[1:] == b[1:] or a == b[1:] or a[1:] == b or (a[:2] == b[1::-1] and a[2:] == b[2:])


class _Known(NamedTuple):
    """The contacts that a plan declares."""

    country: str | None
    phones: Given
    emails: frozenset[str]
    domains: tuple[str, ...]
    pages: tuple[str, ...]
    handles: frozenset[tuple[str, str]]
    """Names of accounts, each with a site that it is on; empty where that may be any."""

    @classmethod
    def of(cls, plan: Plan) -> "_Known":
        accounts = [channel.account for channel in plan.channels.values() if channel.account]
        accounts += [str(v.typed if isinstance(v, Phone) else v) for p in plan.people.values() for _, v in p.means()]
        room = plan.about.war_room
        accounts += [line for line in (room.bridge, room.backup_bridge) if line] if room else []
        accounts += [audience.contacts_in for audience in plan.audiences.values() if audience.contacts_in]
        accounts += [obligation.to for obligation in plan.obligations.values() if obligation.to]
        read = [address for account in accounts for address in addresses(account)]
        return cls(
            plan.about.country,
            Given.of(number for account in accounts for number in numbers_of(account, plan.about.country)),
            frozenset(reading for f in read if f.kind is Kind.EMAIL for reading in f.readings),
            tuple(domain.lower().removeprefix("www.") for domain in plan.about.domains),
            tuple(_page(figure.typed) for figure in read if figure.kind is Kind.LINK),
            frozenset(
                (channel.account.lower().lstrip("@"), host)
                for channel in plan.channels.values()
                if channel.account
                for host in HOSTS.get(platform_name(channel), ("",))
            ),
        )

    def holds(self, figure: Figure) -> bool:
        """Whether a figure is no contact, or one that is declared."""
        match figure.kind:
            case Kind.PHONE:
                digits = re.sub(r"\D", "", figure.typed)
                return self.phones.holds(figure) or is_emergency(digits, self.country)
            case Kind.EMAIL:
                address = figure.typed.lower()
                name, _, host = address.rpartition("@")
                near = (_one_letter_off(name, e.rpartition("@")[0]) for e in self.emails if e.endswith(f"@{host}"))
                return address in self.emails or (self._is_ours(host) and not any(near))
            case Kind.LINK:
                page = _page(figure.typed)
                ours = any(page == known or page.startswith(known + "/") for known in self.pages)
                return ours or self._is_ours(host_of(figure.typed)) or self._is_account(page)
            case _:
                return True

    def _is_account(self, page: str) -> bool:
        """Whether a page is that of one of our accounts, on the site of its platform."""
        named = page.rpartition("/")[2].lstrip("@")
        return any(handle == named and (not host or is_below(host_of(page), host)) for handle, host in self.handles)

    def _is_ours(self, host: str) -> bool:
        return any(is_below(host, domain) for domain in self.domains)


def _page(link: str) -> str:
    """A link without scheme, `www.` and what the page is asked."""
    rest = re.sub(r"^https?://", "", link.lower()).removeprefix("www.")
    return re.split(r"[?#]", rest, maxsplit=1)[0].rstrip("/")


@rule(
    "STMT-HARDCODED",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A30",),
    source=("OWN",),
    why="Somebody will paste it without reading.",
    bad="""
        people:
          ana: {name: Ana Ruiz}
        statements:
          first-word:
            kind: holding
            text: Ana Ruiz is looking into it for 200 customers. Next update at 2 pm.  # <-- “200”, “2 pm” and “Ana Ruiz” in “first-word” will be wrong on the day.
        """,  # noqa: E501
    good="""
        statements:
          first-word:
            kind: holding
            text: We are looking into it. Next update at {next_update}. Call 0 800 00 00 00, from 8 am to 8 pm.
        """,
)
def hardcoded_fact(plan: Plan) -> Iterator[Gap]:
    """A holding text has no fixed date, clock time, count or person's name in it: it has blanks.

    Opening hours (from 8 am to 8 pm) and phone numbers do not count, nor do lengths of time (within 24 h), prices,
    addresses, distances to keep (stay 50 m away), and numbers that count nothing (step 2, article 33). A count is a
    number before the word for what is counted, or a percentage other than 100%. A person's name is the full name of
    somebody in `people`. In English and French, past days (yesterday, since Tuesday), the hours of what is over (the
    site was down from 2 pm to 3 pm) and counts of people in words (three patients) are fixed too.
    """
    names = _pattern_of([person.name for person in plan.people.values()])
    for statement in plan.all_statements():
        if statement.kind != "holding":
            continue
        for where, text in texts_of(statement):
            for tag, one in text.by_language.items():
                fixed = [*fixed_facts(one, tag, plan.about.country), *of_the_day(one, tag)]
                fixed += dict.fromkeys(names.findall(one))
                if fixed:
                    yield Gap(
                        in_language(where, text, tag),
                        say(
                            "{facts} in “{id}” will be wrong on the day.",
                            facts=[say("“{text}”", text=fact) for fact in fixed],
                            id=statement.called,
                        ),
                        say("Use a blank, for example `{next_update}`, and explain it in `placeholders:`."),
                    )


def _pattern_of(names: list[str]) -> re.Pattern[str]:
    """What finds any of the names, also with words in capitals, « Léa DUBOIS »; nothing where there is none."""
    return regex(r"\b(?:" + "|".join(map(_in_any_capitals, names)) + r")\b" if names else r"(?!)")


def _in_any_capitals(name: str) -> str:
    """The pattern of a name. A single word stands as typed: in capitals it may be another."""
    words = name.split()
    if len(words) < 2:
        return re.escape(name)
    each = (dict.fromkeys((word, word.upper(), unaccented(word.upper()))) for word in words)
    return r"\s+".join(f"(?:{'|'.join(map(re.escape, spellings))})" for spellings in each)


@rule(
    "STMT-LEGAL-CONTENT",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A30", "A31"),
    source=("GDPR", "CNIL"),
    why="GDPR articles 33(3) and 34 say what people must be told.",
    bad="""
        statements:
          leak-letter:
            kind: update
            text: >-  # <-- The letter “leak-letter” lacks what the law asks: what it may lead to and how to reach the data protection officer.
              On {date}, someone copied your address. We have closed the access. Be wary of messages asking for a code.
        obligations:
          gdpr-people: {name: GDPR article 34, law: rgpd-personnes, statement: leak-letter}
        """,  # noqa: E501
    good="""
        statements:
          leak-letter:
            kind: update
            text: >-
              On {date}, someone copied your address. It could be used for phishing. We have closed the access. Be wary
              of messages asking for a code. Write to our data protection officer: dpo@lumen.example.
        obligations:
          gdpr-people: {name: GDPR article 34, law: rgpd-personnes, statement: leak-letter}
        """,
)
def letter_incomplete(plan: Plan) -> Iterator[Gap]:
    """The letter to people after a data breach says all that the law asks.

    That is: what happened, what it may lead to, what we did, what they can do, and how to reach the data protection
    officer. The letter is the statement of an obligation of the law `rgpd-personnes`, or of `rgpd` or `uk-gdpr` at the
    step `people`. Its French and English texts are searched for words that say each; a lawyer must still read it.
    """
    letters = dict.fromkeys(o.statement for o in plan.obligations.values() if o.statement and _is_to_people(o))
    for name in letters:
        statement = plan.statement(name)
        if statement is None:
            continue
        for tag, one in statement.text.by_language.items():
            lacking = missing_parts(one, tag)
            if lacking:
                yield Gap(
                    in_language(statement.where / "text", statement.text, tag),
                    say("The letter “{id}” lacks what the law asks: {missing}.", id=statement.called, missing=lacking),
                    say("Add it in plain words."),
                )


def _is_to_people(obligation: Obligation) -> bool:
    of_people = obligation.law in {"rgpd", "uk-gdpr"} and obligation.step == "people"
    return obligation.law == "rgpd-personnes" or of_people
