"""How turns and swaps go together."""

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.plan.rota import with_swaps

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
