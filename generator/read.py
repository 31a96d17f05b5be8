"""A file -> a form of the model with the place of every value, or the problems that stand in the way."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from generator.fields import Field, fields_of
from generator.kinds import Group, Kind, Line, Many, Refusal
from generator.language import Bilingual
from generator.parse import Mapping, Node, Place, Scalar, Sequence, parse
from generator.problems import Problem, has_errors, problem, quote

Form = TypeVar("Form")

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

    def place(self, field_path: str) -> Place:
        """Give line and column of a field, or of the nearest group around it where the field itself is not there."""
        while field_path and field_path not in self.places:
            field_path = field_path.rpartition("[" if field_path.endswith("]") else ".")[0]
        return self.places.get(field_path, (1, 1))

    def problem(self, field_path: str, code: str, **params: object) -> Problem:
        """Make a problem at a field of this file."""
        return problem(self.path, self.place(field_path), field_path, code, **params)


def read(data: bytes, path: str, form: type[Form]) -> Document[Form]:
    """Read the bytes of a file as a form; `path` names the file in problems, as a `/`-separated relative path."""
    node, problems = parse(data, path)
    if node is None:
        return Document(path, None, {}, problems)
    decoder = _Decoder(path)
    found = decoder.group(node, form, "")
    everything = (*problems, *decoder.problems)
    return Document(path, None if has_errors(everything) else found, decoder.places, everything)


@dataclass
class _Decoder:
    path: str
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def note(self, at: str, place: Place, code: str, **params: object) -> None:
        self.problems.append(problem(self.path, place, at, code, **params))

    def value(self, node: Node, kind: Kind, at: str) -> Any:
        """Give the value of a blank: None (or an empty tuple) where it is blank or wrong."""
        self.places[at] = node.place
        if isinstance(kind, Many):
            return self.many(node, kind, at)
        if isinstance(node, Scalar) and node.text is None:
            return _blank_value(kind)
        return self.group(node, kind.type, at) if isinstance(kind, Group) else self.line(node, kind, at)

    def line(self, node: Node, kind: Line, at: str) -> Any:
        if not isinstance(node, Scalar) or node.text is None:
            return self._wrong_shape(node, at, _TEXT)
        try:
            return kind.parse(node.text)
        except Refusal as refusal:
            self.note(at, node.place, refusal.code, **refusal.params)
            return None

    def many(self, node: Node, kind: Many, at: str) -> tuple[Any, ...]:
        if isinstance(node, Scalar) and node.text is None:
            return ()
        if not isinstance(node, Sequence):
            self._wrong_shape(node, at, _LIST)
            return ()
        items = [item for item in node.items if not (isinstance(item, Scalar) and item.text is None)]
        if len(items) > kind.most:
            self.note(at, node.place, "too-many", length=len(items), most=kind.most)
        values = [self.value(item, kind.of, f"{at}[{index}]") for index, item in enumerate(items)]
        return tuple(value for value in values if value is not None)

    def group(self, node: Node, form: type[Form], at: str) -> Form | None:
        if not isinstance(node, Mapping):
            self._wrong_shape(node, at, _GROUP)
            return None
        fields = {item.key: item for item in fields_of(form)}
        self._note_unknown_keys(node, list(fields), at)
        values = {key: self._field(node, item, f"{at}.{key}" if at else key) for key, item in fields.items()}
        complete = all(values[key] is not None for key, item in fields.items() if item.required)
        return form(**values) if complete else None

    def _field(self, node: Mapping, item: Field, at: str) -> Any:
        place, value_node = node.entries.get(item.key, (node.place, Scalar(None, node.place)))
        before = len(self.problems)
        value = self.value(value_node, item.kind, at)
        if item.key in node.entries:
            self.places[at] = value_node.place if isinstance(value_node, Scalar) and value_node.text else place
        else:
            del self.places[at]
        if item.required and value is None and len(self.problems) == before:
            self.note(at, place, "required", example=item.good[0] if item.good else item.title.th)
        return value

    def _note_unknown_keys(self, node: Mapping, known: list[str], at: str) -> None:
        for key, (place, _) in node.entries.items():
            if key not in known:
                near = difflib.get_close_matches(key, known, 1, 0.5) or known
                shown = quote(key)  # whatever stands before a colon lands here, a name or number of a person too
                self.note(f"{at}.{shown}" if at else shown, place, "unknown-key", key=shown, near=", ".join(near))

    def _wrong_shape(self, node: Node, at: str, expected: Bilingual) -> None:
        self.note(at, node.place, "wrong-shape", expected=expected.en, expected_th=expected.th)


def _blank_value(kind: Line | Group) -> Any:
    """Give a group without any value where every blank of it may stay blank, else None."""
    optional = isinstance(kind, Group) and not any(item.required for item in fields_of(kind.type))
    return kind.type() if isinstance(kind, Group) and optional else None
