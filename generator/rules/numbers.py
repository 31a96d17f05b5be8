"""Rules on target, result, unit and level of the year."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.model import Report, reported_quarters
from generator.progress.achievement import percent_text
from generator.vocabulary import HIGHEST_LEVEL, LOWEST_LEVEL, is_level_unit, same_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.kinds import Number
    from generator.problems import Problem
    from generator.read import Document
    from generator.rules.surroundings import Surroundings

_TWICE = 2


def result_needs_target(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Ask what was promised where there is a result."""
    if report.target.number is None:
        for field, _number in list(_results(report))[:1]:
            yield document.problem(field, "result-without-target")


def units_agree(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Give target and result a unit, and the same one."""
    target, result = report.target, report.result
    if target.number is not None and target.unit is None:
        yield document.problem("target.unit", "unit-missing")
    if result.number is not None and result.unit is None:
        yield document.problem("result.unit", "unit-missing")
    if target.unit and result.unit and not same_unit(target.unit, result.unit):
        yield document.problem("result.unit", "unit-differs", result=result.unit, target=target.unit)


def levels_within_scale(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Keep targets and results that are measured in levels between 1 and 5."""
    target, unit = report.target, report.target.unit or report.result.unit
    numbers = [("target.number", target.number), ("target.upper", target.upper)] if is_level_unit(target.unit) else []
    if is_level_unit(report.result.unit or unit):
        numbers.append(("result.number", report.result.number))
    if is_level_unit(unit):
        numbers += [(field, number) for field, number in _results(report) if field != "result.number"]
    for field, number in numbers:
        if number is not None and not LOWEST_LEVEL <= number.value <= HIGHEST_LEVEL:
            yield document.problem(field, "level-range", value=number)


def level_scale_is_clear(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Describe each level once."""
    levels = [criterion.level for criterion in report.level_scale]
    for index, level in enumerate(levels):
        if level in levels[:index]:
            yield document.problem(f"level_scale[{index}].level", "level-scale-repeats", value=level)


def range_has_ends(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Give a range two ends in order, and nothing else an upper end."""
    lower, upper = report.target.number, report.target.upper
    if report.direction != "range":
        if upper is not None:
            yield document.problem("target.upper", "upper-without-range")
    elif (lower is None) != (upper is None) or (lower and upper and lower.value > upper.value):
        yield document.problem("target.upper" if upper else "target.number", "range-ends")


def not_far_over_target(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Doubt more than twice the target: mostly a slip of unit or digit; where lower is better, a bad year."""
    target = report.target.upper or report.target.number
    if target is None or target.value <= 0 or report.direction == "lower":
        return
    for field, number in _results(report):
        if number.value > _TWICE * target.value:
            share = 100 * Fraction(number.value) / Fraction(target.value)
            yield document.problem(field, "over-target", share=percent_text(share))


def _results(report: Report) -> Iterator[tuple[str, Number]]:
    """Walk the numbers in the target's unit: the year's, then the quarters'."""
    if report.result.number is not None:
        yield "result.number", report.result.number
    for number, quarter in reported_quarters(report):
        if quarter.result is not None:
            yield f"quarters.q{number}.result", quarter.result


RULES = (
    result_needs_target,
    units_agree,
    levels_within_scale,
    level_scale_is_clear,
    range_has_ends,
    not_far_over_target,
)
