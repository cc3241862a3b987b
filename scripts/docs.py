"""The pages of docs/ that are made from the program: the checks, one page each, and the recommendations they serve.

`python scripts/docs.py` writes them. `--check` changes nothing and fails when one is stale, missing or left over.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from planbuilder.checking import check_example
from planbuilder.messages import render
from planbuilder.practices import PRACTICES
from planbuilder.rules import CATALOGUE, Example, Rule
from planbuilder.scoring import serving
from planbuilder.waiving import waiver_example

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("docs/checks")
PRACTICES_PAGE = Path("docs/practices.md")

NOTE = "<!-- Made by `python scripts/docs.py` from the catalogue: change the rule, not this page. -->"


def pages() -> dict[Path, str]:
    """Every page that is made, by its path from the root of the repository."""
    made = {FOLDER / f"{rule.id}.md": page_of(rule) for rule in CATALOGUE}
    made[FOLDER / "README.md"] = "\n".join(_list()) + "\n"
    made[PRACTICES_PAGE] = "\n".join(_practices()) + "\n"
    return made


def _list() -> Iterator[str]:
    yield NOTE
    yield f"\n# The {len(CATALOGUE)} checks"
    yield "\nEach with its severity and the first profile that asks for it."
    yield "What they serve: [the recommendations](../practices.md)."
    for family, rules in groupby(CATALOGUE, key=lambda rule: rule.family):
        yield f"\n## {family}\n"
        yield "| check | severity | from | what it asks |"
        yield "|---|---|---|---|"
        for rule in rules:
            yield f"| [{rule.id}]({rule.id}.md) | {rule.severity} | {rule.profile} | {_cell(_first(rule))} |"


def page_of(rule: Rule) -> str:
    """The page of a check."""
    return "\n".join(_check(rule)) + "\n"


def _check(rule: Rule) -> Iterator[str]:
    yield NOTE
    yield f"\n# {rule.id}"
    yield f"\n{rule.severity.capitalize()}, from the profile `{rule.profile}` on."
    yield f"\n{rule.about}"
    yield f"\n## Why\n\n{rule.why}"
    served = [practice for practice in PRACTICES if rule.id in serving(practice, [rule])]
    if served:
        yield "\nIt serves:\n"
        yield from (f"* {practice.id}: {render(practice.text, 'en')}" for practice in served)
    if rule.source:
        yield f"\nSources: {', '.join(rule.source)}."
    yield f"\n## This is found\n\n```yaml\n{_marked(rule.bad)}```"
    findings = check_example(rule, rule.bad)[1]
    yield "\nWhat to do:\n"
    yield from (f"* Line {finding.span.line}: {render(finding.fix, 'en')}" for finding in findings)
    yield f"\n## This is well\n\n```yaml\n{rule.good.text}```"
    yield "\n## When it cannot be mended now"
    yield "\nWaive it in the plan, with a reason, a person and an end:"
    yield f"\n```yaml\n{waiver_example(rule.id, findings[0].address if findings else '', 'en')}```"


def _marked(example: Example) -> str:
    """The example with the sentences back on their lines."""
    said: dict[int, list[str]] = {}
    for line, sentence in example.due:
        said.setdefault(line, []).append(sentence)
    lines = example.text.rstrip("\n").split("\n")
    marked = (
        f"{line}  # ← {' | '.join(said[number])}" if number in said else line for number, line in enumerate(lines, 1)
    )
    return "\n".join(marked) + "\n"


def _practices() -> Iterator[str]:
    yield NOTE
    yield "\n# The recommendations, and the checks that serve them"
    yield "\nA and B are the two articles that the project began with, in our own words; C is guidance beyond them."
    yield "`planbuilder check --summary` says how a plan stands with each.\n"
    yield "| | recommendation | checks | shown in the plan by |"
    yield "|---|---|---|---|"
    for practice in PRACTICES:
        checks = ", ".join(f"[{check}](checks/{check}.md)" for check in serving(practice, CATALOGUE))
        outside = render(practice.outside, "en") if practice.outside else "none yet"
        shown = ", ".join(f"`{address}`" for address in practice.shown_by.split())
        yield f"| {practice.id} | {render(practice.text, 'en')} | {checks or outside} | {shown} |"


def _first(rule: Rule) -> str:
    return rule.about.split("\n\n")[0].replace("\n", " ")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> int:
    """Write the pages, or say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    checking = parser.parse_args().check
    made = pages()
    left_over = [path for path in (ROOT / FOLDER).glob("*.md") if path.relative_to(ROOT) not in made]
    stale = [path for path, text in made.items() if _read(ROOT / path) != text]
    if checking:
        for path in (*stale, *left_over):
            print(f"stale: {path}; run `python scripts/docs.py`")
        return int(bool(stale or left_over))
    (ROOT / FOLDER).mkdir(parents=True, exist_ok=True)
    for path in stale:
        (ROOT / path).write_text(made[path], encoding="utf-8", newline="\n")
    for path in left_over:
        path.unlink()
    print(f"{len(made)} pages, {len(stale)} written, {len(left_over)} removed")
    return 0


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
