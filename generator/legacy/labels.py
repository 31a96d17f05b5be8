"""Where the printed form may have its labels: found by their words, whatever happened to vowels and ornaments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from generator.legacy.sheet import Span
from generator.thai import arabic_digits

if TYPE_CHECKING:
    from generator.legacy.sheet import Sheet

_BONE = re.compile("[ก-ฮ0-9๐-๙A-Za-z]")
_LEADING, _MARKS = "เ-ไ", "ะ-ฺ็-๎ๆฯ"
_LEAST_FUZZY = 8
"""So many consonants a label needs to be known though one of them was lost."""
_LONGEST = 200
"""No label is longer, whatever spaces damage put into it."""

# Ornaments and dashes, then a number in one of its spellings: `3.`, `๓.`, `(6.1)`, `6.1)`. One dash alone is a point.
_PREFIX = re.compile(
    r"(?:[*:_=|•●■]|[^\S\n])*(?:[-–—]{2,}(?:\*|[^\S\n])*)?"
    r"(?:\(?[^\S\n]?(?P<number>[0-9๐-๙](?:\s?\.\s?[0-9๐-๙])?)\s?[.)]{0,2}(?![0-9๐-๙])[\s*]*)?"
)
_BRACKETS = re.compile(r"\s*\([^()\n]{0,60}\)\s*(?=[:：])")
_TAIL = re.compile(
    r"(?P<colon>[^\S\n]*[:=：](?:[:=：]|[^\S\n])*)|(?P<end>[^\S\n]*(?=\n|$))|(?P<ornament>[^\S\n]*(?=[*.…_]))|(?P<space>[^\S\n]+)|"
)
_LESS = 0.1
"""What speaks less for a label with every wording that is less usual."""
_WORD = re.compile(r"(?<![ก-๙])[\s:]*(?P<word>[ก-ฮเ-ไ])")
Tail = Literal["colon", "end", "ornament", "space", "glued"]
_TAIL_SCORES: dict[Tail, float] = {"colon": 0.3, "end": 0.15, "ornament": 0.15, "space": 0.0, "glued": -0.2}


@dataclass(frozen=True)
class Label:
    """One label of the form: the field it stands for, its number, and its words, the usual ones first."""

    key: str
    number: str
    words: tuple[str, ...]

    @property
    def printed(self) -> str:
        """Give the label as the form prints it."""
        if not self.number:
            return self.words[0]
        return f"({self.number}) {self.words[0]}" if "." in self.number else f"{self.number}. {self.words[0]}"

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Give for each wording what finds it in the bones of a text."""
        return tuple(_pattern(bones(words)) for words in self.words)


LABELS: tuple[Label, ...] = (
    Label("name", "1", ("ชื่อตัวชี้วัด", "ตัวชี้วัด")),
    Label("level", "2", ("ระดับความสำเร็จ", "ระดับของความสำเร็จ")),
    Label("alignment", "", (
        "สนับสนุนแผนพัฒนา กทม. ระยะ 20 ปี (ยุทธศาสตร์-ประเด็นยุทธศาสตร์-กลยุทธ์ตามแผนฯ /ตัวชี้วัด)",
        "สนับสนุนแผนพัฒนา กทม. ระยะ 20 ปี",
        "สนับสนุนแผนพัฒนากรุงเทพมหานคร ระยะ 20 ปี",
        "ประเด็นยุทธศาสตร์",
        "ประเด็นยุทธฯ",
        "ประเด็นยุทธศาสตร์ย่อย",
        "ย่อย",
        "เป้าประสงค์ที่",
    )),
    Label("definitions", "3", ("คำนิยาม", "นิยาม")),
    Label("method", "4", ("วิธีการคำนวณ", "วิธีคำนวณ", "สูตรการคำนวณ")),
    Label("target", "5", ("เป้าหมาย", "ค่าเป้าหมาย")),
    Label("result", "", ("ผลงานที่ทำได้", "ผลงาน")),
    Label("quarters", "6", ("รายงานผลการดำเนินงาน (รายไตรมาส)", "รายงานผลการดำเนินงาน")),
    *(
        Label(f"quarters.q{number}.narrative", f"6.{number}", (f"ไตรมาสที่ {number}", f"ไตรมาส {number}"))
        for number in range(1, 5)
    ),
    Label("year_end_summary", "6.5", ("สรุปผลการดำเนินงาน (ปลายปีงบประมาณ)", "สรุปผลการดำเนินงาน")),
    Label("supporting_factors", "7", ("ปัจจัยสนับสนุนการดำเนินงาน", "ปัจจัยสนับสนุน", "ปัจจัยความสำเร็จ")),
    Label("obstacles", "8", ("อุปสรรคต่อการดำเนินงาน", "ปัญหาและอุปสรรค", "ปัญหา/อุปสรรค", "อุปสรรค")),
    Label("evidence", "9", ("หลักฐานอ้างอิง", "เอกสารอ้างอิง")),
    Label("responsible.name", "", ("ลงชื่อ",)),
    Label("responsible.position", "", ("ตำแหน่ง",)),
)  # fmt: skip
PLAN_LABELS: tuple[Label, ...] = (
    Label("sub-issue", "", ("ย่อย", "ประเด็นยุทธศาสตร์ย่อย", "ประเด็นยุทธฯ ย่อย", "ประเด็นย่อย")),
    Label("issue", "", ("ประเด็นยุทธฯ", "ประเด็นยุทธศาสตร์")),
    Label("goal", "", ("เป้าประสงค์ที่", "เป้าประสงค์")),
)
RANKS = {label.key: rank for rank, label in enumerate(LABELS)}
LAST_LENIENT = RANKS["quarters.q1.narrative"]
"""Up to here no long text of people has begun in which the words of a label may stand by chance."""
_BEHIND = {"target": "result", "responsible.name": "responsible.position"}
"""Labels that may stand on the line of another one, behind its value."""
_WITH_UNIT = frozenset({"target", "result"})
"""Labels behind which brackets hold a unit, and not words of the form."""


