"""What a writer probably meant: the text to type instead of one that a value type refuses.

Each function takes the refused text and returns one that its type accepts, or None. Most slips are French habits:
`12/11/2026`, `9h-18h`, `lun-ven`, `80 pourcent`, `2 heures`. Loaded only when a plan has such a mistake.
"""

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import Any
from zoneinfo import available_timezones

from pydantic_core import PydanticCustomError

from planbuilder.messages import Message, say
from planbuilder.patterns import regex
from planbuilder.plan.hours import DAYS, FRENCH_DAYS, LONG_DAYS, read_handover, read_hours
from planbuilder.plan.nearest import nearest, plain
from planbuilder.plan.times import AT_ONCE, read_date, read_duration, read_moment
from planbuilder.plan.values import is_country, is_language, read_domain
from planbuilder.plan.zones import zones


def _if_read(text: str | None, read: Callable[[object], Any]) -> str | None:
    """The text where its type accepts it."""
    if text is None:
        return None
    try:
        read(text)
    except PydanticCustomError:
        return None
    return text


_MONTHS = {
    name: number
    for names in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "janv fevr mars avr mai juin juil aout sept oct nov dec",
    )
    for number, name in enumerate(names.split(), 1)
}


def offer(kind: str, text: str) -> Message | None:
    """What to type instead of a text that a value type refuses."""
    near = _SLIPS[kind](text)
    if near is None:
        return None
    if kind == "date":
        return say("Write `{near}` for {day}.", near=near, day=date.fromisoformat(near))
    return say("Write `{near}`.", near=near)


def date_slip(text: str) -> str | None:
    """`12/11/2026`, `12 novembre 2026`, `Nov 12, 2026`, `2026/11/12`: day before month, unless that is no month."""
    said = plain(text)
    words = re.fullmatch(r"(?:\w+ )?(?:le )?(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)\.?,? (\d{4})", said)
    if words and words[2] in _MONTHS:
        return _day(words[3], _MONTHS[words[2]], words[1])
    words = re.fullmatch(r"(?:\w+,? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", said)
    if words and words[1] in _MONTHS:
        return _day(words[3], _MONTHS[words[1]], words[2])
    numbers = re.fullmatch(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})", said)
    if numbers:
        first, middle, last = numbers.groups()
        if len(first) == 4:
            return _day(first, middle, last) or _day(first, last, middle)
        year = f"20{last}" if len(last) == 2 else last
        return _day(year, middle, first) or _day(year, first, middle)
    whole = re.fullmatch(r"(\d{4})-?(\d\d)-?(\d\d)(?:[t ] ?[\d:.]+z?)?", said)
    return _day(*whole.groups()) if whole else None


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        return _if_read(date(int(year), int(month), int(day)).isoformat(), read_date)
    except ValueError:
        return None


def moment_slip(text: str) -> str | None:
    """`21/11/2026 à 18h`."""
    halves = re.fullmatch(r"(.+?)(?:,? a| at|,|T)? *(\d{1,2} ?[h:] ?\d{0,2})", plain(text), re.IGNORECASE)
    if halves is None:
        return None
    day, clock = _if_read(halves[1].strip(), read_date) or date_slip(halves[1]), _clock(halves[2])
    return _if_read(f"{day} {clock}", read_moment)


_UNITS = {
    "min": "m", "mins": "m", "mn": "m", "minute": "m", "h": "h", "hr": "h", "heure": "h", "hour": "h",
    "j": "days", "jour": "days", "d": "days", "day": "days", "semaine": "weeks", "sem": "weeks", "week": "weeks",
    "mois": "months", "month": "months", "m": "m", "an": "years", "annee": "years", "year": "years",
    "jour ouvre": "business days", "jours ouvre": "business days", "jour ouvrable": "business days",
    "jours ouvrable": "business days", "working day": "business days", "business day": "business days",
}  # fmt: skip
_NUMBERS = {
    "un": 1, "une": 1, "one": 1, "a": 1, "an": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4,
    "cinq": 5, "five": 5, "six": 6, "dix": 10, "ten": 10, "quinze": 15, "fifteen": 15, "vingt": 20, "twenty": 20,
    "trente": 30, "thirty": 30,
}  # fmt: skip
_OFTEN = {
    **dict.fromkeys(("hourly", "chaque heure", "toutes les heures", "every hour"), "1h"),
    **dict.fromkeys(("daily", "quotidien", "chaque jour", "tous les jours", "every day"), "1 day"),
    **dict.fromkeys(("weekly", "hebdomadaire", "chaque semaine", "toutes les semaines", "every week"), "1 week"),
    **dict.fromkeys(("monthly", "mensuel", "chaque mois", "tous les mois", "every month"), "1 month"),
    **dict.fromkeys(("yearly", "annuel", "chaque annee", "tous les ans", "every year"), "1 year"),
    **dict.fromkeys(("demi-heure", "une demi-heure", "half an hour"), "30m"),
}


