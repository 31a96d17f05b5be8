"""The kinds of blanks a form can have: how a scalar's text becomes a value, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from generator.language import LANGUAGES, Bilingual, Language
from generator.problems import Known
from generator.thai import BUDDHIST_OFFSET, arabic_digits, dates_in, parse_buddhist_date, write_buddhist_date

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?", re.ASCII)
_MONTH_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9])|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31", re.ASCII)
_COMMON_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", re.ASCII)
_DATE_NUMBERS = re.compile(
    r"(?P<year>2[45][0-9]{2})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<day>[0-9]{1,2})"
    r"|(?P<day_behind>[0-9]{1,2})[-/. ](?P<month_behind>[0-9]{1,2})[-/. ](?P<year_behind>2[45][0-9]{2})",
    re.ASCII,
)
_SMART_QUOTES = re.compile("[\u2018-\u201f\u2032\u2033\u00ab\u00bb\u0060\u00b4\uff02\uff07]+")


@dataclass(frozen=True)
class Number:
    """An exact decimal that keeps its spelling: `3.00` is not `3`."""

    spelling: str

    @cached_property
    def value(self) -> Decimal:
        """Give the exact value."""
        return Decimal(self.spelling)

    def __str__(self) -> str:
        """Give the spelling."""
        return self.spelling


@dataclass(frozen=True)
class Option:
    """One value of a choice."""

    value: str
    title: Bilingual


@dataclass(frozen=True)
class Refusal(Exception):  # noqa: N818 — an answer of `parse`, not an error of the program
    """Why a text is no value of a kind: the code of a problem and what its texts need."""

    code: str
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """Text on one line."""

    most: int = 500

    def parse(self, text: str) -> str:
        """Refuse line breaks and more than `most` characters."""
        if "\n" in text:
            raise Refusal("line-break")
        return _short_enough(text, self.most)

    def write(self, value: Any) -> str:
        """Give the text as it is."""
        return str(value)


@dataclass(frozen=True)
class Prose(Line):
    """Text in paragraphs: one a line, lines that begin with `- ` or `1. ` are points."""

    most: int = 20_000

    def parse(self, text: str) -> str:
        """Refuse more than `most` characters."""
        return _short_enough(text, self.most)


@dataclass(frozen=True)
class Code(Line):
    """Text of a fixed shape; `example` shows it to people, `shape` says it."""

    pattern: str = ".+"
    example: str = ""

    def parse(self, text: str) -> str:
        """Refuse what does not match `pattern` as a whole."""
        if not re.fullmatch(self.pattern, text, re.ASCII):
            _refuse_smart_quotes(text)
            raise Refusal("bad-code", {"value": text, "example": self.example})
        return text


@dataclass(frozen=True)
class Year(Code):
    """A fiscal year of the Buddhist era."""

    pattern: str = r"2[45][0-9]{2}"
    example: str = "2564"

    def parse(self, text: str) -> int:  # type: ignore[override]
        """Give the year as an int."""
        return int(super().parse(text))


@dataclass(frozen=True)
class Decimals(Line):
    """A decimal number: ASCII digits, an optional minus, an optional point; within `least` and `largest`."""

    least: Decimal | None = None
    largest: Decimal | None = None

    def parse(self, text: str) -> Number:  # type: ignore[override]
        """Refuse words, commas, Thai digits, exponents; name the likely number where there is one."""
        if not _NUMBER.fullmatch(text):
            _refuse_smart_quotes(text)
            likely = _likely_number(text)
            raise Refusal("bad-number" if likely else "no-number", {"value": text, "likely": likely})
        number = Number(text)
        too_small = self.least is not None and number.value < self.least
        if too_small or (self.largest is not None and number.value > self.largest):
            raise Refusal("out-of-range", {"value": text, "least": self.least, "largest": self.largest})
        return number


@dataclass(frozen=True)
class Day(Line):
    """A date of the Buddhist era, `2564-04-30`."""

    def parse(self, text: str) -> date:  # type: ignore[override]
        """Refuse another shape and days that do not exist."""
        day = parse_buddhist_date(text)
        if day is None:
            _refuse_smart_quotes(text)
            raise _bad_date(text)
        return day

    def write(self, value: Any) -> str:
        """Give the Buddhist spelling."""
        return write_buddhist_date(value)


@dataclass(frozen=True)
class MonthDay(Line):
    """A day of every year, `01-31` for 31 January."""

    def parse(self, text: str) -> str:
        """Refuse another shape."""
        if not _MONTH_DAY.fullmatch(text):
            raise Refusal("bad-month-day", {"value": text})
        return text


@dataclass(frozen=True)
class Choice(Line):
    """One of a few words."""

    options: tuple[Option, ...] = ()

    def parse(self, text: str) -> str:
        """Refuse any other word and list the right ones."""
        if text not in (option.value for option in self.options):
            raise _bad_choice(text, self.options)
        return text

    def title(self, value: str) -> Bilingual:
        """Give the words for people."""
        return next(option.title for option in self.options if option.value == value)


_YES_NO = (Option("yes", Bilingual("ใช่", "yes")), Option("no", Bilingual("ไม่ใช่", "no")))


@dataclass(frozen=True)
class YesNo(Line):
    """`yes` or `no`, nothing else."""

    def parse(self, text: str) -> bool:  # type: ignore[override]
        """Refuse any other word."""
        if text not in {"yes", "no"}:
            raise _bad_choice(text, _YES_NO)
        return text == "yes"

    def write(self, value: Any) -> str:
        """Give `yes` or `no`."""
        return "yes" if value else "no"


@dataclass(frozen=True)
class Link(Line):
    """An address on the web: http or https, a host, no user part."""

    most: int = 2_000

    def parse(self, text: str) -> str:
        """Refuse other schemes, hidden users, spaces and unreadable hosts."""
        if not _is_web_address(text):
            raise Refusal("bad-link", {"value": text})
        return super().parse(text)


@dataclass(frozen=True)
class Group:
    """Several blanks under one name, given by a dataclass of fields."""

    type: type


@dataclass(frozen=True)
class Many:
    """A list, each item of one kind; at most `most` items."""

    of: Line | Group
    most: int = 200


Kind = Line | Group | Many


def _short_enough(text: str, most: int) -> str:
    if len(text) > most:
        raise Refusal("too-long", {"length": len(text), "most": most})
    return text


def _refuse_smart_quotes(text: str) -> None:
    """Refuse what an office program makes of '0100'; YAML knows straight quotation marks only."""
    if _SMART_QUOTES.match(text) or _SMART_QUOTES.search(text[-1:]):
        raise Refusal("smart-quotes", {"value": text, "likely": _SMART_QUOTES.sub("", text).strip()})


def _bad_choice(text: str, options: tuple[Option, ...]) -> Refusal:
    _refuse_smart_quotes(text)
    thai, english = (", ".join(_named(option, language) for option in options) for language in LANGUAGES)
    return Refusal("bad-choice", {"value": text, "options_th": Known(thai), "options": Known(english)})


def _bad_date(text: str) -> Refusal:
    """Name the likely date where the text spells one another way; a day that does not exist is another matter."""
    plain = _COMMON_YEAR.sub(lambda year: str(int(year[0]) + BUDDHIST_OFFSET), arabic_digits(text))
    if match := _DATE_NUMBERS.fullmatch(plain):
        year, month, day = (match[name] or match[f"{name}_behind"] for name in ("year", "month", "day"))
        likely = parse_buddhist_date(f"{year}-{int(month):02}-{int(day):02}")
        return _refused_day(text, likely)
    mentions = list(dates_in(plain))
    if len(mentions) == 1 and mentions[0].words == plain.strip():
        span = mentions[0].span
        if span is None or span[0] == span[1]:
            return _refused_day(text, span[0] if span else None)
    return Refusal("bad-date", {"value": text, "likely": "2564-04-30"})


def _refused_day(text: str, likely: date | None) -> Refusal:
    if likely is None:
        return Refusal("day-missing", {"value": text})
    return Refusal("bad-date", {"value": text, "likely": write_buddhist_date(likely)})


def _named(option: Option, language: Language) -> str:
    """Give the value to type and, where that is another word, what it means."""
    title = option.title.say(language)
    return option.value if title.replace(" ", "-") == option.value else f"{option.value} ({title})"


def _likely_number(text: str) -> str | None:
    found = re.search(r"-?[0-9][0-9,]*(?:\.[0-9]+)?", arabic_digits(text))
    return found[0].replace(",", "") if found else None


def _is_web_address(text: str) -> bool:
    if re.search(r"[\s\\<>\"`{}|^]", text):
        return False
    try:
        return (
            urlsplit(text).scheme in {"http", "https"} and bool(ascii_host(text)) and "@" not in urlsplit(text).netloc
        )
    except ValueError:
        return False


def ascii_host(address: str) -> str:
    """Give the host of an address in ASCII, so that look-alike letters show; ValueError where there is none."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    return f"{host}:{parts.port}" if parts.port else host
