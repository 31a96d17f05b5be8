"""The lines of the official form, each with what it is: a title, a label, or a line of somebody's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.blankform import LABELS, LEVEL, LEVELS, MEANS, MORE, RECORD, TICKED, TITLE, UNTICKED, VALUE
from generator.model import Report, reported_quarters
from generator.parts import Definition, Evidence, Result, Target
from generator.settings import Plan

Role = Literal["title", "record", "label", "ticks", "value", "more", "sign"]

_CLOSE = frozenset({"record", "value", "more"})
_MARKS = {"value": VALUE, "more": MORE}


@dataclass(frozen=True)
class FormLine:
    """One line of the form; `text` of a `value` or `more` is people's own and stands behind a mark on paper."""

    role: Role
    text: str

    @property
    def written(self) -> str:
        """The line as it stands on the form."""
        if self.role not in _MARKS:
            return self.text
        return f"{_MARKS[self.role]} {self.text}" if self.text else _MARKS[self.role]


def form_text(lines: Iterable[FormLine]) -> str:
    """Give the form as text, an empty line before each label."""
    return "".join(f"{line.written}\n" if line.role in _CLOSE else f"\n{line.written}\n" for line in lines)


def form_lines(report: Report, plan: Plan) -> tuple[FormLine, ...]:
    """Give the lines of a report's form; entries of the plan stand in its words, those it does not list as they are."""
    return tuple(_form(report, {entry.id: entry.title for entry in plan.entries}))


def _form(report: Report, titles: dict[str, str]) -> Iterator[FormLine]:
    yield FormLine("title", TITLE)
    yield FormLine("record", RECORD.format(fiscal_year=report.fiscal_year, agency=report.agency, id=report.id))
    values = _values(report, titles)
    for key, label in LABELS.items():
        yield FormLine("sign" if key.startswith("responsible") else "label", label)
        for value in _below(key, values):
            yield from _value(value)
        if key == "name":
            yield FormLine("ticks", _level(report.level))


def _values(report: Report, titles: dict[str, str]) -> dict[str, list[str | None]]:
    """Give the texts below each label; labels of other labels have none."""
    parts = {f"alignment.{part}": _entries(report, part, titles) for part in ("issue", "sub-issue", "goal")}
    narratives = {f"quarters.q{number}.narrative": [each.narrative] for number, each in reported_quarters(report)}
    return {
        "name": [report.code, report.name],
        **parts,
        "definitions": [_definition(item) for item in report.definitions],
        "method": [report.method],
        "target": [_target(report.target)],
        "result": [_result(report.result)],
        **narratives,
        "year_end_summary": [report.year_end_summary],
        "supporting_factors": [*report.supporting_factors],
        "obstacles": [each.text for each in report.obstacles],
        "evidence": [_evidence(item) for item in report.evidence],
        "responsible.name": [report.responsible.name],
        "responsible.position": [report.responsible.position],
    }


def _below(key: str, values: dict[str, list[str | None]]) -> list[str | None]:
    """Give the values below a label; a blank shows that there is none, but for the signature, which has its dots."""
    found = values.get(key, [])
    if key.startswith("responsible"):
        return [value for value in found if value]
    return found or ([None] if key in values else [])


def _entries(report: Report, part: str, titles: dict[str, str]) -> list[str | None]:
    return [titles.get(each.entry, each.entry) for each in report.alignment if each.part == part]


def _value(text: str | None) -> Iterator[FormLine]:
    """Give the lines of one value; the empty first line of a blank says that there is nothing."""
    first, *further = (text or "").split("\n")
    yield FormLine("value", first)
    yield from (FormLine("more", line) for line in further)


def _level(level: str | None) -> str:
    ticks = {word: TICKED if level in {word, "output-and-outcome"} else UNTICKED for word in ("output", "outcome")}
    return f"{LEVEL} {LEVELS.format(**ticks)}"


def _definition(item: Definition) -> str:
    return f"{item.term}{MEANS}{item.meaning}"


def _target(target: Target) -> str:
    numbers = " - ".join(str(number) for number in (target.number, target.upper) if number is not None)
    return _with_unit(numbers, target.unit)


def _result(result: Result) -> str:
    return _with_unit("" if result.number is None else str(result.number), result.unit)


def _with_unit(number: str, unit: str | None) -> str:
    return f"{number} ({unit})".lstrip() if unit else number


def _evidence(item: Evidence) -> str:
    return f"{item.title}\n{item.link}" if item.link else item.title
