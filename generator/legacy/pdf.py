"""The text layer of a PDF -> its pages, read with PDFium and put right where the places of the letters prove it.

Programs that draw a Thai syllable in several pieces write its letters once for each piece, and PDFium then tells them
twice, or sees a gap within a word. Both show in the places: what is told twice overlaps, and a gap holds no ink.
"""

from __future__ import annotations

import ctypes
import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from generator.legacy.pages import MOST_CHARACTERS, Pages, Unreadable, library

MOST_PAGES = 3_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_LEAST_GAP = 0.2
"""What part of the letters' height a gap must have to be a space; the widest gap between two letters is half of it."""
_SURE_GAP = 0.28
_NEAR = 0.6
_REMEMBERED = 12
_SMALL = 0.8
_SYLLABLE = re.compile(r"\w[\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]+.*")
_LOST = "\N{REPLACEMENT CHARACTER}"
_HYPHENS = (0x02, 0xFFFE)
"""What PDFium makes of a hyphen at the end of a line; in Thai texts it belongs to a number or a date."""
_KIND = "PDF"


@dataclass
class Run:
    """Letters that one drawing command tells; left and right edge of the ink and height of the letters in points."""

    text: str
    left: float
    right: float
    base: float
    height: float
    generated: bool
    key: int


@dataclass(frozen=True)
class Read:
    """The pages of a PDF; numbers of pages that are a picture without text; how many letters have no known code."""

    pages: Pages
    pictures: tuple[int, ...]
    unmapped: int


class _Ink:
    """What is drawn on the lines of a page, from left to right; a space is drawn, too, as a box without any size."""

    def __init__(self, boxes: list[tuple[float, float, float, float]]) -> None:
        """Take the boxes (left, bottom, right, top) of all that is drawn, in points."""
        self.boxes = sorted(boxes)
        self.lines: dict[tuple[float, float], list[tuple[float, float]]] = {}

    def has_gap(self, left: float, right: float, line: tuple[float, float], least: float) -> bool:
        """Say whether between two edges there is a space drawn, or a stretch without ink of `least` points."""
        edge = left
        for begin, end in self._on(line):
            if begin >= right + _NEAR:
                break
            if begin == end:
                if begin >= left - _NEAR:
                    return True
            elif end > edge:
                if begin - edge >= least:
                    return True
                edge = end
        return right - edge >= least

    def has_space(self, left: float, line: tuple[float, float]) -> bool:
        """Say whether a space is drawn right behind an edge."""
        near = (begin == end for begin, end in self._on(line) if left - _NEAR <= begin <= left + line[1] / 2)
        return next(near, False)

    def _on(self, line: tuple[float, float]) -> list[tuple[float, float]]:
        """Give the edges of what stands on a line, given by its base and the height of its letters."""
        if line not in self.lines:
            base, top = line[0], line[0] + line[1] * 0.6
            self.lines[line] = [(box[0], box[2]) for box in self.boxes if box[1] < top and box[3] >= base - _NEAR]
        return self.lines[line]


def read_pdf(content: bytes) -> Read:
    """Read the text layer; raises Unreadable where a password, damage or size stands in the way."""
    pdfium, raw = library("pypdfium2", _KIND), library("pypdfium2.raw", _KIND)
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as bad:
        locked = raw.FPDF_GetLastError() == _PASSWORD or "password" in str(bad).lower()
        raise Unreadable("source-locked" if locked else "source-broken", kind=_KIND) from None
    try:
        return _read(document, raw)
    except pdfium.PdfiumError:
        raise Unreadable("source-broken", kind=_KIND) from None
    finally:
        document.close()


def _read(document: Any, raw: Any) -> Read:
    if len(document) > MOST_PAGES:
        raise Unreadable("source-long", size=len(document), most=MOST_PAGES)
    pages: list[list[_Started]] = []
    pictures, unmapped, characters = [], 0, 0
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MOST_CHARACTERS:
            raise Unreadable("source-long", size=characters, most=MOST_CHARACTERS)
        runs = [*_runs(text, raw)]
        if not any(run.text.strip() for run in runs) and any(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])):
            pictures.append(number)
        ink = _Ink([each.get_bounds() for each in page.get_objects([raw.FPDF_PAGEOBJ_TEXT])])
        pages.append(_lines(_spaced(_told_once(runs), ink)))
        unmapped += sum(run.text.count(_LOST) for run in runs)
        text.close()
        page.close()
    return Read(_indented(pages), tuple(pictures), unmapped)


