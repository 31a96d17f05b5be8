"""What a machine can find in the texts of a report: letters, causes, amendments, numbers. Suggestions, never facts."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from generator.kinds import Number, Refusal
from generator.model import Report, reported_quarters
from generator.parts import PERCENT, Amendment, Letter, Obstacle, Quarters
from generator.thai import arabic_digits, dates_in, letters_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.settings import Cause

_DATED = re.compile(r"\s*(?:ลง\s*(?:วันที่)?)?\s*")
_FAR = 60
_CLAUSE_ENDS = re.compile(r"\n| / |;")
_POINT = re.compile(r"^\s*(?:[-–•]|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]|\([0-9๐-๙]{1,2}\))\s*")
_NAMES_LETTER = re.compile(r"(?:ดัง|ตาม|โดย|\()*\s*หนังสือ(?:(?!หนังสือ)[ก-๙ฯ ]){0,60}?ที่\s*$")
_WROTE = re.compile(r"^.*(?:ได้)?มีหนังสือ(?!ที่)")
_COVID = re.compile("โควิด|โคโรน่?า|covid|corona", re.IGNORECASE)
_CHANGES = re.compile(
    r"(?:ปรับ|เปลี่ยน|แก้ไข|ทบทวน|อุทธรณ์)(?:แก้ไข|เปลี่ยนแปลง|เปลี่ยน|แปลง|ลด|เพิ่ม|แก้)?\s?(?:ค่า)?"
    r"(?P<what>เกณฑ์|เป้าหมาย|(?:ชื่อ)?ตัวชี้วัด|คำนิยาม|นิยาม|วิธีการคำนวณ|หน่วยนับ)(?:การ)?(?:ให้คะแนน|ประเมิน|ตัวชี้วัด|ชี้วัด)?"
)
_AMENDED = {
    "เกณฑ์": "criterion", "เป้าหมาย": "target", "ชื่อตัวชี้วัด": "name", "คำนิยาม": "definitions", "นิยาม": "definitions",
    "วิธีการคำนวณ": "method", "หน่วยนับ": "unit", "ตัวชี้วัด": "other",
}  # fmt: skip
_REASON = re.compile(r"\s*(?:ตาม|เนื่องจาก|เพราะ)\s*(?P<reason>[^\n]+?)(?=\s+(?:และ|โดย|จึง|ซึ่ง|ดังนี้)|\s*$|\n)")
_PROGRESS = re.compile(r"(?:ความก้าวหน้า|คืบหน้า)[^\n0-9%]{0,40}ร้อยละ\s*([0-9]+(?:\.[0-9]+)?)(?![0-9.,])")


def with_suggestions(report: Report, causes: tuple[Cause, ...]) -> Report:
    """Put into a report what its texts name, with the path of each find in `suggested`."""
    letters, amendments = tuple(_letters(report)), tuple(_amendments(report))
    obstacles = tuple(_with_cause(each, causes) for each in report.obstacles)
    quarters, numbers = _quarter_numbers(report)
    named = [
        *numbers,
        *(f"obstacles[{index}].cause" for index, each in enumerate(obstacles) if each.cause),
        *(f"letters[{index}]" for index in range(len(letters))),
        *(f"amendments[{index}]" for index in range(len(amendments))),
    ]
    return dataclasses.replace(
        report,
        quarters=quarters,
        obstacles=obstacles,
        letters=letters,
        amendments=amendments,
        suggested=(*report.suggested, *named),
    )


def _texts(report: Report) -> Iterator[tuple[str, str | None]]:
    """Walk the texts that tell of the year's work, with the quarter they tell of."""
    for number, quarter in reported_quarters(report):
        yield quarter.narrative or "", str(number)
    yield report.year_end_summary or "", None
    for text in (*report.supporting_factors, *(each.text for each in report.obstacles)):
        yield text, None


def _letters(report: Report) -> Iterator[Letter]:
    seen: set[str] = set()
    for text, quarter in _texts(report):
        for number, offset in letters_in(text):
            key = "".join(arabic_digits(number).split())
            if key not in seen:
                seen.add(key)
                day = _date_behind(text, offset + len(number))
                yield Letter(number=_one_line(number), date=day, subject=_subject(text, offset), quarter=quarter)


def _date_behind(text: str, at: int) -> date | None:
    """Give the day that a letter bears, where the text says so right behind its number."""
    behind = text[at : at + _FAR]
    mention = next(dates_in(behind), None)
    if mention is None or mention.span is None or mention.span[0] != mention.span[1]:
        return None
    return mention.span[0] if _DATED.fullmatch(behind[: mention.offset]) else None


def _subject(text: str, offset: int) -> str | None:
    """Give the words before a letter that say what it is about: what was written, up to a clause that only explains."""
    before = text[:offset]
    start = max((match.end() for match in _CLAUSE_ENDS.finditer(before)), default=0)
    words = _NAMES_LETTER.sub("", _POINT.sub("", before[start:]))
    words = _WROTE.sub("", words).partition("ซึ่ง")[0].strip(" (,")
    return _one_line(words) or None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _amendments(report: Report) -> Iterator[Amendment]:
    seen: set[tuple[str, str | None]] = set()
    for text, quarter in _texts(report):
        for match in _CHANGES.finditer(text):
            field = _AMENDED[match["what"]]
            reason = _REASON.match(text, match.end())
            if (field, quarter) not in seen:
                seen.add((field, quarter))
                yield Amendment(field=field, reason=reason["reason"].strip() if reason else None, quarter=quarter)


def _with_cause(obstacle: Obstacle, causes: tuple[Cause, ...]) -> Obstacle:
    """Give an obstacle the one cause of the portal's list that its text names."""
    named = [cause.id for cause in causes if _names(obstacle.text, cause)]
    return dataclasses.replace(obstacle, cause=named[0]) if len(named) == 1 else obstacle


def _names(text: str, cause: Cause) -> bool:
    return cause.title in text or bool(_COVID.search(cause.id + cause.title) and _COVID.search(text))


def _quarter_numbers(report: Report) -> tuple[Quarters, list[str]]:
    """Suggest the progress that a quarter's text names, and the year's result as that of the last quarter."""
    found: dict[str, dict[str, Number]] = {}
    for number, quarter in reported_quarters(report):
        named = {match[1] for match in _PROGRESS.finditer(arabic_digits(quarter.narrative or ""))}
        if len(named) == 1 and (percent := _percent(named.pop())):
            found[f"q{number}"] = {"progress": percent}
    if report.quarters.q4.narrative and report.result.number:
        found["q4"] = {"result": report.result.number}
    quarters = {key: dataclasses.replace(getattr(report.quarters, key), **values) for key, values in found.items()}
    paths = [f"quarters.{key}.{name}" for key, values in sorted(found.items()) for name in values]
    return dataclasses.replace(report.quarters, **quarters), paths


def _percent(text: str) -> Number | None:
    try:
        return PERCENT.parse(text)
    except Refusal:
        return None
