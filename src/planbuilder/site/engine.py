"""MkDocs, quietly: a folder with a mkdocs.yml to a folder of HTML."""

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from planbuilder.messages import base_of
from planbuilder.pages import Page, Tree
from planbuilder.plan import Visibility
from planbuilder.site.manifest import files_below
from planbuilder.site.markup import read_markup
from planbuilder.site.shell import Shell
from planbuilder.site.writing import CONFIG, DOCS, OVERRIDES, write_tree

_USELESS = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""They need the address of the site, which nobody knows: it is also opened from a folder."""
_DEEPEST = 4


def run(source: Path, target: Path, day: date) -> list[str]:
    """Build the site of `source` in `target`; what the engine complained about, in its own words.

    `day` dates the site where SOURCE_DATE_EPOCH does not.
    """
    with warnings.catch_warnings(), _surroundings(day), _complaints() as complaints:
        warnings.simplefilter("ignore")  # those of other people's code are not for the reader of a plan
        from mkdocs.commands.build import build  # slow, and only for a site
        from mkdocs.config import load_config
        from mkdocs.exceptions import MkDocsException

        try:
            config = load_config(str(source / CONFIG), site_dir=str(target))
            build(config)
        except MkDocsException as error:
            complaints.append(str(error))
    return complaints


def probe(shell: Shell, folder: Path, day: date) -> Path:
    """A site with the same shell and no text of any plan, a page at each depth; returns where it was built."""
    pages = tuple(Page("a/" * depth + "index.md", "probe", "# probe\n") for depth in range(_DEEPEST))
    nav = tuple((f"probe {depth}", page.path) for depth, page in enumerate(pages))
    tree = Tree("en", Visibility.STAFF, "probe", pages, nav, ())
    write_tree(tree, shell, folder, theme_language="en")
    run(folder, folder / "site", day)
    return folder / "site"


def lighten(source: Path, target: Path) -> None:
    """Take out what no reader of the site ever opens: the theme's own files where the pages load none of them."""
    for name in _USELESS:
        (target / name).unlink(missing_ok=True)
    ours = {file for folder in (source / DOCS, source / OVERRIDES) if folder.is_dir() for file in files_below(folder)}
    theirs = [file for file in files_below(target) if file not in ours and not file.endswith(".html")]
    dressed = set(theirs).intersection(read_markup((target / "index.html").read_text("utf-8")).loads)
    for file in theirs:
        if not dressed or file.endswith(".map"):
            (target / file).unlink()
    for folder in sorted((path for path in target.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def theme_language(shell: Shell, language: str) -> str:
    """The language in which the theme speaks: the page's own, or English where it has no words for it."""
    from mkdocs.theme import Theme

    folders = Theme(name=shell.theme.get("name")).dirs
    for tag in (language, base_of(language)):
        if any((Path(folder) / "partials" / "languages" / f"{tag}.html").is_file() for folder in folders):
            return tag
    return "en"


@contextmanager
def _surroundings(day: date) -> Iterator[None]:
    """The environment that MkDocs reads, and only while it runs."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    wanted = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(int(midnight.timestamp()))}
    missing = {name: value for name, value in wanted.items() if name not in os.environ}
    os.environ.update(missing)
    try:
        yield
    finally:
        for name in missing:
            os.environ.pop(name, None)


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What MkDocs and its theme warn of, which is kept from the terminal."""
    loggers = [logging.getLogger(name) for name in ("mkdocs", "markdown")]
    before = [(logger.propagate, logger.level) for logger in loggers]
    ear = _Ear()
    for logger in loggers:
        logger.addHandler(ear)
        logger.propagate = False
        logger.setLevel(logging.WARNING)
    try:
        yield ear.heard
    finally:
        for logger, (propagate, level) in zip(loggers, before, strict=True):
            logger.removeHandler(ear)
            logger.propagate = propagate
            logger.setLevel(level)
