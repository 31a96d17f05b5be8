"""Thai that damage has made: told with its place, never mended, for only a person knows what stood there."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from generator.thai import arabic_digits

if TYPE_CHECKING:
    from generator.legacy.chain import Printed
    from generator.legacy.sheet import Sheet, Span

_MARK = "ะ-ฺ็-๎"
# What no Thai word holds: a mark without a consonant, a vowel before none, a tone mark before its vowel.
_IMPOSSIBLE = re.compile(
    rf"(?<![ก-ฮ{_MARK}])[{_MARK}]+[ก-ฮ]*|[เ-ไ](?![ก-ฮ])|[่-๋][ัิ-ฺ]|([ัิ-ฺ])\1|[่-๋]{{2}}|\u0e4d[่-๋]?า|\ufffd"
)
_QUESTION = re.compile(r"(?:(?<=[ก-๙)])|(?<=\s))\?+(?=\s?[ก-๙0-9(])|(?<=[ก-๙])\?+(?!\s*$)")
# Words of office texts with ำ: without the ring over it they are no words.
_WITH_AM = (
    "กำหนด", "กำกับ", "คำนวณ", "คำนิยาม", "จำนวน", "จำกัด", "จำเป็น", "ชำระ", "ดำเนิน", "ตำแหน่ง", "ทำให้", "ทำงาน",
    "นำไป", "นำเรียน", "นำเสนอ", "บำรุง", "ประจำ", "ลำดับ", "สำคัญ", "สำเร็จ", "สำนัก", "สำรวจ", "อำนวย", "อำนาจ", "อำเภอ",
)  # fmt: skip
# Other words of office texts, long enough that without one of these vowels they are no words.
_WITH_VOWELS = (
    "คำนิยาม", "กิจกรรม", "ดำเนินการ", "ตัวชี้วัด", "นิติบัญญัติ", "ประชุม", "ประเมิน", "ปรับปรุง", "ปฏิบัติ", "พิจารณา",
    "ผู้บริหาร", "ยุทธศาสตร์", "วัตถุประสงค์", "สนับสนุน", "สิ่งแวดล้อม", "หนังสือ", "อนุมัติ", "อุปสรรค", "อุทธรณ์", "คณะกรรมการ",
)  # fmt: skip
_VOWELS = "ัิีึืุูะ"


def _broken() -> dict[str, str]:
    """Give every spelling that a lost ring or vowel makes of those words, with the right one."""
    without_ring = ((word.replace("ำ", "า"), word) for word in _WITH_AM)
    without_vowel = (
        (word[:at] + word[at + 1 :], word) for word in _WITH_VOWELS for at in range(len(word)) if word[at] in _VOWELS
    )
    right = {*_WITH_AM, *_WITH_VOWELS}
    return {
        wrong: word for wrong, word in chain(without_ring, without_vowel) if not any(wrong in each for each in right)
    }


_RIGHT = _broken()
_BROKEN = re.compile("|".join(sorted(map(re.escape, _RIGHT), key=len, reverse=True)))
_AROUND = 12


def note_damage(sheet: Sheet, report: Printed) -> None:
    """Note what looks damaged in a report: in labels, and in all that is not blank."""
    for section in report.sections:
        words = sheet.words(section.hit.words)
        if arabic_digits("".join(words.split())) not in {"".join(each.split()) for each in section.hit.label.words}:
            likely = section.hit.label.words[0]
            sheet.note(section.hit.words.start, section.key, "thai-damaged", value=words, likely=likely)
    labels = [section.hit.words for section in report.sections]
    for line in sheet.lines(report.whole):
        for match in _BROKEN.finditer(sheet.text, line.start, line.end):
            if not any(label.start <= match.start() < label.end for label in labels):
                sheet.note(
                    match.start(), _field(sheet, match.start()), "thai-damaged", value=match[0], likely=_RIGHT[match[0]]
                )
        for match in _QUESTION.finditer(sheet.text, line.start, line.end):
            _suspect(sheet, line, match, "thai-question-mark")
        for match in _IMPOSSIBLE.finditer(sheet.text, line.start, line.end):
            if not any(label.start <= match.start() < label.end for label in labels):
                _suspect(sheet, line, match, "thai-impossible")


def _suspect(sheet: Sheet, line: Span, match: re.Match[str], code: str) -> None:
    around = sheet.text[max(match.start() - _AROUND, line.start) : min(match.end() + _AROUND, line.end)]
    sheet.note(match.start(), _field(sheet, match.start()), code, value=around)


def _field(sheet: Sheet, at: int) -> str:
    use = sheet.uses[at]
    return use if " " not in use and use not in {"label", "ornament"} else ""