def _runs(text: Any, raw: Any) -> Iterator[Run]:
    """Give the letters of a page by drawing command, in the order in which PDFium tells them."""
    left, right, bottom, top, across, base = (ctypes.c_double() for _ in range(6))
    current: Run | None = None
    for i in range(text.count_chars()):
        raw.FPDFText_GetCharBox(text, i, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(text, i, across, base)
        generated = raw.FPDFText_IsGenerated(text, i) == 1
        drawn = raw.FPDFText_GetTextObject(text, i)
        key = ctypes.addressof(drawn.contents) if drawn else 0
        letter = _letter(text, i, raw)
        if current and current.key == key and not generated and not current.generated:
            current.text += letter
            current.left, current.right = min(current.left, left.value), max(current.right, right.value)
            continue
        if current:
            yield current
        height = raw.FPDFText_GetFontSize(text, i)
        current = Run(letter, left.value, right.value, base.value, height, generated, key)
    if current:
        yield current


def _letter(text: Any, index: int, raw: Any) -> str:
    """Give the letter, or � for one that the PDF has no code for."""
    code = raw.FPDFText_GetUnicode(text, index)
    if code in _HYPHENS:
        return "-"
    return _LOST if code == 0 or raw.FPDFText_HasUnicodeMapError(text, index) == 1 else chr(code)


def _told_once(runs: list[Run]) -> Iterator[Run]:
    """Leave out what is told again of a syllable that is drawn in pieces: the same letters in the same place."""
    recent: list[Run] = []
    for run in runs:
        again = next((each for each in recent if _overlaps(each, run)), None)
        if again:
            again.right = max(again.right, run.right)
            continue
        if not run.generated:
            recent = [run, *recent[: _REMEMBERED - 1]]
        yield run


def _overlaps(first: Run, second: Run) -> bool:
    if second.generated or first.text != second.text or abs(first.base - second.base) >= 1:
        return False
    if not _SYLLABLE.fullmatch(first.text):  # two slashes may overlap, too
        return False
    shared = min(first.right, second.right) - max(first.left, second.left)
    narrow = min(first.right - first.left, second.right - second.left)
    return shared > (0 if second.left >= first.left else narrow / 2)


def _spaced(runs: Iterator[Run], ink: _Ink) -> Iterator[Run]:
    """Let the paper decide where a space is: PDFium supposes some within syllables and swallows others behind them."""
    before: Run | None = None
    supposed = False
    for run in runs:
        if run.generated and not run.text.strip():
            supposed = True
            continue
        if before and not _on_one_line(before, run):
            if not before.text[-1:].isspace() and ink.has_space(before.right, (before.base, before.height)):
                yield dataclasses.replace(before, text=" ")
            yield dataclasses.replace(run, text="\n")
        elif before and _parted(before, run, ink, _LEAST_GAP if supposed else _SURE_GAP):
            yield dataclasses.replace(run, text=" ")
        supposed = False
        yield run
        before = run


def _on_one_line(before: Run, after: Run) -> bool:
    """Say whether the second run goes on where the first ends: neither below it nor back to its left."""
    return abs(before.base - after.base) <= before.height / 2 and after.left > before.left - before.height / 2


def _parted(before: Run, after: Run, ink: _Ink, least: float) -> bool:
    """Say whether two runs on one line stand `least` letter heights apart, and neither has the space already."""
    if before.text[-1:].isspace() or after.text[:1].isspace():
        return False
    line = before.base, before.height
    return ink.has_gap(before.right, after.left, line, least * before.height)


@dataclass(frozen=True)
class _Started:
    """A line, where on the page it begins, and how high its letters are, in points."""

    text: str
    start: float
    height: float


def _lines(runs: Iterator[Run]) -> list[_Started]:
    lines, words, first = [], "", None
    for run in runs:
        if run.text == "\n":
            lines.append(_started(words, first))
            words, first = "", None
            continue
        first = first or run
        words += run.text
    return [*lines, _started(words, first)]


def _started(words: str, first: Run | None) -> _Started:
    return _Started(words, first.left, first.height) if first else _Started(words, 0, 0)


def _indented(pages: list[list[_Started]]) -> Pages:
    """Give the texts of lines; one that begins right of the left edge, as wrapped lines may, gets a tab before it.

    Small letters, as browsers print them into the margins, do not show where the edge is.
    """
    worded = [line for page in pages for line in page if line.text.strip()]
    usual = max(Counter(line.height for line in worded).items(), key=itemgetter(1), default=(0, 0))[0]
    starts = Counter(round(line.start) for line in worded if line.height > usual * _SMALL)
    shared = [start for start, count in starts.items() if count + starts[start - 1] + starts[start + 1] > 1]
    edge = min(shared or starts, default=0)
    return [["\t" + line.text if line.start > edge + line.height / 2 else line.text for line in page] for page in pages]
