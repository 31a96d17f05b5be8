"""Bytes of a file -> a tree of texts with their places. A small, closed part of YAML; all else is a problem.

Every scalar is text here, whatever YAML would make of it: the form, not YAML, says what is a number or a date.
The parser works on events, so that a file of nested brackets, aliases or merges is refused while it streams.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.mistakes import Span, find_mistake
from generator.personal import INVISIBLE
from generator.problems import Findings, Problem

MOST_BYTES = 256 * 1024
MOST_DEPTH = 8
SCHEMA_COMMENT = "# yaml-language-server:"

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_MISSPELT = re.compile("\u0e4d[\u0e48-\u0e4b]?[\u0e32\u0e33]|\u0e40\u0e40")
_COMMENT = re.compile(r"(?:^|(?<=[ \t\n]))#[^\n]*")
_NULLS = {"", "~", "null", "Null", "NULL"}
_THAI_BYTES_SHARE = 0.2
_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)

Place = tuple[int, int]


@dataclass(frozen=True)
class Scalar:
    """A text and where it is written; `text` is None for a blank.

    `begins` is the place of its first character where each line of the text is a line of the file, with one indent.
    """

    text: str | None
    place: Place
    begins: Place | None = None


@dataclass(frozen=True)
class Mapping:
    """Keys with their values, in the order of the file."""

    entries: dict[str, tuple[Place, Node]]
    place: Place


@dataclass(frozen=True)
class Sequence:
    """Values of a list."""

    items: tuple[Node, ...]
    place: Place


Node = Scalar | Mapping | Sequence


class _Refused(Exception):  # noqa: N818 — ends the reading of one file, never leaves this module
    pass


@dataclass
class _Reading:
    findings: Findings
    text: str = ""
    quoted: Span | None = None
    folded: list[Place] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    plain_ends: dict[int, Place] = field(default_factory=dict)

    def note(self, place: Place, code: str, **params: object) -> None:
        self.findings.note(place, "", code, **params)

    def refuse(self, place: Place, code: str, **params: object) -> _Refused:
        self.note(place, code, **params)
        return _Refused()


def parse(data: bytes, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Parse the bytes of one file; None where it cannot be read. `path` only names the file in problems."""
    findings = Findings(path)
    return parse_into(findings, data), findings.all()


def parse_into(findings: Findings, data: bytes) -> Node | None:
    """Parse the bytes of one file and note its problems; None where it cannot be read."""
    reading = _Reading(findings)
    try:
        reading.text = _decode(data, reading)
        _check_characters(reading)
        node = _Tree(reading).document()
    except _Refused:
        return None
    for place in reading.folded:  # only here: where a quotation mark is not closed, that is the one thing to say
        reading.note(place, "text-folded")
    _check_comments(reading)
    return node


