"""Only the theme's own scripts are allowed, and the policy stands before all else."""

from datetime import date
from pathlib import Path

import pytest

from planbuilder.site import engine
from planbuilder.site.markup import fingerprint, read_markup
from planbuilder.site.policy import policy, theme_scripts, with_policy
from planbuilder.site.shell import find_shell


def test_the_policy_stands_before_everything_in_the_head() -> None:
    html = with_policy('<html><head>\n<meta charset="utf-8"><script>1</script></head>', policy([]))
    assert html.startswith('<html><head>\n<meta http-equiv="content-security-policy" content="default-src')
    assert read_markup(html).policy_first


@pytest.mark.parametrize("html", ["<html><body>", "<html><head><title></title><head></head>"])
def test_a_page_without_one_head_stays_without_policy_for_the_gate_to_refuse(html: str) -> None:
    assert with_policy(html, policy([])) == html


def test_nothing_but_known_scripts_may_run() -> None:
    text = policy([fingerprint("1")])
    scripts = next(part for part in text.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert fingerprint("1") in scripts
    assert {"form-action 'none'", "object-src 'none'", "base-uri 'none'"} <= set(text.split("; "))


def test_the_scripts_of_the_theme_are_known_at_every_depth(tmp_path: Path) -> None:
    built = engine.probe(find_shell(None), tmp_path, date(2026, 11, 21))
    known = theme_scripts(built)
    depths = [built / ("a/" * depth) / "index.html" for depth in range(4)]
    for page in depths:
        scripts = read_markup(page.read_text("utf-8")).scripts
        assert scripts != []
        assert {fingerprint(script) for script in scripts} <= known
    assert len(known) < 12, "the same few at every depth"
