"""A data folder -> every document in it, with the problems of all files at once."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from generator.model import Report
from generator.parse import MOST_BYTES
from generator.problems import Problem, problem
from generator.read import Document, read
from generator.settings import Agencies, Plan, Portal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Form = TypeVar("Form")
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\.yml", re.ASCII)


@dataclass(frozen=True)
class Data:
    """What a data folder holds: the reference lists, the reports in order of their paths, and what was wrong."""

    folder: str
    portal: Document[Portal]
    agencies: Document[Agencies]
    plan: Document[Plan]
    reports: tuple[Document[Report], ...]
    problems: tuple[Problem, ...]


def load(folder: Path, extra: Iterable[Path] = ()) -> Data:
    """Read a data folder, and `extra` report files outside it; problems name files as `folder` names itself."""
    strays: list[Problem] = []
    reports = [read_file(path, path.as_posix(), Report) for path in _report_files(folder / "reports", strays)]
    reports += [read_file(path, path.as_posix(), Report) for path in extra]
    portal = _reference(folder / "portal.yml", Portal)
    agencies = _reference(folder / "agencies.yml", Agencies)
    plan = _reference(folder / "plan.yml", Plan)
    documents: list[Document[Any]] = [portal, agencies, plan, *reports]
    problems = (*strays, *(found for document in documents for found in document.problems))
    return Data(folder.as_posix(), portal, agencies, plan, tuple(reports), problems)


def read_file(path: Path, name: str, form: type[Form]) -> Document[Form]:
    """Read one regular file; links, devices and oversized files are problems and are never opened."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return _unreadable(name, "file-kind")
    if status.st_size > MOST_BYTES:
        return _unreadable(name, "file-size", size=status.st_size, most=MOST_BYTES)
    return read(path.read_bytes(), name, form)


def _reference(path: Path, form: type[Form]) -> Document[Form]:
    if not path.is_symlink() and not path.exists():
        return _unreadable(path.as_posix(), "file-missing")
    return read_file(path, path.as_posix(), form)


def _unreadable(name: str, code: str, **params: object) -> Document[Any]:
    return Document(name, None, {}, (problem(name, (1, 1), "", code, **params),))


def _report_files(folder: Path, strays: list[Problem]) -> Iterator[Path]:
    """Walk in sorted order; links to folders are not followed, files of other names are noted, hidden ones passed."""
    for path in sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else ():
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _report_files(path, strays)
        elif _FILE_NAME.fullmatch(path.name):
            yield path
        else:
            strays.append(problem(path.as_posix(), (1, 1), "", "file-name", value=path.name))
