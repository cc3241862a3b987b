"""Phone numbers, as typed and as the world dials them."""

import re
import string
from functools import cache
from typing import Annotated, NamedTuple

from pydantic_core.core_schema import ValidationInfo

from planbuilder.messages import render, say
from planbuilder.patterns import regex
from planbuilder.plan._entry import Read, typed

_NO_PHONE = say("`{key}` is not a phone number.")
_PHONE_FIX = say("Write the number in the international form, with `+` and the code of the country in front.")
_DIALLED = regex(r"\+?\(?[0-9][0-9 .()/\u00a0\u202f-]*", re.ASCII)


_EXAMPLES = {
    "AU": "+61 491 570 156", "CA": "+1 514 555 0123", "FR": "+33 6 39 98 00 01", "GB": "+44 7700 900123",
    "IE": "+353 20 910 0123", "US": "+1 202 555 0123",
}  # fmt: skip
_LANDLINES = {
    "AU": "+61 2 5550 0123", "FR": "+33 1 99 00 00 01", "GB": "+44 20 7946 0123",
}  # fmt: skip
"""Numbers that are kept for fiction: nobody is woken by a plan writer who copies one."""


class Phone(NamedTuple):
    """A phone number as typed, read in the plan's country. One that is no number is kept: TEAM-BAD-NUMBER."""

    typed: str
    country: str | None

    @property
    def e164(self) -> str | None:
        """`+33639980001`, without an extension; None where the text has not the form and length of a number."""
        return _e164(without_extension(self.typed), self.country)

    @property
    def extension(self) -> str | None:
        """`234` of « 819-555-0173 poste 234 »."""
        return self.typed[len(without_extension(self.typed)) :].strip(_SIGNS_OF_EXTENSION) or None

    @property
    def dialled(self) -> str | None:
        """What a telephone dials: `+18195550173,234`, the extension after a pause."""
        number, extension = self.e164, self.extension
        return f"{number},{extension}" if number and extension else number

    def spoken(self, language: str) -> str:
        """The international form, `+33 6 39 98 00 01`, with the extension where there is one."""
        if self.e164 is None:
            return self.typed
        number, extension = _international(self.e164), self.extension
        if extension is None:
            return number
        return render(say("{number} ext. {extension}", number=number, extension=extension), language)


_EXTENSION = regex(
    r"(?<=\d)\)?[\s,;]*(?:poste|extension|extn?\b\.?|p\b\.?|x|#)[\s:=.]*\d{1,7}\s*\Z", re.IGNORECASE | re.ASCII
)
_SIGNS_OF_EXTENSION = string.ascii_letters + string.whitespace + ").,;:=#"
_ENOUGH_DIGITS = 6


def without_extension(typed: str) -> str:
    """A number as typed, but for what is dialled after it: `poste 234`, `ext. 234`, `x234`, `p. 234`, `;ext=234`."""
    found = _EXTENSION.search(typed) if not typed.isdecimal() else None
    before = typed[: found.start()] if found else typed
    return before if sum(map(str.isdecimal, before)) >= _ENOUGH_DIGITS else typed


_ONE_LENGTH = {
    "BF": ("226", 8), "CA": ("1", 10), "CH": ("41", 9), "CI": ("225", 10), "DZ": ("213", 9), "ES": ("34", 9),
    "FR": ("33", 9), "MA": ("212", 9), "MG": ("261", 9), "PT": ("351", 9), "SN": ("221", 9), "TN": ("216", 8),
}  # fmt: skip
"""Calling codes of countries whose numbers have one length, in digits: they are read without the library's tables."""
_MOBILES = {
    "BF": "567", "CH": "7", "DZ": "567", "ES": "67", "FR": "67", "MA": "67", "MG": "3", "PT": "9", "SN": "7",
}  # fmt: skip
"""What the mobiles of some of these countries start with. America (`+1`) does not tell."""
_ZERO_IN_FRONT = frozenset({"CH", "DZ", "FR", "MA", "MG"})
_SEPARATORS = str.maketrans("", "", " .-/\u00a0\u202f")


