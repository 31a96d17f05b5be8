"""Rules on texts that say nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import Report, reported_quarters
from generator.progress.table import LAST
from generator.progress.verdict import due_date
from generator.rules.surroundings import account, narratives, prose
from generator.thai import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem
    from generator.read import Document
    from generator.rules.surroundings import Surroundings

_STILL = re.compile(r"อยู่(?:ใน)?ระหว่าง(?:การ)?ดำเนินการ")
_TOO_OFTEN = 3


def texts_say_something(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Leave a blank blank, without an ornament such as `-` or `::`."""
    told = {field for field, _text in account(report)}
    for field, text in prose(report):
        may_be_zero = field not in told  # a code can be 0, an account of a quarter cannot
        if is_placeholder(text) and not (may_be_zero and any(map(str.isdigit, text))):
            yield document.problem(field, "narrative-placeholder", value=text)


def narratives_are_not_copied(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Tell of each quarter what is its own."""
    seen: dict[str, int] = {}
    for number, quarter in reported_quarters(report):
        text = _folded(quarter.narrative or "")
        if is_placeholder(text):
            continue
        if text in seen:
            yield document.problem(f"quarters.q{number}.narrative", "narrative-copied", quarter=seen[text])
        seen.setdefault(text, number)


def work_moves_on(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Want more to be told of work that is still in progress for a third quarter in a row."""
    told, row = dict(narratives(report)), 0
    for number, _quarter in reported_quarters(report):
        field = f"quarters.q{number}.narrative"
        row = row + 1 if _STILL.search(_folded(told.get(field, ""))) else 0
        if row == _TOO_OFTEN:
            yield document.problem(field, "still-in-progress")


def year_is_summed_up(report: Report, document: Document[Report], around: Surroundings) -> Iterator[Problem]:
    """Ask for the year-end summary once the fourth quarter was due."""
    if report.year_end_summary is not None or around.portal is None:
        return
    if around.today > due_date(report.fiscal_year, LAST, around.portal.due):
        yield document.problem("year_end_summary", "summary-missing")


def _folded(text: str) -> str:
    return "".join(text.split())


RULES = (texts_say_something, narratives_are_not_copied, work_moves_on, year_is_summed_up)
