"""Phone numbers and domains that nobody has: they are kept for examples and for films."""

import re

from planbuilder.patterns import regex

_NUMBERS = regex(
    r"\+33(?:19900|26191|35301|46571|53649|63998)\d{4}"  # France: kept for fiction
    r"|\+1\d{3}55501\d\d"  # North America
    r"|\+44(?:7700900|2079460|1632960|1134960|1144960|1154960|1164960|1174960|1184960|1214960|1314960|1414960|1514960"
    r"|1614960|1914980|2890180|2920180|8081570|9098790|3069990)\d{3}"  # United Kingdom
    r"|\+3532091\d{5}"  # Ireland
    r"|\+61(?:[2378]5550\d{4}|[2378]7010\d{4}|491570\d{3}|1800160\d{3}|1300975\d{3})"  # Australia
    r"|\+33(?:612345678|123456789|800000000|[1-9]0{8})"  # what people type when they have none
)
_DOMAIN = regex(
    r"(?:^|[\s@/.(<«\"“])(?:example\.(?:com|net|org)|(?:[\w-]{1,63}\.){1,8}(?:example|test|invalid|localhost))"
    r"(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_PHONE = regex(
    r"(?<![\w+])(?:\+\d|0)(?:[ \u00a0\u202f().-]{0,2}\d){7,14}(?!\w)"
    r"|(?<![\w+])\(?[2-9]\d\d\)?[ .-]\d{3}[ .-]\d{4}(?!\w)"
)


def is_fictional_number(e164: str) -> bool:
    """Whether a number (`+33639980001`) is one that nobody has."""
    return bool(_NUMBERS.fullmatch(e164))


def has_fictional_domain(text: str) -> bool:
    """Whether a text, an address or a link has a domain that nobody has: `example.com`, `lumen.example`."""
    return bool(_DOMAIN.search(text))


def numbers_in(text: str) -> list[str]:
    """What looks like a phone number in a text, as typed: with a prefix, with its zero, or in the American way."""
    return [found[0].replace("(", "").replace(")", "") for found in _PHONE.finditer(text)]
