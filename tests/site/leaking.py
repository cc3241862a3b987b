"""Looks for values in built bytes, in every form that a program might give them. It knows nothing of the gate."""

import base64
import gzip
import html
import io
import json
import quopri
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from urllib.parse import quote, unquote_to_bytes

import pypdf
import zxingcpp
from PIL import Image

from .every_value import Marker

_MONTHS = {3: ("march", "mars"), 4: ("april", "avril"), 5: ("may", "mai")}
_ALNUM = bytes(set(range(256)) - set(b"abcdefghijklmnopqrstuvwxyz0123456789"))
_UNDONE = 2
"""How many encodings one inside the other are undone."""
_LARGE = 400_000
_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"%PDF")


def needles(marker: Marker) -> tuple[bytes, ...]:
    """What of a value remains when all but small letters and digits is taken out: with or without its country."""
    match marker.kind:
        case "number":
            return (re.sub(r"\D", "", marker.typed)[-9:].encode(),)
        case "day":
            day = date.fromisoformat(marker.typed)
            spoken = [f"{day.day}{month}{day.year}" for month in _MONTHS[day.month]]
            english = f"{_MONTHS[day.month][0]}{day.day}{day.year}"
            return tuple(
                form.encode() for form in (f"{day:%Y%m%d}", f"{day:%d%m%Y}", f"{day:%m%d%Y}", english, *spoken)
            )
        case _:
            return (marker.typed.split()[0].encode(),)


def leaks(files: Iterable[tuple[str, bytes]], markers: Iterable[Marker]) -> list[tuple[str, str]]:
    """Each value found: the file that holds it, and its address."""
    wanted = [
        (needle, form, marker.address) for marker in markers for needle in needles(marker) for form in _forms(needle)
    ]
    found = set()
    for name, content in files:
        for view in readings(name, content):
            close = view.lower().translate(None, _ALNUM)
            found |= {(name, address) for needle, _, address in wanted if needle in close or needle[::-1] in close}
            found |= {(name, address) for _, forms, address in wanted if any(form in view for form in forms)}
    return sorted(found)


