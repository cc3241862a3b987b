"""SCEN: what may happen, and whether the plan is ready for it."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import Message, say, say_many
from planbuilder.plan import Plan
from planbuilder.plan.scenarios import Scenario
from planbuilder.rules._rule import rule
from planbuilder.source import Where

ENOUGH_SCENARIOS = 3
ENOUGH_QUESTIONS = 3


@rule(
    "SCEN-TOO-FEW",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A1", "A4"),
    source=("IATA-PLAN", "HOOT-EDU"),
    why="Plans hold templates for the various scenarios that may happen.",
    bad="""
        scenarios:  # <-- The plan covers 2 scenarios; three is a minimum.
          data-leak: {family: data}
          recall: {family: product}
        """,
    good="""
        scenarios:
          data-leak: {family: data}
          recall: {family: product}
          video: {family: conduct}
        """,
)
def too_few_scenarios(plan: Plan) -> Iterator[Gap]:
    """A plan has at least three scenarios, of at least three families.

    The families are product (or service), safety of people, data (and cyber), conduct, rumour, supply and environment.
    A scenario without `family` counts for none of them.
    """
    count = len(plan.scenarios)
    if count < ENOUGH_SCENARIOS:
        yield Gap(
            Where(("scenarios",)) if plan.scenarios else Where(("about",)),
            say_many(
                "The plan covers {count} scenario; three is a minimum.",
                "The plan covers {count} scenarios; three is a minimum.",
                count,
            )
            if count
            else say("The plan covers no scenario; three is a minimum."),
            say("Add the ones your organisation fears most, of different families, below `scenarios:`."),
        )
        return
    families = {scenario.family for scenario in plan.scenarios.values() if scenario.family}
    without = [scenario.called for scenario in plan.scenarios.values() if not scenario.family]
    if len(families) < ENOUGH_SCENARIOS:
        yield Gap(
            Where(("scenarios",)),
            say_many(
                "The scenarios of the plan are of {count} family; three different ones are a minimum.",
                "The scenarios of the plan are of {count} families; three different ones are a minimum.",
                len(families),
            )
            if families
            else say("No scenario says of which family it is; three different ones are a minimum."),
            say(
                "Write `family:` for {scenarios}: product, safety, data, conduct, rumour, supply or environment.",
                scenarios=without,
            )
            if without
            else say("Add a scenario of another family: product, safety, data, conduct, rumour, supply, environment."),
        )


@rule(
    "SCEN-NO-TRIGGER",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A10",),
    source=("GCS-STOP",),
    why="The first step of the CDC's list is to verify the situation with more than one source.",
    bad="""
        scenarios:
          data-leak: {name: Customer data leak}  # <-- “Customer data leak” does not say how we would learn of it, how grave it is and who confirms the facts.
          recall:  # <-- “recall” does not say who confirms the facts.
            level: red
            triggers: [A customer reports a burn]
        """,  # noqa: E501
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          quality: {holder: ana}
        levels:
          red: {name: Crisis}
        scenarios:
          recall:
            level: red
            triggers: [A customer reports a burn]
            facts_from: quality
        """,
)
def no_trigger(plan: Plan) -> Iterator[Gap]:
    """Every scenario says how we would learn of it, at which level it starts, and which role confirms the facts."""
    for scenario in plan.scenarios.values():
        missing = {
            "triggers": None if scenario.triggers else say("how we would learn of it"),
            "level": None if scenario.level else say("how grave it is"),
            "facts_from": None if scenario.facts_from else say("who confirms the facts"),
        }
        unsaid = {key: words for key, words in missing.items() if words}
        if unsaid:
            yield Gap(
                scenario.where,
                say(
                    "“{scenario}” does not say {missing}.",
                    scenario=scenario.called,
                    missing=list(unsaid.values()),
                ),
                say("Add {keys} below `{id}:`.", keys=[f"`{key}:`" for key in unsaid], id=scenario.id),
            )


@rule(
    "SCEN-NO-ACTIONS",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    serves=("A4", "A19", "A24", "B9", "B20"),
    source=("SEEDS",),
    why="A plan names the specific actions that will be taken.",
    bad="""
        scenarios:
          data-leak:  # <-- “Customer data leak” has words but no actions.
            name: Customer data leak
        """,
    good="""
        people:
          ana: {name: Ana Ruiz}
        roles:
          technical: {holder: ana}
        scenarios:
          data-leak:
            name: Customer data leak
            actions:
              - {at: 0m, who: technical, do: Confirm the access and close it}
        """,
)
def no_actions(plan: Plan) -> Iterator[Gap]:
    """Every scenario has at least one action, with a time and a role."""
    for scenario in plan.scenarios.values():
        if not scenario.actions:
            yield Gap(
                scenario.where / "actions",
                say("“{scenario}” has words but no actions.", scenario=scenario.called),
                say("List who does what, at which time: `actions: [{at: 0m, who: id, do: …}]`."),
            )


