"""A published site in one file, for a stick, a folder or a mail: the same files give the same bytes."""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from planbuilder.plan import Visibility

_EARLIEST, _LATEST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, tzinfo=UTC)
"""No other time can be written into a zip file."""
_REGULAR = 0o100644 << 16
_UNIX = 3


def archive_name(edition: Visibility) -> str:
    """The name of the file: whoever finds it sees for whom it is."""
    return f"crisis-plan-{edition}.zip"


def write_archive(folder: Path, files: Iterable[str], target: Path, day: date) -> None:
    """Put `files` of a folder into the zip file `target`, below one folder of its name.

    They are dated by SOURCE_DATE_EPOCH, else by `day`.
    """
    moment = min(max(_EARLIEST, _moment(day)), _LATEST).timetuple()[:6]
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(files):
            entry = ZipInfo(f"{target.stem}/{file}", moment)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, _REGULAR
            archive.writestr(entry, (folder / file).read_bytes())


def _moment(day: date) -> datetime:
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        return datetime.combine(day, time(), UTC)
