"""What languages are called."""

import pytest

from planbuilder.language.names import language_called
from planbuilder.messages import say_value


@pytest.mark.parametrize(
    ("tag", "english", "french"),
    [("fr", "French", "français"), ("en-GB", "English", "anglais"), ("ar", "Arabic", "arabe"), ("xx", "xx", "xx")],
)
def test_a_language_has_a_name_in_both_languages(tag: str, english: str, french: str) -> None:
    assert say_value(language_called(tag), "en") == english
    assert say_value(language_called(tag), "fr") == french
