"""The reference lists that stand beside the reports: settings of the portal, agencies, plan. Declared like the form."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.fields import blank
from generator.kinds import Choice, Decimals, Group, Line, Link, Many, MonthDay, Number, Option, YesNo
from generator.language import Bilingual
from generator.parts import AGENCY_CODE, CAUSE, PLAN_ID
from generator.thai import Quarter

_SHARE = Decimals(least=Decimal(0), largest=Decimal(1000))
_LANGUAGE = Choice(options=(Option("th", Bilingual("ไทย", "Thai")), Option("en", Bilingual("อังกฤษ", "English"))))


@dataclass(frozen=True, kw_only=True)
class Licence:
    """The licence of the data."""

    name: str = blank(
        Line(),
        ("ชื่อสัญญาอนุญาต", "Name"),
        ("ชื่อสัญญาอนุญาตของข้อมูล", "The name of the data's licence."),
        required=True,
        good=("DGA Open Government License", "CC BY 4.0"),
    )
    link: str | None = blank(Link(), ("ที่อยู่เว็บ", "Link"), ("ข้อความของสัญญาอนุญาต", "The text of the licence."))


@dataclass(frozen=True, kw_only=True)
class Contact:
    """How the public reaches the portal's keeper: a work group, not a person."""

    name: str | None = blank(Line(), ("หน่วยที่ดูแล", "Name"), ("ชื่อกลุ่มงาน", "The work group that keeps the portal."))
    email: str | None = blank(Line(200), ("อีเมลของหน่วย", "E-mail"), ("อีเมลกลาง", "The group's shared address."))
    phone: str | None = blank(Line(60), ("โทรศัพท์ของหน่วย", "Telephone"), ("เบอร์กลาง", "The group's shared number."))
    link: str | None = blank(Link(), ("ที่อยู่เว็บ", "Link"), ("หน้าเว็บติดต่อ", "A contact page."))


@dataclass(frozen=True, kw_only=True)
class Bands:
    """From what achievement, in per cent, a result counts as met or nearly met."""

    met: Number = blank(
        _SHARE,
        ("บรรลุ", "Met"),
        ("ร้อยละความสำเร็จขั้นต่ำที่ถือว่าบรรลุ", "Least achievement in per cent that counts as met."),
        required=True,
        good=("100",),
    )
    nearly: Number = blank(
        _SHARE,
        ("เกือบบรรลุ", "Nearly"),
        ("ร้อยละขั้นต่ำที่ถือว่าเกือบบรรลุ", "Least achievement that counts as nearly met."),
        required=True,
        good=("80",),
    )


def _due(quarter: Quarter) -> str:
    made: str = blank(
        MonthDay(),
        (f"กำหนดส่งไตรมาสที่ {quarter}", f"Quarter {quarter} due"),
        ("เดือน-วัน หลังสิ้นไตรมาส", "Month and day after the end of the quarter."),
        required=True,
        good=("01-31",),
    )
    return made


@dataclass(frozen=True, kw_only=True)
class DueDates:
    """By which day after its end a quarter must be reported."""

    q1: str = _due(1)
    q2: str = _due(2)
    q3: str = _due(3)
    q4: str = _due(4)


@dataclass(frozen=True, kw_only=True)
class Cause:
    """One cause that obstacles can be tagged with."""

    id: str = blank(
        CAUSE, ("รหัส", "Id"), ("ป้ายที่ใช้ในรายงาน", "The tag used in reports."), required=True, good=("covid-19",)
    )
    title: str = blank(
        Line(), ("ชื่อ", "Title"), ("คำที่แสดง", "The words shown."), required=True, good=("การแพร่ระบาดของโรค",)
    )
    title_en: str | None = blank(Line(), ("ชื่อภาษาอังกฤษ", "English title"), ("คำที่แสดงเป็นภาษาอังกฤษ", "In English."))


