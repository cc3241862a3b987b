"""A built page whose own scripts hold back its first picture, so that nothing moves once the reader sees it."""

import re

_NAMED = re.compile(r'<script src="([^"<>]*)" defer></script>\n?')


def hoisted(html: str) -> str:
    """The page with the scripts that its text names in its head: only there may they block the rendering."""
    head, end, body = html.partition("</head>")
    tags = "".join(f'<script src="{address}" defer blocking="render"></script>\n' for address in _NAMED.findall(body))
    return f"{head}{tags}{end}{_NAMED.sub('', body)}" if tags and end else html
