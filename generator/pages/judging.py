"""The page that says how a status is decided, made from the very rules that decide it."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass

from generator.language import Bilingual
from generator.pages.page import Page
from generator.pages.site import Site
from generator.progress import Status
from generator.progress.achievement import FORMULAS, HINDRANCES
from generator.progress.table import DISAGREEMENTS, QUARTER_RULES, YEAR_RULES, Facts, Rule, say_rule
from generator.settings import Bands, DueDates
from generator.thai import MONTHS, QUARTERS, Quarter


@dataclass(frozen=True)
class Line:
    """One rule in words, with the status it leads to and the anchor that badges point to."""

    id: str
    status: Status
    says: Bilingual


@dataclass(frozen=True)
class Disagreement:
    """In which statuses an evaluator's score is flagged, and the words of the flag."""

    statuses: tuple[Status, ...]
    says: Bilingual


@dataclass(frozen=True)
class Due:
    """By which day of the year a quarter must be reported."""

    quarter: Quarter
    day: Bilingual


def how_we_judge(site: Site) -> Iterator[Page]:
    """Yield the page "How we judge"."""
    bands = site.portal.bands
    context = {
        "statuses": tuple(Status),
        "bands": bands,
        "year_rules": _lines(YEAR_RULES, bands),
        "quarter_rules": _lines(QUARTER_RULES, bands),
        "formulas": FORMULAS,
        "hindrances": HINDRANCES,
        "disagreements": tuple(
            Disagreement(tuple(s for s in Status if s in at), says) for at, _, says in DISAGREEMENTS
        ),
        "due": tuple(_due(site.portal.due)),
    }
    yield Page("how-we-judge.md", "pages/how-we-judge.md.j2", context)


def _lines(rules: tuple[Rule[Facts], ...], bands: Bands) -> tuple[Line, ...]:
    return tuple(Line(rule.id, rule.status, say_rule(rule, bands)) for rule in rules)


def _due(dates: DueDates) -> Iterator[Due]:
    for quarter, day in zip(QUARTERS, (dates.q1, dates.q2, dates.q3, dates.q4), strict=True):
        month, number = (int(part) for part in day.split("-"))
        yield Due(quarter, Bilingual(f"{number} {MONTHS[month - 1]}", f"{number} {calendar.month_name[month]}"))
