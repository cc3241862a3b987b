"""Words to watch: languages and misspellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.keywords import has_misspelling, is_named_for, misspelt, plain, speaks


@pytest.mark.parametrize(
    "names",
    [
        ["Atelier Lumen", "ateliers lumen"],
        ["Atelier Lumen", "@atelierlumen", "atelier lumene"],
        ["Boulangerie Marceau", "boulangerie marso"],
        ["Hôpital Saint-Éloi", "hopital saint eloy"],
        ["Acme", "Acmee"],
        ["Second Chance Animal Rescue", "Second Chanse"],
        ["Second Chance Animal Rescue", "Secondchance"],
        ["Théâtre de l'Éclaircie", "l'eclairssie"],
    ],
)
def test_a_misspelling_is_seen(names: list[str]) -> None:
    assert has_misspelling(names)


@pytest.mark.parametrize(
    "names",
    [
        [],
        ["Acme"],
        ["Atelier Lumen", "@atelierlumen", "ATELIER-LUMEN", "atelierlumen"],
        ["Acme", "Acme Bank", "Acme Insurance"],
        ["Atelier Lumen", "Atelier Lumen France"],
        ["Hôpital Saint-Éloi", "Hopital Saint Eloi"],
        ["Acme", "Zenith"],
        ["Hôpital Saint-Éloi", "Hôpital Nord"],
    ],
)
def test_another_way_to_write_the_name_is_no_misspelling(names: list[str]) -> None:
    assert not has_misspelling(names)


@pytest.mark.parametrize(
    ("group", "tag", "due"),
    [
        ("anglais", "en", True),
        ("danger-en", "en", True),
        ("danger_en", "en-GB", True),
        ("français", "fr", True),
        ("danger", "en", False),
        ("brand", "fr", False),
        ("enemies", "en", False),
        ("danger-ja", "ja", True),
    ],
)
def test_a_group_may_be_named_for_a_language(group: str, tag: str, due: bool) -> None:
    assert is_named_for(group, tag) is due


@pytest.mark.parametrize(
    ("words", "tag", "due"),
    [
        (["data breach"], "en", True),
        (["fuite de données"], "fr", True),
        (["Brûlure"], "fr-CA", True),
        (["fuite"], "en", False),
        (["Rückruf"], "de", True),
        (["火事"], "ja", False),
        ([], "en", False),
    ],
)
def test_words_of_danger_speak_a_language(words: list[str], tag: str, due: bool) -> None:
    assert speaks(words, tag) is due


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("Atelier Lumen", "Atelir Lumen"),
        ("Boulangerie Grelle", "Boulangerie Grele"),
        ("Ax", "Axx"),
    ],
)
def test_a_misspelling_to_copy_is_one(name: str, wrong: str) -> None:
    assert misspelt(name) == wrong
    assert has_misspelling([name, wrong])


@given(st.lists(st.text(max_size=100), max_size=12))
def test_any_names_are_judged(names: list[str]) -> None:
    assert has_misspelling(names) in {True, False}


@given(st.text(max_size=80))
def test_plain_is_settled(text: str) -> None:
    assert plain(plain(text)) == plain(text)
