"""The program as a whole: help, languages, wrong usage, interruptions."""

import ast
import os
import shlex
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import click
import pytest

from planbuilder import __version__, loading
from planbuilder.commands import _click_words, _language
from planbuilder.commands._program import COMMANDS
from planbuilder.messages import Message, render

from .conftest import Run

each_command = pytest.mark.parametrize("name", COMMANDS)


def test_version(planbuilder: Run) -> None:
    assert planbuilder("--version").out == f"planbuilder {__version__}\n"


def test_help_lists_every_command(planbuilder: Run) -> None:
    ran = planbuilder("--help")
    assert ran.code == 0
    listed = ran.out.split("Commands:\n")[1].split("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed if line[2] != " "] == list(COMMANDS)


def test_help_is_in_the_language_of_the_person(planbuilder: Run) -> None:
    ran = planbuilder("--help", lang="fr")
    assert "Utilisation\u00a0: planbuilder [OPTIONS] COMMANDE [ARGUMENTS]..." in ran.out
    assert "Commandes\u00a0:" in ran.out
    assert "Dire ce qui est faux ou manque dans un plan." in ran.out


@each_command
def test_no_command_shows_english_to_a_french_person(planbuilder: Run, name: str) -> None:
    english = planbuilder(name, "--help").out
    french = planbuilder(name, "--help", lang="fr").out
    sentences = {line.strip() for line in english.splitlines() if len(line.split()) > 3}
    assert sentences
    assert not [line for line in sentences if line in french]


@each_command
def test_every_command_says_what_it_is_for(planbuilder: Run, name: str) -> None:
    command = import_module(f"planbuilder.commands.{name}").command
    assert command.name == name
    assert command.help
    for param in command.params:
        assert isinstance(param, click.Argument) or param.help, f"{name} {param.name}"


def test_the_language_can_change_between_two_calls(planbuilder: Run) -> None:
    assert "Show this message" in planbuilder("check", "--help").out
    assert "Afficher cette aide" in planbuilder("check", "--help", lang="fr").out
    assert "Show this message" in planbuilder("check", "--help", lang="en").out


@pytest.mark.parametrize(
    ("arguments", "english", "french"),
    [
        (["faire"], "Error: No such command 'faire'.", "Erreur\u00a0: Il n'y a pas de commande 'faire'."),
        (
            ["chek", "plan"],
            "Error: There is no command “chek”. Did you mean “check”?",
            "Erreur\u00a0: Il n'y a pas de commande «\u00a0chek\u00a0». Vouliez-vous dire «\u00a0check\u00a0»\u00a0?",
        ),
        (["check", "--formt"], "No such option '--formt'.", "Il n'y a pas d'option '--formt'."),
        (["check", "a", "b"], "unexpected extra argument (b)", "Il y a un argument de trop (b)."),
        (
            ["check", "--format", "x"],
            "'x' is not one of 'text'",
            "'x' n'est pas possible\u00a0; choisissez parmi 'text'",
        ),
        (["check", "--today"], "Option '--today' requires an argument.", "Il manque la valeur de l'option '--today'."),
        (["approve"], "Missing argument 'ID...'.", "Il manque l'argument 'ID...'."),
        (["approve", "x"], "Missing option '--by'.", "Il manque l'option '--by'."),
        (
            ["tone", "x"],
            "Missing option '--lang'. Choose from: en, fr",
            "Il manque l'option '--lang'. Choisissez parmi\u00a0: en, fr",
        ),
        (
            ["check", "--compare", "nowhere"],
            "'nowhere' does not exist.",
            "introuvable\u00a0: 'nowhere'.",
        ),
        (
            ["serve", "--port", "x"],
            "“x” is not a port; write a number from 0 to 65535.",
            "«\u00a0x\u00a0» n'est pas un port\u00a0; écrivez un nombre de 0 à 65535.",
        ),
    ],
)
def test_wrong_usage_exits_with_2_in_either_language(
    planbuilder: Run, arguments: list[str], english: str, french: str
) -> None:
    for lang, words in (("en", english), ("fr", french)):
        ran = planbuilder(*arguments, lang=lang)
        assert (ran.code, ran.out) == (2, "")
        assert words in ran.err


def test_wrong_usage_names_the_help_to_ask_for(planbuilder: Run) -> None:
    assert "`planbuilder check --help` says how it is called." in planbuilder("check", "--formt").err


def test_no_command_shows_the_help_and_exits_with_2(planbuilder: Run) -> None:
    ran = planbuilder()
    assert ran.code == 2
    assert ran.err.startswith("Usage: planbuilder")


def test_what_the_person_typed_is_not_obeyed(planbuilder: Run) -> None:
    ran = planbuilder("check", "\x1b[2J\n::error::x")
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert not any(line.startswith("::") for line in ran.err.splitlines())


def test_ctrl_c_ends_without_a_word(planbuilder: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(loading, "load", interrupt)
    ran = planbuilder("check", plan)
    assert (ran.code, ran.err.strip()) == (130, "")


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "fr_FR.UTF-8"}, "fr"),
        ([], {"LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "fr_CA", "LC_ALL": ""}, "fr"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LANG": "de_DE"}, "en"),
        (["check", "--lang", "fr"], {"LANG": "en_US"}, "fr"),
        (["check", "--lang=en"], {"LANG": "fr_FR"}, "en"),
        (["check", "--lang"], {"LANG": "fr_FR"}, "fr"),
        (["check", "--lang", "FR"], {"LANG": "en_US"}, "fr"),
        (["build", "--lang", "de"], {"LANG": "fr_FR"}, "fr"),
    ],
)
def test_the_language_is_asked_for_or_that_of_the_machine(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert _language.wanted(arguments, environment) == language


@cache
def in_click() -> set[str]:
    """Every text in the installed click."""
    texts: set[str] = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
    return texts


@pytest.mark.parametrize("words", _click_words.CLICK, ids=lambda words: words.text)
def test_the_words_of_click_are_those_that_it_says_and_have_their_french(words: Message) -> None:
    assert words.text in in_click()
    french = render(words, "fr")
    assert french != words.text


def run_python(code: str) -> str:
    english = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=english)
    return done.stdout


