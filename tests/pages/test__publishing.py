"""A style sheet loses bytes and none of its rules, a script its comments and nothing else."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from tinycss2 import parse_component_value_list
from tinycss2.ast import Node

from planbuilder.pages._publishing import tight, uncommented
from planbuilder.pages._templates import templates_folder

_SIGNS = (" ", ";", ",")
SHEETS = sorted(templates_folder().rglob("*.css"))
SCRIPTS = sorted(templates_folder().rglob("*.js"))


def tokens(found: Iterable[Node]) -> list[object]:
    """What a browser reads: no comments, no blanks that mean nothing, no last semicolon, blocks as lists."""
    read: list[object] = []
    for one in found:
        if one.type == "comment":
            continue
        if one.type == "whitespace":
            if read and read[-1] not in _SIGNS and not isinstance(read[-1], list):
                read.append(" ")
            continue
        if one.type == "{} block" or one.serialize() in _SIGNS:
            while read[-1:] == [" "]:
                read.pop()
        read.append(tokens(one.content) if one.type == "{} block" else one.serialize())
    while read and read[-1] in (" ", ";"):
        read.pop()
    return read


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_rule_and_declaration_stays(sheet: Path) -> None:
    css = sheet.read_text("utf-8")
    read = tokens(parse_component_value_list(css))
    assert len(read) > 20
    assert tokens(parse_component_value_list(tight(css))) == read
    assert len(tight(css)) < 0.95 * len(css)


def test_each_rule_stands_on_a_line_without_comments() -> None:
    css = """/* why */
.a,
.b {
  color: red; /* because */
  margin: 0;
}

@media print {
  .a {
    color: black;
  }
}
"""
    assert tight(css) == ".a,\n.b {color: red;margin: 0}\n@media print {.a {color: black}\n}\n"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_line_of_a_script_stays_that_is_no_comment(script: Path) -> None:
    text = script.read_text("utf-8")
    lines = iter(text.splitlines())
    assert all(line in lines for line in uncommented(text).splitlines()), "the same lines in their order"
    assert not re.search(r"^\s*(/\*|\* )", uncommented(text), re.MULTILINE)
    gone = len(text) - len(uncommented(text))
    assert gone == sum(len(comment) for comment in re.findall(r"(?ms)^[ ]*/\*(?:(?!\*/).)*\*/\n", text)) > 0


def test_a_comment_beside_code_and_what_looks_like_one_stay() -> None:
    script = """/* what it does,
   and why */
(function () {
  var all = "/*"; /* why */
  /* one */
  all += "*/";
})();
"""
    assert (
        uncommented(script)
        == """(function () {
  var all = "/*"; /* why */
  all += "*/";
})();
"""
    )
