"""A form that was exported from a record: read by its marks, word for word, so that the same record comes back.

The rule is that of `generator.official`: below the title stands the record line, every label stands alone on its line,
and people's text stands behind `:: ` or `::: `. Lines that begin with a tab are the rest of a line that paper broke.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from generator.blankform import LABELS, LEVEL, MEANS, RECORD_LINE, TITLE
from generator.kinds import Number
from generator.legacy import sections
from generator.legacy.identity import settle
from generator.legacy.sheet import LABEL, ORNAMENT, PAGE_HEADER, Span
from generator.parts import (
    PLAN_ID,
    Alignment,
    Definition,
    Evidence,
    Obstacle,
    QuarterReport,
    Quarters,
    Responsible,
    Result,
    Target,
)
from generator.problems import Known

if TYPE_CHECKING:
    from generator.legacy.given import Given
    from generator.legacy.sheet import Sheet

_MARKED = re.compile(r"(?P<mark>:::?)(?: (?P<text>.*))?", re.DOTALL)
_SIGNED = re.compile(r"ลงชื่อ(?P<name>.*)\(ผู้รับผิดชอบ[^()]*\)|ตำแหน่ง(?P<position>.*)", re.DOTALL)
_DOTS = " .…_\u00a0"
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_AMOUNT = re.compile(
    rf"(?:(?P<number>{_NUMBER})(?: - (?P<upper>{_NUMBER}))?)?(?:(?:^| )\((?P<unit>.*)\))?", re.DOTALL | re.ASCII
)
_KEYS = {label: key for key, label in LABELS.items()}
REST = "\t"
"""With it begins the rest of a line that paper broke."""


@dataclass
class Text:
    """One line of the form in the pieces that paper made of it: where each of its characters stands in the sheet."""

    words: str
    places: list[int]

    def part(self, start: int, end: int | None = None) -> Text:
        """Give a part of the line."""
        return Text(self.words[start:end], self.places[start:end])


@dataclass
class Value:
    """The lines of one value."""

    lines: list[Text]

    @property
    def text(self) -> str:
        """The whole text, as a record holds it: no spaces at line ends, nothing around it."""
        return "\n".join(line.words.rstrip() for line in self.lines).strip()


@dataclass
class Exported:
    """One exported form: where it begins in its sheet, what its record line says, and the values below each label."""

    start: int
    record: dict[str, str]
    values: dict[str, list[Value]] = field(default_factory=dict)
    ticks: Span | None = None

    def missing(self) -> Iterator[str]:
        """Walk the labels that are not there, as they are printed."""
        yield from (label for key, label in LABELS.items() if key not in self.values)
        if self.ticks is None:
            yield LEVEL


def find_exported(sheet: Sheet) -> Exported | None:
    """Find the one exported form of a sheet with its values; none where nothing is a record line."""
    lines = list(_lines(sheet))
    for at, line in enumerate(lines):
        if match := RECORD_LINE.fullmatch(line.words.strip()):
            first = at - 1 if at and is_title(lines[at - 1].words) else at
            for head in lines[first : at + 1]:
                _mark(sheet, head, LABEL)
            form = Exported(lines[first].places[0], match.groupdict())
            _Reader(sheet, form).read(lines[at + 1 :])
            return form
    return None


def is_title(line: str) -> bool:
    """Say whether a line is the title of an exported form."""
    return line.strip() == TITLE and not line.startswith(REST)


def is_record_line(line: str) -> bool:
    """Say whether a line is the one by which an exported form is known."""
    return RECORD_LINE.fullmatch(line.strip()) is not None and not line.startswith(REST)


def is_text(line: str) -> bool:
    """Say whether a line of an exported form is marked as people's text, or is the rest of one that paper broke."""
    return line.startswith(REST) or _MARKED.fullmatch(line) is not None


def is_position(line: str) -> bool:
    """Say whether a line is the last label of the form: the position of who signs."""
    match = _SIGNED.fullmatch(line.strip())
    return match is not None and match.lastgroup == "position"


