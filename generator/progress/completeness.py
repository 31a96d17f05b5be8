"""How complete a report is: which blanks that count by now are filled, and which remain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.fields import Field, fields_of
from generator.kinds import Group
from generator.language import Bilingual
from generator.model import Report, reported_quarters
from generator.parts import QuarterReport
from generator.progress.table import LAST
from generator.progress.verdict import due_date
from generator.settings import Portal
from generator.thai import is_placeholder

_AT_YEAR_END = frozenset({"result", "year_end_summary"})


@dataclass(frozen=True)
class Completeness:
    """How many of the blanks that count are filled, and the names of those that are not."""

    filled: int
    total: int
    missing: tuple[Bilingual, ...]


def complete(report: Report, portal: Portal, today: date) -> Completeness:
    """Count the blanks of a report that should be filled by `today`: quarters from their due date on."""
    blanks = tuple(_expected(report, portal, today))
    missing = tuple(title for title, value in blanks if not _is_filled(value))
    return Completeness(len(blanks) - len(missing), len(blanks), missing)


def _expected(report: Report, portal: Portal, today: date) -> Iterator[tuple[Bilingual, Any]]:
    year_is_due = today > due_date(report.fiscal_year, LAST, portal.due)
    for item in fields_of(Report):
        if item.key == "quarters":
            yield from _quarters(report, portal, today)
        elif item.expected and (year_is_due or item.key not in _AT_YEAR_END):
            yield from _values(item, getattr(report, item.key))


def _values(item: Field, value: Any) -> Iterator[tuple[Bilingual, Any]]:
    if not isinstance(item.kind, Group):
        yield item.title, value
        return
    for part in fields_of(item.kind.type):
        if part.expected:
            yield _within(item.title, part.title), getattr(value, part.key)


def _quarters(report: Report, portal: Portal, today: date) -> Iterator[tuple[Bilingual, Any]]:
    titles = {item.key: item.title for item in fields_of(QuarterReport)}
    for number, quarter in reported_quarters(report):
        if today <= due_date(report.fiscal_year, number, portal.due) or quarter.state == "not-applicable":
            continue
        name = Bilingual(f"ไตรมาสที่ {number}", f"Quarter {number}")
        yield _within(name, titles["narrative"]), quarter.narrative
        yield _within(name, Bilingual("ตัวเลข", "Number")), quarter.result or quarter.progress


def _within(whole: Bilingual, part: Bilingual) -> Bilingual:
    return Bilingual(f"{whole.th} – {part.th}", f"{whole.en} – {part.en}")


def _is_filled(value: Any) -> bool:
    if isinstance(value, str):
        return value != "unknown" and not is_placeholder(value)
    return bool(value)