def _forms(needle: bytes) -> Iterator[tuple[bytes, ...]]:
    """The needle within base64, wherever a group of three bytes begins."""
    yield tuple(
        base64.b64encode(b"\0" * shift + needle)[(shift * 8 + 5) // 6 : (shift + len(needle)) * 8 // 6]
        for shift in range(3)
    )


def readings(name: str, content: bytes, deep: int = 3) -> Iterator[bytes]:
    """A file, what is packed in it, and both with their encodings undone, some of them twice."""
    seen: set[bytes] = set()
    layer = [name.encode() + b"\n" + content]
    for _ in range(_UNDONE + 1 if len(content) < _LARGE else 1):
        layer = [view for view in layer if view not in seen]
        seen.update(layer)
        yield from layer
        layer = [undone for view in layer for undo in UNDOING for undone in [undo(view)] if undone != view]
    if deep:
        for inner, packed in members(content):
            yield from readings(f"{name}/{inner}", packed, deep - 1)


def members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files in a file: of gzip, of zip, of a PDF; words of base64; what a camera reads."""
    if content.startswith(b"\x1f\x8b"):
        yield "gzip", _unzipped(content)
    elif content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for info in archive.infolist():
                yield info.filename, archive.read(info)
    elif content.startswith(b"%PDF"):
        yield from _of_pdf(content)
    else:
        words = set(re.findall(rb"[A-Za-z0-9+/_-]{12,}", content))
        parts = [part for word in sorted(words) for part in _unbased(word)]
        yield "base64", b"\n".join(parts)
        yield from (("base64", part) for part in parts if part.startswith(_PACKED))
        yield from (("code", code.encode()) for code in codes_in(content.decode(errors="ignore")))


def _unbased(word: bytes) -> Iterator[bytes]:
    signs = word.replace(b"-", b"+").replace(b"_", b"/")
    for start in range(4):
        part = signs[start:]
        yield base64.b64decode(part[: len(part) // 4 * 4])
        if len(part) % 4 > 1:
            yield base64.b64decode(part + b"=" * (-len(part) % 4))


def _of_pdf(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The text of a PDF as a reader copies it, its title and bookmarks, and every stream in it."""
    read = pypdf.PdfReader(io.BytesIO(content))
    yield "text", "\n".join(page.extract_text() for page in read.pages).encode()
    yield "about", str([dict(read.metadata or {}), [str(item) for item in read.outline]]).encode()
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    yield "streams", b"\n".join(_inflated(stream) for stream in streams).ljust(_LARGE)
    yield from (("code", code.encode()) for code in codes_in_pdf(content))


def _unzipped(content: bytes) -> bytes:
    """What gzip packed, also where the sums at its end do not fit: it may stand in something else."""
    for wbits, start in ((31, 0), (-15, 10)):
        try:
            return zlib.decompressobj(wbits=wbits).decompress(content[start:])
        except zlib.error:
            continue
    return b""


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def codes_in(page: str) -> list[str]:
    """What a camera reads in the pictures that a page holds."""
    pictures = set(re.findall(r"data:image/png;base64,([A-Za-z0-9+/=]+)", html.unescape(page)))
    return [text for one in sorted(pictures) for text in _read(_picture(one))]


def codes_in_pdf(content: bytes) -> list[str]:
    """What a camera reads on the pages of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    return [text for page in document for text in _read(page.render(scale=4).to_pil().convert("L"))]


def _picture(content: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(content))).convert("L")


def _read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


# --- encodings undone, each by the library that everybody uses for it ---


def _of_html(view: bytes) -> bytes:
    return html.unescape(view.decode("latin-1")).encode(errors="ignore")


def _of_json(view: bytes) -> bytes:
    return re.sub(
        rb"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))",
        lambda escape: chr(int(escape[1] or escape[2], 16)).encode("utf-8", "replace"),
        view,
    )


def _of_style(view: bytes) -> bytes:
    def sign(escape: re.Match[bytes]) -> bytes:
        code = int(escape[1], 16)
        return chr(code).encode("utf-8", "replace") if code < 0x110000 else b""

    return re.sub(rb"\\([0-9a-fA-F]{1,6})\s?", sign, view)


UNDOING: tuple[Callable[[bytes], bytes], ...] = (
    _of_html,
    _of_json,
    _of_style,
    unquote_to_bytes,
    lambda view: quopri.decodestring(view) if re.search(rb"=([0-9A-F]{2}|\r?\n)", view) else view,
    lambda view: view.replace(b"\0", b""),
    lambda view: re.sub(rb"<[^<>]*>", b"", view),
    lambda view: re.sub(rb"<!--|-->|/\*|\*/", b"", view),
    lambda view: re.sub(rb"\r?\n[ \t]", b"", view),
)


# --- the same encodings done, to prove that they are seen ---


def _in_zip(text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside/a.txt", text)
    return packed.getvalue()


def _full_json(text: str) -> str:
    return "".join(f"\\u{ord(sign):04x}" for sign in text)


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "as typed": str.encode,
    "in capitals": lambda text: text.upper().encode(),
    "backwards": lambda text: text[::-1].encode(),
    "spaced": lambda text: "\u202f".join(text).encode(),
    "with dots": lambda text: text.replace(" ", ".").encode(),
    "URL": lambda text: quote(text).encode(),
    "URL, every sign": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()).encode(),
    "entities, decimal": lambda text: "".join(f"&#{ord(sign)};" for sign in text).encode(),
    "entities, hexadecimal": lambda text: "".join(f"&#x{ord(sign):X};" for sign in text).encode(),
    "entities, named": lambda text: (
        text.replace(" ", "&nbsp;").replace("é", "&eacute;").replace("+", "&plus;").encode()
    ),
    "entities, twice": lambda text: "".join(f"&amp;#{ord(sign)};" for sign in text).encode(),
    "JSON": lambda text: json.dumps(text).encode(),
    "JSON, every sign": lambda text: _full_json(text).encode(),
    "JSON in URL": lambda text: quote(_full_json(text)).encode(),
    "style sheet": lambda text: "".join(f"\\{ord(sign):x} " for sign in text).encode(),
    "base64, first group": lambda text: base64.b64encode(text.encode()),
    "base64, second group": lambda text: base64.b64encode(b"x" + text.encode()),
    "base64, third group": lambda text: base64.b64encode(b"xy" + text.encode()),
    "base64 for URLs": lambda text: base64.urlsafe_b64encode(b"\xff\xfe" + text.encode()),
    "base64 in a word": lambda text: b"abc" + base64.b64encode(text.encode()),
    "base64 of JSON": lambda text: base64.b64encode(_full_json(text).encode()),
    "quoted-printable": lambda text: quopri.encodestring(text.encode(), quotetabs=True),
    "quoted-printable, every sign": lambda text: "".join(f"={byte:02X}" for byte in text.encode()).encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big end first": lambda text: text.encode("utf-16-be"),
    "split by markup": lambda text: "<b></b>".join(text).encode(),
    "split by comments": lambda text: "<!-- -->".join(text).encode(),
    "split by folding": lambda text: "\r\n ".join(text).encode(),
    "gzip": lambda text: gzip.compress(text.encode(), mtime=0),
    "gzip of gzip": lambda text: gzip.compress(gzip.compress(text.encode(), mtime=0), mtime=0),
    "zip": _in_zip,
    "base64 of gzip": lambda text: base64.b64encode(gzip.compress(text.encode(), mtime=0)),
}
