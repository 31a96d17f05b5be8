"""A draft and the record that is there already -> the record with what the form says, field by field.

What the form says goes before what the record says, and every such change is shown. Beyond that nothing that a person
wrote is lost: a blank of the form takes nothing away, entries of lists are added and never dropped, and what a machine
only believes fills blanks and replaces nothing. The file is a source of the record only where something came from it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from generator.fields import fields_of, filled
from generator.kinds import Group, Kind, Many
from generator.model import Report
from generator.parts import Source

_NOTHING = (None, (), "unknown")
_SAME = {"alignment": 2, "amendments": 1}
"""How many fields say that two entries are one, where it is not just the first."""
_NOT_MERGED = frozenset({"fiscal_year", "agency", "id", "sources", "suggested"})
"""What names a record, and what is only taken over with something else: where that came from, and what waits."""


@dataclass(frozen=True)
class Change:
    """One value of a record that a draft changes, as texts; `old` is None where the record has nothing yet."""

    path: str
    old: str | None
    new: str


@dataclass
class _Merging:
    suggested: frozenset[str]
    changes: list[Change] = field(default_factory=list)
    believed: list[str] = field(default_factory=list)

    def value(self, old: Any, new: Any, kind: Kind, at: str, there: str) -> Any:
        """Merge one value; `at` is its path in the record, `there` in the draft."""
        if isinstance(kind, Many):
            return self.many(old, new, kind, at, there)
        if isinstance(kind, Group):
            return self.group(old, new, kind, at, there)
        believed = there in self.suggested
        if new in _NOTHING or new == old or (believed and old not in _NOTHING):
            return old
        if believed:
            self.believed.append(at)
        self.changes.append(Change(at, None if old is None else kind.write(old), kind.write(new)))
        return new

    def group(self, old: Any, new: Any, kind: Group, at: str, there: str) -> Any:
        values = {
            item.key: self.value(
                getattr(old, item.key),
                getattr(new, item.key),
                item.kind,
                _inside(at, item.key),
                _inside(there, item.key),
            )
            for item in fields_of(kind.type)
            if at or item.key not in _NOT_MERGED
        }
        return dataclasses.replace(old, **values)

    def many(self, old: Any, new: Any, kind: Many, at: str, there: str) -> tuple[Any, ...]:
        merged = list(old)
        places: dict[tuple[str, ...], list[int]] = {}
        for index, item in enumerate(old):
            places.setdefault(_identity(item, at), []).append(index)
        for index, item in enumerate(new):
            source, known = f"{there}[{index}]", places.get(_identity(item, at))
            if not known:
                self._add(merged, item, kind, at, source)
            elif isinstance(kind.of, Group) and source not in self.suggested:
                merged[known[0]] = self.group(merged[known[0]], item, kind.of, f"{at}[{known[0]}]", source)
            if known:
                known.pop(0)
        return tuple(merged)

    def _add(self, merged: list[Any], item: Any, kind: Many, at: str, source: str) -> None:
        target = f"{at}[{len(merged)}]"
        inner = [path for path in sorted(self.suggested) if path == source or path.startswith(f"{source}.")]
        self.believed += [f"{target}{path.removeprefix(source)}" for path in inner]
        self.changes.append(Change(target, None, " | ".join(text for *_, text in filled(item, kind.of))))
        merged.append(item)


def merge(record: Report, draft: Report) -> tuple[Report, tuple[Change, ...]]:
    """Give the record with what the draft adds to it or says otherwise, and a list of those changes."""
    merging = _Merging(frozenset(draft.suggested))
    merged: Report = merging.group(record, draft, Group(Report), "", "")
    if merging.changes:
        sources = merging.many(record.sources, draft.sources, Many(Group(Source)), "sources", "sources")
        merged = dataclasses.replace(merged, sources=sources)
    new = [path for path in merging.believed if path not in record.suggested]
    return dataclasses.replace(merged, suggested=(*record.suggested, *new)), tuple(merging.changes)


def _inside(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _identity(item: Any, at: str) -> tuple[str, ...]:
    """Give what makes an entry the same as another one: its first fields, without spaces."""
    if isinstance(item, str):
        return ("".join(item.split()),)
    keys = [each.key for each in fields_of(type(item))][: _SAME.get(at, 1)]
    keys += ["quarter"] if at == "amendments" else []
    return tuple("".join(str(getattr(item, key)).split()) for key in keys)
