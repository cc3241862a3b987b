"""The files of a new plan: all of them or none, and nothing that is there is touched."""

import errno
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from planbuilder.commands._refusal import Refusal
from planbuilder.messages import say
from planbuilder.source import find_plans
from planbuilder.source.folder import ENDINGS

_TOLD_ELSEWHERE = (errno.ENOSPC, errno.EDQUOT)

_ANOTHER = say("Name another folder: `planbuilder init my-plan`.")


def place(folder: Path, texts: Mapping[str, str]) -> None:
    """Write the files of a plan, by name, into a folder that may be there. Refusal where a plan is, or nothing fits."""
    try:
        _refuse_what_is_taken(folder)
        _write(folder, texts)
    except OSError as error:
        if error.errno in _TOLD_ELSEWHERE:
            raise
        raise Refusal(
            say("The plan cannot be written into “{folder}”.", folder=str(folder)),
            say("Check that you may write there, or name another folder."),
        ) from None


def _refuse_what_is_taken(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise Refusal(say("“{file}” is a file; a plan is a folder.", file=str(folder)), _ANOTHER)
    if folder.is_dir() and any(plan.files for plan in find_plans(folder)):
        raise Refusal(
            say("The folder “{folder}” holds YAML files already; nothing was written.", folder=str(folder)),
            _ANOTHER,
        )
    above = folder.parent
    if above.resolve() != Path.cwd() and above.is_dir() and any(_is_yaml(entry) for entry in above.iterdir()):
        raise Refusal(
            say("“{folder}” is a plan itself: the new files would be read as a part of it.", folder=str(above)),
            _ANOTHER,
        )


def _is_yaml(entry: Path) -> bool:
    return entry.suffix.lower() in ENDINGS and not entry.name.startswith(".")


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write beside, then move: a new folder in one step, the files of one that is there one by one."""
    home = folder if folder.is_dir() else folder.parent
    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".planbuilder-", dir=home) as work:
        made = Path(work) / "plan"
        made.mkdir()
        for name, text in texts.items():
            (made / name).write_text(text, "utf-8", newline="\n")
        if home == folder:
            _move(made, folder, list(texts))
        else:
            made.rename(folder)


def _move(made: Path, folder: Path, names: list[str]) -> None:
    moved: list[Path] = []
    try:
        for name in names:
            (made / name).rename(folder / name)
            moved.append(folder / name)
    except BaseException:
        for file in moved:
            with suppress(OSError):
                file.unlink()
        raise
