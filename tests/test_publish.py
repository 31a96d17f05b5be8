"""Whatever happens to a build, the site that is public stays whole."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import small_site
from generator import publish
from generator.exchange import exchange
from generator.problems import BuildStoppedError
from small_site import publish_docs, write_docs
from whole_site import changed_files

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with pages in docs/ and their published site in site/, to be copied and not touched."""
    folder = tmp_path_factory.mktemp("first")
    publish_docs(write_docs(folder / "docs"), folder / "site")
    return folder


@pytest.fixture
def portal(first: Path, tmp_path: Path) -> Path:
    shutil.copytree(first, tmp_path / "portal")
    return tmp_path / "portal"


def run(portal: Path, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, small_site.__file__, str(portal / "docs"), str(portal / "site"), *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | env
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def says(site: Path, word: str) -> bool:
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html") if path.name != "404.html"]
    return len(pages) == len(small_site.PAGES) and all(f"<p>{word}</p>" in page for page in pages)


def leftovers(portal: Path) -> list[str]:
    return sorted(path.name for path in (portal / ".site.build").iterdir() if path.name not in {"csp.json", "lock"})


def test_a_site_is_published_with_its_manifest(portal: Path) -> None:
    site = portal / "site"
    assert says(site, "ฉบับแรก")
    assert changed_files(site) == ()
    content = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
    assert list(content["files"]) == sorted(content["files"])
    assert content["files"]["index.html"]["bytes"] == (site / "index.html").stat().st_size
    assert "manifest.json" not in content["files"]
    assert leftovers(portal) == []


def test_a_page_that_vanished_vanishes_from_the_site(portal: Path) -> None:
    old = portal / "site" / "gone" / "index.html"
    with publish.workspace(portal / "site") as work:
        new = work / "site"
        shutil.copytree(portal / "site", new)
        (new / "gone").mkdir()
        (new / "gone" / "index.html").write_text("x", encoding="utf-8")
        publish.manifest(new)
        publish.swap(new, portal / "site")
    assert old.exists()
    publish_docs(portal / "docs", portal / "site")
    assert not old.exists()


def moments(events: list[str]) -> list[int]:
    """Give ten moments: eight all over the build, the last before the exchange, and the first after it."""
    exchange = max(number for number, event in enumerate(events, 1) if event == "os.chmod")
    cleaning = exchange + 1
    spread = [1 + exchange * part // 9 for part in range(8)]
    return [*spread, exchange, cleaning]


def test_a_kill_at_any_of_ten_moments_leaves_a_whole_site(portal: Path, tmp_path: Path) -> None:
    site, record = portal / "site", tmp_path / "events"
    assert run(portal, "--record", str(record)).returncode == 0
    chosen = moments(record.read_text(encoding="utf-8").splitlines())
    assert len(set(chosen)) == 10
    shown = "ฉบับแรก"
    for number, moment in enumerate(chosen):
        write_docs(portal / "docs", f"ฉบับที่ {number}")
        assert run(portal, "--kill-at", str(moment)).returncode == -signal.SIGKILL
        assert changed_files(site) == (), moment
        assert says(site, f"ฉบับที่ {number}" if moment == chosen[-1] else shown), moment
        shown = f"ฉบับถัดจาก {number}"
        publish_docs(write_docs(portal / "docs", shown), site)
        assert says(site, shown)
        assert changed_files(site) == ()
        assert leftovers(portal) == []


def test_a_kill_between_two_renames_is_undone_by_the_next_build(portal: Path, tmp_path: Path) -> None:
    site, record = portal / "site", tmp_path / "events"
    assert run(portal, "--two-renames", "--record", str(record)).returncode == 0
    events = record.read_text(encoding="utf-8").splitlines()
    renames = [number for number, event in enumerate(events, 1) if event == "os.rename"]
    write_docs(portal / "docs", "ใหม่")
    assert run(portal, "--two-renames", "--kill-at", str(renames[-1])).returncode == -signal.SIGKILL
    assert not site.exists()
    with publish.workspace(site):
        assert says(site, "ฉบับแรก")
        assert changed_files(site) == ()
    assert run(portal, "--two-renames").returncode == 0
    assert says(site, "ใหม่")
    assert leftovers(portal) == []


def test_a_second_rename_that_fails_brings_the_old_site_back(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, rename = portal / "site", Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "site" and self.parent.name == ".site.build":
            raise PermissionError(13, "Permission denied", str(target))
        return rename(self, target)

    monkeypatch.setattr(publish, "exchange", lambda _first, _second: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(BuildStoppedError, match="Permission denied"):
        publish_docs(portal / "docs", site)
    assert changed_files(site) == ()


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[bool]:
    """Mount a file system of `size` bytes at `folder`; False where this process may not mount."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    mounted = sys.platform == "linux" and subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_site_whole(first: Path, tmp_path: Path) -> None:
    bytes_of_site = sum(path.stat().st_size for path in (first / "site").rglob("*"))
    with small_disk(tmp_path / "disk", bytes_of_site * 2) as mounted:
        portal = tmp_path / "disk"
        shutil.copytree(first, portal, dirs_exist_ok=True)
        write_docs(portal / "docs", "ใหม่")
        limit = () if mounted else ("--file-limit", "100000")
        result = run(portal, *limit)
        assert (result.returncode, "The disk is full" in result.stderr) == (1, True), result.stderr
        assert says(portal / "site", "ฉบับแรก")
        assert changed_files(portal / "site") == ()
        assert leftovers(portal) == []


def test_a_file_that_may_not_grow_leaves_the_old_site_whole_and_the_next_build_succeeds(portal: Path) -> None:
    write_docs(portal / "docs", "ใหม่")
    result = run(portal, "--file-limit", "100000")
    assert (result.returncode, "The disk is full" in result.stderr) == (1, True), result.stderr
    assert says(portal / "site", "ฉบับแรก")
    assert changed_files(portal / "site") == ()
    publish_docs(portal / "docs", portal / "site")
    assert says(portal / "site", "ใหม่")


def test_of_two_builds_at_once_one_publishes_and_the_other_says_why_not(portal: Path) -> None:
    site = portal / "site"
    write_docs(portal / "docs", "ใหม่")
    command = [sys.executable, small_site.__file__, str(portal / "docs"), str(site), "--hold"]
    with subprocess.Popen(
        command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BuildStoppedError, match="Another build") as stopped:
            publish_docs(portal / "docs", site)
        assert "อยู่แล้ว" in stopped.value.message.th
        assert changed_files(site) == ()
        holder.communicate("\n")
    assert holder.returncode == 0
    assert says(site, "ใหม่")


def test_a_reader_never_finds_the_site_missing_while_it_is_swapped(portal: Path, tmp_path: Path) -> None:
    site, stop, missed = portal / "site", threading.Event(), []

    def look() -> None:
        while not stop.is_set():
            if not (site / "index.html").exists():
                missed.append(1)

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(30):
        with publish.workspace(site) as work:
            shutil.copytree(site, work / "site")
            publish.swap(work / "site", site)
    stop.set()
    reader.join()
    assert changed_files(site) == ()
    assert missed == [] or not exchanges(tmp_path)


def exchanges(folder: Path) -> bool:
    """Try whether this file system can exchange two folders at all."""
    (folder / "a").mkdir()
    (folder / "b" / "inside").mkdir(parents=True)
    return exchange(folder / "a", folder / "b") and (folder / "a" / "inside").exists()


def bytes_and_modes(site: Path) -> dict[str, tuple[bytes, int]]:
    files = {path.relative_to(site).as_posix(): path for path in [site, *site.rglob("*")]}
    return {name: (path.read_bytes() if path.is_file() else b"", path.stat().st_mode) for name, path in files.items()}


def test_the_same_pages_give_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Whatever the umask, hash seed, time zone, order of files on disk and moment of their writing."""
    sites = []
    for number, (umask, zone, seed) in enumerate([(0o022, "UTC", "1"), (0o077, "Asia/Bangkok", "777")]):
        portal = tmp_path / str(number)
        before = os.umask(umask)
        try:
            write_docs(portal / "docs", backwards=bool(number))
            result = run(portal, TZ=zone, PYTHONHASHSEED=seed)
        finally:
            os.umask(before)
        assert result.returncode == 0, result.stderr
        sites.append(bytes_and_modes(portal / "site"))
    assert sites[0] == sites[1]


@pytest.mark.parametrize("name", ["index.html", "manifest.json", "deep/er/.hidden"])
def test_a_folder_of_somebody_else_is_not_replaced(name: str, tmp_path: Path) -> None:
    theirs = tmp_path / "site" / name
    theirs.parent.mkdir(parents=True)
    theirs.write_text('{"name": "theirs"}', encoding="utf-8")
    with pytest.raises(BuildStoppedError, match="did not make"):
        publish_docs(write_docs(tmp_path / "docs"), tmp_path / "site")
    assert theirs.read_text(encoding="utf-8") == '{"name": "theirs"}'
    assert not (tmp_path / ".site.build").exists()


def test_a_file_that_somebody_put_into_our_site_is_not_lost(portal: Path) -> None:
    (portal / "site" / "CNAME").write_text("example.org", encoding="utf-8")
    with pytest.raises(BuildStoppedError, match="CNAME"):
        publish_docs(portal / "docs", portal / "site")
    assert (portal / "site" / "CNAME").exists()
    assert says(portal / "site", "ฉบับแรก")


def test_litter_of_file_browsers_and_an_empty_folder_do_not_stop_a_build(portal: Path, tmp_path: Path) -> None:
    (portal / "site" / ".DS_Store").write_text("x", encoding="utf-8")
    publish_docs(portal / "docs", portal / "site")
    assert changed_files(portal / "site") == ()
    (tmp_path / "site").mkdir()
    publish_docs(portal / "docs", tmp_path / "site")
    assert changed_files(tmp_path / "site") == ()


def test_a_site_reached_through_a_link_is_replaced_where_it_lies(portal: Path, tmp_path: Path) -> None:
    (tmp_path / "public").symlink_to(portal / "site")
    publish_docs(write_docs(portal / "docs", "ใหม่"), tmp_path / "public")
    assert (tmp_path / "public").is_symlink()
    assert says(portal / "site", "ใหม่")


def test_changed_files_names_what_is_missing_altered_or_extra(portal: Path) -> None:
    site = portal / "site"
    (site / "404.html").unlink()
    (site / "index.html").write_text("x", encoding="utf-8")
    (site / "new.html").write_text("x", encoding="utf-8")
    assert changed_files(site) == ("404.html", "index.html", "new.html")
