"""The report that code-scanning tools read: SARIF 2.1.0."""

from collections.abc import Iterator
from pathlib import PureWindowsPath
from typing import Any
from urllib.parse import quote

from planbuilder import __version__
from planbuilder.findings import Finding, Severity
from planbuilder.messages import Message, render, say, translate
from planbuilder.outcome import Outcome
from planbuilder.reporters._as_json import json_lines
from planbuilder.reporters._lines import Line, clean
from planbuilder.reporters._place import shown_file
from planbuilder.reporters._tally import Tally
from planbuilder.reporters.identity import identities
from planbuilder.rules import Rule, find_rule

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class Report:
    """The SARIF format: one run with the findings of all plans, each in the language of its plan.

    The checks that found something stand at the end, in the language of the report. What is waived is left out: code
    scanning would open an alert for it.
    """

    def __init__(self, *_: object) -> None:
        self._met: dict[str, int] = {}
        self._first = True

    def start(self) -> Iterator[Line]:
        """The beginning, up to the first finding."""
        yield ("{",)
        yield (
            '  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",',
        )
        yield ('  "version": "2.1.0",',)
        yield ('  "runs": [',)
        yield ("    {",)
        yield ('      "columnKind": "unicodeCodePoints",',)
        yield ('      "results": [',)

    def plan(self, outcome: Outcome, language: str) -> Iterator[Line]:
        """The findings of a plan."""
        known = identities(outcome.plan, outcome.findings)
        for finding, identity in zip(outcome.findings, known, strict=True):
            if not self._first:
                yield ("        ,",)
            self._first = False
            index = self._met.setdefault(finding.check, len(self._met))
            yield from json_lines(_result(finding, index, identity, language), 8)

    def end(self, tally: Tally, language: str) -> Iterator[Line]:  # noqa: ARG002
        """The tool and its checks."""
        driver = {
            "name": "planbuilder",
            "version": __version__,
            "semanticVersion": __version__,
            "language": language,
            "rules": [_descriptor(check, find_rule(check), language) for check in self._met],
        }
        yield ("      ],",)
        yield ('      "tool":',)
        yield from json_lines({"driver": driver}, 8)
        yield ("    }",)
        yield ("  ]",)
        yield ("}",)


def _result(finding: Finding, index: int, identity: str, language: str) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": finding.span.line, "startColumn": finding.span.column}
    if finding.shown:
        region["snippet"] = {"text": clean(finding.shown)}
    return {
        "ruleId": finding.check,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{_said(finding.message, language)}\n{_said(finding.fix, language)}"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": _address(finding)}, "region": region},
                "logicalLocations": [{"fullyQualifiedName": clean(finding.address)}],
            }
        ],
        "partialFingerprints": {"planbuilderFinding/v1": identity},
    }


def _descriptor(check: str, rule: Rule | None, language: str) -> dict[str, Any]:
    """A check: what it asks in short and in full, and the page that `explain` shows, in Markdown."""
    if rule is None:
        text = _said(say("A plan is written in keys and values that planbuilder knows."), language)
        return {"id": check, "shortDescription": {"text": text}, "help": {"text": text}}
    about, why = translate(rule.about, language), translate(rule.why, language)
    return {
        "id": check,
        "shortDescription": {"text": about.split("\n\n")[0].replace("\n", " ")},
        "fullDescription": {"text": about},
        "help": {"text": f"{about}\n\n{why}", "markdown": _help(rule, about, why, language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family, rule.profile.value, *rule.serves]},
    }


def _help(rule: Rule, about: str, why: str, language: str) -> str:
    parts = [about, f"**{_said(say('Why'), language)}**", why]
    for title, example in ((say("What is reported"), rule.bad), (say("What is fine"), rule.good)):
        parts += [f"**{_said(title, language)}**", f"```yaml\n{example.text}```"]
    return "\n\n".join(parts)


def _said(message: Message, language: str) -> str:
    return clean(render(message, language))


def _address(finding: Finding) -> str:
    """The file as a URI: relative to where the check ran, or `file:` where the folder was named from its root."""
    path = shown_file(finding).removeprefix("./").encode("utf-8", "surrogateescape")
    if PureWindowsPath(finding.span.file).drive:
        return f"file:///{quote(path, safe='/:')}"
    return f"file://{quote(path)}" if path.startswith(b"/") else quote(path)
