"""Header, menu and colours: what the root mkdocs.yml says of them. It is code, and reviewed as code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planbuilder.messages import say
from planbuilder.pages import templates_folder
from planbuilder.site.outcome import CannotBuild
from planbuilder.source import Span

NAME = "mkdocs.yml"
_OURS = "material"
"""The theme whose frame we replace by a small one of our own; any other is taken as it is."""


@dataclass(frozen=True, slots=True)
class Shell:
    """What is taken from a mkdocs.yml. Its plugins, hooks and folders are not: no feature may hang on an engine."""

    file: Path
    theme: Mapping[str, Any]
    extensions: Sequence[Any]
    extra: Mapping[str, Any]
    styles: tuple[Path, ...]
    scripts: tuple[Path, ...]
    copyright: str
    repository: str
    edit: str
    overrides: tuple[Path, ...]
    """Folders of templates that go over the theme's, a later one over an earlier one."""

    @property
    def ours(self) -> bool:
        """Whether the pages wear our own frame."""
        return self.theme.get("name") == _OURS

    @property
    def bare(self) -> bool:
        """Whether nothing but our own frame stands around the pages: it writes no script into them."""
        return self.ours and len(self.overrides) == 1

    def link(self, place: Span) -> str | None:
        """Where a place of the plan is edited on the web; None without a repository or for a file outside of it."""
        if not self.repository:
            return None
        try:
            file = Path(place.file).resolve().relative_to(self.file.resolve().parent).as_posix()
        except ValueError:
            return None
        return f"{self.repository.rstrip('/')}/{self.edit.strip('/')}/{file}#L{place.line}"


def find_shell(config: Path | None) -> Shell:
    """The shell of a mkdocs.yml: the one given, else that of the current folder, else the packaged one.

    Raises CannotBuild where it cannot be read.
    """
    file = config or Path(NAME)
    if config is None and not file.is_file():
        inside = templates_folder() / NAME
        file = inside if inside.is_file() else templates_folder().parent / NAME
    return _shell(file, _read(file))


def _read(file: Path) -> Mapping[str, Any]:
    from mkdocs.exceptions import MkDocsException  # slow, and only for a site
    from mkdocs.utils.yaml import yaml_load

    fix = say("Put the file right, or name another one with `--config`.")
    try:
        with file.open("rb") as stream:
            read = yaml_load(stream)
    except OSError:
        raise CannotBuild(say("The file {file} cannot be read.", file=str(file)), fix) from None
    except (MkDocsException, ValueError) as error:
        line = next(iter(str(error).splitlines()), "")
        raise CannotBuild(
            say("The file {file} cannot be understood: {reason}", file=str(file), reason=line), fix
        ) from None
    return read if isinstance(read, dict) else {}


def _shell(file: Path, read: Mapping[str, Any]) -> Shell:
    theme = read.get("theme") or {"name": "material"}
    theme = {"name": theme} if isinstance(theme, str) else dict(theme)
    own = theme.pop("custom_dir", None)
    folders = [file.parent / str(own)] if own else []
    if theme.get("name") == _OURS:
        folders.insert(0, templates_folder() / "overrides")
    repository = str(read.get("repo_url") or "")
    return Shell(
        file,
        theme,
        read.get("markdown_extensions") or [],
        read.get("extra") or {},
        tuple(file.parent / name for name in read.get("extra_css") or []),
        tuple(file.parent / str(name) for name in read.get("extra_javascript") or []),
        str(read.get("copyright") or ""),
        repository,
        str(read.get("edit_uri") or ("-/edit/main" if "gitlab" in repository else "edit/main")),
        tuple(folder for folder in folders if folder.is_dir()),
    )
