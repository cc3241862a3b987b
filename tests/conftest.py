"""Golden files: compared in every run, rewritten by `pytest --update-goldens`, read before they are committed."""

import os
from collections.abc import Callable
from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

# the same examples everywhere, and no clock: a slow machine fails no test
settings.register_profile("here", deadline=None, derandomize=True, database=None)
settings.load_profile("here")

os.environ["PLANBUILDER_CACHE_DIR"] = ""  # every test checks for itself

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


@pytest.fixture(scope="session")
def weasyprint() -> None:
    """What makes a PDF; tests that ask for it are passed over where the system has no Pango."""
    if find_spec("weasyprint") is None or find_library("pango-1.0") is None:
        pytest.skip("a PDF needs WeasyPrint and Pango")
