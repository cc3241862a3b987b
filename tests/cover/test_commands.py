"""`planbuilder cover` and `planbuilder who`, as people type them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from planbuilder.commands._program import run

HERE = Path(__file__).parent
PLANS = HERE.parent / "plans"
Golden = Callable[[Path, str], None]


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = run([*arguments])
    return code, capsys.readouterr().out


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PLANS)
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_days_ahead_of_the_example(capsys: pytest.CaptureFixture[str], golden: Golden, language: str) -> None:
    code, text = told(capsys, "cover", "example", "--from", "2026-11-23", "--for", "49d", "--lang", language)
    assert code == 0
    golden(HERE / f"cover.{language}.txt", text)


def test_without_the_one_on_whom_it_hangs_the_promise_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(
        capsys, "cover", "example", "--from", "2026-11-23", "--without", "marc-petit", "--lang", "en"
    )  # fmt: skip
    assert code == 1
    assert (
        "Nobody who may decide is reached from 25 December 2026 23:50 to 31 December 2026 23:50 (Paris time)."
        in text.replace("\u00a0", " ")
    )


ASLEEP = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris}
people:
  ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}
  leo: {name: Léo Marchand, mobile: +33 6 39 98 00 02}
roles:
  lead: {holder: ana, deputies: [leo], can: [activate]}
on_call:
  line: {role: lead, rota: [ana, leo], from: 2026-11-16, hours: mon-fri 08:00-20:00}
  second: {role: lead, rota: [leo, ana], from: 2026-11-16, hours: mon-fri 08:00-20:00}
levels:
  crisis: {name: Crisis, reach: 30m}
escalation:
  alert: {levels: [crisis], steps: [{call: [line, second], wait: 10m}]}
"""
HOLDS = "even if one person does not answer"


def test_a_path_that_sleeps_while_its_level_does_not_breaks_the_promise(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "plan.yaml").write_text(ASLEEP, encoding="utf-8")
    code, text = told(capsys, "cover", str(tmp_path), "--from", "2026-11-23", "--for", "7d", "--lang", "en")
    assert (code, HOLDS in text, "nothing is promised" in text) == (1, False, False)
    assert "###...## " * 5 + "######## ########" in text


def test_what_is_not_promised_is_blank_and_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    plan = ASLEEP.replace("reach: 30m", "reach: 30m, hours: mon-fri 09:00-18:00")
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    code, text = told(capsys, "cover", str(tmp_path), "--from", "2026-11-23", "--for", "7d", "--lang", "en")
    assert (code, "At these hours the promise holds" in text, "at every minute of the next" in text) == (0, True, False)
    assert "Nothing is promised but at these hours: Monday to Friday 09:00–18:00" in text
    assert "blank: nothing is promised then" in text


def test_the_facts_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--from", "2026-11-23", "--for", "7 weeks", "--down", "landline", "--path", "alerte")
    code, text = told(capsys, "cover", "example", *arguments, "--format", "json")
    (plan,) = json.loads(text)
    (path,) = plan["paths"]
    assert (code, plan["from"], plan["days"], path["path"]) == (0, "2026-11-23", 49, "alerte")
    assert path["cases"][1] == {
        "silent": 1,
        "down": None,
        "worst_minutes": None,
        "nobody": 0.122449,
        "late": 0,
        "nobody_publishes": 0.191468,
    }
    assert path["stretches"] == [
        {
            "kind": "hangs",
            "person": "marc-petit",
            "periods": [{"from": "2026-12-25T23:50", "to": "2026-12-31T23:50"}],
        }
    ]


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--without", "marc-peti", "marc-petit"),
        ("--path", "alert", "alerte"),
        ("--for", "a while", "90"),
        ("--for", "10 years", "731"),
        ("--from", "21/11/2026", "2026-11-21"),
    ],
)
def test_what_is_not_in_the_plan_is_refused(
    capsys: pytest.CaptureFixture[str], option: str, value: str, hint: str
) -> None:
    assert run(["cover", "example", option, value]) == 2
    assert hint in capsys.readouterr().err


