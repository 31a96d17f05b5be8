"""Judging: the facts of a year and a quarter, put before the decision tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from generator.kinds import Number
from generator.language import Bilingual
from generator.model import Report, reported_quarters
from generator.parts import QuarterReport
from generator.progress.achievement import Achievement, Hindrance, achieve, measured
from generator.progress.status import Status
from generator.progress.table import (
    DISAGREEMENTS,
    LAST,
    QUARTER_RULES,
    YEAR_RULES,
    Facts,
    QuarterFacts,
    Rule,
    YearFacts,
    say_rule,
)
from generator.settings import Bands, DueDates, Portal
from generator.thai import Quarter, day_after, is_placeholder, quarter_span, year_span


@dataclass(frozen=True)
class Verdict:
    """A status with the rule that decided it, in words with the bands filled in, and the share it rests on."""

    status: Status
    rule: str
    says: Bilingual
    share: Achievement | None
    hindrance: Bilingual | None
    due: date


@dataclass(frozen=True)
class QuarterVerdict:
    """The verdict on one quarter beside what was reported and what the evaluator gave."""

    quarter: Quarter
    report: QuarterReport
    span: tuple[date, date]
    verdict: Verdict
    disagreement: Bilingual | None


def due_date(year: int, quarter: Quarter, due: DueDates) -> date:
    """Give the day by which a quarter of a fiscal year must be reported."""
    month, day = (int(part) for part in (due.q1, due.q2, due.q3, due.q4)[quarter - 1].split("-"))
    return day_after(quarter_span(year, quarter)[1], month, day)


def has_report(quarter: QuarterReport) -> bool:
    """Say whether an agency reported anything for a quarter; a narrative of marks alone is nothing."""
    return any((quarter.result, quarter.progress)) or not is_placeholder(quarter.narrative or "")


def judge_quarter(report: Report, quarter: Quarter, portal: Portal, today: date) -> QuarterVerdict:
    """Judge one quarter as of `today`."""
    found = dict(reported_quarters(report))[quarter]
    due = due_date(report.fiscal_year, quarter, portal.due)
    facts = QuarterFacts(
        quarter=quarter,
        reported=has_report(found),
        state=found.state,
        ended=today > quarter_span(report.fiscal_year, quarter)[1],
        overdue=today > due,
        can_fall_back=report.direction in {"lower", "range"},
        share=_share(report, found.result, report.target.unit),
        **_limits(portal.bands),
    )
    verdict = _decide(QUARTER_RULES, facts, facts.share, portal.bands, due)
    flag = disagreement(verdict.status, found.evaluator_score, portal.bands)
    return QuarterVerdict(quarter, found, quarter_span(report.fiscal_year, quarter), verdict, flag)


def judge_year(report: Report, portal: Portal, today: date) -> Verdict:
    """Judge the year of a report as of `today`."""
    quarters = [quarter for _, quarter in reported_quarters(report)]
    latest = next((q.state for q in reversed(quarters) if q.state or has_report(q)), None)
    due = due_date(report.fiscal_year, LAST, portal.due)
    facts = YearFacts(
        share=_share(report, report.result.number, report.result.unit),
        latest_state=latest,
        states=tuple(quarter.state for quarter in quarters),
        any_reported=any(has_report(quarter) or quarter.state for quarter in quarters),
        first_overdue=today > due_date(report.fiscal_year, 1, portal.due),
        overdue=today > due,
        ended=today > year_span(report.fiscal_year)[1],
        can_fall_back=report.direction in {"lower", "range"},
        **_limits(portal.bands),
    )
    return _decide(YEAR_RULES, facts, facts.share, portal.bands, due)


def disagreement(status: Status, score: Number | None, bands: Bands) -> Bilingual | None:
    """Say how the evaluator's score contradicts a status; None where it does not or there is no score."""
    if score is None:
        return None
    return next(
        (says for at, contradicts, says in DISAGREEMENTS if status in at and contradicts(Fraction(score.value), bands)),
        None,
    )


def _decide(
    rules: tuple[Rule[Facts], ...], facts: Facts, share: Achievement | Hindrance | None, bands: Bands, due: date
) -> Verdict:
    rule = next(rule for rule in rules if rule.applies(facts))
    hindrance = share.says if isinstance(share, Hindrance) else None
    achieved = share if isinstance(share, Achievement) else None
    return Verdict(rule.status, rule.id, say_rule(rule, bands), achieved, hindrance, due)


def _share(report: Report, result: Number | None, unit: str | None) -> Achievement | Hindrance | None:
    return None if result is None else achieve(measured(report, result, unit))


def _limits(bands: Bands) -> dict[str, Fraction]:
    return {"met": Fraction(bands.met.value), "nearly": Fraction(bands.nearly.value)}
