"""How far a result reaches its target: exact, aware of direction, ranges and level scales, and explained in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from generator.kinds import Number
from generator.language import Bilingual
from generator.model import Report
from generator.vocabulary import HIGHEST_LEVEL, LOWEST_LEVEL, is_level_unit, same_unit

FULL = Fraction(100)
_NO_NUMBER = Number("0")


@dataclass(frozen=True)
class Measured:
    """The values that an achievement is made of."""

    result: Number
    target: Number | None
    upper: Number | None
    result_unit: str | None
    target_unit: str | None
    direction: str

    @property
    def is_level(self) -> bool:
        """Whether the indicator is measured on a level scale of 1 to 5, where 5 is best."""
        return self.target_unit is not None and is_level_unit(self.target_unit)


@dataclass(frozen=True)
class Achievement:
    """A share of the target in per cent, the words of the formula, and the arithmetic with the numbers put in."""

    percent: Fraction
    formula: Bilingual
    arithmetic: str

    @property
    def text(self) -> str:
        """The share as people read it."""
        return percent_text(self.percent)


@dataclass(frozen=True)
class Hindrance:
    """One reason why an achievement cannot be computed."""

    id: str
    says: Bilingual
    applies: Callable[[Measured], bool]


@dataclass(frozen=True)
class Formula:
    """One way to compute an achievement: the first that applies is used."""

    id: str
    says: Bilingual
    applies: Callable[[Measured], bool]
    compute: Callable[[Number, Number, Number], tuple[Fraction, str]]
    """From result, target (or lower end) and upper end to the share and its arithmetic."""


def _ratio(above: Number, below: Number) -> tuple[Fraction, str]:
    percent = FULL * Fraction(above.value) / Fraction(below.value)
    return percent, f"{above} ÷ {below} × 100 = {percent_text(percent)}"


def _higher(result: Number, target: Number, _: Number) -> tuple[Fraction, str]:
    return _ratio(result, target)


def _lower(result: Number, target: Number, _: Number) -> tuple[Fraction, str]:
    if result.value <= target.value:
        return FULL, f"{result} ≤ {target} → 100%"
    return _ratio(target, result)


def _within(result: Number, low: Number, high: Number) -> tuple[Fraction, str]:
    if low.value <= result.value <= high.value:
        return FULL, f"{low} ≤ {result} ≤ {high} → 100%"
    return _ratio(result, low) if result.value < low.value else _ratio(high, result)


FORMULAS: tuple[Formula, ...] = (
    Formula(
        "level",
        Bilingual(
            "วัดเป็นระดับ 1–5 (5 ดีที่สุด): ระดับที่ได้ ÷ ระดับเป้าหมาย × 100",
            "Measured on levels 1 to 5 (5 is best): level reached ÷ target level × 100",
        ),
        lambda m: m.is_level and m.direction in {"higher", "unknown"},
        _higher,
    ),
    Formula(
        "higher",
        Bilingual("ยิ่งมากยิ่งดี: ผลงาน ÷ เป้าหมาย × 100", "Higher is better: result ÷ target × 100"),
        lambda m: m.direction == "higher",
        _higher,
    ),
    Formula(
        "lower",
        Bilingual(
            "ยิ่งน้อยยิ่งดี: ไม่เกินเป้าหมาย = 100; เกินเป้าหมาย = เป้าหมาย ÷ ผลงาน × 100",
            "Lower is better: at or below the target = 100; above it = target ÷ result × 100",
        ),
        lambda m: m.direction == "lower",
        _lower,
    ),
    Formula(
        "range",
        Bilingual(
            "อยู่ในช่วง = 100; ต่ำกว่า = ผลงาน ÷ ขอบล่าง × 100; สูงกว่า = ขอบบน ÷ ผลงาน × 100",
            "Within the range = 100; below = result ÷ lower end × 100; above = upper end ÷ result × 100",
        ),
        lambda m: m.direction == "range",
        _within,
    ),
)

HINDRANCES: tuple[Hindrance, ...] = (
    Hindrance(
        "no-target",
        Bilingual("ไม่มีค่าเป้าหมายให้เทียบ", "There is no target to compare with."),
        lambda m: m.target is None,
    ),
    Hindrance(
        "units-differ",
        Bilingual("หน่วยนับของผลงานกับเป้าหมายไม่ตรงกัน", "Result and target have different units."),
        lambda m: bool(m.result_unit and m.target_unit and not same_unit(m.result_unit, m.target_unit)),
    ),
    Hindrance(
        "no-direction",
        Bilingual(
            "ไม่ทราบว่าค่ามากดีหรือค่าน้อยดี และไม่ได้วัดเป็นระดับ",
            "It is not known whether higher or lower is better, and there is no level scale.",
        ),
        lambda m: not any(formula.applies(m) for formula in FORMULAS),
    ),
    Hindrance(
        "level-outside",
        Bilingual("ระดับอยู่นอกช่วง 1 ถึง 5", "A level lies outside 1 to 5."),
        lambda m: m.is_level and not all(LOWEST_LEVEL <= n.value <= HIGHEST_LEVEL for n in (m.result, m.target) if n),
    ),
    Hindrance(
        "range-open",
        Bilingual("ช่วงเป้าหมายไม่มีขอบบน หรือขอบกลับกัน", "The target range lacks its upper end, or its ends are swapped."),
        lambda m: (
            m.direction == "range" and (m.upper is None or (m.target is not None and m.upper.value < m.target.value))
        ),
    ),
    Hindrance(
        "negative",
        Bilingual("มีค่าติดลบ จึงเทียบเป็นสัดส่วนไม่ได้", "A negative value cannot be compared as a share."),
        lambda m: any(n.value < 0 for n in (m.result, m.target, m.upper) if n),
    ),
    Hindrance(
        "zero-target",
        Bilingual("เป้าหมายเป็นศูนย์ จึงเทียบเป็นสัดส่วนไม่ได้", "The target is zero, so there is no share of it."),
        lambda m: m.direction in {"higher", "unknown"} and m.target is not None and m.target.value == 0,
    ),
)


def measured(report: Report, result: Number, unit: str | None) -> Measured:
    """Gather the values for one result of a report; `unit` is the unit the result was given in."""
    target = report.target
    return Measured(result, target.number, target.upper, unit, target.unit, report.direction or "unknown")


def achieve(values: Measured) -> Achievement | Hindrance:
    """Compute how far the result reaches the target, or say why that cannot be done."""
    for hindrance in HINDRANCES:
        if hindrance.applies(values):
            return hindrance
    formula = next(formula for formula in FORMULAS if formula.applies(values))
    target = values.target or _NO_NUMBER
    percent, arithmetic = formula.compute(values.result, target, values.upper or target)
    return Achievement(percent, formula.says, arithmetic)


def percent_text(percent: Fraction) -> str:
    """Write a share with at most two decimals, cut and not rounded, so that 99.999 never reads 100; `…` marks a cut."""
    hundredths = percent.numerator * 100 // percent.denominator
    whole, rest = divmod(hundredths, 100)
    text = f"{whole}.{rest:02}".rstrip("0").rstrip(".")
    exact = Fraction(hundredths, 100) == percent
    return f"{text}%" if exact else f"{whole}.{rest:02}…%"