def _lines(sheet: Sheet) -> Iterator[Text]:
    """Walk the lines that hold something, those that paper broke in one piece again."""
    current: Text | None = None
    start = 0
    for words in sheet.text.split("\n"):
        places = list(range(start, start + len(words)))
        start += len(words) + 1
        if not words.strip() or PAGE_HEADER in sheet.uses[places[0] : places[-1] + 1]:
            continue
        if words.startswith(REST) and current:
            current.words += words[1:]
            current.places += places[1:]
            continue
        if current:
            yield current
        current = Text(words, places)
    if current:
        yield current


def _mark(sheet: Sheet, text: Text, use: str) -> None:
    for at in text.places:
        sheet.mark(Span(at, at + 1), use)


@dataclass
class _Reader:
    """Puts the lines of one form below their labels."""

    sheet: Sheet
    form: Exported
    key: str = ""

    def read(self, lines: list[Text]) -> None:
        for line in lines:
            marked = _MARKED.fullmatch(line.words)
            if marked and self.key:
                self._value(line, marked)
            elif not self._label(line):
                self._unmarked(line)

    def _value(self, line: Text, marked: re.Match[str]) -> None:
        begin = marked.start("text") if marked["text"] is not None else len(line.words)
        _mark(self.sheet, line.part(0, begin), ORNAMENT)
        below = self.form.values[self.key]
        if marked["mark"] == "::" or not below:
            below.append(Value([]))
        below[-1].lines.append(line.part(begin))

    def _label(self, line: Text) -> bool:
        words = line.words.strip()
        if words.startswith(LEVEL):
            begin = line.words.index(LEVEL) + len(LEVEL)
            _mark(self.sheet, line.part(0, begin), LABEL)
            self.form.ticks = Span(line.places[0] + begin, line.places[-1] + 1)
            self.key = ""
        elif words in _KEYS:
            _mark(self.sheet, line, LABEL)
            self._begin(_KEYS[words])
        else:
            return self._sign(line)
        return True

    def _sign(self, line: Text) -> bool:
        """Read the line of the signature, into which somebody may have typed the name."""
        match = _SIGNED.fullmatch(line.words.strip()) if "evidence" in self.form.values else None
        if match is None:
            return False
        key = str(match.lastgroup)
        self._begin(f"responsible.{key}")
        typed = match[key].strip(_DOTS)
        begin = line.words.index(typed) if typed else len(line.words)
        if typed:
            self.form.values[self.key].append(Value([line.part(begin, begin + len(typed))]))
        _mark(self.sheet, line.part(0, begin), LABEL)
        _mark(self.sheet, line.part(begin + len(typed)), LABEL)
        return True

    def _begin(self, key: str) -> None:
        self.key = key
        self.form.values.setdefault(key, [])

    def _unmarked(self, line: Text) -> None:
        """Take a line that somebody added in an office program as a further line of the value above it."""
        if self.key and self.form.values[self.key]:
            self.form.values[self.key][-1].lines.append(line)
        elif self.key:
            self.form.values[self.key].append(Value([line]))


