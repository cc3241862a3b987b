"""Numbers in words and in digits, and months by name, in the languages that plans are most often written in."""

import re
from decimal import Decimal
from functools import cache

MONTHS: dict[str, int] = {
    name: month
    for names in (
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "janv févr mars avr mai juin juil août sept oct nov déc",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    )
    for month, name in enumerate(names.split(), 1)
}
"""The number of a month by its name or abbreviation, in small letters."""

_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_FR = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_MORE = {
    "a": "1", "an": "1", "une": "1", "first": "1", "premier": "1", "première": "1", "single": "1", "seul": "1",
    "seule": "1", "once": "1", "second": "2", "seconde": "2", "deuxième": "2", "both": "2", "twice": "2", "third": "3",
    "troisième": "3", "half": "30", "demi": "30", "demie": "30", "quarter": "15", "quart": "15", "dozen": "12",
    "douzaine": "12", "hundred": "100", "cent": "100", "thousand": "1000", "mille": "1000", "million": "1000000",
}  # fmt: skip


@cache
def values_of_words() -> dict[str, str]:
    """The digits of a number in words: `soixante-douze` is `72`."""
    words = dict(_MORE)
    for number in range(100):
        words[_english(number)] = words[_french(number)] = str(number)
    return words


def in_words(number: int, language: str) -> str:
    """A number below a hundred in French (`fr`) or English words."""
    return _french(number) if language == "fr" else _english(number)


def _english(number: int) -> str:
    if number < 20:
        return _EN[number]
    tens, units = divmod(number, 10)
    return _EN_TENS[tens - 2] + (f"-{_EN[units]}" if units else "")


def _french(number: int) -> str:
    if number < 20:
        return _FR[number]
    tens = max(ten for ten in _FR_TENS if ten <= number)
    units = number - tens
    if units == 0:
        return _FR_TENS[tens] + ("s" if tens == 80 else "")
    joint = "-et-" if units in {1, 11} and tens < 80 else "-"
    return _FR_TENS[tens] + joint + _FR[units]


def values_of_digits(digits: str) -> set[Decimal]:
    """What digits with separators may mean: `1.840` is 1840 or 1.84, `1 840` only 1840."""
    plain = "".join(digits.split())
    if plain.isdecimal():
        return {Decimal(plain)}
    marks = re.findall(r"[.,]", plain)
    last = plain.rfind(marks[-1])
    as_decimals = Decimal(re.sub(r"[.,]", "", plain[:last]) + "." + plain[last + 1 :])
    as_groups = Decimal(re.sub(r"[.,]", "", plain))
    if len(set(marks)) > 1 or plain != digits:
        return {as_decimals}
    if len(marks) > 1:
        return {as_groups}
    return {as_decimals, as_groups} if len(plain) - last == 4 else {as_decimals}


def plain(value: Decimal) -> str:
    """A number in digits without separators, as two that are the same are both written."""
    return f"{value.normalize():f}"
