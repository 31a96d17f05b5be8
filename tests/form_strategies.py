"""Reports as forms: any report that a form can hold, and office texts printed with the damage of real print-outs."""

from __future__ import annotations

import dataclasses
import io
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import docx
from hypothesis import strategies as st

from generator.blankform import MEANS, TITLE
from generator.kinds import Number
from generator.model import Report, reported_quarters
from generator.parts import (
    Alignment,
    Definition,
    Evidence,
    Obstacle,
    QuarterReport,
    Quarters,
    Responsible,
    Result,
    Target,
)
from generator.settings import Plan, PlanEntry
from report_strategies import forms

PLAN = Plan(
    title="แผนปฏิบัติราชการประจำปี",
    entries=(
        PlanEntry(id="routine", title="การปฏิบัติงานประจำของหน่วยงาน"),
        PlanEntry(id="green", title="เมืองสีเขียว สะอาด (Green City)"),
    ),
)
_PARTS = ("issue", "sub-issue", "goal")
_FONT_CODES = re.compile("[\uf000-\uf8ff]")


def held(report: Report) -> dict[str, Any]:
    """Give what the form holds of a report."""
    return {
        "code": report.code,
        "name": report.name,
        "level": report.level,
        "alignment": report.alignment,
        "definitions": report.definitions,
        "method": report.method,
        "target": report.target,
        "result": report.result,
        "narratives": [quarter.narrative for _, quarter in reported_quarters(report)],
        "year_end_summary": report.year_end_summary,
        "supporting_factors": report.supporting_factors,
        "obstacles": [obstacle.text for obstacle in report.obstacles],
        "evidence": [(item.title, item.link) for item in report.evidence],
        "responsible": report.responsible,
    }


# --- any report ------------------------------------------------------------------------------------------------------


def any_reports() -> st.SearchStrategy[Report]:
    """Draw any report, within what the form can say: no choice left blank, plan entries in the order of their parts."""
    return forms(Report).map(_sayable)


def _sayable(report: Report) -> Report:
    plain: Report = _without_font_codes(report)
    target = plain.target if plain.target.number else dataclasses.replace(plain.target, upper=None)
    return dataclasses.replace(
        plain,
        level=plain.level or "unknown",
        alignment=tuple(sorted(plain.alignment, key=lambda each: _PARTS.index(each.part))),
        definitions=tuple(each for each in plain.definitions if MEANS not in f"{each.term} "),
        target=target,
    )


def _without_font_codes(value: Any) -> Any:
    """Replace codes that fonts use for their own letters: a reader maps them back, and says so."""
    if isinstance(value, str):
        return _FONT_CODES.sub("ก", value)
    if isinstance(value, tuple):
        return tuple(map(_without_font_codes, value))
    if dataclasses.is_dataclass(value) and not isinstance(value, Number):
        items = {item.name: getattr(value, item.name) for item in dataclasses.fields(value)}
        return dataclasses.replace(value, **{name: _without_font_codes(item) for name, item in items.items()})  # type: ignore[type-var]
    return value


# --- office texts ----------------------------------------------------------------------------------------------------

_PHRASES = (
    "ดำเนินการประชุมคณะทำงานฯ เรียบร้อยแล้ว", "และได้มีมติให้ปรับลดจำนวนผู้เข้าร่วมโครงการ", "จำนวน 200 คน",
    "เพื่อให้เป็นไปตามหลักเกณฑ์ของสำนักอนามัย", "ณ ห้องประชุมศาลาว่าการ (ดินแดง)", "ระหว่างวันที่ 9-12 มีนาคม 2564",
    "คิดเป็นร้อยละ 80.50 ของเป้าหมาย", "ตามแผนปฏิบัติราชการประจำปี พ.ศ. ๒๕๖๔", "กลุ่มเป้าหมายพึงพอใจในระดับมาก",
    "เจ้าหน้าที่มีความตั้งใจในการปฏิบัติงาน", "จัดทำรายงานสรุปผลเสนอผู้บริหาร", "โดยได้รับความร่วมมือจากทั้ง 50 เขต",
    "น้ำท่วมขังในพื้นที่ต่ำ", "ซึ่งเป็นอุปสรรคต่อการดำเนินงาน ในบางพื้นที่", "(ร่าง) ข้อบัญญัติฯ", "ผู้เข้ารับการอบรม 1,407 คน",
    "ทำให้บรรลุเป้าหมาย : ระดับ 5", "มีปัจจัยสนับสนุนการดำเนินงาน ที่ดี", "ประสานหน่วยงานที่เกี่ยวข้อง เช่น สำนักการโยธา",
)  # fmt: skip
_OPENERS = ("ทั้งนี้", "นอกจากนี้", "อย่างไรก็ตาม")
_UNBROKEN = re.compile(r"(?=[(\-•/])|[0-9๐-๙]")
"""What may stand at the beginning of a line only where the author put it: it would look like a new point."""


