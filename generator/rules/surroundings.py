"""What a rule may know besides the report it looks at: the day, the reference lists, the data folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.fields import filled
from generator.kinds import Group, Line, Prose
from generator.model import Report, reported_quarters
from generator.problems import Problem
from generator.read import Document, Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.load import Data
    from generator.settings import Portal


@dataclass(frozen=True)
class Surroundings:
    """The reference lists are None where their file could not be read; rules that need them are silent then."""

    today: date
    folder: str
    portal: Portal | None
    agencies: frozenset[str] | None
    plan: frozenset[str] | None


Rule = Callable[[Report, Document[Report], Surroundings], Iterable[Problem]]
"""Looks at one report; the document it came from knows its places."""


def look_around(data: Data, today: date) -> Surroundings:
    """Gather from a data folder what rules need to know of the world outside a report."""
    agencies, plan = data.agencies.form, data.plan.form
    return Surroundings(
        today,
        data.folder,
        data.portal.form,
        None if agencies is None else frozenset(each.code for each in agencies.agencies),
        None if plan is None else frozenset(each.id for each in plan.entries),
    )


def readable(document: Document[Form]) -> Form | None:
    """Give the form, or else what of it could be read: there even what the form requires may be blank."""
    return document.form if document.form is not None else document.draft


def written(form: Any) -> Iterator[tuple[str, Line, str]]:
    """Walk every filled blank of any form: its field path, its kind, and its text as written in the file."""
    return filled(form, Group(type(form)))


def prose(form: Any) -> Iterator[tuple[str, str]]:
    """Walk the texts that people wrote freely: field path and text."""
    return ((path, text) for path, kind, text in written(form) if type(kind) in {Line, Prose})


def account(report: Report) -> Iterator[tuple[str, str]]:
    """Walk the texts that tell of the year's work: narratives, summary, factors and obstacles."""
    yield from narratives(report)
    if report.year_end_summary:
        yield "year_end_summary", report.year_end_summary
    for index, factor in enumerate(report.supporting_factors):
        if factor:
            yield f"supporting_factors[{index}]", factor
    for index, obstacle in enumerate(report.obstacles):
        if obstacle.text:
            yield f"obstacles[{index}].text", obstacle.text


def narratives(report: Report) -> Iterator[tuple[str, str]]:
    """Walk the narratives of the quarters that have one."""
    for number, quarter in reported_quarters(report):
        if quarter.narrative:
            yield f"quarters.q{number}.narrative", quarter.narrative
