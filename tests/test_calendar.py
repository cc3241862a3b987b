"""A calendar that other programs read: one event for each day, whatever its words hold."""

from datetime import date, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.calendar import calendar
from planbuilder.contentlines import file_of
from planbuilder.due import Due
from planbuilder.loading import load_texts
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.source import Where

TODAY = date(2026, 11, 21)
PLAN = "about: {organisation: Example, languages: [en]}\npeople: {ana: {name: 'Inès; de, la \\Tour'}}\n"


def plan() -> Plan:
    loaded = load_texts({"plan.yaml": PLAN})
    assert loaded.plan is not None
    return loaded.plan


def events(*found: Due) -> list[icalendar.Event]:
    lines = list(calendar([("plan", plan(), TODAY, "en", list(found))]))
    read = icalendar.Calendar.from_ical(file_of(lines))
    assert read.errors == []
    assert (read["VERSION"], read["CALSCALE"]) == ("2.0", "GREGORIAN")
    return [event for event in read.walk("VEVENT") if isinstance(event, icalendar.Event)]


def action(text: str, day: date = TODAY, owner: str = "") -> Due:
    return Due(day, "action", say("{x}", x=text), owner, Where(("reviews", "a")))


@given(st.text(), st.dates(max_value=date(9999, 12, 30)))
def test_no_text_ends_an_event_or_a_line(text: str, day: date) -> None:
    one = action(text, day)
    content = file_of(calendar([("plan", plan(), TODAY, "en", [one, one])]))
    lines = content.split(b"\r\n")
    assert content.count(b"BEGIN:VEVENT") == lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == 2
    assert all(len(line) <= 75 and b"\r" not in line and b"\n" not in line for line in lines)
    assert [event.start for event in events(one, one)] == [day, day]


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_a_reader_gets_the_words_as_they_were_written(text: str) -> None:
    (event,) = events(action(text, owner="ana"))
    assert event["SUMMARY"] == text
    assert event["DESCRIPTION"] == "Inès; de, la \\Tour, plan, reviews.a"


def test_a_day_is_a_whole_day_and_keeps_nobody_busy() -> None:
    (event,) = events(action("Write"))
    assert (event.start, event.end, event["TRANSP"]) == (TODAY, TODAY + timedelta(1), "TRANSPARENT")


def test_the_last_day_of_all_is_a_day_too() -> None:
    (event,) = events(action("Write", date.max))
    assert event.start == date.max


def test_an_event_keeps_its_id_as_long_as_it_is_the_same() -> None:
    first, second = events(action("Write"), action("Write"))
    assert first["UID"] != second["UID"]
    again = events(action("Written otherwise", TODAY + timedelta(9)))
    assert again[0]["UID"] == first["UID"]
