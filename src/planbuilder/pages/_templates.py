"""The plan's texts on a page, always as text. The only module that knows Jinja.

Whatever a template prints goes through `Speaker.printed`: every ASCII character that is neither a letter, a digit nor
a blank becomes a character reference, so that neither Markdown nor HTML finds anything to act upon. Only markup that
our own templates wrote passes as it is, and words with single hyphens (`data-leak`, `2026-11-21`), which mean nothing
to either: anchors stay readable to engines that look at the source.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from planbuilder.cover.periods import city
from planbuilder.language.blanks import pieces
from planbuilder.language.names import language_called
from planbuilder.messages import Message, base_of, lead, render, say_value, tool_language, translate
from planbuilder.plan import Phone, Text, Texts

_PLAIN = re.compile(r"[^A-Za-z0-9 \u00a0-\U0010ffff]")
_INERT = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", re.ASCII)
_PATH = re.compile(r"(?:\.\./)*(?:[a-z0-9_-]+/)*[a-z0-9_-]+\.(?:html|js)", re.ASCII | re.IGNORECASE)
_FIELD = re.compile(r"\{(\w+)\}", re.ASCII)
_WEB = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?(?:[/?#][\w.~:/?#@!$&()*+,;=%-]{0,1900})?",
    re.ASCII | re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?", re.ASCII | re.IGNORECASE)
_ANCHOR = re.compile(r"[A-Za-z0-9-]+", re.ASCII)
_BACKTICKS = re.compile(r"`([^`\n]+)`")
_CODED = re.compile("&#96;((?:(?!&#96;).)+)&#96;")
_BEFORE_SIGN = re.compile(r" (?=[?!:;»](?:\s|$))|(?<=«) ")
_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"\+?[0-9][0-9 .()\u00a0\u202f-]{1,24}", re.ASCII)


def encode(text: str) -> Markup:
    """`text` as markup that shows exactly it, in a paragraph, a heading, a cell or a quoted attribute."""
    if _INERT.fullmatch(text):
        return Markup(text)  # noqa: S704 - nothing in it is markup
    return Markup(_PLAIN.sub(lambda found: _reference(ord(found[0])), text))  # noqa: S704 - this is the escaping


def own(text: str) -> Markup:
    """A text of the program's own, between the tags of an element that Markdown leaves alone; backticks mean code.

    A quarter shorter than `encode`, and never for a text of a plan.
    """
    return Markup(_BACKTICKS.sub(r"<code>\1</code>", escape(text, quote=False)))  # noqa: S704 - escaped


def _kept_together(text: str, language: str) -> str:
    """French signs stay with their word at the end of a line, as people who typed a plain space meant it."""
    return _BEFORE_SIGN.sub("\N{NO-BREAK SPACE}", text) if language.startswith("fr") else text


def _reference(code: int) -> str:
    shown = code in {9, 10} or 32 <= code < 127
    return f"&#{code};" if shown else "\N{REPLACEMENT CHARACTER}"


def path(text: str) -> Markup:
    """The path of a page or a script as an attribute holds it."""
    return Markup(text) if _PATH.fullmatch(text) else encode(text)  # noqa: S704 - nothing in it is markup


def address(text: str, country: str | None = None) -> str | None:
    """The address that a text of the plan may be linked to: a web page, a mailbox or a number; None for any other.

    A number is read in `country`, and dialled in its international form where it has one.
    """
    typed = text.strip()
    if _WEB.fullmatch(typed):
        return typed
    if _MAIL.fullmatch(typed):
        return f"mailto:{typed}"
    number = Phone(typed, country)
    if number.extension and number.dialled:
        return f"tel:{number.dialled}"
    if _NUMBER.fullmatch(typed):
        return "tel:" + (number.e164 or re.sub(r"[^0-9+]", "", typed))
    return None


def anchor(name: str) -> Markup:
    """An id of the plan as it is: the attributes of a heading are not HTML yet, and would keep a reference."""
    return Markup(name) if _ANCHOR.fullmatch(name) else encode(name)  # noqa: S704 - letters, digits and hyphens


def templates_folder() -> Path:
    """Where the templates are: in the package when it was installed, else in the repository."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "site_templates"
    return inside if inside.is_dir() else package.parents[1] / "site_templates"


