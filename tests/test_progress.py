"""Statuses, shares and completeness: every rule decides somewhere, and nothing is decided by guessing."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds import Number
from generator.load import load
from generator.model import Report
from generator.parts import QuarterReport, Quarters, Result, Target
from generator.progress import Status, judge
from generator.progress.achievement import HINDRANCES, Achievement, Hindrance, achieve, measured, percent_text
from generator.progress.table import QUARTER_RULES, YEAR_RULES
from generator.progress.verdict import judge_year
from generator.settings import Portal

PORTAL_DATA = Path(__file__).parent / "portal" / "data"
REAL_DATA = Path(__file__).parent.parent / "data"
LATER = date(2026, 11, 22)


@pytest.fixture(scope="module")
def portal() -> Portal:
    found = load(PORTAL_DATA).portal.form
    assert found is not None
    return found


def number(text: str | None) -> Number | None:
    return None if text is None else Number(text)


def report(
    target: str | None = "50",
    result: str | None = None,
    *,
    upper: str | None = None,
    unit: str | None = "คน",
    result_unit: str | None = "คน",
    **rest: Any,
) -> Report:
    return Report(
        fiscal_year=2567,
        agency="9001",
        id="9001-1",
        name="ทดสอบ",
        target=Target(number=number(target), upper=number(upper), unit=unit),
        result=Result(number=number(result), unit=result_unit),
        **rest,
    )


def share(made: Report) -> Achievement | Hindrance:
    assert made.result.number is not None
    return achieve(measured(made, made.result.number, made.result.unit))


@pytest.mark.parametrize(
    ("made", "percent", "arithmetic"),
    [
        (report("5", "3.00", unit="ระดับ", result_unit="ระดับ"), 60, "3.00 ÷ 5 × 100 = 60%"),
        (report("2", "4", unit="ระดับ", result_unit="ระดับ", direction="lower"), 50, "2 ÷ 4 × 100 = 50%"),
        (report("5", "3.00", unit="ระดับ", result_unit="ระดับ", direction="higher"), 60, "3.00 ÷ 5 × 100 = 60%"),
        (report("5", "3", unit="มก. / ล.", result_unit="มก./ล.", direction="higher"), 60, "3 ÷ 5 × 100 = 60%"),
        (report("60", "72.50", direction="higher"), Fraction(7250, 60), "72.50 ÷ 60 × 100 = 120.83…%"),
        (report("0.1", "0.3", direction="higher"), 300, "0.3 ÷ 0.1 × 100 = 300%"),
        (report("40", "45", direction="lower"), Fraction(4000, 45), "40 ÷ 45 × 100 = 88.88…%"),
        (report("40", "40", direction="lower"), 100, "40 ≤ 40 → 100%"),
        (report("0", "0", direction="lower"), 100, "0 ≤ 0 → 100%"),
        (report("0", "3", direction="lower"), 0, "0 ÷ 3 × 100 = 0%"),
        (report("6.5", "7", upper="8.5", direction="range"), 100, "6.5 ≤ 7 ≤ 8.5 → 100%"),
        (report("6.5", "5.2", upper="8.5", direction="range"), 80, "5.2 ÷ 6.5 × 100 = 80%"),
        (report("6.5", "17", upper="8.5", direction="range"), 50, "8.5 ÷ 17 × 100 = 50%"),
        (report("0", "3", upper="2", direction="range"), Fraction(200, 3), "2 ÷ 3 × 100 = 66.66…%"),
    ],
)
def test_a_share_is_exact_and_shows_its_arithmetic(made: Report, percent: Fraction, arithmetic: str) -> None:
    found = share(made)
    assert isinstance(found, Achievement)
    assert (found.percent, found.arithmetic) == (percent, arithmetic)


HINDERED = [
    (report(None, "3", direction="higher"), "no-target"),
    (report("5", "3", result_unit="ครั้ง", direction="higher"), "units-differ"),
    (report("5", "3"), "no-direction"),
    (report("5", "3", direction="unknown"), "no-direction"),
    (report("5", "6", unit="ระดับ", result_unit="ระดับ"), "level-outside"),
    (report("5", "3", direction="range"), "range-open"),
    (report("5", "3", upper="4", direction="range"), "range-open"),
    (report("5", "-3", direction="higher"), "negative"),
    (report("0", "3", direction="higher"), "zero-target"),
]


@pytest.mark.parametrize(("made", "reason"), HINDERED)
def test_what_cannot_be_compared_is_said_and_not_guessed(made: Report, reason: str, portal: Portal) -> None:
    found = share(made)
    assert isinstance(found, Hindrance)
    assert found.id == reason
    verdict = judge_year(made, portal, LATER)
    assert (verdict.status, verdict.hindrance) == (Status.UNCLEAR, found.says)


def test_every_hindrance_is_reached() -> None:
    assert {reason for _, reason in HINDERED} == {hindrance.id for hindrance in HINDRANCES}


def quarters(**given_: QuarterReport) -> Quarters:
    return Quarters(**given_)


WORDS = QuarterReport(narrative="ทำแล้ว")
IDLE = QuarterReport(state="not-applicable")
IN_YEAR, BEFORE_YEAR, AFTER_Q1, AFTER_YEAR = date(2024, 3, 1), date(2023, 9, 1), date(2024, 2, 1), date(2024, 10, 15)

YEAR_CASES = [
    ("year-not-applicable", report(quarters=quarters(q1=IDLE, q2=IDLE, q3=IDLE, q4=IDLE)), LATER),
    ("year-cancelled", report(quarters=quarters(q1=WORDS, q2=QuarterReport(state="cancelled"))), LATER),
    ("year-postponed", report(quarters=quarters(q1=QuarterReport(state="postponed"))), IN_YEAR),
    ("year-not-reported", report(quarters=quarters(q1=WORDS)), LATER),
    ("year-not-reported", report(quarters=quarters(q1=QuarterReport(state="postponed"), q2=WORDS)), LATER),
    ("year-on-the-way", report(quarters=quarters(q1=WORDS)), IN_YEAR),
    ("year-nothing-reported", report(), AFTER_Q1),
    ("year-nothing-reported", report(quarters=quarters(q1=QuarterReport(narrative="-"))), AFTER_Q1),
    ("year-not-due", report(), BEFORE_YEAR),
    ("year-not-due", report(), date(2024, 1, 31)),
    ("year-unclear", report("5", "3"), LATER),
    ("year-met", report("50", "50.00", direction="higher"), LATER),
    ("year-met", report("50", "50.00", direction="higher"), IN_YEAR),
    ("year-met", report("40", "40", direction="lower"), LATER),
    ("year-still-running", report("40", "10", direction="lower"), IN_YEAR),
    ("year-still-running", report("50", "10", direction="higher"), IN_YEAR),
    ("year-nearly", report("100", "99.999999", direction="higher"), LATER),
    ("year-nearly", report("100", "80", direction="higher"), AFTER_YEAR),
    ("year-not-met", report("100", "79.99", direction="higher"), LATER),
    ("year-not-met", report("100", "0", direction="higher"), LATER),
]


@pytest.mark.parametrize(("rule", "made", "today"), YEAR_CASES)
def test_the_rule_that_decides_a_year(rule: str, made: Report, today: date, portal: Portal) -> None:
    assert judge_year(made, portal, today).rule == rule


def test_every_rule_of_a_year_decides_somewhere() -> None:
    assert {rule for rule, _, _ in YEAR_CASES} == {rule.id for rule in YEAR_RULES}


def first(quarter: QuarterReport, **rest: Any) -> tuple[Report, int]:
    return report(quarters=quarters(q1=quarter), **rest), 0


def last(quarter: QuarterReport, **rest: Any) -> tuple[Report, int]:
    return report(quarters=quarters(q4=quarter), **rest), 3


def with_result(text: str) -> QuarterReport:
    return QuarterReport(narrative="ทำแล้ว", result=Number(text))


QUARTER_CASES = [
    ("quarter-cancelled", *first(QuarterReport(state="cancelled")), LATER),
    ("quarter-postponed", *first(QuarterReport(narrative="เลื่อน", state="postponed")), LATER),
    ("quarter-not-applicable", *first(IDLE), LATER),
    ("quarter-not-reported", *first(QuarterReport(narrative="::")), LATER),
    ("quarter-not-reported", *first(QuarterReport()), date(2024, 2, 1)),
    ("quarter-not-due", *first(QuarterReport()), date(2024, 1, 31)),
    ("quarter-met", *first(with_result("50"), direction="higher"), IN_YEAR),
    ("quarter-met", *last(with_result("40"), direction="lower"), LATER),
    ("quarter-within-year", *first(with_result("10"), direction="lower"), IN_YEAR),
    ("quarter-within-year", *first(QuarterReport(progress=Number("100"))), LATER),
    ("quarter-within-year", *first(WORDS), LATER),
    ("quarter-still-running", *last(with_result("10"), direction="higher"), date(2024, 9, 30)),
    ("quarter-no-result", *last(WORDS), LATER),
    ("quarter-no-result", *last(QuarterReport(progress=Number("100"))), LATER),
    ("quarter-no-result", *last(with_result("10")), LATER),
    ("quarter-nearly", *last(with_result("45"), direction="higher"), LATER),
    ("quarter-not-met", *last(with_result("0"), direction="higher"), LATER),
]


@pytest.mark.parametrize(("rule", "made", "index", "today"), QUARTER_CASES)
def test_the_rule_that_decides_a_quarter(rule: str, made: Report, index: int, today: date, portal: Portal) -> None:
    assert judge(made, "x.yml", portal, today).quarters[index].verdict.rule == rule


def test_every_rule_of_a_quarter_decides_somewhere() -> None:
    assert {rule for rule, *_ in QUARTER_CASES} == {rule.id for rule in QUARTER_RULES}


@pytest.mark.parametrize(
    ("quarter", "score", "flagged"),
    [
        (with_result("0"), "100", True),
        (with_result("50"), "0", True),
        (with_result("50"), "100", False),
        (with_result("0"), "0", False),
        (with_result("0"), "90", False),
        (with_result("50"), None, False),
    ],
)
def test_an_evaluator_who_disagrees_is_flagged_and_changes_nothing(
    quarter: QuarterReport, score: str | None, *, flagged: bool, portal: Portal
) -> None:
    alone = judge(last(quarter, direction="higher")[0], "x.yml", portal, LATER)
    scored = dataclasses.replace(quarter, evaluator_score=number(score))
    beside = judge(last(scored, direction="higher")[0], "x.yml", portal, LATER)
    assert (beside.quarters[3].disagreement is not None) == flagged
    assert beside.quarters[3].verdict == alone.quarters[3].verdict
    assert beside.year == alone.year


@given(st.fractions(min_value=0, max_value=10**6))
def test_a_written_share_is_never_more_than_the_share(percent: Fraction) -> None:
    text = percent_text(percent)
    shown = Fraction(Decimal(text.removesuffix("%").removesuffix("…")))
    assert shown <= percent < shown + Fraction(1, 100)
    assert ("…" in text) == (shown != percent)


@given(st.decimals(0, 10**6, places=4), st.decimals(0, 10**6, places=4).filter(bool))
def test_the_bands_hold_for_any_numbers(result: Decimal, target: Decimal) -> None:
    found = load(PORTAL_DATA).portal.form
    assert found is not None
    status = judge_year(report(f"{target:f}", f"{result:f}", direction="higher"), found, LATER).status
    if result >= target:
        assert status == Status.MET
    elif 5 * result >= 4 * target:
        assert status == Status.NEARLY
    else:
        assert status == Status.NOT_MET


def test_the_fixture_portal_has_every_status(portal: Portal) -> None:
    judged = [judge(d.form, d.path, portal, date(2025, 3, 15)) for d in load(PORTAL_DATA).reports if d.form]
    assert {item.year.status for item in judged} == set(Status)


def test_the_real_report_is_judged_as_its_numbers_say() -> None:
    data = load(REAL_DATA)
    document = next(d for d in data.reports if d.form and d.form.id == "0100-814")
    assert document.form is not None
    assert data.portal.form is not None
    judged = judge(document.form, document.path, data.portal.form, LATER)
    assert judged.year.status == Status.NOT_MET
    assert judged.year.share is not None
    assert judged.year.share.arithmetic == "3.00 ÷ 5 × 100 = 60%"
    assert [item.verdict.status for item in judged.quarters] == [Status.ON_THE_WAY] * 3 + [Status.NOT_MET]
    assert [item.disagreement is not None for item in judged.quarters] == [False, False, True, True]
    missing = [title.en for title in judged.completeness.missing]
    assert missing == ["Level", "Direction", "Year-end summary"]
    assert (judged.completeness.filled, judged.completeness.total) == (19, 22)


def test_a_quarter_counts_for_completeness_only_once_it_is_due(portal: Portal) -> None:
    early = judge(report(), "x.yml", portal, BEFORE_YEAR).completeness
    late = judge(report(), "x.yml", portal, LATER).completeness
    assert late.total - early.total == 4 * 2 + 3
    assert not any("Quarter" in title.en for title in early.missing)
