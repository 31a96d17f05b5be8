"""A file -> a form of the model with the place of every value, or the problems that stand in the way."""

from __future__ import annotations

import dataclasses
import difflib
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from generator.fields import Field, fields_of
from generator.kinds import Choice, Code, Group, Kind, Line, Many, Refusal
from generator.language import Bilingual
from generator.mistakes import missing_space
from generator.model import Report
from generator.parse import Mapping, Node, Place, Scalar, Sequence, parse_into
from generator.parts import Quarters
from generator.problems import Findings, Known, Problem, has_errors, problem, quote

Form = TypeVar("Form")

_MOST_NEAR = 20
"""For so many unknown keys the nearest field is sought; it takes time, and who has more of them has another form."""
_WHOLE_FORMS = (Report, Quarters)
"""Where a key that is not there is told of: what was deleted would else pass for what was left blank."""

_LIST = Bilingual("รายการที่ขึ้นต้นด้วย -", "a list whose entries begin with `-`")
_GROUP = Bilingual("กลุ่มของช่องย่อยที่ย่อหน้าเข้าไป", "a group of indented fields")
_TEXT = Bilingual("ข้อความหรือตัวเลข", "a text or number")


@dataclass(frozen=True)
class Document(Generic[Form]):
    """One file read: its form (None where errors stood in the way), the places of its fields, its problems."""

    path: str
    form: Form | None
    places: dict[str, Place]
    problems: tuple[Problem, ...]
    draft: Form | None = None
    """What could be read in spite of errors, for rules to look at and never to be published.

    Whatever could not be read is blank, even what the form requires.
    """
    begins: dict[str, Place] = field(default_factory=dict)
    """The places of the first characters of texts whose lines are lines of the file."""

    def place(self, field_path: str) -> Place:
        """Give line and column of a field, or of the nearest group around it where the field itself is not there."""
        while field_path and field_path not in self.places:
            field_path = field_path.rpartition("[" if field_path.endswith("]") else ".")[0]
        return self.places.get(field_path, (1, 1))

    def problem(self, field_path: str, code: str, **params: object) -> Problem:
        """Make a problem at a field of this file."""
        return problem(self.path, self.place(field_path), field_path, code, **params)

    def problem_in(self, text: str, offset: int, field_path: str, code: str, **params: object) -> Problem:
        """Make a problem with what stands at `offset` in the text of a field, or with the whole field."""
        if field_path not in self.begins:
            return self.problem(field_path, code, **params)
        (line, column), before = self.begins[field_path], text[:offset]
        place = line + before.count("\n"), column + offset - (before.rfind("\n") + 1)
        return problem(self.path, place, field_path, code, **params)


def read(data: bytes, path: str, form: type[Form]) -> Document[Form]:
    """Read the bytes of a file as a form; `path` names the file in problems, as a `/`-separated relative path."""
    findings = Findings(path)
    node = parse_into(findings, data)
    if node is None:
        return Document(path, None, {}, tuple(_of_form(each, form) for each in findings.all()))
    decoder = _Decoder(findings)
    found = decoder.group(node, form, "")
    problems = findings.all()
    return Document(path, None if has_errors(problems) else found, decoder.places, problems, found, decoder.begins)


def _of_form(found: Problem, form: type[Any]) -> Problem:
    """Say of an empty list what helps with a list: only reports have a skeleton to begin with."""
    return dataclasses.replace(found, code="list-empty") if found.code == "yaml-empty" and form is not Report else found


