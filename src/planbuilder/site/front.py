"""The first page of an output: which organisation, which language. Where there is one of each, it goes on at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from planbuilder.messages import render, say
from planbuilder.pages import own_name
from planbuilder.site.policy import policy

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1.5rem;overflow-wrap:anywhere}"
    "h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.25rem;margin:2rem 0 .5rem}"
    "ul{list-style:none;margin:0;padding:0}li{margin:.5rem 0}"
    "a{display:block;padding:.75rem 1rem;border:1px solid;border-radius:.5rem;color:inherit}"
    "a:hover,a:focus-visible{outline:3px solid;outline-offset:2px}"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One plan that the output holds: its name for readers, the folder of its languages, its languages in order."""

    organisation: str
    folder: str
    languages: tuple[str, ...]


def front_page(choices: Sequence[Choice]) -> str:
    """The page as HTML, in the first language of the first plan."""
    language = choices[0].languages[0]
    # nobody has a second to choose among one
    alone = len(choices) == len(choices[0].languages) == 1
    onward = f'<meta http-equiv="refresh" content="0; url={choices[0].folder}{language}/index.html">\n' if alone else ""
    if len(choices) == 1:
        heading = render(say("Crisis plan – {organisation}", organisation=choices[0].organisation), language)
        body = _languages(choices[0])
    else:
        heading = render(say("Crisis plans"), language)
        body = "\n".join(f"<h2>{escape(choice.organisation)}</h2>\n{_languages(choice)}" for choice in choices)
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta http-equiv="content-security-policy" content="{policy(())}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
{onward}<link rel="icon" href="data:image/svg+xml,">
<title>{escape(heading)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(heading)}</h1>
{body}
</main>
</body>
</html>
"""


def _languages(choice: Choice) -> str:
    links = (
        f'<li><a href="{choice.folder}{tag}/index.html" lang="{tag}" hreflang="{tag}">{escape(own_name(tag))}</a></li>'
        for tag in choice.languages
    )
    return "<ul>\n" + "\n".join(links) + "\n</ul>"