def _sentence(least: int = 1, most: int = 4) -> st.SearchStrategy[str]:
    phrases = st.sampled_from([each for each in _PHRASES if not _UNBROKEN.match(each)])
    return st.builds(lambda first, rest: " ".join([first, *rest]), phrases, st.lists(
        st.sampled_from(_PHRASES), min_size=least - 1, max_size=most - 1
    ))  # fmt: skip


def _prose() -> st.SearchStrategy[str]:
    """Draw a first paragraph and further ones that begin as new paragraphs of office texts do."""
    marks = st.sampled_from(["- ", "1. ", "2. ", "2.1 ", "5. ", "ทั้งนี้ ", "นอกจากนี้ "])
    further = st.lists(st.builds(str.__add__, marks, _sentence()), max_size=4)
    return st.builds(lambda first, rest: "\n".join([first, *rest]), _sentence(), further)


def office_reports() -> st.SearchStrategy[Report]:
    """Draw a report as an office would write it."""
    maybe = st.none() | _prose()
    numbers = st.sampled_from(["5", "3.00", "80.50", "100", "1407.52"]).map(Number)
    units = st.sampled_from(["ระดับ", "ร้อยละ", "คน"])
    return st.builds(
        Report,
        fiscal_year=st.just(2564),
        agency=st.just("0100"),
        id=st.integers(1, 999).map("0100-{}".format),
        code=st.sampled_from(["อ.2/2", "ย.1.2/3", "ป.10/1", None]),
        name=_sentence(1, 2).map(lambda words: "ความสำเร็จของการ" + words),
        type=st.just("unknown"),
        direction=st.just("unknown"),
        level=st.sampled_from(["output", "outcome", "output-and-outcome", "unknown"]),
        alignment=st.just(tuple(Alignment(part=part, entry="routine") for part in _PARTS)),
        definitions=st.lists(_definitions(), max_size=3).map(tuple),
        method=maybe,
        target=st.builds(Target, number=numbers, unit=units),
        result=st.builds(Result, number=numbers, unit=units) | st.just(Result()),
        quarters=st.builds(Quarters, **{f"q{n}": st.builds(QuarterReport, narrative=maybe) for n in range(1, 5)}),
        year_end_summary=maybe,
        supporting_factors=st.lists(_sentence(), max_size=3).map(tuple),
        obstacles=st.lists(st.builds(Obstacle, text=_sentence()), max_size=3).map(tuple),
        evidence=st.lists(st.builds(Evidence, title=_sentence(1, 2)), max_size=4).map(tuple),
        responsible=st.just(Responsible()),
    )


def _definitions() -> st.SearchStrategy[Definition]:
    terms = st.sampled_from(["เครือข่ายประชาคม", "ข้อมูลความต้องการ", "นำไปสู่การแก้ไข", "ระดับความสำเร็จ"])
    return st.builds(Definition, term=terms, meaning=_sentence())


# --- the print-out ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Damage:
    """What happened to a print-out on its way; `seed` decides where lines break."""

    seed: int = 0
    thai_digits: bool = False
    lost_vowels: bool = False
    ornament: str = ": ::"
    same_line: bool = True
    wrap: bool = False
    blank: str = "::"
    page_breaks: bool = False
    empty_lines: bool = False
    ticks: tuple[str, str] = ("☑", "☐")
    lonely_dashes: bool = False
    encoding: str = "utf-8"
    line_end: str = "\n"


def damages() -> st.SearchStrategy[Damage]:
    """Draw what real print-outs show."""
    return st.builds(
        Damage,
        seed=st.integers(0, 999),
        ornament=st.sampled_from([": ::", ":", " ::", ""]),
        blank=st.sampled_from(["::", "-", "", "....."]),
        ticks=st.sampled_from([("☑", "☐"), ("[x]", "[ ]"), ("(/)", "( )"), ("✓", "☐")]),
        encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp874"]),
        line_end=st.sampled_from(["\n", "\r\n"]),
        **{name: st.booleans() for name in (
            "thai_digits", "lost_vowels", "same_line", "wrap", "page_breaks", "empty_lines", "lonely_dashes",
        )},
    )  # fmt: skip


