"""What a built HTML page is made of: its links, what it loads, its scripts, its texts."""

import re
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser

CSP = "content-security-policy"
_ADDRESSES = frozenset(
    {"href", "src", "xlink:href", "data", "poster", "action", "formaction", "background", "manifest", "ping", "archive"}
)
_FOLLOWED = frozenset({"a", "area"})
_ONWARD = re.compile(r"0; url=(?P<page>(?:[\w-]+/)+index\.html)", re.ASCII)
"""A page that opens another one of the same site, further down: a link that is followed at once."""
_NAMING = frozenset({"canonical", "alternate", "prev", "next", "license", "author", "help"})
"""Kinds of `link` that name a page and load nothing."""
_RUN = frozenset({"", "module", "text/javascript", "application/javascript"})
_STYLE_ADDRESS = re.compile(r"""(?:url\(|@import(?!\s*url))\s*["']?\s*([^"')\s;]+)""", re.IGNORECASE)


@dataclass(slots=True)
class Markup:
    """The parts of one page. `follows` are addresses that a reader may click, `loads` those that the browser gets."""

    lang: str = ""
    title: str = ""
    headings: int = 0
    policy: str = ""
    policy_first: bool = False
    moved: bool = False
    """Whether the page sends its reader elsewhere, or shifts its own addresses (`base`)."""
    ids: set[str] = field(default_factory=set)
    follows: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything that stands between tags, scripts and comments included, without a gap where a tag stood."""
        return "".join(self.texts)


def read_markup(html: str) -> Markup:
    """The parts of a page, read as a browser reads it: references decoded, in whatever case."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def style_addresses(css: str) -> list[str]:
    """What a style sheet loads, pictures written into it left out."""
    return [address for address in _STYLE_ADDRESS.findall(css) if not address.startswith(("data:", "#"))]


def fingerprint(script: str) -> str:
    """The source by which a policy allows an inline script."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Markup()
        self._inside = ""
        self._loads_before_policy = False

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002
        """Lines are not counted: nobody asks for them, and it costs a tenth of the time."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page = self.page
        given = {name: value or "" for name, value in attrs}
        if attrs:
            self._take(tag, given)
        if tag in {"script", "style", "link"} and not page.policy:
            self._loads_before_policy = True
        match tag:
            case "html":
                page.lang = page.lang or given.get("lang", "")
            case "h1":
                page.headings += 1
            case "title" if not page.title:
                self._inside = tag
            case "script" if "src" not in given and given.get("type", "").lower() in _RUN:
                self._inside = tag
                page.scripts.append("")
            case "style":
                self._inside = tag
            case "meta" | "base":
                self._head(tag, given)

    def _head(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("http-equiv", "").lower()
        if kind == CSP:
            self.page.policy = given.get("content", "")
            self.page.policy_first = not self._loads_before_policy
        elif kind == "refresh" and (onward := _ONWARD.fullmatch(given.get("content", ""))):
            self.page.follows.append(onward["page"])
        elif kind == "refresh" or tag == "base":
            self.page.moved = True

    def _take(self, tag: str, given: dict[str, str]) -> None:
        page = self.page
        page.values += given.values()
        for name, value in given.items():
            if name == "id" or (name == "name" and tag == "a"):
                page.ids.add(value)
            elif name.startswith("on"):
                page.handlers.append(name)
            elif name in _ADDRESSES and name != "ping":
                named = tag in _FOLLOWED or (tag == "link" and given.get("rel", "").lower() in _NAMING)
                (page.follows if named else page.loads).append(value)
            elif name == "ping":
                page.loads.append(value)
            elif name in {"srcset", "imagesrcset"}:
                page.loads += [part.split()[0] for part in value.split(",") if part.strip()]
            elif name == "srcdoc":
                page.handlers.append(name)
            elif name == "style":
                page.loads += style_addresses(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        self.page.texts.append(data)
        match self._inside:
            case "title":
                self.page.title += data
            case "script":
                self.page.scripts[-1] += data
            case "style":
                self.page.loads += style_addresses(data)

    def handle_comment(self, data: str) -> None:
        self.page.values.append(data)

    def handle_decl(self, decl: str) -> None:
        self.page.values.append(decl)

    def handle_pi(self, data: str) -> None:
        self.page.values.append(data)

    def unknown_decl(self, data: str) -> None:
        self.page.values.append(data)
