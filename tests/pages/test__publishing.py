"""A style sheet loses bytes and none of its rules, a script its comments and nothing else."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from tinycss2 import parse_component_value_list
from tinycss2.ast import Node

from planbuilder.pages._publishing import tight, uncommented
from planbuilder.pages._templates import templates_folder

_BEFORE_BLANKS = (" ", ";", ",", ":")
_AFTER_BLANKS = (" ", ";", ",")
SHEETS = sorted(templates_folder().rglob("*.css"))
SCRIPTS = sorted(templates_folder().rglob("*.js"))


def tokens(found: Iterable[Node]) -> list[object]:
    """What a browser reads: no comments, no blanks that mean nothing, no last semicolon, blocks as lists."""
    read: list[object] = []
    for one in found:
        if one.type == "comment":
            continue
        if one.type == "whitespace":
            if read and read[-1] not in _BEFORE_BLANKS and not isinstance(read[-1], list):
                read.append(" ")
            continue
        if one.type == "{} block" or one.serialize() in _AFTER_BLANKS:
            while read[-1:] == [" "]:
                read.pop()
        if one.type == "{} block":
            read.append(tokens(one.content))
        elif one.type in {"() block", "function"}:
            within = one.content if one.type == "() block" else one.arguments
            read.append((getattr(one, "name", ""), *tokens(within)))
        else:
            read.append(one.serialize())
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
    assert tight(css) == ".a,.b{color:red;margin:0}\n@media print{.a{color:black}}\n"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_line_of_a_script_stays_that_is_no_comment(script: Path) -> None:
    text = script.read_text("utf-8")
    lines = iter(text.splitlines())
    published = uncommented(text)
    assert all(any(kept == line.lstrip() for line in lines) for kept in published.splitlines()), "in their order"
    assert not re.search(r"(^|[=(+,:?] *|return )`|\\$", published, re.MULTILINE), (
        "no text goes over a line: what indents it would be lost"
    )
    assert not re.search(r"^\s*(/\*|\* )", uncommented(text), re.MULTILINE)
    comments = re.findall(r"(?ms)^[ ]*/\*(?:(?!\*/).)*\*/\n", text)
    blanks = [line for line in text.splitlines() if not line.strip()]
    assert len(published.splitlines()) == len(text.splitlines()) - len(blanks) - sum(c.count("\n") for c in comments)


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
