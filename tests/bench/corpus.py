"""Reports to measure search with: seeded, of the real one's length, in the words of the form and in words of chance.

A third of the words are made of random syllables, as if from a dictionary that nobody has, because real reports are
full of names, places and terms that no list holds.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.kinds import Number
from generator.model import Report
from generator.pages.site import Site
from generator.parts import (
    Alignment,
    Amendment,
    Definition,
    English,
    Evidence,
    Letter,
    Obstacle,
    QuarterReport,
    Quarters,
    Responsible,
    Result,
    Target,
)
from generator.progress import judge
from generator.settings import Agency, Plan, PlanEntry, Portal
from generator.thai import MONTHS

_HERE = Path(__file__).parent
COMMON = tuple((_HERE / "words-th.txt").read_text(encoding="utf-8").split())
ENGLISH = tuple((_HERE / "words-en.txt").read_text(encoding="utf-8").split())
_INITIALS: tuple[str, ...] = (*"กขคงจชซดตถทนบปผพฟมยรลวสหอ", "กร", "กล", "คล", "ปร", "พล", "ตร")
_VOWELS = ("{}า", "{}ี", "{}ู", "เ{}", "แ{}", "โ{}", "{}ะ", "{}ิ", "{}ุ", "ไ{}", "{}ำ", "{}ื", "เ{}ีย", "{}ั")
_TONES = ("", "", "", "่", "้")
_FINALS = ("", "น", "ง", "ม", "ก", "ด", "บ", "ย")
_CODES = "กขคงจชดตทนบปผพมยรลวสหอ"
AGENCIES = 77
TODAY = date(2027, 3, 15)


@dataclass(frozen=True)
class Corpus:
    """The made reports and the words of chance in them."""

    site: Site
    words: tuple[str, ...]


def corpus(count: int, portal: Portal, seed: int = 1) -> Corpus:
    """Make a site of `count` reports, over 77 agencies and as many years as that takes."""
    chance = random.Random(seed)  # noqa: S311 — chance of a test
    words = tuple(sorted({_word(chance) for _ in range(12_000)}))
    writer = _Writer(chance, chance.sample(words, len(words)))
    agencies = tuple(Agency(code=f"{100 + n:04}", name="สำนัก" + writer.phrase(2)) for n in range(AGENCIES))
    plan = Plan(title="แผน", entries=tuple(PlanEntry(id=f"p{n}", title=writer.phrase(6)) for n in range(60)))
    reports = []
    for number in range(count):
        agency, rest = number % AGENCIES, number // AGENCIES
        report = writer.report(agencies[agency].code, 2569 - rest // 30, rest % 30)
        reports.append(judge(report, f"data/{number}.yml", portal, TODAY))
    return Corpus(Site(portal, agencies, plan, tuple(reports), TODAY, None), words)


def _word(chance: random.Random) -> str:
    return "".join(_syllable(chance) for _ in range(chance.choice((2, 2, 3))))


def _syllable(chance: random.Random) -> str:
    vowel = chance.choice(_VOWELS)
    closed = vowel in {"{}ั", "{}ื"} or (vowel[-1] not in "ะำ" and not vowel.startswith("ไ") and chance.random() < 0.6)
    initial, _, tail = vowel.partition("{}")
    above = tail[:1] if tail[:1] in set("ิีืุูั") else ""
    final = chance.choice(_FINALS[1:]) if closed else ""
    return initial + chance.choice(_INITIALS) + above + chance.choice(_TONES) + tail[len(above) :] + final


class _Writer:
    def __init__(self, chance: random.Random, words: list[str]) -> None:
        self.chance = chance
        self.words = words
        self.weights = [1 / (rank + 20) for rank in range(len(words))]
        self.common_weights = [1 / (rank + 10) for rank in range(len(COMMON))]
        self.pool: list[str] = []

    def word(self) -> str:
        if not self.pool:
            rare = self.chance.choices(self.words, self.weights, k=3_000)
            usual = self.chance.choices(COMMON, self.common_weights, k=7_000)
            self.pool = rare + usual
            self.chance.shuffle(self.pool)
        return self.pool.pop()

    def phrase(self, length: int) -> str:
        return "".join(self.word() for _ in range(length))

    def letter(self) -> str:
        return f"กท {self.chance.randrange(100, 180):04}/{self.chance.randrange(1, 3_000)}"

    def day(self, year: int) -> str:
        return f"{self.chance.randrange(1, 29)} {self.chance.choice(MONTHS)} {year}"

    def sentence(self, year: int) -> str:
        made = [self.phrase(self.chance.randrange(5, 14))]
        fate = self.chance.random()
        if fate < 0.12:
            made.append(f"ตามหนังสือที่ {self.letter()} ลงวันที่ {self.day(year)}")
        elif fate < 0.2:
            made.append(f"เมื่อวันที่ {self.day(year)}")
        elif fate < 0.27:
            made.append(f"จำนวน {self.chance.randrange(2, 900)} คน")
        elif fate < 0.33:
            made.append(f"ผ่าน {self.chance.choice(ENGLISH)} {self.chance.choice(ENGLISH)}")
        elif fate < 0.36:
            made.append(f"ค.ศ. {year - 543}")
        return " ".join([*made, self.phrase(self.chance.randrange(2, 8))])

    def prose(self, year: int, most: int) -> str:
        lines = []
        for _ in range(self.chance.randrange(1, most)):
            sentences = (self.sentence(year) for _ in range(self.chance.randrange(1, 4)))
            lines.append(self.chance.choice(("", "- ")) + " ".join(sentences))
        return "\n".join(lines)

    def quarter(self, year: int, most: int) -> QuarterReport:
        return QuarterReport(narrative=self.prose(year, most))

    def report(self, agency: str, year: int, serial: int) -> Report:
        chance, unit = self.chance, self.chance.choice(("ร้อยละ", "ระดับ", "คน"))
        code = f"{chance.choice(_CODES)}.{chance.randrange(1, 9)}/{chance.randrange(1, 40)}"
        done = Number(f"{chance.randrange(100)}.00") if chance.random() < 0.8 else None
        return Report(
            fiscal_year=year,
            agency=agency,
            id=f"{agency}-{serial + 1}",
            code=code,
            name=self.phrase(chance.randrange(5, 12)),
            type="routine",
            level="output",
            alignment=(Alignment(part="goal", entry=f"p{chance.randrange(60)}"),),
            definitions=tuple(Definition(term=self.phrase(2), meaning=self.sentence(year)) for _ in range(2)),
            method=self.sentence(year),
            direction="higher",
            level_scale=(),
            target=Target(number=Number("80"), upper=None, unit=unit),
            result=Result(number=done, unit=unit),
            quarters=Quarters(**{f"q{n}": self.quarter(year, 2 + n) for n in (1, 2, 3, 4)}),
            year_end_summary=self.sentence(year),
            supporting_factors=(self.sentence(year),),
            obstacles=(Obstacle(text=self.sentence(year), cause=None),),
            evidence=tuple(Evidence(title=self.phrase(4), link=None, kind=None) for _ in range(3)),
            letters=(Letter(number=self.letter(), date=None, subject=self.phrase(5), quarter=None),),
            amendments=() if chance.random() < 0.8 else (Amendment(field="criterion", reason=self.sentence(year)),),
            responsible=Responsible(),
            sources=(),
            english=English(name=" ".join(chance.sample(ENGLISH, 4)) if chance.random() < 0.3 else None),
        )
