"""THE FORM: one field per blank. Reader, canonical form, JSON Schema, field reference and messages derive from here.

A report is one indicator of one agency in one fiscal year. “form_label” is the label of the city's printed form.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.fields import blank
from generator.kinds import Group, Line, Many, Prose, Year
from generator.parts import (
    AGENCY_CODE,
    INDICATOR_ID,
    Alignment,
    Amendment,
    Criterion,
    Definition,
    English,
    Evidence,
    Letter,
    Obstacle,
    QuarterReport,
    Quarters,
    Responsible,
    Result,
    Source,
    Target,
)
from generator.thai import QUARTERS, Quarter
from generator.vocabulary import DIRECTIONS, LEVELS, TYPES


@dataclass(frozen=True, kw_only=True)
class Report:
    """One indicator of one agency in one fiscal year."""

    fiscal_year: int = blank(
        Year(),
        ("ปีงบประมาณ", "Fiscal year"),
        (
            "ปีพุทธศักราช เริ่ม 1 ตุลาคมของปีก่อน ถึง 30 กันยายน",
            "Buddhist era; runs from 1 October of the year before to 30 September.",
        ),
        required=True,
        good=("2564",),
        bad=("2021", "64", "๒๕๖๔"),
    )
    agency: str = blank(
        AGENCY_CODE,
        ("หน่วยงาน", "Agency"),
        ("รหัสหน่วยงานจาก data/agencies.yml", "The agency's code in data/agencies.yml."),
        required=True,
        good=("0100",),
        bad=("กท 0100", "สำนักงานเลขานุการสภากรุงเทพมหานคร"),
    )
    id: str = blank(
        INDICATOR_ID,
        ("รหัสถาวรของตัวชี้วัด", "Permanent id of the indicator"),
        (
            "รหัสหน่วยงาน ขีด เลขลำดับ ใช้รหัสเดิมทุกปี และเป็นชื่อไฟล์ด้วย",
            "Agency code, dash, serial. It stays the same over the years and is the file's name.",
        ),
        required=True,
        good=("0100-814",),
        bad=("814", "อ.2/2"),
    )
    code: str | None = blank(
        Line(60),
        ("รหัสตัวชี้วัดในแผน", "Code in the plan"),
        ("รหัสที่พิมพ์หน้าชื่อตัวชี้วัด", "The code printed before the indicator's name."),
        form_label="1. ชื่อตัวชี้วัด",
        expected=True,
        good=("อ.2/2",),
    )
    name: str = blank(
        Line(1_000),
        ("ชื่อตัวชี้วัด", "Name of the indicator"),
        ("ชื่อเต็มตามแบบ ไม่รวมรหัส", "The full name as on the form, without the code."),
        form_label="1. ชื่อตัวชี้วัด",
        required=True,
        good=("ร้อยละของผู้เข้าร่วมโครงการที่นำความรู้ไปใช้",),
        bad=("อ.2/2ร้อยละของผู้เข้าร่วมโครงการ",),
    )
    type: str | None = blank(
        TYPES,
        ("ประเภทตัวชี้วัด", "Type"),
        (
            "เชิงยุทธศาสตร์ งานประจำ หรือเจรจาตกลง; ไม่ทราบให้ใส่ unknown",
            "Strategic, routine or negotiated; “unknown” where it is not known.",
        ),
        good=("routine", "unknown"),
    )
    level: str | None = blank(
        LEVELS,
        ("ระดับความสำเร็จ", "Level"),
        (
            "ผลผลิต ผลลัพธ์ หรือทั้งสอง; ถ้าเครื่องหมายหายไปให้ใส่ unknown ห้ามเดา",
            "Output, outcome or both; “unknown” where the tick was lost — never guess.",
        ),
        form_label="2. ระดับความสำเร็จ",
        expected=True,
        good=("output", "unknown"),
        bad=("ผลผลิต",),
    )
    alignment: tuple[Alignment, ...] = blank(
        Many(Group(Alignment)),
        ("ความสอดคล้องกับแผน", "Plan alignment"),
        ("ส่วนของแผนที่สนับสนุน ใส่ได้หลายรายการ", "The parts of the plan it supports; several entries."),
        form_label="สนับสนุนแผนพัฒนา กทม. ระยะ 20 ปี",
        expected=True,
    )
    definitions: tuple[Definition, ...] = blank(
        Many(Group(Definition)),
        ("คำนิยาม", "Definitions"),
        ("คำสำคัญและความหมาย", "Terms and their meanings."),
        form_label="3. คำนิยาม",
        expected=True,
    )
    method: str | None = blank(
        Prose(),
        ("วิธีการคำนวณ", "Method"),
        ("คำนวณผลอย่างไร", "How the result is calculated."),
        form_label="4. วิธีการคำนวณ",
        expected=True,
    )
    direction: str | None = blank(
        DIRECTIONS,
        ("ทิศทางที่ดี", "Direction"),
        (
            "ค่ามากดี ค่าน้อยดี หรือต้องอยู่ในช่วง; แบบเดิมไม่มีช่องนี้ ไม่ทราบให้ใส่ unknown",
            "Whether higher or lower is better, or a range. The old form does not say; “unknown” where it is not known.",
        ),
        expected=True,
        good=("higher", "unknown"),
    )
    level_scale: tuple[Criterion, ...] = blank(
        Many(Group(Criterion), 5),
        ("เกณฑ์ระดับ 1–5", "Level scale"),
        ("เกณฑ์ของแต่ละระดับ สำหรับตัวชี้วัดที่วัดเป็นระดับ", "The criterion of each level, for level indicators."),
    )
    target: Target = blank(
        Group(Target),
        ("เป้าหมาย", "Target"),
        ("สิ่งที่ตั้งใจทำให้ได้ในปีนี้", "What was promised for the year."),
        form_label="5. เป้าหมาย",
        expected=True,
    )
    result: Result = blank(
        Group(Result),
        ("ผลงานที่ทำได้", "Result"),
        ("ผลของทั้งปี", "What was achieved in the year."),
        form_label="5. ผลงานที่ทำได้",
        expected=True,
    )
    quarters: Quarters = blank(
        Group(Quarters),
        ("รายงานรายไตรมาส", "Quarters"),
        ("ผลการดำเนินงานสี่ไตรมาส", "What was reported in the four quarters."),
        form_label="6. รายงานผลการดำเนินงาน (รายไตรมาส)",
        expected=True,
    )
    year_end_summary: str | None = blank(
        Prose(),
        ("สรุปผลการดำเนินงาน (ปลายปีงบประมาณ)", "Year-end summary"),
        ("สรุปผลทั้งปี กรอกเมื่อสิ้นปีงบประมาณ", "Summary of the year, filled in at its end."),
        form_label="(6.5) สรุปผลการดำเนินงาน (ปลายปีงบประมาณ)",
        expected=True,
    )
    supporting_factors: tuple[str, ...] = blank(
        Many(Prose()),
        ("ปัจจัยสนับสนุนการดำเนินงาน", "Supporting factors"),
        ("สิ่งที่ช่วยให้งานสำเร็จ", "What helped the work."),
        form_label="7. ปัจจัยสนับสนุนการดำเนินงาน",
        expected=True,
    )
    obstacles: tuple[Obstacle, ...] = blank(
        Many(Group(Obstacle)),
        ("อุปสรรคต่อการดำเนินงาน", "Obstacles"),
        ("สิ่งที่ขวางการทำงาน", "What stood in the way."),
        form_label="8. อุปสรรคต่อการดำเนินงาน",
        expected=True,
    )
    evidence: tuple[Evidence, ...] = blank(
        Many(Group(Evidence)),
        ("หลักฐานอ้างอิง", "Evidence"),
        ("หลักฐานที่ประชาชนตรวจสอบได้", "What proves the result."),
        form_label="9. หลักฐานอ้างอิง",
        expected=True,
    )
    letters: tuple[Letter, ...] = blank(
        Many(Group(Letter)),
        ("หนังสือราชการ", "Official letters"),
        ("หนังสือที่รายงานกล่าวถึง", "The letters that the report names."),
    )
    amendments: tuple[Amendment, ...] = blank(
        Many(Group(Amendment)),
        ("การขอปรับหรือการปรับตัวชี้วัด", "Amendments requested or made"),
        (
            "คำขอหรือการปรับเกณฑ์หรือเป้าหมาย เช่น การอุทธรณ์",
            "Changes of criterion or target, requested or made, such as in an appeal.",
        ),
    )
    responsible: Responsible = blank(
        Group(Responsible),
        ("ผู้รับผิดชอบ", "Responsible person"),
        ("ไม่เผยแพร่ เว้นแต่การตั้งค่าของพอร์ทัลอนุญาต", "Not published unless the portal's settings say so."),
        form_label="ลงชื่อ / ตำแหน่ง",
    )
    sources: tuple[Source, ...] = blank(
        Many(Group(Source)),
        ("ที่มาของข้อมูล", "Sources"),
        ("เอกสารที่นำข้อมูลมา และความเสียหายที่พบ", "Where the values come from, and what damage was found."),
    )
    english: English = blank(
        Group(English),
        ("คำแปลภาษาอังกฤษ", "English translation"),
        ("คำแปลของข้อความ ไม่บังคับ", "Translation of the texts; optional."),
    )
    suggested: tuple[str, ...] = blank(
        Many(Line(200)),
        ("ค่าที่รอการยืนยัน", "Suggested values"),
        (
            "ค่าที่โปรแกรมพบในข้อความและยังไม่มีใครยืนยัน จึงยังไม่เผยแพร่ เช่น letters[0] หรือ obstacles[0].cause; ตรวจค่านั้นแล้วลบบรรทัดนี้",
            "What a program found in the text and no person has confirmed, so that it is not published yet, such as letters[0] or obstacles[0].cause. Check the value, then delete the line.",
        ),
    )


def reported_quarters(report: Report) -> tuple[tuple[Quarter, QuarterReport], ...]:
    """Give the four quarters with their numbers, in order."""
    quarters = report.quarters
    return tuple(zip(QUARTERS, (quarters.q1, quarters.q2, quarters.q3, quarters.q4), strict=True))
