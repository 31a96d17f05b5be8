"""Facts of Thai writing and of the Thai fiscal calendar: digits, Buddhist years, quarters, months, sort order."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

BUDDHIST_OFFSET = 543

Quarter = Literal[1, 2, 3, 4]
QUARTERS: tuple[Quarter, ...] = (1, 2, 3, 4)

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI_DIGIT = re.compile("[๐-๙]")
_BUDDHIST_DATE = re.compile(r"^(2[45][0-9]{2})-([0-9]{2})-([0-9]{2})$", re.ASCII)
_MONTH_NUMBER = {name: number for names in (MONTHS, SHORT_MONTHS) for number, name in enumerate(names, 1)}
_ERA = re.compile(r"ค\.?\s?ศ\.?\s*")
_MENTION = re.compile(
    r"(?<![0-9/.])(?P<d>0?[1-9]|[12][0-9]|3[01])\s?/\s?(?P<m>0?[1-9]|1[0-2])\s?/\s?(?P<y>2[45][0-9]{2})(?![0-9/])"
    r"|(?:(?<![0-9/.])(?P<day>[0-9]{1,2})\s*)?"
    rf"(?:(?P<month>{'|'.join(map(re.escape, MONTHS))})|(?P<short>{'|'.join(map(re.escape, SHORT_MONTHS))}))"
    r"\s*(?:(?:พ\.?\s?ศ\.?\s*)?(?P<year>2[45][0-9]{2})(?![0-9])"
    # What may be a number of something instead is left alone.
    r"|(?:(?:ค\.?\s?ศ\.?\s*)?(?P<common>19[0-9]{2}|20[0-9]{2})|(?(short)(?(day)(?P<two>[4-9][0-9])|(?!))|(?!)))"
    r"(?![0-9]|[.,/:][0-9]|\s*(?:%|คน|ราย|ครั้ง|บาท|ร้อยละ|น\.)))"
)
_LETTER = re.compile(
    r"หนังสือ[ก-๙ฯ ]{0,60}?(?<!วัน)(?<!ครั้ง)ที่\s{0,3}"
    r"((?:[ก-ฮ]{1,4}\.?\s{0,2})?[0-9][0-9.]{0,12}\s?/\s?(?:ว\.?\s?)?[0-9]{1,8})(?![0-9/])"
)
_SAYS_NOTHING = re.compile(r"[\W_0๐]*|n/?a|n\.a\.", re.IGNORECASE)
_LEADING_VOWEL = re.compile(r"([เแโใไ])([ก-ฮ])")
_SECONDARY_MARKS = re.compile("[็-์]")


def arabic_digits(text: str) -> str:
    """Turn Thai digits into Arabic ones; every other character and all offsets stay."""
    return text.translate(_ARABIC) if _THAI_DIGIT.search(text) else text  # most texts have none


def buddhist_year(day: date) -> int:
    """Give the year of the Buddhist era, 543 ahead of the Common Era."""
    return day.year + BUDDHIST_OFFSET


def parse_buddhist_date(text: str) -> date | None:
    """Read `2564-04-30` (Buddhist year, month, day); None where it has another shape or the day does not exist."""
    match = _BUDDHIST_DATE.match(text)
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups())
    return _date_or_none(year - BUDDHIST_OFFSET, month, day)


def write_buddhist_date(day: date) -> str:
    """Write a date as `2564-04-30`, the spelling of the records."""
    return f"{buddhist_year(day):04}-{day.month:02}-{day.day:02}"


def fiscal_year(day: date) -> int:
    """Give the Buddhist fiscal year of a day: it begins on 1 October of the year before."""
    return buddhist_year(day) + (day.month >= 10)  # noqa: PLR2004 — October


def year_span(year: int) -> tuple[date, date]:
    """Give first and last day of a Buddhist fiscal year: 2564 is 1 October 2020 to 30 September 2021."""
    common = year - BUDDHIST_OFFSET
    return date(common - 1, 10, 1), date(common, 9, 30)


def quarter_span(year: int, quarter: Quarter) -> tuple[date, date]:
    """Give first and last day of a quarter of a Buddhist fiscal year; quarter 1 is October to December."""
    start = year_span(year)[0]
    first_month = (start.month - 1) + 3 * (quarter - 1)
    first = date(start.year + first_month // 12, first_month % 12 + 1, 1)
    last_month = first.month + 2
    return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])


def day_after(day: date, month: int, day_of_month: int) -> date:
    """Give the first such calendar day after `day`; 29 February becomes the 28th where the year has none."""
    start = day + timedelta(days=1)
    for year in (start.year, start.year + 1):
        found = date(year, month, min(day_of_month, calendar.monthrange(year, month)[1]))
        if found >= start:
            return found
    raise AssertionError


def say_date(day: date, language: str, *, short: bool = False) -> str:
    """Say a date for people: `30 เมษายน 2564` in Thai, `30 April 2021` in English."""
    if language == "th":
        return f"{day.day} {(SHORT_MONTHS if short else MONTHS)[day.month - 1]} {buddhist_year(day)}"
    name = calendar.month_abbr[day.month] if short else calendar.month_name[day.month]
    return f"{day.day} {name} {day.year}"


@dataclass(frozen=True)
class DateMention:
    """A date found in running text: its words, offset, and the span it speaks of (None: no such day exists)."""

    words: str
    offset: int
    span: tuple[date, date] | None
    in_buddhist_era: str | None = None
    """The words as they ought to be, where the year is one of the Common Era."""


def dates_in(text: str) -> Iterator[DateMention]:
    """Find dates in running text: `9 มีนาคม 2564`, `๙ มีนาคม พ.ศ. ๒๕๖๔`, `มี.ค. 64`, `9/3/2564`, `9 มีนาคม 2021`."""
    for match in _MENTION.finditer(arabic_digits(text)):
        words, year = text[match.start() : match.end()], _common_year(match)
        month = int(match["m"] or 0) or _MONTH_NUMBER[match["month"] or match["short"]]
        ought = f"{_ERA.sub('', words)[:-4]}{year + BUDDHIST_OFFSET}" if match["common"] else None
        yield DateMention(words, match.start(), _span(year, month, match["d"] or match["day"]), ought)


def letters_in(text: str) -> Iterator[tuple[str, int]]:
    """Find official letters in running text, `หนังสือที่ กท 0100/754`: number as written, and its offset."""
    for match in _LETTER.finditer(arabic_digits(text)):
        yield text[match.start(1) : match.end(1)], match.start(1)


def _common_year(match: re.Match[str]) -> int:
    if match["common"]:
        return int(match["common"])
    buddhist = match["y"] or match["year"]
    return (int(buddhist) if buddhist else 2500 + int(match["two"])) - BUDDHIST_OFFSET


def is_placeholder(text: str) -> bool:
    """Say whether a text fills a blank without a word: `-`, `::`, `.....`, `0`, `n/a`."""
    return _SAYS_NOTHING.fullmatch(text) is not None


def sort_key(text: str) -> tuple[str, str]:
    """Give a key in dictionary order: leading vowels after their consonant, tone marks only as tie-breaker."""
    moved = _LEADING_VOWEL.sub(r"\2\1", arabic_digits(text)).casefold()
    return _SECONDARY_MARKS.sub("", moved), moved


def _span(year: int, month: int, day: str | None) -> tuple[date, date] | None:
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    found = _date_or_none(year, month, int(day))
    return (found, found) if found else None


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