@dataclass(frozen=True)
class Hit:
    """One place where a label may be: from its ornaments to behind its colon, and how much speaks for it."""

    label: Label
    span: Span
    words: Span
    numbered: bool
    tail: Tail
    score: float

    @property
    def rank(self) -> int:
        """Give the place of the label in the order of the form."""
        return RANKS[self.label.key]


def bones(text: str) -> str:
    """Give the consonants, digits and Latin letters of a text: what damage takes last."""
    return arabic_digits("".join(_BONE.findall(text))).casefold()


@dataclass(frozen=True)
class _Start:
    """Where words of a label may begin: behind a number, if there is one; the bones from there on."""

    line: Span
    at: int
    number: str
    bones: str
    offsets: tuple[int, ...]


def find_labels(sheet: Sheet) -> list[Hit]:
    """Find every place where a label of the form may be, in order of their places."""
    found: list[Hit] = []
    for line in sheet.lines(Span(0, len(sheet.text))):
        here = hits_at(sheet, line, LABELS)
        found += here
        for hit in here:
            if hit.label.key in _BEHIND:
                found += _inline(sheet, line, hit, LABELS[RANKS[_BEHIND[hit.label.key]]])
    return found


def hits_at(sheet: Sheet, line: Span, labels: tuple[Label, ...]) -> list[Hit]:
    """Find the labels that a line may begin with."""
    prefix = _PREFIX.match(sheet.text, line.start)
    at = prefix.end() if prefix else line.start
    number = "".join(arabic_digits(prefix["number"] or "").split()) if prefix else ""
    start = _start(sheet, line, at, number)
    found = (_judge(sheet, start, label) for label in labels) if start else ()
    return [hit for hit in found if hit is not None]


def _inline(sheet: Sheet, line: Span, hit: Hit, label: Label) -> list[Hit]:
    """Find a label behind the value of another one on the same line."""
    for match in _WORD.finditer(sheet.text, hit.span.end, line.end):
        at = match.start("word")
        start = _start(sheet, Span(match.start(), line.end), at, "")
        found = _judge(sheet, start, label) if start else None
        if found and found.tail in {"colon", "end", "ornament"}:
            return [found]
    return []


def _start(sheet: Sheet, line: Span, at: int, number: str) -> _Start | None:
    """Reduce what follows a place, up to the end of the line after."""
    window = sheet.text[at : at + _LONGEST]
    first, _, rest = window.partition("\n")
    window = first if not rest.strip() else f"{first}\n{rest.partition(chr(10))[0]}"
    found = list(_BONE.finditer(window))
    if not found or re.search(f"[^{_LEADING}{_MARKS}?]", window[: found[0].start()]):
        return None
    return _Start(line, at, number, bones(window), tuple(at + match.start() for match in found))


def _judge(sheet: Sheet, start: _Start, label: Label) -> Hit | None:
    numbered = bool(label.number) and start.number == label.number
    for rank, pattern in enumerate(label.patterns):
        match = pattern.match(start.bones)
        if match is None:
            continue
        words = _widened(sheet.text, start.at, start.offsets[match.end() - 1] + 1)
        end = words.end
        if label.key not in _WITH_UNIT and (brackets := _BRACKETS.match(sheet.text, end)):
            end = brackets.end()
        tail = _TAIL.match(sheet.text, end)
        kind: Tail = tail.lastgroup or "glued"  # type: ignore[union-attr,assignment]  # the pattern always matches
        if not _is_likely(label, kind, numbered=numbered):
            continue
        exact = sheet.words(words) in label.words
        after_blank = sheet.text.endswith("\n\n", 0, start.line.start)
        score = 0.5 + 0.3 * numbered + _TAIL_SCORES[kind] + 0.1 * exact + 0.05 * after_blank - _LESS * rank
        return Hit(label, Span(start.line.start, tail.end() if tail else end), words, numbered, kind, score)
    return None


def _is_likely(label: Label, tail: Tail, *, numbered: bool) -> bool:
    """Say whether a label may end like this: the more text of people stands around it, the surer it must be."""
    if RANKS.get(label.key, 0) <= LAST_LENIENT and numbered:
        return True
    if "." in label.number and numbered:  # nobody begins a sentence with “(6.2) quarter 2”
        return tail != "glued"
    return tail in {"colon", "end"} or (tail == "ornament" and not label.number)


def _widened(text: str, start: int, end: int) -> Span:
    """Take in the marks behind the last consonant, and a bracket that closes there."""
    while end < len(text) and re.match(f"[{_MARKS}]", text[end]):
        end += 1
    return Span(start, end + ("(" in text[start:end] and text[end : end + 1] == ")"))


def _pattern(words: str) -> re.Pattern[str]:
    """Find the bones of a wording; in a long one any consonant but the first may be lost or another, a digit never."""
    ways = [words[1:]]
    if len(words) >= _LEAST_FUZZY:
        places = (at for at in range(1, len(words)) if not words[at].isdigit())
        ways += [f"{words[1:at]}[^0-9]?{words[at + 1 :]}" for at in places]
    return re.compile(f"{words[0]}(?:{'|'.join(ways)})")
