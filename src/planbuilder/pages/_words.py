"""What the plan's fixed words are called on a page."""

from collections.abc import Mapping

from planbuilder.messages import Message, base_of, say
from planbuilder.plan import Plan, Text
from planbuilder.plan.hours import ALWAYS
from planbuilder.plan.scenarios import Statement

SEVERITIES: Mapping[str, Message] = {
    "error": say("To fix"),
    "warning": say("To look at"),
    "info": say("Good to know"),
}
PROFILES: Mapping[str, Message] = {
    "starter": say("starter"),
    "standard": say("standard"),
    "advanced": say("advanced"),
}
MEANS: Mapping[str, Message] = {
    "mobile": say("Mobile"),
    "sms": say("Text message"),
    "home": say("Home"),
    "desk": say("Desk"),
    "pager": say("Pager"),
    "email": say("E-mail"),
    "signal": say("Signal"),
    "whatsapp": say("WhatsApp"),
    "teams": say("Teams"),
    "slack": say("Slack"),
}
ROLE_KINDS: Mapping[str, Message] = {
    "communications": say("Communications"),
    "executive": say("Executive board"),
    "legal": say("Legal"),
    "technical": say("Technical"),
    "people": say("Human resources"),
    "customers": say("Customer care"),
    "data-protection": say("Data protection"),
    "operations": say("Operations"),
    "other": say("Other"),
}
POWERS: Mapping[str, Message] = {
    "activate": say("start the crisis plan"),
    "approve": say("approve texts"),
    "speak": say("speak in public"),
    "facts": say("confirm the facts"),
    "monitor": say("watch what is said"),
    "reply": say("reply to people"),
    "publish": say("publish"),
    "inform-staff": say("inform staff"),
    "compensate": say("grant a remedy"),
    "notify": say("notify the authorities"),
}
POSTURES: Mapping[str, Message] = {
    "victim": say("inform and help"),
    "accidental": say("explain and repair"),
    "preventable": say("apologise and change"),
}
RESPONSIBILITY: Mapping[str, Message] = {
    "victim": say("People will see us as victims too."),
    "accidental": say("People will see an accident."),
    "preventable": say("People will say that we could have prevented it."),
}
STATEMENTS: Mapping[str, Message] = {
    "holding": say("First word"),
    "update": say("Update"),
    "apology": say("Apology"),
    "reply": say("Reply"),
    "denial": say("Denial"),
    "alert": say("Alert"),
    "internal": say("To staff"),
    "closing": say("Last word"),
}
AUDIENCES: Mapping[str, Message] = {
    "customers": say("Customers"),
    "staff": say("Staff"),
    "media": say("Media"),
    "authorities": say("Authorities"),
    "families": say("Families"),
    "officials": say("Elected officials"),
    "partners": say("Partners"),
    "public": say("The public"),
}
REPLIES: Mapping[str, Message] = {
    "answer": say("Answer"),
    "correct": say("Correct the fact"),
    "thank": say("Thank, and say what changes"),
    "answer-once": say("Answer once, calmly"),
    "watch": say("Do not answer, watch"),
    "report": say("Keep a copy and report"),
}
EXERCISES: Mapping[str, Message] = {
    "call-test": say("Call test"),
    "tabletop": say("Around the table"),
    "live": say("Live"),
}
STEPS: Mapping[str, Message] = {
    "warning": say("Early warning"),
    "notification": say("Notification"),
    "report": say("Report"),
    "people": say("Telling the people concerned"),
}
DOUBTS: Mapping[str, Message] = {
    "changed": say("the text, its channels or its kind changed since."),
    "unknown": say("the plan does not know this person."),
    "left": say("this person has left."),
    "future": say("that day is still to come."),
    "old": say("that is too long ago."),
    "no-role": say("this person has none of the roles that must approve it."),
}
"""Why an approval does not count: the end of a sentence."""
AROUND_THE_CLOCK = ALWAYS
"""The hours of a source for which the plan says none."""
SECOND_FACTORS: Mapping[str, Message] = {
    "security key": say("security key"),
    "app": say("app"),
    "sms": say("text message"),
    "none": say("none"),
}
KEYWORDS: Mapping[str, Message] = {
    "brand": say("Our name"),
    "products": say("Products"),
    "people": say("Names of people"),
    "danger": say("Danger"),
}
SECTIONS: Mapping[str, Message] = {
    "about": say("The plan itself"),
    "people": say("People"),
    "roles": say("Roles"),
    "on_call": say("On call"),
    "absences": say("Absences"),
    "levels": say("Levels"),
    "stand_down": say("Stand-down"),
    "escalation": say("Whom to call"),
    "channels": say("Channels"),
    "moves": say("Into private"),
    "monitoring": say("Monitoring"),
    "audiences": say("Audiences"),
    "scenarios": say("Scenarios"),
    "statements": say("Statements"),
    "placeholders": say("Blanks of the texts"),
    "replies": say("Replies"),
    "tone": say("House words"),
    "remedies": say("What we offer"),
    "follow_up": say("Follow-up"),
    "obligations": say("Legal duties"),
    "training": say("Training"),
    "exercises": say("Exercises"),
    "reviews": say("Reviews"),
    "waivers": say("Exceptions"),
    "platforms": say("Platforms"),
}
"""The sections of a plan, as headings."""
PLATFORMS: Mapping[str, str] = {
    "x": "X", "facebook": "Facebook", "instagram": "Instagram", "linkedin": "LinkedIn", "tiktok": "TikTok",
    "youtube": "YouTube", "threads": "Threads", "bluesky": "Bluesky", "mastodon": "Mastodon", "reddit": "Reddit",
    "discord": "Discord", "github": "GitHub", "gitlab": "GitLab", "telegram": "Telegram", "whatsapp": "WhatsApp",
    "sms": "SMS", "slack": "Slack", "teams": "Teams",
}  # fmt: skip
"""What platforms call themselves; the others are words of the plan."""
PLATFORM_WORDS: Mapping[str, Message] = {
    "direct message": say("Direct message"),
    "phone": say("Telephone"),
    "email": say("E-mail"),
    "website": say("Website"),
    "crisis site": say("Crisis site"),
    "dark site": say("Crisis site"),
    "status page": say("Status page"),
    "intranet": say("Intranet"),
    "video call": say("Video call"),
    "push notification": say("Push notification"),
    "press list": say("Press list"),
    "display board": say("Display board"),
    "siren": say("Siren"),
    "loudspeaker car": say("Loudspeaker car"),
    "radio": say("Radio"),
    "poster": say("Poster"),
    "door to door": say("Door to door"),
    "in person": say("In person"),
    "forum": say("Forum"),
}