def _plain_number(typed: str, country: str | None) -> str | None:
    """The number where its form leaves no doubt; None where the library must look."""
    digits = typed.translate(_SEPARATORS)
    if digits[:1] == "+" and digits[1:].isascii() and digits[1:].isdecimal():
        for code, length in _ONE_LENGTH.values():
            national = digits[1 + len(code) :]
            if digits.startswith(code, 1) and len(national) == length and national[0] != "0":
                return digits
    elif country in _ZERO_IN_FRONT and digits.isascii() and digits.isdecimal():
        code, length = _ONE_LENGTH[country]
        if len(digits) == 1 + length and digits[0] == "0" and digits[1] != "0":
            return f"+{code}{digits[1:]}"
    return None


@cache
def _e164(typed: str, country: str | None) -> str | None:
    return _plain_number(typed, country) or _looked_up(typed, country)


def _looked_up(typed: str, country: str | None) -> str | None:
    from phonenumbers import PhoneNumberFormat, format_number, is_possible_number, is_valid_number, parse
    from phonenumbers.phonenumberutil import NumberParseException

    if len(typed) > 40 or not _DIALLED.fullmatch(typed) or (country is None and typed[0] != "+"):
        return None
    try:
        read = parse(typed, country)
    except NumberParseException:
        return None
    # where a digit is missing, the zero in front is taken for one of the digits, as if the number were Italian
    possible = is_possible_number(read) and (not read.italian_leading_zero or is_valid_number(read))
    return str(format_number(read, PhoneNumberFormat.E164)) if possible else None


@cache
def _international(e164: str) -> str:
    from phonenumbers import PhoneNumberFormat, format_number, parse

    return str(format_number(parse(e164, None), PhoneNumberFormat.INTERNATIONAL)).replace(" ", "\u00a0")


def calling_code(country: str) -> str:
    """What international numbers of a country start with: `+353` for `IE`."""
    from phonenumbers import country_code_for_region

    return f"+{country_code_for_region(country)}"


def example_number(country: str, *, mobile: bool = True) -> str:
    """A number of a country in the form to be typed, one that nobody has; `+32 …` where none is kept for that."""
    return (_EXAMPLES if mobile else _EXAMPLES | _LANDLINES).get(country) or f"{calling_code(country)} …"


def is_landline(e164: str) -> bool:
    """Whether the numbering of the country says so; where it does not tell, a number may be a mobile."""
    if _is_plainly_mobile(e164):
        return False
    from phonenumbers import PhoneNumberType, number_type, parse

    return number_type(parse(e164)) == PhoneNumberType.FIXED_LINE


def country_of_number(e164: str) -> str:
    """The country that a number is of, or the largest of those that share its calling code."""
    from phonenumbers import parse, region_code_for_country_code

    return str(region_code_for_country_code(parse(e164).country_code or 0))


def has_length_of_mobile(e164: str) -> bool:
    """Whether a number has as many digits as the mobiles of its country."""
    if _is_plainly_mobile(e164):
        return True
    from phonenumbers import PhoneNumberType, is_possible_number_for_type, parse

    return is_possible_number_for_type(parse(e164), PhoneNumberType.MOBILE)


def _is_plainly_mobile(e164: str) -> bool:
    """Whether it is a mobile of a country that tells by the first digit, without the library's tables."""
    return e164[1] == "1" or any(
        e164.startswith(code, 1) and e164[1 + len(code)] in _MOBILES.get(country, "")
        for country, (code, _) in _ONE_LENGTH.items()
    )


def read_phone(value: object, info: ValidationInfo) -> Phone:
    """The number, whatever its form."""
    return Phone(typed(value, _NO_PHONE, _PHONE_FIX), getattr(info.context, "country", None))


PhoneValue = Annotated[
    Phone, Read(read_phone, {"type": ["string", "number"], "errorMessage": _PHONE_FIX.text}, in_context=True)
]