def test_help_imports_no_command_and_no_heavy_library() -> None:
    code = (
        "import sys; sys.argv = ['planbuilder', '--help']\n"
        "from planbuilder.commands import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in {'yaml', 'pydantic', 'mkdocs', 'jinja2', 'pathlib'}"
        " or m in {'planbuilder.plan', 'planbuilder.commands.check'}))"
    )
    assert run_python(code).splitlines()[-1] == "[]"


def test_check_imports_neither_mkdocs_nor_jinja() -> None:
    code = (
        "import sys, planbuilder.commands.check\n"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'mkdocs', 'jinja2', 'markdown', 'material'}))"
    )
    assert run_python(code) == "[]\n"


def test_python_m_planbuilder_is_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "planbuilder", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"planbuilder {__version__}\n"


def test_an_output_that_is_closed_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("about: {organisation: Example, languages: [en]}", "utf-8")
    call = f"{shlex.quote(sys.executable)} -m planbuilder check {shlex.quote(str(tmp_path))} >&- 2>&-"
    assert subprocess.run(call, shell=True, check=False).returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device is full here")
@pytest.mark.parametrize("arguments", ["check nowhere", "chek"])
def test_wrong_usage_stays_wrong_usage_where_nothing_can_be_said(tmp_path: Path, arguments: str) -> None:
    call = f"{shlex.quote(sys.executable)} -m planbuilder {arguments} 2>/dev/full"
    assert subprocess.run(call, shell=True, check=False, cwd=tmp_path).returncode == 2


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    script = "import sys; from planbuilder.commands import main; sys.argv = ['planbuilder', 'explain']; main()"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 141


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody is asked to end")
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 130), ("SIGHUP", 130), ("SIGHUP ignored", 0)])
def test_who_is_asked_to_end_ends_as_after_ctrl_c(name: str, code: int) -> None:
    number, _, ignored = name.partition(" ")
    script = (
        "import os, signal, sys\n"
        f"number = signal.{number}\n"
        f"{ignored and 'signal.signal(number, signal.SIG_IGN)'}\n"
        "from planbuilder.commands import _program\n"
        "_program.run = lambda _, run=_program.run: run(['explain'])\n"
        "_program.program.main = lambda *_, **__: os.kill(os.getpid(), number)\n"
        "_program.main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, "")


def test_a_command_that_leaves_in_its_midst_has_failed(
    planbuilder: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(*_: object) -> None:
        sys.exit(0)

    monkeypatch.setattr(loading, "load", leave)
    ran = planbuilder("check", plan)
    assert (ran.code, ran.out) == (3, "")
    assert "(SystemExit, commands/check.py:" in ran.err
