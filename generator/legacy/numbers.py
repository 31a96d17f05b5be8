"""Numbers as people write them on the form: Thai digits, commas, words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.kinds import Number, Refusal
from generator.legacy.paragraphs import is_blank
from generator.legacy.sheet import LEFT_OVER, ORNAMENT, Span
from generator.parts import NUMBER
from generator.thai import arabic_digits

if TYPE_CHECKING:
    from generator.legacy.sheet import Sheet

_NUMBER = re.compile(r"(?<![\w.,])-?[0-9](?:[0-9]|,(?=[0-9]{3}(?![0-9])))*(?:\.[0-9]+)?(?![0-9])")
_RANGE = re.compile(r"\s*(?:-|–|—|ถึง)\s*")
_UNIT_BEFORE = re.compile(r"(?P<unit>ร้อยละ)\s*$")
_UNIT_IN_BRACKETS = re.compile(r"\s*[(\[]\s*(?P<unit>[^()\[\]\n]*(?:\([^()\n]*\)[^()\n]*)*)[)\]]")
_UNIT_BEHIND = re.compile(r"\s*(?P<unit>%|[ก-๙]{1,12})\s*$")
_NO_UNIT = re.compile("ของ|จาก|ใน|ต่อ|ขึ้น|ไม่|และ|หรือ|ถึง|โดย|ตาม|เพื่อ")


@dataclass(frozen=True)
class Amount:
    """A number with its unit; `upper` is the other end of a range."""

    number: Number | None = None
    upper: Number | None = None
    unit: str | None = None


def amount(sheet: Sheet, body: Span, field_path: str) -> Amount:
    """Read a number and its unit; words around them are left over with a problem, and so is what is not clear."""
    whole = _trimmed(sheet, body)
    text = arabic_digits(sheet.text[whole.start : whole.end])
    if is_blank(re.sub(r"[()\[\]]", "", text)):
        sheet.mark(whole, ORNAMENT)
        return Amount()
    found = list(_NUMBER.finditer(text))
    in_brackets = [match for match in found if "(" in text[: match.start()] and ")" in text[match.end() :]]
    numbers = [match for match in found if match not in in_brackets]
    if len(numbers) == 2 and _RANGE.fullmatch(text[numbers[0].end() : numbers[1].start()]):  # noqa: PLR2004
        return _read(sheet, whole, text, numbers, field_path)
    if len(numbers) != 1:
        sheet.leave(whole, field_path, "form-number-unclear")
        return Amount()
    return _read(sheet, whole, text, numbers, field_path)


def _read(sheet: Sheet, whole: Span, text: str, numbers: list[re.Match[str]], field_path: str) -> Amount:
    try:
        values = [NUMBER.parse(match[0].replace(",", "")) for match in numbers]
    except Refusal as refusal:
        sheet.leave(whole, field_path, "form-number-unclear")
        sheet.note(whole.start, field_path, refusal.code, **refusal.params)
        return Amount()
    for match, value in zip(numbers, values, strict=True):
        span = Span(whole.start + match.start(), whole.start + match.end())
        _take_number(sheet, span, f"{field_path}.{'upper' if match is not numbers[0] else 'number'}")
        if sheet.words(span) != str(value):
            sheet.note(span.start, f"{field_path}.number", "form-number", value=sheet.words(span), likely=value)
    if len(numbers) > 1:
        sheet.mark(Span(whole.start + numbers[0].end(), whole.start + numbers[1].start()), ORNAMENT)
    unit = _unit(sheet, whole, text, numbers, f"{field_path}.unit")
    _leave_words(sheet, whole, field_path)
    return Amount(values[0], values[1] if len(values) > 1 else None, unit)


def _take_number(sheet: Sheet, span: Span, field_path: str) -> None:
    """Account for the digits of a number; commas between them are ornaments."""
    for at in range(span.start, span.end):
        sheet.mark(Span(at, at + 1), ORNAMENT if sheet.text[at] == "," else field_path)


def _unit(sheet: Sheet, whole: Span, text: str, numbers: list[re.Match[str]], field_path: str) -> str | None:
    """Read the unit: in brackets behind the number, a short word behind it, or the words “per cent” before it."""
    rest = text[numbers[-1].end() :]
    behind = whole.start + numbers[-1].end()
    match = _UNIT_IN_BRACKETS.match(rest) or _UNIT_BEHIND.match(rest)
    if match and not (match.re is _UNIT_BEHIND and _NO_UNIT.match(match["unit"])) and match["unit"].strip():
        unit = sheet.take(Span(behind + match.start("unit"), behind + match.end("unit")), field_path)
        sheet.mark(Span(behind, behind + match.end()), ORNAMENT)
        return unit
    if match and not match["unit"].strip():
        sheet.mark(Span(behind, behind + match.end()), ORNAMENT)
    before = _UNIT_BEFORE.search(text[: numbers[0].start()])
    if before:
        return sheet.take(Span(whole.start + before.start("unit"), whole.start + before.end("unit")), field_path)
    return None


def _leave_words(sheet: Sheet, whole: Span, field_path: str) -> None:
    """Leave over what stands around number and unit, and say what the number was read from."""
    if is_blank("".join(sheet.words(gap) for line in sheet.lines(whole) for gap in sheet.unused(line))):
        sheet.mark(whole, ORNAMENT)
    for line in list(sheet.lines(whole)):
        if any(sheet.unused(line)):
            sheet.mark(line, LEFT_OVER)
            sheet.note(line.start, field_path, "form-number-words", value=sheet.words(whole))


def _trimmed(sheet: Sheet, body: Span) -> Span:
    """Take the ornaments away from both ends, but no sign of a number."""
    lines = list(sheet.lines(body))
    if not lines:
        return Span(body.start, body.start)
    whole = Span(lines[0].start, lines[-1].end)
    text = sheet.text[whole.start : whole.end]
    lead = re.match(r"[\s:*=_.…]*", text)
    begin = whole.start + (lead.end() if lead else 0)
    sheet.mark(Span(whole.start, begin), ORNAMENT)
    return Span(min(begin, whole.end), whole.end)