@dataclass
class _Taker:
    """Takes values out of a form and accounts for their characters."""

    sheet: Sheet
    form: Exported
    given: Given

    def one(self, key: str, path: str | None = None) -> str | None:
        """Take the only value below a label; others beside it are left over."""
        texts = self.all(key, path or key)
        return "\n".join(texts) or None

    def all(self, key: str, path: str, leaf: str = "") -> list[str]:
        """Take every value below a label as an entry of a list."""
        values = [value for value in self.form.values.get(key, ()) if value.text]
        indexed = "[{}]" if path in {"supporting_factors", "obstacles", "evidence"} else ""
        for index, value in enumerate(values):
            self.mark(value, path + indexed.format(index) + leaf)
        return [value.text for value in values]

    def mark(self, value: Value, path: str) -> None:
        """Account for a value as used in a field."""
        for line in value.lines:
            _mark(self.sheet, line, path)

    def name(self) -> tuple[str | None, str | None]:
        """Take code and name: two values; one alone is the name."""
        values = self.form.values.get("name", [])
        code, name = (values[0], values[1:]) if len(values) > 1 else (None, values)
        for value, path in (*((each, "name") for each in name), *([(code, "code")] if code else [])):
            self.mark(value, path)
        return (code.text or None) if code else None, " ".join(" ".join(each.text.split("\n")) for each in name) or None

    def alignment(self) -> tuple[Alignment, ...]:
        """Take the entries of the plan by their titles, or by the id that stands there for want of a title."""
        by_title = {sections.spelled_alike(title): entry for entry, title in self.given.plan}
        found: list[Alignment] = []
        for part in ("issue", "sub-issue", "goal"):
            for value in self.form.values.get(f"alignment.{part}", ()):
                entry = by_title.get(sections.spelled_alike(value.text)) or _plan_id(value.text)
                if entry:
                    self.mark(value, f"alignment[{len(found)}].entry")
                    found.append(Alignment(part=part, entry=entry))
                elif value.text:
                    self._leave(value, "alignment", "form-plan-entry")
        return tuple(found)

    def definitions(self) -> tuple[Definition, ...]:
        """Take the terms with their meanings."""
        found: list[Definition] = []
        for value in self.form.values.get("definitions", ()):
            term, means, _ = value.lines[0].words.partition(MEANS)
            meaning = value.text[len(term.strip()) + len(MEANS) :].strip() if means else ""
            if not (term.strip() and meaning):
                if value.text:
                    self._leave(value, "definitions", "form-left-over")
                continue
            path = f"definitions[{len(found)}]"
            _mark(self.sheet, value.lines[0].part(0, len(term)), f"{path}.term")
            _mark(self.sheet, value.lines[0].part(len(term), len(term) + len(MEANS)), LABEL)
            self.mark(value, f"{path}.meaning")
            found.append(Definition(term=term.strip(), meaning=meaning))
        return tuple(found)

    def amount(self, key: str) -> dict[str, Any]:
        """Take number, upper end and unit."""
        values = [value for value in self.form.values.get(key, ()) if value.text]
        match = _AMOUNT.fullmatch(values[0].text) if values else None
        for value in values[1:] if match else values:
            self._leave(value, key, "form-left-over")
        if match is None:
            return {}
        self.mark(values[0], key)
        numbers = {name: Number(match[name]) for name in ("number", "upper") if match[name]}
        return numbers | ({"unit": match["unit"]} if match["unit"] else {})

    def evidence(self) -> tuple[Evidence, ...]:
        """Take the titles of evidence, each with its link where one stands below it."""
        found = []
        for text in self.all("evidence", "evidence", ".title"):
            title, _, link = text.partition("\n")
            found.append(Evidence(title=title, link=link or None))
        return tuple(found)

    def _leave(self, value: Value, path: str, code: str) -> None:
        places = [at for line in value.lines for at in line.places]
        self.sheet.leave(Span(places[0], places[-1] + 1), path, code)


def _plan_id(text: str) -> str | None:
    return text if re.fullmatch(PLAN_ID.pattern, text, re.ASCII) else None


def exported_values(sheet: Sheet, form: Exported, given: Given) -> dict[str, Any]:
    """Give the values of an exported form by the keys of a report's fields; labels that are missing are told."""
    take = _Taker(sheet, form, given)
    code, name = take.name()
    target = Target(**take.amount("target"))
    result = Result(**{key: value for key, value in take.amount("result").items() if key != "upper"})
    level, _ = sections.level(sheet, form.ticks) if form.ticks else ("unknown", False)
    for label in form.missing():
        sheet.note(form.start, "", "form-label-missing", value=Known(label))
    return {
        **settle(sheet, form.start, form.record | {"fiscal_year": int(form.record["fiscal_year"])}, given),
        "code": code,
        "name": name,
        "type": "unknown",
        "level": level,
        "alignment": take.alignment(),
        "definitions": take.definitions(),
        "method": take.one("method"),
        "direction": "range" if target.upper else "unknown",
        "target": target,
        "result": result,
        "quarters": _quarters(take.one),
        "year_end_summary": take.one("year_end_summary"),
        "supporting_factors": tuple(take.all("supporting_factors", "supporting_factors")),
        "obstacles": tuple(Obstacle(text=text) for text in take.all("obstacles", "obstacles", ".text")),
        "evidence": take.evidence(),
        "responsible": Responsible(name=take.one("responsible.name"), position=take.one("responsible.position")),
        "suggested": ("direction",) if target.upper else (),
    }


def _quarters(take: Callable[[str], str | None]) -> Quarters:
    quarters = {f"q{number}": QuarterReport(narrative=take(f"quarters.q{number}.narrative")) for number in range(1, 5)}
    return replace(Quarters(), **quarters)