@pytest.mark.parametrize("edition", ["staff", "crisis-team"])
def test_whom_to_call_at_three_on_christmas_morning(
    capsys: pytest.CaptureFixture[str], golden: Golden, edition: str
) -> None:
    arguments = ("--at", "2026-12-25 03:00", "--edition", edition, "--lang", "en")
    code, text = told(capsys, "who", "example", *arguments)
    assert code == 0
    assert ("+33" in text) is (edition == "crisis-team")
    golden(HERE / f"who.{edition}.txt", text)


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        ("en", "2027-03-28 02:30", "Clocks go forward that night: 02:30 does not exist, they then show 03:00."),
        ("fr", "2027-03-28 02:30", "On avance d'une heure cette nuit-là : 2 h 30 n'existe pas, il est alors 3 h."),
        ("en", "2027-03-28 03:00", ""),
        ("en", "2026-10-25 02:30", ""),
    ],
)
def test_an_hour_that_clocks_skip_is_said_to_be_none(
    capsys: pytest.CaptureFixture[str], language: str, asked: str, said: str
) -> None:
    code, text = told(capsys, "who", "example", "--at", asked, "--lang", language)
    first, second = text.replace("\u00a0", " ").splitlines()[:2]
    assert (code, second) == (0, said)
    assert (" 2027 03:00" in first or " 2027 à 3 h" in first) is ("2027" in asked)


TWICE = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris, country: FR}
people:
  ana: {name: Ana Ruiz, mobile: 0639980001, home: 0199000001}
  leo: {name: Leo Marchand, mobile: 0639980002}
roles:
  lead: {holder: ana, deputies: [leo], can: [activate]}
levels: {crisis: {}}
escalation:
  alert:
    levels: [crisis]
    steps:
      - {call: [lead, ana], by: [mobile], wait: 10m}
      - {call: [ana, leo], by: [mobile, home], wait: 5m}
"""


def test_who_is_called_by_two_names_at_once_is_listed_once_and_later_once_more(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "plan.yaml").write_text(TWICE)
    arguments = ("who", str(tmp_path), "--at", "2026-12-25 03:00", "--edition", "crisis-team")
    lines = told(capsys, *arguments, "--lang", "en")[1].replace("\u00a0", " ").splitlines()
    assert lines[3:9] == [
        "  1. +0 min  Ana Ruiz (lead)",
        "       mobile: +33 6 39 98 00 01 (needs the mobile network)",
        "  2. +10 min Ana Ruiz, once more",
        "       home phone: +33 1 99 00 00 01 (needs the landline)",
        "  3. +10 min Leo Marchand (lead)",
        "       mobile: +33 6 39 98 00 02 (needs the mobile network)",
    ]
    french = told(capsys, *arguments, "--lang", "fr")[1].replace("\u00a0", " ")
    assert "téléphone fixe du domicile : +33 1 99 00 00 01" in french
    assert "Ana Ruiz, une nouvelle fois" in french


SILENT_STEPS = """
about: {organisation: Example, languages: [en], timezone: Europe/Paris}
people: {ana: {name: Ana Ruiz, mobile: +33 6 39 98 00 01}, leo: {name: Leo Roy, mobile: +33 6 39 98 00 02}}
roles: {lead: {name: Lead, holder: ana, deputies: [leo], can: [activate]}}
on_call:
  day: {role: lead, rota: [ana], from: 2026-11-16, handover: monday 09:00, hours: daily 08:00-20:00}
  eve: {role: lead, rota: [leo], from: 2026-11-16, handover: monday 09:00, hours: daily 08:00-22:00}
levels: {crisis: {}}
escalation:
  alert:
    levels: [crisis]
    steps: [{call: [day, eve], wait: 10m}, {call: ana, wait: 5m}, {call: leo, wait: 5m}, {call: day, wait: 5m}]
