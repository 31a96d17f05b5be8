"""A file that holds exported forms among old ones -> its parts, so that each form is read in its own way."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from generator.legacy.chain import find_reports
from generator.legacy.exported import REST, is_position, is_record_line, is_text, is_title
from generator.legacy.header import mark_page_headers
from generator.legacy.sheet import PAGE_HEADER, lay_out

if TYPE_CHECKING:
    from generator.legacy.source import Source


def parted(source: Source) -> list[Source]:
    """Part a source before and behind its exported forms; what holds no form stays with the form beside it."""
    begins = _begins([line.text for line in source.lines])
    if not begins:
        return [source]
    ends = [_end(_part(source, *each)) + each[0] for each in zip(begins, [*begins[1:], None], strict=True)]
    starts = sorted({*begins, *ends} - {len(source.lines)})
    if _first_label(_part(source, 0, begins[0])):
        starts = [0, *starts]
    starts[0] = 0
    return [_part(source, *each) for each in zip(starts, [*starts[1:], None], strict=True)]


def _part(source: Source, start: int, end: int | None) -> Source:
    return dataclasses.replace(source, lines=source.lines[start:end])


def _begins(lines: list[str]) -> list[int]:
    """Give where exported forms begin: with their title, or with the record line where that was lost."""
    found = []
    before = -1
    for index, line in enumerate(lines):
        if is_record_line(line):
            titled = before >= 0 and is_title("".join(each.removeprefix(REST) for each in lines[before:index]))
            found.append(before if titled else index)
        if line.strip() and not line.startswith(REST):
            before = index
    return found


def _end(part: Source) -> int:
    """Give where the exported form ends with which a part begins: before an old form, or where the part ends.

    An old form has a title that is not marked as text, or stands behind the signature.
    """
    lines = [line.text for line in part.lines]
    own = next(index for index, line in enumerate(lines) if is_record_line(line))
    foreign = [index for index, line in enumerate(lines) if index > own and line.strip() and not is_text(line)]
    headers = _headers(part)
    titles = [index for index in foreign if index in headers]
    signed = next((index for index in foreign if is_position(lines[index])), len(lines))
    for index in [*titles[:1], *[index for index in foreign if index > signed][:1]]:
        if _first_label(_part(part, index, None)) == "name":
            return index
    return len(lines)


def _headers(part: Source) -> set[int]:
    """Give the lines that belong to a page header."""
    sheet = lay_out(part)
    mark_page_headers(sheet)
    bounds = zip(sheet.starts, [*sheet.starts[1:], len(sheet.text)], strict=True)
    return {index for index, (start, end) in enumerate(bounds) if PAGE_HEADER in sheet.uses[start:end]}


def _first_label(part: Source) -> str | None:
    """Give with which field the first old form of a part begins; None where there is none."""
    sheet = lay_out(part)
    mark_page_headers(sheet)
    return next((report.sections[0].key for report in find_reports(sheet)), None)
