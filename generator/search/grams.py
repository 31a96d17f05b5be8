"""Which pieces of a text the index lists: four letters from wherever a reader could begin to type.

No dictionary decides where words begin, so that no word is unknown. A piece keeps its tone marks but does not count
them: the browser tells exact from near matches by the piece alone. Letters are bytes here, Thai as in TIS-620; the few
letters that it lacks share what bytes are left, because every match is read again in the text before it is shown.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from generator.search.normal_form import mend, squeeze

END = 0x0A
LENGTH = 4
LONG = 6
"""A piece that many reports hold is also listed with the two letters after it."""
_GAP = "\n" * (LENGTH - 1)
_FREE = bytes((*range(0x80, 0xA1), *range(0xDB, 0xDF), *range(0xFC, 0x100)))
_TONES = bytes(range(0xE7, 0xEF))
_LETTER = re.compile(b"[^\xe7-\xee][\xe7-\xee]*+")
_AFTER = b"\n" * LONG
_BREAK = re.compile("\n+")
# Nobody begins to type at a vowel that hangs on the letter before, at the mark of repetition, or at a slash; nor at the
# consonant that belongs to a leading vowel.
_NO_START = frozenset((END, 0x2F, *range(0xD0, 0xDB), 0xE6))
_STARTS = bytes(code not in _NO_START for code in range(256))
_LEADING = bytes(code in range(0xE0, 0xE5) for code in range(256))


def _share(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    foreign = error.object[error.start : error.end]
    return bytes(_FREE[ord(letter) % len(_FREE)] for letter in foreign), error.end


codecs.register_error("prongsai-share", _share)


def letters(squeezed: str) -> bytes:
    """Give a squeezed text as the bytes of the index."""
    return squeezed.encode("tis-620", "prongsai-share")


def bare(piece: bytes) -> bytes:
    """Drop the tone marks."""
    return piece.translate(None, _TONES)


def text_of(lines: Iterable[str]) -> bytes:
    """Give clean lines of text in normal form, with marks of their ends that no piece bridges."""
    return letters(_BREAK.sub(_GAP, squeeze(mend("\n".join(lines)))) + _GAP)


def common_pieces(texts: Sequence[bytes], most: float) -> frozenset[bytes]:
    """Give the bare pieces that more than `most` of the texts hold."""
    counts = Counter(piece for text in texts for piece in set(_pieces(bare(text), LENGTH)))
    return frozenset(piece for piece, count in counts.items() if count > most)


def pieces(text: bytes, common: frozenset[bytes] = frozenset()) -> set[bytes]:
    """Give the pieces that the index lists; the bare ones in `common` also with the letters after them."""
    found = set(_pieces(text, LENGTH))
    if common:
        plain = _pieces(bare(text), LENGTH)
        found.update([long for short, long in zip(plain, _pieces(text, LONG), strict=True) if short in common])
    return found


def _pieces(text: bytes, length: int) -> Iterator[bytes]:
    found = _LETTER.findall(text + _AFTER)
    later = (found[offset:] for offset in range(length))
    return map(b"".join, compress(zip(*later, strict=False), _starts(bare(text))))


def _starts(plain: bytes) -> bytes:
    """Give a byte for every letter: 1 where a piece begins."""
    may = int.from_bytes(plain.translate(_STARTS), "big")
    led = int.from_bytes(plain.translate(_LEADING), "big") >> 8
    return (may & ~led).to_bytes(len(plain), "big")
