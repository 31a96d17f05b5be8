"""Which report a form is: year, agency and id as given, or as the lines above its first label say for certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.legacy.given import OPTIONS, Given
from generator.legacy.header import YEAR
from generator.legacy.sheet import LABEL, PAGE_HEADER, Span
from generator.parts import INDICATOR_ID
from generator.problems import Known
from generator.thai import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.legacy.sheet import Sheet

_LABEL = re.compile(
    r"[\s*:-]*(?P<what>(?:ประจำ)?ปีงบประมาณ(?=\s|[:：พ0-9๐-๙])(?:\s*พ\s?\.?\s?ศ\s?\.?)?|ชื่อหน่วยงาน|หน่วยงาน|ส่วนราชการ|รหัสถาวรของตัวชี้วัด|รหัสตัวชี้วัด|รหัส)"
    r"\s*[:：]*\s*"
)


def identify(sheet: Sheet, head: Span, given: Given) -> dict[str, Any]:
    """Give fiscal year, agency and id; what is not certain stays blank, with a problem that names the option."""
    found = settle(sheet, head.start, dict(_said(sheet, head, given)), given)
    if found["id"] and found["agency"] is None:
        found["agency"] = found["id"].partition("-")[0]
    for key, option in OPTIONS.items():
        if found[key] is None:
            sheet.note(head.end, key, "form-not-told", option=Known(option))
    return found


def settle(sheet: Sheet, at: int, said: dict[str, Any], given: Given) -> dict[str, Any]:
    """Let what a person gave go before what the form says; where they differ, that is a problem at an offset."""
    told = {key: getattr(given, key) for key in OPTIONS}
    for key, value in told.items():
        if value is not None and said.get(key, value) != value:
            sheet.note(at, key, "form-says-other", value=said[key], given=Known(value))
    return {key: told[key] if told[key] is not None else said.get(key) for key in told}


def _said(sheet: Sheet, head: Span, given: Given) -> Iterator[tuple[str, Any]]:
    """Walk what the lines above the first label say: the year in the title or on a line of its own, and the like."""
    text = arabic_digits(sheet.text[head.start : head.end])
    in_title = {match[1] for match in YEAR.finditer(text) if sheet.uses[head.start + match.start(1)] == PAGE_HEADER}
    if len(in_title) == 1:
        yield "fiscal_year", int(in_title.pop())
    codes = {"".join(name.split()): code for code, name in given.agencies}
    for line in sheet.lines(head):
        label = _LABEL.match(sheet.text, line.start, line.end)
        value = Span(label.end() if label else line.start, line.end)
        words = arabic_digits(sheet.words(value))
        found: tuple[str, Any] | None = None
        if label and "ปีงบประมาณ" in label["what"] and re.fullmatch("2[45][0-9]{2}", words):
            found = "fiscal_year", int(words)
        elif label and "รหัส" in label["what"] and re.fullmatch(INDICATOR_ID.pattern, words):
            found = "id", words
        elif "".join(words.split()) in codes:
            found = "agency", codes["".join(words.split())]
        if found:
            sheet.mark(value, found[0])
            sheet.mark(Span(line.start, value.start), LABEL)
            yield found