# Whole words, never given back: a sentence could else be cut into amounts in more ways than can be tried.
_AMOUNT = r"(\d{1,5}(?:[.,]\d)?|[a-z]++) ?([a-z]++(?: (?:ouvre|ouvrable|day)s?+)?+)(?:,| et| and)?+ ?+"


_START = {
    "0", "now", "at once", "immediately", "straight away", "right away", "start", "t0", "t+0", "h", "h0", "h+0", "j0",
    "tout de suite", "immediatement", "immediat", "maintenant", "debut", "au debut", "des le debut", "aussitot",
}  # fmt: skip


def offset_slip(text: str) -> str | None:
    """`0`, `immediately`: the start itself; else a length of time."""
    return "0m" if plain(text).strip(" .") in _START else duration_slip(text)


def duration_slip(text: str) -> str | None:
    """`2 heures`, `1h30`, `1,5 h`, `3 jours ouvrés`, `4H`, `H+1`, `tous les jours`."""
    said = re.sub(r"^(?:every|tous les|toutes les) (?=\d)", "", plain(text))
    if said in _OFTEN:
        return _OFTEN[said]
    after = re.fullmatch(r"([hj]) ?\+ ?(\d{1,3})", said)
    if after:
        said = f"{after[2]} {after[1]}"
    clock = re.fullmatch(r"(\d{1,3}) ?(?:h|heures?) ?(\d{1,2})(?: ?(?:m|min|minutes?))?", said)
    if clock:
        return _if_read(f"{int(clock[1])}h {int(clock[2])}m", read_duration)
    if not re.fullmatch(rf"(?:{_AMOUNT})+", said):
        return None
    parts = re.findall(_AMOUNT, said)
    meant = [_part(number, unit) for number, unit in parts]
    return _if_read(" ".join(part for part in meant if part), read_duration) if all(meant) else None


def _part(number: str, unit: str) -> str | None:
    meant = _UNITS.get(unit) or _UNITS.get(unit.removesuffix("s"))
    if meant is None or not (number[0].isdecimal() or number in _NUMBERS):
        return None
    amount = float(_NUMBERS.get(number, number.replace(",", ".") if number[0].isdecimal() else 0))
    if not amount.is_integer():
        if meant != "h":
            return None
        amount, meant = amount * 60, "m"
    words = meant if amount > 1 else meant.removesuffix("s")
    return f"{int(amount)}{words}" if len(meant) == 1 else f"{int(amount)} {words}"


_AT_ONCE = {
    "immediat": "immediately", "immediatement": "immediately", "tout de suite": "immediately",
    "sans delai": "immediately", "at once": "immediately",
    "dans les meilleurs delais": "without undue delay", "sans retard": "without undue delay",
    "sans retard injustifie": "without undue delay", "as soon as possible": "without undue delay",
    "des que possible": "without undue delay",
}  # fmt: skip


def limit_slip(text: str) -> str | None:
    """`immédiatement`, `dans les meilleurs délais`."""
    said = plain(text)
    near = said if said in AT_ONCE else _AT_ONCE.get(said)
    return near or nearest(text, AT_ONCE) or duration_slip(text)


_DAY_WORDS = {
    **{word: day for day, long in zip(DAYS, LONG_DAYS, strict=True) for word in (day, day + ".", long, long + "s")},
    **{word: day for day, fr in zip(DAYS, FRENCH_DAYS, strict=True) for word in (fr, fr + "s", fr[:3], fr[:3] + ".")},
    "tues": "tue", "thur": "thu", "thurs": "thu",
}  # fmt: skip
_CLOCK_SLIP = r"(\d{1,2}) ?(?:h|:|\.)? ?(\d\d)?"
_TIME_SLIP = r"\d{1,2} ?(?:[h:.] ?(?:\d\d)?)?(?: ?[ap]\.?m\.?)?"
_LONGEST_SLIP = 200
"""Signs of a value that are looked at; hours are shorter, however they are typed."""
_SPELL_SLIP = regex(rf"(.*?)(?: de| from|:)? *({_TIME_SLIP}) ?(?:-|–|—|a|to|au) ?({_TIME_SLIP})")
_ALWAYS = {
    "24/24", "7/7", "24h/24", "7j/7", "24h/7j", "24/7j", "24h/24h", "24h/24 7j/7", "24/24 7/7", "24h/24, 7j/7",
    "24h/24 et 7j/7", "24x7", "always", "toujours", "jour et nuit", "24 h/24", "24 h/24, 7 j/7", "24 h sur 24", "24h",
    "24h sur 24", "7j/7 24h/24", "7/7 24/24", "en permanence",
}  # fmt: skip
_DAILY = {"", "daily", "tous les jours", "chaque jour", "every day", "7j/7", "7/7", "lun-dim", "all days"}


