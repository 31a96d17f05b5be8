"""The reports in a source -> drafts: each section of the form read its own way, and the account of all characters."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Any

from generator.blankform import NAME
from generator.fields import filled
from generator.kinds import Group, Refusal
from generator.legacy import sections
from generator.legacy.chain import Printed, find_reports
from generator.legacy.damage import note_damage
from generator.legacy.exported import Exported, exported_values, find_exported
from generator.legacy.found import with_suggestions
from generator.legacy.given import Given
from generator.legacy.header import mark_browser_lines, mark_page_headers
from generator.legacy.identity import identify
from generator.legacy.labels import LABELS
from generator.legacy.numbers import Amount, amount
from generator.legacy.paragraphs import prose
from generator.legacy.parting import parted
from generator.legacy.sheet import LEFT_OVER, Coverage, Sheet, Span, lay_out
from generator.model import Report
from generator.parts import Evidence, Obstacle, QuarterReport, Quarters, Responsible, Result, Target
from generator.parts import Source as Origin
from generator.problems import Known, problem
from generator.suggestions import without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.legacy.source import Source
    from generator.problems import Problem

_SHOWN = 3


@dataclass(frozen=True)
class Draft:
    """A report as far as the form tells it: even what a report requires may be blank in it."""

    report: Report
    problems: tuple[Problem, ...]
    coverage: Coverage
    line: int = 1
    """The line with which the report begins in its file."""


def import_form(source: Source, given: Given = Given()) -> tuple[Draft, ...]:  # noqa: B008 — frozen
    """Read every report in a source; none where it is not the form, which `not_this_form` explains."""
    drafts = [draft for part in parted(source) for draft in _drafts(lay_out(part), given)]
    before = source.problems
    return tuple(
        dataclasses.replace(draft, problems=(*before, *draft.problems)) if draft is drafts[0] else draft
        for draft in drafts
    )


def _drafts(sheet: Sheet, given: Given) -> Iterator[Draft]:
    """Read what one part of a source holds: one exported form, or old ones."""
    mark_browser_lines(sheet)
    if exported := find_exported(sheet):
        yield _exported(sheet, exported, given)
        return
    mark_page_headers(sheet)
    yield from (_draft(sheet, each, given) for each in find_reports(sheet))


def _exported(sheet: Sheet, form: Exported, given: Given) -> Draft:
    whole = Span(0, len(sheet.text))
    report = with_suggestions(_fitting(sheet, whole, exported_values(sheet, form, given)), given.causes)
    return _accounted(sheet, whole, report, form.start)


def _accounted(sheet: Sheet, whole: Span, report: Report, start: int) -> Draft:
    """Give the draft with the account of all characters; what that leaves over is one of its problems."""
    coverage = sheet.coverage(whole)
    return Draft(report, sheet.problems_in(whole), coverage, sheet.place(start)[0])


def not_this_form(source: Source) -> tuple[Problem, ...]:
    """Say of a source without a report what was expected and what was found; its own errors say more, if any."""
    if any(found.level == "error" for found in source.problems):
        return source.problems
    said = [text for line in source.lines if (text := line.text.strip())]
    first = next((line.number for line in source.lines if line.text.strip()), 1)
    labels = Known(", ".join(label.printed for label in (LABELS[0], LABELS[1], LABELS[3])))
    found = problem(source.path, (first, 1), "", "form-unknown", labels=labels, value=" / ".join(said[:_SHOWN]) or "–")
    return (*source.problems, found)


def _draft(sheet: Sheet, printed: Printed, given: Given) -> Draft:
    report = with_suggestions(_fitting(sheet, printed.whole, _read(sheet, printed, given)), given.causes)
    for label in printed.missing():
        sheet.note(printed.whole.start, "", "form-label-missing", value=Known(label))
    for hit in printed.doubtful:
        sheet.note(hit.span.start, hit.label.key, "form-label-twice", value=sheet.words(hit.words))
    note_damage(sheet, printed)
    return _accounted(sheet, printed.whole, report, printed.sections[0].hit.span.start)


def _read(sheet: Sheet, printed: Printed, given: Given) -> dict[str, Any]:
    """Read all sections: the values of a report by the keys of its fields."""

    def body(key: str) -> Span:
        return printed.body(key) or Span(printed.whole.end, printed.whole.end)

    values: dict[str, Any] = identify(sheet, printed.head, given)
    values["code"], values["name"] = sections.name_and_code(sheet, body("name"))
    values["level"], only_likely = sections.level(sheet, body("level")) if printed.body("level") else ("unknown", False)
    values["alignment"] = sections.alignment(sheet, body("alignment"), given)
    values["definitions"] = sections.definitions(sheet, body("definitions"))
    target, result = amount(sheet, body("target"), "target"), amount(sheet, body("result"), "result")
    values |= _amounts(target, result)
    values |= {key: prose(sheet, body(key), key) for key in ("method", "year_end_summary")}
    values["quarters"] = Quarters(**{f"q{number}": _quarter(sheet, body, number) for number in range(1, 5)})
    values |= _lists(sheet, body)
    signed = {
        key: sections.signature(sheet, body(f"responsible.{key}"), f"responsible.{key}") for key in ("name", "position")
    }
    values["responsible"] = Responsible(**signed)
    suggested = ("level",) if only_likely else ()
    return values | {"suggested": (*suggested, *(("direction",) if values["direction"] == "range" else ()))}


def _amounts(target: Amount, result: Amount) -> dict[str, Any]:
    """Give target and result; a target with two ends is likely a range, which the form does not say itself."""
    return {
        "type": "unknown",
        "direction": "range" if target.upper else "unknown",
        "target": Target(number=target.number, upper=target.upper, unit=target.unit),
        "result": Result(number=result.number, unit=result.unit),
    }


def _quarter(sheet: Sheet, body: Callable[[str], Span], number: int) -> QuarterReport:
    key = f"quarters.q{number}.narrative"
    return QuarterReport(narrative=prose(sheet, body(key), key))


def _lists(sheet: Sheet, body: Callable[[str], Span]) -> dict[str, Any]:
    factors = sections.items(sheet, body("supporting_factors"), "supporting_factors")
    obstacles = sections.items(sheet, body("obstacles"), "obstacles", ".text")
    evidence = sections.items(sheet, body("evidence"), "evidence", ".title", by_line=True)
    return {
        "supporting_factors": tuple(factors),
        "obstacles": tuple(Obstacle(text=text) for text in obstacles),
        "evidence": tuple(Evidence(title=title) for title in evidence),
    }


def _origin(path: str) -> str:
    """Name the file a draft was made of, but not the folders of whoever has it."""
    return f"แบบรายงาน{NAME} ({PureWindowsPath(path).name})"


def _fitting(sheet: Sheet, whole: Span, values: dict[str, Any]) -> Report:
    """Make the report; what its fields cannot hold, such as too long a text, is left over with a problem."""
    report = Report(**values, sources=(Origin(title=_origin(sheet.path)),))
    refused: list[str] = []
    for path, kind, text in filled(report, Group(Report)):
        try:
            kind.parse(text)
        except Refusal as refusal:
            refused.append(path)
            places = [at for at in range(whole.start, whole.end) if sheet.uses[at] == path]
            for at in places:
                sheet.uses[at] = LEFT_OVER
            sheet.note(places[0] if places else whole.start, path, refusal.code, **refusal.params)
    return without(report, refused)
