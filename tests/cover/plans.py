"""Plans at random, with everything that moves time: zones, changes of clocks, handovers, absences, shifts."""

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from planbuilder.loading import load_texts
from planbuilder.messages import render
from planbuilder.plan import Plan

ZONES = (
    "Pacific/Honolulu", "America/Toronto", "America/St_Johns", "America/Havana", "UTC", "Europe/Paris", "Asia/Beirut",
    "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Apia",
)  # fmt: skip
STARTS = (
    date(2026, 9, 24), date(2026, 10, 2), date(2026, 10, 22), date(2026, 10, 29), date(2026, 12, 20),
    date(2027, 3, 11), date(2027, 3, 25), date(2027, 4, 1),
)  # fmt: skip
"""Days before the clocks change in one of the zones, or before a turn of the year."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MEANS = {
    "mobile": "+33 6 39 98 00 01",
    "home": "+33 1 99 00 00 01",
    "email": "a@lumen.example",
    "signal": "+33 6 39 98 00 01",
    "teams": "a@lumen.example",
}
SERVICES = ("host", "login", "internet")
"""What channels depend on; one of them is called like a network."""

HOURS = ("daily 08:00-22:00", "mon-fri 09:00-18:00", "daily 22:00-06:00", "sat 02:30-03:30, sun 01:00-02:30", "24/7")


def read(plan: dict[str, Any]) -> Plan:
    """A plan that is given as data; it must be readable."""
    loaded = load_texts({"plan.yaml": json.dumps(plan)})
    assert loaded.plan is not None, [render(f.message, "en") for f in loaded.findings]
    return loaded.plan


_zones = st.sampled_from(ZONES)
_levels = st.lists(st.sampled_from(["low", "high"]), min_size=1, max_size=2, unique=True)
_clocks = st.one_of(
    st.sampled_from(["00:00", "02:00", "02:30", "03:00", "09:00"]),
    st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[dict[str, Any], date]:
    """A plan, and the day from which it is looked at."""
    first = draw(st.sampled_from(STARTS))
    people = [f"p{n}" for n in range(draw(st.integers(1, 5)))]
    some = st.lists(st.sampled_from(people), min_size=1, max_size=3)
    plan: dict[str, Any] = {
        "about": {"organisation": "X", "languages": ["en"], "timezone": draw(_zones), "domains": ["lumen.example"]},
        "people": {name: draw(_people(first)) for name in people},
        "roles": {
            "r0": _role(draw(some), ["activate"]),
            "r1": _role(draw(some), draw(st.sampled_from([[], ["activate"]]))),
        },
        "on_call": {"line": draw(_lines(some, first)), "relay": draw(_lines(some, first))},
        "absences": draw(st.lists(_absences(people, first), max_size=4)),
        "channels": {
            "feed": draw(_channels("x", ["r0", "r1", *people])),
            "site": draw(_channels("website", ["r0", "r1", *people])),
            "chat": {"platform": "slack", "publishers": people, "depends_on": ["chat host"]},
        },
        "levels": {
            "low": {"reach": "1h", "hours": draw(st.sampled_from(HOURS))},
            "high": {"reach": "20m", "hours": draw(st.sampled_from(HOURS))},
        },
        "escalation": {
            "alert": {"levels": draw(_levels), "steps": draw(_steps(["line", "relay", "r0", "r1", *people]))},
            "lines": {"levels": draw(_levels), "steps": draw(_steps(["line", "relay"]))},
        },
    }
    return plan, first


def _role(people: list[str], can: list[str]) -> dict[str, Any]:
    return {"holder": people[0], "deputies": people[1:], "can": can}


@st.composite
def _channels(draw: st.DrawFn, platform: str, names: list[str]) -> dict[str, Any]:
    return {
        "platform": platform,
        "publishers": draw(st.lists(st.sampled_from(names), max_size=2, unique=True)),
        "depends_on": draw(st.lists(st.sampled_from(SERVICES), max_size=2, unique=True)),
    }


@st.composite
def _people(draw: st.DrawFn, first: date) -> dict[str, Any]:
    person = {
        "name": "N",
        **{means: MEANS[means] for means in draw(st.sets(st.sampled_from(sorted(MEANS)), max_size=3))},
    }
    if draw(st.booleans()):
        person["timezone"] = draw(_zones)
    if draw(st.integers(0, 5)) == 0:
        person["left_on"] = str(first + timedelta(days=draw(st.integers(-2, 6))))
    return person


@st.composite
def _lines(draw: st.DrawFn, some: st.SearchStrategy[list[str]], first: date) -> dict[str, Any]:
    line: dict[str, Any] = {"role": "r0"}
    if draw(st.booleans()):
        line["timezone"] = draw(_zones)
    if draw(st.booleans()):
        line["hours"] = draw(st.sampled_from(HOURS))
    if draw(st.booleans()):
        line["swaps"] = draw(st.lists(_swaps(some, first), min_size=1, max_size=2))
    if draw(st.integers(0, 2)) == 0:
        day, shifts = first - timedelta(days=3), []
        for who in draw(some):
            start = day + timedelta(days=draw(st.integers(0, 2)))
            day = start + timedelta(days=draw(st.integers(1, 4)))
            shifts.append({"who": who, "from": f"{start} {draw(_clocks)}", "to": f"{day} 00:00"})
            day += timedelta(days=1)
        shifts += draw(st.lists(_swaps(some, first), max_size=2))
        return {**line, "shifts": draw(st.permutations(shifts))}
    line["rota"] = draw(some)
    line["from"] = str(first + timedelta(days=draw(st.integers(-700, 4))))
    if draw(st.integers(0, 3)):
        line["handover"] = f"{draw(st.sampled_from(WEEKDAYS))} {draw(_clocks)}"
    return line


@st.composite
def _swaps(draw: st.DrawFn, some: st.SearchStrategy[list[str]], first: date) -> dict[str, str]:
    start = first + timedelta(days=draw(st.integers(-3, 6)))
    end = start + timedelta(days=draw(st.integers(1, 4)))
    return {"who": draw(some)[0], "from": f"{start} {draw(_clocks)}", "to": f"{end} {draw(_clocks)}"}


@st.composite
def _absences(draw: st.DrawFn, people: list[str], first: date) -> dict[str, str]:
    start = first + timedelta(days=draw(st.integers(-3, 6)))
    end = start + timedelta(days=draw(st.integers(0, 4)))
    return {"who": draw(st.sampled_from(people)), "from": str(start), "to": str(end)}


@st.composite
def _steps(draw: st.DrawFn, names: list[str]) -> list[dict[str, Any]]:
    steps = []
    for _ in range(draw(st.integers(1, 4))):
        step: dict[str, Any] = {"call": draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))}
        step["wait"] = draw(st.sampled_from(["1m", "5m", "10m", "45m", "3h", "1 day"]))
        if draw(st.booleans()):
            step["by"] = draw(st.lists(st.sampled_from(sorted(MEANS)), min_size=1, max_size=2, unique=True))
        steps.append(step)
    return steps
