"""Which files a command is asked about: files and folders of the data folder, or drafts from elsewhere."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.load import Data, load, report_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.read import Document
    from generator.track import Track

paths_argument = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))

_LISTS = ("portal.yml", "agencies.yml", "plan.yml")


@dataclass(frozen=True)
class Selection:
    """The files below some paths; without paths, all files."""

    paths: tuple[Path, ...]

    def __contains__(self, path: str) -> bool:
        """Say whether a file belongs to the selection."""
        return not self.paths or any(_below(Path(path), chosen) for chosen in self.paths)

    def documents(self, data: Data) -> list[Document[Any]]:
        """Give the chosen documents: reference lists first, then reports."""
        documents: list[Document[Any]] = [data.portal, data.agencies, data.plan, *data.reports]
        return [each for each in documents if each.path in self]


def load_with_drafts(folder: Path, paths: Iterable[Path], track: Track) -> Data:
    """Read the data folder, and those `paths` that are not of it as drafts of reports."""
    drafts: dict[Path, None] = {}
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            apart = not _below(path, folder) and not _below(folder, path)
            drafts |= dict.fromkeys(report_files(path, []) if apart else ())
        elif not _below(path, folder / "reports") and not any(_below(path, folder / name) for name in _LISTS):
            drafts[path] = None
    return load(folder, drafts, track)


def _below(path: Path, above: Path) -> bool:
    """Compare names, not files: a link is not what it points to."""
    return _absolute(path).is_relative_to(_absolute(above))


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 — Path.resolve would follow links
