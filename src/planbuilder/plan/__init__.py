"""The typed plan, in the field's terms. The only package that knows pydantic."""

from collections.abc import Iterator

from planbuilder.plan._entry import Entry, Key, Visibility, keys
from planbuilder.plan.fingerprint import fingerprint
from planbuilder.plan.hours import Hours
from planbuilder.plan.naming import DEAD_REF
from planbuilder.plan.nearest import nearest
from planbuilder.plan.phones import Phone
from planbuilder.plan.platforms import (
    CRISIS_PAGES,
    Platform,
    contact_domain,
    is_known,
    is_public,
    mail_domain,
    platform_name,
    platform_of,
    takes_messages,
)
from planbuilder.plan.reading import read_plan
from planbuilder.plan.texts import Text, Texts
from planbuilder.plan.times import Duration
from planbuilder.plan.whole import Plan, section_kinds

__all__ = [
    "CRISIS_PAGES",
    "DEAD_REF",
    "Duration",
    "Entry",
    "Hours",
    "Key",
    "Phone",
    "Plan",
    "Platform",
    "Text",
    "Texts",
    "Visibility",
    "contact_domain",
    "fingerprint",
    "is_known",
    "is_public",
    "keys",
    "mail_domain",
    "nearest",
    "platform_name",
    "platform_of",
    "read_plan",
    "section_kinds",
    "takes_messages",
    "texts_to_translate",
]


def texts_to_translate() -> Iterator[str]:
    """What the keys of a plan say to people: for the translators."""
    from planbuilder.plan import schema

    return schema.texts_to_translate()
