"""The sections of the form, each read its own way; what a section cannot hold is left over with a problem."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.kinds import Many
from generator.legacy.labels import PLAN_LABELS, hits_at
from generator.legacy.marks import reorder
from generator.legacy.paragraphs import (
    Paragraph,
    begins_paragraph,
    is_blank,
    joined,
    paragraphs,
    point_mark,
    worded_lines,
)
from generator.legacy.sheet import LABEL, ORNAMENT, Span
from generator.parts import Alignment, Definition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.legacy.given import Given
    from generator.legacy.sheet import Sheet

_DIGIT = "[0-9๐-๙]"
# `อ.2/2`, `ย.1.2/3`, `2.1.3`, `KPI 2.1`; a number alone is part of the name.
_CODE = re.compile(
    rf"(?:[ก-ฮ]{{1,4}}\.\s?{_DIGIT}+(?:\s?[./-]\s?{_DIGIT}+)*|[A-Za-z]{{1,6}}[ .-]?{_DIGIT}+(?:[./-]{_DIGIT}+)*"
    rf"|{_DIGIT}+(?:[./-]{_DIGIT}+)+)(?!{_DIGIT})\.?"
)
_MEANS = re.compile(r"\s*หมา?ย(?:ถ[ึิี]?ง|ความว่า)\s*[:：]?\s*")
_LONGEST_TERM = 300
_MOST_ITEMS = Many.most
"""More entries than this no list of a report can hold."""
_TICK = r"[☑☒✓✔✅🗹√\uf0fe\uf0fd\uf052\uf054\uf0fc]|[\[(]\s*[xX/✓✔]\s*[\])]|(?<![\w/])[/xX](?![\w/])"
_BOX = r"[☐□▢❏❑\uf0a8\uf06f\uf0a3]|[\[(]\s*[\])]"
_LEVEL_PART = re.compile(
    rf"(?P<output>ผลผล[ิี]?ต(?:\s*\(\s*Output\s*\))?)|(?P<outcome>ผลล[ัี]?พธ[์]?(?:\s*\(\s*Outcome\s*\))?)"
    rf"|(?P<tick>{_TICK})|(?P<box>{_BOX})",
    re.IGNORECASE,
)


def name_and_code(sheet: Sheet, body: Span) -> tuple[str | None, str | None]:
    """Split what is printed as one: the code of the plan, and the name of the indicator on one line."""
    found = paragraphs(sheet, body)
    if not found:
        return None, None
    start, end = found[0].start, found[-1].words[-1].end
    match = _CODE.match(sheet.text, start, end)
    behind = match.end() if match else start
    words = [Span(max(line.start, behind), line.end) for line in sheet.lines(Span(start, end)) if line.end > behind]
    name = " ".join(sheet.take(span, "name") for span in words) or None
    if match is None or name is None:
        return (sheet.take(Span(start, behind), "code") or None) if match else None, name
    return sheet.take(Span(start, behind), "code"), name


def level(sheet: Sheet, body: Span) -> tuple[str, bool]:
    """Read the ticks beside the words; also say whether the level is only likely, for it stands there alone."""
    parts = list(_LEVEL_PART.finditer(sheet.text, body.start, body.end))
    words = [part for part in parts if part.lastgroup in {"output", "outcome"}]
    ticked = _ticked(parts)
    for part in parts:
        sheet.mark(Span(*part.span()), "level" if part.lastgroup in ticked or part.lastgroup == "tick" else LABEL)
    for line in sheet.lines(body):
        if is_blank(
            "".join(c for at, c in enumerate(sheet.text[line.start : line.end], line.start) if not sheet.uses[at])
        ):
            sheet.mark(line, ORNAMENT)
    if ticked:
        return "-and-".join(sorted(ticked, reverse=True)) if len(ticked) > 1 else next(iter(ticked)), False
    names = {part.lastgroup or "" for part in words}
    if len(names) == 1:
        sheet.uses[words[0].start() : words[0].end()] = ["level"] * len(words[0][0])
        return next(iter(names)), True
    sheet.note(body.start, "level", "form-no-tick")
    return "unknown", False


def _ticked(parts: list[re.Match[str]]) -> set[str]:
    """Give the words with a tick; marks stand before their words unless the first word comes before every mark."""
    kinds = [part.lastgroup or "" for part in parts]
    marks = [at for at, kind in enumerate(kinds) if kind in {"tick", "box"}]
    words = [at for at, kind in enumerate(kinds) if kind in {"output", "outcome"}]
    if not marks or not words:
        return set()
    step = 1 if marks[0] < words[0] else -1
    if step == -1 and len(marks) < len(words):
        return set()  # one mark between two words belongs to either
    near = {at: at + step for at in marks if kinds[at] == "tick"}
    return {
        kinds[other] for other in near.values() if 0 <= other < len(kinds) and kinds[other] in {"output", "outcome"}
    }


def alignment(sheet: Sheet, body: Span, given: Given) -> tuple[Alignment, ...]:
    """Find the parts of the plan by their titles in the plan; others are left over with a problem."""
    found: list[Alignment] = []
    by_title = {spelled_alike(title): entry for entry, title in given.plan}
    for part, span in _plan_parts(sheet, body):
        words = _bare_title(sheet, span)
        if not words:
            continue
        entry = by_title.get(spelled_alike(sheet.text[words.start : words.end]))
        if entry is None or not part or len(found) == _MOST_ITEMS:
            sheet.leave(words, "alignment", "form-plan-entry" if part else "form-left-over")
            continue
        sheet.mark(words, f"alignment[{len(found)}].entry")
        found.append(Alignment(part=part, entry=entry))
    return tuple(found)


def spelled_alike(title: str) -> str:
    """Give a title without white space, and in the one order of its marks: files write ำ in two ways."""
    return "".join(reorder(title).text.split())


def _plan_parts(sheet: Sheet, body: Span) -> Iterator[tuple[str, Span]]:
    """Walk the labels of the plan with what stands behind each, and first what stands before them."""
    hits = [hit for line in sheet.lines(body) for hit in hits_at(sheet, line, PLAN_LABELS)[:1]]
    ends = [*(hit.span.start for hit in hits), body.end]
    yield "", Span(body.start, ends[0])
    for hit, end in zip(hits, ends[1:], strict=True):
        sheet.mark(hit.span, LABEL)
        yield hit.label.key, Span(hit.span.end, end)


def _bare_title(sheet: Sheet, span: Span) -> Span:
    """Take away the ornaments around a title and account for them."""
    text = sheet.text[span.start : span.end]
    stripped = text.strip(" \t\n*:-–—_=.\u00a0")
    begin = span.start + (text.index(stripped) if stripped else len(text))
    for line in (Span(span.start, begin), Span(begin + len(stripped), span.end)):
        sheet.mark(line, ORNAMENT)
    return Span(begin, begin + len(stripped))


def definitions(sheet: Sheet, body: Span) -> tuple[Definition, ...]:
    """Read `term means meaning`, one a line; lines without “means” belong to the meaning before them."""
    found: list[Definition] = []
    for term, lines in _defined(sheet, body):
        if not term or not lines or len(found) == _MOST_ITEMS:
            for line in (*term, *lines):
                sheet.leave(line, "definitions")
            continue
        at = f"definitions[{len(found)}]"
        words = " ".join(sheet.take(span, f"{at}.term") for span in term)
        meaning = sheet.take(lines[0], f"{at}.meaning")
        for line in lines[1:]:
            meaning += ("\n" if begins_paragraph(sheet, line, body) else " ") + sheet.take(line, f"{at}.meaning")
        found.append(Definition(term=words, meaning=meaning))
    return tuple(found)


def _defined(sheet: Sheet, body: Span) -> Iterator[tuple[list[Span], list[Span]]]:
    """Walk the terms with the lines of their meanings; first, without a term, what stands before them."""
    term: list[Span] = []
    lines: list[Span] = []
    for line in worded_lines(sheet, body):
        match = _MEANS.search(sheet.text, line.start, line.end)
        if match is None or match.start() - line.start > _LONGEST_TERM:
            lines.append(line)
            continue
        named = lines.pop() if match.start() == line.start and lines else Span(line.start, match.start())
        mark = point_mark(sheet, named, body)
        before = [Span(_behind(sheet, mark), named.end) if mark else named] if named else []
        if term or lines:
            yield term, lines
        sheet.mark(Span(*match.span()), LABEL)
        term, lines = before, [Span(match.end(), line.end)] if match.end() < line.end else []
    if term or lines:
        yield term, lines


def _behind(sheet: Sheet, mark: Span) -> int:
    """Account for the mark of a point as an ornament, and give where its words begin."""
    sheet.mark(mark, ORNAMENT)
    return mark.end + len(sheet.text[mark.end : mark.end + 9]) - len(sheet.text[mark.end : mark.end + 9].lstrip())


def items(sheet: Sheet, body: Span, field_path: str, leaf: str = "", *, by_line: bool = False) -> list[str]:
    """Read a list: one item a point, with what belongs to it; without points it is one item, or one a line."""
    found = paragraphs(sheet, body)
    if by_line and not any(each.mark for each in found):
        found = [Paragraph(each.mark, (line,)) for each in found for line in each.words]
    groups: list[list[Paragraph]] = []
    dashed = any(each.is_dashed(sheet) for each in found)
    for each in found:
        begins = by_line or (bool(each.mark) and (each.is_dashed(sheet) or not dashed) and not _is_inner(sheet, each))
        if begins or not groups:
            groups.append([each])
        else:
            groups[-1].append(each)
    for span in (span for group in groups[_MOST_ITEMS:] for each in group for span in (each.mark, *each.words)):
        sheet.leave(span, field_path)
    kept = enumerate(groups[:_MOST_ITEMS])
    return [_item(sheet, group, f"{field_path}[{index}]{leaf}") for index, group in kept]


def _is_inner(sheet: Sheet, paragraph: Paragraph) -> bool:
    """Say whether a mark is one of a point within a point, such as `2.1`."""
    return re.search(r"[0-9๐-๙]\.[0-9๐-๙]", sheet.words(paragraph.mark)) is not None


def _item(sheet: Sheet, group: list[Paragraph], field_path: str) -> str:
    texts = [joined(sheet, each, field_path, with_mark=index > 0) for index, each in enumerate(group)]
    return "\n".join(texts)


def signature(sheet: Sheet, body: Span, field_path: str) -> str | None:
    """Read a name or position between dots and brackets; the words of the form beside it are no part of it."""
    for match in re.finditer(r"\(\s*ผู้รับผิดชอบ[^()\n]{0,40}\)", sheet.text[body.start : body.end]):
        sheet.mark(Span(body.start + match.start(), body.start + match.end()), LABEL)
    words: list[str] = []
    for line in sheet.lines(body):
        gaps = [part for gap in sheet.unused(line) for part in _between_dots(sheet, gap)]
        if gaps and not words:
            words = [sheet.take(part, field_path) for part in gaps]
    return " ".join(words) or None


def _between_dots(sheet: Sheet, gap: Span) -> Iterator[Span]:
    """Walk what stands between rows of dots and account for the dots and for brackets around all of it."""
    at = gap.start
    for part in re.finditer(r"(?:[^.…_]|(?<![.…])\.(?![.…]))+", sheet.text[gap.start : gap.end]):
        sheet.mark(Span(at, gap.start + part.start()), ORNAMENT)
        at = gap.start + part.end()
        span = _bare_title(sheet, Span(gap.start + part.start(), at))
        if sheet.text[span.start : span.start + 1] == "(" and sheet.text[span.end - 1 : span.end] == ")":
            sheet.mark(Span(span.start, span.start + 1), ORNAMENT)
            sheet.mark(Span(span.end - 1, span.end), ORNAMENT)
            span = Span(span.start + 1, span.end - 1)
        if span:
            yield span
    sheet.mark(Span(at, gap.end), ORNAMENT)
