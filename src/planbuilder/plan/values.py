"""The small values of a plan: numbers, yes and no, money, places, domains, words. Each says its own error."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Annotated, NamedTuple

from pydantic_core import core_schema
from pydantic_core.core_schema import ValidationInfo

from planbuilder.messages import base_of, number, say, tool_language
from planbuilder.patterns import regex
from planbuilder.plan._entry import Read, misread, reader, slipped, typed
from planbuilder.plan.examples import money_example, zone_example

# --- numbers ---

_NO_NUMBER = say("`{key}` is not a number.")
_NUMBER_FIX = say("Write digits only, for example 150.")
_NUMBER = regex(r"-?\d{1,12}(\.\d{1,6})?", re.ASCII)


def read_number(value: object) -> float:
    """The number that `150` or `4.5` says."""
    text = typed(value, _NO_NUMBER, _NUMBER_FIX)
    if not _NUMBER.fullmatch(text):
        raise slipped(_NO_NUMBER, _NUMBER_FIX, text, "number")
    return float(text) if "." in text else int(text)


_NO_COUNT = say("`{key}` is not a whole number.")


def read_count(value: object) -> int:
    """The number of things that `280` says."""
    text = typed(value, _NO_COUNT, _NUMBER_FIX)
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise misread(_NO_COUNT, _NUMBER_FIX)
    return int(text)


_FLAGS = {"true": True, "yes": True, "false": False, "no": False}
_NO_FLAG = say("`{key}` is neither true nor false.")
_FLAG_FIX = say("Write `true` or `false`.")


def read_flag(value: object) -> bool:
    """Whether `true` is written; `yes` and `no` will do."""
    text = typed(value, _NO_FLAG, _FLAG_FIX)
    read = _FLAGS.get(text)
    if read is None:
        raise slipped(_NO_FLAG, _FLAG_FIX, text, "flag")
    return read


_NO_PERCENT = say("`{key}` is not a percentage.")
_PERCENT_FIX = say("Write a number from 0 to 100 and the sign, for example 80%.")
_PERCENT = regex(r"(100|\d{1,2})[ \u00a0\u202f]?%", re.ASCII)


def read_percent(value: object) -> int:
    """The hundredths that `80%` says."""
    text = typed(value, _NO_PERCENT, _PERCENT_FIX)
    match = _PERCENT.fullmatch(text)
    if match is None:
        raise slipped(_NO_PERCENT, _PERCENT_FIX, text, "percent")
    return int(match[1])


Number = Annotated[float, Read(read_number, {"type": "number", "errorMessage": _NUMBER_FIX.text})]
Count = Annotated[int, Read(read_count, {"type": "integer", "minimum": 0, "errorMessage": _NUMBER_FIX.text})]
Flag = Annotated[bool, Read(read_flag, {"enum": [True, False, "yes", "no"], "errorMessage": _FLAG_FIX.text})]
Percent = Annotated[
    int,
    Read(
        read_percent,
        {
            "type": "string",
            "pattern": r"^\s*(100|\d{1,2})[ \u00a0\u202f]?%\s*$",
            "patternErrorMessage": _PERCENT_FIX.text,
        },
    ),
]

# --- money ---

_CURRENCIES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY "
    "COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR "
    "ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK "
    "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
    "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU "
    "UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
)
_NO_MONEY = say("`{key}` is not an amount of money.")
_MONEY_FIX = say("Write the amount and the currency, for example 30 EUR.")
_MONEY = regex(r"(\d{1,12}|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,3})(?:[.,](\d{1,2}))?[ \u00a0\u202f]?([A-Z]{3})", re.ASCII)


def _country(info: ValidationInfo | None) -> str | None:
    """The country of the plan that a value stands in, where it is known."""
    return getattr(info.context, "country", None) if info else None


class Money(NamedTuple):
    """An amount in hundredths of its currency, an ISO 4217 code."""

    hundredths: int
    currency: str

    def spoken(self, language: str) -> str:
        """`30 EUR`, with the decimals where there are any."""
        whole, rest = divmod(self.hundredths, 100)
        mark = "," if tool_language(language) == "fr" else "."
        return f"{number(whole, language)}{f'{mark}{rest:02}' if rest else ''}\u00a0{self.currency}"


def read_money(value: object, info: ValidationInfo | None = None) -> Money:
    """The amount that `30 EUR` says."""
    text = typed(value, _NO_MONEY, _MONEY_FIX)
    match = _MONEY.fullmatch(text)
    if match is None or match[3] not in _CURRENCIES:
        example = money_example(_country(info))
        raise slipped(
            _NO_MONEY, say("Write the amount and the currency, for example {money}.", money=example), text, "money"
        )
    whole = int(re.sub(r"\D", "", match[1]))
    return Money(whole * 100 + int((match[2] or "0").ljust(2, "0")), match[3])


MoneyValue = Annotated[
    Money,
    Read(
        read_money,
        {
            "type": "string",
            "pattern": "^\\s*\\d[\\d \u00a0\u202f]*([.,]\\d{1,2})?[ \u00a0\u202f]?[A-Z]{3}\\s*$",
            "patternErrorMessage": _MONEY_FIX.text,
        },
        in_context=True,
    ),
]

# --- places and languages ---

_NO_TIMEZONE = say("`{key}` is not a time zone.")
_TIMEZONE_FIX = say("Write its name, for example Europe/Paris.")
_TIMEZONE_PATTERN = r"UTC|[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*){1,2}"


def read_timezone(value: object, info: ValidationInfo | None = None) -> str:
    """The IANA name of a time zone."""
    text = typed(value, _NO_TIMEZONE, _TIMEZONE_FIX)
    if not _is_timezone(text):
        example = zone_example(_country(info))
        raise slipped(_NO_TIMEZONE, say("Write its name, for example {zone}.", zone=example), text, "timezone")
    return text


@cache
def _is_timezone(text: str) -> bool:
    from zoneinfo import ZoneInfo

    if not re.fullmatch(_TIMEZONE_PATTERN, text, re.ASCII):
        return False
    try:
        ZoneInfo(text)
    except (OSError, ValueError, KeyError):
        return False
    return True


_COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA "
    "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA "
    "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS "
    "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS "
    "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW "
    "TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK"
)
_NO_COUNTRY = say("`{key}` is not the code of a country.")
_COUNTRY_FIX = say("Write two capital letters, for example FR, CA or BE.")


def is_country(code: str) -> bool:
    """Whether a text is the ISO 3166 code of a country (or Kosovo's `XK`, which phone numbers know)."""
    return len(code) == 2 and code.isalpha() and code in _COUNTRIES


def read_country(value: object) -> str:
    """The code of a country."""
    text = typed(value, _NO_COUNTRY, _COUNTRY_FIX)
    if not is_country(text):
        raise slipped(_NO_COUNTRY, _COUNTRY_FIX, text, "country")
    return text


LANGUAGE_PATTERN = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
_LANGUAGE = regex(LANGUAGE_PATTERN, re.ASCII)
_NO_LANGUAGE = say("`{key}` does not name a language by its code.")
_LANGUAGE_FIX = say("Write its code in small letters, for example fr or en.")


def is_language(tag: str) -> bool:
    """Whether a text has the form of a BCP 47 tag (`fr`, `pt-BR`)."""
    return len(tag) <= 35 and _LANGUAGE.fullmatch(tag) is not None


def has_language(tags: Iterable[str], wanted: str) -> bool:
    """Whether one of the tags is of the language of another, whatever the regions: `fr-CA` of `fr` and of `fr-FR`."""
    return base_of(wanted) in map(base_of, tags)


def read_language(value: object) -> str:
    """The tag of a language."""
    text = typed(value, _NO_LANGUAGE, _LANGUAGE_FIX)
    if not is_language(text):
        raise slipped(_NO_LANGUAGE, _LANGUAGE_FIX, text, "language")
    return text


_SEVERAL_FIX = say("Write the codes between square brackets, for example `{key}: [fr, en]`.")


def _checked_languages(tags: tuple[str, ...]) -> tuple[str, ...]:
    if not tags:
        raise misread(say("`{key}` names no language."), _SEVERAL_FIX)
    for position, tag in enumerate(tags):
        if tag in tags[:position]:
            raise misread(
                say("`{key}` names {tag} twice.", tag=tag), say("Remove one of the two."), "value", (position,)
            )
    return tags


TimeZone = Annotated[
    str,
    Read(
        read_timezone,
        {
            "type": "string",
            "pattern": rf"^\s*({_TIMEZONE_PATTERN})\s*$",
            "patternErrorMessage": _TIMEZONE_FIX.text,
            "defaultSnippets": [{"body": name} for name in ("Europe/Paris", "Europe/Brussels", "America/Toronto")],
        },
        in_context=True,
    ),
]
Country = Annotated[
    str,
    Read(
        read_country,
        {"type": "string", "pattern": r"^\s*[A-Z]{2}\s*$", "patternErrorMessage": _COUNTRY_FIX.text},
    ),
]
Language = Annotated[
    str,
    Read(
        read_language,
        {"type": "string", "pattern": rf"^\s*{LANGUAGE_PATTERN}\s*$", "patternErrorMessage": _LANGUAGE_FIX.text},
    ),
]

Languages = Annotated[
    tuple[str, ...],
    Read(
        core_schema.no_info_after_validator_function(
            _checked_languages, core_schema.tuple_variable_schema(reader(Language).core)
        ),
        {"type": "array", "items": reader(Language).schema, "minItems": 1, "uniqueItems": True},
    ),
]
"""The languages of a plan, the reference language first: one at least, each once."""

# --- domains ---

_NO_DOMAIN = say("`{key}` takes the names of domains.")
_DOMAIN_FIX = say("Write what stands after the `@` of your addresses, for example lumen.fr.")
_DOMAIN_PATTERN = r"([^\W_]([\w-]{0,61}[^\W_])?\.){1,20}[^\W\d_][\w-]{0,61}[^\W_]"
_DOMAIN = regex(_DOMAIN_PATTERN)


def read_domain(value: object) -> str:
    """The name of a domain of the web and of mail, without `https://` and `www.`."""
    text = typed(value, _NO_DOMAIN, _DOMAIN_FIX)
    if not _DOMAIN.fullmatch(text) or text.lower().startswith("www."):
        raise slipped(_NO_DOMAIN, _DOMAIN_FIX, text, "domain")
    return text


Domain = Annotated[
    str,
    Read(
        read_domain,
        {"type": "string", "pattern": r"^\s*[^\s/@:]+\.[^\s/@:.]{2,}\s*$", "errorMessage": _DOMAIN_FIX.text},
    ),
]

# --- words ---

_NO_WORD = say("`{key}` takes one text.")
_WORD_FIX = say("Write a text on this line, or remove the key.")


def read_word(value: object) -> str:
    """A text that has no language."""
    return typed(value, _NO_WORD, _WORD_FIX)


WORD_SCHEMA = {"type": ["string", "number", "boolean"], "errorMessage": _WORD_FIX.text}
Word = Annotated[str, Read(read_word, WORD_SCHEMA)]
"""A text that has no language: a name, a place, an account, a tool."""
