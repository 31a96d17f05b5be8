"""The words printed on the blank official form, each a line of its own, as the city prints them."""

from __future__ import annotations

import re

from generator.fields import fields_of
from generator.model import Report
from generator.parts import Quarters

NAME = "ผลการดำเนินงานส่วนที่ 2 ผลสัมฤทธิ์การปฏิบัติงานตามแผนปฏิบัติการประจำปี แยกรายตัวชี้วัด"
TITLE = f"**** {NAME} ****"
RECORD = "**** ปีงบประมาณ {fiscal_year} หน่วยงาน {agency} ตัวชี้วัด {id} ****"
"""Stands below the title of an exported form and names the record it was made from."""
RECORD_LINE = re.compile(
    r"\*{4} ปีงบประมาณ (?P<fiscal_year>2[45][0-9]{2}) หน่วยงาน (?P<agency>[0-9]{2,8}) "
    r"ตัวชี้วัด (?P<id>[0-9]{2,8}-[0-9]{1,8}) \*{4}",
    re.ASCII,
)
LEVEL = "2. ระดับความสำเร็จ :"
LEVELS = "{output} ผลผลิต (Output) {outcome} ผลลัพธ์ (Outcome)"
TICKED, UNTICKED = "☑", "☐"
MEANS = " หมายถึง "
VALUE, MORE = "::", ":::"
"""The marks of an exported form: before the first line of a value, and before each further line of it."""

_DOTS = "." * 60
"""Room for a pen."""
_OF_THE_FORM = {item.key: f"{item.form_label} :" for item in fields_of(Report) if item.form_label}
_OF_QUARTERS = {f"quarters.{item.key}.narrative": f"{item.form_label} :" for item in fields_of(Quarters)}

LABELS: dict[str, str] = {
    "name": _OF_THE_FORM["name"],
    "alignment": "**** สนับสนุนแผนพัฒนา กทม. ระยะ 20 ปี (ยุทธศาสตร์-ประเด็นยุทธศาสตร์-กลยุทธ์ตามแผนฯ /ตัวชี้วัด)**",
    "alignment.issue": "ประเด็นยุทธฯ :",
    "alignment.sub-issue": "----- ย่อย :",
    "alignment.goal": "เป้าประสงค์ที่ :",
    "definitions": _OF_THE_FORM["definitions"],
    "method": _OF_THE_FORM["method"],
    "target": _OF_THE_FORM["target"],
    "result": ": ผลงานที่ทำได้ =",
    "quarters": _OF_THE_FORM["quarters"],
    **_OF_QUARTERS,
    "year_end_summary": _OF_THE_FORM["year_end_summary"],
    "supporting_factors": _OF_THE_FORM["supporting_factors"],
    "obstacles": _OF_THE_FORM["obstacles"],
    "evidence": _OF_THE_FORM["evidence"],
    "responsible.name": f"ลงชื่อ{_DOTS}(ผู้รับผิดชอบโครงการ)",
    "responsible.position": f"ตำแหน่ง{_DOTS}",
}
"""The labels by the paths of the fields that they head, in the order of the form; the level has its ticks behind it."""
