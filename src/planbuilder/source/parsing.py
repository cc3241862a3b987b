"""YAML text to a tree with places, by walking libyaml's events.

`yaml.compose` recurses in C and dies of a small, deep file; the loaders guess types. Events do neither.
"""

import re
from typing import Any, NoReturn

import yaml

from planbuilder.messages import Message, say
from planbuilder.source.explaining import TRAP, explain
from planbuilder.source.problem import Problem
from planbuilder.source.reading import Source, unwanted, unwanted_in
from planbuilder.source.tree import Mapping, Sequence, Span, Value

MAX_DEPTH = 32
MAX_VALUES = 50_000

_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_SCALAR, _MAPPING, _MAPPING_END = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.MappingEndEvent
_SEQUENCE, _SEQUENCE_END, _ALIAS = yaml.SequenceStartEvent, yaml.SequenceEndEvent, yaml.AliasEvent


class _Refused(Exception):  # noqa: N818 - control flow inside this module, never an error that leaves it
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse(source: Source) -> tuple[Mapping | None, list[Problem]]:
    """The file's mapping of sections, and what is wrong with it.

    No mapping where the text cannot be read on; a key written twice leaves the rest readable.
    """
    walk = _Walk(source)
    try:
        root = walk.document()
    except _Refused as refused:
        return None, [*walk.problems, refused.problem]
    except yaml.YAMLError as error:
        return None, [*walk.problems, explain(source, error)]
    return root, walk.problems


