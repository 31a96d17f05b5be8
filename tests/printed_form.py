"""A form as the city's own system prints it, with what a test wants in its sections; nothing of it is a real report."""

from __future__ import annotations

import re
from pathlib import Path

from generator.legacy import Draft, Given, import_form, open_source

ROOT = Path(__file__).parent.parent
REAL = ROOT / "tests" / "forms" / "0100-814.txt"
TITLE = "**** ผลการดำเนินงานส่วนที่ 2 ผลสัมฤทธิ์การปฏิบัติงานตามแผนปฏิบัติการประจำปี แยกรายตัวชี้วัด ****"
ROUTINE = "การปฏิบัติงานประจำของหน่วยงาน"
PLAN = (("routine", ROUTINE), ("green", "มหานครสีเขียว สะดวกสบาย"))
GIVEN = Given(fiscal_year=2564, agency="0100", id="0100-814", plan=PLAN)

# The sections in their order: a name for tests, the label as printed, and what stands behind it unless a test says so.
SECTIONS = (
    ("name", "1. ชื่อตัวชี้วัด :\n", "อ.2/2ร้อยละของผู้เข้าร่วมโครงการ"),
    ("level", "2. ระดับความสำเร็จ :", " ☑ ผลผลิต (Output) ☐ ผลลัพธ์ (Outcome)"),
    (
        "alignment",
        "**** สนับสนุนแผนพัฒนา กทม. ระยะ 20 ปี (ยุทธศาสตร์-ประเด็นยุทธศาสตร์-กลยุทธ์ตามแผนฯ /ตัวชี้วัด)**",
        f"\n\nประเด็นยุทธฯ : **** {ROUTINE} ****\n\n----- ย่อย : **** {ROUTINE} ****\n\nเป้าประสงค์ที่ : **** {ROUTINE} ****",
    ),
    ("definitions", "3. คำนิยาม :\n\n::", " ผู้เข้าร่วม หมายถึง ประชาชนในเขต"),
    ("method", "4. วิธีการคำนวณ :\n\n::", " จำนวนผู้เข้าร่วม คูณ 100"),
    ("target", "5. เป้าหมาย :", " 80 (ร้อยละ)"),
    ("result", ": ผลงานที่ทำได้ =", " 85.50 (ร้อยละ)"),
    ("quarters", "6. รายงานผลการดำเนินงาน (รายไตรมาส) :", ""),
    ("q1", "(6.1) ไตรมาสที่ 1 :", " จัดทำโครงการ"),
    ("q2", "(6.2) ไตรมาสที่ 2 :", " ประชุมคณะทำงาน"),
    ("q3", "(6.3) ไตรมาสที่ 3 :", " จัดกิจกรรมครั้งแรก"),
    ("q4", "(6.4) ไตรมาสที่ 4 :", " สรุปโครงการ"),
    ("summary", "(6.5) สรุปผลการดำเนินงาน (ปลายปีงบประมาณ) :\n\n::", ""),
    ("factors", "7. ปัจจัยสนับสนุนการดำเนินงาน :\n\n::", " ความร่วมมือของประชาชน"),
    ("obstacles", "8. อุปสรรคต่อการดำเนินงาน :\n\n::", " ฝนตกหนัก"),
    ("evidence", "9. หลักฐานอ้างอิง :\n\n::", " - แบบสอบถาม\n\n- ภาพถ่าย"),
    ("signed", "ลงชื่อ", ".....(ผู้รับผิดชอบโครงการ)"),
    ("position", "ตำแหน่ง", "\n\n....."),
)


def printed(**texts: str | None) -> str:
    """Print a form; a section whose text is None is missing with its label."""
    unknown = texts.keys() - {key for key, *_ in SECTIONS}
    assert not unknown, unknown
    parts = [(label, texts.get(key, default)) for key, label, default in SECTIONS]
    return "\n\n".join([TITLE, *(f"{label}{text}" for label, text in parts if text is not None)]) + "\n"


def drafts_of(text: str, given: Given = GIVEN) -> tuple[Draft, ...]:
    return import_form(open_source("form.txt", text.encode()), given)


def draft_of(text: str, given: Given = GIVEN) -> Draft:
    (draft,) = drafts_of(text, given)
    return draft


def codes(draft: Draft) -> list[str]:
    return [found.code for found in draft.problems]


def bare(text: str) -> str:
    """Leave out white space."""
    return re.sub(r"\s", "", text)
