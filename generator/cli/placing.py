"""A draft -> its file in a data folder: new ones are written, those that are there are only ever merged."""

from __future__ import annotations

from dataclasses import dataclass
from errno import ENOTDIR
from os import strerror
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from generator.canonical import write
from generator.cli.files import create_file, replace_file
from generator.language import Bilingual
from generator.legacy import OPTIONS
from generator.legacy.merge import Change, merge
from generator.load import read_file, shown
from generator.model import Report
from generator.personal import masked
from generator.problems import Known, Problem, printable, problem

if TYPE_CHECKING:
    from generator.language import Language
    from generator.legacy import Draft

State = Literal["written", "same", "differs", "updated", "refused"]
_SAID: dict[State, Bilingual] = {
    "written": Bilingual("{path}: เขียนร่างแล้ว", "{path}: written"),
    "same": Bilingual("{path}: มีครบอยู่แล้ว ไม่ได้เปลี่ยน", "{path}: holds all of it already"),
    "differs": Bilingual("{path}: มีอยู่แล้ว ไม่ได้เขียนทับ สิ่งที่ต่าง:", "{path}: there already, left as it is; what differs:"),
    "updated": Bilingual("{path}: รวมแล้ว สิ่งที่เปลี่ยน:", "{path}: merged; what changed:"),
    "refused": Bilingual("{path}: ไม่ได้เขียน", "{path}: not written"),
}


@dataclass(frozen=True)
class Placed:
    """What became of one draft: its file, how the file differs from it, and what stood in the way."""

    path: str
    state: State
    changes: tuple[Change, ...] = ()
    problem: Problem | None = None

    def say(self, language: Language) -> str:
        """Give what became of it, and each field that differs; what is of people is masked."""
        lines = [_SAID[self.state].say(language).format(path=self.path)]
        for change in self.changes:
            lines.append(f"  {change.path}:")
            lines += [f"    - {line}" for line in _shown(change.old)]
            lines += [f"    + {line}" for line in _shown(change.new)]
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """Give `{"path": …, "state": …, "changes": [{"path": …, "old": …, "new": …}]}`."""
        changes = [{"path": each.path, "old": each.old, "new": each.new} for each in self.changes]
        return {"path": self.path, "state": self.state, "changes": changes}


def _shown(text: str | None) -> list[str]:
    return [] if text is None else [printable(line) for line in masked(text).split("\n")]


def place_draft(draft: Draft, name: str, data: Path, *, update: bool) -> Placed:
    """Write a draft to its place; a file that is there stays as it is, or with `update` takes over what it lacks."""
    try:
        return _place(draft, name, data, update=update)
    except OSError as bad:
        place = _path(draft.report, data)
        return _refused(draft, name, "import-unwritable", other=Known(shown(place)), detail=bad.strerror)


def _path(report: Report, data: Path) -> Path:
    return data / "reports" / str(report.fiscal_year) / report.agency / f"{report.id}.yml"


def _refused(draft: Draft, name: str, code: str, field_path: str = "", **params: object) -> Placed:
    return Placed(name, "refused", problem=problem(name, (draft.line, 1), field_path, code, **params))


def _place(draft: Draft, name: str, data: Path, *, update: bool) -> Placed:
    report = draft.report
    lacking = [key for key in OPTIONS if getattr(report, key) is None]
    if lacking:
        options = Known(", ".join(OPTIONS[key] for key in lacking))
        return _refused(draft, name, "import-no-place", keys=Known(", ".join(lacking)), options=options)
    if not report.id.startswith(f"{report.agency}-"):
        return _refused(draft, name, "id-agency", "id", value=Known(report.id), agency=Known(report.agency))
    path = _path(report, data)
    if path.parent.is_symlink() or path.parent.parent.is_symlink():
        raise NotADirectoryError(ENOTDIR, strerror(ENOTDIR))
    if path.is_symlink() or path.exists():
        return _place_beside(draft, name, path, update=update)
    text = write(report)
    path.parent.mkdir(parents=True, exist_ok=True)
    create_file(path, text.encode())
    return Placed(shown(path), "written")


def _place_beside(draft: Draft, name: str, path: Path, *, update: bool) -> Placed:
    there = read_file(path, shown(path), Report)
    if there.form is None or any(found.code == "comment" for found in there.problems):
        found = problem(name, (draft.line, 1), "", "import-unreadable", other=Known(there.path))
        return Placed(there.path, "refused", problem=found)
    merged, changes = merge(there.form, draft.report)
    if merged == there.form:
        return Placed(there.path, "same")
    if not update:
        found = problem(name, (draft.line, 1), "", "import-exists", other=Known(there.path))
        return Placed(there.path, "differs", changes, found)
    replace_file(path, write(merged).encode())
    return Placed(there.path, "updated", changes)
