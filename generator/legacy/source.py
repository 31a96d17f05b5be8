"""The bytes of a file that someone has -> the lines of text in it, whatever program wrote them.

What a reader had to do to get at the text is told as problems of the source: nothing is converted in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.legacy.charset import decode, pages_of
from generator.legacy.marks import Mended, reorder, unshift
from generator.legacy.pages import MOST_BYTES, MOST_CHARACTERS, Pages, Unreadable
from generator.legacy.pdf import read_pdf
from generator.legacy.word import read_docx
from generator.parse import FORBIDDEN
from generator.problems import Findings, Known, Problem


@dataclass(frozen=True)
class Line:
    """One line of a file without its line end; `number` counts from 1 over the whole file, `page` from 1."""

    text: str
    number: int
    page: int = 1


@dataclass(frozen=True)
class Source:
    """The lines of one file and what had to be done to get at them; without lines where it cannot be read."""

    path: str
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()


_BEGINNINGS = (
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_TEXT, _PDF, _DOCX = "text", "PDF", "DOCX"
_HEAD = 1024
"""A PDF may have other bytes before its mark, but no more than so many."""
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def open_source(path: str, content: bytes) -> Source:
    """Read the text of a file by what it holds, not by its name.

    A file that cannot be read gives a Source without lines and with an error; nothing is raised.
    """
    findings = Findings(path)
    try:
        pages = _pages(content, findings)
    except Unreadable as bad:
        line = bad.params.pop("line", 1)
        findings.note((line if isinstance(line, int) else 1, 1), "", bad.code, **bad.params)
        return Source(path, (), findings.all())
    return Source(path, _numbered(pages), findings.all())


def kind_of(content: bytes) -> str:
    """Name the kind of a file by its first bytes: `text`, `PDF`, `DOCX`, or another that cannot be read."""
    if b"%PDF-" in content[:_HEAD]:
        return _PDF
    kind = next((kind for mark, kind in _BEGINNINGS if content.startswith(mark)), _TEXT)
    if kind == "zip":
        return _DOCX if b"word/document.xml" in content else "ODT" if b"opendocument.text" in content else "ZIP"
    return kind


def _pages(content: bytes, findings: Findings) -> Pages:
    if len(content) > MOST_BYTES:
        raise Unreadable("source-size", size=len(content), most=MOST_BYTES)
    kind = kind_of(content)
    if kind == "DOC" and _LOCKED_OFFICE in content:
        raise Unreadable("source-locked", kind=_DOCX)
    readers = {_TEXT: _read_text, _PDF: _read_pdf, _DOCX: _read_docx}
    if kind not in readers:
        raise Unreadable("source-kind", found=Known(kind))
    pages = readers[kind](content, findings)
    if not any(line.strip() for page in pages for line in page):
        raise Unreadable("source-empty")
    return pages


def _read_text(content: bytes, findings: Findings) -> Pages:
    decoded = decode(content)
    if _NOT_TEXT.search(decoded.text[:_HEAD]):
        raise Unreadable("source-kind", found=Known("?"))
    if len(decoded.text) > MOST_CHARACTERS:
        raise Unreadable("source-long", size=len(decoded.text), most=MOST_CHARACTERS)
    if decoded.charset:
        findings.note((1, 1), "", "source-charset", charset=Known(decoded.charset))
    return _cleared(_mended(pages_of(decoded.text), unshift, "source-shifted", findings), findings)


def _read_docx(content: bytes, findings: Findings) -> Pages:
    return _cleared(_mended(read_docx(content), unshift, "source-shifted", findings), findings)


def _read_pdf(content: bytes, findings: Findings) -> Pages:
    found = read_pdf(content)
    if found.pictures and not any(line.strip() for page in found.pages for line in page):
        raise Unreadable("source-scanned")
    starts = [1 + sum(map(len, found.pages[:number])) for number in range(len(found.pages))]
    for number in found.pictures:
        findings.note((starts[number - 1], 1), "", "source-page-scanned", page=number)
    if found.unmapped:
        findings.note((1, 1), "", "source-unmapped", count=found.unmapped)
    pages = _mended(found.pages, unshift, "source-shifted", findings)
    return _cleared(_mended(pages, reorder, "source-marks", findings), findings)


def _mended(pages: Pages, mend: Callable[[str], Mended], code: str, findings: Findings) -> Pages:
    """Mend every line; how often, and where first, is told once."""
    made = [[mend(line) for line in page] for page in pages]
    counts = [each.count for page in made for each in page]
    if any(counts):
        first = next(number for number, count in enumerate(counts, 1) if count)
        findings.note((first, 1), "", code, count=sum(counts))
    return [[each.text for each in page] for page in made]


def _cleared(pages: Pages, findings: Findings) -> Pages:
    """Leave out characters that no record may hold; each kind is told once a line."""
    number = 0
    cleared: Pages = []
    for page in pages:
        cleared.append([])
        for line in page:
            number += 1
            for bad in sorted(set(FORBIDDEN.findall(line))):
                findings.note((number, line.index(bad) + 1), "", "source-character", value=Known(f"U+{ord(bad):04X}"))
            cleared[-1].append(FORBIDDEN.sub("", line))
    return cleared


def _numbered(pages: Pages) -> tuple[Line, ...]:
    lines = [(text, page) for page, texts in enumerate(pages, 1) for text in texts]
    return tuple(Line(text, number, page) for number, (text, page) in enumerate(lines, 1))
