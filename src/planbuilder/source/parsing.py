"""YAML text to a tree with places, by walking libyaml's events.

`yaml.compose` recurses in C and dies of a small, deep file; the loaders guess types. Events do neither.
"""

import re
from typing import Any, NoReturn

import yaml

from planbuilder.patterns import regex
from planbuilder.source import refusals
from planbuilder.source.characters import (
    WIDE_SPACES,
    code,
    invisible_at,
    unwanted_at,
    why_unwanted,
    why_unwanted_escape,
)
from planbuilder.source.clues import Clue, clue, curly_quotes, cut_by_comma, hashtag, no_break_space, starts_with
from planbuilder.source.masking import is_below_hidden_key, names_a_secret
from planbuilder.source.problem import Problem
from planbuilder.source.reading import Source
from planbuilder.source.tree import Mapping, Sequence, Span, Value

MAX_DEPTH = 32
MAX_VALUES = 50_000
MAX_PROBLEMS = 1_000

_HASHTAG = regex(r" #(?=\w)")
_HASHTAG_NEXT = regex(r" +#(?=\w)")
_BLOCK_HASHTAG = regex(r"[|>][-+\d]* +#(?=\w)")
_WIDE_EDGE = regex(rf"^[{WIDE_SPACES}]|[{WIDE_SPACES}]$")
_KEY_OR_ITEM = regex(r"[ ]*(?:#|-(?:[ ]|$)|[^ ]{1,64}:(?:[ ]|$))")
_CURLY = regex("[“”„‘‚].*[“”‘’]")
_SILENT_CLUES = frozenset({"no-space", "no-break-space", "wide-colon"})

_SCALAR, _MAPPING, _MAPPING_END = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.MappingEndEvent
_SEQUENCE, _SEQUENCE_END, _ALIAS = yaml.SequenceStartEvent, yaml.SequenceEndEvent, yaml.AliasEvent


class _Refused(Exception):  # noqa: N818 - control flow inside this module, never an error that leaves it
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse(source: Source) -> tuple[Mapping | None, list[Problem]]:
    """The file's mapping of sections, and what is wrong with it.

    No mapping where the text cannot be read on; a key written twice leaves the rest readable.
    """
    offset = unwanted_at(source.text)
    if offset is not None:
        kind, message, fix = why_unwanted(source.text[offset])
        return None, [Problem(message, fix, kind, span=source.span(offset))]
    walk = _Walk(source)
    try:
        root = walk.document()
    except _Refused as refused:
        return None, [*walk.problems, refused.problem]
    except yaml.MarkedYAMLError as error:
        from planbuilder.source.explaining import explain  # only a file that YAML cannot read pays for the words

        last = explain(source, error)
        return None, [*(p for p in walk.problems if p.span != last.span), last]
    return root, walk.problems


