"""Golden pages: the Markdown of the fixture portal, byte for byte. `make golden` rewrites them; read the difference."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fixture_portal import fixture_site
from generator import pages

GOLDEN = Path(__file__).parent / "golden"


def test_pages_are_the_golden_ones(request: pytest.FixtureRequest) -> None:
    made = pages.plan(fixture_site())
    if request.config.getoption("--update-golden"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, text in made.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(text, encoding="utf-8", newline="\n")
    kept = {path.relative_to(GOLDEN).as_posix(): path.read_text(encoding="utf-8") for path in GOLDEN.rglob("*.md")}
    assert sorted(kept) == sorted(made), "make golden"
    for path, text in made.items():
        assert text == kept[path], f"{path} differs; make golden"
