"""What keeps a phone number from being dialled, in words."""

import re

from planbuilder.findings import Gap
from planbuilder.messages import Message, say
from planbuilder.patterns import regex
from planbuilder.plan import Phone, Plan
from planbuilder.plan.alert import OnCall
from planbuilder.plan.people import Person
from planbuilder.plan.phones import calling_code, country_of_number, example_number, has_length_of_mobile, is_landline
from planbuilder.plan.zones import country_of

MOBILE = ("mobile", "sms")
LANDLINE = ("home", "desk")
WITH_EXTENSION = ("desk", "number")
"""Keys of a person and of a line behind which a switchboard may answer."""


def wrong_number(plan: Plan, entry: Person | OnCall, key: str, phone: Phone) -> Gap | None:
    """What keeps a number of a person or a line from being dialled, or leaves doubt about its country."""
    home, is_national = plan.about.country, not phone.typed.lstrip("(").startswith(("+", "00"))
    there = country_of(entry.timezone) if entry.timezone and is_national else None
    abroad = phone._replace(country=there).e164 if there else None
    if home and there and abroad not in {None, phone.e164}:
        message = say(
            "`{key}` of {entry} has no country prefix, and the time zone of {entry} is in another country.",
            key=key,
            entry=entry.called,
        )
        fix = say(
            "Write it as `{there} …`, or as `{home} …` if it is a number of the plan's country.",
            there=calling_code(there),
            home=calling_code(home),
        )
        return Gap(entry.where / key, message, fix, at_value=True)
    if phone.e164 is None or (phone.extension and key not in WITH_EXTENSION):
        return _no_number(plan, entry, key, phone, there or home or country_of(plan.about.timezone or "") or "FR")
    if key in MOBILE and is_landline(phone.e164):
        message = say("`{key}` of {entry} is the number of a landline.", key=key, entry=entry.called)
        fix = say("Write it below `home:` or `desk:`, and the number of a mobile here.")
        return Gap(entry.where / key, message, fix, at_value=True)
    if key in MOBILE and not has_length_of_mobile(phone.e164):
        country = home if home and _is_shorter(phone, home) else country_of_number(phone.e164)
        return _no_number(plan, entry, key, phone, country)
    return None


def _is_shorter(phone: Phone, country: str) -> bool:
    """Whether `00 71 20 45 11` has fewer digits than a whole number of a country: `00` is no prefix then."""
    digits, whole = (sum(map(str.isdecimal, number)) for number in (phone.typed, example_number(country)))
    return phone.typed.startswith("00") and digits < whole


def _no_number(plan: Plan, entry: Person | OnCall, key: str, phone: Phone, country: str) -> Gap:
    """What was typed cannot be dialled as it stands."""
    example = example_number(country, mobile=key not in LANDLINE)
    if more := _more_than_a_number(key, phone.typed, example):
        message = say("`{key}` of {entry} holds more than one phone number.", key=key, entry=entry.called)
        return Gap(entry.where / key, message, more, at_value=True)
    if plan.about.country is None and not phone.typed.startswith("+"):
        message = say("`{key}` of {entry} has no country prefix.", key=key, entry=entry.called)
        fix = say("Write it as {example}, or add `country:` with the code of yours to `about`.", example=example)
    else:
        message = say("`{key}` of {entry} is not a phone number that can be called.", key=key, entry=entry.called)
        fix = say("Write all its digits, in the form of {example}.", example=example)
    return Gap(entry.where / key, message, fix, at_value=True)


_SECOND = regex(r"(?:\d[ .()\u00a0\u202f-]*){6,}(?:/|,|;|&|\bor\b|\bou\b|\band\b|\bet\b|\+)\s*(?:[+(]?\d[ .()-]*){6,}")
_EXTENSION = regex(r"\d.*(?:\b(?:ext|poste|extension|int|p)\b\.?|#|x)[\s=]*\d{1,7}\s*$", re.IGNORECASE)
_WORDS = regex(r"(?:\d[ .()/-]*){6,}.*[^\W\d_]|[^\W\d_].*(?:\d[ .()/-]*){6,}")


_MOST_READ = 120
"""Signs of a number that are looked at; what people type beside one is shorter."""


def _more_than_a_number(key: str, typed: str, example: str) -> Message | None:
    """What to do with what was typed beside a number: another number, an extension, words."""
    typed = typed[:_MOST_READ]
    if _SECOND.search(typed):
        other = "mobile" if key in LANDLINE else "home"
        return say("Write one here, and the other below another key, for example `{other}:`.", other=other)
    if _EXTENSION.search(typed):
        return (
            say("Write all its digits, and the extension after them: `{example} ext. 234`.", example=example)
            if key in WITH_EXTENSION
            else say("Write one that rings without an extension here, and this one below `desk:`.")
        )
    if _WORDS.search(typed):
        return say("Write the number alone, in the form of {example}, and the words in `job:`.", example=example)
    return None
