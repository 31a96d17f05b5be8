"""What a machine found in a text and no person has confirmed: named in `suggested`, and never published as fact."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from typing import Any

from generator.fields import fields_of
from generator.kinds import Group, Kind, Many
from generator.model import Report

_STEP = re.compile(r"(?P<key>[a-z_0-9]+)(?:\[(?P<index>0|[1-9][0-9]{0,5})\])?", re.ASCII)
_CERTAIN = frozenset({"fiscal_year", "agency", "id", "name", "suggested"})
"""Without these there is no report, so that they cannot wait for anybody."""

Steps = tuple[str | int, ...]


def is_suggestible(report: Report, path: str) -> bool:
    """Say whether a path names a filled value or an entry of a report that may wait for a person."""
    steps = _steps(path)
    return bool(steps) and steps[0] not in _CERTAIN and _value_at(report, Group(Report), steps) not in (None, ())


def waiting(report: Report) -> tuple[str, ...]:
    """Give the paths of all that waits for a person, as `suggested` names them."""
    return tuple(path for path in report.suggested if is_suggestible(report, path))


def confirmed(report: Report) -> Report:
    """Give what of a report may be published: without every part that is suggested, and without the suggestions."""
    if not report.suggested:
        return report
    return without(dataclasses.replace(report, suggested=()), waiting(report))


def without(report: Report, paths: Iterable[str]) -> Report:
    """Give a report without the values and entries that some paths name, and without what cannot stand alone then."""
    steps = frozenset(found for path in paths if (found := _steps(path)))
    kept: Report = _without(report, Group(Report), steps)
    return kept


def _steps(path: str) -> Steps:
    """Take `obstacles[0].cause` apart; nothing where it is no path."""
    matches = [_STEP.fullmatch(part) for part in path.split(".")]
    if not all(matches):
        return ()
    pairs = ((match["key"], match["index"]) for match in matches if match)
    return tuple(step for key, index in pairs for step in ([key] if index is None else [key, int(index)]))


def _value_at(value: Any, kind: Kind, steps: Steps) -> Any:
    """Give the value that the steps lead to; None where they lead nowhere."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(kind, Many) and isinstance(step, int):
        return _value_at(value[step], kind.of, rest) if step < len(value) else None
    for item in fields_of(kind.type) if isinstance(kind, Group) else ():
        if item.key == step:
            return _value_at(getattr(value, item.key), item.kind, rest)
    return None


def _without(value: Any, kind: Kind, paths: frozenset[Steps]) -> Any:
    """Give a value without what the paths name; None where nothing of it can stand without that."""
    if not paths:
        return value
    if () in paths:
        return _blank(kind)
    if isinstance(kind, Many):
        items = (_without(item, kind.of, _below(paths, index)) for index, item in enumerate(value))
        return tuple(item for item in items if item is not None)
    kept = {}
    for item in fields_of(kind.type) if isinstance(kind, Group) else ():
        before = getattr(value, item.key)
        kept[item.key] = _without(before, item.kind, _below(paths, item.key))
        if item.required and kept[item.key] is None and before is not None:
            return None
    return dataclasses.replace(value, **kept)


def _below(paths: frozenset[Steps], step: str | int) -> frozenset[Steps]:
    return frozenset(path[1:] for path in paths if path[0] == step)


def _blank(kind: Kind) -> Any:
    """Give a blank of a kind; None for an entry of a list, which goes as a whole."""
    if isinstance(kind, Many):
        return ()
    required = isinstance(kind, Group) and any(item.required for item in fields_of(kind.type))
    return kind.type() if isinstance(kind, Group) and not required else None
