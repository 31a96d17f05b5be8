"""The words a blank may choose from, with what they mean in Thai and English."""

from __future__ import annotations

from generator.kinds import Choice, Option
from generator.language import Bilingual
from generator.thai import QUARTERS


def _options(*rows: tuple[str, str, str]) -> tuple[Option, ...]:
    return tuple(Option(value, Bilingual(thai, english)) for value, thai, english in rows)


_UNKNOWN = ("unknown", "ไม่ทราบ", "unknown")
TYPES = Choice(options=_options(
    ("strategic", "เชิงยุทธศาสตร์", "strategic"),
    ("routine", "งานประจำ", "routine"),
    ("negotiated", "เจรจาตกลง", "negotiated"),
    _UNKNOWN,
))  # fmt: skip
LEVELS = Choice(options=_options(
    ("output", "ผลผลิต", "output"),
    ("outcome", "ผลลัพธ์", "outcome"),
    ("output-and-outcome", "ผลผลิตและผลลัพธ์", "output and outcome"),
    _UNKNOWN,
))  # fmt: skip
DIRECTIONS = Choice(options=_options(
    ("higher", "ยิ่งมากยิ่งดี", "higher is better"),
    ("lower", "ยิ่งน้อยยิ่งดี", "lower is better"),
    ("range", "อยู่ในช่วงที่กำหนด", "within a range"),
    _UNKNOWN,
))  # fmt: skip
STATES = Choice(options=_options(
    ("in-progress", "กำลังดำเนินการ", "in progress"),
    ("postponed", "เลื่อน", "postponed"),
    ("cancelled", "ยกเลิก", "cancelled"),
    ("not-applicable", "ไม่มีเป้าหมายในไตรมาสนี้", "nothing due in this quarter"),
))  # fmt: skip
PLAN_PARTS = Choice(options=_options(
    ("issue", "ประเด็นยุทธศาสตร์", "strategic issue"),
    ("sub-issue", "ประเด็นยุทธศาสตร์ย่อย", "sub-issue"),
    ("goal", "เป้าประสงค์", "goal"),
))  # fmt: skip
EVIDENCE_KINDS = Choice(options=_options(
    ("document", "เอกสาร", "document"),
    ("photo", "ภาพถ่าย", "photograph"),
    ("video", "วิดีทัศน์", "video"),
    ("questionnaire", "แบบสอบถาม", "questionnaire"),
    ("minutes", "รายงานการประชุม", "minutes"),
    ("web", "เว็บไซต์", "web page"),
    ("other", "อื่น ๆ", "other"),
))  # fmt: skip
AMENDED = Choice(options=_options(
    ("criterion", "เกณฑ์ตัวชี้วัด", "criterion"),
    ("name", "ชื่อตัวชี้วัด", "name"),
    ("definitions", "คำนิยาม", "definitions"),
    ("method", "วิธีการคำนวณ", "method"),
    ("target", "เป้าหมาย", "target"),
    ("unit", "หน่วยนับ", "unit"),
    ("other", "อื่น ๆ", "other"),
))  # fmt: skip
QUARTER_CHOICE = Choice(options=_options(*((str(q), f"ไตรมาสที่ {q}", f"quarter {q}") for q in QUARTERS)))
LEVEL_UNITS = frozenset({"ระดับ", "level"})
"""Units that make an indicator a level scale of 1 to 5."""
LOWEST_LEVEL, HIGHEST_LEVEL = 1, 5


def same_unit(one: str, other: str) -> bool:
    """Say whether two units are the same but for spaces and the case of Latin letters."""
    return _folded(one) == _folded(other)


def is_level_unit(unit: str | None) -> bool:
    """Say whether an indicator with this unit is measured on a level scale."""
    return unit is not None and _folded(unit) in LEVEL_UNITS


def _folded(unit: str) -> str:
    return "".join(unit.split()).casefold()
