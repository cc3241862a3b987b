"""What teams put into their CI: the action's steps run here as its runner would, with a `gh` that only takes notes."""

import json
import os
import re
import shlex
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from planbuilder.reporters import FORMATS

ROOT = Path(__file__).parent.parent
ACTION = yaml.load((ROOT / "action.yml").read_text("utf-8"), yaml.SafeLoader)
GITLAB = yaml.load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"), yaml.SafeLoader)
(HOOK,) = yaml.load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), yaml.SafeLoader)
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}

GOOD = ROOT / "plans" / "boulangerie-marceau"

BAD = "about: {organisation: Example, languages: [en]}\n"

GH = f"""#!{sys.executable}
import json, os, sys
with open(os.environ["NOTES"], "a") as notes:
    notes.write(json.dumps(sys.argv[1:]) + "\\n")
if os.environ.get("FORBIDDEN") in sys.argv:
    sys.exit("gh: Resource not accessible by integration (HTTP 403)")
if "--jq" in sys.argv and os.environ.get("KNOWN"):
    print(os.environ["KNOWN"])
"""

PLANBUILDER = f"""#!/bin/sh
exec {shlex.quote(sys.executable)} -m planbuilder "$@"
"""


class Job:
    """A job's machine: its folders, its files for outputs, and programs of ours before those of the system."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        programs = folder / "programs"
        programs.mkdir()
        for name, text in (("gh", GH), ("planbuilder", PLANBUILDER)):
            (programs / name).write_text(text, "utf-8")
            (programs / name).chmod(0o755)
        self.notes = folder / "notes"
        self.environment = {
            **{name: os.environ[name] for name in ("HOME", "LD_LIBRARY_PATH") if name in os.environ},
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
            "LC_ALL": "C.UTF-8",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_REPOSITORY": "acme/plans",
            "GITHUB_SHA": "c0ffee",
            "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            "RUNNER_TEMP": str(folder / "temp"),
            "NOTES": str(self.notes),
        }
        (folder / "temp").mkdir()

    def run(self, step: str, **given: str) -> subprocess.CompletedProcess[str]:
        """Run a step with the inputs that it names; those that are not given are the action's own."""
        wanted = {name: self._value(written, given) for name, written in STEPS[step].get("env", {}).items()}
        environment = {
            **self.environment,
            **wanted,
            **{name.upper(): given.get(name, "") for name in ("known", "forbidden")},
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[step]["run"]]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)

    def _value(self, written: str, given: dict[str, str]) -> str:
        name = re.fullmatch(r"\$\{\{ ([\w.-]+) \}\}", written)
        assert name, written
        if name[1] == "steps.check.outputs.code":
            return self.output("code")
        if name[1] == "github.event.pull_request.number":
            return "7"
        if name[1] == "github.event.pull_request.base.sha":
            return given.get("base", "")
        key = name[1].removeprefix("inputs.")
        return given.get(key.replace("-", "_"), str(ACTION["inputs"][key]["default"]))

    def output(self, name: str) -> str:
        lines = (self.folder / "output").read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines).get(name, "")

    def called(self) -> list[Any]:
        return [json.loads(line) for line in self.notes.read_text("utf-8").splitlines()]


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "plans" / "bad").mkdir(parents=True)
    (tmp_path / "plans" / "bad" / "about.yaml").write_text(BAD, "utf-8")
    return Job(tmp_path)


def test_findings_are_annotated_and_fail_only_the_last_step(job: Job) -> None:
    done = job.run("Check the plans")
    assert (done.returncode, job.output("code"), job.output("reports")) == (0, "1", "true"), done.stderr
    assert "::error file=plans/bad/about.yaml,line=1," in done.stdout
    assert "PLAN&#45;OWNER" in (job.folder / "summary.md").read_text("utf-8")
    sarif = json.loads((job.folder / "temp/planbuilder/findings.sarif").read_text("utf-8"))
    assert sarif["runs"][0]["results"]
    assert job.run("Say whether the plans pass").returncode == 1


def test_a_good_plan_passes(job: Job) -> None:
    done = job.run("Check the plans", plans=str(GOOD), fail_on="never")
    assert (done.returncode, job.output("code")) == (0, "0"), done.stderr
    assert job.run("Say whether the plans pass").returncode == 0


def test_nothing_to_check_fails_without_reports(job: Job) -> None:
    job.run("Check the plans", plans="nowhere")
    assert (job.output("code"), job.output("reports")) == ("2", "")
    assert job.run("Say whether the plans pass").returncode == 2


def test_an_input_is_never_a_command(job: Job) -> None:
    job.run("Check the plans", plans="$(touch owned); touch owned")
    assert not (job.folder / "owned").exists()
    assert job.output("code") == "2"


def test_a_baseline_is_handed_on(job: Job) -> None:
    made = ["planbuilder", "check", "plans", "--baseline", "known.json", "--update-baseline"]
    subprocess.run(made, cwd=job.folder, env=job.environment, check=True, capture_output=True)
    job.run("Check the plans", baseline="known.json")
    assert job.output("code") == "0"


