"""Many files, one plan: sections join, and what is said twice is a problem that names both places."""

from itertools import permutations

import pytest

from planbuilder.messages import render
from planbuilder.source import Mapping, Problem, Source, Span, span
from planbuilder.source.merging import merge
from planbuilder.source.parsing import parse

MAPS, LISTS = ("people", "roles"), ("absences",)


def together(**files: str) -> tuple[Mapping, list[Problem]]:
    trees = []
    for name, text in files.items():
        tree, problems = parse(Source(f"{name}.yaml", text))
        assert tree is not None, problems
        trees.append(tree)
    return merge(trees, MAPS, LISTS)


def test_map_sections_join_by_id_and_keep_their_places() -> None:
    whole, problems = together(a="people:\n  ana: {name: Ana}\n", b="people:\n  leo: {name: Leo}\n")
    assert problems == []
    assert whole == {"people": {"ana": {"name": "Ana"}, "leo": {"name": "Leo"}}}
    assert span(whole, ("people", "leo")) == Span("b.yaml", 2, 3)
    assert span(whole, ("people", "leo", "name")) == Span("b.yaml", 2, 9)
    assert span(whole, ("people",)) == Span("a.yaml", 1, 1)


def test_list_sections_are_appended_in_the_order_of_the_files() -> None:
    whole, problems = together(a="absences:\n- {who: ana}\n", b="absences:\n- {who: leo}\n- {who: zoe}\n")
    assert problems == []
    assert whole == {"absences": [{"who": "ana"}, {"who": "leo"}, {"who": "zoe"}]}
    assert span(whole, ("absences", 2, "who")) == Span("b.yaml", 3, 4)


def test_a_section_of_one_file_is_kept_as_it_is() -> None:
    whole, problems = together(a="about:\n  organisation: Lumen\n", b="x-note: hello\n")
    assert problems == []
    assert whole == {"about": {"organisation": "Lumen"}, "x-note": "hello"}


@pytest.mark.parametrize("empty_first", [True, False])
@pytest.mark.parametrize(("section", "value"), [("people", "{ana: {}}"), ("absences", "[{who: ana}]")])
def test_an_empty_section_takes_nothing_away(section: str, value: str, empty_first: bool) -> None:
    texts = [f"{section}:\n", f"{section}: {value}\n"]
    first, second = texts if empty_first else reversed(texts)
    whole, problems = together(a=first, b=second)
    assert problems == []
    assert whole[section]


@pytest.mark.parametrize(
    ("first", "second", "address", "there", "here"),
    [
        ("about: {owner: a}\n", "\nabout: {owner: b}\n", "about", "a.yaml, line 1", (2, 1)),
        ("people:\n  ana: {}\n", "people:\n\n  ana: {}\n", "people.ana", "a.yaml, line 2", (3, 3)),
        ("people: {}\n", "people: text\n", "people", "a.yaml, line 1", (1, 1)),
        ("absences: []\n", "absences: {}\n", "absences", "a.yaml, line 1", (1, 1)),
    ],
)
def test_what_is_said_in_two_files_is_a_problem_that_names_both(
    first: str, second: str, address: str, there: str, here: tuple[int, int]
) -> None:
    whole, [problem] = together(a=first, b=second)
    assert problem.kind == "duplicate-key"
    assert str(problem.where) == address
    assert problem.span == Span("b.yaml", *here)
    assert there in render(problem.message, "en")
    assert there.replace("line", "ligne") in render(problem.message, "fr")
    assert whole == together(a=first)[0]


def test_a_line_number_has_no_separator_of_thousands() -> None:
    _, [problem] = together(a="\n" * 1233 + "about: {}\n", b="about: {}\n")
    assert "line 1234." in render(problem.message, "en")


def test_merging_leaves_the_files_own_trees_alone() -> None:
    trees = [parse(Source(n, f"people: {{{n}: {{}}}}\nabsences: [{n}]\n"))[0] for n in ("a", "b")]
    files = [tree for tree in trees if tree is not None]
    merge(files, MAPS, LISTS)
    assert files == [{"people": {n: {}}, "absences": [n]} for n in ("a", "b")]


def test_the_order_of_the_files_changes_the_order_only() -> None:
    texts = {n: f"people: {{{n}: {{name: {n}}}}}\n" for n in "abc"}
    wholes = [together(**{n: texts[n] for n in order})[0] for order in permutations(texts)]
    assert all(whole == wholes[0] for whole in wholes)


def test_nothing_makes_an_empty_plan() -> None:
    assert merge([], MAPS, LISTS) == ({}, [])