def print_out(report: Report, damage: Damage = Damage()) -> str:
    """Print a report as the city's system does, and let happen to it what happens to print-outs."""
    dice = random.Random(damage.seed)  # noqa: S311 — where lines break is no secret
    lines = [line for part in _sections(report, damage) for line in part.split("\n")]
    lines = [piece for line in lines for piece in _broken(line, damage, dice)]
    if damage.page_breaks:
        at = dice.randrange(len(lines) // 2, len(lines) - 4)
        lines[at:at] = ["", "", TITLE, ""]
    if damage.empty_lines:
        lines = [piece for line in lines for piece in (line, "")]
    return "\n".join(lines)


def as_file(text: str, damage: Damage) -> bytes:
    """Save a print-out as an office program would; what an 8-bit character set lacks forces UTF-8."""
    written = text.replace("\n", damage.line_end)
    try:
        return written.encode(damage.encoding)
    except UnicodeEncodeError:
        return written.encode("utf-8")


def as_document(text: str, *, in_table: bool) -> bytes:
    """Save a print-out as DOCX: a paragraph a line, or every line in a cell of one table, two a row."""
    document = docx.Document()
    lines = text.split("\n")
    if in_table:
        table = document.add_table((len(lines) + 1) // 2, 2)
        for cell, line in zip(table._cells, lines, strict=False):  # noqa: SLF001 — `rows` takes seconds
            cell.text = line
    else:
        for line in lines:
            document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _sections(report: Report, damage: Damage) -> list[str]:
    def section(label: str, value: str | None) -> str:
        joint = " " if damage.same_line and damage.ornament and value else "\n"
        return f"{label} {damage.ornament}{joint}{value or damage.blank}"

    means = [f"{each.term} หมายถึง {each.meaning}" for each in report.definitions]
    quarters = [section(f"(6.{n}) ไตรมาสที่ {n}", each.narrative) for n, each in reported_quarters(report)]
    obstacles = [each.text for each in report.obstacles]
    return [
        TITLE,
        f"1. ชื่อตัวชี้วัด :\n{report.code or ''}{report.name}",
        f"2. ระดับความสำเร็จ : {_ticks(report.level, damage)}",
        "**** สนับสนุนแผนพัฒนา กทม. ระยะ 20 ปี (ยุทธศาสตร์-ประเด็นยุทธศาสตร์-กลยุทธ์ตามแผนฯ /ตัวชี้วัด)**",
        *(f"{label} : **** {PLAN.entries[0].title} ****" for label in ("ประเด็นยุทธฯ", "----- ย่อย", "เป้าประสงค์ที่")),
        section("3. คำนยาม" if damage.lost_vowels else "3. คำนิยาม", "\n".join(means)),
        section("4. วิธีการคํานวณ" if damage.lost_vowels else "4. วิธีการคำนวณ", report.method),
        f"5. เป้าหมาย : {_amount(report.target, damage)}",
        f": ผลงานที่ทำได้ = {_amount(report.result, damage)}",
        "6. รายงานผลการดำเนินงาน (รายไตรมาส) :",
        *quarters,
        section("(6.5) สรุปผลการดำเนินงาน (ปลายปีงบประมาณ)", report.year_end_summary),
        section("7. ปัจจัยสนับสนุนการดำเนินงาน", _listed(report.supporting_factors, damage)),
        section("8. อุปสรรคต่อการดำเนินงาน", _listed(obstacles, damage)),
        section("9. หลักฐานอ้างอิง", _dashed([each.title for each in report.evidence], damage)),
        "ลงชื่อ.....(ผู้รับผิดชอบโครงการ)\n\nตำแหน่ง\n\n.....",
    ]


def _listed(items: Sequence[str], damage: Damage) -> str:
    return _dashed(items, damage) if len(items) > 1 else "".join(items)


def _dashed(items: Sequence[str], damage: Damage) -> str:
    dash = "-\n" if damage.lonely_dashes else "- "
    return "\n".join(dash + item for item in items)


def _ticks(level: str | None, damage: Damage) -> str:
    if level == "unknown":
        return "ผลผลิต (Output) ผลลัพธ์ (Outcome)"
    ticks = [damage.ticks[level not in {word, "output-and-outcome"}] for word in ("output", "outcome")]
    return f"{ticks[0]} ผลผลิต (Output) {ticks[1]} ผลลัพธ์ (Outcome)"


def _amount(amount: Target | Result, damage: Damage) -> str:
    if amount.number is None:
        return damage.blank
    number = str(amount.number)
    if damage.thai_digits:
        number = number.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    return f"{number} ({amount.unit})"


def _broken(line: str, damage: Damage, dice: random.Random) -> list[str]:
    """Break a long line at spaces in the middle of sentences, never before what would look like a new paragraph."""
    if not damage.wrap or len(line) < 60 or line.startswith("*"):
        return [line]
    pieces = [""]
    for word in line.split(" "):
        breaks = len(pieces[-1]) > 40 and dice.random() < 0.5
        if breaks and not _UNBROKEN.match(word) and not word.startswith((*_OPENERS, "(")) and word:
            pieces.append(word)
        else:
            pieces[-1] += f" {word}" if pieces[-1] else word
    return pieces
