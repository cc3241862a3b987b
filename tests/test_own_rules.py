"""An organisation's own checks: the docs' example, packed, installed and run; and packages that cannot be used."""

import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from planbuilder.checking import check
from planbuilder.findings import Severity
from planbuilder.loading import load_texts
from planbuilder.rules import CATALOGUE
from planbuilder.rules.own import own_rules

ROOT = Path(__file__).parent.parent
DOCS = (ROOT / "docs" / "own-rules.md").read_text("utf-8")

PLAN = """\
about:
  organisation: Example
  languages: [en]
  timezone: Europe/Paris
"""


def block(language: str, number: int = 0) -> str:
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", DOCS, re.DOTALL)
    return found[number]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the docs as pip would lay it out."""
    folder = tmp_path_factory.mktemp("acme-rules")
    (folder / "pyproject.toml").write_text(block("toml"), "utf-8")
    (folder / "acme_rules.py").write_text(block("python"), "utf-8")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def run(packages: Path, at: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{packages}{os.pathsep}{ROOT / 'src'}", "LC_ALL": "C.UTF-8"}
    environment.pop("GITHUB_ACTIONS", None)
    command = [sys.executable, "-m", "planbuilder", *words]
    return subprocess.run(command, cwd=at, env=environment, capture_output=True, text=True, check=False)


def written(folder: Path, more: str = "") -> Path:
    plan = folder / "plan"
    plan.mkdir()
    (plan / "about.yaml").write_text(PLAN + more, "utf-8")
    return plan


def test_the_check_of_the_docs_is_asked_and_explained(installed: Path, tmp_path: Path) -> None:
    plan = written(tmp_path)
    done = run(installed, tmp_path, "check", str(plan))
    assert "warning ACME-WAR-ROOM: The plan does not say where the crisis team meets." in done.stdout
    done = run(installed, tmp_path, "explain", "acme-war-room")
    assert (done.returncode, "lost an hour in 2024" in done.stdout) == (0, True)
    assert "ACME-WAR-ROOM" in run(installed, tmp_path, "explain").stdout


def test_the_site_explains_it_beside_the_checks_of_the_catalogue(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "build", str(written(tmp_path)), "--out", "site", "--today", "2026-11-21")
    assert (done.returncode, done.stderr) == (0, "")
    checks = tmp_path / "site" / "checks" / "en"
    assert "lost an hour in 2024" in (checks / "ACME-WAR-ROOM.html").read_text("utf-8")
    own = (checks / "index.html").read_text("utf-8").partition('id="own"')[2]
    assert re.findall(r'href="([^"]+)"', own) == ["ACME-WAR-ROOM.html"]
    assert "../checks/en/ACME-WAR-ROOM.html" in (tmp_path / "site" / "en" / "state.html").read_text("utf-8")


def test_a_plan_switches_it_off_like_any_other(installed: Path, tmp_path: Path) -> None:
    more = "  checks: {ACME-WAR-ROOM: {severity: off, reason: We meet by phone.}}\n"
    done = run(installed, tmp_path, "check", str(written(tmp_path, more)))
    assert "warning ACME-WAR-ROOM" not in done.stdout
    assert "The plan switches off 1 check: ACME-WAR-ROOM." in done.stdout


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("broken:RULES", "ModuleNotFoundError"),
        ("broken_rules:NOTHING", "AttributeError"),
        ("broken_rules:RULES", "there is a check PLAN-OWNER already"),
        ("broken_rules:WORDS", "word"),
        ("broken_rules:NONE", "TypeError: broken_rules:NONE"),
        ("leaving:RULES", "SystemExit: leaving:RULES"),
    ],
)
def test_a_package_that_cannot_be_used_stops_the_check(tmp_path: Path, value: str, reason: str) -> None:
    code = "from planbuilder.rules.catalogue import CATALOGUE\nRULES = CATALOGUE[:1]\nWORDS = ['word']\nNONE = None\n"
    packages = packed(tmp_path, value, {"broken_rules.py": code, "leaving.py": "import sys\nsys.exit(0)\n"})
    done = run(packages, tmp_path, "check", str(written(tmp_path)))
    assert done.returncode == 2
    assert f"“acme” gives no rules that can be used: {reason}" in done.stderr
    assert "Traceback" not in done.stderr


def packed(folder: Path, value: str, files: dict[str, str]) -> Path:
    """A package that is installed, with the entry point `acme`."""
    packages = folder / "packages"
    (packages / "broken-1.0.dist-info").mkdir(parents=True)
    (packages / "broken-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (packages / "broken-1.0.dist-info" / "entry_points.txt").write_text(f"[planbuilder.rules]\nacme = {value}\n")
    for name, code in files.items():
        (packages / name).write_text(code, "utf-8")
    return packages


FAILING = """
import sys
from functools import partial
from planbuilder.findings import Gap, Profile, Severity
from planbuilder.messages import say
from planbuilder.rules import rule
from planbuilder.source import Where

