"""`prongsai import` as people use it: drafts on the output or in their place, nothing overwritten, all told."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, Phase, given, settings

from generator.__main__ import main
from generator.cli import drafts, placing
from generator.kinds import Number
from generator.legacy import Draft, Given, Source, import_form
from generator.legacy.merge import merge
from generator.load import load
from generator.model import Report
from generator.parts import Letter, Obstacle, QuarterReport, Quarters
from generator.read import read
from generator.rules import check
from printed_form import REAL, ROOT, printed
from report_strategies import forms

PLACE = Path("data/reports/2564/0100/0100-814.yml")
YEAR = ("--year", "2564")


@pytest.fixture(autouse=True)
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRONGSAI_LANG", "en")
    shutil.copytree(ROOT / "data", "data")
    shutil.copy(REAL, "0100-814.txt")
    Path("form.txt").write_text(printed(), encoding="utf-8")
    return tmp_path


def prongsai(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def report(path: Path | str, text: str | None = None) -> Report:
    content = Path(path).read_bytes() if text is None else text.encode()
    found = read(content, str(path), Report).form
    assert found is not None
    return found


def test_one_draft_is_one_file_that_every_other_command_understands() -> None:
    result = prongsai("import", "0100-814.txt", *YEAR)
    assert result.exit_code == 0
    draft = report("draft.yml", result.stdout)
    assert (draft.fiscal_year, draft.agency, draft.id) == (2564, "0100", "0100-814")
    Path("draft.yml").write_text(result.stdout, encoding="utf-8")
    assert prongsai("fmt", "--check", "draft.yml").exit_code == 0
    assert "[suggestion-open] letters[0]" in prongsai("check", "draft.yml").output


def test_problems_and_coverage_go_to_the_other_output() -> None:
    said = prongsai("import", "0100-814.txt", *YEAR).stderr
    assert "0100-814.txt:20:4: warning [thai-damaged] definitions: “คำนยาม” is likely “คำนิยาม”" in said
    assert (
        "0100-814.txt:7: 4099 characters: fields 3358, labels 503, ornaments 56, page headers 182, left over 0" in said
    )
    assert said.endswith("1 file, 0 errors, 5 warnings\n")


def test_what_the_form_does_not_tell_stays_blank_and_names_the_option() -> None:
    result = prongsai("import", "form.txt")
    assert result.exit_code == 0
    assert "\nfiscal_year:\nagency:\nid:\n" in result.stdout
    assert [f"Say it with the option {option}" in result.stderr for option in ("--year", "--agency", "--id")] == [
        True
    ] * 3


def test_several_drafts_are_documents_that_name_their_file() -> None:
    Path("two.txt").write_text(printed() + printed(name="ข"), encoding="utf-8")
    documents = prongsai("import", "two.txt", "form.txt").stdout.split("---\n")
    assert documents[0] == ""
    assert [each.split("\n", 1)[0] for each in documents[1:]] == ["# two.txt:3", "# two.txt:63", "# form.txt:3"]
    named = [yaml.safe_load(each)["name"] for each in documents[1:]]
    assert named == ["ร้อยละของผู้เข้าร่วมโครงการ", "ข", "ร้อยละของผู้เข้าร่วมโครงการ"]


def test_json_is_one_list_of_records_problems_and_coverage() -> None:
    Path("other.txt").write_text("สวัสดี", encoding="utf-8")
    result = prongsai("import", "0100-814.txt", "other.txt", "--format", "json", *YEAR)
    found: list[dict[str, Any]] = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [each["file"] for each in found] == ["0100-814.txt", "other.txt"]
    assert found[0]["record"]["target"] == {"number": "5", "upper": None, "unit": "ระดับ"}
    assert {each["code"] for each in found[0]["problems"]} == {"form-no-tick", "thai-damaged", "thai-question-mark"}
    assert found[0]["coverage"]["uses"]["target.number"] == 1
    assert (found[1]["record"], found[1]["coverage"]) == (None, None)
    assert [each["code"] for each in found[1]["problems"]] == ["form-unknown"]


def test_a_folder_is_imported_file_by_file() -> None:
    Path("old/2563").mkdir(parents=True)
    Path("old/.hidden").write_text("x", encoding="utf-8")
    Path("old/2563/0100-9.txt").write_text(printed(), encoding="utf-8")
    Path("old/2563/0100-10.txt").write_text(printed(), encoding="utf-8")
    Path("old/notes.txt").write_text("สวัสดี", encoding="utf-8")
    Path("old/link").symlink_to("2563")
    result = prongsai("import", "old", "--into", "data")
    assert result.stdout == (
        "data/reports/2563/0100/0100-10.yml: written\ndata/reports/2563/0100/0100-9.yml: written\n"
    )
    assert result.exit_code == 1
    assert "old/link:1:1: error [file-kind]" in result.stderr
    assert "old/notes.txt:1:1: error [form-unknown]" in result.stderr
    assert result.stderr.count("characters: fields") == 2


def test_long_work_is_told() -> None:
    Path("old").mkdir()
    for number in range(50):
        Path(f"old/0100-{number}.txt").write_text(printed(), encoding="utf-8")
    assert "Importing forms: 50" in prongsai("import", "old", *YEAR, "--into", "data").stderr
    assert len(load(Path("data")).reports) == 51


def test_a_draft_without_its_place_is_not_written() -> None:
    before = sorted(Path("data").rglob("*"))
    result = prongsai("import", "form.txt", "--into", "data", "--agency", "0100")
    assert result.exit_code == 1
    assert "form.txt:3:1: error [import-no-place]" in result.stderr
    assert "without fiscal_year, id" in result.stderr
    assert "Say it with --year, --id" in result.stderr
    assert sorted(Path("data").rglob("*")) == before


@pytest.mark.parametrize("agency", ["9999", "01"])
def test_a_draft_is_not_written_below_an_agency_that_its_id_is_not_of(agency: str) -> None:
    before = sorted(Path("data").rglob("*"))
    result = prongsai("import", "0100-814.txt", *YEAR, "--agency", agency, "--into", "data")
    assert (result.exit_code, result.stdout) == (1, "0100-814.txt: not written\n")
    assert f"[id-agency] id: The id “0100-814” does not begin with the agency code {agency}" in result.stderr
    assert sorted(Path("data").rglob("*")) == before


def test_a_place_that_cannot_be_written_is_told_and_the_others_are_written() -> None:
    Path("data/reports/2565").touch()
    Path("elsewhere").mkdir()
    Path("data/reports/2566").symlink_to(Path("elsewhere").absolute())
    for year in ("2565", "2566", "2567"):
        Path(f"old/{year}").mkdir(parents=True)
        shutil.copy("form.txt", f"old/{year}/0100-9.txt")
    result = prongsai("import", "old", "--into", "data")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "old/2565/0100-9.txt: not written",
        "old/2566/0100-9.txt: not written",
        "data/reports/2567/0100/0100-9.yml: written",
    ]
    assert "old/2565/0100-9.txt:3:1: error [import-unwritable]" in result.stderr
    assert "old/2566/0100-9.txt:3:1: error [import-unwritable]" in result.stderr
    assert not any(Path("elsewhere").iterdir())


def test_a_full_disk_leaves_no_half_of_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    place = Path("elsewhere", "reports", "2565", "0100")
    result = prongsai("import", "0100-814.txt", "--year", "2565", "--into", "elsewhere")
    assert (result.exit_code, result.stdout) == (1, "0100-814.txt: not written\n")
    assert "No space left on device" in result.stderr
    assert list(place.iterdir()) == []


def test_a_record_that_cannot_be_replaced_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(placing, "replace_file", refuse)
    Path("0100-814.txt").write_text(REAL.read_text(encoding="utf-8").replace("3.00", "4.00"), encoding="utf-8")
    result = prongsai("import", "0100-814.txt", *YEAR, "--into", "data", "--update")
    assert (result.exit_code, result.stdout) == (1, "0100-814.txt: not written\n")
    assert "No space left on device" in result.stderr


def test_an_exported_form_that_is_imported_as_another_record_is_told() -> None:
    Path("exported.txt").write_text(prongsai("export", str(PLACE)).stdout, encoding="utf-8")
    result = prongsai("import", "exported.txt", "--id", "0100-9", "--year", "2565")
    assert (result.exit_code, report("x", result.stdout).id) == (0, "0100-9")
    assert "[form-says-other] id: The form says “0100-814”, but it was imported as 0100-9" in result.stderr
    assert "[form-says-other] fiscal_year: The form says “2564”, but it was imported as 2565" in result.stderr


def test_a_file_that_is_there_is_never_overwritten() -> None:
    before = PLACE.read_bytes()
    Path("0100-814.txt").write_text(REAL.read_text(encoding="utf-8").replace("3.00", "4.00"), encoding="utf-8")
    result = prongsai("import", "0100-814.txt", *YEAR, "--into", "data")
    assert result.exit_code == 1
    assert "[import-exists]" in result.stderr
    differs, source = result.stdout.split("  sources[2]:\n")
    assert (
        differs == f"{PLACE}: there already, left as it is; what differs:\n  result.number:\n    - 3.00\n    + 4.00\n"
    )
    assert source.endswith("(0100-814.txt)\n")
    assert PLACE.read_bytes() == before


def test_what_is_there_already_is_no_problem() -> None:
    before = PLACE.read_bytes()
    result = prongsai("import", "0100-814.txt", *YEAR, "--into", "data")
    assert (result.exit_code, result.stdout) == (0, f"{PLACE}: holds all of it already\n")
    assert PLACE.read_bytes() == before


def test_update_merges_field_by_field_and_shows_what_changed() -> None:
    text = PLACE.read_text(encoding="utf-8")
    changed = text.replace("  number: '5'\n", "  number: '4'\n").replace("- number: 54/2564", "- number: 9/2564")
    PLACE.write_text(changed.replace("- title: แบบสอบถาม\n  link:\n  kind:\n", ""), encoding="utf-8")
    result = prongsai("import", "0100-814.txt", *YEAR, "--into", "data", "--update")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == f"{PLACE}: merged; what changed:"
    assert "  target.number:\n    - 4\n    + 5\n" in result.stdout
    assert "  letters[4]:\n    + 54/2564 | 2564-03-09 | " in result.stdout
    assert "  evidence[3]:\n    + แบบสอบถาม\n" in result.stdout
    merged = report(PLACE)
    assert [letter.number for letter in merged.letters][::4] == ["9/2564", "54/2564"]
    assert merged.suggested == ("letters[4]",)
    assert merged.quarters == report("x", text).quarters
    old = report("x", text).sources
    assert merged.sources[: len(old)] == old
    assert [each.title.rpartition(" ")[2] for each in merged.sources[len(old) :]] == ["(0100-814.txt)"]
    again = prongsai("import", "0100-814.txt", *YEAR, "--into", "data", "--update")
    assert (again.exit_code, again.stdout) == (0, f"{PLACE}: holds all of it already\n")


def test_json_tells_what_became_of_each_draft() -> None:
    Path("2564/0100").mkdir(parents=True)
    shutil.copy("form.txt", "2564/0100/0100-9.txt")
    for state in ("written", "same"):
        (found,) = json.loads(prongsai("import", "2564", "--into", "data", "--format", "json").stdout)
        assert found["place"] == {"path": "data/reports/2564/0100/0100-9.yml", "state": state, "changes": []}
    (found,) = json.loads(prongsai("import", "form.txt", "--into", "data", "--format", "json").stdout)
    assert (found["place"]["state"], found["problems"][-1]["code"]) == ("refused", "import-no-place")


def test_a_file_that_cannot_be_read_or_has_remarks_is_not_merged() -> None:
    for spoilt in ("level: ผลผลิต", "level: unknown # ดูอีกครั้ง"):
        PLACE.write_text((ROOT / PLACE).read_text(encoding="utf-8").replace("level: unknown", spoilt), encoding="utf-8")
        before = PLACE.read_bytes()
        result = prongsai("import", "0100-814.txt", *YEAR, "--into", "data", "--update")
        assert (result.exit_code, PLACE.read_bytes()) == (1, before)
        assert "[import-unreadable]" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["form.txt", "--update"],
        ["form.txt", "0100-814.txt", "--id", "0100-1", "--into", "data"],
        ["form.txt", "--year", "2021", "--into", "data"],
        ["form.txt", "--id", "อ.2/2"],
        ["nowhere.txt"],
        [],
    ],
)
def test_what_is_not_understood_ends_with_2_and_writes_nothing(arguments: list[str]) -> None:
    before = sorted(Path("data").rglob("*"))
    assert prongsai("import", *arguments).exit_code == 2
    assert sorted(Path("data").rglob("*")) == before


def test_a_file_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(drafts, "open_source", refuse)
    result = prongsai("import", "form.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "form.txt:1:1: error [file-unreadable]" in result.stderr


def test_personal_data_never_reaches_a_log() -> None:
    Path("form.txt").write_text(printed(q1=" นายสมมติ ตัวอย่าง 3100600445635", q2=" ก"), encoding="utf-8")
    arguments = ["import", "form.txt", *YEAR, "--id", "0100-814", "--into", "data"]
    said = prongsai(*arguments).output + prongsai(*arguments, "--update").output
    assert not [secret for secret in ("สมมติ", "ตัวอย่าง", "0600445") if secret in said]


RECORD = Report(fiscal_year=2564, agency="0100", id="0100-1", name="ก", type="routine", level="unknown")


def test_a_blank_takes_nothing_away_and_a_suggestion_replaces_nothing() -> None:
    quarters = Quarters(q4=QuarterReport(narrative="ข", result=Number("3")))
    old = dataclasses.replace(RECORD, quarters=quarters, method="ค", letters=(Letter(number="1", subject="ง"),))
    new = dataclasses.replace(
        RECORD,
        type="unknown",
        level="output",
        quarters=Quarters(q4=QuarterReport(narrative="ข ใหม่", result=Number("4"))),
        letters=(Letter(number=" 1 "), Letter(number="2")),
        obstacles=(Obstacle(text="จ", cause="covid-19"),),
        suggested=("quarters.q4.result", "letters[0]", "letters[1]", "obstacles[0].cause"),
    )
    merged, changes = merge(old, new)
    assert (merged.type, merged.level, merged.method) == ("routine", "output", "ค")
    assert merged.quarters.q4 == QuarterReport(narrative="ข ใหม่", result=Number("3"))
    assert merged.letters == (Letter(number="1", subject="ง"), Letter(number="2"))
    assert merged.suggested == ("obstacles[0].cause", "letters[1]")
    assert [each.path for each in changes] == ["level", "quarters.q4.narrative", "obstacles[0]", "letters[1]"]


@settings(
    max_examples=80, deadline=None, derandomize=True, database=None,
    phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(old=forms(Report), new=forms(Report))
def test_merging_twice_changes_nothing_more(old: Report, new: Report) -> None:
    old, new = (dataclasses.replace(each, suggested=()) for each in (old, new))
    assert merge(old, old) == (old, ())
    merged, _ = merge(old, new)
    assert len(merged.letters) >= len(old.letters)
    assert merge(merged, new) == (merged, ())


def test_a_draft_that_was_written_passes_the_check_of_the_data_folder() -> None:
    prongsai("import", "form.txt", "--year", "2565", "--id", "0100-9", "--into", "data")
    path = "data/reports/2565/0100/0100-9.yml"
    found = check(load(Path("data")), date(2021, 1, 15))
    assert [each.code for each in found if each.path == path and each.level == "error"] == []
    assert [each.field for each in found if each.code == "suggestion-open"] == ["quarters.q4.result"]


def test_a_file_of_many_forms_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("two.txt").write_text(printed() + printed(name="ข"), encoding="utf-8")
    read_as: list[Given] = []

    def reading(source: Source, known: Given) -> tuple[Draft, ...]:
        read_as.append(known)
        return import_form(source, known)

    monkeypatch.setattr(drafts, "import_form", reading)
    prongsai("import", "two.txt")
    assert len(read_as) == 1
    shutil.copy("two.txt", "0100-9.txt")
    result = prongsai("import", "0100-9.txt")
    assert [each.id for each in read_as] == [None, "0100-9", None]
    assert "0100-9" not in result.stdout.replace("0100-9.txt", "")


def test_the_lists_are_those_of_the_folder_that_is_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path.parent)
    into = tmp_path / "data"
    plan = into / "plan.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("id: routine", "id: daily-work"), encoding="utf-8")
    arguments = ["import", str(tmp_path / "form.txt"), "--year", "2565", "--id", "0100-9"]
    assert prongsai(*arguments, "--into", str(into)).exit_code == 0
    assert {each.entry for each in report(into / "reports/2565/0100/0100-9.yml").alignment} == {"daily-work"}
    result = prongsai(*arguments)
    assert (result.exit_code, "--data" in result.stderr) == (2, True)
    assert prongsai(*arguments, "--data", str(ROOT / "data")).exit_code == 0
