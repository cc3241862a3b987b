"""How a command ends before its time without anything being wrong with the program."""

from planbuilder.messages import Message


class Refusal(Exception):  # noqa: N818 - the word for it
    """Ends a command with exit code 2. `language` is that of the plan, where one is known."""

    def __init__(self, message: Message, fix: Message, language: str | None = None) -> None:
        super().__init__(message.text)
        self.message = message
        self.fix = fix
        self.language = language


class NobodyReads(Exception):  # noqa: N818
    """The program that read our output went away, as `head` does."""
