"""Each way of mistyping YAML has one sentence, at the place that wants the repair."""

import pytest

from planbuilder.messages import LANGUAGES, render
from planbuilder.source import Problem, Source, Span
from planbuilder.source.parsing import parse

TRAP, SHAPE = "PLAN-YAML-TRAP", "SHAPE"

MISTYPED = {
    "a French colon in a text": ("fr: Prochain point : 14 h\n", TRAP, "colon", 1, 20),
    "a no-break French colon": ("fr: Prochain point\u00a0: 14 h\n", TRAP, "colon", 1, 20),
    "two keys on a line": ("a: b: c\n", TRAP, "colon", 1, 5),
    "two colons": ("a: : c\n", TRAP, "colon", 1, 4),
    "a French colon on the next line": ("a: Nous disons\n  ceci : cela\n", TRAP, "colon", 2, 8),
    "a colon in brackets": ("a: [x: y: z]\n", TRAP, "colon", 1, 9),
    "curly quotes around a colon": ("a: “Bonjour : x”\n", TRAP, "curly-quotes", 1, 4),
    "curly quotes in a list": ("l:\n  - “Bonjour : x : y”\n", TRAP, "curly-quotes", 2, 5),
    "a placeholder first": ("a:\n  text: {heure} prochain point\n", TRAP, "start", 2, 9),
    "a placeholder first in a list": ("l:\n  - {heure} x\n", TRAP, "start", 2, 5),
    "a bracket first": ("a: [nom], bonjour\n", TRAP, "start", 1, 4),
    "a handle": ("a: @lumen\n", TRAP, "start", 1, 4),
    "a handle in brackets": ("a: [b, @lumen]\n", TRAP, "start", 1, 8),
    "a backtick": ("a: `x`\n", TRAP, "start", 1, 4),
    "a percent sign": ("a: %oops\n", TRAP, "start", 1, 4),
    "a question mark": ("a: ? x\n", TRAP, "start", 1, 4),
    "a comma": ("a: , x\n", TRAP, "start", 1, 4),
    "a closing bracket": ("a: ] x\n", TRAP, "start", 1, 4),
    "a hyphen": ("a: - x\n", TRAP, "start", 1, 4),
    "a hyphen in brackets": ("a: [- x]\n", TRAP, "start", 1, 5),
    "a bar with text": ("a: | Bonjour\n", TRAP, "start", 1, 4),
    "a bar glued to text": ("a:\n  b: |Bonjour\n", TRAP, "start", 2, 6),
    "more than": ("a: > 3 jours\n", TRAP, "start", 1, 4),
    "more than or equal": ("a: >=3\n", TRAP, "start", 1, 4),
    "an and": ("a: & co\n", TRAP, "anchor", 1, 4),
    "stars for bold": ("a: **x**\n", TRAP, "alias", 1, 4),
    "stars around a word": ("a: *important* x\n", TRAP, "alias", 1, 4),
    "a half-open tag": ("a: !<x y\n", TRAP, "tag", 1, 4),
    "a word in quotes first": ('a: "Nous" avons dit\nb: c\n', TRAP, "quote", 1, 9),
    "a word in quotes first, then a colon": ('a:\n  b: "Nous" avons dit : oui\n', TRAP, "quote", 2, 11),
    "a word in quotes first in a list": ('l:\n  - "Nous" avons dit\n', TRAP, "quote", 2, 10),
    "an apostrophe": ("a: 'l'heure'\n", TRAP, "quote", 1, 6),
    "an apostrophe and a colon": ("a: 'Aujourd'hui : rien'\n", TRAP, "quote", 1, 12),
    "an apostrophe on the second line": ("a: 'Bonjour,\n  l'heure'\n", TRAP, "quote", 2, 4),
    "a quoted text with a colon after it": ('a: "b: c" : d\n', TRAP, "quote", 1, 9),
    "a quoted word in brackets": ('a: ["x" y]\n', TRAP, "quote", 1, 7),
    "a quoted word as start of a key": ('"a" b: c\n', TRAP, "quote", 1, 3),
    "an unclosed quote": ('a: "Bonjour\nb: Salut\n', SHAPE, "unclosed-quote", 1, 4),
    "an unclosed apostrophe": ("a:\n  b: 'Bonjour\n  c: d\n\n", SHAPE, "unclosed-quote", 2, 6),
    "an unclosed quote that another one closes": ('a: "Bonjour\nb: "Salut"\n', SHAPE, "unclosed-quote", 1, 4),
    "an unclosed quote that one far below closes": (
        'a: "3h\nb: 2\nl:\n  - {fr: ["Salut"]}\n', SHAPE, "unclosed-quote", 1, 4,
    ),
    "an unclosed quote in a list": ('l:\n  - "a\n  - "b"\n', SHAPE, "unclosed-quote", 2, 5),
    "an unclosed quote in brackets": ('a: ["x, y]\nb: "z"\n', SHAPE, "unclosed-quote", 1, 5),
    "a quote that runs into a new document": ('a: "x\n---\nb"\n', SHAPE, "unclosed-quote", 1, 4),
    "an unclosed bracket": ("k: [a, b\no: x\np: y\n", SHAPE, "unclosed-bracket", 1, 4),
    "an unclosed brace": ("k:\n  l: {a: b\n  o: x\n", SHAPE, "unclosed-bracket", 2, 6),
    "an unclosed bracket at the end": ("a: [b", SHAPE, "unclosed-bracket", 1, 4),
    "an unclosed brace around everything": ('{"a": "b"\n\n', SHAPE, "unclosed-bracket", 1, 1),
    "the outer bracket unclosed": ("a: [b, [c, d]\ne: f\n", SHAPE, "unclosed-bracket", 1, 4),
    "a hashtag in brackets": ("k: [#Lumen, lumen]\no: x\n", TRAP, "comment", 1, 5),
    "a hashtag second in brackets": ("k: [lumen, #Lumen]\no: x\n", TRAP, "comment", 1, 12),
    "a hashtag that starts a line of a text": ("a: Bonjour\n  #Lumen suite\n  la fin\nb: c\n", TRAP, "comment", 2, 3),
    "a bracket too many": ("k: [a, b]]\n", SHAPE, "extra-bracket", 1, 10),
    "text after a group": ("k: {a: b,\n  c: d} e\n", SHAPE, "after-bracket", 2, 9),
    "a comma missing": ('{\n  "a": "b"\n  "c": "d"\n}\n', SHAPE, "no-comma", 3, 3),
    "a comma too many": ("a: [b,, c]\n", SHAPE, "extra-comma", 1, 7),
    "a comma at the start": ("a: [, b]\n", SHAPE, "extra-comma", 1, 5),
    "a hashtag in the last braces": ("k: {a: b, #c: d}\n", TRAP, "comment", 1, 11),
    "a hashtag in braces above": ("k:\n  - {a: b, #c: d}\n  - {a: c}\n", TRAP, "comment", 2, 12),
    "a key glued to its braces": ("k:\n  l:{a: b: c}\n", SHAPE, "no-space", 2, 3),
    "a key glued to its quote": ('k:\n  l:"a" b: c: d\n', SHAPE, "no-space", 2, 3),
    "a key glued to its brackets in braces": ("k:\n  - {who:[a, b], what: c}\n", SHAPE, "no-space", 2, 6),
    "a bracket left open in braces": ("k: {who: [a, do: b}\n", SHAPE, "unclosed-bracket", 1, 10),
    "a bracket too many in braces": ("k: {who: a], do: b}\n", SHAPE, "extra-bracket", 1, 11),
    "a bar glued to its key": ("a:\n  fr:|\n    Bonjour\n  en: x\n", SHAPE, "no-space", 2, 3),
    "indented less than its group": ("a:\n    b: 1\n  c: 2\n", SHAPE, "indentation", 3, 3),
    "indented more than its group": ("a:\n  b: 1\n   c: 2\n", SHAPE, "indentation", 3, 4),
    "indented below a quoted text": ('a: "x"\n  b: 2\n', SHAPE, "indentation", 2, 3),
    "indented below a text": ("a: x\n  b: 2\n", SHAPE, "indentation", 2, 3),
    "an item indented less": ("l:\n    - a\n  - b\n", SHAPE, "indentation", 3, 3),
    "a text indented less than its bar": ("a: |\n    x\n  y\nb: c\n", SHAPE, "indentation", 3, 3),
    "the first line indented": ("  a: b\nc: d\n", SHAPE, "indentation", 2, 1),
    "no space after the colon": ("a:\n  b: 2\n  mobile:+33\n", SHAPE, "no-space", 3, 3),
    "no space after the first colon": ("a:\n  mobile:+33\n  b: 2\n", SHAPE, "no-space", 2, 3),
    "no space after the hyphen": ("l:\n  - ana\n  -leo\n", SHAPE, "no-space", 3, 3),
    "a no-break space after the colon": ("a:\n  fr: x\n  en :\u00a0y\n", SHAPE, "no-break-space", 3, 7),
    "a no-break space after the first colon": ("a:\n  fr:\u00a0x\n  en: y\n", SHAPE, "no-break-space", 2, 6),
    "a no-break space after the hyphen": ("l:\n  - a\n  -\u00a0b\n", SHAPE, "no-break-space", 3, 4),
    "indented by no-break spaces": ("a:\n  b: c\n \u00a0d: e\n", SHAPE, "no-break-space", 3, 2),
    "a wide colon": ("c: d\na\uff1ab\n", SHAPE, "wide-colon", 2, 2),
    "an equals sign": ("a:\n  d: e\n  b = c\n", SHAPE, "equals", 3, 3),
    "an equals sign first": ("a:\n  b=c\n  d: e\n", SHAPE, "equals", 2, 3),
    "stars for a list": ("l:\n  * Ana\n  * Léo\n", SHAPE, "bullet", 2, 3),
    "bullets among items": ("l:\n  - Ana\n  • Léo\n", SHAPE, "bullet", 3, 3),
    "a key indented below a text of two lines": ("a: Bonjour\n  tous\n  b: c\n", SHAPE, "indentation", 3, 3),
    "a text of two lines among keys": ("a:\n  Bonjour\n  tous\n  b: c\n", SHAPE, "no-colon", 2, 3),
    "a text that is not indented": ("a: Bonjour\nà tous\nb: c\n", SHAPE, "no-colon", 2, 1),
    "a text among keys": ("a:\n  Bonjour\n  b: c\n", SHAPE, "no-colon", 2, 3),
    "a word at the end": ("a: x\nb\n", SHAPE, "no-colon", 2, 1),
    "a comment of another language": ("a: x\n// b\nc: d\n", SHAPE, "comment", 2, 1),
    "a fence of Markdown": ("```yaml\na: b\n```\n", SHAPE, "start", 1, 1),
    "an item without its hyphen": ("l:\n  {a: b}\n  - {a: c}\n", SHAPE, "mixed", 2, 3),
    "no comma between two keys": ("a: {b: Bonjour c: Salut}\n", TRAP, "colon", 1, 17),
    "an item among keys": ("a:\n  b: 1\n  - c\n", SHAPE, "mixed", 3, 3),
    "a key among items": ("a:\n  - call: x\n  wait: 5\n", SHAPE, "mixed", 3, 3),
    "no key before the colon": ("a:\n  b: c\n  : d\n", SHAPE, "no-key", 3, 3),
    "a backslash in quotes": ('a: "C:\\dossier"\n', TRAP, "escape", 1, 7),
    "a code that is none": ('a: "\\xZZ"\n', TRAP, "escape", 1, 5),
    "half a character": ('a: "é \\ud83d"\n', TRAP, "escape", 1, 7),
    "an end mark and text": ("a: 1\n... x\n", SHAPE, "several-documents", 2, 5),
    "marks of a merge": ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n", SHAPE, "conflict", 2, 1),
}  # fmt: skip


