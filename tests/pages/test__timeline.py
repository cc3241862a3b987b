"""The course of a scenario: one list of moments, and a picture that says the same."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.checking import check
from planbuilder.loading import load_texts
from planbuilder.messages import say_value
from planbuilder.pages import tree
from planbuilder.pages._timeline import WIDTH, clocks, duties, moments, picture, pressing
from planbuilder.plan import Duration, Plan, Visibility

from .conftest import TODAY, edit_link

PLAN = """\
about: {organisation: A, languages: [en]}
people: {ana: {name: Ana}}
roles: {lead: {holder: ana}}
levels:
  red: {first_word: 15m, update_every: 2h}
obligations:
  report: {name: Final report, within: 1 month, step: report}
  warning: {name: Early warning, within: 24h}
  people: {name: Telling people, within: without undue delay}
  some-day: {name: Some day}
scenarios:
  leak:
    level: red
    obligations: [report, warning, people, some-day, unknown]
    actions:
      - {at: 15m, who: lead, do: Publish}
      - {at: 0m, who: lead, do: Verify}
      - {at: 15m, who: lead, do: Call}
  bare: {name: Bare}
"""


def plan() -> Plan:
    read = load_texts({"plan.yaml": PLAN}).plan
    assert read is not None
    return read


def test_the_moments_gather_what_is_done_said_and_declared_at_the_same_time() -> None:
    course = moments(plan(), plan().scenarios["leak"])
    assert [moment.after.total_minutes for moment in course] == [0, 15, 135, 1440, 43200]
    assert [[place for place, _ in moment.actions] for moment in course] == [[1], [0, 2], [], [], []]
    assert [moment.first_word for moment in course] == [False, True, False, False, False]
    assert [moment.repeats for moment in course] == [None, None, Duration(120), None, None]
    assert [[duty.id for duty in moment.duties] for moment in course] == [["people"], [], [], ["warning"], ["report"]]


def test_a_final_report_counts_from_its_own_clock_and_stands_apart_from_what_is_due_then_after_the_start() -> None:
    text = PLAN.replace("{name: Some day}", "{name: Some day, within: 1 month}")
    clocked = text.replace("within: 1 month, step: report", "within: 1 month, step: report, clock: the first report")
    for plan_text, since in ((text, "the notification"), (clocked, "the first report")):
        read = load_texts({"plan.yaml": plan_text}).plan
        assert read is not None
        *_, some_day, report = moments(read, read.scenarios["leak"])
        assert [duty.id for duty in some_day.duties] == ["some-day"]
        assert some_day.since is None
        assert [duty.id for duty in report.duties] == ["report"]
        assert say_value(report.since, "en") == since
        labels = [column.label for column in picture([some_day, report], "en").columns]
        assert labels == ["T+1\u00a0month", "+1\u00a0month"]


def test_a_page_gives_no_date_for_what_does_not_count_from_the_start() -> None:
    checked = check(load_texts({"plan.yaml": PLAN}), TODAY, rules=())
    made = tree(checked, "en", Visibility.STAFF, TODAY, edit_link, ())
    page = next(page.markdown for page in made.pages if page.path == "scenarios/leak.md")
    headings = {heading.partition(" <")[0]: heading for heading in re.findall(r"<h3 id=\"moment.*?>(.*?)</h3>", page)}
    assert "data-after-minutes" in headings["After 24\u00a0h"]
    assert "data-after" not in headings["After 1\u00a0month"]
    assert "the notification" in unescape(headings["After 1\u00a0month"])


def test_a_scenario_of_which_nothing_is_known_has_no_moments() -> None:
    assert moments(plan(), plan().scenarios["bare"]) == []


def test_the_most_pressing_duty_comes_first_and_one_without_a_deadline_last() -> None:
    assert [duty.id for duty in duties(plan(), plan().scenarios["leak"])] == ["people", "warning", "report", "some-day"]


def test_the_picture_has_a_column_for_each_moment_and_a_bar_for_each_clock() -> None:
    drawn = picture(moments(plan(), plan().scenarios["leak"]), "en")
    assert [column.label for column in drawn.columns] == [
        "T+0", "T+15\u00a0min", "T+2\u00a0h 15\u00a0min", "T+24\u00a0h", "+1\u00a0month",
    ]  # fmt: skip
    assert [count for _, count in drawn.done] == [1, 2]
    assert len(drawn.said) == 2
    assert [bar.label for bar in drawn.bars] == ["Telling people", "Early warning", "Final report"]
    assert [bar.x for bar in drawn.bars] == [drawn.columns[place].x for place in (0, 3, 4)]
    assert drawn.bars[-1].y < drawn.height


def test_clocks_alone_are_drawn_where_there_are_any() -> None:
    drawn = clocks(pressing(plan().obligations.values()), "en")
    assert drawn is not None
    assert [column.label for column in drawn.columns] == ["T+0", "T+24\u00a0h", "T+1\u00a0month"]
    assert clocks([plan().obligations["some-day"]], "en") is None


@given(st.lists(st.integers(0, 99_999), min_size=1, max_size=14, unique=True))
def test_no_label_of_a_picture_touches_the_next_one_or_leaves_it(minutes: list[int]) -> None:
    actions = ", ".join(f"{{at: {one}m, who: lead, do: Call}}" for one in minutes)
    read = load_texts(
        {"plan.yaml": f"about: {{organisation: A, languages: [en]}}\nscenarios: {{leak: {{actions: [{actions}]}}}}"}
    ).plan
    assert read is not None
    drawn = picture(moments(read, read.scenarios["leak"]), "en")
    ends: dict[int, float] = {}
    for column in drawn.columns:
        wide = 7 * len(column.label)
        begin = column.x - {"start": 0, "middle": wide / 2, "end": wide}[column.anchor]
        assert begin >= ends.get(column.row, 0)
        assert begin + wide <= WIDTH
        ends[column.row] = begin + wide
        assert 18 + 16 * column.row < drawn.top
