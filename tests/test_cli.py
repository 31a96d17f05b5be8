"""The commands as people and workflows use them: what they print, what they write, how they end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.__main__ import main
from generator.cli import files

ROOT = Path(__file__).parent.parent
REPORT = Path("data/reports/2564/0100/0100-814.yml")
IN_THE_YEAR = ("--today", "2020-12-01")


@pytest.fixture(autouse=True)
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRONGSAI_LANG", raising=False)
    shutil.copytree(ROOT / "data", "data")
    return tmp_path


def prongsai(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def test_check_tells_everything_in_thai_and_ends_with_a_count() -> None:
    result = prongsai("check", *IN_THE_YEAR)
    assert result.exit_code == 0
    assert f"{REPORT.as_posix()}:37:184: เตือน [date-after-quarter]" in result.output
    assert result.output.splitlines()[-1] == "4 ไฟล์ ผิด 0 แห่ง เตือน 5 แห่ง"


def test_check_in_english_counts_one_as_one() -> None:
    change(REPORT, "level: unknown", "level: ผลผลิต")
    result = prongsai("check", "--lang", "en", REPORT.as_posix())
    assert result.exit_code == 1
    assert result.output.splitlines()[-1] == "1 file, 1 error, 3 warnings"
    assert "remedy: Choose one of: output" in result.output


def test_the_language_may_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRONGSAI_LANG", "en")
    assert prongsai("check", *IN_THE_YEAR).output.endswith("4 files, 0 errors, 5 warnings\n")


def test_clean_data_earns_a_kind_word() -> None:
    shutil.rmtree("data/reports")
    assert prongsai("check", "--strict").output == "ตรวจ 3 ไฟล์ ไม่พบปัญหา ขอบคุณที่ดูแลข้อมูล\n"
    assert prongsai("check", "--lang", "en").output == "3 files, no problems. Thank you for your care.\n"


def test_strict_counts_warnings() -> None:
    assert prongsai("check", "--strict").exit_code == 1


def test_json_is_one_list_of_problems() -> None:
    found: list[dict[str, Any]] = json.loads(prongsai("check", "--format", "json", *IN_THE_YEAR).output)
    assert len(found) == 5
    assert list(found[0]) == ["path", "line", "column", "field", "code", "level", "message", "remedy"]
    assert found[0]["message"].keys() == {"th", "en"} == found[0]["remedy"].keys()


def test_github_annotates_lines_and_cannot_be_led_astray() -> None:
    change(REPORT, "level: unknown", 'level: "::error::x\\n::add-mask::y%0Az"')
    lines = prongsai("check", "--format", "github", "--lang", "en", *IN_THE_YEAR).output.splitlines()
    place = f"file={REPORT.as_posix()},line=8,col=8,title=bad-choice"
    assert lines[0].startswith(f"::error {place}::level: “::error::x ::add-mask::y%250Az”")
    assert all(line.startswith((f"::error {place}::", "::warning file=data/")) for line in lines[:-1])
    assert lines[-1] == "4 files, 1 error, 3 warnings"


def test_a_path_shows_its_own_problems_though_all_is_read() -> None:
    change(Path("data/plan.yml"), "id: routine", "id: other")
    change(Path("data/agencies.yml"), "name:", "nmae:")
    only_report = prongsai("check", REPORT.as_posix(), "--format", "json").output
    assert {each["code"] for each in json.loads(only_report)} >= {"unknown-plan-entry"}
    assert {each["path"] for each in json.loads(only_report)} == {REPORT.as_posix()}
    folder = json.loads(prongsai("check", str(Path("data/reports").absolute()), "--format", "json").output)
    assert {each["path"] for each in folder} == {REPORT.as_posix()}


def test_a_file_from_elsewhere_is_a_draft() -> None:
    Path("desk").mkdir()
    draft = Path("desk/my draft.yml")
    draft.write_text(REPORT.read_text(encoding="utf-8").replace("5", "ห้า", 1), encoding="utf-8")
    result = prongsai("check", draft.as_posix(), "--format", "json")
    assert [each["code"] for each in json.loads(result.output)] == ["bad-code"]
    assert result.exit_code == 1
    shutil.copy(REPORT, "desk/draft.yml")
    assert {each["path"] for each in json.loads(prongsai("check", "desk", "--format", "json").output)} == {
        "desk/draft.yml"
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--today", "2568-03-01"],
        ["build", "--today", "2106-01-01"],
        ["build", "--today", "0068-01-01"],
        ["check", "nowhere.yml"],
        ["check", "--data", "nowhere"],
        ["check", "--today", "31/12/2564"],
        ["chek"],
    ],
)
def test_what_is_not_understood_ends_with_2(arguments: list[str]) -> None:
    assert prongsai(*arguments).exit_code == 2


def test_a_buddhist_year_is_answered_with_the_year_to_write() -> None:
    assert "ใส่ปี ค.ศ. เช่น 2025-03-15" in prongsai("check", "--today", "2568-03-15").output
    assert prongsai("check", "--today", "2105-12-31").exit_code == 0


@pytest.mark.parametrize("command", ["build", "serve"])
def test_outside_the_project_s_folder_nothing_is_written(portal: Path, command: str) -> None:
    before = sorted(portal.rglob("*"))
    result = prongsai(command)
    assert result.exit_code == 1
    assert "mkdocs.yml" in result.output
    assert "โฟลเดอร์" in result.output
    assert sorted(portal.rglob("*")) == before


def test_personal_data_never_reaches_a_log() -> None:
    change(REPORT, "method: |-\n", "method: |-\n  นายสมมติ ตัวอย่าง 3100600445635 081-234-5678 somebody@gmail.com\n")
    change(REPORT, "method: |-\n", "method:   |-\n")
    assert "+method: |-" in prongsai("fmt", "--check").output
    for arguments in (["check"], ["check", "--format", "json"], ["check", "--format", "github"], ["fmt", "--check"]):
        output = prongsai(*arguments).output
        assert not [secret for secret in ("สมมติ", "ตัวอย่าง", "0600445", "234-5678", "somebody") if secret in output]


def test_thai_is_written_into_a_pipe_of_windows() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "check"]
    result = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert result.returncode == 0, result.stderr.decode()
    assert "เตือน" in result.stdout.decode("utf-8")


def test_fmt_leaves_what_is_canonical() -> None:
    before = REPORT.stat()
    assert prongsai("fmt").output == "4 ไฟล์ จัดรูปแบบแล้ว 0 ไม่ได้แก้เพราะมีปัญหา 0\n"
    assert REPORT.stat().st_mtime_ns == before.st_mtime_ns


def test_fmt_mends_what_is_not_and_keeps_the_rest() -> None:
    canonical = REPORT.read_bytes()
    REPORT.write_bytes(b"\xef\xbb\xbf" + canonical.replace(b"\n", b"\r\n").replace(b"'2564'", b'"2564"', 1))
    REPORT.chmod(0o640)
    looked = prongsai("fmt", "--check", "--lang", "en")
    assert looked.exit_code == 1
    assert '-fiscal_year: "2564"' in looked.output
    assert "+fiscal_year: '2564'" in looked.output
    assert REPORT.read_bytes() != canonical
    assert prongsai("fmt", "--lang", "en").output.splitlines() == [
        f"{REPORT.as_posix()}: formatted", "4 files, 1 formatted, 0 refused",
    ]  # fmt: skip
    assert REPORT.read_bytes() == canonical
    assert REPORT.stat().st_mode & 0o777 == 0o640
    assert prongsai("fmt", "--check").exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("type: unknown", "type: unknown\ntype: routine", "duplicate-key"),
        ("type: unknown", "typo: unknown", "unknown-key"),
        ("type: unknown", "# ถามสำนัก\ntype: unknown", "comment"),
        ("method: |-", "method: |- # ถามสำนัก", "comment"),
        ("code: อ.2/2", "code: อ.2/2 #1", "text-cut"),
    ],
)
def test_fmt_leaves_alone_what_it_would_lose_something_of(old: str, new: str, code: str) -> None:
    change(REPORT, old, new)
    before = REPORT.read_bytes()
    result = prongsai("fmt", "--lang", "en")
    assert result.exit_code == 1
    assert f"{REPORT.as_posix()}: left as it is, because" in result.output
    assert f"[{code}]" in result.output
    assert REPORT.read_bytes() == before


def test_fmt_of_one_file_leaves_the_others() -> None:
    for path in (Path("data/plan.yml"), Path("data/agencies.yml")):
        path.write_bytes(path.read_bytes() + b"\n")
    prongsai("fmt", "data/plan.yml")
    assert not Path("data/plan.yml").read_bytes().endswith(b"\n\n")
    assert Path("data/agencies.yml").read_bytes().endswith(b"\n\n")


def test_a_full_disk_leaves_the_old_file_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    before = REPORT.read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        files.replace_file(REPORT, b"half")
    assert REPORT.read_bytes() == before
    assert [path.name for path in REPORT.parent.iterdir()] == [REPORT.name]


def test_new_makes_a_report_that_check_asks_to_fill_in() -> None:
    result = prongsai("new", "2565", "0100-7")
    path = Path("data/reports/2565/0100/0100-7.yml")
    assert result.exit_code == 0
    assert "ต่อไป" in result.output
    assert "Next" in result.output
    found = json.loads(prongsai("check", path.as_posix(), "--format", "json", *IN_THE_YEAR).output)
    assert [(each["field"], each["code"]) for each in found] == [("name", "required")]
    change(path, "\nname:\n", "\nname: ก\n")
    assert prongsai("check", path.as_posix(), "--strict", *IN_THE_YEAR).exit_code == 0
    assert prongsai("fmt", "--check", path.as_posix()).exit_code == 0


def test_new_warns_of_an_agency_that_is_not_listed() -> None:
    assert "unknown-agency" not in prongsai("new", "2565", "0100-7").output
    result = prongsai("new", "2565", "0200-1")
    assert result.exit_code == 0
    assert "data/agencies.yml has no agency “0200”" in result.stderr
    assert "ไม่มีหน่วยงานรหัส “0200”" in result.stderr
    assert Path("data/reports/2565/0200/0200-1.yml").is_file()


def test_new_never_overwrites() -> None:
    before = REPORT.read_bytes()
    result = prongsai("new", "2564", "0100-814")
    assert result.exit_code == 1
    assert "was left as it is" in result.output
    assert REPORT.read_bytes() == before


@pytest.mark.parametrize(("year", "name"), [("2021", "0100-1"), ("64", "0100-1"), ("2564", "../x"), ("2564", "๐๑๐๐-๑")])
def test_new_refuses_what_is_no_year_or_id(year: str, name: str) -> None:
    result = prongsai("new", year, name)
    assert result.exit_code == 2
    assert "เขียนแบบ" in result.output
    assert sorted(Path("data/reports").iterdir()) == [Path("data/reports/2564")]


def test_every_command_explains_itself() -> None:
    for command in main.commands.values():
        assert prongsai(str(command.name), "--help").exit_code == 0
