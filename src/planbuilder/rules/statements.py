"""STMT: whether a text can be filled in, fits its channels, and goes to the right people."""

from collections.abc import Iterable, Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.blanks import NO_DECLARATION, Blanks, blanks
from planbuilder.language.names import language_called
from planbuilder.messages import Message, base_of, say, say_many
from planbuilder.plan import Plan, Text, is_known, nearest
from planbuilder.plan.channels import Channel
from planbuilder.plan.hearing import channels_of, is_for_nobody_in_particular, is_internal, reaches
from planbuilder.plan.platforms import is_public
from planbuilder.plan.scenarios import Placeholder, Statement
from planbuilder.plan.values import has_language
from planbuilder.rules._rule import rule
from planbuilder.source import Where


def texts_of(statement: Statement) -> Iterator[tuple[Where, Text]]:
    """The text and the short text of a statement, with their addresses."""
    yield statement.where / "text", statement.text
    if statement.short:
        yield statement.where / "short", statement.short


def read_outside(plan: Plan) -> Iterator[tuple[Message, Iterable[tuple[Where, Text]]]]:
    """What people outside read, with what it is called in a sentence and the address of each of its texts."""
    for statement in plan.all_statements():
        yield say("“{text}”", text=statement.called), texts_of(statement)
    for scenario in plan.scenarios.values():
        for asked in scenario.questions:
            if asked.answer:
                yield say("“{text}”", text=asked.question), [(asked.where / "answer", asked.answer)]
    for move in plan.moves:
        if move.say:
            yield (
                say("the sentence that moves people to {channel}", channel=str(move.to)),
                [(move.where / "say", move.say)],
            )


def in_language(where: Where, text: Text, language: str) -> Where:
    """The address of a text in one language."""
    return where if text.plain else where / language


def braced(names: list[str] | tuple[str, ...]) -> list[str]:
    """Names of blanks as they stand in texts."""
    return ["{" + name + "}" for name in names]


@rule(
    "STMT-PLACEHOLDER",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A30",),
    source=("OWN",),
    why="The person who fills it in at night must know what it means.",
    bad="""
        scenarios:
          data-leak:
            statements:
              leak-holding:
                kind: holding
                text: We found it {moment}.  # <-- “leak-holding” uses {moment}, which is not explained.
                short: We found it {Then}.  # <-- “leak-holding” has {Then}, which cannot be the name of a blank.
            placeholders:
              hour: {means: time of the next update, example: 2 pm}  # <-- {hour} is explained, but no text uses it.
          recall:
            statements:
              recall-holding: {kind: holding, text: 'Unplug {product}. Next update at {next_update}.'}
            placeholders:
              product: {means: the product}  # <-- {product} has no example.
        """,
    good="""
        scenarios:
          recall:
            statements:
              recall-holding: {kind: holding, text: 'Unplug {product}. Next update at {next_update}.'}
            placeholders:
              product: {means: the product, example: the Alba lamp}
        """,
)
def unexplained_blank(plan: Plan) -> Iterator[Gap]:
    """Every blank of a statement is declared in `placeholders`, with an example in every language, and none is idle.

    `{time}`, the time now, and `{next_update}`, when we speak again, need no declaration. A scenario's statements use
    the blanks of the scenario, then those of the whole plan. A brace that opens or closes no blank is found too: `{{`
    and `}}` write a brace.
    """
    used: set[Where] = set()
    for statement in plan.all_statements():
        known = plan.placeholders_for(statement)
        for where, text in texts_of(statement):
            found = _blanks_of(text)
            used.update(known[name].where for name in found.names if name in known)
            yield from _not_explained(statement, where, found, known)
    for placeholder in _declared(plan):
        if placeholder.where not in used:
            yield Gap(
                placeholder.where,
                say("{blank} is explained, but no text uses it.", blank=f"{{{placeholder.id}}}"),
                say("Remove it, or use it in a text."),
            )
        elif message := _example_missing(plan, placeholder):
            yield Gap(placeholder.where / "example", message, say("Add `example:`, in every language of the plan."))