class _Walk:
    """One pass over the events of one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._file = source.file
        self._escapes = "\\" in source.text
        self._hashtags = _HASHTAG.search(source.text) is not None
        self._left = MAX_VALUES
        self._restarted: Mapping | None = None
        self._next: Any = None

    def document(self) -> Mapping:
        text = self.source.text
        if text.startswith("%") or "\n%" in text:
            raise _Refused(refusals.directive(self.source.span(0 if text[0] == "%" else text.index("\n%") + 1)))
        self._next = yaml.CLoader(text).get_event
        self._next()  # the stream starts
        if type(self._next()) is yaml.StreamEndEvent:
            raise _Refused(refusals.empty(Span(self._file, 1, 1)))
        event = self._next()
        self._check_bare(event)
        if type(event) is not _MAPPING:
            self._refuse_root(event)
        root = self._mapping(event, 1)
        self._next()  # the document ends
        event = self._next()
        if type(event) is not yaml.StreamEndEvent:
            raise _Refused(refusals.several_documents(self._span(event.start_mark), "---"))
        return root

    def _mapping(self, start: Any, depth: int) -> Mapping:
        mapping = Mapping(self._file)
        marks = mapping.marks
        next_event = self._next
        while True:
            event = next_event()
            if type(event) is not _SCALAR:
                if type(event) is _MAPPING_END:
                    return mapping
                self._refuse_key(event, start)
            key = self._text(event)
            key_mark: Any = event.start_mark
            if key is None or key == "<<" or not key.isascii():
                key = self._odd_key(key, event)
            event = next_event()
            mark = event.start_mark
            value: Value
            kind = type(event)
            if kind is _SCALAR:
                value = self._text(event)
                if value is None or mark.line != key_mark.line:
                    value = self._second_look(key, key_mark, event)
            elif kind is _MAPPING or kind is _SEQUENCE:
                value = self._container(event, depth)
            else:
                self._refuse_bare(event)
            self._left -= 1
            if self._left < 0:
                raise _Refused(refusals.too_many(self._span(key_mark), MAX_VALUES))
            pair = key_mark, mark
            first = marks.setdefault(key, pair)
            if first is pair:
                mapping[key] = value
            else:
                self._twice(mapping, key, key_mark, first[0])

    def _twice(self, mapping: Mapping, key: str, mark: Any, first: Any) -> None:
        """A key written twice; where it is the first of an entry, the other keys below it belong to a new one."""
        if self._restarted is not mapping:
            starts_over = mark.column > 0 and key == next(iter(mapping)) and mark.line > first.line
            self._restarted = mapping if starts_over else None
            self._note(refusals.twice(self._span(mark), key, first.line + 1, starts_over=starts_over))

    def _sequence(self, depth: int) -> Sequence:
        sequence = Sequence(self._file)
        marks = sequence.marks
        next_event = self._next
        while True:
            event = next_event()
            mark = event.start_mark
            kind = type(event)
            if kind is _SCALAR:
                value: Value = self._text(event)
                if value is None:
                    value = self._dropped(mark)
                    if value:
                        self._note(refusals.emptied_item(self._span(mark)))
                sequence.append(value)
            elif kind is _MAPPING or kind is _SEQUENCE:
                sequence.append(self._container(event, depth))
            elif kind is _SEQUENCE_END:
                return sequence
            else:
                self._refuse_bare(event)
            marks.append(mark)
            self._left -= 1
            if self._left < 0:
                raise _Refused(refusals.too_many(self._span(mark), MAX_VALUES))

    def _container(self, event: Any, depth: int) -> Mapping | Sequence | str:
        if event.anchor is not None or event.tag is not None:
            self._refuse_bare(event)
        if depth >= MAX_DEPTH:
            raise _Refused(refusals.too_deep(self._span(event.start_mark), MAX_DEPTH))
        if type(event) is _SEQUENCE:
            return self._sequence(depth + 1)
        mapping = self._mapping(event, depth + 1)
        return self._braces(mapping, event.start_mark) if event.flow_style else mapping

    def _text(self, event: Any) -> str | None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_bare(event)
        text: str = event.value
        if not event.style:
            if self._hashtags and text:
                self._check_hashtag(event.end_mark, _HASHTAG_NEXT)
            return text or None
        if event.style == '"':
            offset = unwanted_at(text) if self._escapes else None
            if offset is not None:
                kind, message, fix = why_unwanted_escape(text[offset])
                raise _Refused(Problem(message, fix, kind, span=self._span(event.start_mark)))
        elif event.style != "'":
            if self._hashtags:
                self._check_hashtag(event.start_mark, _BLOCK_HASHTAG)
            if not text:
                self._check_block_sign(event.start_mark)
        return text

    def _check_hashtag(self, mark: Any, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.source.line(mark.line + 1), mark.column)
        if found:
            self._add(hashtag(found.end()), mark.line)

    def _check_block_sign(self, mark: Any) -> None:
        """`>4` is a text to its writer and the start of an empty block to YAML; so is a text that is not indented."""
        written = self.source.line(mark.line + 1)[mark.column :]
        below = self.source.line(mark.line + 2)
        if written[1:2].isdecimal():
            self._add(starts_with(written[0], mark.column + 1), mark.line)
        elif below.strip() and not _KEY_OR_ITEM.match(below):
            place = Span(self._file, mark.line + 2, len(below) - len(below.lstrip(" ")) + 1)
            raise _Refused(refusals.block_not_indented(place, written[0]))

    def _second_look(self, key: str, key_mark: Any, event: Any) -> str | None:
        """The value of a key that has nothing after it on its line, or nothing at all."""
        text: str = event.value
        if text and not event.style:
            self._check_below(key_mark, event.start_mark)
        if text or event.style:
            return text
        dropped = self._dropped(event.start_mark)
        if dropped:
            self._note(refusals.emptied(self._span(key_mark), key))
        return dropped

    def _check_below(self, key_mark: Any, mark: Any) -> None:
        """A text on a line below its key: it may be a key whose colon YAML did not see.

        With a capital letter it is the start of a sentence (`Note:`); keys have none.
        """
        if self._hashtags:
            line = self.source.line(key_mark.line + 1)
            found = _HASHTAG.search(line, key_mark.column)
            if found and line[: found.start()].rstrip(" ").endswith(":"):
                self._add(hashtag(found.end()), key_mark.line)
        line = self.source.line(mark.line + 1)
        alone = not line[: mark.column].strip(" ") and not is_below_hidden_key(self.source, mark.line + 1)
        seen = clue(line) if alone else None
        if seen and seen.kind in _SILENT_CLUES and not line.lstrip(" ")[:1].isupper():
            self._add(seen, mark.line)

    def _braces(self, mapping: Mapping, mark: Any) -> Mapping | str:
        """`{heure}` is a text to its writer, and a key without colon and value to YAML."""
        line = self.source.line(mark.line + 1)
        for key, value in mapping.items():
            start, end = mapping.marks[key]
            if value is not None or end.line != mark.line or ":" in line[start.column + len(key) : end.column]:
                self._check_commas(mapping)
                return mapping
        if not mapping:
            return mapping
        self._add(starts_with("{", mark.column + 1), mark.line)
        return line[mark.column : line.find("}", mark.column) + 1]

    def _check_commas(self, mapping: Mapping) -> None:
        """`{do: Close the shop, then call}` is one text to its writer, and a text and a key to YAML."""
        cut = told = None
        for key, (start, end) in list(mapping.marks.items()):
            line = self.source.line(start.line + 1)
            alone = mapping[key] is None and ":" not in line[start.column : end.column + 1]
            words = " " in key and not names_a_secret(key)
            if cut is not None and (alone or words) and line[start.column] not in "\"'":
                if told != cut:
                    self._add(cut_by_comma(start.column + 1, cut, may_be_key=not (alone and words)), start.line)
                told = cut
                del mapping[key], mapping.marks[key]
            else:
                is_plain = isinstance(mapping[key], str) and self.source.line(end.line + 1)[end.column] not in "\"'"
                cut = key if is_plain and " " not in key else None

    def _dropped(self, mark: Any) -> str | None:
        """The text that `#` turned into a comment; None for a real comment and where nothing was typed."""
        rest = self.source.line(mark.line + 1)[mark.column :].strip(" ")
        return rest if rest[:1] == "#" and rest[1:2].strip() else None

    def _refuse_key(self, event: Any, start: Any) -> NoReturn:
        self._check_bare(event)
        if start.flow_style:
            seen = starts_with("{", start.start_mark.column + 1)
            raise _Refused(seen.problem(self.source, start.start_mark.line + 1))
        raise _Refused(refusals.complex_key(self._span(event.start_mark)))

    def _odd_key(self, key: str | None, event: Any) -> str:
        """A key that is none, copies, or holds signs outside ASCII: the last is read on as it was meant."""
        place = self._span(event.start_mark)
        if key is None:
            raise _Refused(refusals.no_key(place))
        if key == "<<":
            raise _Refused(refusals.merge_key(place))
        offset = invisible_at(key)
        if offset is not None:
            self._note(refusals.invisible_in_key(place, code(key[offset])))
        if event.style:
            return key
        wide = _WIDE_EDGE.search(key)
        if wide and wide.start() == 0:
            raise _Refused(no_break_space(place.column).problem(self.source, place.line))
        if wide:
            self._add(no_break_space(place.column + wide.start()), event.start_mark.line)
        elif _CURLY.fullmatch(key):
            self._add(curly_quotes(place.column), event.start_mark.line)
            return key[1:-1]
        return key.strip()

    def _check_bare(self, event: Any) -> None:
        """Refuse an event with an anchor or a tag, and every alias."""
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self._refuse_bare(event)

    def _refuse_bare(self, event: Any) -> NoReturn:
        sign = "*" if type(event) is _ALIAS else "&" if event.anchor is not None else "!"
        raise _Refused(refusals.instruction(self._span(event.start_mark), sign))

    def _refuse_root(self, event: Any) -> NoReturn:
        place = self._span(event.start_mark)
        if type(event) is _SCALAR and not event.style:
            if not event.value:
                raise _Refused(refusals.empty(Span(self._file, 1, 1)))
            seen = clue(self.source.line(place.line))
            if seen and place.column <= seen.column:
                raise _Refused(seen.problem(self.source, place.line))
        raise _Refused(refusals.not_sections(place))

    def _add(self, seen: Clue, line: int) -> None:
        """Note what stands on a line counted from 0."""
        self._note(seen.problem(self.source, line + 1))

    def _note(self, problem: Problem) -> None:
        """Keep a problem that leaves the rest readable; a file of nothing else is not read to its end."""
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            assert problem.span is not None
            raise _Refused(refusals.too_many_problems(problem.span, MAX_PROBLEMS))

    def _span(self, mark: Any) -> Span:
        return Span(self._file, mark.line + 1, mark.column + 1)
