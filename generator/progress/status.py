"""The statuses a report and a quarter can have, and how each is shown: word, icon, shape and tone, never tone alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.language import Bilingual


class Status(StrEnum):
    """What came of a year or a quarter."""

    MET = "met"
    NEARLY = "nearly"
    NOT_MET = "not-met"
    ON_THE_WAY = "on-the-way"
    NOT_DUE = "not-due"
    NOT_REPORTED = "not-reported"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    NOT_APPLICABLE = "not-applicable"
    UNCLEAR = "unclear"

    @property
    def word(self) -> Bilingual:
        """The word of the badge."""
        return _SHOWN[self].word

    @property
    def about(self) -> Bilingual:
        """One sentence that says what the status means."""
        return _SHOWN[self].about


@dataclass(frozen=True)
class _Shown:
    word: Bilingual
    about: Bilingual


def _shown(word: tuple[str, str], about: tuple[str, str]) -> _Shown:
    return _Shown(Bilingual(*word), Bilingual(*about))


_SHOWN = {
    Status.MET: _shown(
        ("บรรลุเป้าหมาย", "Met"),
        ("ผลงานถึงเป้าหมายที่ตั้งไว้", "The result reached what was promised."),
    ),
    Status.NEARLY: _shown(
        ("เกือบบรรลุ", "Nearly met"),
        ("ผลงานใกล้เป้าหมายแต่ยังไม่ถึง", "The result came close to what was promised."),
    ),
    Status.NOT_MET: _shown(
        ("ไม่บรรลุเป้าหมาย", "Not met"),
        ("มีผลงานรายงานแล้ว และต่ำกว่าเป้าหมาย", "A result is reported, and it falls short of the promise."),
    ),
    Status.ON_THE_WAY: _shown(
        ("อยู่ระหว่างทาง", "On the way"),
        ("มีรายงานแล้ว และยังไม่ถึงเวลาตัดสิน", "Something is reported, and it is too early to judge."),
    ),
    Status.NOT_DUE: _shown(
        ("ยังไม่ถึงกำหนด", "Not due yet"),
        ("ยังไม่มีรายงาน และยังไม่ถึงกำหนดส่ง", "Nothing is reported, and nothing is due yet."),
    ),
    Status.NOT_REPORTED: _shown(
        ("ไม่ได้รายงาน", "Not reported"),
        ("เลยกำหนดส่งแล้วและไม่มีรายงาน ซึ่งไม่ได้แปลว่าผลเป็นศูนย์", "Due, and nothing is reported; that is not a zero."),
    ),
    Status.POSTPONED: _shown(
        ("เลื่อนออกไป", "Postponed"),
        ("หน่วยงานแจ้งว่าเลื่อนงานออกไป", "The agency declared the work postponed."),
    ),
    Status.CANCELLED: _shown(
        ("ยกเลิก", "Cancelled"),
        ("หน่วยงานแจ้งว่ายกเลิกงาน", "The agency declared the work cancelled."),
    ),
    Status.NOT_APPLICABLE: _shown(
        ("ไม่มีเป้าหมายในช่วงนี้", "Nothing due"),
        ("หน่วยงานแจ้งว่าไม่มีเป้าหมายในช่วงนี้", "The agency declared that nothing was due."),
    ),
    Status.UNCLEAR: _shown(
        ("ตัดสินไม่ได้", "Cannot be judged"),
        ("มีรายงาน แต่ข้อมูลไม่พอให้ตัดสิน จึงไม่เดา", "Something is reported, but not enough to judge by; we do not guess."),
    ),
}
