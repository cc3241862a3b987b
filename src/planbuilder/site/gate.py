"""What a built site must be before anybody may open it, whatever engine built it. It fails closed."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from planbuilder.messages import Message, say
from planbuilder.plan.leaks import Watch, watch
from planbuilder.site.manifest import files_below
from planbuilder.site.markup import Markup, fingerprint, read_markup, style_addresses
from planbuilder.site.offline import MANIFEST, WORKER, is_kept, kept_by, named_by
from planbuilder.site.outcome import Refusal
from planbuilder.site.views import CannotLookInsideError, file_views, page_views
from planbuilder.source import Where

ENTRY = "index.html"
_CLICKED = frozenset({"http", "https", "mailto", "tel", "sms", "callto", "facetime"})

_TEMPLATES = say("This comes from the templates, from mkdocs.yml or from the engine: tell whoever looks after them.")
_PRIVATE = say(
    "Remove it from the texts that every employee may read, whose lines `planbuilder check` names: personal numbers and"
    " access notes have keys of their own."
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the gate keeps of one file: what is wrong with it, and what others must know to judge their links."""

    file: str
    refusals: tuple[Refusal, ...] = ()
    ids: frozenset[str] = frozenset()
    follows: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    page: bool = False


def examine(folder: Path, hidden: Iterable[tuple[Where, str]], entry: str = ENTRY) -> tuple[Refusal, ...]:
    """Everything that forbids to publish a built folder; nothing where it may be opened.

    `hidden` are the values of the plans that this edition must not show; `entry` is the page where readers start.
    """
    guard = watch(hidden)
    return judge([look_at(folder, file, guard) for file in files_below(folder)], entry)


def judge(seen: Iterable[Seen], entry: str = ENTRY) -> tuple[Refusal, ...]:
    """The verdict on a whole site, from what was seen of each file."""
    files = {one.file: one for one in seen}
    refusals = [refusal for one in files.values() for refusal in one.refusals]
    for one in files.values():
        refusals += _dead_links(one, files)
    refusals += _unreachable(files, entry)
    return tuple(_grouped(refusals))


def look_at(folder: Path, file: str, guard: Watch) -> Seen:
    """What is to be known of one built file."""
    if file.endswith("/"):
        return Seen(file)
    path = folder / file
    if path.is_symlink() or not path.is_file():
        return Seen(file, (_refuse(file, say("This is no regular file, and must not be published.")),))
    content = path.read_bytes()
    if not file.endswith((".html", ".htm")):
        return _asset(folder, file, content, guard)
    try:
        html = content.decode()
    except UnicodeDecodeError:
        return Seen(file, (_refuse(file, say("This page is not in UTF-8.")),), page=True)
    return look_at_page(file, html, guard)


def look_at_page(file: str, html: str, guard: Watch) -> Seen:
    """What is to be known of one page, whose name is `file`."""
    page = read_markup(html)
    loads, outside = _sorted(page.loads)
    refusals = [*_faults(file, page), *outside_requests(file, outside), *_bad_clicks(file, page)]
    if guard:
        refusals += _leaks(file, guard.found_in(page_views(html, page), f"{file}\n{html}"))
    return Seen(file, tuple(refusals), frozenset(page.ids), tuple(page.follows), tuple(loads), page=True)


def _asset(folder: Path, file: str, content: bytes, guard: Watch) -> Seen:
    refusals: list[Refusal] = []
    loads: list[str] = []
    if file.endswith(".css"):
        loads, outside = _sorted(style_addresses(content.decode(errors="replace")))
        refusals += outside_requests(file, outside)
    elif file.endswith(".svg"):
        picture = read_markup(content.decode(errors="replace"))
        loads, outside = _sorted(picture.loads)
        refusals += outside_requests(file, outside)
        if picture.scripts or picture.handlers:
            refusals.append(_refuse(file, say("This picture carries a script.")))
    elif posixpath.basename(file) in {MANIFEST, WORKER}:
        try:
            loads = list(_kept(folder / file, content, refusals))
        except ValueError:
            refusals.append(_refuse(file, say("Nobody can tell what this file would keep for offline reading.")))
    if guard:
        try:
            refusals += _leaks(file, guard.found_in([file, *file_views(file, content)]))
        except CannotLookInsideError:
            refusals.append(_refuse(file, say("Nobody can tell what this file holds: it is an archive, or damaged.")))
    return Seen(file, tuple(refusals), loads=tuple(loads))


def _kept(path: Path, content: bytes, refusals: list[Refusal]) -> Iterator[str]:
    """What the worker or the manifest of a tree brings to the reader's device. ValueError where it does not say."""
    if path.name == MANIFEST:
        yield from named_by(content.decode())
        return
    for name, digits in kept_by(content.decode()).items():
        yield name
        kept = path.parent / name
        if kept.is_file() and not is_kept(kept.read_bytes(), digits):
            refusals.append(_refuse(name, say("The worker for offline reading expects another content of this file.")))


