"""The command line. The only package that knows click; a command's module is imported when the command is called."""

from planbuilder.commands._program import main

__all__ = ["main"]
