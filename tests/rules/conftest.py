"""What a check finds in a small plan."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from planbuilder.checking import check
from planbuilder.findings import Finding, Profile
from planbuilder.loading import load_texts
from planbuilder.messages import Message, render
from planbuilder.rules import find_rule

TODAY = date(2026, 11, 21)
ABOUT = "about: {organisation: Example, languages: [en], timezone: Europe/Paris, country: FR}\n"

ROLES = """
people:
  ana: {name: Ana Ruiz}
  leo: {name: Léo Marchand}
  tom: {name: Tom Keller, left_on: 2026-10-01}
roles:
  chief: {name: Management, holder: ana, deputies: [leo], can: [approve]}
  desk: {name: Desk, holder: tom}
"""

Ask = Callable[..., list[tuple[str, str]]]


HERE = Path(__file__).parent
FIXES = HERE / "fixes.txt"
"""What each check says, and what it says to type: a line for the check and its sentence, a line for the fix."""

Said = tuple[str, str]


def about(keys: str) -> str:
    """A plan with these keys in `about`, a role that can approve, and one whose holder has left."""
    return f"about: {{organisation: Example, languages: [en], {keys}}}\n{ROLES}"


def _report(check_id: str, text: str, today: date, profile: Profile) -> list[Finding]:
    written = dedent(text).lstrip("\n")
    if not any(line.startswith("about:") for line in written.splitlines()):
        written = ABOUT + written
    rule = find_rule(check_id)
    assert rule is not None
    loaded = load_texts({"plan.yaml": written})
    assert loaded.plan is not None, [render(f.message, "en") for f in loaded.findings]
    return [f for f in check(loaded, today, profile, rules=[rule]).findings if f.check == check_id]


def _words(fix: Message) -> str:
    """The words of a fix, those of the advice within it too."""
    advice = fix.values.get("advice")
    return fix.text.replace("{advice}", advice.text) if isinstance(advice, Message) else fix.text


@pytest.fixture(scope="session")
def hold_fix(request: pytest.FixtureRequest) -> Iterator[Callable[[Finding], None]]:
    """Hold what a finding says to type against the list; `--update-goldens` writes it."""
    lines = FIXES.read_text("utf-8").splitlines()
    known = set(zip(lines[::2], lines[1::2], strict=True))
    seen: set[Said] = set()
    updating = bool(request.config.getoption("--update-goldens"))

    def hold(finding: Finding) -> None:
        said = f"{finding.check}: {finding.message.text}".replace("\n", " "), f"  → {_words(finding.fix)}"
        seen.add(said)
        assert updating or said in known, f"add to fixes.txt:\n{said[0]}\n{said[1]}"

    yield hold
    if updating:
        whole = {item.path for item in request.session.items} >= set(HERE.glob("test_*.py"))
        kept = sorted(seen if whole else seen | known)
        FIXES.write_text("".join(f"{message}\n{fix}\n" for message, fix in kept), "utf-8")


@pytest.fixture(scope="session")
def ask(hold_fix: Callable[[Finding], None]) -> Ask:
    """`ask("TEAM-LEFT", plan)`: the severity and address, and the sentence of each finding of a check.

    A plan without `about` gets one; the day is 21 November 2026. What each says to type stands in `fixes.txt`.
    """

    def asked(
        check_id: str, text: str, today: date = TODAY, profile: Profile = Profile.ADVANCED
    ) -> list[tuple[str, str]]:
        findings = _report(check_id, text, today, profile)
        for finding in findings:
            hold_fix(finding)
        return [(f"{f.severity} {f.address}", render(f.message, "en").replace("\u00a0", " ")) for f in findings]

    return asked


@pytest.fixture(scope="session")
def places() -> Callable[..., list[str]]:
    """`places("TEAM-LEFT", plan)`: the line of the plan that each finding of a check points at, from its place on."""

    def found(check_id: str, text: str, today: date = TODAY) -> list[str]:
        plan = dedent(text).lstrip("\n")
        written = (plan if plan.startswith("about:") else ABOUT + plan).split("\n")
        spans = [finding.span for finding in _report(check_id, text, today, Profile.ADVANCED)]
        return [written[span.line - 1][span.column - 1 :] for span in spans]

    return found


@pytest.fixture(scope="session")
def fixes() -> Callable[..., list[str]]:
    """`fixes("TEAM-LEFT", plan)`: what each finding of a check says to type."""

    def typed(check_id: str, text: str, today: date = TODAY) -> list[str]:
        return [render(f.fix, "en").replace("\u00a0", " ") for f in _report(check_id, text, today, Profile.ADVANCED)]

    return typed
