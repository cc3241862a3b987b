"""What figures have in common."""

from planbuilder.language.figure import Figure, Given, Kind


def number(*readings: str, bare: frozenset[str] = frozenset()) -> Figure:
    return Figure(Kind.NUMBER, "2", 0, frozenset(readings), bare)


TWO = number("2")
MILLION = number("2000000", bare=frozenset({"2"}))
BILLION = number("2000000000", bare=frozenset({"2"}))


def test_figures_are_the_same_where_they_share_a_reading() -> None:
    assert Given.of([number("1.840", "1840")]).holds(number("1840"))
    assert not Given.of([number("1")]).holds(TWO)
    assert not Given.of([]).holds(TWO)


def test_a_figure_without_unit_is_the_same_as_one_with_any() -> None:
    assert Given.of([TWO]).holds(MILLION)
    assert Given.of([MILLION]).holds(TWO)


def test_two_units_are_never_left_out_of_both() -> None:
    assert not Given.of([MILLION]).holds(BILLION)
    assert not Given.of([BILLION, number("3")]).holds(MILLION)
    assert MILLION.all_readings == {"2000000", "2"}
