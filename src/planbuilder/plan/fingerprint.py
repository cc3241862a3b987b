"""Which text was approved: a short fingerprint of the text, its translations, channels and kind."""

from unicodedata import normalize

from planbuilder.digest import sha256
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
    return sha256(compact.encode()).hexdigest()[:12]


def _clean(text: str | None) -> str | None:
    return text and normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
