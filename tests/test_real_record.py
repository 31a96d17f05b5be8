"""The real record against the print-out it was taken from: every character of the form is a label or in the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.load import load
from generator.model import Report

ROOT = Path(__file__).parent.parent
FORM = ROOT / "tests" / "forms" / "0100-814.txt"
HEADER = "**** ผลการดำเนินงานส่วนที่ 2 ผลสัมฤทธิ์การปฏิบัติงานตามแผนปฏิบัติการประจำปี แยกรายตัวชี้วัด ****"
# The header stands once more where a page broke, in the middle of the first point of quarter 4.
BEFORE_THE_BREAK = "ผ่านความเห็นชอบจากประธานสภากรุงเทพมหานคร ตามหนังสือที่ กท 93/2564"


def bare(text: str) -> str:
    """Leave out white space: the print-out breaks lines in the middle of sentences."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def record() -> Report:
    found = next(document.form for document in load(ROOT / "data").reports if document.path.endswith("0100-814.yml"))
    assert found is not None
    return found


def pieces(record: Report) -> Iterator[str]:
    """Give what the form prints, in its order: labels as they are, values from the record."""
    routine = "การปฏิบัติงานประจำของหน่วยงาน"
    assert {entry.entry for entry in record.alignment} == {"routine"}
    yield from (HEADER, "1. ชื่อตัวชี้วัด :", record.code or "", record.name)
    yield "2. ระดับความสำเร็จ : ผลผลิต (Output) ผลลัพธ์ (Outcome)"
    yield "**** สนับสนุนแผนพัฒนา กทม. ระยะ 20 ปี (ยุทธศาสตร์-ประเด็นยุทธศาสตร์-กลยุทธ์ตามแผนฯ /ตัวชี้วัด)**"
    for label in ("ประเด็นยุทธฯ", "----- ย่อย", "เป้าประสงค์ที่"):
        yield f"{label} : **** {routine} ****"
    yield "3. คำนยาม : ::"
    yield from (f"{item.term} หมายถึง {item.meaning}" for item in record.definitions)
    yield f"4. วิธีการคำนวณ : :: {record.method}"
    yield f"5. เป้าหมาย : {record.target.number} ({record.target.unit})"
    yield f": ผลงานที่ทำได้ = {record.result.number} ({record.result.unit})"
    yield "6. รายงานผลการดำเนินงาน (รายไตรมาส) :"
    quarters = record.quarters
    for number, quarter in enumerate((quarters.q1, quarters.q2, quarters.q3, quarters.q4), 1):
        yield f"(6.{number}) ไตรมาสที่ {number} : {quarter.narrative}"
    yield f"(6.5) สรุปผลการดำเนินงาน (ปลายปีงบประมาณ) : :: {record.year_end_summary or ''}"
    yield from ("7. ปัจจัยสนับสนุนการดำเนินงาน : ::", *record.supporting_factors)
    yield from ("8. อุปสรรคต่อการดำเนินงาน : ::", *(item.text for item in record.obstacles))
    yield from ("9. หลักฐานอ้างอิง : ::", *(f"- {item.title}" for item in record.evidence))
    yield "ลงชื่อ.....(ผู้รับผิดชอบโครงการ) ตำแหน่ง ....."


def test_every_character_of_the_form_is_a_label_or_in_the_record(record: Report) -> None:
    first, rest = BEFORE_THE_BREAK.split(" ตาม")
    broken = bare(first) + bare(HEADER) + "ตาม" + bare(rest)
    made = bare("".join(pieces(record))).replace(bare(BEFORE_THE_BREAK), broken)
    assert made == bare(FORM.read_text(encoding="utf-8"))


def test_what_the_form_leaves_blank_is_blank(record: Report) -> None:
    assert record.year_end_summary is None
    assert (record.responsible.name, record.responsible.position) == (None, None)
    assert record.level == "unknown"
    assert (record.type, record.direction) == ("unknown", "unknown")


def test_numbers_keep_the_spelling_of_the_form(record: Report) -> None:
    assert (str(record.target.number), str(record.result.number)) == ("5", "3.00")


def test_letters_are_those_the_text_names(record: Report) -> None:
    text = bare(FORM.read_text(encoding="utf-8"))
    assert [letter.number for letter in record.letters] == ["54/2564", "กท 0100/754", "กท 93/2564", "กท 0100/1512"]
    assert all(bare(f"หนังสือที่{letter.number}ลงวันที่") in text for letter in record.letters)
    assert all(bare(letter.subject or "") in text for letter in record.letters)
