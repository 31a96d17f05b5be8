"""The parts of the form: the groups of blanks that a report is made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from generator.fields import blank
from generator.kinds import Code, Day, Decimals, Group, Line, Link, Number, Prose
from generator.thai import Quarter
from generator.vocabulary import AMENDED, EVIDENCE_KINDS, PLAN_PARTS, QUARTER_CHOICE, STATES

AGENCY_CODE = Code(8, r"[0-9]{2,8}", "0100")
INDICATOR_ID = Code(20, r"[0-9]{2,8}-[0-9]{1,8}", "0100-814")
PLAN_ID = Code(64, r"[a-z0-9][a-z0-9-]{0,63}", "routine")
CAUSE = Code(64, r"[a-z0-9][a-z0-9-]{0,63}", "covid-19")
PERCENT = Decimals(least=Decimal(0), largest=Decimal(100))
NUMBER = Decimals()


@dataclass(frozen=True, kw_only=True)
class Alignment:
    """Where in the plan the indicator belongs."""

    part: str = blank(
        PLAN_PARTS,
        ("ส่วนของแผน", "Part of the plan"),
        ("ส่วนใดของแผนที่ตัวชี้วัดนี้สนับสนุน", "Which part of the plan the indicator supports."),
        required=True,
        good=("issue",),
    )
    entry: str = blank(
        PLAN_ID,
        ("รายการในแผน", "Plan entry"),
        (
            "รหัสจาก data/plan.yml เช่น routine คือการปฏิบัติงานประจำของหน่วยงาน",
            "An id from data/plan.yml; routine is the routine work of the agency.",
        ),
        required=True,
        good=("routine",),
        bad=("งานประจำ",),
    )


@dataclass(frozen=True, kw_only=True)
class Definition:
    """A term and what it means in this indicator."""

    term: str = blank(
        Line(),
        ("คำ", "Term"),
        ("คำที่นิยาม โดยไม่มีคำว่า หมายถึง", "The term alone, without “means”."),
        required=True,
        good=("เครือข่ายประชาคม",),
        bad=("เครือข่ายประชาคม หมายถึง",),
    )
    meaning: str = blank(
        Prose(),
        ("ความหมาย", "Meaning"),
        ("ข้อความหลังคำว่า หมายถึง", "What stands after “means”."),
        required=True,
        good=("กลุ่มประชาชนที่ร่วมดำเนินโครงการกับหน่วยงาน",),
    )


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """What must be done to reach one level of a level scale."""

    level: str = blank(
        Code(1, r"[1-5]", "3"),
        ("ระดับ", "Level"),
        ("ระดับ 1 ถึง 5", "Level 1 to 5."),
        required=True,
        good=("3",),
        bad=("๓", "6"),
    )
    text: str = blank(
        Prose(),
        ("เกณฑ์", "Criterion"),
        ("สิ่งที่ต้องทำให้ได้เพื่อถึงระดับนี้", "What must be done to reach this level."),
        required=True,
        good=("จัดทำรายงานสรุปผลแล้วเสร็จ",),
    )


@dataclass(frozen=True, kw_only=True)
class Target:
    """What was promised for the year."""

    number: Number | None = blank(
        NUMBER,
        ("ค่าเป้าหมาย", "Target number"),
        (
            "ตัวเลขอารบิกอย่างเดียว คำและหน่วยนับอยู่ในช่อง unit; ถ้าเป็นช่วง ให้ใส่ขอบล่าง",
            "A number alone in Arabic digits; words belong in “unit”. For a range: the lower end.",
        ),
        expected=True,
        good=("5", "80.50"),
        bad=("ร้อยละ 80", "๘๐", "20 ของประชาชน"),
    )
    upper: Number | None = blank(
        NUMBER,
        ("ขอบบนของช่วง", "Upper end of the range"),
        ("ใช้เฉพาะเมื่อ direction เป็น range", "Only where “direction” is “range”."),
        good=("8.5",),
    )
    unit: str | None = blank(
        Line(100),
        ("หน่วยนับ", "Unit"),
        ("หน่วยนับของเป้าหมาย เช่น ร้อยละ ระดับ คน", "The unit of the target, such as per cent, level or people."),
        expected=True,
        good=("ร้อยละ", "ระดับ", "คน"),
        bad=("80 คน",),
    )


@dataclass(frozen=True, kw_only=True)
class Result:
    """What was achieved in the year."""

    number: Number | None = blank(
        NUMBER,
        ("ผลงานที่ทำได้", "Result number"),
        (
            "ตัวเลขตามที่รายงาน รักษาการสะกดไว้ (3.00 ไม่เท่ากับ 3); ยังไม่มีผลให้เว้นว่าง ไม่ใส่ 0",
            "The number as reported, spelling kept (3.00 stays 3.00). Leave it blank while unknown; never write 0 instead.",
        ),
        expected=True,
        good=("3.00",),
        bad=("-", "๓.๐๐", "1,407.52"),
    )
    unit: str | None = blank(
        Line(100),
        ("หน่วยนับ", "Unit"),
        ("ต้องตรงกับหน่วยนับของเป้าหมาย", "The same unit as the target's."),
        expected=True,
        good=("ระดับ",),
    )


@dataclass(frozen=True, kw_only=True)
class QuarterReport:
    """What an agency reported for one quarter, and the evaluator's score of it."""

    narrative: str | None = blank(
        Prose(),
        ("ผลการดำเนินงาน", "Narrative"),
        (
            "เล่าสิ่งที่ทำในไตรมาสนี้ ย่อหน้าละหนึ่งบรรทัด ข้อย่อยขึ้นต้นด้วย - หรือ 1. ยังไม่มีอะไรให้เว้นว่าง",
            "What was done in this quarter: one paragraph a line; points begin with “- ” or “1. ”. Leave blank if nothing.",
        ),
        expected=True,
        bad=("-", "อยู่ระหว่างดำเนินการ"),
    )
    result: Number | None = blank(
        NUMBER,
        ("ผลถึงสิ้นไตรมาส (หน่วยเดียวกับเป้าหมาย)", "Result so far, in the target's unit"),
        (
            "ผลตั้งแต่ต้นปีถึงสิ้นไตรมาส ในหน่วยของเป้าหมาย ใส่ช่องนี้หรือ progress อย่างใดอย่างหนึ่ง",
            "The result up to the end of the quarter, in the target's unit. Fill this or “progress”, never both.",
        ),
        good=("3.00",),
    )
    progress: Number | None = blank(
        PERCENT,
        ("ความก้าวหน้า (ร้อยละ)", "Progress in per cent"),
        (
            "ความก้าวหน้าของงานเป็นร้อยละ 0–100 ใช้เมื่อยังไม่มีผลในหน่วยของเป้าหมาย",
            "Progress of the work in per cent, 0 to 100, where there is no result in the target's unit yet.",
        ),
        good=("20.00",),
        bad=("20%",),
    )
    evaluator_score: Number | None = blank(
        PERCENT,
        ("คะแนนของผู้ตรวจประเมิน", "Evaluator's score"),
        (
            "คะแนนที่ สยป. ตรวจประเมินไตรมาสนี้ 0–100 แสดงคู่กับผลของหน่วยงาน ไม่นำมารวมกัน",
            "The evaluator's score of the quarter, 0 to 100; shown beside the agency's result, never merged with it.",
        ),
        good=("100",),
    )
    state: str | None = blank(
        STATES,
        ("สถานะที่หน่วยงานแจ้ง", "State declared by the agency"),
        (
            "ใส่เมื่อเลื่อน ยกเลิก หรือไม่มีเป้าหมายในไตรมาสนี้; เว้นว่างได้",
            "Where the work was postponed, cancelled, or nothing was due in the quarter; may stay blank.",
        ),
        good=("postponed",),
    )