class _Walk:
    """One pass over the events of one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._file = source.file
        self._escapes = "\\" in source.text
        self._left = MAX_VALUES
        self._next: Any = None

    def document(self) -> Mapping:
        directive = _DIRECTIVE.search(self.source.text)
        if directive:
            self._refuse(
                Span(self._file, self.source.text.count("\n", 0, directive.start()) + 1, 1),
                "directive",
                say("A line of a plan cannot start with %."),
                say("Remove this line, or put the text between quotes."),
            )
        self._next = yaml.CLoader(self.source.text).get_event
        self._next()  # the stream starts
        if type(self._next()) is yaml.StreamEndEvent:
            self._refuse_empty()
        event = self._next()
        if type(event) is not _MAPPING:
            if type(event) is _SCALAR and event.style is None and not event.value:
                self._refuse_empty()
            self._check_bare(event)
            self._refuse(
                self._span(event.start_mark),
                "not-sections",
                say("This file does not start with the name of a section."),
                say("Start it with the name of a section and a colon, for example `people:`."),
            )
        self._check_bare(event)
        root = self._mapping(1)
        self._next()  # the document ends
        event = self._next()
        if type(event) is not yaml.StreamEndEvent:
            self._refuse(
                self._span(event.start_mark),
                "several-documents",
                say("A second document starts here (`---`)."),
                say("Remove the line `---`, or put what follows into a file of its own."),
            )
        return root

    def _mapping(self, depth: int) -> Mapping:
        mapping = Mapping(self._file)
        marks = mapping.marks
        next_event = self._next
        while True:
            event = next_event()
            if type(event) is not _SCALAR:
                if type(event) is _MAPPING_END:
                    return mapping
                self._check_bare(event)
                self._refuse_complex_key(event)
            key, key_mark = self._text(event), event.start_mark
            event = next_event()
            value: Value
            kind = type(event)
            if kind is _SCALAR:
                value = self._text(event)
            elif kind is _MAPPING or kind is _SEQUENCE:
                value = self._container(event, depth)
            else:
                self._check_bare(event)
                value = None
            self._count(key_mark)
            if key is None or key == "<<":
                self._refuse_key(key, key_mark)
            elif key in mapping:
                self._twice(mapping, key, key_mark)
            else:
                mapping[key] = value
                marks[key] = (key_mark, event.start_mark)
                if value is None:
                    self._check_emptied(key, key_mark)

    def _sequence(self, depth: int) -> Sequence:
        sequence = Sequence(self._file)
        marks = sequence.marks
        next_event = self._next
        while True:
            event = next_event()
            kind = type(event)
            if kind is _SCALAR:
                sequence.append(self._text(event))
            elif kind is _MAPPING or kind is _SEQUENCE:
                sequence.append(self._container(event, depth))
            elif kind is _SEQUENCE_END:
                return sequence
            else:
                self._check_bare(event)
            marks.append(event.start_mark)
            self._count(event.start_mark)

    def _container(self, event: Any, depth: int) -> Mapping | Sequence:
        self._check_bare(event)
        if depth >= MAX_DEPTH:
            self._refuse(
                self._span(event.start_mark),
                "too-deep",
                say("The text is nested more than {count} levels deep here.", count=MAX_DEPTH),
                say("Check the brackets and the indentation of this line."),
            )
        return self._mapping(depth + 1) if type(event) is _MAPPING else self._sequence(depth + 1)

    def _text(self, event: Any) -> str | None:
        if event.anchor is not None or event.tag is not None:
            self._check_bare(event)
        text: str = event.value
        if event.style is None:
            return text or None
        if self._escapes and event.style == '"':
            character = unwanted_in(text)
            if character is not None:
                message, fix = unwanted(character)
                self._refuse(self._span(event.start_mark), "character", message, fix)
        return text

    def _count(self, mark: Any) -> None:
        self._left -= 1
        if self._left < 0:
            self._refuse(
                self._span(mark),
                "too-many",
                say("This file holds more than {count} values.", count=MAX_VALUES),
                say("Split it into several files."),
            )

    def _check_bare(self, event: Any) -> None:
        """Refuse anchors, aliases and tags: most often a text that starts with `&`, `*` or `!`."""
        sign = (
            "*" if type(event) is _ALIAS else "&" if event.anchor is not None else "!" if event.tag else None
        )
        if sign is None:
            return
        self._refuse(
            self._span(event.start_mark),
            {"*": "alias", "&": "anchor", "!": "tag"}[sign],
            say("A text cannot start with `{sign}`: YAML reads it as an instruction.", sign=sign),
            say("Put the text between double quotes."),
            check=TRAP,
        )

    def _check_emptied(self, key: str, mark: Any) -> None:
        """A value that `#` turned into a comment (`say: #LumenLove`)."""
        rest = self.source.line(mark.line + 1)[mark.column + len(key) :].lstrip("\"' ").lstrip(":").strip()
        if rest.startswith("#"):
            self.problems.append(
                Problem(
                    say("`{key}` is empty, because `#` turns the rest of the line into a comment.", key=key),
                    say("Put the text between double quotes, or give `{key}` a value.", key=key),
                    "comment",
                    span=self._span(mark),
                    check=TRAP,
                )
            )

    def _twice(self, mapping: Mapping, key: str, mark: Any) -> None:
        self.problems.append(
            Problem(
                say(
                    "`{key}` is written twice: first on line {line}.",
                    key=key,
                    line=mapping.marks[key][0].line + 1,
                ),
                say("Keep one of the two."),
                "duplicate-key",
                span=self._span(mark),
            )
        )

    def _refuse_key(self, key: str | None, mark: Any) -> NoReturn:
        if key is None:
            self._refuse(
                self._span(mark),
                "no-key",
                say("There is no word before the colon."),
                say("Write the name of the key before the colon."),
            )
        self._refuse(
            self._span(mark),
            "merge-key",
            say("`<<` copies another part of the file; a plan says everything where it stands."),
            say("Write out what you want to copy."),
        )

    def _refuse_complex_key(self, event: Any) -> NoReturn:
        self._refuse(
            self._span(event.start_mark),
            "complex-key",
            say("A list or a group of keys stands where one key is expected."),
            say(
                "Write one word and a colon. Put a text that starts with `{{`, `[` or `?` between double quotes."
            ),
        )

    def _refuse_empty(self) -> NoReturn:
        self._refuse(
            Span(self._file, 1, 1),
            "empty",
            say("This file says nothing."),
            say("Write a section in it, or delete it."),
        )

    def _span(self, mark: Any) -> Span:
        return Span(self._file, mark.line + 1, mark.column + 1)

    def _refuse(
        self, span: Span, kind: str, message: Message, fix: Message, check: str = "SHAPE"
    ) -> NoReturn:
        raise _Refused(Problem(message, fix, kind, span=span, check=check))
