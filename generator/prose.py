"""People's text, as paragraphs and points. Nothing in it is syntax: only how a line begins is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SPACES = " \t\r\f\v"
_NUMBER = r"[1-9๑-๙][0-9๐-๙]?"
# `- ` and `• `, `1.`, `2.1`, `2.1.`, `1)`, `(1)`, in Arabic or Thai digits, each before a space and something to say.
_POINT = re.compile(
    rf"(?P<mark>[-–•]|{_NUMBER}\.(?:{_NUMBER}\.?)*|{_NUMBER}\)|\({_NUMBER}\))[{_SPACES}]+(?P<text>\S.*)"
)


@dataclass(frozen=True)
class Point:
    """One point of a list, with its mark as typed; `depth` is 2 for `2.1` and for what has more dots, else 1."""

    mark: str
    text: str
    depth: int


Block = str | tuple[Point, ...]


def blocks(text: str) -> tuple[Block, ...]:
    """Split a text at its line breaks into paragraphs and lists of neighbouring points; blank lines only part them."""
    lines = [stripped for line in text.split("\n") if (stripped := line.strip(_SPACES))]
    return tuple(_joined(map(_point, lines)))


def _joined(items: Iterable[Point | str]) -> Iterator[Block]:
    points: list[Point] = []
    for item in items:
        if isinstance(item, Point):
            points.append(item)
            continue
        if points:
            yield tuple(points)
            points = []
        yield item
    if points:
        yield tuple(points)


def _point(line: str) -> Point | str:
    match = _POINT.fullmatch(line)
    if match is None:
        return line
    return Point(match["mark"], match["text"], 2 if "." in match["mark"].rstrip(".") else 1)
