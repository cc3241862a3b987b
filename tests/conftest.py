"""Golden files: compared in every run, rewritten by `pytest --update-goldens`, read before they are committed."""

from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Hold a text against a golden file."""
    updating = bool(request.config.getoption("--update-goldens"))

    def compare(path: Path, text: str) -> None:
        if updating:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text

    return compare