def test_a_pull_request_is_compared_with_what_it_changes(job: Job) -> None:
    def git(*words: str) -> str:
        who = ["-c", "user.name=x", "-c", "user.email=x@x.example"]
        done = subprocess.run(["git", *who, *words], cwd=job.folder, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    git("init", "--quiet")
    git("add", "plans")
    git("commit", "--quiet", "--message", "before")
    git("remote", "add", "origin", ".")
    (job.folder / "plans/bad/about.yaml").write_text(
        BAD.replace("Example", "Example, timezone: Nowhere/At-All"), "utf-8"
    )
    done = job.run("Check the plans", base=git("rev-parse", "HEAD"))
    assert job.output("code") == "1", done.stderr
    _is_compared(job)
    # a job with two folders of plans has this step twice
    job.run("Check the plans", base=git("rev-parse", "HEAD"))
    _is_compared(job)


def _is_compared(job: Job) -> None:
    told = unescape((job.folder / "temp/planbuilder/comment.md").read_text("utf-8"))
    assert re.search(r"Compared with before: \d+ new findings?, \d+ findings? mended", told)
    assert "| new: " in told


def test_a_commit_that_cannot_be_had_stops_nothing(job: Job) -> None:
    done = job.run("Check the plans", base="c0ffee")
    assert (job.output("code"), job.output("reports")) == ("1", "true")
    assert "::notice::planbuilder could not get the commit that this change starts from" in done.stdout
    assert "::notice::planbuilder could not get" not in job.run("Check the plans").stdout


def test_foreign_steps_are_pinned_to_a_commit() -> None:
    used = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert used
    assert [use for use in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", use)] == []


def test_the_first_run_writes_a_comment(job: Job) -> None:
    job.run("Check the plans")
    assert job.run("Comment on the pull request").returncode == 0
    body = f"body=@{job.folder}/temp/planbuilder/comment.md"
    assert job.called()[1] == [
        "api", "--silent", "--method", "POST", "repos/acme/plans/issues/7/comments", "--field", body,
    ]  # fmt: skip
    told = (job.folder / "temp/planbuilder/comment.md").read_text("utf-8")
    assert told.startswith("<!-- planbuilder -->\n")
    assert "](https://github.com/acme/plans/blob/c0ffee/plans/bad/about.yaml#L1)" in told


def test_the_next_run_replaces_it(job: Job) -> None:
    job.run("Check the plans")
    assert job.run("Comment on the pull request", known="42\n43").returncode == 0
    look, write = job.called()
    assert 'startswith("<!-- planbuilder -->")' in look[-1]
    assert write[2:5] == ["--method", "PATCH", "repos/acme/plans/issues/comments/42"]


@pytest.mark.parametrize(("forbidden", "known"), [("--jq", ""), ("POST", ""), ("PATCH", "42")])
def test_a_comment_that_may_not_be_written_fails_nothing(job: Job, forbidden: str, known: str) -> None:
    job.run("Check the plans")
    done = job.run("Comment on the pull request", known=known, forbidden=forbidden)
    assert done.returncode == 0
    assert done.stdout.startswith("::notice::planbuilder could not comment on the pull request")


def test_a_comment_that_is_written_needs_no_note(job: Job) -> None:
    job.run("Check the plans")
    assert job.run("Comment on the pull request").stdout == ""


def test_a_pull_request_from_a_fork_is_not_commented() -> None:
    condition = STEPS["Comment on the pull request"]["if"]
    assert "github.event.pull_request.head.repo.full_name == github.repository" in condition
    assert "\n" not in condition


def test_a_plan_that_cannot_be_read_has_no_preview(job: Job) -> None:
    assert job.run("Build the preview", plans="nowhere").returncode == 0
    assert not (job.folder / "output").exists()


def test_no_step_writes_an_input_into_its_script() -> None:
    assert [step["run"] for step in STEPS.values() if "${{" in step.get("run", "")] == []
    scripts = [step["run"].split('"')[1] for step in STEPS.values() if "ci/" in step.get("run", "")]
    assert all((ROOT / script.removeprefix("$GITHUB_ACTION_PATH/")).exists() for script in scripts)
    assert len(scripts) == 4


def test_the_gitlab_template_asks_for_reports_that_there_are(tmp_path: Path) -> None:
    command = GITLAB["planbuilder"]["script"][1]
    assert set(re.findall(r"--output (\w+)=", command)) == {"gitlab", "junit"} <= set(FORMATS)
    made = command.replace("planbuilder check", f"{shlex.quote(sys.executable)} -m planbuilder check")
    environment = {**os.environ, "PLANS": str(GOOD), "PYTHONPATH": str(ROOT / "src")}
    environment.pop("GITHUB_ACTIONS", None)
    subprocess.run(
        ["bash", "-c", f"{made} --fail-on never"], cwd=tmp_path, env=environment, check=True, capture_output=True
    )
    reports = GITLAB["planbuilder"]["artifacts"]["reports"].values()
    assert all((tmp_path / report).stat().st_size for report in reports)


def test_the_hook_checks_the_whole_folder(tmp_path: Path) -> None:
    assert (HOOK["id"], HOOK["language"], HOOK["pass_filenames"]) == ("planbuilder", "python", False)
    assert HOOK["always_run"] is True, "a commit that only deletes files has none that `files` could choose"
    assert "files" not in HOOK
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "about.yaml").write_text(BAD, "utf-8")
    program, *words = shlex.split(HOOK["entry"])
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-m", program, *words], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1
