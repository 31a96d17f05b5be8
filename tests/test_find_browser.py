"""The browser is found where it is, and where it is not one command is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import find_browser

SCRIPT = Path(find_browser.__file__)


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.delenv(find_browser.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(find_browser, "MAC_APPLICATIONS", ())
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_the_named_browser_comes_before_the_one_on_path(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare, "chromium")
    own = program(bare, "my-browser")
    monkeypatch.setenv(find_browser.VARIABLE, str(own))
    assert find_browser.find_browser() == str(own)


def test_a_browser_on_path_is_found(bare: Path) -> None:
    chrome = program(bare, "google-chrome")
    assert find_browser.find_browser() == str(chrome)


def test_a_named_browser_that_is_not_there_is_said(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare, "chromium")
    monkeypatch.setenv(find_browser.VARIABLE, str(bare / "gone"))
    with pytest.raises(find_browser.BrowserMissingError, match="gone"):
        find_browser.find_browser()


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("system", "root", "command"),
    [
        ("debian", True, "apt-get update && apt-get install -y chromium"),
        ("debian", False, "sudo sh -c 'apt-get update && apt-get install -y chromium'"),
        ("fedora", False, "sudo dnf install -y chromium"),
    ],
)
def test_a_missing_browser_is_said_with_one_command(
    monkeypatch: pytest.MonkeyPatch, system: str, command: str, *, root: bool
) -> None:
    monkeypatch.setattr(find_browser, "_system", lambda: system)
    monkeypatch.setattr(find_browser, "_is_root", lambda: root)
    with pytest.raises(find_browser.BrowserMissingError) as missing:
        find_browser.find_browser()
    assert str(missing.value).endswith(command)


def test_make_test_stops_where_the_named_browser_is_missing(tmp_path: Path) -> None:
    environment = os.environ | {find_browser.VARIABLE: str(tmp_path / "gone"), "CI": "true"}
    result = subprocess.run([sys.executable, SCRIPT], env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "gone" in result.stderr


def test_on_debian_root_installs_it(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A stand-in for apt-get writes down what it was asked and "installs" a browser.
    asked = bare / "asked"
    apt = program(bare, "apt-get")
    apt.write_text(f'#!/bin/sh\necho "$@" >>"{asked}"\n', encoding="utf-8")
    monkeypatch.setenv("PATH", f"{bare}{os.pathsep}{os.defpath}")
    monkeypatch.setattr(find_browser, "NAMES", ())
    monkeypatch.setattr(find_browser, "_system", lambda: "debian")
    monkeypatch.setattr(find_browser, "_is_root", lambda: True)
    assert find_browser.main() == 0
    assert asked.read_text(encoding="utf-8").splitlines() == ["update", "install -y chromium"]
