"""Rules on the numbers of the four quarters."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.model import Report, reported_quarters
from generator.problems import Known, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.kinds import Number
    from generator.problems import Problem
    from generator.read import Document
    from generator.rules.surroundings import Surroundings


def one_number_a_quarter(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Let a quarter give its result or its progress, not both."""
    for number, quarter in reported_quarters(report):
        if quarter.result is not None and quarter.progress is not None:
            yield document.problem(f"quarters.q{number}.progress", "quarter-both-numbers")


def one_kind_of_number(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Keep apart progress in per cent and results in the target's unit, which nobody can compare."""
    numbers = [*_numbers(report, "progress"), *_numbers(report, "result")]
    if len({kind for _, kind, _ in numbers}) == 1 or not numbers or len({q for q, _, _ in numbers}) < len(numbers):
        return
    in_order = sorted(numbers, key=lambda each: each[0])
    unit = quote(report.target.unit or report.result.unit or "")
    values = ", ".join(
        f"Q{quarter} {number}{'%' if kind == 'progress' else ' ' + unit}".strip() for quarter, kind, number in in_order
    )
    changed, kind = next(each[:2] for each in in_order if each[1] != in_order[0][1])
    yield document.problem(f"quarters.q{changed}.{kind}", "quarters-mixed", values=Known(values))


def totals_do_not_fall(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Let totals since the year began grow, but for rates that ought to sink or to stay in a range."""
    kinds = ("progress",) if report.direction in {"lower", "range"} else ("progress", "result")
    for kind in kinds:
        for (_earlier, _same, before), (quarter, _same, after) in pairwise(_numbers(report, kind)):
            if after.value < before.value:
                field = f"quarters.q{quarter}.{kind}"
                yield document.problem(field, "quarter-falls", before=before, after=after)


def last_quarter_is_the_year(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Let the total up to the end of the fourth quarter be the year's result."""
    last, year = report.quarters.q4.result, report.result.number
    if last is not None and year is not None and last.value != year.value:
        yield document.problem("quarters.q4.result", "last-quarter-differs", quarter=last, year=year)


def _numbers(report: Report, kind: str) -> list[tuple[int, str, Number]]:
    quarters = ((number, getattr(quarter, kind)) for number, quarter in reported_quarters(report))
    return [(number, kind, value) for number, value in quarters if value is not None]


RULES = (one_number_a_quarter, one_kind_of_number, totals_do_not_fall, last_quarter_is_the_year)
