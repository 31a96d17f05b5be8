"""Which pieces of a text the index lists: a few letters from wherever a reader could begin to type.

A piece is four letters; where many reports hold those, it goes on until few do, or for seven letters. So no piece
begins another, and what stands side by side in few reports is found in few lists. No dictionary decides where words
begin, so that no word is unknown. A piece keeps its tone marks but does not count them: the browser tells exact from
near matches by the piece alone. Letters are bytes here, Thai as in TIS-620; the few letters that it lacks share what
bytes are left, because every match is read again in the text before it is shown.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress, count

from generator.search.normal_form import mend, squeeze

END = 0x0A
LENGTH = 4
MOST = 7
OFTEN, LONG_OFTEN = 8, 5
"""Pieces are made longer where one in so many reports holds them: those of four letters, and longer ones."""
SHORTEST, LONGEST = 5, 8
USUAL, FEWEST, WORDS = 32, 16, 16
"""Letters of a usual word; that one text in so many holds it, and how many at least; words kept for each text."""
_FREE = bytes((*range(0x80, 0xA1), *range(0xDB, 0xDF), *range(0xFC, 0x100)))
_TONES = bytes(range(0xE7, 0xEF))
_IS_LETTER = bytes(code not in _TONES for code in range(256))
_MORE_TONES = re.compile(b"(?<=[\xe7-\xee]{2})[\xe7-\xee]+")
_BREAK = re.compile("\n+")
_GAP = "\n" * (LENGTH - 1)
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
    """Give clean lines of text in normal form, with marks of their ends; of tone marks on a letter, two at most."""
    return _MORE_TONES.sub(b"", letters(_BREAK.sub(_GAP, squeeze(mend("\n".join(lines))) + "\n")))


def common_pieces(texts: Sequence[bytes]) -> frozenset[bytes]:
    """Give the bare beginnings of pieces that many of the texts hold: those to be made longer."""
    common: frozenset[bytes] = frozenset()
    plain = [bare(text) for text in texts]
    for length in range(LENGTH, MOST):
        counted = Counter(piece for text in plain for piece in {p for p in pieces(text, common) if len(p) == length})
        most = len(texts) / (OFTEN if length == LENGTH else LONG_OFTEN)
        found = {piece for piece, held in counted.items() if held > most and piece[-1] != END}
        if not found:
            break
        common |= found
    return common


def usual_words(texts: Sequence[bytes]) -> list[bytes]:
    """Give what stands in many of the texts and goes on there in many ways, as words do: bare, five to eight letters.

    The browser looks there for what was meant by a word that no text holds.
    """
    plain = [bare(text) for text in texts]
    starts = [[*compress(count(), _starts(text))] for text in plain]
    least = max(len(texts) / USUAL, FEWEST)
    found: list[tuple[int, bytes]] = []
    before: dict[bytes, int] = {}
    for length in range(SHORTEST, LONGEST + 2):
        held = _held(plain, starts, length)
        most: dict[bytes, int] = {}
        for piece, number in held.items():
            most[piece[:-1]] = max(number, most.get(piece[:-1], 0))
        found += [
            (-number, piece) for piece, number in before.items() if length > LONGEST or most.get(piece, 0) < number / 2
        ]
        before = {piece: number for piece, number in held.items() if number > least}
        starts = [
            [at for at in places if text[at : at + length] in before]
            for text, places in zip(plain, starts, strict=True)
        ]  # what few texts hold is held by no more of them when it is longer
    return sorted(piece for _, piece in sorted(found)[: WORDS * len(texts)])


def _held(texts: Sequence[bytes], starts: Sequence[Sequence[int]], length: int) -> Counter[bytes]:
    """Count the texts that hold each run of letters from the places given."""
    runs: Counter[bytes] = Counter()
    for text, places in zip(texts, starts, strict=True):
        runs.update(run for run in {text[at : at + length] for at in places} if END not in run)
    return runs


def pieces(text: bytes, common: frozenset[bytes] = frozenset()) -> set[bytes]:
    """Give the pieces of a text; `common` are the bare beginnings that are made longer. None reaches past a line."""
    plain = bare(text)
    begins = [*compress(count(), text.translate(_IS_LETTER)), len(text)]
    starts = [*compress(count(), _starts(plain))]
    longer = [plain[at : at + LENGTH] in common for at in starts]
    found = {text[begins[at] : begins[at + LENGTH]] for at, more in zip(starts, longer, strict=True) if not more}
    for at in compress(starts, longer):
        end = at + LENGTH + 1
        while plain[at:end] in common:
            end += 1
        found.add(text[begins[at] : begins[end]])
    return found


def _starts(plain: bytes) -> bytes:
    """Give a byte for every letter: 1 where a piece begins."""
    may = int.from_bytes(plain.translate(_STARTS), "big")
    led = int.from_bytes(plain.translate(_LEADING), "big") >> 8
    return (may & ~led).to_bytes(len(plain), "big")
