"""What an edition must not show, and what everybody knows anyway."""

import pytest

from planbuilder.loading import load_texts
from planbuilder.plan import Visibility
from planbuilder.plan.leaks import guarded, watch

PLAN = """
about: {organisation: Example, languages: [en], country: GB}
people: {ana: {name: Ana, mobile: 07700 900001, email: hello@posteo.example}}
channels: {line: {platform: phone, account: ACCOUNT}}
"""


@pytest.mark.parametrize(
    ("account", "left"),
    [
        ("020 7946 0010", {"people.ana.mobile", "people.ana.email"}),
        ("+44 7700 900001", {"people.ana.email"}),
        ("Hello@posteo.example", {"people.ana.mobile"}),
    ],
)
def test_what_is_the_account_of_a_channel_is_no_secret(account: str, left: set[str]) -> None:
    plan = load_texts({"plan.yaml": PLAN.replace("ACCOUNT", account)}).plan
    assert plan is not None
    hidden = list(guarded(plan, Visibility.STAFF))
    assert {str(where) for where, _ in hidden} == left
    assert not watch(hidden).found_in([account])


@pytest.mark.parametrize("shown", ["tel:+442079460010,234", "020 7946 0010", "+44 20 7946 0010 ext. 234"])
def test_a_number_is_known_without_its_extension(shown: str) -> None:
    plan = load_texts({"plan.yaml": PLAN.replace("email:", "desk: 020 7946 0010 ext. 234, email:")}).plan
    assert plan is not None
    found = watch(guarded(plan, Visibility.STAFF)).found_in([shown])
    assert {str(where) for where in found} == {"people.ana.desk"}
