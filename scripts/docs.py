"""The pages of docs/ that are made from the program: the checks, one page each, and the recommendations they serve.

In English below docs/, in French below docs/fr/. `python scripts/docs.py` writes them. `--check` changes nothing and
fails when one is stale, missing or left over.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from planbuilder.checking import check_example
from planbuilder.findings import Finding
from planbuilder.messages import one_line, render, translate
from planbuilder.practices import PRACTICES
from planbuilder.reporters.text import SEVERITY_WORDS
from planbuilder.rules import CATALOGUE, Example, Rule
from planbuilder.scoring import serving
from planbuilder.waiving import waiver_example

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {"en": Path("docs"), "fr": Path("docs/fr")}

NOTE = "<!-- Made by `python scripts/docs.py` from the catalogue: change the rule, not this page. -->"

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "other": "En français",
        "title": "The {count} checks",
        "lead": "Each with its severity and the first profile that asks for it.",
        "served": "What they serve: [the recommendations](../practices.md).",
        "head": "| check | severity | from | what it asks |",
        "from": "{severity}, from the profile `{profile}` on.",
        "why": "Why",
        "serves": "It serves:",
        "sources": "Sources",
        "bad": "What is reported",
        "do": "What to do:",
        "line": "Line {line}: {fix}",
        "good": "What is fine",
        "later": "When it cannot be mended now",
        "waive": "Waive it in the plan, with a reason, a person and an end:",
        "practices": "The recommendations, and the checks that serve them",
        "articles": "A and B are the two articles that the project began with, in our own words; C goes beyond them.",
        "summary": "`planbuilder check --summary` says how a plan stands with each.",
        "row": "| | recommendation | checks | shown in the plan by |",
        "none": "none yet",
        "colon": ":",
    },
    "fr": {
        "other": "In English",
        "title": "Les {count} contrôles",
        "lead": "Chacun avec sa gravité et le premier profil qui le demande.",
        "served": "À quoi ils servent : [les recommandations](../practices.md).",
        "head": "| contrôle | gravité | à partir de | ce qu'il demande |",
        "from": "{severity}, à partir du profil `{profile}`.",
        "why": "Pourquoi",
        "serves": "Il sert :",
        "sources": "Sources",
        "bad": "Ce qui est signalé",
        "do": "Ce qu'il faut faire :",
        "line": "Ligne {line} : {fix}",
        "good": "Ce qui convient",
        "later": "Si vous ne pouvez pas le corriger maintenant",
        "waive": "Inscrivez une exception dans le plan, avec une raison, une personne et une fin :",
        "practices": "Les recommandations, et les contrôles qui les servent",
        "articles": "A et B sont les deux articles dont le projet est parti, dans nos propres mots ; C va au-delà.",
        "summary": "`planbuilder check --summary` dit où en est un plan pour chacune.",
        "row": "| | recommandation | contrôles | visible dans le plan par |",
        "none": "aucun encore",
        "colon": " :",
    },
}


def pages() -> dict[Path, str]:
    """Every page that is made, by its path from the root of the repository."""
    made: dict[Path, str] = {}
    for language, folder in FOLDERS.items():
        writer = _Writer(language)
        made |= {folder / "checks" / f"{rule.id}.md": writer.page(writer.check(rule)) for rule in CATALOGUE}
        made[folder / "checks" / "README.md"] = writer.page(writer.list())
        made[folder / "practices.md"] = writer.page(writer.practices())
    return made


class _Writer:
    """Writes the pages of one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._words = WORDS[language]

    @staticmethod
    def page(lines: Iterator[str]) -> str:
        """A page of its lines."""
        return "\n".join((NOTE, *lines)) + "\n"

    def list(self) -> Iterator[str]:
        """All checks, family by family."""
        words = self._words
        yield f"\n# {words['title'].format(count=len(CATALOGUE))}"
        yield f"\n{self._other('checks/README.md', 1)}"
        yield f"\n{words['lead']}\n{words['served']}"
        for family, rules in groupby(CATALOGUE, key=lambda rule: rule.family):
            yield f"\n## {family}\n\n{words['head']}\n|---|---|---|---|"
            for rule in rules:
                first = _cell(one_line(translate(rule.about, self._language).split("\n\n")[0]))
                yield f"| [{rule.id}]({rule.id}.md) | {self._severity(rule)} | {rule.profile} | {first} |"

    def check(self, rule: Rule) -> Iterator[str]:
        """One check: what it asks, why, its examples, how to waive it."""
        words, language = self._words, self._language
        findings = check_example(rule, rule.bad)[1]
        yield f"\n# {rule.id}"
        yield f"\n{self._other(f'checks/{rule.id}.md', 1)}"
        yield "\n" + words["from"].format(severity=self._severity(rule).capitalize(), profile=rule.profile)
        yield f"\n{translate(rule.about, language)}"
        yield f"\n## {words['why']}\n\n{translate(rule.why, language)}"
        served = [practice for practice in PRACTICES if serving(practice, [rule])]
        if served:
            yield f"\n{words['serves']}\n"
            yield from (f"* {practice.id}{words['colon']} {render(practice.text, language)}" for practice in served)
        if rule.source:
            up = "../" if language == "en" else "../../"
            yield f"\n[{words['sources']}]({up}sources.md){words['colon']} {', '.join(rule.source)}."
        yield f"\n## {words['bad']}\n\n```yaml\n{self._marked(rule.bad, findings)}```"
        yield f"\n{words['do']}\n"
        for finding in findings:
            yield "* " + words["line"].format(line=finding.span.line, fix=render(finding.fix, language))
        yield f"\n## {words['good']}\n\n```yaml\n{rule.good.text}```"
        yield f"\n## {words['later']}\n\n{words['waive']}"
        address = findings[0].address if findings else ""
        yield f"\n```yaml\n{waiver_example(rule.id, address, language)}```"

    def practices(self) -> Iterator[str]:
        """The recommendations, with the checks that serve each."""
        words, language = self._words, self._language
        yield f"\n# {words['practices']}"
        yield f"\n{self._other('practices.md', 0)}"
        yield f"\n{words['articles']}\n{words['summary']}\n"
        yield f"{words['row']}\n|---|---|---|---|"
        for practice in PRACTICES:
            checks = ", ".join(f"[{check}](checks/{check}.md)" for check in serving(practice, CATALOGUE))
            outside = render(practice.outside, language) if practice.outside else words["none"]
            shown = ", ".join(f"`{address}`" for address in practice.shown_by.split())
            yield f"| {practice.id} | {render(practice.text, language)} | {checks or outside} | {shown} |"

    def _other(self, path: str, depth: int) -> str:
        """The way to the same page in the other language."""
        way = "../" * depth + (f"fr/{path}" if self._language == "en" else f"../{path}")
        return f"[{self._words['other']}]({way})"

    def _severity(self, rule: Rule) -> str:
        return render(SEVERITY_WORDS[rule.severity], self._language)

    def _marked(self, example: Example, findings: Sequence[Finding]) -> str:
        """The example with the sentences on their lines."""
        said: dict[int, list[str]] = {}
        for finding in findings:
            said.setdefault(finding.span.line, []).append(render(finding.message, self._language))
        lines = example.text.rstrip("\n").split("\n")
        marked = (f"{line}  # ← {' | '.join(said[n])}" if n in said else line for n, line in enumerate(lines, 1))
        return "\n".join(marked) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> int:
    """Write the pages, or say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    checking = parser.parse_args().check
    made = pages()
    left_over = [
        path
        for folder in FOLDERS.values()
        for path in (ROOT / folder / "checks").glob("*.md")
        if path.relative_to(ROOT) not in made
    ]
    stale = [path for path, text in made.items() if _read(ROOT / path) != text]
    if checking:
        for path in (*stale, *left_over):
            print(f"stale: {path}; run `python scripts/docs.py`")
        return int(bool(stale or left_over))
    for path in stale:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(made[path], encoding="utf-8", newline="\n")
    for path in left_over:
        path.unlink()
    print(f"{len(made)} pages, {len(stale)} written, {len(left_over)} removed")
    return 0


def _read(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
