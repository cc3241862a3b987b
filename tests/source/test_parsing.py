"""YAML text to data with places: every scalar as typed, nothing guessed, nothing dropped in silence, all in bounds."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from planbuilder.messages import LANGUAGES, render
from planbuilder.source import Mapping, Problem, Sequence, Source, Span, Value, parsing, scalars
from planbuilder.source.parsing import parse

AS_TYPED = [
    "20:00", "08:30", "12:30", "+33639980001", "+33 6 39 98 00 01", "0612345670", "NO", "no", "yes", "on", "off",
    "true", "Null", "~", "null", "1.10", "1_000", "007", "01000", "0x10", "0b1", "1e3", ".inf", ".nan", "2026-11-21",
    "2026-13-45", "24/7", "mon-fri 09:00-18:00", "1:59:59.0", "9" * 5000, "=", "<", "-1", "--", "http://a.b/c#d", "a#b",
    "a:b", "c'est ça", 'dit "oui"', "100 %", "l’heure",
    "« Bonjour »", "é\u00a0! x", "a\u200bb", "👩\u200d👧", "x, y", "a]b",
]  # fmt: skip


def read(text: str) -> tuple[Value, list[tuple[str, int, int]]]:
    tree, problems = parse(Source("plan.yaml", text))
    return tree, [(p.kind, p.span.line, p.span.column) for p in problems if p.span]


@pytest.mark.parametrize("typed", AS_TYPED)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert read(f"a:\n  k: {typed}\n  l:\n    - {typed}\n") == ({"a": {"k": typed, "l": [typed]}}, [])


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("handover: 20:00", "handover", "20:00"),
        ("mobile: +33639980001", "mobile", "+33639980001"),
        ("mobile: 0612345670", "mobile", "0612345670"),
        ("country: NO", "country", "NO"),
        ("on: x", "on", "x"),
        ("no: x", "no", "x"),
        ("version: 1.10", "version", "1.10"),
    ],
)
def test_what_other_readers_guess_is_kept_as_typed(line: str, key: str, value: str) -> None:
    assert read(line) == ({key: value}, [])


def test_the_readers_in_c_and_in_python_agree_on_what_was_typed() -> None:
    text = "".join(f"- k: {typed}\n- {typed}\n" for typed in AS_TYPED)
    slow, fast = (
        [event.value for event in yaml.parse(text, loader) if isinstance(event, yaml.ScalarEvent)]
        for loader in (yaml.Loader, yaml.CLoader)
    )
    assert slow == fast


@pytest.mark.parametrize(
    "key", ["on", "no", "yes", "true", "1", "1.0", "null", "~", "2026-11-21", "à la une", "a b", "a:"]
)
def test_a_key_stays_the_text_that_was_typed(key: str) -> None:
    assert read(f"{key}: x\n") == ({key: "x"}, [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:\n", None),
        ("a: # see below\n", None),
        ("a: #\n", None),
        ("a: ''\n", ""),
        ('a: ""\n', ""),
        ("a: |\n  one\n  two\n", "one\ntwo\n"),
        ("a: >-\n  one\n  two\n", "one two"),
        ("a: one\n  two\n", "one two"),
        ("a:\n  one\n  two\n", "one two"),
        ("a:\n  Note: see\n", {"Note": "see"}),
        ("a:\n  Note:see\n", "Note:see"),
        ("a:\n  https://lumen.example/x\n", "https://lumen.example/x"),
        ("a:\n  mailto:ana@lumen.example\n", "mailto:ana@lumen.example"),
        ('a: "\\u00e9\\n\\_"\n', "é\n\u00a0"),
        ("a: '\\u202e'\n", "\\u202e"),
        ("a: b\r\n", "b"),
        ("---\na: b\n...\n", "b"),
        ("{a: b}\n", "b"),
        ("a: {}\n", {}),
        ("a: []\n", []),
        ("a: {b: , c: }\n", {"b": None, "c": None}),
        ("a: b  # who #said\n", "b"),
        ("a: 'b' #said\n", "b"),
        ("a: b\n#said\n", "b"),
        ("a: 'b #said'\n", "b #said"),
        ("a: |\n  b #said\n", "b #said\n"),
        ("a: [b] #said\n", ["b"]),
    ],
)
def test_what_yaml_says_well_is_read_without_a_problem(text: str, value: Value) -> None:
    assert read(text) == ({"a": value}, [])


TRAPS = [
    ("say: #LumenLove\n", {"say": "#LumenLove"}, "comment", 1, 1),
    ("a:\n  - #LumenLove\n  - b\n", {"a": ["#LumenLove", "b"]}, "comment", 2, 4),
    ("text: Bonjour #LumenLove à tous\n", {"text": "Bonjour"}, "comment", 1, 15),
    ("a:\n  - Bonjour  #2026\n", {"a": ["Bonjour"]}, "comment", 2, 14),
    ("a: b\n  c #d\n", {"a": "b c"}, "comment", 2, 5),
    ("a: #Lumen\n  suite\n", {"a": "suite"}, "comment", 1, 4),
    ("a: | #Lumen\n  suite\n", {"a": "suite\n"}, "comment", 1, 6),
    ("text: {heure}\n", {"text": "{heure}"}, "start", 1, 7),
    ("text: {heure, date}\nb: c\n", {"text": "{heure, date}", "b": "c"}, "start", 1, 7),
    ("l:\n  - {heure}\n", {"l": ["{heure}"]}, "start", 2, 5),
    ("a: >4\nb: c\n", {"a": "", "b": "c"}, "start", 1, 4),
    ("a: {do: Close the shop, then call}\n", {"a": {"do": "Close the shop"}}, "comma", 1, 25),
    ("a: {do: Fermer,\n  puis appeler, who: b}\n", {"a": {"do": "Fermer", "who": "b"}}, "comma", 2, 3),
    ("a: {do: Run, hide, tell, who: b}\n", {"a": {"do": "Run", "who": "b"}}, "comma", 1, 14),
    ("a: {do: Run now, hide well, tell us, who: b}\n", {"a": {"do": "Run now", "who": "b"}}, "comma", 1, 18),
    ("a: {in: Folder, with a book: two, by: b}\n", {"a": {"in": "Folder", "by": "b"}}, "comma", 1, 17),
]


@pytest.mark.parametrize(
    "text",
    [
        'a: {do: "Run", hide}\n',
        "a: {do: [Run], hide}\n",
        "a: {do: Run, hide: }\n",
        "x-a: {Head office: Paris, Back office: Lyon}\n",
        "a: {do: Run, 'then hide': b}\n",
        "a: {do: , hide}\n",
        "a: {do: Run, mot de passe: x}\n",
    ],
)
def test_a_comma_after_anything_but_an_open_text_cuts_nothing(text: str) -> None:
    assert read(text)[1] == []


WORD_OR_KEY = (
    'If this belongs to the text of `do`, put that text between double quotes: `do: "…, …"`;'
    " if it is a key, write one word, a colon and its value."
)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        (
            "a: {do: Close the shop, then call}\n",
            'Put the whole text of `do` between double quotes, with its comma: `do: "…, …"`.',
        ),
        (
            "a: {do: Run, hide}\n",
            WORD_OR_KEY,
        ),
        ("a: {do: Run, then hide: here}\n", WORD_OR_KEY),
        (
            "a: {0639980001: Close the shop, then call}\n",
            'Put the whole text of `…` between double quotes, with its comma: `…: "…, …"`.',
        ),
    ],
)
def test_what_to_type_around_a_text_with_a_comma(text: str, fix: str) -> None:
    (problem,) = parse(Source("x", text))[1]
    assert render(problem.fix, "en") == fix


@pytest.mark.parametrize(("text", "tree", "kind", "line", "column"), TRAPS)
def test_a_text_that_yaml_drops_in_silence_is_a_trap_of_its_own(
    text: str, tree: Value, kind: str, line: int, column: int
) -> None:
    assert read(text) == (tree, [(kind, line, column)])
    assert [p.check for p in parse(Source("x", text))[1]] == ["PLAN-YAML-TRAP"]


@pytest.mark.parametrize(
    ("text", "tree", "kind", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", {"a": "1", "b": "2"}, "duplicate-key", 3, 1),
        ("a: {b: 1, b: 2}\n", {"a": {"b": "1"}}, "duplicate-key", 1, 11),
        ("a:\n  mobile:+33639980001\n", {"a": "mobile:+33639980001"}, "no-space", 2, 3),
        ("a:\n  -ana\n  -leo\n", {"a": "-ana -leo"}, "no-space", 2, 3),
        ("a:\n  fr\u00a0: b\n", {"a": {"fr": "b"}}, "no-break-space", 2, 5),
        ("a:\n  fr:\u00a0b\n", {"a": "fr:\u00a0b"}, "no-break-space", 2, 6),
        ("a:\n  fr\uff1ab\n", {"a": "fr\uff1ab"}, "wide-colon", 2, 5),
        ("a:\n  “fr”: b\n", {"a": {"fr": "b"}}, "curly-quotes", 2, 3),
        ("a\u200bb: c\n", {"a\u200bb": "c"}, "character", 1, 1),
    ],
)
def test_what_can_be_read_on_is_read_on(text: str, tree: Value, kind: str, line: int, column: int) -> None:
    assert read(text) == (tree, [(kind, line, column)])


REFUSED = {
    "nothing": ("", "empty", 1, 1),
    "comments only": ("# a\n\n# b\n", "empty", 1, 1),
    "a document mark only": ("---\n", "empty", 1, 1),
    "a list": ("- a\n", "not-sections", 1, 1),
    "a text": ("\n hello\n", "not-sections", 2, 2),
    "a quoted text": ("'a: b'\n", "not-sections", 1, 1),
    "a section without space": ("about:Lumen\n", "no-space", 1, 1),
    "a section with a no-break space": ("about:\u00a0Lumen\n", "no-break-space", 1, 7),
    "indented by no-break spaces": ("a:\n\u00a0\u00a0b: c\n", "no-break-space", 2, 1),
    "an anchor": ("a: &b c\n", "anchor", 1, 4),
    "an anchor on a key": ("a:\n  &b c: d\n", "anchor", 2, 3),
    "an anchor on a list": ("a: &b\n  - c\n", "anchor", 1, 4),
    "an anchor on everything": ("&a\nb: c\n", "anchor", 1, 1),
    "an alias": ("a: *b\n", "alias", 1, 4),
    "an alias as key": ("a: {*b : c}\n", "alias", 1, 5),
    "an alias as item": ("a:\n- *b\n", "alias", 2, 3),
    "a tag": ("a: !!int 3\n", "tag", 1, 4),
    "a tag of Python": ("a: !!python/object/apply:os.system ['x']\n", "tag", 1, 4),
    "a bare tag": ("a: ! b\n", "tag", 1, 4),
    "a merge key": ("a:\n  <<: {b: c}\n", "merge-key", 2, 3),
    "a directive": ("%YAML 1.2\n---\na: b\n", "directive", 1, 1),
    "a directive below": ("a: |\n%b\n", "directive", 2, 1),
    "two documents": ("a: b\n---\nc: d\n", "several-documents", 2, 1),
    "an end, and more": ("a: b\n...\nc: d\n", "several-documents", 3, 1),
    "a list as key": ("a:\n  [b]: c\n", "complex-key", 2, 3),
    "a mapping as key": ("? {a: b}\n: c\n", "complex-key", 1, 3),
    "two braces": ("text: {{heure}}\n", "start", 1, 7),
    "no key": ("a:\n  : b\n", "no-key", 2, 3),
    "no key in braces": ("a: {b: c, : d}\n", "no-key", 1, 11),
    "a question mark": ("? \n", "no-key", 1, 2),
    "a tab": ("a:\n\tb: c\n", "tab", 2, 1),
    "a tab in a text": ("a: 'é\tb'\n", "tab", 1, 6),
    "a tab in a comment": ("a: b #\tc\n", "tab", 1, 7),
    "a tab by a code": ('a: "b\\tc"\n', "character", 1, 4),
    "a BOM": ("\ufeffa: b\n", "bom", 1, 1),
    "a BOM inside": ("a: b\ufeff\n", "bom", 1, 5),
    "NUL": ("a: b\0\n", "character", 1, 5),
    "escape": ("a: \x1b[31mb\n", "character", 1, 4),
    "DEL": ("a: \x7f\n", "character", 1, 4),
    "C1": ("a: b\n\x9b: c\n", "character", 2, 1),
    "next line": ("a: b\x85c: d\n", "character", 1, 5),
    "line separator": ("a: b\u2028c\n", "character", 1, 5),
    "a right-to-left override": ("a: b\u202ec\n", "character", 1, 5),
    "an isolate in a key": ("a\u2066: b\n", "character", 1, 2),
    "an Arabic letter mark": ("a: \u061c\n", "character", 1, 4),
    "no character": ("a: \uffff\n", "character", 1, 4),
    "half a character": ("a: \ud83d\n", "character", 1, 4),
    "an old line end": ("a: b\rc: d\n", "line-end", 1, 5),
    "NUL by a code": ('a: "\\0"\n', "character", 1, 4),
    "escape by a code": ('a:\n  - "\\e[31m"\n', "character", 2, 5),
    "an override by a code": ('a: "b \\u202e"\n', "character", 1, 4),
    "an override by a code in a key": ('"a\\u202e": b\n', "character", 1, 1),
    "half a character by a code": ('a: "\\ud83d\\ude00"\n', "escape", 1, 5),
}


@pytest.mark.parametrize(("text", "kind", "line", "column"), REFUSED.values(), ids=REFUSED)
def test_what_a_plan_may_not_hold_is_refused_at_its_place(text: str, kind: str, line: int, column: int) -> None:
    assert read(text) == (None, [(kind, line, column)])


@pytest.mark.parametrize("sign", ["|", ">", "|-"])
def test_a_text_below_a_bar_that_is_not_indented_is_one_mistake(sign: str) -> None:
    text = f"a:\n  text: {sign}\n  We know. A question: call us.\n  kind: b\n"
    assert parse(Source("x", text))[0] is None
    assert [(p.kind, p.span) for p in parse(Source("x", text))[1]] == [("indentation", Span("x", 3, 3))]


@pytest.mark.parametrize("below", ["kind: b", "# later", "kind:", ""])
def test_an_empty_text_below_a_bar_is_only_empty(below: str) -> None:
    tree, problems = parse(Source("x", f"a:\n  text: |\n  {below}\n"))
    assert (tree is not None, problems) == (True, [])


def test_a_problem_found_before_the_refusal_is_kept() -> None:
    assert read("a: 1\na: 2\nb: *c\n") == (None, [("duplicate-key", 2, 1), ("alias", 3, 4)])


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_nesting_ends_at_the_limit(opening: str, closing: str) -> None:
    lead = "\n  " if opening == "- " else ""
    inside = parsing.MAX_DEPTH - 1

    def nested(depth: int) -> str:
        return f"k: {lead}" + opening * depth + "x" + closing * depth

    assert read(nested(inside))[1] == []
    tree, [(kind, line, column)] = read(nested(inside + 1))
    assert (tree, kind, line) == (None, "too-deep", 2 if lead else 1)
    assert column == (3 if lead else 4) + len(opening) * inside


def test_the_number_of_values_ends_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_VALUES", 4)
    assert read("a: [b, c]\nd: e\n")[1] == []
    assert read("a: [b, c]\nd: e\nf: g\n") == (None, [("too-many", 3, 1)])
    assert read("a: [b, c, d, e, f]\n") == (None, [("too-many", 1, 17)])


def test_a_file_of_nothing_but_mistakes_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_PROBLEMS", 2)
    assert read("a: 1\na: 2\n")[0] == {"a": "1"}
    tree, [*_, last] = read("a: 1\n" * 9)
    assert (tree, last) == (None, ("too-many", 3, 1))


MIB = 1 << 20
HOSTILE = {
    "brackets": "a: " + "[" * MIB,
    "braces": "a: " + "{" * MIB,
    "pairs of brackets": "a: [" + "[]," * (MIB // 3),
    "dashes": "- " * (MIB // 2),
    "dashes below": "a:\n" + "- " * (MIB // 2),
    "flat list": "a:\n" + "- b\n" * (MIB // 4),
    "flat keys": "".join(f"k{i}:\n" for i in range(MIB // 8)),
    "one key again and again": "a:\n" * (MIB // 3),
    "one line of text": "a: " + "é" * (MIB // 2),
    "quotes": "a: " + "'\"" * (MIB // 2),
    "unclosed quote": 'a: "' + "b\n " * (MIB // 3),
    "quotes on lines": "a:\n" + "  - 'b' c\n" * (MIB // 10),
    "hashtags": "a:\n" + "  - b #c\n" * (MIB // 9),
    "comments": "#b\n" * (MIB // 3),
    "commas": "a: [" + "," * MIB,
    "escapes": 'a: "' + "\\n" * (MIB // 2),
    "spaces": "a:" + " " * MIB + "b: c: d",
    "no colons": "a:\n b: c\n" + " d\n" * (MIB // 3),
    "directives": "%TAG ! x\n" * (MIB // 9),
    "anchors": "a: &b [" + "*b," * (MIB // 3),
    "questions": "? " * (MIB // 2),
    "colons": "a:" * (MIB // 2),
    "conflict marks": "<<<<<<<\n" * (MIB // 8),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_of_a_mebibyte_is_answered(text: str) -> None:
    """How fast, `scripts/bench_hostile.py` says."""
    _, problems = parse(Source("x", text))
    assert problems or text == HOSTILE["one line of text"]


def test_places_are_those_of_key_and_value() -> None:
    tree, _ = parse(Source("plan.yaml", "é: 'à'\nlist:\n  - b\n  -  c: |\n      d\n"))
    assert isinstance(tree, Mapping)
    assert tree.place("é") == Span("plan.yaml", 1, 1)
    assert tree.place("é", value=True) == Span("plan.yaml", 1, 4)
    items = tree["list"]
    assert isinstance(items, Sequence)
    assert [items.place(0), items.place(1)] == [Span("plan.yaml", 3, 5), Span("plan.yaml", 4, 6)]
    assert items[1].place("c", value=True) == Span("plan.yaml", 4, 9)


GOOD = """\
about:
  organisation: "L'Atelier Lumen"
  languages: [fr, en]
