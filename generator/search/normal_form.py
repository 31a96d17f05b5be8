"""The normal form in which texts and queries meet; docs/assets/search/normal-form.js has the same.

Three steps, each coarser: `fold` mends what looks the same but is spelled differently, `squeeze` drops what people
leave out or put in at will (spaces, dashes, dots, quotation marks), `bare` also drops the tone marks.
tests/search/cases.json holds cases that both run.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_SPACE = re.compile("[\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
# Browsers count characters beyond the first 65,536 as two: here and there they become one of the private ones.
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_SARA_AM = re.compile(f"([{_MARK}]*?)\u0e4d([{_MARK}]*)\u0e32")
_AFTER_SARA_AM = re.compile(f"\u0e33([{_MARK}\u0e33]+)")
_MARKS = re.compile(f"[{_MARK}]{{2,}}")
_VOWELS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a")
_PLAIN = {code: chr(code).lower() for code in range(0x530) if len(chr(code).lower()) == 1} | {
    **{0x0E50 + digit: str(digit) for digit in range(10)},
    0x0E45: "\u0e32",
}
# Punctuation and symbols, except the slash of codes and letter numbers.
_LEFT_OUT = re.compile(
    "[\\x00-\\x09\\x0b-\\x2e\\x3a-\\x40\\x5b-\\x60\\x7b-\\xbf\xd7\xf7\u02b9-\u02ff\u0e2f\u0e3f\u0e4f\u0e5a\u0e5b"
    "\u1680\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f\ufe00-\ufe6f\ufeff\ufff9-\uffff]+"
)
_TONE = re.compile("[\u0e47-\u0e4e]+")
_ERA = 543
_YEAR = re.compile(r"(?<![0-9/.,])(?:19|20|24|25)[0-9]{2}(?![0-9/]|[.,][0-9])")
_FIRST_BUDDHIST = 2400


def clean(text: str) -> str:
    """Give the text as it is shown: composed, without invisible characters, every white space a space."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def fold(text: str) -> str:
    """Give one spelling for what reads the same: digits, case, ำ, แ, order of marks, doubled marks."""
    return mend(clean(text))


def mend(cleaned: str) -> str:
    """Fold a text that is clean already."""
    plain = _ASTRAL.sub(lambda m: chr(0xE000 + (ord(m[0]) & 0xFFF)), cleaned).translate(_PLAIN)
    plain = _SARA_AM.sub("\\1\\2\u0e33", plain.replace("\u0e40\u0e40", "\u0e41"))
    plain = _AFTER_SARA_AM.sub(lambda m: m[1].replace("\u0e33", "") + "\u0e33", plain)
    return _MARKS.sub(_in_order, plain)


def squeeze(folded: str) -> str:
    """Drop spaces and punctuation from a folded text; ends of lines stay."""
    return _LEFT_OUT.sub("", folded)


def bare(squeezed: str) -> str:
    """Drop the tone marks, too, and the other marks that are often left out."""
    return _TONE.sub("", squeezed)


def other_era(folded: str) -> str:
    """Give the same words with every year said in the other era: 2564 for 2021, 2021 for 2564."""
    return _YEAR.sub(_converted, folded)


def _converted(match: re.Match[str]) -> str:
    year = int(match[0])
    return str(year - _ERA if year >= _FIRST_BUDDHIST else year + _ERA)


def _in_order(match: re.Match[str]) -> str:
    """Put vowels before tones and drop what stands twice."""
    ordered = sorted(match[0], key=lambda mark: mark not in _VOWELS)
    return "".join(mark for index, mark in enumerate(ordered) if index == 0 or ordered[index - 1] != mark)