def _declared(plan: Plan) -> Iterator[Placeholder]:
    for scenario in plan.scenarios.values():
        yield from scenario.placeholders.values()
    yield from plan.placeholders.values()


def _blanks_of(text: Text) -> Blanks:
    """The blanks of all the languages of a text."""
    each = [blanks(one) for one in text.by_language.values()]
    names = dict.fromkeys(name for found in each for name in found.names)
    malformed = dict.fromkeys(name for found in each for name in found.malformed)
    return Blanks(tuple(names), tuple(malformed), ())


def _meant(name: str, known: Iterable[str]) -> str | None:
    """The blank that somebody probably meant by a name; not a part of a much longer one."""
    near = nearest(name, [*known, *sorted(NO_DECLARATION)])
    return near if near and len(name) < len(near) + 3 else None


def _declare(name: str, known: dict[str, Placeholder]) -> Message:
    """What to type for a blank that is not explained: the one meant, or a line where others are explained already."""
    if near := _meant(name, known):
        return say(
            "Did you mean `{near}`? If not, explain it below `placeholders:`, with an example:"
            " `{name}: {means: …, example: …}`.",
            near=f"{{{near}}}",
            name=name,
        )
    if known:
        return say("Explain it below `placeholders:`, with an example: `{name}: {means: …, example: …}`.", name=name)
    return say("Declare it with an example: `placeholders: {{name}: {means: …, example: …}}`.", name=name)


def _not_explained(statement: Statement, where: Where, found: Blanks, known: dict[str, Placeholder]) -> Iterator[Gap]:
    unknown = [name for name in found.names if name not in known and name not in NO_DECLARATION]
    odd = [name for name in found.malformed if name not in "{}"]
    if unknown:
        yield Gap(
            where,
            say_many(
                "“{id}” uses {blanks}, which is not explained.",
                "“{id}” uses {blanks}, which are not explained.",
                len(unknown) + len(odd),
                id=statement.called,
                blanks=braced(unknown + odd),
            ),
            _declare(unknown[0], known),
        )
    elif odd:
        yield Gap(
            where,
            say_many(
                "“{id}” has {blanks}, which cannot be the name of a blank.",
                "“{id}” has {blanks}, which cannot be names of blanks.",
                len(odd),
                id=statement.called,
                blanks=braced(odd),
            ),
            say(
                "Write the name in small letters without accents or spaces, for example `{blank}`.",
                blank=f"{{{_meant(odd[0], known) or 'next_update'}}}",
            ),
        )
    elif found.malformed:
        yield Gap(
            where,
            say("“{id}” has a brace that opens or closes no blank.", id=statement.called),
            say("Write the blank as `{name}`, or a real brace as `{{` or `}}`."),
        )


def _example_missing(plan: Plan, placeholder: Placeholder) -> Message | None:
    blank = f"{{{placeholder.id}}}"
    if placeholder.example is None:
        return say("{blank} has no example.", blank=blank)
    have = placeholder.example
    others = [tag for tag in have.by_language if tag == base_of(tag) or tag not in plan.languages]
    missing = [tag for tag in plan.languages if tag not in have and not has_language(others, tag)]
    if not missing:
        return None
    return say(
        "{blank} has no example in {languages}.",
        blank=blank,
        languages=[language_called(tag) for tag in missing],
    )


@rule(
    "STMT-PARITY",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A30",),
    source=("OWN",),
    why="Otherwise the two publics are told different things.",
    bad="""
        about: {organisation: Example, languages: [fr, en], timezone: Europe/Paris}
        scenarios:
          recall:
            statements:
              recall-holding:
                kind: holding
                text:
                  fr: Débranchez {product}. Prochain point à {next_update}.
                  en: Please unplug {product}.  # <-- The English text of “recall-holding” lacks {next_update}.
        """,
    good="""
        about: {organisation: Example, languages: [fr, en], timezone: Europe/Paris}
        scenarios:
          recall:
            statements:
              recall-holding:
                kind: holding
                text:
                  fr: Débranchez {product}. Prochain point à {next_update}.
                  en: Please unplug {product}. Next update at {next_update}.
        """,
)
def blanks_differ(plan: Plan) -> Iterator[Gap]:
    """A text has the same blanks in each of its languages; so has its short form."""
    for statement in plan.all_statements():
        for where, text in texts_of(statement):
            names = {tag: blanks(one).names for tag, one in text.by_language.items()}
            everywhere = dict.fromkeys(name for found in names.values() for name in found)
            for tag, found in names.items():
                missing = [name for name in everywhere if name not in found]
                if missing:
                    yield Gap(
                        in_language(where, text, tag),
                        say(
                            "The {language} text of “{id}” lacks {blanks}.",
                            language=language_called(tag),
                            id=statement.called,
                            blanks=braced(missing),
                        ),
                        say("Use the same blanks in every language."),
                    )


