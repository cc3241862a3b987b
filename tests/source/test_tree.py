"""Addresses, places and the values that stand there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.source import Mapping, Sequence, Source, Span, Where, look, scalars, span
from planbuilder.source.parsing import parse

TEXT = """\
about:
  organisation: Lumen
escalation:
  alert:
    steps:
      - call: legal
        wait: 5m
      - call: boss
"""


@pytest.fixture
def root() -> Mapping:
    tree, problems = parse(Source("plan.yaml", TEXT))
    assert tree is not None
    assert problems == []
    return tree


def test_an_address_is_written_with_dots_and_positions() -> None:
    assert str(Where() / "escalation" / "alert" / "steps" / 1 / "wait") == "escalation.alert.steps[1].wait"


@given(st.lists(st.from_regex(r"[a-z0-9_-]+", fullmatch=True) | st.integers(0, 99), min_size=1))
def test_an_address_is_read_back_from_what_it_writes(keys: list[str | int]) -> None:
    where = Where(["root", *keys])
    assert Where.parse(str(where)) == where


@given(st.text())
def test_any_text_may_be_tried_as_an_address(text: str) -> None:
    assert isinstance(Where.parse(text), Where)


def test_an_address_lies_within_itself_and_what_is_above_it() -> None:
    where = Where(("roles", "legal", "holder"))
    assert where.within(where)
    assert where.within(Where(("roles", "legal")))
    assert where.within(())
    assert not where.within(Where(("roles", "boss")))
    assert not Where(("roles",)).within(where)


@pytest.mark.parametrize(
    ("where", "key", "value"),
    [
        (("about",), (1, 1), (2, 3)),
        (("about", "organisation"), (2, 3), (2, 17)),
        (("escalation", "alert", "steps", 0), (6, 9), (6, 9)),
        (("escalation", "alert", "steps", 0, "wait"), (7, 9), (7, 15)),
        (("escalation", "alert", "steps", 1, "call"), (8, 9), (8, 15)),
    ],
)
def test_keys_and_values_know_their_places(
    root: Mapping, where: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]
) -> None:
    assert span(root, where) == Span("plan.yaml", *key)
    assert span(root, where, value=True) == Span("plan.yaml", *value)


@pytest.mark.parametrize(
    ("missing", "nearest"),
    [
        (("about", "owner"), ("about",)),
        (("about", "organisation", "name"), ("about", "organisation")),
        (("escalation", "alert", "steps", 2), ("escalation", "alert", "steps")),
        (("escalation", "alert", "steps", -1), ("escalation", "alert", "steps")),
        (("escalation", "alert", "steps", "x"), ("escalation", "alert", "steps")),
    ],
)
def test_what_is_missing_stands_at_the_key_of_its_nearest_ancestor(
    root: Mapping, missing: tuple[str | int, ...], nearest: tuple[str, ...]
) -> None:
    assert span(root, missing) == span(root, nearest)
    assert span(root, missing, value=True) == span(root, nearest)


def test_the_root_and_what_has_no_ancestor_have_no_place(root: Mapping) -> None:
    assert span(root, ()) is None
    assert span(root, ("people", "ana")) is None


def test_looking_gives_the_value_or_nothing(root: Mapping) -> None:
    assert look(root, ("about", "organisation")) == "Lumen"
    assert look(root, ("escalation", "alert", "steps", 1)) == {"call": "boss"}
    for nothing in (("about", "x"), ("about", 0), ("about", "organisation", "x"), ("escalation", "alert", "steps", 2)):
        assert look(root, nothing) is None


def test_every_text_is_found_in_order_with_its_address(root: Mapping) -> None:
    assert [(str(where), text) for where, text in scalars(root)] == [
        ("about.organisation", "Lumen"),
        ("escalation.alert.steps[0].call", "legal"),
        ("escalation.alert.steps[0].wait", "5m"),
        ("escalation.alert.steps[1].call", "boss"),
    ]
    assert list(scalars(Sequence("plan.yaml"))) == []