def _faults(file: str, page: Markup) -> Iterator[Refusal]:
    if not page.lang.strip():
        yield _refuse(file, say("This page does not say its language."))
    if not page.title.strip():
        yield _refuse(file, say("This page has no title."))
    if page.headings != 1:
        yield _refuse(file, say("This page must have one main heading; it has {count}.", count=page.headings))
    if not page.policy or not page.policy_first:
        yield _refuse(file, say("This page does not start with the policy that keeps foreign scripts out."))
    if page.moved:
        yield _refuse(file, say("This page sends its readers to another address."))
    unknown = [script for script in page.scripts if fingerprint(script) not in page.policy]
    if unknown or page.handlers:
        yield _refuse(file, say("This page carries a script that is not part of the theme."))


def _sorted(addresses: list[str]) -> tuple[list[str], list[str]]:
    """The addresses inside the site, and those that would ask somebody else for a file."""
    inside: list[str] = []
    outside: list[str] = []
    for address in addresses:
        plain = address.strip()
        if plain.lower().startswith("data:image/"):
            continue
        try:
            parts = urlsplit(plain)
        except ValueError:
            outside.append(plain)
        else:
            (outside if parts.scheme or parts.netloc or plain.startswith("\\") else inside).append(plain)
    return inside, outside


def outside_requests(file: str, addresses: Iterable[str]) -> Iterator[Refusal]:
    """A refusal for each host that a file would ask for something."""
    for host in sorted({_host(address) for address in addresses}):
        yield _refuse(file, say("Opening this page would ask another site for a file: {host}.", host=host))


def _host(address: str) -> str:
    """The host only: what follows may hold values of the plan."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return "?"
    return host or f"{parts.scheme}:"


def _bad_clicks(file: str, page: Markup) -> Iterator[Refusal]:
    """Links that run something or open the reader's own files."""
    for address in page.follows:
        try:
            scheme = urlsplit(address.strip()).scheme.lower()
        except ValueError:
            scheme = "?"
        if scheme and scheme not in _CLICKED:
            yield _refuse(
                file, say("A link of this page is not an address: it starts with {start}.", start=f"{scheme}:")
            )


def _leaks(file: str, found: set[Where]) -> Iterator[Refusal]:
    for where in sorted(found):
        message = say(
            "A value that only the crisis team may see stands in this file: that of `{address}`.", address=str(where)
        )
        yield Refusal(message, _PRIVATE, file)


def _dead_links(one: Seen, files: dict[str, Seen]) -> Iterator[Refusal]:
    for address in dict.fromkeys((*one.follows, *one.loads)):
        target, anchor = _target(one.file, address)
        if target is None:
            continue
        there = files.get(target)
        if there is None:
            yield _refuse(one.file, say("A link leads to {target}, which does not exist.", target=target or "/"))
        elif anchor and there.page and anchor not in there.ids and anchor.lower() != "top":
            yield _refuse(
                one.file,
                say("A link leads to a place that {target} does not have: #{anchor}.", target=target, anchor=anchor),
            )


def _target(file: str, address: str) -> tuple[str | None, str]:
    """The file and the place that an address inside the site means; None where it leads out of it."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None, ""
    if parts.scheme or parts.netloc:
        return None, ""
    if not parts.path:
        return file, unquote(parts.fragment)
    path = unquote(parts.path)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    target = "" if path.startswith("/") or joined == ".." or joined.startswith("../") else joined
    return target + ("/" if path.endswith("/") else ""), unquote(parts.fragment)


def _unreachable(files: dict[str, Seen], entry: str) -> Iterator[Refusal]:
    """Pages that nobody finds: no click leads there from where readers start."""
    reached: set[str] = set()
    waiting = [entry]
    while waiting:
        file = waiting.pop()
        if file in reached or file not in files:
            continue
        reached.add(file)
        waiting += [target for address in files[file].follows if (target := _target(file, address)[0])]
    if entry not in files:
        yield _refuse(entry, say("The site has no first page."))
    for one in files.values():
        if one.page and one.file not in reached:
            yield _refuse(one.file, say("No link leads to this page."))


def _refuse(file: str, message: Message) -> Refusal:
    return Refusal(message, _TEMPLATES, file)


def _grouped(refusals: Iterable[Refusal]) -> Iterator[Refusal]:
    """One refusal for each sentence, with the first file and the number of the others."""
    groups: dict[tuple[str, str], list[Refusal]] = {}
    for refusal in refusals:
        groups.setdefault((refusal.message.text, str(dict(refusal.message.values))), []).append(refusal)
    for same in groups.values():
        first = min(same, key=lambda refusal: refusal.file)
        yield Refusal(first.message, first.fix, first.file, len({refusal.file for refusal in same}) - 1)