absences: [{who: ana, from: 2026-12-24, to: 2026-12-26}]
"""


@pytest.mark.parametrize(
    ("at", "steps"),
    [
        ("2026-12-01 12:00", ["1. +0 min Ana Ruiz", "2. +0 min Leo Roy", "3. +10 min Ana Ruiz", "4. +15 min Leo Roy"]),
        ("2026-12-01 21:00", ["1. +0 min Leo Roy", "2. +10 min Ana Ruiz", "3. +15 min Leo Roy"]),
        (
            "2026-12-01 23:00",
            [
                "+0 min day and eve: nobody is on call at this hour; call the next at once.",
                "1. +10 min Ana Ruiz",
                "2. +15 min Leo Roy",
            ],
        ),
        (
            "2026-12-25 23:00",
            [
                "+0 min day and eve: nobody is on call at this hour; call the next at once.",
                "+10 min Ana Ruiz: nobody is there at this hour; call the next at once.",
                "1. +15 min Leo Roy",
            ],
        ),
    ],
)
def test_a_step_that_finds_nobody_is_told_where_another_follows(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, at: str, steps: list[str]
) -> None:
    (tmp_path / "plan.yaml").write_text(SILENT_STEPS)
    text = told(capsys, "who", str(tmp_path), "--at", at, "--lang", "en")[1].replace("\u00a0", " ")
    lines = [" ".join(line.split()) for line in text.splitlines() if " min " in line]
    assert [line.partition(" (")[0].partition(", once")[0] for line in lines][: len(steps)] == steps


def test_a_line_whose_person_is_away_is_not_said_to_be_off_call(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "plan.yaml").write_text(SILENT_STEPS.replace("call: [day, eve]", "call: day"))
    text = told(capsys, "who", str(tmp_path), "--at", "2026-12-25 12:00", "--lang", "en")[1]
    assert "day: nobody is there at this hour; call the next at once." in text


def test_where_nobody_at_all_is_there_no_next_one_is_promised(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    both = SILENT_STEPS.replace("12-26}]", "12-26}, {who: leo, from: 2026-12-24, to: 2026-12-26}]")
    (tmp_path / "plan.yaml").write_text(both)
    text = told(capsys, "who", str(tmp_path), "--at", "2026-12-25 12:00", "--lang", "en")[1]
    assert "Nobody of this path is there." in text
    assert "call the next" not in text


def test_now_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, "who", "example", "--lang", "en")
    assert code == 0
    assert "alerte" in text


def test_a_time_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "example", "--at", "tonight"]) == 2
    assert "2026-12-25 03:00" in capsys.readouterr().err
    assert run(["who", "example", "--at", "24/12/2026 à 3h"]) == 2
    assert "2026-12-24 03:00" in capsys.readouterr().err


def test_a_plan_that_cannot_be_read_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("people: 3\n")
    assert run(["who", str(tmp_path), "--at", "2026-12-25 03:00"]) == 2
    assert "planbuilder check" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_that_are_centuries_away_stop_nothing(capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert told(capsys, "cover", "example", "--from", day, "--for", "10d", "--lang", "en")[0] in {0, 1}
    assert told(capsys, "who", "example", "--at", f"{day} 03:00", "--lang", "en")[0] == 0


def report(capsys: pytest.CaptureFixture[str], tmp_path: Path, plan: str, *options: str) -> tuple[int, str]:
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    return told(capsys, "cover", str(tmp_path), "--lang", "en", "--from", "2026-11-23", "--for", "7d", *options)


ROUND_THE_CLOCK = ASLEEP.replace(", hours: mon-fri 08:00-20:00", "")


def test_a_promise_that_is_kept_ends_well(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, text = report(capsys, tmp_path, ROUND_THE_CLOCK)
    assert (code, "The promise holds at every minute of the next 7 days" in text) == (0, True)


def test_the_promise_of_one_day_is_said_of_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, text = report(capsys, tmp_path, ROUND_THE_CLOCK, "--for", "1d")
    assert "The promise holds at every minute of the next day, even" in text


def test_the_first_day_may_be_typed_as_for_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(ROUND_THE_CLOCK, encoding="utf-8")
    typed = [told(capsys, "cover", str(tmp_path), name, "2026-11-23", "--lang", "en") for name in ("--from", "--today")]
    assert typed[0] == typed[1]


def test_a_path_that_cannot_be_followed_keeps_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lame = "  lame: {levels: [crisis], steps: [{call: ana}]}\n"
    code, text = report(capsys, tmp_path, ROUND_THE_CLOCK + lame)
    assert (code, "lame (Crisis)\n  This path cannot be followed" in text) == (1, True)
    assert report(capsys, tmp_path, ROUND_THE_CLOCK + lame, "--path", "alert")[0] == 0
    assert report(capsys, tmp_path, ROUND_THE_CLOCK + lame, "--path", "lame")[0] == 1


def test_a_level_without_a_path_is_not_kept(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, text = report(capsys, tmp_path, ROUND_THE_CLOCK.replace("levels:\n", "levels:\n  watch: {reach: 4h}\n", 1))
    assert (code, "At the level watch, the plan does not say whom to call." in text) == (1, True)


def test_days_without_a_promise_are_not_called_kept(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    weekdays = ROUND_THE_CLOCK.replace("reach: 30m", "reach: 30m, hours: mon-fri 09:00-18:00")
    (tmp_path / "plan.yaml").write_text(weekdays, encoding="utf-8")
    code, text = told(capsys, "cover", str(tmp_path), "--lang", "en", "--from", "2026-11-28", "--for", "2d")
    assert (code, "  Nothing is promised on these days.\n" in text, HOLDS in text, "0%" in text) == (
        0,
        True,
        False,
        False,
    )


def test_where_levels_promise_differently_no_single_time_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    two = ROUND_THE_CLOCK.replace(
        "reach: 30m}", "reach: 5m, hours: mon 09:00-17:00}\n  watch: {name: Watch, reach: 30m}"
    )
    code, text = report(capsys, tmp_path, two.replace("levels: [crisis]", "levels: [crisis, watch]"))
    assert code == 1
    assert "Reached later than promised: on 23 November 2026 from 09:00 to 17:00." in text.replace("\u00a0", " ")
    assert "reached in  nobody  too late\n" in text


def test_the_first_word_is_not_called_timely_where_nobody_is_reached(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    word = (
        "channels: {site: {platform: website, publishers: [ana], live_within: 5m}}\n"
        "scenarios: {fire: {name: Fire, level: crisis, statements: {first: {kind: holding, channels: [site], "
        "text: A fire broke out.}}}}\n"
    )
    plan = ASLEEP.replace("reach: 30m", "reach: 30m, first_word: 1h")
    assert "at worst, when somebody is reached\n" in report(capsys, tmp_path, plan + word)[1]
    sure = plan.replace(", hours: mon-fri 08:00-20:00", "")
    assert "Time of the first word, at worst\n" in report(capsys, tmp_path, sure + word)[1]


def test_no_chance_is_given_of_an_answer_that_nobody_promises(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    weekdays = ROUND_THE_CLOCK.replace("reach: 30m", "reach: 30m, hours: mon-fri 09:00-18:00")
    assert "% on a Tuesday at 14:00.\n" in report(capsys, tmp_path, weekdays)[1]
    evenings = ROUND_THE_CLOCK.replace("reach: 30m", "reach: 30m, hours: mon-fri 18:00-22:00")
    assert "The chance" not in report(capsys, tmp_path, evenings)[1]


def test_hours_at_which_nobody_on_call_answers_stand_beside_a_promise_that_is_kept(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    awake = ASLEEP.replace("wait: 10m}]", "wait: 10m}, {call: [ana, leo], wait: 10m}]")
    code, text = report(capsys, tmp_path, awake)
    assert (code, HOLDS in text) == (0, True)
    assert "None of the lines that alert calls is answered on 23 November 2026 from 00:00 to 08:00" in text.replace(
        "\u00a0", " "
    )
