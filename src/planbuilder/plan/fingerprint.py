"""Which text was approved: a short fingerprint of the text, its translations, channels and kind."""

import hashlib
import json
from unicodedata import normalize

from planbuilder.plan.scenarios import Statement
from planbuilder.plan.texts import Text


def fingerprint(statement: Statement, languages: tuple[str, ...]) -> str:
    """The first twelve hex digits of the SHA-256 of what was approved; `languages` are the plan's, in order."""
    texts = statement.text.by_language
    order = [tag for tag in languages if tag in texts] + [tag for tag in texts if tag not in languages]
    said = [
        [[tag, _clean(texts[tag]), _short(statement.short, tag)] for tag in order],
        sorted(statement.channels),
        statement.kind,
    ]
    compact = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(compact.encode()).hexdigest()[:12]


def _short(short: Text | None, tag: str) -> str | None:
    return _clean(short.by_language[tag]) if short is not None and tag in short else None


def _clean(text: str) -> str:
    return normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
