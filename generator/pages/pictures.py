"""The numbers behind the small pictures: shares of a bar, in per cent of its width. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.progress import Judged, Status, tally
from generator.progress.achievement import measured

_LEVELS = range(1, 6)
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Part:
    """One status of a stacked bar: how many reports have it, and where its piece lies."""

    status: Status
    number: int
    start: str
    width: str


@dataclass(frozen=True)
class Glance:
    """How some reports stand: their number, and the parts that each status has of it."""

    total: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Step:
    """One level of a level scale: where it begins, and how much of it is filled."""

    level: int
    start: str
    width: str
    filled: str


@dataclass(frozen=True)
class Bar:
    """A result beside its target on one scale; `steps` where it is measured on levels, `upper` where on a range."""

    result: str
    target: str
    upper: str | None
    steps: tuple[Step, ...]


def glance(reports: Iterable[Judged]) -> Glance:
    """Count reports by status and lay the counts out side by side."""
    counts = tally(reports)
    total = sum(number for _, number in counts)
    parts, start = [], 0
    for status, number in counts:
        parts.append(Part(status, number, _percent(start, total), _percent(number, total)))
        start += number
    return Glance(total, tuple(parts))


def bar(judged: Judged) -> Bar | None:
    """Lay out result and target; None where the two could not be compared."""
    report = judged.report
    result, target = report.result.number, report.target.number
    if judged.year.share is None or result is None or target is None:
        return None
    values = measured(report, result, report.result.unit)
    if values.is_level:
        steps = tuple(_step(level, result.value) for level in _LEVELS)
        return Bar(_percent(result.value, 5), _percent(target.value, 5), None, steps)
    upper = report.target.upper.value if report.target.upper and report.direction == "range" else None
    longest = max(result.value, target.value, upper or Decimal(0)) or Decimal(1)
    shown_upper = None if upper is None else _percent(upper, longest)
    return Bar(_percent(result.value, longest), _percent(target.value, longest), shown_upper, ())


def _step(level: int, result: Decimal) -> Step:
    filled = min(max(result - (level - 1), Decimal(0)), Decimal(1))
    gap = Decimal("0.8")
    width = Decimal(20) - gap
    return Step(level, _number(20 * (level - 1) + gap / 2), _number(width), _number(filled * width))


def _percent(part: Decimal | int, whole: Decimal | int) -> str:
    return _number(Decimal(100) * part / whole)


def _number(value: Decimal) -> str:
    return f"{value.quantize(_HUNDREDTH):f}".rstrip("0").rstrip(".")
