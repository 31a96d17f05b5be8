"""Rules on the dates that texts speak of and that letters and amendments bear.

They look at drafts too, where even what the form requires may be blank; then no day lies outside an unknown year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Report, reported_quarters
from generator.rules.surroundings import account, prose
from generator.thai import dates_in, quarter_span, say_date, year_span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.problems import Problem
    from generator.read import Document
    from generator.rules.surroundings import Surroundings


def dates_exist(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Look up in the calendar every day that is named."""
    for field, text in prose(report):
        for mention in dates_in(text):
            if mention.span is None:
                yield document.problem_in(text, mention.offset, field, "date-impossible", value=mention.words)


def dates_are_of_the_buddhist_era(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Let all dates of the records count the years of one era."""
    for field, text in prose(report):
        for mention in dates_in(text):
            if mention.in_buddhist_era:
                ought = mention.in_buddhist_era
                yield document.problem_in(text, mention.offset, field, "date-era", value=mention.words, expected=ought)


def dates_lie_in_the_year(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Let the account of a year speak of that year."""
    evidence = ((f"evidence[{index}].title", item.title) for index, item in enumerate(report.evidence) if item.title)
    for field, text in (*account(report), *evidence):
        for mention in dates_in(text):
            if mention.span and _outside(report, mention.span):
                year, words = report.fiscal_year, mention.words
                yield document.problem_in(text, mention.offset, field, "date-outside-year", value=words, year=year)


def days_lie_in_the_year(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Let letters and amendments of a year bear dates of that year."""
    days = [(f"letters[{index}].date", letter.date) for index, letter in enumerate(report.letters)]
    days += [(f"amendments[{index}].date", change.date) for index, change in enumerate(report.amendments)]
    for field, day in days:
        if day and _outside(report, (day, day)):
            yield document.problem(field, "date-outside-year", value=say_date(day, "th"), year=report.fiscal_year)


def quarters_do_not_run_ahead(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Doubt what a quarter tells of the time after it; days outside the year altogether have their own rule."""
    for number, quarter in reported_quarters(report) if report.fiscal_year else ():
        end = quarter_span(report.fiscal_year, number)[1]
        field, text = f"quarters.q{number}.narrative", quarter.narrative or ""
        for mention in dates_in(text):
            if mention.span and mention.span[0] > end and not _outside(report, mention.span):
                found = {"value": mention.words, "quarter": number}
                yield document.problem_in(text, mention.offset, field, "date-after-quarter", **found)


def _outside(report: Report, span: tuple[date, date]) -> bool:
    if not report.fiscal_year:
        return False
    first, last = year_span(report.fiscal_year)
    return span[1] < first or span[0] > last


RULES = (
    dates_exist,
    dates_are_of_the_buddhist_era,
    dates_lie_in_the_year,
    days_lie_in_the_year,
    quarters_do_not_run_ahead,
)