given = {"severity": Severity.ERROR, "profile": Profile.STARTER, "why": "", "bad": "", "good": ""}

def raising(plan):
    yield plan.nothing

def leaving(plan):
    sys.exit(0)

def plain(plan):
    yield Gap(Where(("about",)), "No room.", say("Name one."))

def plain_fix(plan):
    yield Gap(Where(("about",)), say("No room."), "Name one.")

def word(plan):
    yield "No room."

RULES = rule("ACME-ROOM", **given)(WHICH)
"""


@pytest.mark.parametrize(
    ("which", "what"),
    [
        ("raising", "AttributeError"),
        ("leaving", "SystemExit, failing.py:"),
        ("plain", "TypeError"),
        ("plain_fix", "TypeError"),
        ("word", "TypeError"),
        ("partial(raising)", "AttributeError"),
    ],
)
def test_a_check_that_fails_is_named_with_its_package(tmp_path: Path, which: str, what: str) -> None:
    packages = packed(tmp_path, "failing:RULES", {"failing.py": FAILING.replace("WHICH", which)})
    done = run(packages, tmp_path, "check", str(written(tmp_path)))
    assert (done.returncode, done.stdout) == (3, "")
    named = "Error: The check ACME-ROOM of your package “acme” failed on the plan “plan” "
    assert done.stderr.startswith(f"{named}({what}")
    assert "mistake of planbuilder" not in done.stderr


def test_there_is_nothing_to_add_here() -> None:
    assert own_rules() == ()


def severities(setting: str) -> dict[str, Severity]:
    loaded = load_texts({"plan.yaml": PLAN + setting})
    return {one.check: one.severity for one in check(loaded, date(2026, 11, 21), rules=CATALOGUE).findings}


def test_the_severities_of_the_docs_hold() -> None:
    usual = severities("")
    assert usual["PLAN-OWNER"] is Severity.ERROR
    mild = severities("  checks: {PLAN-OWNER: {severity: info, reason: r}}\n")
    assert mild == {**usual, "PLAN-OWNER": Severity.INFO}
    off = severities("  checks: {PLAN-OWNER: {severity: off, reason: r}}\n")
    assert off == {check: severity for check, severity in usual.items() if check != "PLAN-OWNER"}


def test_the_plan_of_the_docs_can_be_read() -> None:
    assert load_texts({"plan.yaml": block("yaml")}).plan is not None


@pytest.mark.parametrize("name", ["SHAPE", "PLAN-WAIVER-EXPIRED", "PLAN-OWNERS"])
def test_a_setting_that_cannot_hold_is_a_finding(name: str) -> None:
    found = severities(f"  checks: {{{name}: {{severity: off, reason: r}}}}\n")
    assert found["PLAN-WAIVER-EXPIRED"] is Severity.WARNING


def test_a_setting_needs_its_reason() -> None:
    assert severities("  checks: {PLAN-OWNER: {severity: off}}\n") == {"SHAPE": Severity.ERROR}
