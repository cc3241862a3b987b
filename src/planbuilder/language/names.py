"""What languages are called in a sentence."""

from planbuilder.messages import Message, base_of, say

NAMES: dict[str, Message] = {
    "ar": say("Arabic"),
    "de": say("German"),
    "en": say("English"),
    "es": say("Spanish"),
    "fr": say("French"),
    "it": say("Italian"),
    "nl": say("Dutch"),
    "pt": say("Portuguese"),
}


def language_called(tag: str) -> Message | str:
    """The name of a language, in the language of the reader; its tag where the name is not known."""
    return NAMES.get(base_of(tag), tag)
