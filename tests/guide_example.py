"""What the guide to importing (docs/import.md) shows: an empty portal, the real form, and the program's own words."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from generator.__main__ import main

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "import.md"
FORM = ROOT / "tests" / "forms" / "0100-814.txt"
OLD = Path("old/2564/0100-814.txt")
DRAFT = Path("data/reports/2564/0100/0100-814.yml")
SUGGESTED = "\nsuggested:\n"
_FENCE = re.compile(
    r"^```(?P<language>\w+)\n(?P<text>.*?)^```$|^## [^\n]*\{#(?P<section>\w+)\}$", re.MULTILINE | re.DOTALL
)


class Block(NamedTuple):
    """A fenced block of the guide: the section it stands in, its language and its text."""

    section: str
    language: str
    text: str


def blocks() -> Iterator[Block]:
    section = ""
    for found in _FENCE.finditer(GUIDE.read_text(encoding="utf-8")):
        section = found["section"] or section
        if found["language"]:
            yield Block(section, found["language"], found["text"])


def lay_out(folder: Path) -> None:
    """Put into a folder what an officer has: a data folder without the report, and the old form under year and id."""
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("reports"))
    (folder / OLD).parent.mkdir(parents=True)
    shutil.copyfile(FORM, folder / OLD)


def said(folder: Path, command: str) -> str:
    """Run a `prongsai` command in a folder and give all that it says, as on a terminal."""
    name, *arguments = command.split()
    assert name == "prongsai"
    with contextlib.chdir(folder):
        return CliRunner(env={"PRONGSAI_LANG": "th"}).invoke(main, arguments, catch_exceptions=False).output


def confirm(folder: Path, *paths: str) -> None:
    """Delete the lines of suggestions, as a person who found them right; all of them where none is named."""
    before, _, after = (folder / DRAFT).read_text(encoding="utf-8").partition(SUGGESTED)
    left = [line for line in after.splitlines() if paths and line.removeprefix("- ") not in paths]
    (folder / DRAFT).write_text(before + SUGGESTED + "".join(f"{line}\n" for line in left), encoding="utf-8")