def hours_slip(text: str) -> str | None:
    """`9h-18h`, `lun-ven 09:00-18:00`, `du lundi au vendredi de 9h à 18h`, `24h/24`."""
    said = plain(text[:_LONGEST_SLIP])
    if said in _ALWAYS:
        return "24/7"
    spells = [_spell(part.strip()) for part in re.split(r",|;| et (?=[a-z])| and (?=[a-z])", said)]
    return _if_read(", ".join(s for s in spells if s), read_hours) if all(spells) else None


def _spell(text: str) -> str | None:
    found = _SPELL_SLIP.fullmatch(text)
    days = _days(found[1].strip(" ,")) if found else None
    if found is None or days is None:
        return None
    start, end = _clock(found[2]), _clock(found[3])
    return f"{days} {start}-{end}" if start and end else None


def _days(text: str) -> str | None:
    if text in _DAILY:
        return "daily"
    words = re.fullmatch(r"(?:du |le |les |from )?([a-z]+\.?)(?: ?(?:-|–|a|au|to) ?([a-z]+\.?))?", text)
    if words is None:
        return None
    first, last = _DAY_WORDS.get(words[1]), _DAY_WORDS.get(words[2] or words[1])
    if first is None or last is None:
        return None
    return f"{first}-{last}" if words[2] else first


def _clock(text: str) -> str | None:
    text, half, _ = (
        re.split(r" ?([ap])\.?m\.?$", text.strip()) if text.strip().endswith(("m", "m.")) else (text, "", "")
    )
    found = re.fullmatch(_CLOCK_SLIP, text.strip())
    if found is None or int(found[1]) > (12 if half else 24):
        return None
    hour = int(found[1]) % 12 + 12 * (half == "p") if half else int(found[1])
    return f"{hour:02}:{found[2] or '00'}"


def handover_slip(text: str) -> str | None:
    """`lundi 9h`, `Monday 9:00`, `le lundi à 9 h`."""
    found = re.fullmatch(rf"(?:le |chaque |every )?([a-z]+\.?),?(?: a| at)? ({_CLOCK_SLIP})", plain(text))
    day = _DAY_WORDS.get(found[1]) if found else None
    if found is None or day is None:
        return None
    return _if_read(f"{LONG_DAYS[DAYS.index(day)]} {_clock(found[2])}", read_handover)


def percent_slip(text: str) -> str | None:
    """`80`, `80 pourcent`, `0,8`."""
    found = re.fullmatch(r"(\d{1,3})(?:[.,]0+)? ?(?:%|pour ?-?cents?|per ?cent)?", plain(text))
    if found:
        return f"{int(found[1])}%" if int(found[1]) <= 100 else None
    share = re.fullmatch(r"0[.,](\d\d?)", plain(text))
    return f"{int(share[1].ljust(2, '0'))}%" if share else None


_CURRENCY_WORDS = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "chf": "CHF", "usd": "USD",
    "cad": "CAD", "fr": "CHF", "us$": "USD", "$us": "USD", "ca$": "CAD", "$ca": "CAD", "$ us": "USD", "$ ca": "CAD",
}  # fmt: skip


def money_slip(text: str) -> str | None:
    """`30€`, `30 euros`, `EUR 30`. A bare `$` is the money of many countries: no guess."""
    said = plain(text)
    found = re.fullmatch(r"(\d[\d .,]*?) ?([^\d .,].*)", said)
    back = re.fullmatch(r"([^\d .,]{1,4}) ?(\d[\d .,]*)", said)
    amount, word = (found[1], found[2]) if found else (back[2], back[1]) if back else ("", "")
    digits = re.fullmatch(r"(\d{1,3}(?:[ .,]?\d{3})*)(?:[.,](\d{1,2}))?", amount)
    if digits is None or word not in _CURRENCY_WORDS:
        return None
    whole = re.sub(r"\D", "", digits[1])
    return f"{whole}{'.' + digits[2] if digits[2] else ''} {_CURRENCY_WORDS[word]}"


