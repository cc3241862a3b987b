"""Lines of a plan as reports may show them: without the values of contact fields and without secrets.

What is hidden inside a line is covered sign by sign, so that a caret below the line still points at its place; what
is hidden at its end becomes one `…`. In doubt more is hidden: an excerpt shows where, the file shows what.
"""

import re
from functools import lru_cache

from planbuilder.patterns import regex
from planbuilder.source.reading import Source

MOST_SHOWN = 400
"""A longer line is cut: nobody reads it, and masking stays cheap on hostile files."""

COVER = "…"

_CONTACT = (
    "mobile|sms|home|desk|pager|e-?mail|signal|whatsapp|teams|slack|bridge|backup_bridge|kept_in|recovery"
    "|phone|tel|t[eé]l[eé]phone|portable|gsm|fax|mail|courriel|contact|adresse|address"
)
_SECRETIVE = (
    r"pass(?:word|wd|phrase|code)?|pwd|mots?[ _-]*de[ _-]*passe|mdp|tokens?|jetons?|secrets?|credentials?"
    r"|(?:api|private|secret|access)[ _-]*keys?|cl[eé]s?[ _-]*(?:api|priv[eé]e|secr[eè]te|d'acc[eè]s)|pin|codes?"
    r"|iban|bic|cvv|bearer|authorization|identifiants?|login"
)
# The key of a value to hide. An escape in a quoted key may spell any word, so its value is hidden too.
_KEY = regex(
    rf"""(?<![\w-])(?P<quote>["']?)(?:{_CONTACT}|{_SECRETIVE})(?P=quote)\s*[:：=]"""
    r"""|"[^"\\]{0,80}\\[^"]{0,80}"\s*:"""
    r"""|^\s*(?:-\s+)*:(?=\s)""",
    re.IGNORECASE,
)
# A channel `sms:` or a role `desk:` is an entry with keys of its own, each of which is looked at.
_CONTACT_MAP = regex(rf"(?:{_CONTACT}): *\{{ *(?:platform|holder|kind|role|tool|name|means): ", re.IGNORECASE)
_SECTION = regex(r"(?:people|roles|levels|channels|audiences|scenarios|statements|remedies):\s*(?:#.*)?")
"""The sections whose keys are ids: below `channels:`, `telephone:` is a channel."""
_ID_ALONE = regex(r"[^:]+:\s*(?:#.*)?")
_SPOKEN = regex(rf"(?<![\w-])(?:{_SECRETIVE})(?![\w-])[^:=：]{{0,30}}?(?:[:=：]|\s(?:est|is)\s)\s*", re.IGNORECASE)
_SECRETIVE_KEY = regex(_SECRETIVE, re.IGNORECASE)
_DATE = (
    r"(?:\d{4}-\d\d-\d\d(?!\d)(?:[T ]\d\d:\d\d)?"
    r"|(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[012]?\d|3[01])(?![\d./-])"
    r"|(?:[012]?\d|3[01])[-/.](?:[012]?\d|3[01])[-/.](?:19|20)\d\d(?![\d./-]))"
)
"""A day as a plan writes it, or as its writer may have."""
_REVEALING = regex(
    rf"(?P<date>(?<!\d){_DATE})"
    r"|[(+]?\d(?:[\s./()\-‐-―]{0,3}\d){5,}"
    r"|[^\s\"',;<>(){}\[\]]{1,80}@[^\s\"',;<>(){}\[\]@]{1,80}"
    r"|-----BEGIN.*"
    r"|\b(?:gh[opsu]|github_pat|glpat|xox[abeprs]|sk|pk|rk|AKIA|AIza|eyJ|hvs)[\w-]{10,}"
    r"|(?=[\w+/-]{0,40}\d)(?=[\w+/-]{0,40}[A-Z])(?=[\w+/-]{0,40}[a-z])[\w+/-]{20,}"
)
_END_IN_FLOW = regex(r"""\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'\[{,}\]][^,}\]]*|)(?=\s*[,}\]])""")
_NAME = regex(r"[^\W\d][\w .'’-]{0,39}", re.UNICODE)


