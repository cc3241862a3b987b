"""How turns and swaps go together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.loading import load_texts
from planbuilder.plan.rota import in_turn, with_swaps

_spans = st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from("abc")).map(
    lambda one: (one[0], one[0] + one[1], one[2])
)


@st.composite
def _turns(draw: st.DrawFn) -> list[tuple[int, int, str]]:
    """Turns in order, with gaps, none over another."""
    at, found = 0, []
    for gap, length, who in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9), st.sampled_from("abc")))):
        found.append((at + gap, at + gap + length, who))
        at += gap + length
    return found


def _on_call(spans: list[tuple[int, int, str]], minute: int) -> str | None:
    return next((who for start, end, who in reversed(spans) if start <= minute < end), None)


@given(_turns(), st.lists(_spans, max_size=4))
def test_at_every_minute_the_last_swap_that_covers_it_holds_and_else_the_turn(
    turns: list[tuple[int, int, str]], swaps: list[tuple[int, int, str]]
) -> None:
    found = with_swaps(turns, swaps)
    for minute in range(60):
        wanted = _on_call(swaps, minute) or _on_call(turns, minute)
        assert [who for start, end, who in found if start <= minute < end] == ([wanted] if wanted else [])


def test_turns_stay_in_order_and_none_is_empty() -> None:
    found = with_swaps([(0, 10, "a"), (10, 20, "b")], [(10, 20, "c"), (5, 8, "b")])
    assert found == [(0, 5, "a"), (5, 8, "b"), (8, 10, "a"), (10, 20, "c")]


@given(st.lists(_spans, max_size=6))
def test_of_turns_over_each_other_the_last_given_holds_and_the_others_go_on_after_it(
    spans: list[tuple[int, int, str]],
) -> None:
    found = with_swaps(spans, [])
    assert found == sorted(found)
    for minute in range(60):
        wanted = _on_call(spans, minute)
        assert [who for start, end, who in found if start <= minute < end] == ([wanted] if wanted else [])


def test_a_turn_that_is_not_interrupted_stays_whole() -> None:
    found = with_swaps([(0, 20, "a"), (4, 6, "b"), (20, 30, "a")], [(5, 6, "c"), (28, 40, "d")])
    assert found == [(0, 4, "a"), (4, 5, "b"), (5, 6, "c"), (6, 20, "a"), (20, 28, "a"), (28, 40, "d")]


@pytest.mark.parametrize(
    ("shifts", "order"),
    [
        (["ana 1 20", "leo 5 7"], "ana leo"),
        (["leo 5 7", "ana 1 20"], "ana leo"),
        (["leo 1 7", "ana 1 20"], "ana leo"),
        (["ana 1 20", "leo 1 7"], "ana leo"),
        (["leo 1 7", "ana 1 7"], "leo ana"),
        (["ana 1 7", "leo 1 7"], "ana leo"),
        (["ana 1 7", "leo 5 20"], "ana leo"),
    ],
)
def test_the_later_begun_goes_before_else_the_shorter_else_the_later_written(shifts: list[str], order: str) -> None:
    written = [shift.split() for shift in shifts]
    listed = ", ".join(f"{{who: {w}, from: 2026-12-{a:0>2} 09:00, to: 2026-12-{b:0>2} 09:00}}" for w, a, b in written)
    text = """
about: {organisation: X, languages: [en]}
people: {ana: {name: A}, leo: {name: L}}
roles: {lead: {holder: ana}}
"""
    plan = load_texts({"plan.yaml": f"{text}on_call: {{line: {{role: lead, shifts: [{listed}]}}}}"}).plan
    assert plan is not None
    assert [shift.who for shift in in_turn(plan.on_call["line"].shifts)] == order.split()
