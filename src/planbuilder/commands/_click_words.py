"""The words of click that people may meet, for the translators: click looks for its own text in our catalogue."""

from planbuilder.messages import say, say_many

CLICK = (
    say("Usage:"),
    say("Options"),
    say("Commands"),
    say("Positional arguments"),
    say("Missing command."),
    say("Missing argument"),
    say("Missing option"),
    say("Missing parameter"),
    say("No such option {name!r}."),
    say("No such command {name!r}."),
    say_many("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    say_many("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
    say("Option {name!r} does not take a value."),
    say_many("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1),
    say("Invalid value: {message}"),
    say("Invalid value for {param_hint}: {message}"),
    say_many("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
    say("Choose from:\n\t{choices}"),
    say("required"),
    say("file"),
    say("directory"),
    say("path"),
    say("{name} {filename!r} does not exist."),
    say("{name} {filename!r} is a directory."),
    say("{name} {filename!r} is not readable."),
)
"""A test holds them against the click that is installed."""