@dataclass
class _Decoder:
    findings: Findings
    places: dict[str, Place] = field(default_factory=dict)
    begins: dict[str, Place] = field(default_factory=dict)
    unknown_keys: int = 0

    def note(self, at: str, place: Place, code: str, **params: object) -> None:
        self.findings.note(place, at, code, **params)

    def value(self, node: Node, kind: Kind, at: str) -> Any:
        """Give the value of a blank: None (or an empty tuple) where it is blank or wrong."""
        self.places[at] = node.place
        if isinstance(node, Scalar) and node.begins:
            self.begins[at] = node.begins
        if isinstance(kind, Many):
            return self.many(node, kind, at)
        if isinstance(node, Scalar) and node.text is None:
            return _blank_value(kind)
        return self.group(node, kind.type, at) if isinstance(kind, Group) else self.line(node, kind, at)

    def line(self, node: Node, kind: Line, at: str) -> Any:
        if not isinstance(node, Scalar) or node.text is None:
            return self._wrong_shape(node, kind, at)
        try:
            return kind.parse(node.text)
        except Refusal as refusal:
            self.note(at, node.place, refusal.code, **refusal.params)
            return None

    def many(self, node: Node, kind: Many, at: str) -> tuple[Any, ...]:
        if isinstance(node, Scalar) and node.text is None:
            return ()
        if not isinstance(node, Sequence):
            self._wrong_shape(node, kind, at)
            return ()
        items = [item for item in node.items if not (isinstance(item, Scalar) and item.text is None)]
        if len(items) > kind.most:
            self.note(at, node.place, "too-many", length=len(items), most=kind.most)
        values = [self.value(item, kind.of, f"{at}[{index}]") for index, item in enumerate(items)]
        return tuple(values)

    def group(self, node: Node, form: type[Form], at: str) -> Form:
        if not isinstance(node, Mapping):
            self._wrong_shape(node, Group(form), at)
            return _empty(form)
        fields = {item.key: item for item in fields_of(form)}
        self._note_unknown_keys(node, list(fields), at)
        if form in _WHOLE_FORMS:
            self._note_missing_keys(node, fields, at)
        values = {key: self._field(node, item, f"{at}.{key}" if at else key) for key, item in fields.items()}
        return form(**values)

    def _field(self, node: Mapping, item: Field, at: str) -> Any:
        place, value_node = node.entries.get(item.key, (node.place, Scalar(None, node.place)))
        before = self.findings.counts.total()
        value = self.value(value_node, item.kind, at)
        if item.key in node.entries:
            self.places[at] = value_node.place if isinstance(value_node, Scalar) and value_node.text else place
        else:
            del self.places[at]
        if item.required and value is None and self.findings.counts.total() == before:
            self.note(at, place, "required", example=Known(_example(item)))
        return _empty(item.kind.type) if value is None and isinstance(item.kind, Group) else value

    def _note_unknown_keys(self, node: Mapping, known: list[str], at: str) -> None:
        for key, (place, _) in node.entries.items():
            if key not in known:
                self.unknown_keys += 1
                near = known
                if self.unknown_keys <= _MOST_NEAR:
                    near = difflib.get_close_matches(key, known, 1, 0.5) or known
                shown = quote(key)  # whatever stands before a colon lands here, a name or number of a person too
                self.note(f"{at}.{shown}" if at else shown, place, "unknown-key", key=shown, near=", ".join(near))

    def _note_missing_keys(self, node: Mapping, fields: dict[str, Field], at: str) -> None:
        missing = [key for key, item in fields.items() if key not in node.entries and not item.required]
        if missing and (at or "fiscal_year" in node.entries):
            self.note(at, node.place, "key-missing", keys=Known(", ".join(missing)))

    def _wrong_shape(self, node: Node, kind: Kind, at: str) -> None:
        spaced = missing_space(node.text) if isinstance(node, Scalar) and node.text else None
        if spaced and not isinstance(kind, Line):
            self.note(at, node.place, "yaml-space", value=spaced)
            return
        words = _LIST if isinstance(kind, Many) else _GROUP if isinstance(kind, Group) else _TEXT
        example = Known(_shape(kind))
        self.note(at, node.place, "wrong-shape", expected=words.en, expected_th=words.th, example=example)


def _example(item: Field) -> str:
    return item.good[0] if item.good else _shape(item.kind)


def _shape(kind: Kind) -> str:
    """Give the beginning of a value of some kind, as it looks in a file."""
    if isinstance(kind, Many):
        return f"- {_shape(kind.of)}"
    if isinstance(kind, Group):
        return f"{fields_of(kind.type)[0].key}: …"
    if isinstance(kind, Choice):
        return kind.options[0].value
    return kind.example if isinstance(kind, Code) else "…"


def _blank_value(kind: Line | Group) -> Any:
    """Give a group without any value where every blank of it may stay blank, else None."""
    optional = isinstance(kind, Group) and not any(item.required for item in fields_of(kind.type))
    return kind.type() if isinstance(kind, Group) and optional else None


def _empty(form: type[Form]) -> Form:
    """Give a form without any value: only ever part of a draft, where blanks are required."""
    return form(**{item.key: _nothing(item.kind) for item in fields_of(form)})


def _nothing(kind: Kind) -> Any:
    return () if isinstance(kind, Many) else _empty(kind.type) if isinstance(kind, Group) else None
