"""The second lock: a policy on every page that lets nothing run but the theme's own scripts.

Should a text of the plan ever become markup, its script would still not be known to the browser.
"""

from collections.abc import Iterable
from pathlib import Path

from planbuilder.site.markup import CSP, fingerprint, read_markup

_HEAD = "<head>"


def theme_scripts(probe: Path) -> frozenset[str]:
    """The fingerprints of the inline scripts of a site that holds no text of any plan."""
    pages = (read_markup(page.read_text("utf-8")) for page in sorted(probe.rglob("*.html")))
    return frozenset(fingerprint(script) for page in pages for script in page.scripts)


def policy(scripts: Iterable[str]) -> str:
    """What a page may load and run, given the fingerprints of the scripts written into it.

    `file:` serves the copy that is opened from a folder, where `'self'` means nothing; over http it adds nothing.
    """
    known = " ".join(sorted(scripts))
    return (
        "default-src 'self' file:; "
        + (f"script-src 'self' file: {known}; " if known else "")
        + "style-src 'self' file: 'unsafe-inline'; "
        "img-src 'self' file: data:; "
        "form-action 'none'; object-src 'none'; base-uri 'none'"
    )


def with_policy(html: str, text: str) -> str:
    """The page with the policy before anything that it could forbid. As it was where it has not one `<head>`."""
    before, head, after = html.partition(_HEAD)
    if not head or _HEAD in after.partition("</head>")[0]:
        return html
    return f'{before}{head}\n<meta http-equiv="{CSP}" content="{text}">{after}'
