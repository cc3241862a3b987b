"""Edits by span: the entry is there afterwards, and everything else is as it was typed."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.source import Mapping, Sequence, Source
from planbuilder.source.editing import in_braces, put_into_list
from planbuilder.source.parsing import parse

ENTRY = {"by": "ana", "date": "2026-11-21", "text": "0123456789ab"}
ITEM = "{by: ana, date: 2026-11-21, text: 0123456789ab}"


def put(text: str) -> str:
    return put_into_list(text, ("s", "a"), "approved", ENTRY, "by")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "s:\n  a:\n    kind: x\n    text: |\n      Bla\n\n  # next\n  b: y\n",
            f"s:\n  a:\n    kind: x\n    text: |\n      Bla\n    approved:\n      - {ITEM}\n\n  # next\n  b: y\n",
            id="block, before the blank line and the comment of the next entry",
        ),
        pytest.param(
            "s:\n  a:\n    kind: x\n    text: |+\n      Bla\n\n  b: y\n",
            f"s:\n  a:\n    kind: x\n    approved:\n      - {ITEM}\n    text: |+\n      Bla\n\n  b: y\n",
            id="a text that keeps its blank lines is not touched",
        ),
        pytest.param(
            "s:\n  a:\n    kind: x\n    text: |\n      Bla",
            f"s:\n  a:\n    kind: x\n    approved:\n      - {ITEM}\n    text: |\n      Bla",
            id="a block text without final newline is not touched",
        ),
        pytest.param(
            "s:\n  a:\n    text: Bla",
            f"s:\n  a:\n    text: Bla\n    approved:\n      - {ITEM}",
            id="a file without final newline stays without",
        ),
        pytest.param(
            "s:\r\n  a:\r\n    text: Bla  # c\r\n  b: y\r\n",
            f"s:\r\n  a:\r\n    text: Bla  # c\r\n    approved:\r\n      - {ITEM}\r\n  b: y\r\n",
            id="line ends of Windows",
        ),
        pytest.param(
            's: {a: {kind: x, text: "é, b"}, b: y} # c\n',
            f's: {{a: {{kind: x, text: "é, b", approved: [{ITEM}]}}, b: y}} # c\n',
            id="flow",
        ),
        pytest.param(
            "s:\n  a:\n    approved: []  # none yet\n    kind: x\n",
            f"s:\n  a:\n    approved: [{ITEM}]  # none yet\n    kind: x\n",
            id="empty list",
        ),
        pytest.param(
            "s:\n  a:\n    approved: [{by: leo, date: 2026-01-01},  # first\n    ]\n    kind: x\n",
            f"s:\n  a:\n    approved: [{{by: leo, date: 2026-01-01}}, {ITEM},  # first\n    ]\n    kind: x\n",
            id="flow list with a comment and a last comma",
        ),
        pytest.param(
            "s:\n  a:\n    approved:\n    - by: leo  # chief\n      date: 2026-01-01\n    # end\n    kind: x\n",
            "s:\n  a:\n    approved:\n    - by: leo  # chief\n      date: 2026-01-01\n"
            f"    - {ITEM}\n    # end\n    kind: x\n",
            id="block list, not indented",
        ),
        pytest.param(
            "s:\n  a:\n    approved:\n    - by: ana  # c\n      date: 2025-01-01  # x\n      text: 'aaaaaaaaaaaa'\n",
            "s:\n  a:\n    approved:\n    - by: ana  # c\n      date: 2026-11-21  # x\n      text: 0123456789ab\n",
            id="an older entry of the same person takes the new values",
        ),
        pytest.param(
            "s:\n  a: {approved: [{text: aaaaaaaaaaaa, by: ana, date: 2025-01-01}, {by: leo}], kind: x}\n",
            "s:\n  a: {approved: [{text: 0123456789ab, by: ana, date: 2026-11-21}, {by: leo}], kind: x}\n",
            id="in flow style too",
        ),
        pytest.param(
            f"s:\n  a:\n    approved: [{ITEM}]\n",
            f"s:\n  a:\n    approved: [{ITEM}]\n",
            id="what is there already stays",
        ),
        pytest.param(
            '"s":\n  ? a\n  :\n      kind: x\n',
            f'"s":\n  ? a\n  :\n      kind: x\n      approved:\n        - {ITEM}\n',
            id="odd but allowed YAML",
        ),
    ],
)
def test_the_entry_is_put_in_and_nothing_else_changes(before: str, after: str) -> None:
    assert put(before) == after
    assert put(after) == after


LETTERS = st.text("abcé'\": ,#-0123{}[]|>\n", max_size=20)


def scalar(text: str, style: str) -> str:
    """A text, written in one of the styles of YAML, six spaces deep."""
    if style == "double":
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if style == "single":
        return "'" + text.replace("'", "''").replace("\n", " ") + "'"
    lines = [f"      {line}".rstrip() for line in f"x{text}".split("\n")]
    return style + "\n" + "\n".join(lines)


texts = st.builds(scalar, LETTERS, st.sampled_from(["double", "single", "|", "|-", "|+", ">", ">-", ">+"]))
lists = st.sampled_from(
    [
        "",
        "    approved: []\n",
        "    approved: [{by: leo, text: aaaaaaaaaaaa}]\n",
        "    approved:\n    - by: ana\n      date: 2025-01-01\n      text: aaaaaaaaaaaa\n",
        "    approved:\n      # c\n      - {by: leo, text: 'aaaaaaaaaaaa'}  # d\n\n",
    ]
)
comments = st.sampled_from(["", "    # c\n", "\n", "  # d\n\n"])


@given(texts, lists, comments, texts, st.booleans(), st.booleans(), st.booleans())
def test_whatever_stands_around_it_stays(  # noqa: PLR0917 - each is drawn by itself
    text: str, listed: str, comment: str, other: str, list_first: bool, windows: bool, cut: bool
) -> None:
    body = [f"    text: {text}\n", listed]
    plan = "s:\n  a:\n" + "".join(body if list_first else reversed(body)) + comment + f"  b:\n    text: {other}\n"
    plan = plan.rstrip("\n") if cut else plan
    plan = plan.replace("\n", "\r\n") if windows else plan
    expected, after = read(plan), put(plan)
    items = expected["s"]["a"].setdefault("approved", [])
    mine = [item for item in items if item["by"] == "ana"]
    if mine:
        mine[-1].update(ENTRY)
        assert changed_lines(plan, after) == ["date: 2025-01-01", "text: aaaaaaaaaaaa"]
    else:
        items.append(dict(ENTRY))
        assert is_one_insertion(plan, after)
    assert read(after) == expected
    assert put(after) == after


def read(text: str) -> Any:
    tree, problems = parse(Source("x.yaml", text))
    assert tree is not None, problems
    return plain(tree)


def plain(node: Any) -> Any:
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items()}
    return [plain(item) for item in node] if isinstance(node, Sequence) else node


def is_one_insertion(before: str, after: str) -> bool:
    """Whether one piece was added, and not a sign taken away."""
    same = (n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1])
    start, more = next(same, len(before)), len(after) - len(before)
    return after[:start] + after[start + more :] == before


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that are not the same, where there are as many as before."""
    return [old.strip() for old, new in zip(before.split("\n"), after.split("\n"), strict=True) if old != new]


@pytest.mark.parametrize("text", ["123456789012", "123e45678901", "0b1010101010", "000000000000"])
def test_a_fingerprint_that_looks_like_a_number_is_quoted(text: str) -> None:
    assert in_braces({"text": text}) == f'{{text: "{text}"}}'


@given(st.text("0123456789abcdef", min_size=12, max_size=12))
def test_other_programs_read_the_fingerprint_as_text(text: str) -> None:
    written = in_braces({"text": text})
    assert yaml.load(written, Loader=yaml.SafeLoader) == {"text": text}
    core_schema_number = re.fullmatch(
        r"\{text: ([0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)\}", written
    )
    assert core_schema_number is None


@given(st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" ")))
def test_any_value_of_one_line_comes_back(value: str) -> None:
    assert yaml.load(in_braces({"by": value}), Loader=yaml.BaseLoader) == {"by": value}
