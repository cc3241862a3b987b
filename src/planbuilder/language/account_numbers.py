"""Numbers of bank cards and bank accounts, known by their form and their checksum."""

import re

from planbuilder.patterns import regex

_CARD = regex(r"(?<![\d+.,/-])(?:\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}|3[47]\d\d([ -]?)\d{6}\2\d{5})(?![\d.,/-]*\d)")
_IBAN = regex(r"(?<![A-Z0-9])[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])")
LONG_NUMBER = regex(r"\d\d(?:[ -]?[A-Z\d]){11}")
"""What stands in every number of a card or an account."""
_IBAN_LENGTHS = {
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "DK FI NL",
        19: "SI",
        20: "AT EE LT LU",
        21: "CH HR LI LV",
        22: "BG DE GB IE",
        23: "AE IL",
        24: "AD CZ ES RO SA SE SK TN",
        25: "PT",
        26: "IS TR",
        27: "FR GR IT MC SM",
        28: "CY HU LB MA PL",
        29: "UA",
        30: "MU",
        31: "MT",
    }.items()
    for country in countries.split()
}


def may_hold_number(text: str) -> bool:
    """Whether a text is worth a closer look: hardly any has so many digits together."""
    return LONG_NUMBER.search(text) is not None


def holds_card(text: str) -> bool:
    """Whether the number of a bank card stands in a text: a known issuer, and the check digit of Luhn."""
    numbers = (re.sub(r"\D", "", found.group()) for found in _CARD.finditer(text))
    return any(re.match(r"4|5[1-5]|2[2-7]|3[47]|35|6(?:011|5)", digits) and _luhn(digits) for digits in numbers)


def holds_account(text: str) -> bool:
    """Whether the international number of a bank account (IBAN) stands in a text."""
    return any(_is_iban(found.group().replace(" ", "")) for found in _IBAN.finditer(text))


def _luhn(digits: str) -> bool:
    doubled = sum(sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])
    return (doubled + sum(int(d) for d in digits[::-2])) % 10 == 0


def _is_iban(found: str) -> bool:
    """Whether the country's length and the checksum (ISO 13616) fit; a word typed behind it may have been caught."""
    account = found[: _IBAN_LENGTHS.get(found[:2], 0)]
    if not account or len(account) != _IBAN_LENGTHS[found[:2]]:
        return False
    return int("".join(str(int(c, 36)) for c in account[4:] + account[:4])) % 97 == 1
