"""Everything that decides a status: pure arithmetic over a report, the portal's bands and due dates, and a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model import Report
from generator.progress.completeness import Completeness, complete
from generator.progress.status import Status
from generator.progress.verdict import QuarterVerdict, Verdict, judge_quarter, judge_year
from generator.settings import Portal
from generator.thai import QUARTERS

__all__ = ["Judged", "Status", "judge", "tally"]


@dataclass(frozen=True)
class Judged:
    """A report with all that was decided about it; pages and exports read this and decide nothing."""

    report: Report
    path: str
    year: Verdict
    quarters: tuple[QuarterVerdict, ...]
    completeness: Completeness


def judge(report: Report, path: str, portal: Portal, today: date) -> Judged:
    """Judge a report as of `today`; `path` is its file, relative to the repository."""
    quarters = tuple(judge_quarter(report, quarter, portal, today) for quarter in QUARTERS)
    return Judged(report, path, judge_year(report, portal, today), quarters, complete(report, portal, today))


def tally(judged: Iterable[Judged]) -> tuple[tuple[Status, int], ...]:
    """Count reports by status, in the order of `Status`, without the statuses that do not occur."""
    counts = Counter(item.year.status for item in judged)
    return tuple((status, counts[status]) for status in Status if counts[status])
