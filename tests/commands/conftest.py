"""Running the program in this process, as a person at a keyboard would."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from planbuilder.commands import _language
from planbuilder.commands._program import run


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did: its exit code, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]

PLAN = """\
about:
  organisation: Example
  languages: [en]
  owner: ana
  timezone: Europe/Paris
people:
  ana: {name: Ana Ruiz}
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A person who speaks English, on a machine that is no CI; nothing of it stays."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "PLANBUILDER_DEBUG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    _language.speak("en")
    yield
    _language.speak("en")


@pytest.fixture
def planbuilder(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command: `planbuilder("check", "plans")`."""

    def call(*arguments: str | Path, lang: str | None = None) -> Ran:
        if lang:
            _language.speak(lang)
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return call


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `plan` in the current folder, with one file that can be read."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    return Path("plan")