def problem_of(text: str) -> Problem:
    tree, problems = parse(Source("plan.yaml", text))
    assert tree is None
    [problem] = problems
    return problem


@pytest.mark.parametrize(("text", "check", "kind", "line", "column"), MISTYPED.values(), ids=MISTYPED)
def test_a_slip_is_named_at_its_place(text: str, check: str, kind: str, line: int, column: int) -> None:
    problem = problem_of(text)
    assert (problem.check, problem.kind, problem.span) == (check, kind, Span("plan.yaml", line, column))


@pytest.mark.parametrize("text", [case[0] for case in MISTYPED.values()], ids=MISTYPED)
def test_every_slip_has_a_sentence_and_a_repair_in_each_language(text: str) -> None:
    problem = problem_of(text)
    said = {(render(problem.message, language), render(problem.fix, language)) for language in LANGUAGES}
    assert len(said) == len(LANGUAGES)
    for message, fix in said:
        assert message.endswith(".")
        assert fix.endswith(".")
        assert not any(brace in f"{message}{fix}" for brace in ("{sign}", "{key}", "{opening}", "{closing}", "{quote}"))


@pytest.mark.parametrize("text", [case[0] for case in MISTYPED.values()], ids=MISTYPED)
def test_line_endings_of_windows_change_nothing(text: str) -> None:
    assert problem_of(text.replace("\n", "\r\n")) == problem_of(text)


