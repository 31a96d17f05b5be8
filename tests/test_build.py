"""From data to a published site: what is written, what is refused, and that the bytes depend on nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from fixture_portal import DATA, ROOT, TODAY, fixture_data, fixture_site, order
from generator import build as engine
from generator.load import load
from generator.problems import BuildStoppedError
from whole_site import changed_files


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_writing_touches_only_what_differs_and_prunes_the_rest(tmp_path: Path) -> None:
    assert engine.write(tmp_path, {"a.md": b"1", "b/c.md": b"2"}) == 2
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert engine.write(tmp_path, {"a.md": b"1", "b/d.md": b"3"}) == 1
    assert tree(tmp_path) == {"a.md": b"1", "b/d.md": b"3"}
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    engine.write(tmp_path, {})
    assert list(tmp_path.iterdir()) == []


def test_a_handwritten_page_must_not_hide_a_made_one(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("mine")
    with pytest.raises(BuildStoppedError, match=r"index\.md"):
        engine.plan(fixture_site(), tmp_path)


def test_links_among_the_handwritten_files_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "public.txt").symlink_to(secret)
    (docs / "folder").symlink_to(tmp_path)
    assert not any(b"secret" in content for content in engine.plan(fixture_site(), docs).values())


def test_every_planned_page_is_expected_in_the_site() -> None:
    paths = engine.html_paths(["index.md", "2567/index.md", "2567/9001/9001-1.md", "about.md", "assets/x.css"])
    assert paths == {
        "index.html",
        "2567/index.html",
        "2567/9001/9001-1/index.html",
        "about/index.html",
        "404.html",
    }


def test_reports_of_a_folder_elsewhere_keep_their_place_in_the_repository(tmp_path: Path) -> None:
    inside = fixture_site().reports[0].path
    assert inside == "tests/portal/data/reports/2567/9001/9001-1.yml"
    shutil.copytree(DATA, tmp_path / "data")
    from_elsewhere = engine.site_of(load(tmp_path / "data"), order(tmp_path / "site"))
    assert from_elsewhere.reports[0].path == "9001-1.yml"


def run_build(site: Path, data: Path = DATA, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "build", "--data", str(data), "--site", str(site)]
    command += ["--today", TODAY.isoformat(), "--lang", "en"]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_the_same_commit_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    engine.build(fixture_data(), order(tmp_path / "one" / "site"))
    old = os.umask(0o077)
    try:
        done = run_build(tmp_path / "two" / "site", PYTHONHASHSEED="7", TZ="Pacific/Kiritimati", LC_ALL="C")
    finally:
        os.umask(old)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "one" / "site") == tree(tmp_path / "two" / "site")
    modes = {(tmp_path / name / "site" / "index.html").stat().st_mode & 0o777 for name in ("one", "two")}
    assert modes == {0o644}


def test_a_mistake_in_the_data_keeps_the_old_site(tmp_path: Path) -> None:
    site, data = tmp_path / "site", tmp_path / "data"
    shutil.copytree(DATA, data)
    assert run_build(site, data).returncode == 0
    before = tree(site)
    bad = data / "reports" / "2567" / "9001" / "9001-1.yml"
    bad.write_text(bad.read_text(encoding="utf-8").replace("'72.50'", "ร้อยละ 72"), encoding="utf-8")
    done = run_build(site, data)
    assert done.returncode == 1
    assert "bad-number" in done.stderr
    assert "old site is whole" in done.stderr
    assert tree(site) == before
    assert changed_files(site) == ()


def test_a_report_that_vanishes_takes_its_page_along(tmp_path: Path) -> None:
    site, data = tmp_path / "site", tmp_path / "data"
    shutil.copytree(DATA, data)
    assert run_build(site, data).returncode == 0
    assert (site / "2569" / "9002" / "9002-4" / "index.html").is_file()
    (data / "reports" / "2569" / "9002" / "9002-4.yml").unlink()
    assert run_build(site, data).returncode == 0
    assert not (site / "2569").exists()


def test_a_build_tells_its_steps_in_plain_lines_where_there_is_no_terminal(tmp_path: Path) -> None:
    done = run_build(tmp_path / "site")
    assert done.returncode == 0, done.stderr
    steps = [
        "Reading files: 10",
        "Checking reports: 10",
        "Writing pages: ",
        "Building the site",
        "Checking the pages: ",
    ]
    places = [done.stderr.find(step) for step in steps]
    assert -1 not in places
    assert places == sorted(places)
    assert "\r" not in done.stderr
    assert "Done: " in done.stdout


def test_a_portal_without_reports_is_a_site_too(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    shutil.rmtree(data / "reports")
    done = run_build(tmp_path / "site", data)
    assert done.returncode == 0, done.stderr
    assert "ยังไม่มี" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_the_notice_of_a_demonstration_stands_on_every_page(tmp_path: Path) -> None:
    engine.build(fixture_data(), order(tmp_path / "site"))
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 20
    assert [page for page in pages if "ไม่ใช่ผลงานของหน่วยงานใด" not in page.read_text(encoding="utf-8")] == []


def test_the_repository_address_can_come_from_the_environment(tmp_path: Path) -> None:
    assert run_build(tmp_path / "site", PRONGSAI_REPOSITORY="https://example.com/fork").returncode == 0
    page = (tmp_path / "site" / "2567" / "9001" / "9001-1" / "index.html").read_text(encoding="utf-8")
    assert "example.com/fork" in page.replace("&#46;", ".").replace("&#47;", "/")


def test_the_day_decides_what_is_due(tmp_path: Path) -> None:
    early = engine.site_of(fixture_data(), engine.Order(ROOT, tmp_path, date(2023, 1, 1)))
    assert {judged.year.status.value for judged in early.reports} >= {"not-due"}
