"""What a build tells: what was published, and why something was not."""

from dataclasses import dataclass
from pathlib import Path

from planbuilder.checking import Checked
from planbuilder.messages import Message
from planbuilder.plan import Visibility


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a built site was not published.

    `file` is the page or file meant, inside the output (empty where none is); `others` counts those like it.
    """

    message: Message
    fix: Message
    file: str = ""
    others: int = 0


class CannotBuild(Exception):  # noqa: N818 - it is a sentence for the reader, not an error of the program
    """Nothing was tried: the folders asked for cannot be read or written. A sentence and its repair."""

    def __init__(self, message: Message, fix: Message) -> None:
        super().__init__(message.text)
        self.message = message
        self.fix = fix


@dataclass(frozen=True, slots=True)
class Published:
    """One edition, in its place.

    `pages` counts the pages of all its plans and languages without those that explain the checks; `archive` is its zip
    file.
    """

    edition: Visibility
    folder: Path
    plans: tuple[str, ...]
    languages: tuple[str, ...]
    pages: int
    archive: Path | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome: the plans as checked, the editions published, and what stopped the others.

    Nothing is published when a plan's shape is wrong (see the findings of `checked`) or when there is a refusal.
    """

    checked: tuple[Checked, ...]
    published: tuple[Published, ...] = ()
    refusals: tuple[Refusal, ...] = ()
