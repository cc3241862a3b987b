"""Exceptions that do too little or too much, as the findings of a check show them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from planbuilder.findings import Gap, Severity
from planbuilder.messages import Message, render, say
from planbuilder.plan import nearest
from planbuilder.plan.about import About
from planbuilder.plan.learning import Waiver
from planbuilder.source import Value, Where, look


class Found(NamedTuple):
    """What was found in a plan, as far as exceptions are concerned.

    `used` has the address of an exception once for each finding that it let pass; `rest` are the findings that none
    let pass, by check and address; `written` is the plan as it was typed.
    """

    used: Sequence[Where]
    rest: Sequence[tuple[str, Where]]
    written: Value


def doubtful_waivers(
    in_force: Iterable[Waiver], found: Found, *, asked: Set[str], known: Set[str], fixed: Set[str]
) -> Iterator[Gap]:
    """A warning for each exception in force that lets nothing pass, or several findings at once without an address.

    `asked` are the checks that ran, `known` all that there are, `fixed` those to which there is no exception. Of a
    check that was not asked nobody knows what it would find.
    """
    times = Counter(found.used)
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
                say("Remove it.") if waiver.check in fixed else _corrected(waiver, found),
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


def _corrected(waiver: Waiver, found: Found) -> Message:
    """What to do with an exception that lets nothing pass."""
    meant = _meant(waiver, found)
    if meant:
        return say("Write `at: {near}`, if it is meant for that; else remove it.", near=str(meant))
    return say("Remove it; or correct its `at:`, where it is meant for something that is still found.")


def _meant(waiver: Waiver, found: Found) -> Where | None:
    """The address of an entry in which the check still finds something, where that of an exception is nearly it.

    It may reach too deep, leave its section out, or have a key that is not in the plan in the place of one like it.
    """
    at = Where.parse(waiver.at or "")
    for check, where in found.rest:
        if check != waiver.check or not where:
            continue
        if at.within(where):
            return where
        for left_out in (0, 1):
            end = left_out + len(at)
            keys = where[left_out:end]
            if len(keys) == len(at) and all(_is_meant(at, place, key, found.written) for place, key in enumerate(keys)):
                return Where(where[:end])
    return None


def _is_meant(at: Where, place: int, key: str | int, written: Value) -> bool:
    """Whether the key at a place of an address is `key`, or was to be: none of its name is in the plan there."""
    typed = at[place]
    if typed == key:
        return True
    strange = look(written, at[: place + 1]) is None
    return strange and isinstance(typed, str) and isinstance(key, str) and nearest(typed, [key]) is not None


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
