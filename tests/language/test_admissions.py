"""What admits a fault is quoted as it was typed."""

import pytest

from planbuilder.language.admissions import admission
from planbuilder.plan import Text


@pytest.mark.parametrize(
    ("language", "said", "quoted"),
    [
        ("en", "It WAS our\n  fault.", "It WAS our fault"),
        ("en-GB", "We will compensate you.", "We will compensate"),
        ("fr", "C’EST NOTRE ERREUR.", "C’EST NOTRE ERREUR"),
        ("fr-CA", "Nous\u00a0vous   remboursons.", "Nous vous remboursons"),
        ("en", "We are checking.", None),
        ("de", "It was our fault.", None),
    ],
)
def test_an_admission_is_quoted_as_typed(language: str, said: str, quoted: str | None) -> None:
    assert admission(Text({language: said})) == quoted
