"""What was found on the day a team began: such findings do not fail the command, new ones do."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from planbuilder.checking import NEVER_WAIVED
from planbuilder.commands._refusal import Refusal
from planbuilder.commands._writing import replacing
from planbuilder.findings import Finding, Severity
from planbuilder.messages import say
from planbuilder.outcome import Outcome
from planbuilder.reporters.identity import identities
from planbuilder.source import as_they_were

VERSION = 1

Entry = dict[str, str]
"""`plan`, `check` and `address` are for people; `id` is what counts, and `severity`: what became graver is new.

Files of before have no severity: they let pass whatever severity it has.
"""


class Baseline:
    """The known findings of a file, and which of them were met in this run."""

    def __init__(self, path: Path, *, updating: bool) -> None:
        """Read the file. Refusal where it is none, or is not there and is not to be made."""
        self._path = path
        self._known: dict[str, Entry] = {}
        self._met: dict[str, Entry] = {}
        self._names: Mapping[str, str] = {}
        self._made = updating and not path.exists()
        if not self._made:
            self._known = {entry["id"]: entry for entry in _read(path)}

    def expect(self, plans: Sequence[str]) -> None:
        """The plans of this run: one plan is the one of the file, whatever its folder is called."""
        self._names = as_they_were({entry["plan"]: entry["plan"] for entry in self._known.values()}, plans)

    def applied(self, outcome: Outcome) -> Outcome:
        """The outcome with the known findings set apart. A plan that cannot be read keeps its entries."""
        plan = self._names.get(outcome.plan, outcome.plan)
        mine = {key for key, entry in self._known.items() if entry["plan"] == plan}
        if not outcome.readable:
            self._met.update({key: self._known[key] for key in mine})
            return outcome
        named = list(zip(identities(plan, outcome.findings), outcome.findings, strict=True))
        allowed = {key: finding for key, finding in named if finding.check not in NEVER_WAIVED}
        if self._made:
            self._known.update({key: _entry(plan, key, finding) for key, finding in allowed.items()})
        still = {key: finding for key, finding in allowed.items() if key in self._known}
        known = {key: finding for key, finding in still.items() if not _is_graver(finding, self._known[key])}
        self._met.update({key: self._known[key] for key in still})
        self._met.update({key: _entry(plan, key, finding) for key, finding in known.items()})
        return outcome._replace(
            findings=tuple(finding for key, finding in named if key not in known),
            known=tuple(known.values()),
            mended=len(mine - set(still)),
        )

    def write(self, plans: set[str]) -> None:
        """Write what is still found. What belongs to plans that were not checked stays; nothing is added."""
        checked = {self._names.get(plan, plan) for plan in plans}
        others = {key: entry for key, entry in self._known.items() if entry["plan"] not in checked}
        kept = sorted(
            (others | self._met).values(), key=lambda one: (one["plan"], one["check"], one["address"], one["id"])
        )
        with replacing(self._path) as stream:
            stream.write(json.dumps({"version": VERSION, "findings": kept}, indent=2) + "\n")


def _entry(plan: str, key: str, finding: Finding) -> Entry:
    return {
        "plan": plan,
        "check": finding.check,
        "severity": finding.severity.value,
        "address": finding.address,
        "id": key,
    }


def _is_graver(finding: Finding, entry: Entry) -> bool:
    return "severity" in entry and finding.severity.rank < Severity(entry["severity"]).rank


def _read(path: Path) -> Iterator[Entry]:
    try:
        told = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise Refusal(
            say("There is no file “{file}”.", file=str(path)),
            say("Make it from what is found today: add `--update-baseline`."),
        ) from None
    except (OSError, ValueError, RecursionError):
        raise _unusable(path) from None
    entries = told.get("findings") if isinstance(told, dict) and told.get("version") == VERSION else None
    if not isinstance(entries, list):
        raise _unusable(path)
    for entry in entries:
        if not isinstance(entry, dict) or not all(isinstance(entry.get(key), str) for key in _KEYS):
            raise _unusable(path)
        if entry.get("severity", Severity.ERROR) not in list(Severity):
            raise _unusable(path)
        yield {key: entry[key] for key in (*_KEYS, "severity") if key in entry}


_KEYS = ("plan", "check", "address", "id")


def _unusable(path: Path) -> Refusal:
    return Refusal(
        say("“{file}” is not a list of known findings.", file=str(path)),
        say("Name the file that `--update-baseline` wrote, or remove it and make it anew."),
    )
