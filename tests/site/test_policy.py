"""Only the theme's own scripts are allowed, and the policy stands before all else."""

from datetime import date
from pathlib import Path

import pytest

from planbuilder.site import engine
from planbuilder.site.markup import fingerprint, read_markup
from planbuilder.site.policy import policy, theme_scripts, with_policy
from planbuilder.site.shell import Shell, find_shell


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


def test_where_no_script_is_written_into_a_page_the_rule_for_everything_holds_for_scripts() -> None:
    assert policy([]).startswith("default-src 'self' file:; style-src ")


def _scripts(folder: Path, shell: Shell) -> list[frozenset[str]]:
    """The fingerprints of the inline scripts at each depth."""
    built = engine.probe(shell, folder, date(2026, 11, 21))
    pages = [read_markup((built / ("a/" * depth) / "index.html").read_text("utf-8")) for depth in range(4)]
    found = [frozenset(map(fingerprint, page.scripts)) for page in pages]
    assert theme_scripts(built) >= frozenset().union(*found)
    return found


def test_our_own_frame_has_no_inline_script(tmp_path: Path) -> None:
    assert _scripts(tmp_path, find_shell(None)) == [frozenset()] * 4


def test_the_scripts_of_another_theme_are_known_at_every_depth(tmp_path: Path) -> None:
    config = tmp_path / "house.yml"
    config.write_text("theme: readthedocs\n")
    scripts = _scripts(tmp_path / "probe", find_shell(config))
    assert all(scripts)
    assert len(frozenset().union(*scripts)) < 12, "the same few at every depth"
