"""Exceptions that do too little or too much, as the findings of a check show them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Set

from planbuilder.findings import Gap, Severity
from planbuilder.messages import render, say
from planbuilder.plan import nearest
from planbuilder.plan.about import About
from planbuilder.plan.learning import Waiver
from planbuilder.source import Where


def doubtful_waivers(
    in_force: Iterable[Waiver], used: Iterable[Where], *, asked: Set[str], known: Set[str]
) -> Iterator[Gap]:
    """A warning for each exception in force that lets nothing pass, or several findings at once without an address.

    `used` has the address of an exception once for each finding that it let pass; `asked` are the checks that ran,
    `known` all that there are. Of a check that was not asked nobody knows what it would find.
    """
    times = Counter(used)
    for waiver in in_force:
        count = times[waiver.where]
        if waiver.check not in known:
            near = nearest(waiver.check, sorted(known))
            yield Gap(
                waiver.where / "check",
                say("There is no check {check}: this exception lets nothing pass.", check=waiver.check),
                say("Did you mean `{near}`?", near=near) if near else say("`planbuilder explain` lists the checks."),
                Severity.WARNING,
            )
        elif not count and waiver.check in asked:
            yield Gap(
                waiver.where,
                say("The exception to {check} lets nothing pass any more.", check=waiver.check),
                say("Remove it; or correct its `at:`, where it is meant for something that is still found."),
                Severity.WARNING,
            )
        elif count > 1 and not waiver.at:
            yield Gap(
                waiver.where,
                say(
                    "The exception to {check} lets {count} findings pass, because it has no address.",
                    check=waiver.check,
                    count=count,
                ),
                say("Write `at:` with the address that it is meant for; where there are several, one exception each."),
                Severity.WARNING,
            )


def doubtful_settings(about: About, *, known: Set[str], fixed: Set[str]) -> Iterator[Gap]:
    """A warning for each setting of a check that there is not, or that is `fixed`: never off, never milder."""
    for name, setting in about.checks.items():
        if name in known and name not in fixed:
            continue
        near = nearest(name, sorted(known - fixed))
        yield Gap(
            setting.where,
            say("The severity of {check} cannot be set.", check=name)
            if name in fixed
            else say("There is no check {check} to set.", check=name),
            say("Did you mean `{near}`?", near=near) if near and name not in fixed else say("Remove it."),
            Severity.WARNING,
        )


def waiver_example(check: str, address: str, language: str) -> str:
    """The exception to a check as it is typed into a plan, for one of its findings; no address means the whole plan."""
    at = f"at: {address}, " if address not in {"", "about"} else ""
    reason, person = render(say("why it can wait"), language), render(say("id-of-a-person"), language)
    return f'waivers:\n  - {{check: {check}, {at}reason: "{reason}", by: {person}, until: 2027-01-31}}\n'


def setting_example(check: str, language: str) -> str:
    """The setting that switches a check off, as it is typed into a plan."""
    reason = render(say("why we do it otherwise"), language)
    return f'about:\n  checks:\n    {check}: {{severity: off, reason: "{reason}"}}\n'
