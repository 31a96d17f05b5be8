"""Lines of a print-out -> paragraphs: lines broken in a sentence are joined, points and openers begin anew.

A line that begins with a tab begins a paragraph too: so the official form is written where nothing else would show it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.legacy.sheet import ORNAMENT, Span
from generator.thai import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.legacy.sheet import Sheet

_OPENERS = re.compile("ทั้งนี้|นอกจากนี้|นอกจากนั้น|อย่างไรก็ตาม|อย่างไรก็ดี|อนึ่ง")
_DASH = re.compile(r"(?P<mark>[-–—•●▪\uf0b7])(?!\s*[-–—])(?:\s+|(?=[ก-ฮเ-ไA-Za-z\"“'(?]))")
_NUMBER = re.compile(
    r"(?P<mark>\((?P<in>[0-9๐-๙]{1,2})\)|(?P<one>[0-9๐-๙]{1,2})[.)](?![0-9๐-๙])|(?P<two>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+)[.)]?)"
    r"(?:\s+|(?=[ก-ฮเ-ไA-Za-z\"“'(?]))"
)
_NEAR = 4_000
"""So far before a point the point above it or beside it is sought."""
_LONE_MARK = re.compile(r"[-–—•●▪\uf0b7]|[0-9๐-๙]{1,2}[.)]|\([0-9๐-๙]{1,2}\)")
_ORNAMENTS = re.compile(r"[\s:*=|_.…–—-]+")
_FIRST_ORNAMENTS = re.compile(r"(?:[:*=|_…]+\s*|\.{2,}\s*)+")


@dataclass(frozen=True)
class Paragraph:
    """The lines of one paragraph; `mark` is the point mark that stands before its words."""

    mark: Span
    words: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Give the offset of the first character."""
        return self.mark.start if self.mark else self.words[0].start

    def is_dashed(self, sheet: Sheet) -> bool:
        """Say whether the mark is a dash or a bullet."""
        return bool(self.mark) and not re.search("[0-9๐-๙]", sheet.words(self.mark))


def paragraphs(sheet: Sheet, body: Span) -> list[Paragraph]:
    """Part a body into paragraphs; ornaments before it and behind it are accounted for, nothing else is."""
    found: list[tuple[Span, list[Span]]] = []
    waiting = Span(0, 0)
    for line in worded_lines(sheet, body):
        if waiting:
            found.append((waiting, [line]))
            waiting = Span(0, 0)
        elif _LONE_MARK.fullmatch(sheet.text, line.start, line.end):
            waiting = line
        elif mark := point_mark(sheet, line, body):
            begin = line.end - len(sheet.text[mark.end : line.end].lstrip())
            found.append((mark, [Span(begin, line.end)]))
        elif not found or begins_paragraph(sheet, line, body):
            found.append((Span(line.start, line.start), [line]))
        else:
            found[-1][1].append(line)
    if waiting:
        found.append((Span(waiting.start, waiting.start), [waiting]))
    return [Paragraph(mark, tuple(words)) for mark, words in found]


def joined(sheet: Sheet, paragraph: Paragraph, field_path: str, *, with_mark: bool = True) -> str:
    """Give the text of a paragraph, its lines joined by one space, and account for it as used in a field."""
    if paragraph.mark:
        sheet.mark(paragraph.mark, field_path if with_mark else ORNAMENT)
    marks = [sheet.words(paragraph.mark)] if paragraph.mark and with_mark else []
    return " ".join([*marks, *(sheet.take(span, field_path) for span in paragraph.words)])


def prose(sheet: Sheet, body: Span, field_path: str) -> str | None:
    """Give the text of a body, one paragraph a line; None where it is blank."""
    found = [joined(sheet, each, field_path) for each in paragraphs(sheet, body)]
    return "\n".join(found) or None


def is_blank(text: str) -> bool:
    """Say whether there is nothing but ornaments."""
    return not text.strip() or _ORNAMENTS.fullmatch(text) is not None


def point_mark(sheet: Sheet, line: Span, body: Span) -> Span | None:
    """Give the mark of a line that is a point; `2.5` is one only where the points around it count so far."""
    text = sheet.text[line.start : line.end]
    match = _DASH.match(text) or _NUMBER.match(text)
    if match is None:
        return None
    parts = match.groupdict().get("two")
    before = sheet.text[max(body.start, line.start - _NEAR) : line.start]
    if parts and not _continues(arabic_digits(before), arabic_digits(parts)):
        return None
    return Span(line.start, line.start + match.end("mark"))


def _continues(before: str, number: str) -> bool:
    """Say whether `2.2` has its `2.` or its `2.1` before it, or begins a row as `2.1` does."""
    above, _, last = number.rpartition(".")
    earlier = rf"(?<![0-9.]){re.escape(above)}\.(?:{int(last) - 1}(?![0-9])|(?![0-9]))"
    return last == "1" or re.search(earlier, before) is not None


def worded_lines(sheet: Sheet, body: Span) -> Iterator[Span]:
    """Walk the lines between the ornaments at the beginning and those at the end of a body."""
    lines = list(sheet.lines(body))
    while lines and is_blank(sheet.words(lines[-1])):
        sheet.mark(lines.pop(), ORNAMENT)
    while lines:
        first = lines[0]
        match = _FIRST_ORNAMENTS.match(sheet.text, first.start, first.end)
        end = match.end() if match else first.start
        sheet.mark(Span(first.start, end), ORNAMENT)
        if end < first.end:
            lines[0] = Span(end, first.end)
            break
        lines.pop(0)
    yield from (line for line in lines if not _is_ornament(sheet, line))


def _is_ornament(sheet: Sheet, line: Span) -> bool:
    """Account for lines of colons and stars; dashes stay, for they may be the line of a fraction or a point."""
    if re.fullmatch(r"[:*\s]+", sheet.text[line.start : line.end]):
        sheet.mark(line, ORNAMENT)
        return True
    return False


def begins_paragraph(sheet: Sheet, line: Span, body: Span) -> bool:
    """Say whether a line begins a paragraph: a point, an opener, a bracket or a tab."""
    indent = sheet.text[sheet.text.rfind("\n", 0, line.start) + 1 : line.start]
    text = sheet.text[line.start : line.end]
    opens = text.startswith("(") or _OPENERS.match(text) is not None
    return opens or "\t" in indent or point_mark(sheet, line, body) is not None