def _decode(data: bytes, reading: _Reading) -> str:
    if len(data) > MOST_BYTES:
        raise reading.refuse((1, 1), "file-size", size=len(data), most=MOST_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        line = data.count(b"\n", 0, bad.start) + 1
        thai = sum(0xA1 <= byte <= 0xFB for byte in data) / len(data)  # noqa: PLR2004 — letters of TIS-620
        raise reading.refuse((line, 1), "encoding-thai" if thai >= _THAI_BYTES_SHARE else "encoding") from None
    text = text.replace("\r\n", "\n")
    if "\r" in text and text.count("\r") >= text.count("\n"):
        raise reading.refuse((1, 1), "line-ends")
    return text


def _check_characters(reading: _Reading) -> None:
    starts = [0, *(match.end() for match in re.finditer("\n", reading.text))]
    for match in _MISSPELT.finditer(reading.text):
        expected = "แ" if match[0] == "เเ" else match[0][1:-1] + "ำ"
        reading.note(_place(starts, match.start()), "thai-spelling", value=match[0], expected=expected)
    _note_invisible(reading, starts)
    bad = [(_place(starts, match.start()), match[0]) for match in FORBIDDEN.finditer(reading.text)]
    for place, character in bad:
        reading.note(place, "character", value=f"U+{ord(character):04X}")
    if bad:
        raise _Refused


def _note_invisible(reading: _Reading, starts: list[int]) -> None:
    """Note each kind once a line: text from the web may hold one behind every word."""
    seen: set[tuple[int, str]] = set()
    for match in INVISIBLE.finditer(reading.text):
        place = _place(starts, match.start())
        if (place[0], match[0]) not in seen:
            seen.add((place[0], match[0]))
            reading.note(place, "character-invisible", value=f"U+{ord(match[0]):04X}")


def _place(starts: list[int], offset: int) -> Place:
    line = bisect.bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


class _Tree:
    """Builds the tree from events; recursion is bounded by `MOST_DEPTH`."""

    def __init__(self, reading: _Reading) -> None:
        self.reading = reading
        self.events: Iterator[Any] = self._stream()

    def _stream(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.reading.text, Loader=_LOADER)
        except yaml.MarkedYAMLError as bad:
            found = find_mistake(self.reading.text, bad, self.reading.quoted)
            raise self.reading.refuse(found.place, found.code, **found.params) from None
        except yaml.YAMLError as bad:
            raise self.reading.refuse((1, 1), "yaml-syntax", expected=str(bad), expected_th=str(bad)) from None

    def document(self) -> Node:
        next(self.events)
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            raise self.reading.refuse((1, 1), "yaml-empty")
        if start.version or start.tags:
            raise self.reading.refuse(_start(start), "yaml-directive")
        node = self._node(next(self.events), 1)
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self.reading.refuse(_start(after), "yaml-documents")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        self._refuse_machinery(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth > MOST_DEPTH:
            raise self.reading.refuse(_start(event), "yaml-depth", most=MOST_DEPTH)
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(self._entries(depth), _start(event))
        return Sequence(tuple(self._items(depth)), _start(event))

    def _refuse_machinery(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.reading.refuse(_start(event), "yaml-alias")
        if event.tag is not None:
            raise self.reading.refuse(_start(event), "yaml-tag")

    def _entries(self, depth: int) -> dict[str, tuple[Place, Node]]:
        entries: dict[str, tuple[Place, Node]] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise self.reading.refuse(key.place, "yaml-key")
            value = self._node(next(self.events), depth + 1)
            name = key.text or ""
            if name in entries:
                self.reading.note(key.place, "duplicate-key", key=name, first=entries[name][0][0])
            else:
                entries[name] = (key.place, value)
        return entries

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _scalar(self, event: Any) -> Scalar:
        place = _start(event)
        plain = not event.style  # libyaml says "", the parser in Python None
        self._mark_span(event)
        if plain and event.value:
            self.reading.plain_ends[event.end_mark.line] = place
        for match in FORBIDDEN.finditer(event.value):
            self.reading.note(place, "character", value=f"U+{ord(match[0]):04X}")
        self._note_escaped(event, place)
        if self._is_folded(event):
            self.reading.folded.append(place)
        text = "\n".join(line.rstrip() for line in event.value.split("\n")).strip()
        return Scalar(None if not text or (plain and text in _NULLS) else text, place, self._begin(event))

    def _begin(self, event: Any) -> Place | None:
        source, (line, column) = self.reading.text[event.start_mark.index : event.end_mark.index], _start(event)
        if event.style == "|" and not event.value[:1].isspace():
            block = source.partition("\n")[2]
            return line + 1, len(block) - len(block.lstrip(" ")) + 1
        written = source[1:-1] if event.style else source
        return (line, column + bool(event.style)) if written == event.value else None

    def _note_escaped(self, event: Any, place: Place) -> None:
        """Note invisible characters that the file spells as an escape; those in the file itself are noted already."""
        hidden = INVISIBLE.findall(event.value) if event.style == '"' else ()
        source = self.reading.text[event.start_mark.index : event.end_mark.index]
        for character in sorted(each for each in set(hidden) if each not in source):
            self.reading.note(place, "character-invisible", value=f"U+{ord(character):04X}")

    def _is_folded(self, event: Any) -> bool:
        """Say whether YAML joins lines of this text: only under `|` does a line of the file stay a line."""
        if event.style == "|" or event.start_mark.line == event.end_mark.line:
            return False
        source = self.reading.text[event.start_mark.index : event.end_mark.index]
        if event.style == ">":
            source = source.partition("\n")[2]
        elif event.style:
            source = source[1:-1]
        return sum(bool(line.strip()) for line in source.split("\n")) > 1

    def _mark_span(self, event: Any) -> None:
        """Note what of the file is the text itself: a comment may stand behind quotes and behind the `|` of a block."""
        begin, end = event.start_mark.index, event.end_mark.index
        if event.style in {"|", ">"}:
            end_of_line = self.reading.text.find("\n", begin, end)
            self.reading.spans.append((begin, begin + 1))
            begin = end_of_line if end_of_line >= 0 else end
        self.reading.spans.append((begin, end))
        if event.style in {"'", '"'}:
            start, end_mark = event.start_mark, event.end_mark
            self.reading.quoted = Span(start.line, start.column, end_mark.line, end_mark.column)
        if event.style:
            self.reading.plain_ends.pop(event.start_mark.line, None)
            self.reading.plain_ends.pop(event.end_mark.line, None)


def _start(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _check_comments(reading: _Reading) -> None:
    """Find what YAML dropped: a comment behind a text is text that got cut, one on its own line is a remark."""
    outside = list(reading.text)
    for begin, end in reading.spans:
        outside[begin:end] = ["\n" if c == "\n" else "." for c in outside[begin:end]]
    starts = [0, *(match.end() for match in re.finditer("\n", reading.text))]
    for match in _COMMENT.finditer("".join(outside)):
        words = reading.text[match.start() : match.end()]
        place = _place(starts, match.start())
        if place[0] - 1 in reading.plain_ends:
            reading.note(place, "text-cut", value=words)
        elif not (place[0] == 1 and words.startswith(SCHEMA_COMMENT)):
            reading.note(place, "comment", value=words)
