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


PART = """
about: {organisation: Example, languages: [en]}
people:
  lea: {name: Léa, email: ide@lumen.example, teams: lea.teams@lumen.example, slack: "@leo.12"}
  max: {name: Max, email: OTHER@lumen.example}
channels: {help: {platform: email, account: aide@lumen.example}}
statements: {any: {kind: update, channels: [help], text: TEXT}}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to aide@lumen.example.", set()),
        ("Write to Marie.ide@lumen.example.", set()),
        ("Write to marie-ide@lumen.example or marie+ide@lumen.example.", set()),
        ("Write to ide@lumen.example.org.", set()),
        ("Write to ide@lumen.examples or ide@lumen.example-shop.", set()),
        ("Write to ide@lumen.example.", {"lea.email"}),
        ("Write to IDE@lumen.example…", {"lea.email"}),
        ("Write to (ide@lumen.example).", {"lea.email"}),
        ("Write to mailto:ide@lumen.example?subject=x", {"lea.email"}),
        ("Write to …ide@lumen.example - or call.", {"lea.email"}),
        ("Write to ...ide@lumen.example, please.", {"lea.email"}),
        ("Write to aide@lumen.example or ide@lumen.example.", {"lea.email"}),
        ("Write to x.lea.teams@lumen.example.", set()),
        ("Write to lea.teams@lumen.example.", {"lea.teams"}),
        ("Write to @leo.123.", set()),
        ("Write to @leo.12.", {"lea.slack"}),
    ],
)
def test_an_address_within_a_longer_one_that_all_may_read_is_another_address(text: str, found: set[str]) -> None:
    plan = load_texts({"plan.yaml": PART.replace("TEXT", f'"{text}"')}).plan
    assert plan is not None
    seen = watch(guarded(plan, Visibility.STAFF)).found_in([text, "<td>aide@lumen.example</td>"])
    assert {str(where) for where in seen} == {f"people.{one}" for one in found}


def test_a_longer_address_that_is_private_as_well_is_told_once() -> None:
    text = "Write to marie.ide@lumen.example."
    plan = load_texts({"plan.yaml": PART.replace("OTHER", "marie.ide").replace("TEXT", text)}).plan
    assert plan is not None
    assert [str(where) for where in watch(guarded(plan, Visibility.STAFF)).found_in([text])] == ["people.max.email"]


@pytest.mark.parametrize(
    "built", ["Léaide@lumen.example", "x\\nide@lumen.example", "Léa ide@lumen.exampleMax", "raide@"]
)
def test_what_only_the_built_site_runs_together_is_still_found(built: str) -> None:
    plan = load_texts({"plan.yaml": PART.replace("aide", "raide").replace("TEXT", "Hello.")}).plan
    assert plan is not None
    leaks = built != "raide@"
    assert bool(watch(guarded(plan, Visibility.STAFF)).found_in([built, "raide@lumen.example"])) is leaks