def _quarter(number: Quarter) -> QuarterReport:
    found: QuarterReport = blank(
        Group(QuarterReport),
        (f"ไตรมาสที่ {number}", f"Quarter {number}"),
        ("ผลการดำเนินงานของไตรมาส", "The report of the quarter."),
        form_label=f"(6.{number}) ไตรมาสที่ {number}",
    )
    return found


@dataclass(frozen=True, kw_only=True)
class Quarters:
    """The four quarters of a fiscal year: October to December is the first."""

    q1: QuarterReport = _quarter(1)
    q2: QuarterReport = _quarter(2)
    q3: QuarterReport = _quarter(3)
    q4: QuarterReport = _quarter(4)


@dataclass(frozen=True, kw_only=True)
class Obstacle:
    """What stood in the way."""

    text: str = blank(
        Prose(),
        ("อุปสรรค", "Obstacle"),
        ("สิ่งที่ทำให้งานช้าหรือไม่สำเร็จ", "What delayed or prevented the work."),
        required=True,
        good=("เลื่อนการจัดกิจกรรมเพราะการแพร่ระบาดของโรค",),
    )
    cause: str | None = blank(
        CAUSE,
        ("สาเหตุ", "Cause"),
        ("ป้ายสาเหตุจากรายการ causes ใน data/portal.yml", "A tag from the list “causes” in data/portal.yml."),
        good=("covid-19",),
        bad=("โควิด",),
    )


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One piece of evidence."""

    title: str = blank(
        Line(),
        ("ชื่อหลักฐาน", "Title"),
        ("ชื่อเอกสารหรือหลักฐานตามที่ระบุในแบบ", "The name of the evidence as the form gives it."),
        required=True,
        good=("รายงานการประชุม ครั้งที่ 1/2564",),
    )
    link: str | None = blank(
        Link(),
        ("ที่อยู่เว็บ", "Link"),
        ("ที่อยู่ที่เปิดดูได้ ขึ้นต้นด้วย https://", "An address anyone can open, beginning with https://."),
        good=("https://example.go.th/report.pdf",),
        bad=("example.go.th", "C:\\report.pdf"),
    )
    kind: str | None = blank(
        EVIDENCE_KINDS,
        ("ชนิด", "Kind"),
        ("ชนิดของหลักฐาน เว้นว่างได้", "What kind of evidence it is; may stay blank."),
        good=("document",),
    )


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One official letter that the report names."""

    number: str = blank(
        Line(100),
        ("เลขที่หนังสือ", "Letter number"),
        ("เลขที่ตามที่พิมพ์ โดยไม่มีคำว่า หนังสือที่", "The number as printed, without “letter no.”."),
        required=True,
        good=("กท 0100/754",),
        bad=("หนังสือที่ กท 0100/754",),
    )
    date: dt.date | None = blank(
        Day(),
        ("ลงวันที่", "Date"),
        ("ปีพุทธศักราช-เดือน-วัน", "Buddhist year, month, day."),
        good=("2564-04-30",),
        bad=("30 เมษายน 2564", "2021-04-30"),
    )
    subject: str | None = blank(
        Line(),
        ("เรื่อง", "Subject"),
        ("หนังสือนี้ว่าด้วยเรื่องอะไร ตามข้อความในรายงาน", "What the letter is about, in the report's words."),
    )
    quarter: str | None = blank(
        QUARTER_CHOICE,
        ("ไตรมาสที่กล่าวถึง", "Quarter that names it"),
        ("รายงานไตรมาสใดกล่าวถึงหนังสือนี้", "The quarter whose report names the letter."),
        good=("4",),
    )


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """One change of the indicator during or after the year."""

    field: str = blank(
        AMENDED,
        ("สิ่งที่ขอปรับหรือปรับ", "What was to change"),
        ("ส่วนใดของตัวชี้วัดที่ขอปรับหรือปรับแล้ว", "Which part of the indicator the change is about."),
        required=True,
        good=("criterion",),
    )
    old: str | None = blank(Prose(), ("เดิม", "Before"), ("ข้อความหรือค่าก่อนเปลี่ยน", "The text or value before the change."))
    new: str | None = blank(Prose(), ("ใหม่", "After"), ("ข้อความหรือค่าหลังเปลี่ยน", "The text or value after it."))
    reason: str | None = blank(
        Prose(),
        ("เหตุผลหรือที่มา", "Reason or basis"),
        ("เหตุผลหรือเอกสารที่เป็นฐานของการเปลี่ยน", "Why, or on the basis of what, it was changed."),
    )
    letter: str | None = blank(
        Line(100),
        ("เลขที่หนังสือ", "Letter number"),
        ("หนังสือที่อนุมัติการเปลี่ยน", "The letter that approved the change."),
        good=("กท 0100/754",),
    )
    date: dt.date | None = blank(
        Day(),
        ("วันที่", "Date"),
        ("วันที่การเปลี่ยนมีผล ปีพุทธศักราช-เดือน-วัน", "When the change took effect: Buddhist year, month, day."),
        good=("2564-09-30",),
    )
    quarter: str | None = blank(
        QUARTER_CHOICE,
        ("ไตรมาสที่กล่าวถึง", "Quarter that tells of it"),
        ("รายงานไตรมาสใดเล่าเรื่องการเปลี่ยน", "The quarter whose report tells of the change."),
        good=("4",),
    )