def masked(line: str, hide_after_key_at: int | None = None) -> str:
    """The line without contact values and secrets.

    `hide_after_key_at` is the column (from 1) of a key that the plan does not know: its value is hidden as well.
    """
    cut = line[:MOST_SHOWN]
    if hide_after_key_at is not None:
        cut = _without_value_at(cut, hide_after_key_at - 1)
    cut = _without_values(cut)
    spoken = _SPOKEN.search(cut)
    if spoken and cut[spoken.end() :].strip(COVER + " "):
        cut = _hide_end(cut, spoken.end())
    shown = _REVEALING.sub(lambda found: found.group() if found["date"] else COVER * len(found.group()), cut)
    return shown + COVER if len(line) > MOST_SHOWN and not shown.endswith(COVER) else shown


def excerpt(source: Source, number: int, hide_after_key_at: int | None = None) -> str:
    """Line `number` of a file as a report may show it; also hidden where the key stands on a line above."""
    line = source.line(number)
    if is_below_hidden_key(source, number):
        return line[: len(line) - len(line.lstrip())] + COVER
    return masked(line, hide_after_key_at)


def is_below_hidden_key(source: Source, number: int) -> bool:
    """Whether a line above, less indented, holds a key whose value is hidden: the text below `mobile: |`."""
    indent = _indent(source.line(number))
    dash = source.line(number).lstrip().startswith("-")
    for above in range(number - 1, max(0, number - 400), -1):
        line = source.line(above)
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if _indent(line) < indent or (dash and _indent(line) == indent and not bare.startswith("-")):
            indent, dash = _indent(line), False
            key = _KEY.search(line)
            if key and not line[: key.start()].strip(" -?") and not _is_id(source, above):
                return True
        if indent == 0:
            break
    return False


def _is_id(source: Source, number: int) -> bool:
    """Whether a key is the id of an entry: it stands alone on its line, right below a section of entries."""
    line = source.line(number)
    if not _ID_ALONE.fullmatch(line):
        return False
    outer = (source.line(above) for above in range(number - 1, max(0, number - 400), -1))
    parent = next((one for one in outer if one.strip() and _indent(one) < _indent(line)), "")
    return _SECTION.fullmatch(parent) is not None


@lru_cache(maxsize=1024)
def shown_key(key: str) -> str:
    """A key for a sentence; `…` where somebody typed a number, an address or a secret in its place."""
    return key if len(key) <= 64 and masked(key) == key else COVER


def names_a_secret(key: str) -> bool:
    """Whether a key says that a password or the like follows."""
    return _SECRETIVE_KEY.fullmatch(key) is not None


def shown_name(text: str) -> str | None:
    """The text where it looks like the name of a key, for a sentence about a line that YAML cannot read."""
    return text if _NAME.fullmatch(text) and masked(text) == text else None


def _without_values(line: str) -> str:
    at = 0
    while found := _KEY.search(line, at):
        if not line[: found.start()].strip() and _CONTACT_MAP.match(line, found.start()):
            at = found.end()
            continue
        end = _end_of_value(line, found)
        if end is None:
            return _hide_end(line, found.end())
        start = found.end() + len(line[found.end() : end]) - len(line[found.end() : end].lstrip())
        line = line[:start] + COVER * (end - start) + line[end:]
        at = max(end, found.end())
    return line


def _end_of_value(line: str, key: re.Match[str]) -> int | None:
    """Where the value of a key inside braces ends; None where the rest of the line belongs to it, or may."""
    if not re.search(r"[{\[,]\s*$", line[: key.start()]) or "{" not in line[: key.start()]:
        return None
    found = _END_IN_FLOW.match(line, key.end())
    return found.end() if found else None


def _without_value_at(line: str, start: int) -> str:
    quote = line[start : start + 1]
    after = line.find(quote, start + 1) if quote in ('"', "'") else start
    colon = line.find(":", max(after, start))
    return line if colon < 0 else _hide_end(line, colon + 1)


def _hide_end(line: str, start: int) -> str:
    """The line up to `start`, and `…` for what follows."""
    return f"{line[:start].rstrip()} {COVER}" if line[start:].strip() else line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