@rule(
    "STMT-NO-CHANNEL",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A25",),
    source=("OWN",),
    why="Suitable channels are half of the message.",
    bad="""
        audiences:
          team: {kind: staff, name: Staff}
          press: {kind: media, name: Press, reach: [list]}
        channels:
          x: {platform: x}
          list: {platform: press list}
          intranet: {platform: intranet, for: [team]}
        statements:
          first-word: {kind: holding, text: We are checking.}  # <-- “first-word” goes nowhere: it has no channel.
          team-word:
            kind: internal
            channels: [x]  # <-- “team-word” is for our own people, but people outside can read x.
            text: Please do not answer online.
          press-word:
            kind: update
            channels: [intranet]  # <-- No channel of “press-word” reaches Press.
            audiences: [press]
            text: We will answer your questions at noon.
        """,
    good="""
        audiences:
          team: {kind: staff, name: Staff}
        channels:
          x: {platform: x}
          intranet: {platform: intranet, for: [team]}
        statements:
          first-word: {kind: holding, channels: [x], text: We are checking.}
          team-word: {kind: internal, channels: [intranet], text: Please do not answer online.}
        """,
)
def goes_nowhere(plan: Plan) -> Iterator[Gap]:
    """A statement has a channel, an internal one no public channel, and its channels reach its audiences.

    A text is internal by its kind, or because all the audiences it names are. The audiences are those that the
    statement names; an internal statement that names none is for all internal audiences, and must reach one of them. A
    channel reaches those that it names in `for`, and those that name it in `reach`; where the plan does not say whom
    one of its channels reaches, nothing is said.
    """
    for statement in plan.all_statements():
        if not statement.channels:
            yield Gap(
                statement.where,
                say("“{id}” goes nowhere: it has no channel.", id=statement.called),
                say("Add `channels:` with the id of at least one channel."),
            )
        elif is_internal(plan, statement) and (public := _public_channel(plan, statement)):
            yield Gap(
                statement.where / "channels",
                say(
                    "“{id}” is for our own people, but people outside can read {channel}.",
                    id=statement.called,
                    channel=public.called,
                ),
                say("Take {channel} out of `channels:`, and use an internal one.", channel=public.id),
            )
        elif missed := _not_reached(plan, statement):
            yield Gap(
                statement.where / "channels",
                say("No channel of “{id}” reaches {audiences}.", id=statement.called, audiences=missed),
                say("Add a channel that does, or correct `audiences:`, or `for:` of the channel."),
            )


def _public_channel(plan: Plan, statement: Statement) -> Channel | None:
    """The first channel that everybody can read; one whose platform nobody knows is given the benefit of the doubt."""
    return next((c for c in channels_of(plan, statement) if is_known(plan, c) and is_public(plan, c)), None)


def _not_reached(plan: Plan, statement: Statement) -> list[Text | str]:
    """What the audiences that no channel of a statement reaches are called."""
    if any(name not in plan.channels or is_for_nobody_in_particular(plan, name) for name in statement.channels):
        return []
    named: list[str] = [name for name in statement.audiences if name in plan.audiences]
    if statement.kind == "internal" and not statement.audiences:
        named = [name for name, audience in plan.audiences.items() if audience.is_internal]
        if any(reaches(plan, channel, name) for name in named for channel in statement.channels):
            return []
    return [
        plan.audiences[name].called
        for name in named
        if not any(reaches(plan, channel, name) for channel in statement.channels)
    ]
