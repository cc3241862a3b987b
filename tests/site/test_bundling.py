"""What every page loads is one sheet and one script; the failure of one part leaves the others alone."""

from datetime import date

from planbuilder.pages import Tree
from planbuilder.plan import Visibility
from planbuilder.site.bundling import SCRIPTS, STYLES, bundled

DAY = date(2026, 11, 21)


def tree(*files: tuple[str, bytes], language: str = "fr") -> Tree:
    return Tree(language, Visibility.STAFF, "A", (), (), files, checks="../checks/fr/")


FILES = (
    ("assets/a.css", b"a{}\n"),
    ("assets/b.css", b"b{}\n"),
    ("assets/a.js", b"(function () { window.a = 1; })();\n"),
    ("assets/tools/form.js", b"form"),
    ("paper/plan.html", b"<p>"),
)


def test_files_of_every_page_are_put_together_in_their_order_the_others_stay() -> None:
    found = dict(bundled(tree(*FILES), None))
    assert found.keys() == {STYLES, SCRIPTS, "assets/tools/form.js", "paper/plan.html"}
    assert found[STYLES].endswith(b"\na{}\nb{}\n")
    assert found[STYLES].index(b".pb-bar{") < found[STYLES].index(b"a{}"), "a page may overrule the frame"
    assert FILES[2][1] in found[SCRIPTS]
    assert b"serviceWorker" not in found[SCRIPTS]


def test_a_site_that_is_kept_says_so_in_its_language() -> None:
    script = dict(bundled(tree(*FILES), DAY))[SCRIPTS].decode()
    assert '"day": "2026-11-21"' in script
    assert "gardée par cet appareil" in script
    assert '"checks": "../checks/fr/"' in script
    assert "WORDS = {}" not in script


def test_each_script_fails_by_itself() -> None:
    files = (("assets/a.js", b"throw new Error();\n"), ("assets/b.js", b"window.b = 1;\n"))
    script = dict(bundled(tree(*files, language="en"), None))[SCRIPTS].decode()
    assert script.count("try {\n") == script.count("} catch (fault)") == 3
    assert script.index("throw new Error") < script.index("} catch (fault)", script.index("throw new Error"))
    assert script.rindex("} catch (fault)", 0, script.index("window.b")) > script.index("throw new Error")
