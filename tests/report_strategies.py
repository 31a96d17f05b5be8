"""Any report or reference list, drawn from the declaration of the form: a new field needs no new line."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from generator.fields import fields_of
from generator.kinds import Choice, Code, Day, Decimals, Group, Kind, Line, Link, Many, MonthDay, Number, YesNo
from generator.parse import FORBIDDEN

# The same examples every time, bounded by their number; making a whole report smaller would take minutes.
MANY = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
_DAYS = st.dates(date(2400 - 543, 1, 1), date(2599 - 543, 12, 31))
# What YAML, Thai and programs stumble over turns up more often than chance would have it.
_PIECES = st.sampled_from([
    "ก", "แผนงาน", "น้ำ", "ๆ", "\u200b", "🙂", "\U0010ffff", "1.", "- ", "# ", " #", ": ", "'", '"', "{", "[", "&a",
    "*a", "!x", "%", "@", "`", "|-", ">", "null", "~", "yes", "NO", "0100", "8:30", "2564-02-30", "1e3", "0o17", ".5",
    "=", "<<", "---", "...", "\t", "\\", "?", ",", "NaN", "12:30:45", "1_000", "0x1F", "\xa0", "\n", "\n\n",
    "\n  ", " ",
])  # fmt: skip
_TEXT = st.lists(st.one_of(_PIECES, st.text(max_size=6)), min_size=1, max_size=12).map("".join)


def text_of(raw: str) -> str:
    """Bring any text into the shape that the reader gives back: no forbidden characters, no spaces at line ends."""
    clean = FORBIDDEN.sub("", raw)
    return "\n".join(line.rstrip() for line in clean.split("\n")).strip()


def forms(form: Any) -> st.SearchStrategy[Any]:
    """Draw filled and half-filled forms."""
    blanks = {item.key: _value(item.kind, required=item.required) for item in fields_of(form)}
    return st.builds(form, **blanks)


def _value(kind: Kind, *, required: bool) -> st.SearchStrategy[Any]:
    if isinstance(kind, Group):
        return forms(kind.type)
    if isinstance(kind, Many):
        return st.lists(_value(kind.of, required=True), max_size=min(kind.most, 3)).map(tuple)
    return _line(kind) if required else st.none() | _line(kind)


def _line(kind: Line) -> st.SearchStrategy[Any]:
    if isinstance(kind, Choice):
        return st.sampled_from([option.value for option in kind.options])
    if isinstance(kind, Decimals):
        return _numbers(kind)
    if isinstance(kind, Code):
        return st.from_regex(re.compile(kind.pattern, re.ASCII), fullmatch=True).map(str.strip).map(kind.parse)
    if isinstance(kind, Link):
        return st.sampled_from(
            ["https://example.go.th/", "http://ตัวอย่าง.ไทย/a?b=c#d", "https://example.go.th:8080/x%20y"]
        )
    simple = {Day: _DAYS, YesNo: st.booleans(), MonthDay: st.just("01-31")}
    if type(kind) in simple:
        return simple[type(kind)]
    one_line = type(kind) is Line
    texts = _TEXT.map(lambda raw: text_of(raw.replace("\n", " ") if one_line else raw)[: kind.most].strip())
    return texts.filter(bool)


def _numbers(kind: Decimals) -> st.SearchStrategy[Number]:
    least = Decimal(-(10**12)) if kind.least is None else kind.least
    largest = Decimal(10**12) if kind.largest is None else kind.largest
    return st.decimals(least, largest, places=2).map(lambda value: Number(f"{value:f}")) | st.just(Number("3.00"))