_FLAG_WORDS = {
    **dict.fromkeys(("oui", "vrai", "on", "o", "y", "1", "yes", "true"), "true"),
    **dict.fromkeys(("non", "faux", "off", "n", "0", "no", "false"), "false"),
}


def flag_slip(text: str) -> str | None:
    """`oui`, `vrai`, `on`."""
    return _FLAG_WORDS.get(plain(text))


def number_slip(text: str) -> str | None:
    """`1 200`, `4,5`."""
    said = plain(text)
    if re.fullmatch(r"-?\d{1,3}( \d{3})+", said):
        return said.replace(" ", "")
    return said.replace(",", ".") if re.fullmatch(r"-?\d{1,9},\d{1,6}", said) else None


_COUNTRY_WORDS = {
    "angleterre": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "ecosse": "GB", "irlande": "IE",
    "ireland": "IE", "pays-bas": "NL", "netherlands": "NL", "portugal": "PT", "autriche": "AT", "austria": "AT",
    "france": "FR", "canada": "CA", "quebec": "CA", "belgique": "BE", "belgium": "BE", "suisse": "CH", "uk": "GB",
    "switzerland": "CH", "luxembourg": "LU", "united kingdom": "GB", "royaume-uni": "GB", "great britain": "GB",
    "etats-unis": "US", "usa": "US", "united states": "US", "allemagne": "DE", "germany": "DE", "espagne": "ES",
    "spain": "ES", "italie": "IT", "italy": "IT", "maroc": "MA", "tunisie": "TN", "senegal": "SN", "monaco": "MC",
}  # fmt: skip


def country_slip(text: str) -> str | None:
    """`fr`, `France`."""
    near = _COUNTRY_WORDS.get(plain(text), text.strip(" .").upper())
    return near if is_country(near) else None


_LANGUAGE_WORDS = {
    "francais": "fr", "french": "fr", "anglais": "en", "english": "en", "allemand": "de", "german": "de",
    "espagnol": "es", "spanish": "es", "italien": "it", "italian": "it", "neerlandais": "nl", "dutch": "nl",
    "arabe": "ar", "arabic": "ar", "portugais": "pt", "portuguese": "pt", "breton": "br", "basque": "eu",
}  # fmt: skip


def language_slip(text: str) -> str | None:
    """`FR`, `français`, `fr_FR`."""
    said = plain(text)
    base, _, region = said.replace("_", "-").partition("-")
    near = _LANGUAGE_WORDS.get(said) or (f"{base}-{region.upper()}" if region else base)
    return near if near != text and is_language(near) else None


def tag_slip(text: str) -> str | None:
    """`FR` as the key that it is."""
    near = language_slip(text)
    return near and f"{near}:"


def timezone_slip(text: str) -> str | None:
    """`Paris`, `UK`, `europe/paris`. `Etc/GMT+1` is an hour behind: whoever writes `GMT+1` is ahead."""
    country = "GB" if plain(text) in {"gmt", "bst"} else country_slip(text)
    of_country = [zone for there, zone in zones() if there == country]
    if len(of_country) == 1:
        return of_country[0]
    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    wanted = plain(text).replace(" ", "_")
    for sought in (wanted, *(word for word in plain(text).split() if len(word) > 3)):
        for name in names:
            if sought in {name.lower(), name.lower().rpartition("/")[2]}:
                return name
    cities = {name.lower().rpartition("/")[2]: name for name in names}  # `Europe/Lyon` is not near London
    near = get_close_matches(wanted.rpartition("/")[2], cities, 1, 0.8)
    return cities[near[0]] if near else None


def domain_slip(text: str) -> str | None:
    """`https://www.lumen.example/`, `@lumen.example`, `aide@lumen.example`."""
    host = re.sub(r"^(?:[a-z]+:/*)?(?:[^/@]*@)?(?:www\.)?", "", text.strip().lower())
    return _if_read(re.split(r"[/?#:]", host, maxsplit=1)[0].strip(". "), read_domain)


_SLIPS: dict[str, Callable[[str], str | None]] = {
    "country": country_slip,
    "date": date_slip,
    "domain": domain_slip,
    "duration": duration_slip,
    "flag": flag_slip,
    "handover": handover_slip,
    "hours": hours_slip,
    "language": language_slip,
    "limit": limit_slip,
    "moment": moment_slip,
    "money": money_slip,
    "number": number_slip,
    "offset": offset_slip,
    "percent": percent_slip,
    "tag": tag_slip,
    "timezone": timezone_slip,
}