class Speaker:
    """Prints values on a page in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._elides = tool_language(language) == "fr"

    def printed(self, value: object) -> Markup:
        """Anything that a template prints, as markup that shows it."""
        if isinstance(value, Markup):
            return value
        if value is None:
            return Markup("")
        if isinstance(value, Text):
            said = value.language_of(self.language)
            return self._marked(said, encode(_kept_together(value.spoken(self.language), said)))
        if isinstance(value, Texts):
            return Markup(" · ").join(self.printed(one) for one in self.each(value))
        if isinstance(value, Message):
            return encode(render(value, self.language))
        return encode(say_value(value, self.language))

    def plain(self, value: object) -> Markup:
        """Anything as an attribute holds it: without the tags that say which language it is in."""
        return Markup(_TAG.sub("", self.printed(value)))  # noqa: S704 - printed

    def each(self, texts: Texts | None) -> list[Text]:
        """The sentences of a list, each with its language."""
        if texts is None:
            return []
        chosen = texts.each(self.language)
        tag = next(tag for tag, there in texts.by_language.items() if there is chosen)
        return [Text({tag: one}) for one in chosen]

    def lang(self, tag: str) -> Markup:
        """` lang="fr"` where a text is not in the page's language; nothing where it is."""
        if base_of(tag) == base_of(self.language):
            return Markup("")
        return Markup(' lang="{}"').format(encode(tag))

    def linked(self, value: str, country: str | None = None) -> Markup:
        """A text, as a link where it is the address of a page, a mailbox or a number as people of `country` type it."""
        target = address(value, country)
        if target is None:
            return encode(_kept_together(value, self.language))
        return Markup('<a href="{}">{}</a>').format(encode(target), encode(value))

    def call(self, phone: Phone, scheme: str = "tel") -> Markup:
        """A number that rings when it is touched, or opens a message (`sms`); plain text where it is no number."""
        if phone.e164 is None:
            return encode(phone.typed)
        number = phone.dialled if scheme == "tel" else phone.e164
        return Markup('<a href="{}:{}">{}</a>').format(encode(scheme), encode(number or ""), self.printed(phone))

    def blanks(self, text: str) -> Markup:
        """The text of a statement with its blanks marked, its doubled braces single."""
        marked = [
            Markup("<mark>{}</mark>").format(encode(piece))
            if blank
            else Markup("<br>").join(encode(line) for line in piece.split("\n"))
            for piece, blank in pieces(text.strip())
        ]
        return Markup("").join(marked)

    def coded(self, message: Message) -> Markup:
        """What a finding says, as markup; what it says to type, in backticks, as code."""
        return Markup(_CODED.sub(r"<code>\1</code>", str(self.printed(message))))  # noqa: S704 - printed

    def words(self, sentence: str, /, **values: object) -> Markup:
        """A sentence of our own in the page's language, its `{fields}` filled with values or markup."""
        return self._filled(translate(sentence, self.language), values)

    def counted(self, one: str, many: str, n: int, /, **values: object) -> Markup:
        """A sentence of our own that has a singular and a plural; `{count}` is the number."""
        return self._filled(render(Message(one, {}, many, n), self.language), {"count": n, **values})

    def _filled(self, pattern: str, values: Mapping[str, object]) -> Markup:
        before, *rest = _FIELD.split(pattern)
        filled = []
        for name, after in zip(rest[::2], rest[1::2], strict=True):
            value = self.printed(values[name]) if name in values else encode(f"{{{name}}}")
            filled += [encode(lead(before, value.striptags(), elides=self._elides)), value]
            before = after
        return Markup("").join([*filled, encode(before)])

    def _marked(self, tag: str, html: Markup) -> Markup:
        lang = self.lang(tag)
        return Markup("<span{}>{}</span>").format(lang, html) if lang else html


class _Compiled(BytecodeCache):
    """Templates compiled once for all languages: that takes longer than to fill them in."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()
Rendered = Callable[[str, Mapping[str, object]], str]


@cache
def templates(language: str) -> Rendered:
    """Fill a template, named by its path in the folder of templates, for a reader of `language`."""
    speaker = Speaker(language)
    environment = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        finalize=speaker.printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    environment.globals.update(
        _=speaker.words,
        _n=speaker.counted,
        language=language,
        each=speaker.each,
        lang=speaker.lang,
    )
    environment.filters.update(
        anchor=anchor,
        city=city,
        linked=speaker.linked,
        plain=speaker.plain,
        call=speaker.call,
        blanks=speaker.blanks,
        language=language_called,
        own=own,
        coded=speaker.coded,
    )

    def filled(name: str, values: Mapping[str, object]) -> str:
        return environment.get_template(name).render(values)

    return filled