people:
  ana: {name: Ana Ruiz, mobile: "+33 6 39 98 00 01"}
  leo:
    name: 'Léo d''Arc'
    mobile: +33639980002
scenarios:
  recall:
    statements:
      hold:
        text: |
          Bonjour, voici ce que nous savons à {heure} : rien.
        short: >-
          Nous vérifions.
    actions:
      - at: 0m
        do: Appeler
"""

LIBRARY_WORDS = (
    "while parsing", "while scanning", "did not find", "could not find", "<document", "block mapping", "flow ",
    "indicator", "simple key", "in this context", "found character", "scalar", "token", "stream", "None",
)  # fmt: skip


def assert_well_told(text: str, problems: list[Problem]) -> None:
    lines = text.split("\n")
    for problem in problems:
        assert problem.span is not None
        assert 1 <= problem.span.line <= len(lines)
        assert 1 <= problem.span.column <= len(lines[problem.span.line - 1]) + 1
        for language in LANGUAGES:
            told = render(problem.message, language) + " " + render(problem.fix, language)
            assert not [word for word in LIBRARY_WORDS if word in told]
            assert told.isprintable() or "\u00a0" in told


@given(st.text(max_size=60) | st.text("ab:- \n#'\"[]{},|>&*!%@`?.é\u00a0“\\<=\r\t", max_size=60))
@example("a: [")
@example("a: {b\n\n")
@example("'")
@example("\ud83d")
@example("...\n%")
def test_any_text_gives_data_or_problems_told_in_words(text: str) -> None:
    tree, problems = parse(Source("x", text))
    assert tree is not None or problems
    assert_well_told(text, problems)


@pytest.mark.parametrize("blank", ["\u00a0", "\u00a0\u00a0\n  b: c", "\u2003"])
def test_a_line_of_no_break_spaces_only_is_told(blank: str) -> None:
    tree, problems = parse(Source("x", f"a:\n  {blank}\n"))
    assert tree is None or problems
    assert {problem.kind for problem in problems} == {"no-break-space"}


@given(st.data())
def test_any_slip_in_a_good_plan_is_told_in_words(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, min(len(GOOD), start + 6)))
    typed = data.draw(st.text("ab:- \n#'\"[]{},|>&*!%@`?é\u00a0\\", max_size=3))
    text = GOOD[:start] + typed + GOOD[end:]
    tree, problems = parse(Source("x", text))
    assert tree is not None or problems
    assert_well_told(text, problems)


values = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"], exclude_characters="\ufffe\uffff")),
    lambda inside: (
        st.lists(inside, min_size=1, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), inside, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def written(value: object, indent: str = "") -> str:
    """Block YAML with every text between single quotes."""
    if isinstance(value, dict):
        return "".join(f"\n{indent}{key}: {written(below, indent + '  ')}" for key, below in value.items())
    if isinstance(value, list):
        return "".join(f"\n{indent}- {written(below, indent + '  ')}" for below in value)
    return "'" + str(value).replace("'", "''") + "'"


@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), values, min_size=1))
def test_what_is_written_is_what_is_read(plan: dict[str, object]) -> None:
    tree, problems = parse(Source("x", written(plan)))
    assert problems == []
    assert tree == plan
    assert tree is None or all(isinstance(text, str) for _, text in scalars(tree))
