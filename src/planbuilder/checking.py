"""A plan against the catalogue: findings, minus what the plan waives."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planbuilder.findings import Finding, Gap, Profile, Severity
from planbuilder.loading import Loaded, load_texts
from planbuilder.messages import Message
from planbuilder.outcome import Outcome, Waived
from planbuilder.plan import Plan
from planbuilder.plan.learning import Waiver
from planbuilder.plan.naming import DEAD_REF
from planbuilder.rules import Example, Rule, all_rules
from planbuilder.source import SHAPE, LinesOf, Where, look

if TYPE_CHECKING:
    from planbuilder.scoring import Standing

_OF_WAIVERS = "PLAN-WAIVER-EXPIRED"

OFF = "off"

NEVER_WAIVED = (SHAPE, DEAD_REF, _OF_WAIVERS)
"""What no plan lets pass or sets: without these, the other checks would be silent where nothing is right.

The other checks take a misspelt name for present, so that it is found once.
"""


class RuleFailed(Exception):  # noqa: N818 - what happened, not a kind of error
    """A rule raised. A check that did not run must never look like one that found nothing."""

    def __init__(self, check: str, plan: str) -> None:
        super().__init__(check, plan)
        self.check = check
        self.plan = plan


class Checked(NamedTuple):
    """What a check of one plan found. `ran` are the rules that were asked; none where the shape is wrong."""

    loaded: Loaded
    profile: Profile
    today: date
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    ran: tuple[Rule, ...]
    off: tuple[str, ...] = ()

    @property
    def standings(self) -> "tuple[Standing, ...]":
        """The state of the plan by recommendation."""
        from planbuilder.scoring import standings  # only those who ask for it pay for it

        return standings(self.ran, self.findings, [waived.finding for waived in self.waived], self.loaded.written)

    @property
    def outcome(self) -> Outcome:
        """What reports need of it."""
        loaded = self.loaded
        return Outcome(
            loaded.name,
            loaded.language,
            self.profile,
            self.today,
            self.findings,
            self.waived,
            len(self.ran),
            readable=loaded.plan is not None,
            off=self.off,
        )


def check(loaded: Loaded, today: date, profile: Profile | None = None, rules: Iterable[Rule] | None = None) -> Checked:
    """Hold a plan to a profile: its own, or the one given. Rules are silent until the shape is right.

    The rules are the catalogue and the organisation's own, unless others are given; what the plan switches off in
    `about.checks` is not asked. RuleFailed where a rule raises.
    """
    plan = loaded.plan
    chosen = profile or _own_profile(loaded)
    if plan is None:
        return Checked(loaded, chosen, today, loaded.findings, (), ())
    possible = all_rules() if rules is None else tuple(rules)
    off = _switched_off(plan, possible)
    ran = tuple(rule for rule in possible if chosen.includes(rule.profile) and rule.id not in off)
    found: list[Finding] = []
    waived: list[Waived] = []
    while_read = (_as_set(plan, finding) for finding in loaded.findings if finding.check not in off)
    for finding in (*while_read, *_found(loaded, plan, today, chosen, ran)):
        waiver = _waiver(plan, finding, today)
        if waiver is None:
            found.append(finding)
        else:
            waived.append(Waived(finding, waiver))
    found += _doubtful_waivers(loaded, today, ran, found, waived)
    found.sort(key=lambda finding: finding.span)
    waived.sort(key=lambda one: one.finding.span)
    return Checked(loaded, chosen, today, tuple(found), tuple(waived), ran, off)


def _switched_off(plan: Plan, rules: Sequence[Rule]) -> tuple[str, ...]:
    """The checks that the plan does not ask; names of no check, or of one that is never off, are found by a rule."""
    named = [name for name, setting in plan.about.checks.items() if setting.severity == OFF]
    known = {rule.id for rule in rules}.difference(NEVER_WAIVED) if named else set()
    return tuple(name for name in named if name in known)


def _own_profile(loaded: Loaded) -> Profile:
    """The profile that the plan names, also where it cannot be read as a whole."""
    named = look(loaded.written, ("about", "profile"))
    return Profile(named) if named in list(Profile) else Profile.STARTER


def _found(loaded: Loaded, plan: Plan, today: date, profile: Profile, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        try:
            gaps = map(_fit, rule.check(plan, today))
            asked = (gap for gap in gaps if gap.profile is None or profile.includes(gap.profile))
            found = [_finding(loaded, rule, gap) for gap in asked]
        except (Exception, SystemExit) as error:  # a rule that leaves the program has not found nothing
            raise RuleFailed(rule.id, loaded.name) from error
        yield from found


def _fit(gap: Gap) -> Gap:
    """A gap that every report can say; a rule of somebody else may give anything. TypeError where it is none."""
    if not isinstance(gap, Gap) or not all(isinstance(said, Message) for said in (gap.message, gap.fix)):
        raise TypeError
    return gap


def _finding(loaded: Loaded, rule: Rule, gap: Gap) -> Finding:
    place = loaded.place(gap.where, value=gap.at_value)
    severity = _severity_here(loaded.plan, rule.id) or gap.severity or rule.severity
    return Finding(
        rule.id, severity, gap.message, _with_lines(loaded, gap.fix), gap.where, place, shown=loaded.shown(place)
    )


def _with_lines(loaded: Loaded, fix: Message) -> Message:
    """What to type, with the lines of the file that it speaks of."""
    spoken = {name: loaded.lines(value.where) for name, value in fix.values.items() if isinstance(value, LinesOf)}
    return fix._replace(values={**fix.values, **spoken}) if spoken else fix


def _doubtful_waivers(
    loaded: Loaded, today: date, ran: Sequence[Rule], found: Sequence[Finding], waived: Sequence[Waived]
) -> Iterator[Finding]:
    """What can be said of exceptions only when everything else was looked for."""
    rule, plan = next((rule for rule in ran if rule.id == _OF_WAIVERS), None), loaded.plan
    if rule is None or plan is None or not (plan.waivers or plan.about.checks):
        return
    from planbuilder.waiving import Found, doubtful_settings, doubtful_waivers  # most plans have no exception

    known = {rule.id for rule in (*ran, *all_rules())}
    settings = doubtful_settings(plan.about, known=known, fixed=set(NEVER_WAIVED))
    yield from (_finding(loaded, rule, gap) for gap in settings)
    asked = {rule.id for rule in ran}
    gaps = doubtful_waivers(
        _in_force(plan, today),
        Found([one.waiver for one in waived], [(one.check, one.where) for one in found], loaded.written),
        asked=asked,
        known=known,
        fixed=set(NEVER_WAIVED),
    )
    yield from (_finding(loaded, rule, gap) for gap in gaps)


def _in_force(plan: Plan, today: date) -> Iterator[Waiver]:
    for waiver in plan.waivers:
        if waiver.reason and waiver.by and waiver.until and waiver.until >= today:
            yield waiver


def _severity_here(plan: Plan | None, check: str) -> Severity | None:
    """The severity that the plan gives to a check; None where it gives none."""
    setting = plan.about.checks.get(check) if plan and check not in NEVER_WAIVED else None
    return Severity(setting.severity) if setting and setting.severity != OFF else None


def _as_set(plan: Plan, finding: Finding) -> Finding:
    """A finding from reading the files, as grave as the plan has it."""
    severity = _severity_here(plan, finding.check)
    return finding._replace(severity=severity) if severity else finding


def _waiver(plan: Plan, finding: Finding, today: date) -> Where | None:
    """The first waiver that holds today and covers the finding."""
    if finding.check in NEVER_WAIVED:
        return None
    where = finding.where or Where(("about",))
    for waiver in _in_force(plan, today):
        if waiver.check == finding.check and where.within(Where.parse(waiver.at or "")):
            return waiver.where
    return None


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity there is; None where there is no finding."""
    return min((finding.severity for finding in findings), key=lambda s: s.rank, default=None)


EXAMPLE_DAY = date(2026, 11, 21)
"""The day on which the examples of the rules are read."""

_REST_OF_THE_PLAN = "about: {organisation: Example, languages: [en], timezone: Europe/Paris}\n"


def check_example(rule: Rule, example: Example) -> tuple[Loaded, tuple[Finding, ...]]:
    """What a rule finds in one of its examples; an example without `about` gets one beside it."""
    texts = {"example.yaml": example.text}
    if not any(line.startswith("about:") for line in example.text.splitlines()):
        texts["other.yaml"] = _REST_OF_THE_PLAN
    loaded = load_texts(texts)
    checked = check(loaded, EXAMPLE_DAY, Profile.ADVANCED, rules=[rule])
    return loaded, tuple(finding for finding in checked.findings if finding.check == rule.id)