@pytest.mark.parametrize(
    ("name", "message", "fix"),
    [
        (
            "a French colon in a text",
            "YAML prend les deux-points de ce texte pour la fin d'une clé.",
            'Mettez le texte entre guillemets droits (`"`), ou à la ligne suivante après `|`.',
        ),
        (
            "a placeholder first",
            "Un texte ne peut pas commencer par `{`.",
            'Mettez le texte entre guillemets droits (`"`), ou à la ligne suivante après `|`.',
        ),
        (
            "no space after the colon",
            "Il manque une espace après les deux-points de `mobile`.",
            "Mettez une espace après les deux-points.",
        ),
    ],
)
def test_the_french_is_plain(name: str, message: str, fix: str) -> None:
    problem = problem_of(MISTYPED[name][0])
    assert render(problem.message, "fr") == message
    assert render(problem.fix, "fr") == fix


@pytest.mark.parametrize(
    "line",
    [
        "mobile:+33639980001",
        "mobile = +33639980001",
        "mobile: +33 : 639980001",
        "mobile: '+33'639980001",
        'mobile: "+33639980001',
        "mobile: [+33639980001",
        "mobile: @639980001",
        "mobile: *639980001",
        "+33639980001:x",
        "+33639980001 = x",
        "639980001",
        "{mobile: +33639980001 : 3}",
    ],
)
def test_no_value_stands_in_a_sentence(line: str) -> None:
    for text in (f"a:\n  b: c\n  {line}\n", f"a:\n  {line}\n  b: c\n  b: d\n"):
        for problem in parse(Source("x", text))[1]:
            for language in LANGUAGES:
                assert "639980001" not in render(problem.message, language) + render(problem.fix, language)


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  kept_in:\n    hunter2:x\n",
        "a:\n  kept_in:\n    hunter2:x\n    b: c\n",
        "a:\n  pin:\n    hunter2 = x\n    b: c\n",
    ],
)
def test_a_word_below_a_key_of_secrets_is_not_taken_for_a_key(text: str) -> None:
    for problem in parse(Source("x", text))[1]:
        assert "hunter2" not in render(problem.message, "en") + render(problem.fix, "en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a:\n    b: 1\n  c: 2\n", "2 here, 4 on line 2."),
        ("a:\n  b: 1\n\n  # c\n   c: 2\n", "3 here, 2 on line 2."),
        ("  a:\n    b: 1\nc: d\n", "0 here, 2 on line 1."),
        ("a: Bonjour\n  tous\n  b: c\n", "2 here, 0 on line 1."),
    ],
)
def test_a_wrong_indentation_names_the_line_it_does_not_match(text: str, words: str) -> None:
    assert render(problem_of(text).message, "en").endswith(words)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("about: owner: ana", "Put `owner:` on the line below, indented;"),
        ("l:\n  - say: note: b", "Put `note:` on the line below, indented;"),
        ("say: Note: b", "Put the text between double quotes,"),
        ("say: we know: b", "Put the text between double quotes,"),
        ("kept_in: hunter2: x", "Put the text between double quotes,"),
        ("mobile: hunter2: x", "Put the text between double quotes,"),
    ],
)
def test_a_key_behind_a_key_goes_to_the_line_below(line: str, words: str) -> None:
    assert render(problem_of(f"{line}\n").fix, "en").startswith(words)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("owner ana", "Write `owner:` if that is the key,"),
        ("owner", "Write `owner:` if that is the key,"),
        ("ana kept the plan on paper", "Write a key and a colon first,"),
        ("Bonjour", "Write a key and a colon first,"),
        ("déjà vu", "Write a key and a colon first,"),
    ],
)
def test_a_line_without_a_colon_names_the_word_that_may_be_its_key(line: str, words: str) -> None:
    assert render(problem_of(f"a:\n  b: c\n  d: e\n{line}\nf: g\n").fix, "en").startswith(words)


