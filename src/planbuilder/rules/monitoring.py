"""MON: what is watched, with which words, and from which volume to worry."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.keywords import has_misspelling, is_named_for, misspelt, speaks
from planbuilder.language.names import language_called
from planbuilder.messages import Message, base_of, say
from planbuilder.plan import Plan
from planbuilder.plan.channels import Alert, Monitoring
from planbuilder.rules._rule import rule
from planbuilder.rules.empty_roles import unmanned
from planbuilder.source import Where

ABOUT = Where(("about",))


@rule(
    "MON-NONE",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A9", "A10", "A13", "B4"),
    source=("HOOT", "RESIST2"),
    why="You answer only what you have seen, and early signs are found by looking for them.",
    bad="""
        roles:
          watcher: {holder: ana, can: [monitor]}
        people:
          ana: {name: Ana Ruiz}
        monitoring:
          watch:
            press: {every: 2h, by: watcher}  # <-- The plan does not say with which tool press is watched.
        """,
    good="""
        roles:
          watcher: {holder: ana, can: [monitor]}
        people:
          ana: {name: Ana Ruiz}
        monitoring:
          watch:
            press: {tool: Google Alerts, every: 2h, by: watcher}
        """,
)
def nothing_watched(plan: Plan) -> Iterator[Gap]:
    """The plan watches at least one source, and says with which tool; an alert by e-mail is a tool too."""
    monitoring = plan.monitoring
    if monitoring is None or not monitoring.watch:
        yield Gap(
            monitoring.where / "watch" if monitoring else ABOUT,
            say("Nothing is monitored."),
            say("List the sources, the tool and how often you look: `watch: {x: {tool: …, every: 30m, by: …}}`.")
            if monitoring
            else say("Add the section `monitoring:` with the sources, the tool and how often you look."),
        )
        return
    for source, watch in monitoring.watch.items():
        if watch.tool is None:
            yield Gap(
                watch.where / "tool",
                say("The plan does not say with which tool {source} is watched.", source=source),
                say("Add `tool:`, for example an alert service, or the platform's own notifications."),
            )


@rule(
    "MON-NO-WATCHER",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A9", "B4"),
    source=("SEEDS",),
    why="A crisis team needs somebody in charge of watching how people react.",
    bad="""
        monitoring:
          watch:
            x: {tool: Visibrain, every: 15m}  # <-- Nobody watches x.
            shops: {tool: a mailbox, every: 1h, by: watcher}  # <-- Nobody watches shops on 24 December 2026.
        people:
          ana: {name: Ana Ruiz}
        roles:
          watcher: {holder: ana, can: [monitor]}
        absences:
          - {who: ana, from: 2026-12-24, to: 2026-12-24}
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
          leo: {name: Léo Marchand}
        roles:
          watcher: {holder: ana, deputies: [leo], can: [monitor]}
        monitoring:
          watch:
            x: {tool: Visibrain, every: 15m, by: watcher}
        absences:
          - {who: ana, from: 2026-12-24, to: 2026-12-24}
        """,
)
def no_watcher(plan: Plan, today: date) -> Iterator[Gap]:
    """Every source names the role that watches it; at all of its hours in the next 90 days somebody holds that role.

    Sources that nobody watches at the same time, because a role is empty, are named together.
    """
    watched = plan.monitoring.watch if plan.monitoring else {}
    for source, watch in watched.items():
        if watch.by is None:
            yield Gap(watch.where / "by", say("Nobody watches {source}.", source=source), say("Add `by:` with a role."))
    for role in dict.fromkeys(watch.by for watch in watched.values() if watch.by):
        sources = [source for source, watch in watched.items() if watch.by == role]
        for when, fix in unmanned(plan, today, role, [watched[source].hours for source in sources]):
            message = say("Nobody watches {sources} {when}.", sources=sources, when=when)
            yield Gap(watched[sources[0]].where / "by", message, fix)


@rule(
    "MON-KEYWORDS",
    severity=Severity.WARNING,
    profile=Profile.STARTER,
    serves=("A10",),
    source=("HOOT-EDU",),
    why="People who complain misspell your name, and name your products and your people instead.",
    bad="""
        about: {organisation: Example, languages: [en, fr], timezone: Europe/Paris}
        monitoring:
          keywords:  # <-- The keywords lack a misspelling of your name, people and words of danger in French.
            brand: [Atelier Lumen, "@atelierlumen"]
            products: [Alba lamp]
            danger: [recall, fire, hacked]
        """,
    good="""
        about: {organisation: Example, languages: [en, fr], timezone: Europe/Paris}
        monitoring:
          keywords:
            brand: [Atelier Lumen, "@atelierlumen", atelier lumene]
            products: [Alba lamp]
            people: [Sophie Laurent]
            danger: [recall, fire, hacked]
            french: [rappel, incendie, piratage]
        """,
)
def keywords_missing(plan: Plan) -> Iterator[Gap]:
    """The words to watch hold your name with a misspelling, products, people, and words of danger in every language.

    A spelling counts as a misspelling when it is much like your name, or some words of it that follow each other, and
    differs in a letter, not only in spaces, signs or an added word. Words with a semicolon in between are one keyword.
    Words of danger count for a language when a group is named for it (`danger-en`, `english`), or when the group
    `danger` holds a word that is typical of it; in a plan of one language any word of danger will do.
    """
    if plan.monitoring is None:
        return
    where, keywords = plan.monitoring.where / "keywords", plan.monitoring.keywords
    missing = list(_missing_keywords(plan, plan.monitoring))
    if missing:
        yield Gap(where, say("The keywords lack {missing}.", missing=missing), _add_keywords(keywords, missing))
    for group, words in keywords.items():
        for number, word in enumerate(words):
            if ";" in word:
                listed = ", ".join(part.strip() for part in word.split(";") if part.strip())
                yield Gap(
                    where / group / number,
                    say("“{words}” is one keyword, and nobody writes it so.", words=word),
                    say("Put commas between the words: `{words}`.", words=listed),
                )


def _add_keywords(keywords: Mapping[str, Sequence[str]], missing: Sequence[Message]) -> Message:
    brand = keywords.get("brand", ())
    if not brand or has_misspelling(brand):
        return say("Add them below `keywords:`, in the groups `brand`, `products`, `people` and `danger`.")
    example = misspelt(brand[0])
    if len(missing) == 1:
        return say("Add to `brand:` your name wrong by a letter, for example `{example}`.", example=example)
    return say(
        "Add them below `keywords:`, in the groups `brand`, `products`, `people` and `danger`; your name wrong by a"
        " letter is for example `{example}`.",
        example=example,
    )


def _missing_keywords(plan: Plan, monitoring: Monitoring) -> Iterator[Message]:
    words = monitoring.keywords
    brand = words.get("brand", ())
    if not brand:
        yield say("your name")
    elif not has_misspelling(brand):
        yield say("a misspelling of your name")
    if not words.get("products"):
        yield say("products")
    if not words.get("people"):
        yield say("people")
    danger = words.get("danger", ())
    languages = dict.fromkeys(map(base_of, plan.languages))
    if len(languages) == 1:
        if not danger and not any(is_named_for(group, plan.language) for group in words):
            yield say("words of danger")
        return
    for tag in languages:
        if not speaks(danger, tag) and not any(is_named_for(group, tag) for group in words):
            yield say("words of danger in {language}", language=language_called(tag))


@rule(
    "MON-NO-THRESHOLD",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A10", "B1"),
    source=("BEEFED-MON", "SPROUT"),
    why="An early warning works only where clear rules exist.",
    bad="""
        monitoring:
          alerts:
            - {measure: negative messages, level: watch}  # <-- The alert “negative messages” has no number.
            - {measure: injuries reported, above: 0}  # <-- The alert “injuries reported” leads to no level.
        levels:
          watch: {when: [More than 20 negative messages an hour]}
        """,
    good="""
        monitoring:
          alerts:
            - {measure: negative messages an hour, above: 20, level: watch}
        levels:
          watch: {when: [More than 20 negative messages an hour]}
        """,
)
def no_threshold(plan: Plan) -> Iterator[Gap]:
    """The plan says from which number to worry, and which level that number starts.

    Of two alerts with the same `measure`, that of the graver level has the higher number, or the same.
    """
    if plan.monitoring is None:
        return
    if not plan.monitoring.alerts:
        yield Gap(
            plan.monitoring.where / "alerts",
            say("The plan does not say from which volume to worry."),
            say("Add an alert with a number and a level: `alerts: [{measure: …, above: 20, level: …}]`."),
        )
    for alert in plan.monitoring.alerts:
        if alert.above is None or alert.level is None:
            yield Gap(alert.where, _useless(alert), say("Complete it: `{measure: …, above: 20, level: …}`."))
    yield from _upside_down(plan, plan.monitoring.alerts)


def _upside_down(plan: Plan, alerts: Sequence[Alert]) -> Iterator[Gap]:
    """Alerts that start a graver level from a lower number than that of a milder one."""
    order = {name: number for number, name in enumerate(plan.levels)}
    known = [(alert, alert.above, alert.level) for alert in alerts if alert.above is not None and alert.level in order]
    for alert, above, level in known:
        for other, more, milder in known:
            if alert.measure and alert.measure == other.measure and order[milder] < order[level] and above < more:
                yield Gap(
                    alert.where / "above",
                    say(
                        "“{measure}” starts {high} above {low_number}, but {low}, which is milder, only above"
                        " {high_number}.",
                        measure=alert.measure,
                        high=plan.levels[level].called,
                        low_number=above,
                        low=plan.levels[milder].called,
                        high_number=more,
                    ),
                    say("Give the graver level the higher number."),
                )
                break


def _useless(alert: Alert) -> Message:
    measure = alert.measure or say("no measure")
    if alert.above is not None:
        return say("The alert “{measure}” leads to no level.", measure=measure)
    if alert.level is not None:
        return say("The alert “{measure}” has no number.", measure=measure)
    return say("The alert “{measure}” has neither a number nor a level.", measure=measure)
