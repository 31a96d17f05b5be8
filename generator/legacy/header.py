"""What stands around the form on every page: its title, again wherever a page broke, and what a browser prints."""

from __future__ import annotations

import difflib
import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.blankform import NAME
from generator.legacy.labels import bones
from generator.legacy.sheet import PAGE_HEADER, Span
from generator.thai import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.legacy.sheet import Sheet

YEAR = re.compile(r"(?:ปี\s{0,3})?(?:งบประมาณ)?\s{0,3}(?:พ\s?\.?\s?ศ\s?\.?)?\s{0,3}(2[45][0-9]{2})(?![0-9])")
_TITLE_BONES = bones(NAME)
_BEGINNING = 8
_ALIKE = 0.9
_MOST_LINES = 3
_ORNAMENTS = re.compile(r"[\s*:_=–—-]*")
_PAGE_NUMBER = re.compile(
    r"(?:หน้า(?:ที่)?\s*[0-9๐-๙]{1,4}(?:\s*(?:/|จาก|ของ)\s*[0-9๐-๙]{1,4})?|[-–—]\s*[0-9๐-๙]{1,4}\s*[-–—])"
)
# Chrome and Edge: `11/22/26, 12:36 PM title` above a page, `https://… 1/3` below it.
_BROWSER_HEAD = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4},? [0-9]{1,2}:[0-9]{2}(?: [AP]M)?(?: .*)?")
_BROWSER_FOOT = re.compile(r"(?:https?|file|about):\S+ ([0-9]{1,4})/[0-9]{1,4}")


def mark_page_headers(sheet: Sheet) -> None:
    """Account for every page header, and for the page number beside it, so that no value takes them in."""
    lines = list(sheet.lines(Span(0, len(sheet.text))))
    for first, after in _headers(sheet, lines):
        neighbours = [*lines[max(first - 1, 0) : first], *lines[after : after + 1]]
        numbers = [each for each in neighbours if _PAGE_NUMBER.fullmatch(sheet.words(each))]
        for line in [*lines[first:after], *numbers]:
            sheet.mark(line, PAGE_HEADER)


def mark_browser_lines(sheet: Sheet) -> None:
    """Account for the date, the title and the address that browsers print into the margins of every page."""
    for page, on_page in groupby(sheet.lines(Span(0, len(sheet.text))), key=lambda line: sheet.page(line.start)):
        lines = list(on_page)
        outer = [*lines[:2], *lines[-2:]]
        feet = [line for line in outer if (foot := _BROWSER_FOOT.fullmatch(sheet.words(line))) and int(foot[1]) == page]
        heads = [line for line in outer if feet and _BROWSER_HEAD.fullmatch(sheet.words(line))]
        for line in [*feet, *heads]:
            sheet.mark(line, PAGE_HEADER)


def _headers(sheet: Sheet, lines: list[Span]) -> Iterator[tuple[int, int]]:
    """Walk the headers: the index of the first line and that behind the last one."""
    at = 0
    while at < len(lines):
        count = _lines_of_header(sheet, lines[at : at + _MOST_LINES])
        if count:
            yield at, at + count
        at += max(count, 1)


def _lines_of_header(sheet: Sheet, lines: list[Span]) -> int:
    """Give how many of the lines, from the first, are most like a header; 0 where they do not begin with one."""
    first = bones(sheet.text[lines[0].start : lines[0].end][: len(NAME)])
    if difflib.SequenceMatcher(None, first[:_BEGINNING], _TITLE_BONES[:_BEGINNING]).ratio() < _ALIKE - 0.1:
        return 0
    best, most = 0, _ALIKE
    for count in range(1, len(lines) + 1):
        text = " ".join(sheet.words(line) for line in lines[:count])
        found = bones(YEAR.sub("ปี", arabic_digits(_ORNAMENTS.sub("", text, count=1)), count=1))
        ratio = difflib.SequenceMatcher(None, found, _TITLE_BONES).ratio() if len(text) <= 2 * len(NAME) else 0
        if ratio > most or (ratio == most and not best):
            best, most = count, ratio
    return best
