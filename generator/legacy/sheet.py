"""The text of a form with an account of every character: what it was used for, and where it stands."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.problems import MOST_PROBLEMS, Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.legacy.source import Source

LABEL, ORNAMENT, PAGE_HEADER, LEFT_OVER = "label", "ornament", "page header", "left over"
"""What a character can be used for besides a field, which is named by its path."""

_BLANK = ""


@dataclass(frozen=True)
class Span:
    """Neighbouring characters of a sheet: from `start` up to `end`."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Say whether there is any character."""
        return self.end > self.start


@dataclass(frozen=True)
class Use:
    """What some neighbouring characters of one line were used for; the line and the columns count from 1."""

    line: int
    column: int
    end: int
    used_for: str


@dataclass(frozen=True)
class Coverage:
    """The account of all characters of one form that are not white space; `end` of a use is the column behind it."""

    uses: tuple[Use, ...]

    def counts(self) -> dict[str, int]:
        """Give how many characters went where, in the order in which the form first uses them."""
        found: dict[str, int] = {}
        for use in self.uses:
            found[use.used_for] = found.get(use.used_for, 0) + use.end - use.column
        return found

    def left_over(self) -> int:
        """Give how many characters found no place."""
        return self.counts().get(LEFT_OVER, 0)

    def as_json(self) -> dict[str, Any]:
        """Give `{"characters": …, "uses": …, "spans": [[line, column, end, use], …]}`; white space is not counted."""
        counts = self.counts()
        spans = [[use.line, use.column, use.end, use.used_for] for use in self.uses]
        return {"characters": sum(counts.values()), "uses": counts, "spans": spans}


@dataclass
class Sheet:
    """The whole text of a source, line by line; offsets count characters of `text`."""

    path: str
    text: str
    starts: list[int]
    numbers: list[int]
    pages: list[int]
    uses: list[str]
    problems: list[tuple[int, Problem]] = field(default_factory=list)

    def mark(self, span: Span, use: str) -> None:
        """Account for the characters of a span that are not accounted for yet."""
        for at in range(span.start, span.end):
            if self.uses[at] == _BLANK and not self.text[at].isspace():
                self.uses[at] = use

    def note(self, at: int, field_path: str, code: str, **params: object) -> None:
        """Keep a problem with what stands at an offset."""
        self.problems.append((at, problem(self.path, self.place(at), field_path, code, **params)))

    def place(self, at: int) -> tuple[int, int]:
        """Give line and column of an offset, both from 1."""
        line = self._line(at)
        return (self.numbers[line], at - self.starts[line] + 1) if self.numbers else (1, 1)

    def page(self, at: int) -> int:
        """Give the page of an offset, from 1."""
        return self.pages[self._line(at)] if self.pages else 1

    def _line(self, at: int) -> int:
        return max(bisect.bisect_right(self.starts, at) - 1, 0)

    def lines(self, span: Span) -> Iterator[Span]:
        """Walk the lines of a span that hold something, without the spaces around it, page headers left out."""
        at = span.start
        for line in self.text[span.start : span.end].split("\n"):
            begin = at + len(line) - len(line.lstrip())
            if line.strip() and self.uses[begin] != PAGE_HEADER:
                yield Span(begin, begin + len(line.strip()))
            at += len(line) + 1

    def words(self, span: Span) -> str:
        """Give the text of a span, with one space for each run of white space."""
        return " ".join(self.text[span.start : span.end].split())

    def take(self, span: Span, field_path: str) -> str:
        """Give the text of a span and account for it as used in a field."""
        self.mark(span, field_path)
        return self.words(span)

    def leave(self, span: Span, field_path: str, code: str = "form-left-over", **params: object) -> None:
        """Account for a span as left over, and say so of every line of it."""
        for line in list(self.lines(span)):
            self.mark(line, LEFT_OVER)
            self.note(line.start, field_path, code, value=self.words(line), **params)
            code, params = "form-left-over", {}

    def coverage(self, span: Span) -> Coverage:
        """Account for the characters of a span; what nothing used is left over, which is told as a problem."""
        for line in self.lines(span):
            for gap in self.unused(line):
                self.leave(gap, "")
        return Coverage(tuple(self._uses(span)))

    def problems_in(self, span: Span) -> tuple[Problem, ...]:
        """Give the problems with what stands in a span, by line."""
        found = sorted({found for at, found in self.problems if span.start <= at < max(span.end, 1)})
        more = len(found) - MOST_PROBLEMS
        if more <= 0:
            return tuple(found)
        last = problem(self.path, (found[-1].line, 1), "", "too-many-problems", count=more)
        return (*found[:MOST_PROBLEMS], last)

    def unused(self, line: Span) -> Iterator[Span]:
        """Walk the parts of a line that nothing used; spaces between them do not part them."""
        open_at: int | None = None
        for at in range(line.start, line.end + 1):
            used = at == line.end or (self.uses[at] != _BLANK and not self.text[at].isspace())
            if used and open_at is not None:
                yield Span(open_at, at)
            if used:
                open_at = None
            elif open_at is None and not self.text[at].isspace():
                open_at = at

    def _uses(self, span: Span) -> Iterator[Use]:
        for use, group in groupby(range(span.start, span.end), key=lambda at: (self.uses[at], self.place(at)[0])):
            if use[0] != _BLANK:
                at = list(group)
                line, column = self.place(at[0])
                yield Use(line, column, column + len(at), use[0])


def lay_out(source: Source) -> Sheet:
    """Lay the lines of a source out as one text."""
    starts = [0]
    for line in source.lines[:-1]:
        starts.append(starts[-1] + len(line.text) + 1)
    text = "\n".join(line.text for line in source.lines)
    numbers, pages = [line.number for line in source.lines], [line.page for line in source.lines]
    return Sheet(source.path, text, starts, numbers, pages, [_BLANK] * len(text))