@dataclass(frozen=True, kw_only=True)
class Portal:
    """Settings of a portal: data/portal.yml."""

    title: str = blank(
        Line(200),
        ("ชื่อพอร์ทัล", "Title"),
        ("ชื่อที่แสดงบนทุกหน้า", "Shown on every page."),
        required=True,
        good=("ผลการดำเนินงานตามตัวชี้วัด",),
    )
    organisation: str = blank(
        Line(),
        ("องค์กร", "Organisation"),
        ("องค์กรที่รายงาน", "Whose results are shown."),
        required=True,
        good=("กรุงเทพมหานคร",),
    )
    organisation_en: str | None = blank(
        Line(), ("ชื่อองค์กรภาษาอังกฤษ", "Organisation in English"), ("ชื่อภาษาอังกฤษ", "Its English name.")
    )
    notice: str | None = blank(
        Line(),
        ("ประกาศบนทุกหน้า", "Notice on every page"),
        ("เช่น ข้อมูลสมมติสำหรับสาธิต", "Such as: fictional data of a demonstration."),
    )
    language: str = blank(
        _LANGUAGE, ("ภาษา", "Language"), ("ภาษาของหน้าจอ", "The language of the interface."), required=True, good=("th",)
    )
    site_url: str | None = blank(
        Link(),
        ("ที่อยู่ของเว็บไซต์", "Address of the site"),
        ("ที่อยู่เต็มที่เผยแพร่ ลงท้ายด้วย /", "The full public address, ending in a slash."),
    )
    repository: str | None = blank(
        Link(),
        ("ที่อยู่ของคลังข้อมูล", "Repository address"),
        ("ที่อยู่หน้าเว็บของคลัง git ใช้ทำลิงก์แก้ไขและประวัติ", "Web address of the git repository, for edit and history links."),
    )
    branch: str | None = blank(
        Line(100), ("สาขา", "Branch"), ("สาขาที่เผยแพร่ ปกติคือ main", "The published branch, usually main."), good=("main",)
    )
    licence: Licence = blank(
        Group(Licence),
        ("สัญญาอนุญาตของข้อมูล", "Licence of the data"),
        ("ใช้ข้อมูลได้ภายใต้เงื่อนไขใด", "On what terms the data may be used."),
        required=True,
    )
    contact: Contact = blank(Group(Contact), ("ติดต่อ", "Contact"), ("ช่องทางติดต่อของหน่วยที่ดูแล", "How to reach the keeper."))
    bands: Bands = blank(
        Group(Bands),
        ("เกณฑ์สถานะ", "Status bands"),
        ("ช่วงร้อยละของแต่ละสถานะ", "Achievement in per cent of each status."),
        required=True,
    )
    due: DueDates = blank(
        Group(DueDates),
        ("กำหนดส่งรายงาน", "Due dates"),
        ("วันครบกำหนดของแต่ละไตรมาส", "When each quarter is due."),
        required=True,
    )
    publish_responsible: bool | None = blank(
        YesNo(),
        ("เผยแพร่ชื่อผู้รับผิดชอบ", "Publish the responsible person"),
        ("ปกติ no เพื่อคุ้มครองข้อมูลส่วนบุคคล", "Normally `no`, to protect personal data."),
        good=("no",),
    )
    causes: tuple[Cause, ...] = blank(
        Many(Group(Cause)), ("สาเหตุของอุปสรรค", "Causes"), ("ป้ายสาเหตุที่ใช้ได้", "The tags that obstacles may use.")
    )


@dataclass(frozen=True, kw_only=True)
class Agency:
    """One agency that reports."""

    code: str = blank(AGENCY_CODE, ("รหัส", "Code"), ("รหัสหน่วยงาน", "The agency's code."), required=True, good=("0100",))
    name: str = blank(
        Line(), ("ชื่อ", "Name"), ("ชื่อเต็ม", "The full name."), required=True, good=("สำนักงานเลขานุการสภากรุงเทพมหานคร",)
    )
    name_en: str | None = blank(Line(), ("ชื่อภาษาอังกฤษ", "English name"), ("ชื่อภาษาอังกฤษ", "The English name."))


@dataclass(frozen=True, kw_only=True)
class Agencies:
    """The list of agencies: data/agencies.yml."""

    agencies: tuple[Agency, ...] = blank(
        Many(Group(Agency), 20_000), ("หน่วยงาน", "Agencies"), ("หน่วยงานทั้งหมดที่รายงาน", "Every agency that reports.")
    )


@dataclass(frozen=True, kw_only=True)
class PlanEntry:
    """One entry of the plan."""

    id: str = blank(
        PLAN_ID, ("รหัส", "Id"), ("รหัสที่รายงานอ้างถึง", "The id that reports name."), required=True, good=("routine",)
    )
    title: str = blank(
        Line(), ("ชื่อ", "Title"), ("ข้อความตามแผน", "The words of the plan."), required=True, good=("งานประจำ",)
    )
    title_en: str | None = blank(Line(), ("ชื่อภาษาอังกฤษ", "English title"), ("คำแปล", "In English."))


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The plan the indicators belong to: data/plan.yml."""

    title: str = blank(
        Line(), ("ชื่อแผน", "Title"), ("ชื่อแผน", "The plan's name."), required=True, good=("แผนปฏิบัติราชการประจำปี 2564",)
    )
    entries: tuple[PlanEntry, ...] = blank(
        Many(Group(PlanEntry), 20_000),
        ("รายการในแผน", "Entries"),
        ("ประเด็น เป้าประสงค์ และอื่น ๆ", "Issues, goals and so on."),
    )
