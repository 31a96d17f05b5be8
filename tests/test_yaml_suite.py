"""The public YAML test suite is whole; tests of the reader take its texts from `yaml_suite`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

import yaml_suite
from naughty_strings import naughty_strings

if TYPE_CHECKING:
    from pathlib import Path


def test_the_suite_is_whole() -> None:
    cases = yaml_suite.suite_cases()
    assert len(cases) == 402
    assert len({case.id for case in cases}) == 402
    assert sum(case.fails for case in cases) == 94


def test_its_texts_are_read_as_they_are_meant() -> None:
    case = next(case for case in yaml_suite.suite_cases() if case.id == "229Q-0")
    assert [entry["hr"] for entry in yaml.safe_load(case.yaml)] == [65, 63]


def test_a_changed_package_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / yaml_suite.PACKAGE.name
    changed.write_bytes(yaml_suite.PACKAGE.read_bytes() + b"\0")
    monkeypatch.setattr(yaml_suite, "PACKAGE", changed)
    with pytest.raises(ValueError, match="not the published package"):
        yaml_suite.suite_cases()


def test_the_naughty_strings_are_whole() -> None:
    strings = naughty_strings()
    assert len(strings) == 503
    assert any("<script>" in string for string in strings)
