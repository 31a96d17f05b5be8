"""From files that someone has to drafts of reports: which files, which ids, and what was wrong with each."""

from __future__ import annotations

import dataclasses
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.legacy import Draft, Given, Source, import_form, not_this_form, open_source
from generator.load import shown
from generator.parts import INDICATOR_ID
from generator.problems import Problem, has_errors, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_YEAR = re.compile("2[45][0-9]{2}", re.ASCII)


@dataclass(frozen=True)
class Brought:
    """One file that was brought in: its drafts, and all that is to be said of it."""

    path: str
    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]


def files_below(paths: Iterable[Path]) -> list[Path]:
    """List files, those of folders sorted; links to folders are not followed, hidden files passed over."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            inside = (each for each in sorted(path.iterdir()) if not each.name.startswith("."))
            found |= dict.fromkeys(files_below(inside))
        else:
            found[path] = None
    return list(found)


def bring(path: Path, given: Given) -> Brought:
    """Read the reports in one file; `given` holds for all of them."""
    name = shown(path)
    source = _open(path, name)
    drafts = () if isinstance(source, Problem) else tuple(_imported(source, path, given))
    if isinstance(source, Problem):
        return Brought(name, (), (source,))
    if not drafts:
        return Brought(name, (), not_this_form(source))
    return Brought(name, drafts, tuple(found for draft in drafts for found in draft.problems))


def _imported(source: Source, path: Path, given: Given) -> Iterator[Draft]:
    """Import a source; where it holds one report, the file may bear its id, and a folder around it its year."""
    if has_errors(source.problems):
        return
    year = next((int(part) for part in reversed(path.absolute().parts[-3:-1]) if _YEAR.fullmatch(part)), None)
    named = _named(given, path, year)
    drafts = import_form(source, named)
    yield from drafts if named is given or len(drafts) == 1 else import_form(source, given)


def _named(given: Given, path: Path, year: int | None) -> Given:
    if given.id is not None or not re.fullmatch(INDICATOR_ID.pattern, path.stem, re.ASCII):
        return given
    return dataclasses.replace(given, id=path.stem, fiscal_year=given.fiscal_year or year)


def _open(path: Path, name: str) -> Source | Problem:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return problem(name, (1, 1), "", "file-kind")
        return open_source(name, path.read_bytes())
    except OSError as bad:
        return problem(name, (1, 1), "", "file-unreadable", detail=bad.strerror)
