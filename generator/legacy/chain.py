"""Which of the places that look like labels are the labels: the likeliest row of them in the order of the form."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.legacy.labels import LABELS, LAST_LENIENT, RANKS, Hit, find_labels
from generator.legacy.sheet import LABEL, PAGE_HEADER, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.legacy.sheet import Sheet

_LEAST_LABELS = 3
_MANY_NUMBERS = 4
"""Where so many labels have their numbers, a label without one is taken for a text of people."""
_LAST_TO_BEGIN = RANKS["definitions"]
"""A report whose beginning was lost still begins before or with this label."""
_BEHIND_HEADER, _BEHIND_NOTHING, _IN_THE_MIDDLE = 0.4, 4.0, 4.5
"""What must speak for a new report: less where a page header stands before its first label."""


@dataclass(frozen=True)
class Section:
    """A label and what stands behind it, up to the next label."""

    hit: Hit
    body: Span

    @property
    def key(self) -> str:
        """Give the field that the section is about."""
        return self.hit.label.key


@dataclass(frozen=True)
class Printed:
    """One report in the text: all of it, what stands before its first label, and its sections."""

    whole: Span
    head: Span
    sections: tuple[Section, ...]
    doubtful: tuple[Hit, ...] = ()
    """What looks like a label as much as those that were taken."""

    def body(self, key: str) -> Span | None:
        """Give what stands in a section; None where the form has none."""
        return next((section.body for section in self.sections if section.key == key), None)

    def missing(self) -> tuple[str, ...]:
        """Give the labels that the form should have and has not, as printed."""
        there = {section.key for section in self.sections}
        return tuple(
            label.printed for label in LABELS if label.key not in there and label.key != "responsible.position"
        )


@dataclass(frozen=True)
class _Row:
    """Labels in the order of the form, linked from the last one backwards; a report may follow on another."""

    hit: Hit
    score: float
    before: _Row | None = None
    begins: bool = False
    """Whether a report begins with this label."""


@dataclass
class _Best:
    """The best rows so far, by their last label."""

    by_rank: list[_Row | None] = field(default_factory=lambda: [None] * len(LABELS))
    overall: _Row | None = None

    def add(self, row: _Row) -> None:
        known = self.by_rank[row.hit.rank]
        if known is None or row.score > known.score:
            self.by_rank[row.hit.rank] = row
        if self.overall is None or row.score > self.overall.score:
            self.overall = row


def find_reports(sheet: Sheet) -> tuple[Printed, ...]:
    """Find the reports in a text; none where it is not this form. The labels are accounted for."""
    found = _without_chance(find_labels(sheet))
    row = _likeliest(sheet, found)
    groups = [group for group in _reports(row) if len(group) >= _LEAST_LABELS]
    if not groups:
        return ()
    starts = [0, *(_beginning(sheet, before[-1], group[0]) for before, group in pairwise(groups))]
    reports = []
    for group, start, end in zip(groups, starts, [*starts[1:], len(sheet.text)], strict=True):
        taken = {hit.span.start for hit in group}
        doubtful = tuple(hit for hit in found if start <= hit.span.start < end and hit.span.start not in taken)
        reports.append(_printed(sheet, group, Span(start, end), _as_good(doubtful, group)))
    return tuple(reports)


def _without_chance(found: list[Hit]) -> list[Hit]:
    """Drop labels without their number from where people wrote, in a form that has its numbers."""
    numbers = {hit.label.key for hit in found if hit.numbered}
    if len(numbers) < _MANY_NUMBERS:
        return found
    return [hit for hit in found if hit.numbered or not hit.label.number or hit.rank <= LAST_LENIENT]


def _likeliest(sheet: Sheet, found: list[Hit]) -> _Row | None:
    best = _Best()
    for hit in sorted(found, key=lambda hit: (hit.span.start, -hit.rank)):
        ways = [_Row(hit, hit.score, begins=True)]
        before = max((row for row in best.by_rank[: hit.rank] if row), key=lambda row: row.score, default=None)
        if before and _fits(before, hit):
            ways.append(_Row(hit, before.score + hit.score, before))
        if best.overall and hit.rank <= _LAST_TO_BEGIN:
            cost = _price(sheet, best.overall, hit)
            ways.append(_Row(hit, best.overall.score + hit.score - cost, best.overall, begins=True))
        best.add(max(ways, key=lambda row: row.score))
    return best.overall


def _fits(before: _Row, hit: Hit) -> bool:
    """Say whether a label may follow: a position stands only behind a signature."""
    return hit.label.key != "responsible.position" or before.hit.label.key == "responsible.name"


def _price(sheet: Sheet, before: _Row, hit: Hit) -> float:
    if hit.rank:
        return _IN_THE_MIDDLE
    return _BEHIND_HEADER if _header_before(sheet, before.hit.span.end, hit.span.start) is not None else _BEHIND_NOTHING


def _header_before(sheet: Sheet, start: int, end: int) -> int | None:
    """Give where a page header begins that only few other lines part from `end`."""
    at = end
    while at > start and (sheet.uses[at - 1] == PAGE_HEADER or sheet.text[at - 1].isspace()):
        at -= 1
    return at if PAGE_HEADER in sheet.uses[at:end] else None


def _reports(row: _Row | None) -> list[list[Hit]]:
    groups: list[list[Hit]] = [[]]
    while row:
        groups[-1].append(row.hit)
        if row.begins:
            groups.append([])
        row = row.before
    return [group[::-1] for group in groups[::-1] if group]


def _beginning(sheet: Sheet, last: Hit, first: Hit) -> int:
    header = _header_before(sheet, last.span.end, first.span.start)
    return first.span.start if header is None else header


def _as_good(others: tuple[Hit, ...], taken: list[Hit]) -> tuple[Hit, ...]:
    """Give the others that look like a label as much as the one that was taken, and could stand for it."""
    chosen = {hit.label.key: hit for hit in taken}
    order = {hit.label.key: place for place, hit in enumerate(taken)}
    found = []
    for hit in others:
        own = chosen.get(hit.label.key)
        place = order.get(hit.label.key, 0)
        before = taken[place - 1].span.end if own and place else 0
        after = taken[place + 1].span.start if own and place + 1 < len(taken) else hit.span.end + 1
        if own and hit.score >= own.score - 0.1 and before <= hit.span.start < after:
            found.append(hit)
    return tuple(found)


def _printed(sheet: Sheet, group: list[Hit], whole: Span, doubtful: tuple[Hit, ...]) -> Printed:
    for hit in group:
        sheet.mark(hit.span, LABEL)
    sections = tuple(_sections(group, whole.end))
    return Printed(whole, Span(whole.start, group[0].span.start), sections, doubtful)


def _sections(group: list[Hit], end: int) -> Iterator[Section]:
    for hit, after in zip(group, [*(hit.span.start for hit in group[1:]), end], strict=True):
        yield Section(hit, Span(hit.span.end, after))
