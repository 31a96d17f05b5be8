"""The official form comes back from every record, and every record comes back from its form."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from form_strategies import PLAN, Damage, any_reports, as_document, as_file, damages, held, office_reports, print_out
from generator.__main__ import main
from generator.blankform import LABELS, TITLE
from generator.legacy import Draft, Given, import_form, open_source
from generator.legacy.source import Line, Source
from generator.load import load
from generator.model import Report
from generator.official import form_docx, form_html, form_lines, form_text
from generator.parts import Obstacle, QuarterReport, Quarters, Responsible
from printed_form import PLAN as PRINTED_PLAN
from printed_form import TITLE as PRINTED_TITLE
from printed_form import bare, codes, printed
from report_strategies import MANY

ROOT = Path(__file__).parent.parent
GIVEN = Given(plan=tuple((entry.id, entry.title) for entry in PLAN.entries))
PRINTED = Given(plan=PRINTED_PLAN)
OF_OURS = dataclasses.replace(GIVEN, fiscal_year=2564, agency="0100", id="0100-1")


def as_text(report: Report) -> bytes:
    return form_text(form_lines(report, PLAN)).encode()


def as_docx(report: Report) -> bytes:
    return form_docx(report, PLAN)


def drafts(content: bytes, known: Given = GIVEN) -> tuple[Draft, ...]:
    return import_form(open_source("form", content), known)


def only(content: bytes, known: Given = GIVEN) -> Draft:
    found = drafts(content, known)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("write", [as_text, as_docx], ids=["text", "docx"])
@MANY
@given(report=any_reports())
def test_an_exported_form_gives_the_same_record(write: Callable[[Report], bytes], report: Report) -> None:
    draft = only(write(report))
    assert held(draft.report) == held(report)
    assert (draft.report.fiscal_year, draft.report.agency, draft.report.id) == (
        report.fiscal_year,
        report.agency,
        report.id,
    )
    assert draft.coverage.left_over() == 0


# Texts that look like the form itself, in every way that comes to mind.
TRAPS = (
    "7. ปัจจัยสนับสนุนการดำเนินงาน :",
    ":: ",
    ":::",
    ":: 7. ปัจจัยสนับสนุนการดำเนินงาน :",
    TITLE,
    "**** ปีงบประมาณ 2564 หน่วยงาน 0100 ตัวชี้วัด 0100-814 ****",
    LABELS["responsible.name"],
    "ลงชื่อ.....(ผู้รับผิดชอบโครงการ)",
    "2. ระดับความสำเร็จ : ☑ ผลผลิต (Output) ☑ ผลลัพธ์ (Outcome)",
    "ก\n(6.2) ไตรมาสที่ 2 :\n\n   :: ข",
    "ก\n\tข",
    "-\n-",
    "ระหว่างปี 2563-2564 ทาง https://example.go.th//x ((AV)) ...",
    "คำ หมายถึง ความหมาย",
    "5 (ระดับ)\n: ผลงานที่ทำได้ =\n:: 9 (ระดับ)",
)


@pytest.mark.parametrize("write", [as_text, as_docx], ids=["text", "docx"])
@pytest.mark.parametrize("trap", TRAPS)
def test_text_is_never_a_part_of_the_form(write: Callable[[Report], bytes], trap: str) -> None:
    line, prose = " ".join(trap.split()), trap.strip()
    quarter = QuarterReport(narrative=prose)
    report = Report(
        fiscal_year=2564,
        agency="0100",
        id="0100-1",
        name=line,
        code=line[:60].strip(),
        level="unknown",
        method=prose,
        quarters=Quarters(q1=quarter, q2=quarter, q3=quarter, q4=quarter),
        year_end_summary=prose,
        supporting_factors=(prose, prose),
        obstacles=(Obstacle(text=prose),),
        responsible=Responsible(name=line, position=line),
    )
    assert held(only(write(report)).report) == held(report)


def test_several_forms_in_one_file_give_several_drafts() -> None:
    reports = [
        Report(fiscal_year=2564, agency="0100", id=f"0100-{n}", name=f"ชื่อ {n}", level="output") for n in (1, 2, 3)
    ]
    found = drafts(b"".join(map(as_text, reports)))
    assert [held(draft.report) for draft in found] == [held(report) for report in reports]
    assert [draft.report.id for draft in found] == ["0100-1", "0100-2", "0100-3"]


ONE = Report(fiscal_year=2564, agency="0100", id="0100-1", name="ชื่อ", level="output", method=f"วิธี\n{TITLE}")
SIGNED = dataclasses.replace(ONE, id="0100-2", responsible=Responsible(name="ผู้ลงนาม", position="ผู้อำนวยการ"))
CUT = as_text(ONE).decode().partition("9. หลักฐาน")[0].encode()
OLD = printed(q2=f" ประชุม\n\n{TITLE}\n\nครั้งที่สอง").encode()
UNTITLED = printed().removeprefix(PRINTED_TITLE).encode()


@pytest.mark.parametrize(
    "parts",
    [
        (as_text(ONE), OLD),
        (OLD, as_text(ONE)),
        (as_text(ONE), OLD, OLD, as_text(SIGNED), UNTITLED),
        (as_text(SIGNED), OLD, as_text(ONE)),
        (OLD, CUT, OLD),
        (UNTITLED, as_text(SIGNED), as_text(ONE), UNTITLED),
    ],
)
def test_exported_forms_and_old_ones_in_one_file_are_read_each_in_its_way(parts: tuple[bytes, ...]) -> None:
    alone = [only(part, PRINTED) for part in parts]
    together = drafts(b"".join(parts), PRINTED)
    assert [held(draft.report) for draft in together] == [held(draft.report) for draft in alone]
    assert [draft.report.id for draft in together] == [draft.report.id for draft in alone]
    assert [draft.coverage.counts() for draft in together] == [draft.coverage.counts() for draft in alone]
    assert [codes(draft) for draft in together] == [codes(draft) for draft in alone]
    lines = [0, *accumulate(part.count(b"\n") for part in parts)]
    assert [draft.line for draft in together] == [
        draft.line + before for draft, before in zip(alone, lines, strict=False)
    ]


@pytest.mark.parametrize("end", ["ผู้อำนวยการ\n", "7. บันทึก\n8. บันทึก\n"])
def test_what_was_added_behind_an_exported_form_stays_with_it(end: str) -> None:
    draft = only(as_text(ONE) + end.encode())
    kept = draft.report.responsible.position or ""
    assert len(bare(kept)) + draft.coverage.left_over() == len(bare(end))
    assert [held(each.report) for each in drafts(as_text(ONE) + end.encode() + OLD, PRINTED)] == [
        held(draft.report),
        held(only(OLD, PRINTED).report),
    ]


def test_what_stands_before_an_exported_form_and_is_no_form_is_left_over() -> None:
    draft = only(b"1. \xe0\xb8\x81\n" + as_text(ONE))
    assert (draft.coverage.left_over(), codes(draft)) == (3, ["form-left-over"])


def test_a_line_added_in_an_office_program_belongs_to_the_text_above_it() -> None:
    report = Report(fiscal_year=2564, agency="0100", id="0100-1", name="ชื่อ", level="output", method="บรรทัดแรก")
    changed = as_text(report).decode().replace(":: บรรทัดแรก\n", ":: บรรทัดแรก\nบรรทัดที่เพิ่ม\n")
    assert only(changed.encode()).report.method == "บรรทัดแรก\nบรรทัดที่เพิ่ม"


def test_a_name_typed_over_the_dots_is_the_name_of_who_signs() -> None:
    report = Report(fiscal_year=2564, agency="0100", id="0100-1", name="ชื่อ", level="output")
    signed = as_text(report).decode()
    for label, typed in (
        ("responsible.name", "ลงชื่อ ..ชื่อ ผู้ลงนาม.. (ผู้รับผิดชอบ)"),
        ("responsible.position", "ตำแหน่ง ผู้อำนวยการ"),
    ):
        assert LABELS[label] in signed
        signed = signed.replace(LABELS[label], typed)
    assert only(signed.encode()).report.responsible == Responsible(name="ชื่อ ผู้ลงนาม", position="ผู้อำนวยการ")


def test_a_line_that_paper_broke_is_one_line_again() -> None:
    report = Report(fiscal_year=2564, agency="0100", id="0100-1", name="ชื่อ", level="output", method="ยาว มาก 7. หลักฐาน")
    lines = as_text(report).decode().replace("ยาว มาก 7. ห", "ยาว \n\tมาก\n\t 7. ห").split("\n")
    source = Source("form", tuple(Line(text, number) for number, text in enumerate(lines, 1)))
    assert held(import_form(source, GIVEN)[0].report) == held(report)


def test_what_is_missing_of_an_exported_form_is_told() -> None:
    report = Report(fiscal_year=2564, agency="0100", id="0100-1", name="ชื่อ", level="output", method="วิธี")
    cut = as_text(report).decode().partition("5. เป้าหมาย")[0]
    draft = only(cut.encode())
    assert draft.report.method == "วิธี"
    assert [each.code for each in draft.problems].count("form-label-missing") == 13


@MANY
@given(report=office_reports(), damage=damages())
def test_a_damaged_print_out_gives_the_same_record(report: Report, damage: Damage) -> None:
    draft = only(as_file(print_out(report, damage), damage), OF_OURS)
    assert held(draft.report) == held(report)
    assert draft.coverage.left_over() == 0


@MANY
@given(report=office_reports(), damage=damages(), in_table=st.booleans())
def test_a_damaged_document_gives_the_same_record(report: Report, damage: Damage, in_table: bool) -> None:  # noqa: FBT001
    draft = only(as_document(print_out(report, damage), in_table=in_table), OF_OURS)
    assert held(draft.report) == held(report)
    assert draft.coverage.left_over() == 0


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRONGSAI_LANG", "en")
    return ROOT / "data"


def export(data: Path, *arguments: str) -> str:
    file = str(data / "reports" / "2564" / "0100" / "0100-814.yml")
    result = CliRunner().invoke(main, ["export", file, "--data", str(data), *arguments])
    assert (result.exit_code, result.exception) == (0, None), result.output
    return result.stdout


def test_a_plan_entry_is_found_though_an_office_program_wrote_its_letters_in_two() -> None:
    loaded = load(ROOT / "data")
    report, plan = next(each.form for each in loaded.reports), loaded.plan.form
    assert report is not None
    assert plan is not None
    text = form_text(form_lines(report, plan)).replace("ประจำ", "ประจ\u0e4d\u0e32")
    (draft,) = import_form(
        open_source("form.txt", text.encode()), Given(plan=tuple((each.id, each.title) for each in plan.entries))
    )
    assert draft.report.alignment == report.alignment
    assert len(report.alignment) == 3


def test_the_real_record_goes_out_and_comes_back(data: Path) -> None:
    loaded = load(data)
    real = next(document.form for document in loaded.reports if document.path.endswith("0100-814.yml"))
    assert real is not None
    assert loaded.plan.form is not None
    known = Given(plan=tuple((entry.id, entry.title) for entry in loaded.plan.form.entries))
    export(data, "--as", "docx", "--output", "form.docx")
    for content in (export(data).encode(), Path("form.docx").read_bytes()):
        assert held(only(content, known).report) == held(real)


def test_the_page_to_print_stands_alone(data: Path) -> None:
    page = export(data, "--as", "html")
    assert page.startswith("<!DOCTYPE html>")
    assert "<script" not in page
    assert "http:" not in page
    assert "ps-official__sign" in page


def test_a_docx_is_not_shown_on_a_screen(data: Path) -> None:
    file = str(data / "reports" / "2564" / "0100" / "0100-814.yml")
    result = CliRunner().invoke(main, ["export", file, "--as", "docx", "--data", str(data)])
    assert result.exit_code == 1
    assert "--output" in result.output


def test_without_the_extra_the_command_that_installs_it_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(data, "--as", "docx", "--output", "form.docx")
    Path("form.pdf").write_bytes(b"%PDF-1.7")
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    file = str(data / "reports" / "2564" / "0100" / "0100-814.yml")
    for arguments in (
        ["import", "form.docx"],
        ["import", "form.pdf"],
        ["export", file, "--as", "docx", "-o", "x.docx"],
    ):
        result = CliRunner().invoke(main, [*arguments, "--data", str(data)])
        assert result.exit_code == 1
        assert "make importer" in result.output
        assert ("DOCX" if "docx" in " ".join(arguments) else "PDF") + " files is not installed" in result.output
    assert not Path("x.docx").exists()


def test_a_record_that_cannot_be_read_is_not_exported(data: Path) -> None:
    Path("bad.yml").write_text("fiscal_year: 12", encoding="utf-8")
    result = CliRunner().invoke(main, ["export", "bad.yml", "--data", str(data)])
    assert result.exit_code == 1
    assert "bad.yml:1:" in result.output


def test_what_waits_for_a_person_is_not_on_the_form(data: Path) -> None:
    text = (data / "reports" / "2564" / "0100" / "0100-814.yml").read_text(encoding="utf-8")
    waiting = "suggested:\n- level\n- obstacles[0]\n- result.number\n"
    Path("draft.yml").write_text(
        text.replace("level: unknown", "level: output").replace("suggested: []\n", waiting), encoding="utf-8"
    )
    for style in ("form", "html"):
        result = CliRunner().invoke(main, ["export", "draft.yml", "--as", style, "--data", str(data)])
        assert result.exit_code == 0
        assert [fact for fact in ("☑", "3.00", "เชื้อไวรัสโควิด 19 จึงไม่สามารถ") if fact in result.stdout] == []
        assert "warning [suggestion-open] obstacles[0]" in result.stderr


@pytest.mark.parametrize("output", ["no/such/folder/form.txt", "file/form.txt"])
def test_a_form_that_cannot_be_written_is_told(data: Path, output: str) -> None:
    Path("file").touch()
    file = str(data / "reports" / "2564" / "0100" / "0100-814.yml")
    result = CliRunner().invoke(main, ["export", file, "-o", output, "--data", str(data)])
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert f"{output} was not written" in result.output


def test_a_form_never_takes_the_place_of_its_record(data: Path) -> None:
    record = (data / "reports" / "2564" / "0100" / "0100-814.yml").read_bytes()
    Path("0100-814.yml").write_bytes(record)
    result = CliRunner().invoke(main, ["export", "0100-814.yml", "-o", "./0100-814.yml", "--data", str(data)])
    assert (result.exit_code, Path("0100-814.yml").read_bytes()) == (1, record)
    assert "--output" in result.output


def test_text_is_escaped_on_the_page_to_print() -> None:
    report = Report(fiscal_year=2564, agency="0100", id="0100-1", name="</p><script>alert(1)</script>")
    assert "<script" not in form_html(report, PLAN)
