"""Every file below tests/cases/ is one case: an input, and the problems that must be found in it, no more, no less.

An input shows only the fields that its case is about. That the others are not there is a problem of its own
(`key-missing`), which counts only in the cases that expect it.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalogue import CATALOGUE
from generator.catalogue.sources import SOURCES
from generator.load import load
from generator.rules import check

FOLDER = Path(__file__).parent / "cases"
FORMS = sorted((FOLDER / "legacy").rglob("*.yml"))  # printed forms: tests/test_legacy.py
CASES = sorted({*FOLDER.rglob("*.yml")} - {*FORMS})
REAL = Path(__file__).parent.parent / "data"
REPORT = "data/reports/2564/0100/0100-1.yml"
# Shown in tests of their own: what no file in a repository can hold, and other programs' files (test_sources.py).
ELSEWHERE = SOURCES.keys() | {
    "file-unreadable",
    "import-exists",
    "import-no-place",
    "import-unreadable",
    "import-unwritable",
}


def read_case(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert case.keys() <= {"about", "today", "encoding", "repeat", "links", "input", "files", "expect", "says", "hides"}
    return case


def lay_out(case: dict[str, Any]) -> None:
    """Write the case's files into the current folder, beside the real reference lists."""
    lists = {f"data/{path.name}": path.read_text(encoding="utf-8") for path in REAL.glob("*.yml")}
    files = lists | {REPORT: case["input"] * case.get("repeat", 1)} | case.get("files", {})
    for name, text in files.items():
        if text is not None:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(text.encode(case.get("encoding", "utf-8") if name == REPORT else "utf-8"))
    for name, target in case.get("links", {}).items():
        Path(name).symlink_to(target)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_case(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    case = read_case(path)
    lay_out(case)
    found = check(load(Path("data")), case.get("today", date(2021, 1, 15)))
    expected = [(each.get("path", REPORT), each["line"], each["field"], each["code"]) for each in case["expect"]]
    if "key-missing" not in {code for *_, code in expected}:
        found = tuple(each for each in found if each.code != "key-missing")
    assert sorted((each.path, each.line, each.field, each.code) for each in found) == sorted(expected)
    said = "\n".join(each.as_text("th") + each.as_text("en") + each.as_github("en") for each in found)
    assert case.get("says", "") in said
    assert not re.search(case.get("hides", "(?!)"), said)


def test_every_code_has_a_case() -> None:
    shown = {each["code"] for path in CASES for each in read_case(path)["expect"]}
    shown |= {code for path in FORMS for _, code in yaml.safe_load(path.read_text(encoding="utf-8"))["expect"]}
    assert CATALOGUE.keys() - shown == ELSEWHERE
