"""All that derives from the model: the JSON Schema for editors and the rows of the field reference."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from generator.fields import Field, fields_of
from generator.kinds import (
    Choice,
    Code,
    Day,
    Decimals,
    Group,
    Kind,
    Line,
    Link,
    Many,
    MonthDay,
    Option,
    Prose,
    Year,
    YesNo,
)
from generator.language import Bilingual
from generator.model import Report

SCHEMA_PATH = "docs/schema/report.json"
REFERENCE_PATH = "docs/fields.md"


@dataclass(frozen=True)
class Row:
    """One line of the field reference: the path of a field such as `quarters.q1.narrative`, and what fills it."""

    path: str
    depth: int
    field: Field
    kind: Bilingual
    choices: tuple[Option, ...]

    @property
    def anchor(self) -> str:
        """The id of its heading: `quarters-q1-narrative`."""
        return self.path.replace("[]", "").replace(".", "-").replace("_", "-")


def json_schema() -> str:
    """Give the JSON Schema (draft 7, which editors understand best) of a report file, as text."""
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "รายงานตัวชี้วัด (indicator report)",
        **_object(Report),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def reference() -> tuple[Row, ...]:
    """Give every field of a report, in the order of the form, groups before their parts; quarter 1 stands for all."""
    return tuple(_rows(Report, "", 0))


def _rows(form: type[Any], prefix: str, depth: int) -> Iterator[Row]:
    for item in fields_of(form):
        path = prefix + item.key
        inner = item.kind.of if isinstance(item.kind, Many) else item.kind
        choices = inner.options if isinstance(inner, Choice) else ()
        yield Row(path, depth, item, kind_in_words(item.kind), choices)
        if isinstance(inner, Group) and item.key not in {"q2", "q3", "q4"}:
            yield from _rows(inner.type, f"{path}[]." if isinstance(item.kind, Many) else f"{path}.", depth + 1)


def _object(form: type[Any]) -> dict[str, Any]:
    fields = fields_of(form)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [item.key for item in fields if item.required],
        "properties": {item.key: _property(item) for item in fields},
    }


def _property(item: Field) -> dict[str, Any]:
    words = {
        "title": f"{item.title.th} ({item.title.en})",
        "description": f"{item.help.th}\n{item.help.en}" + (f"\nแบบเดิม: {item.form_label}" if item.form_label else ""),
    }
    schema = _schema(item.kind)
    if not item.required:
        schema = _or_blank(schema)
    return words | schema | ({"examples": list(item.good)} if item.good else {})


def _or_blank(schema: dict[str, Any]) -> dict[str, Any]:
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    allowed = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return schema | {"type": [*types, "null"]} | allowed


@singledispatch
def _schema(kind: Kind) -> dict[str, Any]:
    raise TypeError(kind)


@_schema.register
def _(kind: Line) -> dict[str, Any]:
    return {"type": "string", "maxLength": kind.most}


@_schema.register
def _(kind: Code) -> dict[str, Any]:
    # An editor reads an unquoted 2564 as a number; the reader takes both spellings.
    return {"type": ["string", "integer"], "pattern": f"^(?:{kind.pattern})$"}


@_schema.register
def _(kind: Decimals) -> dict[str, Any]:
    limits = {"minimum": kind.least, "maximum": kind.largest}
    numbers = {key: int(value) for key, value in limits.items() if value is not None}
    return {"type": ["string", "number"], "pattern": r"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$", **numbers}


@_schema.register
def _(_: Day) -> dict[str, Any]:
    return {"type": "string", "pattern": "^2[45][0-9]{2}-[0-9]{2}-[0-9]{2}$"}


@_schema.register
def _(_: MonthDay) -> dict[str, Any]:
    return {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"}


@_schema.register
def _(kind: Choice) -> dict[str, Any]:
    # A quarter may be written as 4 or '4'.
    numbers = [int(option.value) for option in kind.options if option.value.isdigit()]
    return {
        "type": ["string", "integer"] if numbers else "string",
        "enum": [*(o.value for o in kind.options), *numbers],
    }


@_schema.register
def _(_: YesNo) -> dict[str, Any]:
    return {"type": ["string", "boolean"], "enum": ["yes", "no", True, False]}


@_schema.register
def _(kind: Link) -> dict[str, Any]:
    return {"type": "string", "pattern": "^https?://", "maxLength": kind.most}


@_schema.register
def _(kind: Group) -> dict[str, Any]:
    return _object(kind.type)


@_schema.register
def _(kind: Many) -> dict[str, Any]:
    return {"type": "array", "items": _schema(kind.of), "maxItems": kind.most}


@singledispatch
def kind_in_words(kind: Kind) -> Bilingual:
    """Say what fills a blank of this kind."""
    raise TypeError(kind)


@kind_in_words.register
def _(_: Line) -> Bilingual:
    return Bilingual("ข้อความหนึ่งบรรทัด", "one line of text")


@kind_in_words.register
def _(_: Prose) -> Bilingual:
    return Bilingual("ข้อความหลายย่อหน้า", "text in paragraphs")


@kind_in_words.register
def _(kind: Code) -> Bilingual:
    return Bilingual(f"รหัส เช่น {kind.example}", f"a code such as {kind.example}")


@kind_in_words.register
def _(_: Year) -> Bilingual:
    return Bilingual("ปีพุทธศักราช", "a year of the Buddhist era")


@kind_in_words.register
def _(kind: Decimals) -> Bilingual:
    if kind.least is not None:
        return Bilingual(f"ตัวเลข {kind.least} ถึง {kind.largest}", f"a number from {kind.least} to {kind.largest}")
    return Bilingual("ตัวเลข", "a number")


@kind_in_words.register
def _(_: Day) -> Bilingual:
    return Bilingual("วันที่แบบ 2564-04-30", "a date such as 2564-04-30")


@kind_in_words.register
def _(_: MonthDay) -> Bilingual:
    return Bilingual("เดือน-วัน แบบ 01-31", "month and day such as 01-31")


@kind_in_words.register
def _(_: Choice) -> Bilingual:
    return Bilingual("เลือกหนึ่งคำ", "one of the words below")


@kind_in_words.register
def _(_: YesNo) -> Bilingual:
    return Bilingual("yes หรือ no", "yes or no")


@kind_in_words.register
def _(_: Link) -> Bilingual:
    return Bilingual("ที่อยู่เว็บ", "a web address")


@kind_in_words.register
def _(_: Group) -> Bilingual:
    return Bilingual("กลุ่มของช่องย่อย", "a group of fields")


@kind_in_words.register
def _(kind: Many) -> Bilingual:
    inner = kind_in_words(kind.of)
    return Bilingual(f"รายการ: {inner.th}", f"a list: {inner.en}")
