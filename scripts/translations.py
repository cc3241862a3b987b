"""The French sentences: what is new, what is stale, and the compiled catalogue.

`python scripts/translations.py` gathers every sentence of the program (calls of `say` and `say_many`, the rules' texts,
the descriptions of the plan's keys, the site's templates), brings `planbuilder.po` up to date with the fragments in
`locale/fr/new/`, compiles it, and lists what has no French yet. `--check` changes nothing and fails when anything is
missing or stale.
"""

import argparse
import ast
import fcntl
import importlib
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "src" / "planbuilder"
TEMPLATES = ROOT / "site_templates"
LOCALE = CODE / "locale"

Entry = tuple[str | tuple[str, str], str]


def sentences() -> Iterator[Entry]:
    """Every msgid (a pair where it has a plural) with the file it stands in."""
    for path in sorted(CODE.rglob("*.py")):
        yield from _in_code(path)
    for path in sorted(p for p in TEMPLATES.rglob("*") if p.suffix in {".md", ".html", ".j2", ".jinja"}):
        yield from _in_template(path)
    yield from _in_objects()


def _in_code(path: Path) -> Iterator[Entry]:
    where = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name == "say" and texts:
            yield texts[0], where
        elif name == "say_many" and len(texts) > 1:
            yield (texts[0], texts[1]), where


_CALL = re.compile(
    r"""\b(?P<name>_|_n)\(\s*(?P<q>["'])(?P<one>(?:\\.|(?!(?P=q)).)+)(?P=q)(?:\s*,\s*(?P<q2>["'])(?P<many>(?:\\.|(?!(?P=q2)).)+)(?P=q2))?"""
)


def _in_template(path: Path) -> Iterator[Entry]:
    where = path.relative_to(ROOT).as_posix()
    for call in _CALL.finditer(path.read_text("utf-8")):
        one = call["one"].replace("\\'", "'").replace('\\"', '"')
        if call["name"] == "_n" and call["many"]:
            yield (one, call["many"].replace("\\'", "'").replace('\\"', '"')), where
        else:
            yield one, where


def _in_objects() -> Iterator[Entry]:
    """Texts that objects carry: `texts_to_translate()` of the modules that have such texts."""
    for module in ("planbuilder.rules", "planbuilder.plan"):
        for text in importlib.import_module(module).texts_to_translate():
            yield text, module


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    checking = parser.parse_args().check
    sys.path.insert(0, str(CODE.parent))
    with (LOCALE / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return max(_update(folder, checking=checking) for folder in sorted(LOCALE.iterdir()) if folder.is_dir())


def _update(folder: Path, *, checking: bool) -> int:
    po, mo = folder / "LC_MESSAGES" / "planbuilder.po", folder / "LC_MESSAGES" / "planbuilder.mo"
    old = _read(po, folder.name) if po.exists() else Catalog(locale=folder.name)
    fragments = [_read(path, folder.name) for path in sorted((folder / "new").glob("*.po"))]
    known = {
        m.id if isinstance(m.id, str) else m.id[0]: m.string
        for c in (old, *fragments)
        for m in c
        if m.id and _full(m.string)
    }
    new = Catalog(locale=folder.name, project="planbuilder", fuzzy=False, charset="utf-8")
    for msgid, where in sentences():
        key = msgid if isinstance(msgid, str) else msgid[0]
        string = known.get(key)
        if isinstance(msgid, tuple) and isinstance(string, str):
            string = (string, string)
        if isinstance(msgid, str) and isinstance(string, tuple):
            string = string[0]
        # without lines, so that moving code does not change the file
        new.add(msgid, string=string, locations=[(where, None)])  # type: ignore[list-item]
    missing = sorted(str(m.id) for m in new if m.id and not _full(m.string))
    for text in missing:
        print(f"no {folder.name}: {text!r}")
    out, compiled = BytesIO(), BytesIO()
    new.creation_date = new.revision_date = datetime(2026, 1, 1, tzinfo=UTC)  # no clock: same sentences, same file
    write_po(out, new, width=110, sort_output=True, omit_header=False)
    write_mo(compiled, new)
    print(f"{folder.name}: {len(new)} sentences, {len(missing)} missing")
    if checking:
        stale = not po.exists() or po.read_bytes() != out.getvalue() or mo.read_bytes() != compiled.getvalue()
        if stale:
            print("the catalogue is stale: run `python scripts/translations.py`")
        return int(stale or bool(missing))
    for path, content in ((po, out), (mo, compiled)):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".tmp")
        beside.write_bytes(content.getvalue())
        beside.replace(path)
    return 0


def _read(path: Path, locale: str) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=locale)


def _full(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