@rule(
    "SCEN-CLUSTER",
    severity=Severity.INFO,
    profile=Profile.STANDARD,
    serves=("A5", "A17"),
    source=("SCCT",),
    why="It decides between informing, explaining and repairing. Researchers contest the classes, hence advice only.",
    bad="""
        scenarios:
          recall: {name: Product recall}  # <-- “Product recall” does not say how responsible the public will think you are.
        """,  # noqa: E501
    good="""
        scenarios:
          recall: {name: Product recall, cluster: accidental}
        """,
)
def no_cluster(plan: Plan) -> Iterator[Gap]:
    """Every scenario says how responsible the public will think you are."""
    for scenario in plan.scenarios.values():
        if scenario.cluster is None:
            yield Gap(
                scenario.where,
                say(
                    "“{scenario}” does not say how responsible the public will think you are.", scenario=scenario.called
                ),
                say("Add `cluster:`, and choose victim, accidental or preventable."),
            )


@rule(
    "SCEN-STRATEGY",
    severity=Severity.WARNING,
    profile=Profile.STANDARD,
    serves=("A5", "A17", "A18", "B11", "B12", "B21"),
    source=("SCCT", "APOLOGY"),
    why="Where responsibility is strong, owning it and repairing the harm are the two parts that matter most.",
    bad="""
        scenarios:
          video:  # <-- People will hold us responsible for “Video in a shop” (`cluster: preventable`), and there is no apology and no remedy ready.
            name: Video in a shop
            cluster: preventable
            statements:
              video-denial:  # <-- “video-denial” denies what is our responsibility in “Video in a shop”.
                kind: denial
                text: This never happened in our shops.
        """,  # noqa: E501
    good="""
        scenarios:
          video:
            name: Video in a shop
            cluster: preventable
            remedies: [voucher]
            statements:
              video-apology:
                kind: apology
                text: We are sorry. It is our fault, and we are putting it right.
        remedies:
          voucher: {name: Voucher}
        """,
)
def wrong_strategy(plan: Plan) -> Iterator[Gap]:
    """A crisis of our own making has an apology and a remedy ready, and no denial.

    This is so for `cluster: preventable`, and for `cluster: accidental` where a review tells of an earlier crisis with
    the same scenario (a review with a `closed` date). A denial counts where it stands in the scenario itself.
    """
    happened = {review.scenario for review in plan.reviews.values() if review.scenario and review.closed}
    for scenario in plan.scenarios.values():
        ours = scenario.cluster == "preventable"
        if not ours and not (scenario.cluster == "accidental" and scenario.id in happened):
            continue
        message = _repair_missing(plan, scenario)
        if message:
            yield Gap(
                scenario.where,
                message,
                _what_repairs(plan, scenario),
            )
        for text in scenario.statements.values():
            if ours and text.kind == "denial":
                yield Gap(
                    text.where,
                    say(
                        "“{id}” denies what is our responsibility in “{scenario}”.",
                        id=text.called,
                        scenario=scenario.called,
                    ),
                    say("Replace it with a statement of another kind, or change the `cluster:` of the scenario."),
                )


def _repair_missing(plan: Plan, scenario: Scenario) -> Message | None:
    apology, remedy = bool(plan.statements_of_kind(scenario, "apology")), bool(scenario.remedies)
    if apology and remedy:
        return None
    if apology:
        missing = say("no remedy ready")
    else:
        missing = say("no apology ready") if remedy else say("no apology and no remedy ready")
    if scenario.cluster == "accidental":
        return say(
            "“{scenario}” has happened before, and there is {missing}.", scenario=scenario.called, missing=missing
        )
    return say(
        "People will hold us responsible for “{scenario}” (`cluster: preventable`), and there is {missing}.",
        scenario=scenario.called,
        missing=missing,
    )


def _what_repairs(plan: Plan, scenario: Scenario) -> Message:
    """What to add: an apology, a remedy or both."""
    if scenario.remedies:
        return say("Add a statement with `kind: apology`.")
    if plan.statements_of_kind(scenario, "apology"):
        return say("Add `remedies:` with the id of a remedy.")
    return say("Add a statement with `kind: apology`, and `remedies:` with the id of a remedy.")


@rule(
    "SCEN-NO-QA",
    severity=Severity.INFO,
    profile=Profile.ADVANCED,
    serves=("A21", "A30"),
    source=("READY", "CERC-PLAN"),
    why="The first question of every audience is what it means for them.",
    bad="""
        scenarios:
          data-leak:
            name: Customer data leak
            questions:  # <-- “Customer data leak” has 1 question with its answer; three is a minimum.
              - {question: Was my password copied?, answer: We are checking. Please change it.}
              - question: Who did it?
        """,
    good="""
        scenarios:
          data-leak:
            name: Customer data leak
            questions:
              - {question: Was my password copied?, answer: We are checking. Please change it.}
              - {question: Who did it?, answer: The police are looking into it.}
              - {question: Can I still order?, answer: 'Yes, the shop works as usual.'}
        """,
)
def no_questions(plan: Plan) -> Iterator[Gap]:
    """Every scenario has at least three prepared questions, with their answers."""
    for scenario in plan.scenarios.values():
        count = sum(1 for question in scenario.questions if question.answer)
        if count < ENOUGH_QUESTIONS:
            yield Gap(
                scenario.where / "questions",
                say_many(
                    "“{scenario}” has {count} question with its answer; three is a minimum.",
                    "“{scenario}” has {count} questions with their answers; three is a minimum.",
                    count,
                    scenario=scenario.called,
                )
                if count
                else say("“{scenario}” has no prepared question with its answer.", scenario=scenario.called),
                say("Add those that a worried customer would ask first: `questions: [{question: …, answer: …}]`."),
            )
