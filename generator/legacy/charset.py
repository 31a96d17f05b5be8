"""The bytes of a text file -> its pages, in whatever character set an office program saved it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.legacy.pages import Pages, Unreadable

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_THAI_SHARE = 0.2
"""A Thai text has far more bytes of Thai letters than this, another 8-bit text hardly any beside Latin ones."""
_BEYOND_TIS = re.compile(rb"[\x80-\xa0]")
_LINE_END = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")


@dataclass(frozen=True)
class Decoded:
    """A text and the character set it was saved in; `charset` is empty for UTF-8, which needs no word."""

    text: str
    charset: str = ""


def decode(content: bytes) -> Decoded:
    """Decode UTF-8, UTF-16 with its mark, TIS-620 or Windows-874; raises Unreadable where it is none of them."""
    for mark, charset in _MARKS:
        if content.startswith(mark):
            return _decode_as(content[len(mark) :], charset)
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as bad:
        return _decode_thai(content, bad)


def pages_of(text: str) -> Pages:
    """Split a text at its form feeds into pages, and these at line ends of any system into lines."""
    return [_LINE_END.split(page) for page in text.split("\f")]


def _decode_as(content: bytes, charset: str) -> Decoded:
    try:
        return Decoded(content.decode(charset), "" if charset == "utf-8" else "UTF-16")
    except UnicodeDecodeError:
        raise Unreadable("source-encoding") from None


def _decode_thai(content: bytes, bad: UnicodeDecodeError) -> Decoded:
    thai = sum(0xA1 <= byte <= 0xFB for byte in content) / len(content)  # noqa: PLR2004 — the letters of TIS-620
    if thai < _THAI_SHARE:
        raise Unreadable("source-encoding", line=content.count(b"\n", 0, bad.start) + 1)
    charset = "Windows-874" if _BEYOND_TIS.search(content) else "TIS-620"
    try:
        return Decoded(content.decode("cp874"), charset)
    except UnicodeDecodeError as other:
        raise Unreadable("source-encoding", line=content.count(b"\n", 0, other.start) + 1) from None
