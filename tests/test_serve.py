"""`prongsai serve` as a person uses it: the address, the page, a change, Ctrl-C."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PATIENCE = 60
OPTIONS = ("--data", "tests/portal/data", "--today", "2025-03-15", "--lang", "en")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy what a portal is made of, so that no preview of the checkout is touched."""
    for name in ("docs", "overrides", "tests/portal/data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def command(port: int) -> list[str]:
    return [sys.executable, "-m", "generator", "serve", "--port", str(port), *OPTIONS]


@contextmanager
def serving(project: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a server on a port of the system's choice; whatever happens, it is gone afterwards."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command(0), cwd=project, env=environment, stdout=subprocess.PIPE, text=True) as process:
        guard = threading.Timer(2 * PATIENCE, process.kill)  # no read of its output may wait for ever
        guard.start()
        try:
            yield process
        finally:
            guard.cancel()
            process.kill()


def address(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    words = process.stdout.readline().split()
    return next((word for word in words if word.startswith("http://127.0.0.1:")), f"no address in {words}")


def shows(page: str, word: str) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with urllib.request.urlopen(page, timeout=PATIENCE) as response:  # noqa: S310 — our own server
            if word in response.read().decode():
                return True
        time.sleep(0.2)
    return False


def test_the_address_is_said_a_change_is_shown_and_ctrl_c_ends_it(project: Path) -> None:
    report = project / "tests/portal/data/reports/2567/9001/9001-1.yml"
    with serving(project) as process:
        page = f"{address(process)}2567/9001/9001-1/"
        assert shows(page, "9001-1")
        text = report.read_text(encoding="utf-8")
        line = next(line for line in text.splitlines() if line.startswith("name: "))
        report.write_text(text.replace(line, "name: ชื่อที่เพิ่งแก้"), encoding="utf-8")
        assert shows(page, "ชื่อที่เพิ่งแก้")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


def test_a_port_that_is_taken_is_told_before_anything_is_built(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = subprocess.run(
            command(taken.getsockname()[1]), cwd=project, env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, check=False, encoding="utf-8",
        )  # fmt: skip
    assert done.returncode == 1
    assert "--port" in done.stderr
    assert "พอร์ต" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / ".site.build").exists()
