"""A small plan in two languages, its site built once, and a small engine for whatever needs none."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planbuilder.plan import Visibility
from planbuilder.site import Built, build, engine

TODAY = date(2026, 11, 21)
MOBILE = "06 39 98 00 01"
PLAN = f"""\
about:
  organisation: Atelier
  languages: [fr, en]
  country: FR
  owner: ana
people:
  ana: {{name: Ana Ruiz, mobile: "{MOBILE}", email: ana@example.org}}
  leo: {{name: Léo Marchand}}
roles:
  pilote:
    holder: ana
    deputies: [leo]
    can: [activate, speak]
    name: {{fr: Pilote, en: Lead}}
channels:
  site-crise: {{platform: website}}
scenarios:
  panne:
    name: {{fr: Panne générale, en: General failure}}
"""


@pytest.fixture(name="write_plan")
def _write_plan(tmp_path: Path) -> Callable[..., Path]:
    """Writes a plan into `plans/NAME` and returns that folder."""

    def write(name: str = "atelier", text: str = PLAN) -> Path:
        return _written(tmp_path / "plans" / name, text)

    return write


@pytest.fixture
def plan(write_plan: Callable[..., Path]) -> Path:
    """The folder of the small plan."""
    return write_plan()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    """Both editions of the small plan, built with the real engine: `site` and `site-crisis-team` in a folder."""
    folder = tmp_path_factory.mktemp("built").resolve()
    _written(folder / "plans", PLAN)
    return folder, build(folder / "plans", folder / "site", today=TODAY, editions=list(Visibility))


@pytest.fixture
def quick_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that only wraps Markdown in a page with a menu: fast, in this process, and none of the real one."""
    monkeypatch.setattr("planbuilder.site.parallel.os.cpu_count", lambda: 1)
    monkeypatch.setattr(engine, "run", _run)


def _written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(text, "utf-8")
    return folder


def _run(source: Path, target: Path, _day: date) -> list[str]:
    docs = source / "docs"
    pages = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    for path in docs.rglob("*.*"):
        place = target / path.relative_to(docs)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            place.with_suffix(".html").write_text(
                _page(path.read_text("utf-8"), path.relative_to(docs), pages), "utf-8"
            )
        else:
            place.write_bytes(path.read_bytes())
    for folder in (source / "overrides").glob("assets"):
        shutil.copytree(folder, target / "assets", dirs_exist_ok=True)
    return []


def _page(text: str, path: Path, pages: list[str]) -> str:
    _, front, body = text.split("---\n", 2)
    up = "../" * (len(path.parts) - 1)
    menu = "".join(f'<a href="{up}{page[:-3]}.html">{page}</a>' for page in pages)
    heading, *_ = re.findall(r"^# (.*?)(?: \{:.*\})?$", body, re.MULTILINE)
    anchors = "".join(f'<a id="{anchor}"></a>' for anchor in re.findall(r"#([\w-]+)", text))
    head = f"<head>\n<title>{heading}</title><meta name='front' content='{front}'></head>"
    rest = re.sub(r"^#+ .*$", "", body, flags=re.MULTILINE)
    return f'<!doctype html><html lang="xx">{head}<body>{menu}<h1>{heading}</h1>{anchors}{rest}</body></html>'
