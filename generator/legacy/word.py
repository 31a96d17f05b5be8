"""The text of a DOCX -> its lines: paragraphs and tables in the order of the document, with its marks of lists."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.legacy.pages import MOST_CHARACTERS, Pages, Unreadable, library

_KIND = "DOCX"
_MOST_UNPACKED = 256 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BLOCKS = {f"{_W}{name}" for name in ("tbl", "tr", "tc", "sdt", "sdtContent", "customXml", "ins", "smartTag", "body")}
_APART = {f"{_W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "txbxContent")} | {_FALLBACK}
"""What a paragraph holds that is no text of its own: what was deleted, and boxes that are paragraphs themselves."""
_LETTERS = {f"{_W}tab": "\t", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": "\t"}
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_COUNTED = {"decimal", "decimalZero", "thaiNumbers", "thaiCounting"}


def read_docx(content: bytes) -> Pages:
    """Read all text of a document; raises Unreadable where damage, a password or size stands in the way."""
    docx = library("docx", _KIND)
    try:
        _check_size(content)
        document = docx.Document(io.BytesIO(content))
        lines = [*_document_lines(document)]
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 — whatever the library trips over, the file is not a document that can be read
        raise Unreadable("source-broken", kind=_KIND) from None
    if sum(map(len, lines)) > MOST_CHARACTERS:
        raise Unreadable("source-long", size=sum(map(len, lines)), most=MOST_CHARACTERS)
    return _paged(lines)


def _check_size(content: bytes) -> None:
    """Refuse an archive that would fill the memory before anything of it is unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
    if unpacked > _MOST_UNPACKED:
        raise Unreadable("source-size", size=unpacked, most=_MOST_UNPACKED)


def _document_lines(document: Any) -> Iterator[str]:
    """Give page headers, then the body, then page footers: each may hold a part of the form."""
    numbering = _Numbering(_levels(document), _styles(document))
    sections = list(document.sections)[:1]
    for section in sections:
        yield from (line for line in _lines(section.header._element, numbering) if line.strip())  # noqa: SLF001
    yield from _lines(document.element.body, numbering)
    for section in sections:
        yield from (line for line in _lines(section.footer._element, numbering) if line.strip())  # noqa: SLF001


def _lines(block: Any, numbering: _Numbering) -> Iterator[str]:
    """Give the lines of a block and of the blocks in it."""
    for child in block:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, numbering)
        elif child.tag in _BLOCKS:
            yield from _lines(child, numbering)


def _paragraph(paragraph: Any, numbering: _Numbering) -> Iterator[str]:
    words = numbering.mark(paragraph) + "".join(_words(paragraph))
    yield from words.split("\n")
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield from _lines(box, numbering)


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _APART:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}br":
            yield "\n\f" if child.get(f"{_W}type") == "page" else "\n"
        elif child.tag == f"{_W}sym":
            yield _symbol(child)
        elif child.tag == f"{_W}checkBox":
            yield "☑" if _is_ticked(child) else "☐"
        elif child.tag in _LETTERS:
            yield _LETTERS[child.tag]
        else:
            yield from _words(child)


def _symbol(element: Any) -> str:
    """Give a letter chosen from a picture font by its private-use code, which `marks` turns into a tick or bullet."""
    return chr(int(element.get(f"{_W}char"), 16))


def _is_ticked(box: Any) -> bool:
    states = {child.tag: child.get(f"{_W}val", "1") for child in box}
    state = states.get(f"{_W}checked", states.get(f"{_W}default", "0"))
    return state in {"1", "true", "on"}


@dataclass(frozen=True)
class _Level:
    """How one level of a list is marked: the kind of its numbers, its pattern such as `%1.%2`, its first number."""

    kind: str
    pattern: str
    start: int


@dataclass
class _Numbering:
    """Counts the points of automatic lists, whose marks are nowhere in the text."""

    levels: dict[tuple[str, int], _Level]
    styles: dict[str, Any]
    """The numbering that a paragraph has by its style."""
    counts: Counter[tuple[str, int]] = field(default_factory=Counter)

    def mark(self, paragraph: Any) -> str:
        """Give the mark of a paragraph and a space, or nothing where it belongs to no list."""
        found = paragraph.find(f"{_W}pPr/{_W}numPr")
        if found is None:
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            found = None if style is None else self.styles.get(style.get(f"{_W}val"))
        if found is None:
            return ""
        number, depth = _value(found, "numId"), int(_value(found, "ilvl") or "0")
        level = self.levels.get((number, depth))
        if level is None:
            return ""
        if level.kind not in _COUNTED:
            return "- "
        self.counts[number, depth] += 1
        for deeper in [key for key in self.counts if key[0] == number and key[1] > depth]:
            del self.counts[deeper]
        return self._filled(number, level) + " "

    def _filled(self, number: str, level: _Level) -> str:
        text = level.pattern
        for depth in range(9):
            of_depth = self.levels.get((number, depth))
            count = max(self.counts[number, depth], 1) + (of_depth.start if of_depth else 1) - 1
            text = text.replace(f"%{depth + 1}", str(count))
        return text.translate(_THAI_DIGITS) if level.kind.startswith("thai") else text


def _levels(document: Any) -> dict[tuple[str, int], _Level]:
    """Read how the lists of a document are numbered; by number of the list and depth, which counts from 0."""
    if not any(part.partname.endswith("/numbering.xml") for part in document.part.package.iter_parts()):
        return {}
    numbering = document.part.numbering_part.element
    shapes = {
        shape.get(f"{_W}abstractNumId"): [*shape.iterfind(f"{_W}lvl")]
        for shape in numbering.iterfind(f"{_W}abstractNum")
    }
    return {
        (number.get(f"{_W}numId"), int(level.get(f"{_W}ilvl"))): _Level(
            _value(level, "numFmt"), _value(level, "lvlText"), int(_value(level, "start") or "1")
        )
        for number in numbering.iterfind(f"{_W}num")
        for level in shapes.get(_value(number, "abstractNumId"), ())
    }


def _styles(document: Any) -> dict[str, Any]:
    """Give the numbering of the styles that have one."""
    found = ((style.style_id, style.element.find(f"{_W}pPr/{_W}numPr")) for style in document.styles)
    return {name: numbering for name, numbering in found if numbering is not None}


def _value(element: Any, name: str) -> str:
    """Give the value of a named part, or nothing where it is not there."""
    found = element.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val") or ""


def _paged(lines: Iterable[str]) -> Pages:
    pages: Pages = [[]]
    for line in lines:
        if line.startswith("\f"):
            pages.append([])
        pages[-1].append(line.removeprefix("\f"))
    return pages
