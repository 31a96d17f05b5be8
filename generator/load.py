"""A data folder -> every document in it, with the problems of all files at once."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from generator.language import Bilingual
from generator.model import Report
from generator.parse import MOST_BYTES
from generator.problems import Known, Problem, printable, problem
from generator.read import Document, read
from generator.settings import Agencies, Plan, Portal
from generator.track import silent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.track import Track

Form = TypeVar("Form")
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\.yml", re.ASCII)
_READ = {"portal.yml", "agencies.yml", "plan.yml", "reports"}
_READING = Bilingual("อ่านไฟล์", "Reading files")


@dataclass(frozen=True)
class Data:
    """What a data folder holds: the reference lists, the reports in order of their paths, and what was wrong."""

    folder: str
    portal: Document[Portal]
    agencies: Document[Agencies]
    plan: Document[Plan]
    reports: tuple[Document[Report], ...]
    problems: tuple[Problem, ...]


def load(folder: Path, extra: Iterable[Path] = (), track: Track = silent) -> Data:
    """Read a data folder, and `extra` report files outside it; problems name files as `folder` names itself."""
    strays: list[Problem] = []
    _note_strays(folder, strays)
    files = [*report_files(folder / "reports", strays), *extra]
    reports = [read_file(path, shown(path), Report) for path in track(_READING, files)]
    portal = _reference(folder / "portal.yml", Portal)
    agencies = _reference(folder / "agencies.yml", Agencies)
    plan = _reference(folder / "plan.yml", Plan)
    documents: list[Document[Any]] = [portal, agencies, plan, *reports]
    problems = (*strays, *(found for document in documents for found in document.problems))
    return Data(shown(folder), portal, agencies, plan, tuple(reports), problems)


def shown(path: Path) -> str:
    """Give a path as problems name it: with `/`, and without anything that could act on a terminal."""
    return printable(path.as_posix())


def read_file(path: Path, name: str, form: type[Form]) -> Document[Form]:
    """Read one regular file; links, devices and oversized files are problems and are never opened."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(name, "file-kind")
        if status.st_size > MOST_BYTES:
            return _unreadable(name, "file-size", size=status.st_size, most=MOST_BYTES)
        data = path.read_bytes()
    except OSError as bad:
        return _unreadable(name, "file-unreadable", detail=bad.strerror)
    return read(data, name, form)


def report_files(folder: Path, strays: list[Problem]) -> list[Path]:
    """List the report files below a folder, sorted; links to folders are not followed, hidden files passed over.

    Files that cannot be reports are noted in `strays`.
    """
    found: list[Path] = []
    folders = [folder]
    while folders:  # not by recursion: whoever nests folders deeply must not end the program
        for path in _entries(folders.pop(), strays):
            if path.is_dir() and not path.is_symlink():
                folders.append(path)
            elif _FILE_NAME.fullmatch(path.name):
                found.append(path)
            else:
                code = "file-kind" if path.is_dir() else "file-name"
                strays.append(problem(shown(path), (1, 1), "", code, value=path.name))
    return sorted(found, key=lambda path: path.parts)


def _entries(folder: Path, strays: list[Problem]) -> list[Path]:
    if folder.is_symlink() or folder.is_file():
        strays.append(problem(shown(folder), (1, 1), "", "file-kind"))
    elif folder.is_dir():
        return [path for path in folder.iterdir() if not path.name.startswith(".")]
    return []


def _note_strays(folder: Path, strays: list[Problem]) -> None:
    """Note what nobody would read: a report beside the folder of reports would look as if it were published."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in _READ and not path.name.startswith("."):
            place = Known(f"{shown(folder)}/reports")
            strays.append(problem(shown(path), (1, 1), "", "file-stray", expected=place))


def _reference(path: Path, form: type[Form]) -> Document[Form]:
    if not path.is_symlink() and not path.exists():
        return _unreadable(shown(path), "file-missing")
    return read_file(path, shown(path), form)


def _unreadable(name: str, code: str, **params: object) -> Document[Any]:
    return Document(name, None, {}, (problem(name, (1, 1), "", code, **params),))
