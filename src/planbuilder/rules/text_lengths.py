"""STMT: whether a text fits on its channels."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language import sms
from planbuilder.language.blanks import blanks
from planbuilder.language.wording import Wording, examples, languages_on, wording
from planbuilder.messages import Message, say, say_many
from planbuilder.plan import Plan, platform_of
from planbuilder.plan.channels import Channel
from planbuilder.plan.hearing import channels_of
from planbuilder.plan.scenarios import Statement
from planbuilder.rules._rule import rule
from planbuilder.rules.statements import in_language
from planbuilder.source import Where


@rule(
    "STMT-TOO-LONG",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("B6",),
    source=("X-COUNT", "LAB"),
    why="It fired on the first draft of the example plan: 290 characters where 280 may be.",
    bad=f"""
        channels:
          x: {{platform: x}}
        scenarios:
          recall:
            statements:
              recall-holding:
                kind: holding
                channels: [x]
                text: >-  # <-- “recall-holding” is 284 characters on x; the limit is 280.
                  {"We are checking every lamp. " * 10}Bye.
        """,
    good=f"""
        channels:
          x: {{platform: x}}
        scenarios:
          recall:
            statements:
              recall-holding:
                kind: holding
                channels: [x]
                text: >-
                  {"We are checking every lamp. " * 10}Bye.
                short: We are checking every lamp.
        """,
)
def too_long(plan: Plan) -> Iterator[Gap]:
    """A text fits on each of its channels, with the examples in its blanks, in each language of the channel.

    A blank that says `max` is counted at its longest. Where the text does not fit, its `short` is used. On X the length
    is weighted: a link counts 23, an emoji 2. Text messages are not counted here: they go out in parts, and
    STMT-SMS-PARTS says how many.
    """
    for statement in plan.all_statements():
        worst: dict[Where, tuple[Channel, Wording]] = {}
        for channel in channels_of(plan, statement):
            platform = platform_of(plan, channel)
            if platform.limit is None or platform.counts == "gsm":
                continue
            for tag in languages_on(channel, statement.text):
                said = wording(plan, statement, platform, tag)
                if said.fits:
                    continue
                where = _address_of(statement, said)
                if where not in worst or _excess(said) > _excess(worst[where][1]):
                    worst[where] = channel, said
        for where, (channel, said) in worst.items():
            yield _too_long(statement, where, channel, said)


def _excess(said: Wording) -> int:
    return said.length - (said.limit or 0)


def _characters(count: int) -> Message:
    return say_many("one character", "{count} characters", count)


def _address_of(statement: Statement, said: Wording) -> Where:
    text = statement.short if said.short and statement.short else statement.text
    return in_language(statement.where / ("short" if said.short else "text"), text, said.language)


def _too_long(statement: Statement, where: Where, channel: Channel, said: Wording) -> Gap:
    values = {"id": statement.called, "n": said.length, "channel": channel.called, "max": said.limit}
    if said.short:
        return Gap(
            where,
            say("The short text of “{id}” is {n} characters on {channel}; the limit is {max}.", **values),
            say("Shorten it by {over}.", over=_characters(_excess(said))),
        )
    return Gap(
        where,
        say("“{id}” is {n} characters on {channel}; the limit is {max}.", **values),
        say("Shorten it by {over}, or add a `short:` version.", over=_characters(_excess(said))),
    )


@rule(
    "STMT-SMS-PARTS",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    source=("SMS-GSM",),
    why="é, è, ù and à are in the alphabet of text messages; ê, ç and the curly apostrophe are not.",
    bad="""
        about: {organisation: Example, languages: [fr], timezone: Europe/Paris}
        channels:
          sms: {platform: sms}
        scenarios:
          recall:
            statements:
              recall-sms:
                kind: alert
                channels: [sms]
                text: >-  # <-- The text message “recall-sms” takes 2 parts because of ê and ’.
                  Arrêtez d’utiliser la lampe Alba et débranchez l'appareil. Aide au 0800000000. Message à 14 h.
        """,
    good="""
        about: {organisation: Example, languages: [fr], timezone: Europe/Paris}
        channels:
          sms: {platform: sms}
        scenarios:
          recall:
            statements:
              recall-sms:
                kind: alert
                channels: [sms]
                text: >-
                  N'utilisez plus la lampe Alba et débranchez l'appareil. Aide au 0800000000. Message à 14 h.
        """,
)
def several_parts(plan: Plan) -> Iterator[Gap]:
    """A text message goes out in one part: 160 characters of the GSM alphabet, or 70 with any other character.

    The examples stand in the blanks; the short text is used where the text takes more than one part. The sentence names
    the characters that are not in the alphabet, and the repair says which of them stand in an example only.
    """
    for statement in plan.all_statements():
        said_at: set[Where] = set()
        for channel in channels_of(plan, statement):
            platform = platform_of(plan, channel)
            if platform.counts != "gsm":
                continue
            for tag in languages_on(channel, statement.text):
                said = wording(plan, statement, platform, tag)
                where = _address_of(statement, said)
                if not said.fits and where not in said_at:
                    said_at.add(where)
                    yield _in_parts(plan, statement, where, said)


WORDS_SHOWN = 5


class Origin(NamedTuple):
    """Where the characters of a text message come from: the text with its blanks, and the examples that cost."""

    text: str
    examples: dict[str, str]


def _origin(plan: Plan, statement: Statement, said: Wording) -> Origin:
    text = statement.short if said.short and statement.short else statement.text
    written = text.by_language[said.language]
    values = examples(plan, statement, said.language)
    return Origin(
        written, {n: values[n] for n in blanks(written).names if n in values and sms.message(values[n]).costly}
    )


def _without_costly(origin: Origin, message: sms.Message) -> Message:
    """What to do about characters that cost: signs have others that do not, letters belong to their words."""
    over = _characters(message.units - message.limit)
    if origin.examples and not sms.message(origin.text).costly:
        return say(
            "That is the example of {blanks}: on the day, such a value makes it {n} parts too. Shorten the text by"
            " {over}, or say in `means:` to write without these characters.",
            blanks=[f"{{{name}}}" for name in origin.examples],
            n=message.parts,
            over=over,
        )
    letters = [char for char in message.costly if char.isalpha()]
    if not letters:
        return say("Replace these characters, or shorten the text by {over}.", over=over)
    said = [say("“{text}”", text=word) for word in _words_with(letters, origin.text)]
    said += [
        say("“{text}” (the example of {blank})", text=word, blank=f"{{{name}}}")
        for name, example in origin.examples.items()
        for word in _words_with(letters, example)
    ]
    if len(letters) == len(message.costly):
        return say("Say it without {words}, or shorten the text by {over}.", words=said[:WORDS_SHOWN], over=over)
    return say(
        "Replace {signs} and say it without {words}, or shorten the text by {over}.",
        signs=[sms.shown(char) for char in message.costly if char not in letters],
        words=said[:WORDS_SHOWN],
        over=over,
    )


def _words_with(letters: list[str], text: str) -> list[str]:
    """The words of a text that hold one of some letters, each once."""
    words = dict.fromkeys(re.findall(r"\w+", normalize("NFC", text)))
    return [word for word in words if not {*word}.isdisjoint(letters)]


def _in_parts(plan: Plan, statement: Statement, where: Where, said: Wording) -> Gap:
    message = sms.message(said.text)
    if message.costly:
        return Gap(
            where,
            say(
                "The text message “{id}” takes {n} parts because of {characters}.",
                id=statement.called,
                n=message.parts,
                characters=[sms.shown(char) for char in message.costly],
            ),
            _without_costly(_origin(plan, statement, said), message),
        )
    return Gap(
        where,
        say(
            "The text message “{id}” takes {n} parts: it is {units} characters, and one part has {max}.",
            id=statement.called,
            n=message.parts,
            units=message.units,
            max=message.limit,
        ),
        say("Shorten it by {over}.", over=_characters(message.units - message.limit))
        if said.short
        else say("Shorten it by {over}, or add a `short:` version.", over=_characters(message.units - message.limit)),
    )