def test_a_backtick_of_a_report_is_to_be_taken_away() -> None:
    for line in ("`reviewed: 2026-11-21`", "reviewed: `2026-11-21`"):
        assert render(problem_of(f"{line}\n").fix, "en").startswith("Take the backticks away")


COPIED = "people:\n  ana:\n    name: Ana\n    job: Lead\n    name: Tom\n    job: Vet\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (COPIED, [(5, "If a new entry begins here, write its id")]),
        (COPIED.replace("name: Tom\n    ", ""), [(5, "Keep one of the two.")]),
        ("l:\n  - kind: a\n    who: b\n    kind: c\n    who: d\n", [(4, "If a new entry begins here, write its id")]),
        ("people:\n  ana: {}\npeople:\n  leo: {}\n", [(3, "Keep one of the two.")]),
        ("a: {name: b, name: c}\n", [(1, "Keep one of the two.")]),
    ],
)
def test_an_entry_that_lost_its_id_is_one_mistake_and_loses_nobody(text: str, lines: list[tuple[int, str]]) -> None:
    problems = parse(Source("x", text))[1]
    assert [problem.span.line for problem in problems if problem.span] == [line for line, _ in lines]
    for problem, (_, words) in zip(problems, lines, strict=True):
        assert render(problem.fix, "en").startswith(words)


def test_a_number_typed_as_a_key_is_not_repeated_in_the_sentence() -> None:
    [problem] = parse(Source("x", "a: {+33639980001: b, +33639980001: c}\n"))[1]
    assert render(problem.message, "en") == "`…` is written twice: first on line 1."
