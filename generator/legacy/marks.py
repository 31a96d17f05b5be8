"""Thai letters that programs shift, swap or split, put right where only one reading is possible.

Sources: the private-use codes are those that Thai fonts for Windows use for marks moved left or down
(Thai font specifications of NECTEC; U+F700 to U+F71A). In what Unicode calls Thai's logical order a tone mark follows
the vowel above or below its consonant, and SARA AM is one letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SHIFTED = str.maketrans(dict(zip(
    map(chr, range(0xF700, 0xF71B)),
    "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู",
    strict=True,
)))  # fmt: skip
_PRIVATE = re.compile("[\uf700-\uf71a]")
# Ticks and bullets of Wingdings and Symbol, which office programs store as private-use codes of those fonts.
_PICTURES = str.maketrans({
    "\uf0fe": "☑", "\uf052": "☑", "\uf0fd": "☒", "\uf054": "☒", "\uf0fc": "✓", "\uf0fb": "✗", "\uf0a8": "☐",
    "\uf06f": "☐", "\uf071": "☐", "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf02d": "-",
})  # fmt: skip
_PICTURE = re.compile("[" + "".join(map(chr, sorted(_PICTURES))) + "]")

_TONE = "[\u0e48-\u0e4c]"
_VOWEL = "[\u0e31\u0e34-\u0e3a\u0e47]"
_SWAPPED = re.compile(f"({_TONE})({_VOWEL})")
_SPLIT_AM = re.compile(f"\u0e4d({_TONE}?)\u0e32|({_TONE})\u0e4d\u0e32")
_TONE_BEHIND_AM = re.compile("\u0e33([\u0e48-\u0e4b])")
_TWICE = re.compile(f"({_TONE}|{_VOWEL})\\1+")
_LOOSE = re.compile(f"(?<=[ก-ฮ]) +(?={_TONE}|{_VOWEL})")


@dataclass(frozen=True)
class Mended:
    """A text after mending, and in how many places it was mended."""

    text: str
    count: int


def unshift(text: str) -> Mended:
    """Give private-use codes of Thai fonts and of tick fonts their own letters again."""
    plain, shifted = _PRIVATE.subn(lambda code: code[0].translate(_SHIFTED), text)
    plain, pictures = _PICTURE.subn(lambda code: code[0].translate(_PICTURES), plain)
    return Mended(plain, shifted + pictures)


def reorder(text: str) -> Mended:
    """Put marks of a PDF's text in their one right order: vowel before tone, ำ in one piece, none twice or astray."""
    total = 0
    for pattern, right in (
        (_LOOSE, ""),
        (_SPLIT_AM, r"\1\2ำ"),
        (_TONE_BEHIND_AM, r"\1ำ"),
        (_SWAPPED, r"\2\1"),
        (_TWICE, r"\1"),
    ):
        text, count = pattern.subn(right, text)
        total += count
    return Mended(text, total)
