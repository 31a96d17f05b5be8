"""The decision tables: ordered rules for a year and for a quarter, of which the first that applies decides.

The same tuples decide, explain each badge, and make the page "How we judge"; nowhere else is a status decided.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from generator.language import Bilingual
from generator.progress.achievement import Achievement, Hindrance
from generator.progress.status import Status
from generator.settings import Bands
from generator.thai import Quarter

LAST: Quarter = 4
Facts = TypeVar("Facts")


@dataclass(frozen=True)
class QuarterFacts:
    """What the rules of a quarter look at."""

    quarter: Quarter
    reported: bool
    state: str | None
    ended: bool
    can_fall_back: bool
    overdue: bool
    share: Achievement | Hindrance | None
    met: Fraction
    nearly: Fraction

    @property
    def percent(self) -> Fraction | None:
        """The share in per cent, where one could be computed."""
        return self.share.percent if isinstance(self.share, Achievement) else None


@dataclass(frozen=True)
class YearFacts:
    """What the rules of a year look at."""

    share: Achievement | Hindrance | None
    latest_state: str | None
    states: tuple[str | None, ...]
    any_reported: bool
    first_overdue: bool
    overdue: bool
    ended: bool
    can_fall_back: bool
    met: Fraction
    nearly: Fraction

    @property
    def percent(self) -> Fraction | None:
        """The share in per cent, where one could be computed."""
        return self.share.percent if isinstance(self.share, Achievement) else None


@dataclass(frozen=True)
class Rule(Generic[Facts]):
    """One line of the decision table; `{met}` and `{nearly}` in its text stand for the bands in per cent."""

    id: str
    status: Status
    says: Bilingual
    applies: Callable[[Facts], bool]


def say_rule(rule: Rule[Facts], bands: Bands) -> Bilingual:
    """Give the words of a rule with the bands filled in."""
    return rule.says.fill((("met", f"{bands.met}%"), ("nearly", f"{bands.nearly}%")))


def _is_final(facts: QuarterFacts) -> bool:
    return facts.quarter == LAST and facts.ended


def _year(rule: str, status: Status, says: tuple[str, str], applies: Callable[[YearFacts], bool]) -> Rule[YearFacts]:
    return Rule(f"year-{rule}", status, Bilingual(*says), applies)


def _quarter(
    rule: str, status: Status, says: tuple[str, str], applies: Callable[[QuarterFacts], bool]
) -> Rule[QuarterFacts]:
    return Rule(f"quarter-{rule}", status, Bilingual(*says), applies)


YEAR_RULES: tuple[Rule[YearFacts], ...] = (
    _year(
        "not-applicable",
        Status.NOT_APPLICABLE,
        (
            "ไม่มีผลทั้งปี และหน่วยงานแจ้งทั้งสี่ไตรมาสว่าไม่มีเป้าหมาย",
            "No result for the year, and all four quarters are declared to have nothing due",
        ),
        lambda f: f.share is None and all(state == "not-applicable" for state in f.states),
    ),
    _year(
        "cancelled",
        Status.CANCELLED,
        (
            "ไม่มีผลทั้งปี และไตรมาสล่าสุดที่มีรายงานแจ้งว่ายกเลิก",
            "No result for the year, and the latest quarter reported is declared cancelled",
        ),
        lambda f: f.share is None and f.latest_state == "cancelled",
    ),
    _year(
        "postponed",
        Status.POSTPONED,
        (
            "ไม่มีผลทั้งปี และไตรมาสล่าสุดที่มีรายงานแจ้งว่าเลื่อน",
            "No result for the year, and the latest quarter reported is declared postponed",
        ),
        lambda f: f.share is None and f.latest_state == "postponed",
    ),
    _year(
        "not-reported",
        Status.NOT_REPORTED,
        ("เลยกำหนดรายงานปลายปีแล้ว แต่ไม่มีผลทั้งปี", "The year-end report is overdue, and there is no result for the year"),
        lambda f: f.share is None and f.overdue,
    ),
    _year(
        "on-the-way",
        Status.ON_THE_WAY,
        (
            "ยังไม่ถึงกำหนดรายงานปลายปี และมีรายงานรายไตรมาสแล้ว",
            "The year-end report is not due yet, and quarters are reported",
        ),
        lambda f: f.share is None and f.any_reported,
    ),
    _year(
        "nothing-reported",
        Status.NOT_REPORTED,
        ("เลยกำหนดไตรมาสที่ 1 แล้ว แต่ยังไม่มีรายงานใดเลย", "Quarter 1 is overdue, and nothing at all is reported"),
        lambda f: f.share is None and f.first_overdue,
    ),
    _year(
        "not-due",
        Status.NOT_DUE,
        ("ยังไม่ถึงกำหนดส่งรายงานใด", "No report is due yet"),
        lambda f: f.share is None,
    ),
    _year(
        "unclear",
        Status.UNCLEAR,
        ("มีผลทั้งปี แต่เทียบกับเป้าหมายไม่ได้", "There is a result for the year, but it cannot be compared with the target"),
        lambda f: f.percent is None,
    ),
    _year(
        "met",
        Status.MET,
        (
            "ความสำเร็จตั้งแต่ {met} ของเป้าหมายขึ้นไป (ตัวชี้วัดแบบยิ่งน้อยยิ่งดีหรือแบบช่วง ตัดสินเมื่อสิ้นปี)",
            "Achievement of at least {met} of the target (where lower is better, or within a range: once the year has ended)",
        ),
        lambda f: f.percent is not None and f.percent >= f.met and (f.ended or not f.can_fall_back),
    ),
    _year(
        "still-running",
        Status.ON_THE_WAY,
        (
            "มีผลแล้ว แต่ปีงบประมาณยังไม่สิ้นสุด จึงยังไม่ตัดสิน",
            "There is a result, but the fiscal year has not ended: too early to judge",
        ),
        lambda f: not f.ended,
    ),
    _year(
        "nearly",
        Status.NEARLY,
        ("ความสำเร็จตั้งแต่ {nearly} แต่ไม่ถึง {met}", "Achievement of at least {nearly} but below {met}"),
        lambda f: f.percent is not None and f.percent >= f.nearly,
    ),
    _year(
        "not-met",
        Status.NOT_MET,
        ("ความสำเร็จต่ำกว่า {nearly}", "Achievement below {nearly}"),
        lambda _: True,
    ),
)

QUARTER_RULES: tuple[Rule[QuarterFacts], ...] = (
    _quarter(
        "cancelled",
        Status.CANCELLED,
        ("หน่วยงานแจ้งว่ายกเลิก", "Declared cancelled by the agency"),
        lambda f: f.state == "cancelled",
    ),
    _quarter(
        "postponed",
        Status.POSTPONED,
        ("หน่วยงานแจ้งว่าเลื่อน", "Declared postponed by the agency"),
        lambda f: f.state == "postponed",
    ),
    _quarter(
        "not-applicable",
        Status.NOT_APPLICABLE,
        ("หน่วยงานแจ้งว่าไม่มีเป้าหมายในไตรมาสนี้", "Declared by the agency to have nothing due"),
        lambda f: f.state == "not-applicable",
    ),
    _quarter(
        "not-reported",
        Status.NOT_REPORTED,
        ("ไม่มีข้อความและตัวเลข และเลยกำหนดส่งแล้ว", "Neither words nor a number, and overdue"),
        lambda f: not f.reported and f.overdue,
    ),
    _quarter(
        "not-due",
        Status.NOT_DUE,
        ("ไม่มีข้อความและตัวเลข และยังไม่ถึงกำหนดส่ง", "Neither words nor a number, and not due yet"),
        lambda f: not f.reported,
    ),
    _quarter(
        "met",
        Status.MET,
        (
            "ผลในหน่วยของเป้าหมายตั้งแต่ {met} ขึ้นไป (ตัวชี้วัดแบบยิ่งน้อยยิ่งดีหรือแบบช่วง ตัดสินเมื่อสิ้นไตรมาสที่ 4)",
            "Result in the target's unit of at least {met} (where lower is better, or within a range: once quarter 4 has ended)",
        ),
        lambda f: f.percent is not None and f.percent >= f.met and (_is_final(f) or not f.can_fall_back),
    ),
    _quarter(
        "still-running",
        Status.ON_THE_WAY,
        ("มีรายงานแล้ว แต่ไตรมาสยังไม่สิ้นสุด", "Something is reported, but the quarter has not ended"),
        lambda f: not f.ended,
    ),
    _quarter(
        "within-year",
        Status.ON_THE_WAY,
        (
            "ไตรมาสที่ 1–3 ที่มีรายงาน: เป้าหมายเป็นของทั้งปี จึงไม่ตัดสินรายไตรมาส",
            "Quarters 1 to 3 with a report: the target is the year's, so a quarter is not judged by it",
        ),
        lambda f: f.quarter != LAST,
    ),
    _quarter(
        "no-result",
        Status.UNCLEAR,
        (
            "ไตรมาสที่ 4 มีแต่ข้อความหรือร้อยละความก้าวหน้า ไม่มีผลในหน่วยของเป้าหมาย หรือผลเทียบกับเป้าหมายไม่ได้",
            "Quarter 4 has words or progress in per cent but no result in the target's unit, or one that cannot be compared",
        ),
        lambda f: f.percent is None,
    ),
    _quarter(
        "nearly",
        Status.NEARLY,
        ("ไตรมาสที่ 4: ตั้งแต่ {nearly} แต่ไม่ถึง {met}", "Quarter 4: at least {nearly} but below {met}"),
        lambda f: f.percent is not None and f.percent >= f.nearly,
    ),
    _quarter(
        "not-met",
        Status.NOT_MET,
        ("ไตรมาสที่ 4: ต่ำกว่า {nearly}", "Quarter 4: below {nearly}"),
        lambda _: True,
    ),
)

DISAGREEMENTS: tuple[tuple[frozenset[Status], Callable[[Fraction, Bands], bool], Bilingual], ...] = (
    (
        frozenset({Status.NOT_MET, Status.NOT_REPORTED}),
        lambda score, bands: score >= bands.met.value,
        Bilingual(
            "ผู้ตรวจประเมินให้คะแนนระดับบรรลุ แต่ผลที่รายงานไม่ถึง", "The evaluator's score says met; what is reported does not"
        ),
    ),
    (
        frozenset({Status.MET, Status.NEARLY, Status.ON_THE_WAY}),
        lambda score, bands: score < bands.nearly.value,
        Bilingual(
            "ผู้ตรวจประเมินให้คะแนนระดับไม่บรรลุ แต่หน่วยงานรายงานความก้าวหน้าหรือข้อความไว้",
            "The evaluator's score says not met; the agency reported progress or words",
        ),
    ),
)
