"""What is installed: the wheel holds everything that the program reads, and runs outside the repository."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked wheel, as an installation would lay it out."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def run(installed: Path, at: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "planbuilder", *words],
        cwd=at,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_holds_templates_words_and_types(installed: Path) -> None:
    package = installed / "planbuilder"
    words = "locale/fr/LC_MESSAGES/planbuilder.mo"
    for wanted in ("py.typed", words, "site_templates/mkdocs.yml", "site_templates/assets", "skeletons/fr"):
        assert (package / wanted).exists(), wanted


def test_the_version_is_said_outside_the_repository(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "--version")
    assert (done.returncode, done.stdout.split()[-1]) == (0, "0.1.0")


def test_a_plan_is_checked_outside_the_repository(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "check", str(ROOT / "plans"), "--today", "2026-11-21", "--fail-on", "error")
    assert done.returncode == 0, done.stdout + done.stderr
