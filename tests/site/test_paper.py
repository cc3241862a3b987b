"""Plans on paper: named, gated, and with codes that a camera reads."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planbuilder.messages import render
from planbuilder.pages import PAPERS
from planbuilder.pages._cards import code_of
from planbuilder.plan import Phone, Visibility
from planbuilder.site import print_plans
from planbuilder.site.markup import read_markup
from planbuilder.site.policy import policy

from .leaking import codes_in

TODAY = date(2026, 11, 21)
ON_PAPER = """\
about: {organisation: Atelier, languages: [fr, en], country: FR}
people:
  ines: {name: Inès Roche, mobile: "06 39 98 00 07"}
  leo: {name: Léo Marchand, mobile: "06 39 98 00 08"}
roles:
  pilote: {holder: ines, deputies: [leo], name: {fr: Pilote, en: Lead}}
escalation:
  alerte: {levels: [rouge], steps: [{call: pilote}]}
levels:
  rouge: {name: {fr: Crise, en: Crisis}}
"""
Write = Callable[..., Path]


def test_each_plan_has_its_papers_in_each_of_its_languages(write_plan: Write) -> None:
    write_plan("one", ON_PAPER)
    folder = write_plan("two", ON_PAPER.replace("[fr, en]", "[en]")).parent
    made = print_plans(folder, ["plan", "cards", "plan"], today=TODAY)
    assert [paper.name for paper in made.papers] == [
        "one-plan.fr", "one-cards.fr", "one-plan.en", "one-cards.en", "two-plan.en", "two-cards.en",
    ]  # fmt: skip
    assert [paper.first for paper in made.papers] == [True, True, False, False, True, True]
    (alone,) = print_plans(folder / "one", ["roles"], today=TODAY, lang="en").papers
    assert alone.name == "one-roles.en"


def test_the_name_of_a_file_with_personal_numbers_says_so(write_plan: Write) -> None:
    made = print_plans(write_plan("one", ON_PAPER), ["cards"], today=TODAY, edition=Visibility.CRISIS_TEAM, lang="fr")
    assert [paper.name for paper in made.papers] == ["one-cards-crisis-team.fr"]


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_carries_the_policy_of_the_pages(write_plan: Write, kind: str) -> None:
    (paper,) = print_plans(write_plan("one", ON_PAPER), [kind], today=TODAY, lang="fr").papers
    page = read_markup(paper.html)
    assert page.policy_first
    assert page.policy == policy(())
    assert [address for address in page.loads if not address.startswith("data:image/")] == []


def test_a_hidden_value_in_a_text_for_everybody_stops_the_paper_and_all_of_them(write_plan: Write) -> None:
    text = ON_PAPER.replace("fr: Pilote,", 'fr: "Pilote, 06 39 98 00 07",')
    made = print_plans(write_plan("one", text), ["plan", "cards"], today=TODAY)
    assert made.papers == ()
    assert {render(refusal.message, "en") for refusal in made.refusals} == {
        "A value that only the crisis team may see stands in this file: that of `people.ines.mobile`."
    }
    assert print_plans(write_plan("one", text), ["plan"], today=TODAY, edition=Visibility.CRISIS_TEAM).papers


def test_a_plan_whose_shape_is_wrong_is_not_printed(write_plan: Write) -> None:
    made = print_plans(write_plan("one", ON_PAPER + "nonsense: 1\n"), ["plan"], today=TODAY)
    assert (made.papers, made.refusals, len(made.checked)) == ((), (), 1)


def test_the_same_plan_gives_the_same_bytes(write_plan: Write) -> None:
    folder = write_plan("one", ON_PAPER)
    first, second = (print_plans(folder, list(PAPERS), today=TODAY).papers for _ in range(2))
    assert first == second


# --- codes ---


def field(card: str, name: str) -> str:
    """A field of a vCard as a telephone shows it."""
    found = re.search(rf"^{name}:(.*)\r$", card, re.MULTILINE)
    assert found is not None, card
    return re.sub(r"\\(.)", r"\1", found[1])


def test_the_code_of_a_card_is_whom_to_call_first_and_never_its_owner(write_plan: Write) -> None:
    made = print_plans(write_plan("one", ON_PAPER), ["cards"], today=TODAY, edition=Visibility.CRISIS_TEAM, lang="fr")
    owners = re.findall(r'<article class="card" aria-label="([^"]*)"', made.papers[0].html)
    assert owners == ["Inès Roche", "Léo Marchand"]
    codes = codes_in(made.papers[0].html)
    assert {(field(code, "FN"), field(code, "TEL")) for code in codes} == {
        ("Inès Roche", "+33639980007"),
        ("Léo Marchand", "+33639980008"),
    }


NAMES = ["Inès", "Jean-François Lefèvre-Ñandú", "Œuvre; d'art, \\ & fils", "Zoë Ångström", "李小龍", "Ольга"]


@pytest.mark.parametrize("name", [*NAMES, f"Inès {'de la Très-Longue-Rivière ' * 4}".strip()])
def test_a_camera_reads_the_name_exactly(name: str) -> None:
    drawn = code_of(name, Phone("+33 6 39 98 00 07", None))
    (read,) = codes_in(drawn.picture)
    assert (field(read, "FN"), field(read, "TEL")) == (name, "+33639980007")
    assert drawn.side <= 85, "squares of a third of a millimetre on a card"


@settings(max_examples=25)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_any_name_is_read_exactly(name: str) -> None:
    (read,) = codes_in(code_of(name, Phone("+33639980007", None)).picture)
    assert field(read, "FN") == name
