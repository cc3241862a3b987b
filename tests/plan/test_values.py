"""Each value type reads what the model says it reads, and tells everybody else what to type."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from planbuilder.language.fiction import is_fictional_number
from planbuilder.messages import render
from planbuilder.plan.explaining import repair
from planbuilder.plan.hours import ALWAYS, DAYS, Handover, HoursValue, read_handover, read_hours
from planbuilder.plan.phones import Phone, calling_code, example_number, has_length_of_mobile, is_landline
from planbuilder.plan.times import (
    Duration,
    DurationValue,
    Limit,
    read_date,
    read_duration,
    read_limit,
    read_moment,
    read_offset,
)
from planbuilder.plan.values import (
    Money,
    MoneyValue,
    Percent,
    has_language,
    read_count,
    read_country,
    read_domain,
    read_flag,
    read_language,
    read_money,
    read_number,
    read_percent,
    read_timezone,
    read_word,
)

Read = Callable[[object], Any]


def refusal(read: Read, typed: object) -> tuple[str, str]:
    """The sentence and the repair, as reports show them for the key `k`."""
    with pytest.raises(PydanticCustomError) as refused:
        read(typed)
    told = refused.value.context
    assert told is not None
    return (
        render(told["message"], "en").replace("{key}", "k"),
        render(repair(told), "en").replace("{key}", "k"),
    )


@pytest.mark.parametrize(
    ("read", "typed", "value"),
    [
        (read_date, "2026-11-21", date(2026, 11, 21)),
        (read_date, " 2028-02-29 ", date(2028, 2, 29)),
        (read_moment, "2026-11-21 18:00", datetime(2026, 11, 21, 18, 0)),  # noqa: DTZ001 - local until a zone is given
        (read_moment, "2026-11-21T08:30", datetime(2026, 11, 21, 8, 30)),  # noqa: DTZ001
        (read_duration, "15m", Duration(minutes=15)),
        (read_duration, "15 min", Duration(minutes=15)),
        (read_duration, "4h", Duration(minutes=240)),
        (read_duration, "1h 30m", Duration(minutes=90)),
        (read_duration, "1h30m", Duration(minutes=90)),
        (read_duration, "PT1H30M", Duration(minutes=90)),
        (read_duration, "P1DT12H", Duration(days=1, minutes=720)),
        (read_duration, "1 day", Duration(days=1)),
        (read_duration, "3 days", Duration(days=3)),
        (read_duration, "2 weeks", Duration(days=14)),
        (read_duration, "P2W", Duration(days=14)),
        (read_duration, "6 months", Duration(months=6)),
        (read_duration, "5 years", Duration(months=60)),
        (read_duration, "4 business days", Duration(business_days=4)),
        (read_offset, "0m", Duration()),
        (read_limit, "72h", Limit(Duration(minutes=4320))),
        (read_limit, "immediately", Limit(None, "immediately")),
        (read_limit, "without undue delay", Limit(None, "without undue delay")),
        (read_hours, "24/7", ALWAYS),
        (read_handover, "monday 09:00", Handover(0, 540)),
        (read_handover, "sun 23:59", Handover(6, 1439)),
        (read_number, "150", 150),
        (read_number, "-4.5", -4.5),
        (read_count, "280", 280),
        (read_flag, "true", True),
        (read_flag, "no", False),
        (read_percent, "80%", 80),
        (read_percent, "80\u00a0%", 80),
        (read_percent, "100 %", 100),
        (read_money, "30 EUR", Money(3000, "EUR")),
        (read_money, "1 200,50 CHF", Money(120050, "CHF")),
        (read_money, "0.5 USD", Money(50, "USD")),
        (read_timezone, "Europe/Paris", "Europe/Paris"),
        (read_timezone, "America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        (read_timezone, "UTC", "UTC"),
        (read_country, "NO", "NO"),
        (read_language, "pt-BR", "pt-BR"),
        (read_domain, "Aide.Lumen.example", "Aide.Lumen.example"),
        (read_domain, "éclair.xn--p1ai", "éclair.xn--p1ai"),
        (read_word, " #1 no ", "#1 no"),
    ],
)
def test_what_is_read(read: Read, typed: str, value: object) -> None:
    assert read(typed) == value


NO_DAY = "Correct the day or the month; the order is year-month-day."
DATE = "Write it as year-month-day, for example 2026-11-21."
LENGTH = "Write a number and its unit: 15m, 4h, 3 days, 2 weeks, 6 months, 5 years or 4 business days."
MOMENT = "Write the day and the hour, for example 2026-11-21 18:00."
HANDOVER = "Write a day and an hour, for example monday 09:00."
PERCENT = "Write a number from 0 to 100 and the sign, for example 80%."
MONEY = "Write the amount and the currency, for example 30 EUR."
DOMAIN = "Write what stands after the `@` of your addresses, for example lumen.fr."
COUNTRY = "Write two capital letters, for example FR, CA or BE."
NO_HOURS = "`k` does not say hours of the week."
HOURS = "Write 24/7, daily 08:00-22:00 or mon-fri 09:00-18:00; separate several with commas."


@pytest.mark.parametrize(
    ("read", "typed", "message", "fix"),
    [
        (read_date, "bientôt", "`k` is not a date.", DATE),
        (read_date, "2026-02-30", "The day of `k` does not exist in the calendar.", NO_DAY),
        (read_date, "2026-31-12", "The day of `k` does not exist in the calendar.",
         "Write `2026-12-31` for 31\u00a0December\u00a02026."),
        (read_date, "Oct 5, 2026", "`k` is not a date.", "Write `2026-10-05` for 5\u00a0October\u00a02026."),
        (read_date, "2026-10-05 10:00", "`k` is not a date.", "Write `2026-10-05` for 5\u00a0October\u00a02026."),
        (read_moment, "2026-02-30 10:00", "The day of `k` does not exist in the calendar.", NO_DAY),
        (read_date, ["2026-11-21"], "`k` is not a date.", DATE),
        (read_date, "12/11/2026", "`k` is not a date.", "Write `2026-11-12` for 12\u00a0November\u00a02026."),
        (read_date, "11/21/2026", "`k` is not a date.", "Write `2026-11-21` for 21\u00a0November\u00a02026."),
        (read_date, "1er août 2026", "`k` is not a date.", "Write `2026-08-01` for 1\u00a0August\u00a02026."),
        (read_date, "2026-2-3", "`k` is not a date.", "Write `2026-02-03` for 3\u00a0February\u00a02026."),
        (read_date, "20261121", "`k` is not a date.", "Write `2026-11-21` for 21\u00a0November\u00a02026."),
        (read_moment, "21/11/2026 à 18h", "`k` is not a day and an hour.", "Write `2026-11-21 18:00`."),
        (read_moment, "2026-11-21", "`k` is not a day and an hour.", MOMENT),
        (read_duration, "0m", "`k` must be longer than nothing.", LENGTH),
        (read_duration, "15", "`k` is not a length of time.", LENGTH),
        (read_duration, "-15m", "`k` is not a length of time.", LENGTH),
        (read_duration, "P", "`k` is not a length of time.", LENGTH),
        (read_duration, "1h30", "`k` is not a length of time.", "Write `1h 30m`."),
        (read_duration, "2 heures", "`k` is not a length of time.", "Write `2h`."),
        (read_duration, "une heure", "`k` is not a length of time.", "Write `1h`."),
        (read_duration, "1,5 h", "`k` is not a length of time.", "Write `90m`."),
        (read_duration, "4H", "`k` is not a length of time.", "Write `4h`."),
        (read_duration, "3 jours", "`k` is not a length of time.", "Write `3 days`."),
        (read_duration, "1 an", "`k` is not a length of time.", "Write `1 year`."),
        (read_duration, "4 jours ouvrés", "`k` is not a length of time.", "Write `4 business days`."),
        (read_offset, "H+1", "`k` is not a length of time.", "Write `1h`."),
        (read_offset, "J + 3", "`k` is not a length of time.", "Write `3 days`."),
        (read_duration, "tous les jours", "`k` is not a length of time.", "Write `1 day`."),
        (read_duration, "toutes les 2 heures", "`k` is not a length of time.", "Write `2h`."),
        (read_duration, "dix minutes", "`k` is not a length of time.", "Write `10m`."),
        (read_duration, "half an hour", "`k` is not a length of time.", "Write `30m`."),
        (read_duration, "deux heures et 5 minutes", "`k` is not a length of time.", "Write `2h 5m`."),
        (read_duration, "if the standard calls all " * 20 + "!", "`k` is not a length of time.", LENGTH),
        (read_limit, "immédiatement", "`k` is not a length of time.", "Write `immediately`."),
        (read_limit, "dans les meilleurs délais", "`k` is not a length of time.", "Write `without undue delay`."),
        (read_hours, "jamais", NO_HOURS, HOURS),
        (read_hours, "9h-18h", NO_HOURS, "Write `daily 09:00-18:00`."),
        (read_hours, "lun-ven 09:00-18:00", NO_HOURS, "Write `mon-fri 09:00-18:00`."),
        (read_hours, "du lundi au vendredi de 9 h à 18 h 30", NO_HOURS, "Write `mon-fri 09:00-18:30`."),
        (read_hours, "lun au ven 9h-12h, samedi 10h-12h", NO_HOURS, "Write `mon-fri 09:00-12:00, sat 10:00-12:00`."),
        (read_hours, "Monday to Friday 9am-5:30pm", NO_HOURS, "Write `mon-fri 09:00-17:30`."),
        (read_hours, "12 a.m. - 12 p.m.", NO_HOURS, "Write `daily 00:00-12:00`."),
        (read_hours, "mon-fri 13pm-14pm", NO_HOURS, HOURS),
        (read_hours, "Mon-Fri 9:00-18:00", NO_HOURS, "Write `mon-fri 09:00-18:00`."),
        (read_hours, "24h/24, 7j/7", NO_HOURS, "Write `24/7`."),
        (read_hours, "daily 08:00-08:00", "The hours of `k` start and end at the same minute.", HOURS),
        (read_handover, "lundi 9h", "`k` is not a day of the week and an hour.", "Write `monday 09:00`."),
        (read_handover, "20:00", "`k` is not a day of the week and an hour.", HANDOVER),
        (read_number, "4,5", "`k` is not a number.", "Write `4.5`."),
        (read_number, "1 200", "`k` is not a number.", "Write `1200`."),
        (read_number, "beaucoup", "`k` is not a number.", "Write digits only, for example 150."),
        (read_count, "2.5", "`k` is not a whole number.", "Write digits only, for example 150."),
        (read_count, "²", "`k` is not a whole number.", "Write digits only, for example 150."),
        (read_flag, "oui", "`k` is neither true nor false.", "Write `true`."),
        (read_flag, "faux", "`k` is neither true nor false.", "Write `false`."),
        (read_flag, "peut-être", "`k` is neither true nor false.", "Write `true` or `false`."),
        (read_percent, "80 pourcent", "`k` is not a percentage.", "Write `80%`."),
        (read_percent, "80", "`k` is not a percentage.", "Write `80%`."),
        (read_percent, "0,8", "`k` is not a percentage.", "Write `80%`."),
        (read_percent, "101%", "`k` is not a percentage.", PERCENT),
        (read_money, "30€", "`k` is not an amount of money.", "Write `30 EUR`."),
        (read_money, "1 000 euros", "`k` is not an amount of money.", "Write `1000 EUR`."),
        (read_money, "€30", "`k` is not an amount of money.", "Write `30 EUR`."),
        (read_money, "30 $", "`k` is not an amount of money.", MONEY),
        (read_money, "30 XYZ", "`k` is not an amount of money.", MONEY),
        (read_timezone, "Paris", "`k` is not a time zone.", "Write `Europe/Paris`."),
        (read_timezone, "europe/paris", "`k` is not a time zone.", "Write `Europe/Paris`."),
        (read_timezone, "heure de Paris", "`k` is not a time zone.", "Write `Europe/Paris`."),
        (read_timezone, "Europe/Pariss", "`k` is not a time zone.", "Write `Europe/Paris`."),
        (read_timezone, "Europe/Lyon", "`k` is not a time zone.", "Write its name, for example Europe/Paris."),
        (read_timezone, "Europe/london", "`k` is not a time zone.", "Write `Europe/London`."),
        (read_timezone, "UK", "`k` is not a time zone.", "Write `Europe/London`."),
        (read_timezone, "GMT", "`k` is not a time zone.", "Write `Europe/London`."),
        (read_timezone, "France", "`k` is not a time zone.", "Write `Europe/Paris`."),
        (read_timezone, "Canada", "`k` is not a time zone.", "Write its name, for example Europe/Paris."),
        (read_offset, "0", "`k` is not a length of time.", "Write `0m`."),
        (read_offset, "Immediately", "`k` is not a length of time.", "Write `0m`."),
        (read_offset, "tout de suite", "`k` is not a length of time.", "Write `0m`."),
        (read_offset, "2 heures", "`k` is not a length of time.", "Write `2h`."),
        (read_duration, "immediately", "`k` is not a length of time.", LENGTH),
        (read_timezone, "GMT+1", "`k` is not a time zone.", "Write its name, for example Europe/Paris."),
        (read_timezone, "Europe/Lutece", "`k` is not a time zone.", "Write its name, for example Europe/Paris."),
        (read_timezone, "../../etc/passwd", "`k` is not a time zone.", "Write its name, for example Europe/Paris."),
        (read_country, "France", "`k` is not the code of a country.", "Write `FR`."),
        (read_country, "GB.", "`k` is not the code of a country.", "Write `GB`."),
        (read_country, "England", "`k` is not the code of a country.", "Write `GB`."),
        (read_domain, "https://www.lumen.example/contact", "`k` takes the names of domains.", "Write `lumen.example`."),
        (read_domain, "aide@Lumen.example", "`k` takes the names of domains.", "Write `lumen.example`."),
        (read_domain, "www.lumen.fr", "`k` takes the names of domains.", "Write `lumen.fr`."),
        (read_domain, "lumen", "`k` takes the names of domains.", DOMAIN),
        (read_country, "fr", "`k` is not the code of a country.", "Write `FR`."),
        (read_country, "ZZ", "`k` is not the code of a country.", COUNTRY),
        (read_language, "français", "`k` does not name a language by its code.", "Write `fr`."),
        (read_language, "FR", "`k` does not name a language by its code.", "Write `fr`."),
        (read_language, "fr_CA", "`k` does not name a language by its code.", "Write `fr-CA`."),
        (read_word, {"fr": "x"}, "`k` takes one text.", "Write a text on this line, or remove the key."),
    ],
)  # fmt: skip
def test_what_is_refused_and_what_to_type(read: Read, typed: object, message: str, fix: str) -> None:
    assert refusal(read, typed) == (message, fix)


ALL_READERS = [
    read_date, read_moment, read_offset, read_duration, read_limit, read_hours, read_handover, read_number, read_count,
    read_flag, read_percent, read_money, read_timezone, read_country, read_domain, read_language, read_word,
]  # fmt: skip
SLIPS = st.text("0123456789 hjmnHPDTWy-/:.,%€$éàundelvsarioctbgpEURFMNl+", max_size=24) | st.text(max_size=12)


@pytest.mark.parametrize("read", ALL_READERS, ids=lambda read: read.__name__)
def test_any_text_is_read_or_refused_and_what_is_offered_is_read(read: Read) -> None:
    @settings(deadline=None)
    @given(SLIPS)
    def holds(typed: str) -> None:
        try:
            read(typed)
        except PydanticCustomError as refused:
            told = refused.context
            assert told is not None
            assert render(told["message"], "fr") != ""
            offered = repair(told).values.get("near")
            if offered is not None:
                read(offered)

    holds()


# --- lengths of time ---


@given(
    st.integers(0, 400), st.sampled_from(["m", "min", "h", "d", "days", "weeks", "months", "years", "business days"])
)
def test_a_number_and_a_unit_is_always_a_length(number: int, unit: str) -> None:
    typed = f"{number} {unit}"
    assert read_offset(typed) == read_offset(f"{number}{unit}")
    assert re.fullmatch(schema_of(DurationValue)["pattern"], typed)


@pytest.mark.parametrize(
    ("typed", "day", "after", "before"),
    [
        ("1 month", date(2026, 1, 31), date(2026, 2, 28), date(2025, 12, 31)),
        ("1 year", date(2028, 2, 29), date(2029, 2, 28), date(2027, 2, 28)),
        ("3 days", date(2026, 11, 21), date(2026, 11, 24), date(2026, 11, 18)),
        ("36h", date(2026, 11, 21), date(2026, 11, 23), date(2026, 11, 19)),
        ("1 business day", date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 19)),
        ("1 business day", date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 20)),
        ("4 business days", date(2026, 11, 21), date(2026, 11, 26), date(2026, 11, 17)),
        ("99999 years", date(2026, 11, 21), date.max, date.min),
        ("2 business days", date(9999, 12, 30), date.max, date(9999, 12, 28)),
    ],
)
def test_lengths_lead_to_days(typed: str, day: date, after: date, before: date) -> None:
    length = read_duration(typed)
    assert (length.after(day), length.before(day)) == (after, before)


@pytest.mark.parametrize(
    ("typed", "english", "french"),
    [
        ("90m", "1 h 30 min", "1 h 30 min"),
        ("1h", "1 h", "1 h"),
        ("0m", "0 min", "0 min"),
        ("1 day", "1 day", "1 jour"),
        ("2 weeks", "2 weeks", "2 semaines"),
        ("10 days", "10 days", "10 jours"),
        ("18 months", "1 year 6 months", "1 an 6 mois"),
        ("4 business days", "4 business days", "4 jours ouvrés"),
    ],
)
def test_lengths_say_themselves(typed: str, english: str, french: str) -> None:
    length = read_offset(typed)
    assert length.spoken("en").replace("\u00a0", " ") == english
    assert length.spoken("fr").replace("\u00a0", " ") == french


# --- hours ---


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("mon 09:00-18:00", [(540, 1080)]),
        ("mon 22:00-06:00", [(1320, 1800)]),
        ("sun 22:00-06:00", [(0, 360), (9960, 10080)]),
        ("daily 00:00-24:00", [(0, 10080)]),
        ("mon-wed 23:00-01:00", [(1380, 1500), (2820, 2940), (4260, 4380)]),
        ("sat-mon 10:00-11:00", [(600, 660), (7800, 7860), (9240, 9300)]),
        ("mon 08:00-10:00, mon 10:00-12:00", [(480, 720)]),
        ("mon 08:00-10:00,mon 09:00-12:00", [(480, 720)]),
    ],
)
def test_hours_cover_minutes_of_the_week(typed: str, spans: list[tuple[int, int]]) -> None:
    assert list(read_hours(typed).spans) == spans


CLOCKS = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda t: f"{t[0]:02}:{t[1]:02}")
SPELLS = st.tuples(
    st.one_of(st.just("daily"), st.sampled_from(DAYS), st.tuples(*[st.sampled_from(DAYS)] * 2).map("-".join)),
    CLOCKS,
    CLOCKS,
).filter(lambda t: t[1] != t[2])


@settings(deadline=None)
@given(st.lists(SPELLS, min_size=1, max_size=4))
def test_hours_are_kept_minute_by_minute(spells: list[tuple[str, str, str]]) -> None:
    typed = ", ".join(f"{days} {start}-{end}" for days, start, end in spells)
    read = read_hours(typed)
    assert read.typed == typed
    assert all(0 <= start < end <= 10080 for start, end in read.spans)
    assert all(before[1] < after[0] for before, after in zip(read.spans, read.spans[1:], strict=False))
    assert read.minutes_per_week == sum(read.holds(day, minute) for day in range(7) for minute in range(1440))
    assert read.covers(read)
    assert ALWAYS.covers(read)
    assert re.fullmatch(schema_of(HoursValue)["pattern"], typed)
    assert read.spoken("fr")
    days, start, _ = spells[0]
    first = "mon" if days == "daily" else days[:3]
    assert read.holds(DAYS.index(first), int(start[:2]) * 60 + int(start[3:]))


@pytest.mark.parametrize(
    ("typed", "english", "french"),
    [
        ("24/7", "24/7", "24 h/24, 7 j/7"),
        ("daily 00:00-24:00", "24/7", "24 h/24, 7 j/7"),
        ("daily 08:00-22:30", "every day 08:00–22:30", "tous les jours 8 h – 22 h 30"),
        ("mon-fri 09:00-18:00", "Monday to Friday 09:00–18:00", "du lundi au vendredi 9 h – 18 h"),
        ("sat 10:00-12:00", "Saturday 10:00–12:00", "le samedi 10 h – 12 h"),
        ("sat-sun 10:00-12:00", "Saturday and Sunday 10:00–12:00", "le samedi et le dimanche 10 h – 12 h"),
        ("sun-mon 10:00-12:00", "Sunday and Monday 10:00–12:00", "le dimanche et le lundi 10 h – 12 h"),
        ("fri-sun 10:00-12:00", "Friday to Sunday 10:00–12:00", "du vendredi au dimanche 10 h – 12 h"),
    ],
)
def test_hours_say_themselves(typed: str, english: str, french: str) -> None:
    hours = read_hours(typed)
    assert hours.spoken("en") == english
    assert hours.spoken("fr").replace("\u00a0", " ") == french


def test_a_handover_says_itself() -> None:
    assert read_handover("mon 09:00").spoken("en") == "Monday 09:00"
    assert read_handover("monday 09:30").spoken("fr").replace("\u00a0", " ") == "lundi 9 h 30"


# --- phone numbers, money, percent ---


@pytest.mark.parametrize(
    ("typed", "country", "e164", "spoken"),
    [
        ("+33 6 39 98 00 01", None, "+33639980001", "+33 6 39 98 00 01"),
        ("+33639980001", None, "+33639980001", "+33 6 39 98 00 01"),
        ("+33 (0)6 39 98 00 01", "FR", "+33639980001", "+33 6 39 98 00 01"),
        ("0612345670", "FR", "+33612345670", "+33 6 12 34 56 70"),
        ("06.12.34.56.70", "FR", "+33612345670", "+33 6 12 34 56 70"),
        ("(514) 555-0104", "CA", "+15145550104", "+1 514-555-0104"),
        ("0612345670", None, None, "0612345670"),
        ("06 12 34", "FR", None, "06 12 34"),
        ("+33 6 12 34 56 7x", "FR", None, "+33 6 12 34 56 7x"),
        ("+" + "3" * 60, "FR", None, "+" + "3" * 60),
        ("demander à Ana", "FR", None, "demander à Ana"),
    ],
)
def test_phone_numbers_are_kept_in_e164(typed: str, country: str | None, e164: str | None, spoken: str) -> None:
    phone = Phone(typed, country)
    assert phone.e164 == e164
    assert phone.spoken("fr").replace("\u00a0", " ") == spoken


@pytest.mark.parametrize("country", ["AU", "CA", "FR", "GB", "IE", "US"])
@pytest.mark.parametrize("mobile", [True, False])
def test_the_number_to_copy_is_one_of_its_country_that_nobody_has(country: str, mobile: bool) -> None:
    number = Phone(example_number(country, mobile=mobile), None)
    assert number.e164
    assert number.e164.startswith(calling_code(country))
    assert is_fictional_number(number.e164)


@pytest.mark.parametrize(
    ("number", "landline", "length"),
    [
        ("+447700900001", False, True),
        ("+44770090001", False, False),
        ("+442079460022", True, True),
        ("+33639980001", False, True),
        ("+33142685300", True, True),
        ("+32470123456", False, True),
        ("+3225111234", True, False),
        ("+12025550123", False, True),
        ("+393331234567", False, True),
        ("+2250707070707", False, True),
        ("+33801234567", False, True),
    ],
)
def test_a_mobile_is_told_from_a_landline_where_the_numbering_tells(number: str, landline: bool, length: bool) -> None:
    assert (is_landline(number), has_length_of_mobile(number)) == (landline, length)


def test_where_no_number_is_kept_for_fiction_only_the_code_is_shown() -> None:
    assert example_number("BE") == "+32 …"


@settings(deadline=None)
@given(st.text(max_size=20) | st.text("+0123456789 .()-/", max_size=20), st.sampled_from(["FR", "CA", None]))
def test_any_text_may_stand_as_a_phone_number(typed: str, country: str | None) -> None:
    phone = Phone(typed, country)
    assert phone.e164 is None or re.fullmatch(r"\+\d{6,15}", phone.e164)


@pytest.mark.parametrize(
    ("typed", "english", "french"),
    [("1200.50 EUR", "1,200.50 EUR", "1\u202f200,50 EUR"), ("30 EUR", "30 EUR", "30 EUR")],
)
def test_money_says_itself(typed: str, english: str, french: str) -> None:
    assert read_money(typed).spoken("en").replace("\u00a0", " ") == english
    assert read_money(typed).spoken("fr").replace("\u00a0", " ") == french


@given(st.integers(0, 100), st.integers(0, 10**9))
def test_editors_find_no_fault_with_amounts(percent: int, amount: int) -> None:
    assert re.fullmatch(schema_of(Percent)["pattern"], f"{percent}%")
    assert read_percent(f"{percent} %") == percent
    assert re.fullmatch(schema_of(MoneyValue)["pattern"], f"{amount} EUR")
    assert read_money(f"{amount} EUR").hundredths == amount * 100


def schema_of(value_type: Any) -> dict[str, Any]:
    schema: dict[str, Any] = value_type.__metadata__[0].schema
    return schema


@pytest.mark.parametrize(
    "typed",
    [
        "819-555-0173 poste 234",
        "(819) 555-0173, Poste 234",
        "819-555-0173 ext. 234",
        "819-555-0173x234",
        "819-555-0173 p. 234",
        "+1 819 555 0173;ext=234",
        "819 555 0173 #234",
        "819 555 0173 extension 234 ",
    ],
)
def test_an_extension_is_dialled_after_the_number(typed: str) -> None:
    phone = Phone(typed, "CA")
    assert (phone.e164, phone.extension, phone.dialled) == ("+18195550173", "234", "+18195550173,234")
    assert phone.spoken("en").replace("\u00a0", " ") == "+1 819-555-0173 ext. 234"


@pytest.mark.parametrize("typed", ["819-555-0173", "+33 6 39 98 00 01", "ext. 234", "1-800-TOWN-HALL", "555 x 1", ""])
def test_other_numbers_have_no_extension(typed: str) -> None:
    phone = Phone(typed, "CA")
    assert phone.extension is None
    assert phone.dialled == phone.e164


@pytest.mark.parametrize(
    ("tags", "wanted", "found"),
    [
        (["fr-CA"], "fr", True),
        (["fr"], "fr-CA", True),
        (["en", "fr-FR"], "fr-CA", True),
        (["en", "frr"], "fr", False),
        (["fro"], "fr", False),
        ([], "fr", False),
    ],
)
def test_a_language_is_the_same_in_every_region(tags: list[str], wanted: str, found: bool) -> None:
    assert has_language(tags, wanted) is found