def platform_name(name: str) -> Message | str:
    """What a platform is called; as typed where it is not known."""
    known = name.lower()
    return PLATFORMS.get(known) or PLATFORM_WORDS.get(known) or name


def second_factor(typed: str) -> Message | str:
    """What a second factor is called; as typed where it is none of the usual ones."""
    return SECOND_FACTORS.get(typed.lower(), typed)


def channel_name(plan: Plan, name: str) -> Message | Text | str:
    """What readers call a channel: its name, else its platform, with its id where several channels share one."""
    channel = plan.channels.get(name)
    if channel is None:
        return name
    if channel.name:
        return channel.name
    alike = [other for other in plan.channels.values() if other.platform.lower() == channel.platform.lower()]
    said = platform_name(channel.platform)
    return said if len(alike) == 1 else say("{kind} – {id}", kind=said, id=name)


def scenario_of(plan: Plan, statement: Statement) -> Text | str | None:
    """The scenario that tells a text from the others of its kind; None where only the id of the text does."""
    scenario = plan.scenarios.get(statement.scenario or "")
    alike = [one for one in scenario.statements.values() if one.kind == statement.kind] if scenario else []
    return scenario.called if scenario and len(alike) == 1 else None


OWN_NAMES: Mapping[str, str] = {
    "ar": "العربية", "cs": "čeština", "de": "Deutsch", "en": "English", "es": "español", "fr": "français",
    "it": "italiano", "nl": "Nederlands", "pl": "polski", "pt": "português", "ro": "română", "sv": "svenska",
    "tr": "Türkçe", "uk": "українська", "zh": "中文",
}  # fmt: skip
"""What languages call themselves."""


def own_name(tag: str) -> str:
    """What a language calls itself; its tag where that is not known."""
    return OWN_NAMES.get(tag) or OWN_NAMES.get(base_of(tag), tag)


def percent(n: int) -> Message:
    """`80%`, with the space that French wants."""
    return say("{n}%", n=n)