@dataclass(frozen=True, kw_only=True)
class Responsible:
    """Who signed the form; published only where data/portal.yml says so."""

    name: str | None = blank(
        Line(200), ("ชื่อ", "Name"), ("ชื่อผู้รับผิดชอบโครงการ", "The person responsible."), form_label="ลงชื่อ"
    )
    position: str | None = blank(
        Line(200), ("ตำแหน่ง", "Position"), ("ตำแหน่งของผู้รับผิดชอบ", "The person's position."), form_label="ตำแหน่ง"
    )


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where the values of this record come from."""

    title: str = blank(
        Line(),
        ("แหล่งข้อมูล", "Source"),
        ("ชื่อเอกสารหรือระบบที่นำข้อมูลมา", "The document or system the values were taken from."),
        required=True,
        good=("แบบรายงานผลตัวชี้วัด ไตรมาสที่ 4",),
    )
    link: str | None = blank(
        Link(),
        ("ที่อยู่เว็บ", "Link"),
        ("ที่อยู่ของแหล่งข้อมูล", "Where the source can be read."),
        good=("https://example.go.th/",),
    )
    note: str | None = blank(
        Prose(),
        ("หมายเหตุ", "Note"),
        ("สิ่งที่ผู้อ่านควรรู้ เช่น ส่วนที่เสียหาย", "What a reader should know, such as damage of the text."),
    )


@dataclass(frozen=True, kw_only=True)
class English:
    """English translation of the texts; each may stay blank."""

    name: str | None = blank(Line(), ("ชื่อตัวชี้วัด", "Name"), ("คำแปลของ name", "Translation of “name”."))
    definitions: str | None = blank(
        Prose(), ("คำนิยาม", "Definitions"), ("คำแปลของ definitions", "Translation of “definitions”.")
    )
    method: str | None = blank(Prose(), ("วิธีการคำนวณ", "Method"), ("คำแปลของ method", "Translation of “method”."))
    q1: str | None = blank(Prose(), ("ไตรมาสที่ 1", "Quarter 1"), ("คำแปลของไตรมาสที่ 1", "Translation of quarter 1."))
    q2: str | None = blank(Prose(), ("ไตรมาสที่ 2", "Quarter 2"), ("คำแปลของไตรมาสที่ 2", "Translation of quarter 2."))
    q3: str | None = blank(Prose(), ("ไตรมาสที่ 3", "Quarter 3"), ("คำแปลของไตรมาสที่ 3", "Translation of quarter 3."))
    q4: str | None = blank(Prose(), ("ไตรมาสที่ 4", "Quarter 4"), ("คำแปลของไตรมาสที่ 4", "Translation of quarter 4."))
    year_end_summary: str | None = blank(
        Prose(), ("สรุปปลายปี", "Year-end summary"), ("คำแปลของสรุปปลายปี", "Translation of the year-end summary.")
    )
    supporting_factors: str | None = blank(
        Prose(), ("ปัจจัยสนับสนุน", "Supporting factors"), ("คำแปลของปัจจัยสนับสนุน", "Translation of the supporting factors.")
    )
    obstacles: str | None = blank(Prose(), ("อุปสรรค", "Obstacles"), ("คำแปลของอุปสรรค", "Translation of the obstacles."))
