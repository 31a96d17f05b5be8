"""What a blank of a form is and how a form declares it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.kinds import Group, Kind, Line, Many
from generator.language import Bilingual


@dataclass(frozen=True)
class Field:
    """One blank: its key in the file, its kind, and the words that explain it to people."""

    key: str
    kind: Kind
    title: Bilingual
    help: Bilingual
    form_label: str = ""
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    required: bool = False
    expected: bool = False
    """Whether a blank here counts as missing in the completeness of a report."""


def blank(
    kind: Kind,
    title: tuple[str, str],
    about: tuple[str, str],
    **details: Any,
) -> Any:
    """Declare one blank of a form; `title` and `about` are (Thai, English), `details` the other parts of `Field`."""
    made = Field("", kind, Bilingual(*title), Bilingual(*about), **details)
    metadata = {"field": made}
    if made.required:
        return dataclasses.field(metadata=metadata)
    if isinstance(kind, Group):  # a group is always there; its blanks are blank
        return dataclasses.field(default_factory=kind.type, metadata=metadata)
    return dataclasses.field(default=() if isinstance(kind, Many) else None, metadata=metadata)


def fields_of(form: type[Any]) -> tuple[Field, ...]:
    """Give the fields of a form's dataclass, in the order of the form."""
    return _fields_of(form)  # type: ignore[arg-type]  # mypy takes a generic class for unhashable


def filled(value: Any, kind: Kind, path: str = "") -> Iterator[tuple[str, Line, str]]:
    """Walk every filled blank of a value of any kind: its path, its kind, and its text as written in a file."""
    if isinstance(kind, Many):
        for index, item in enumerate(value):
            yield from filled(item, kind.of, f"{path}[{index}]")
    elif isinstance(kind, Group):
        for item in fields_of(kind.type):
            yield from filled(getattr(value, item.key), item.kind, f"{path}.{item.key}" if path else item.key)
    elif value is not None:
        yield path, kind, kind.write(value)


@functools.cache
def _fields_of(form: Any) -> tuple[Field, ...]:
    return tuple(
        dataclasses.replace(item.metadata["field"], key=item.name)
        for item in dataclasses.fields(form)
        if "field" in item.metadata
    )
