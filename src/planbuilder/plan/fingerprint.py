"""Which text was approved: a short fingerprint of the text, its translations, channels and kind."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any
from unicodedata import normalize

from planbuilder.plan.scenarios import Statement


def fingerprint(statement: Statement, languages: tuple[str, ...]) -> str:
    """The first twelve hex digits of the SHA-256 of what was approved; `languages` are the plan's, in order.

    A language that the plan does not have comes after those that it has: whatever is published was approved.
    """
    import json  # plans without approvals do not pay for it

    texts = statement.text.by_language
    shorts = statement.short.by_language if statement.short else {}
    written = dict.fromkeys((*texts, *shorts))
    order = [tag for tag in languages if tag in written] + [tag for tag in written if tag not in languages]
    said = [
        [[tag, _clean(texts.get(tag)), _clean(shorts.get(tag))] for tag in order],
        sorted(statement.channels),
        statement.kind,
    ]
    compact = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    digest: str = _sha256()(compact.encode()).hexdigest()
    return digest[:12]


@cache
def _sha256() -> Callable[[bytes], Any]:
    """Python's own SHA-256: `hashlib` loads OpenSSL for the same digest, a tenth of the time that a check takes."""
    for module in ("_sha2", "_sha256", "hashlib"):
        with suppress(ImportError):
            found: Callable[[bytes], Any] = import_module(module).sha256
            return found
    raise AssertionError("Python comes with hashlib")


def _clean(text: str | None) -> str | None:
    return text and normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
