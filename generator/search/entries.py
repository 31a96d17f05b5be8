"""What search knows of a page: where it is, how a result shows it, and its texts by weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.kinds import Choice
from generator.language import Language
from generator.model import Report
from generator.pages.site import Site, report_path
from generator.parts import Result, Target
from generator.progress import Judged
from generator.search.normal_form import clean
from generator.vocabulary import LEVELS, PLAN_PARTS, TYPES

Weight = Literal["title", "text", "about"]
"""Code and name weigh most, what the agency wrote next, what stands on many pages alike least."""


@dataclass(frozen=True)
class Part:
    """One text of a page: its weight, and lines as they are shown."""

    weight: Weight
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A page that can be found; year 0 and no agency and status for pages that are no report."""

    address: str
    code: str
    name: str
    agency: str
    year: int
    status: str
    parts: tuple[Part, ...]


def entries(site: Site) -> Iterator[Entry]:
    """Yield the reports, newest year first: a smaller number is a newer report."""
    for year in site.years:
        for judged in site.by_year[year]:
            yield _entry(site, judged)


def _entry(site: Site, judged: Judged) -> Entry:
    report = judged.report
    titles = [report.code, report.name, report.english.name, report.id]
    return Entry(
        address=report_path(judged).removesuffix(".md") + "/",
        code=clean(report.code or ""),
        name=clean(report.name),
        agency=report.agency,
        year=report.fiscal_year,
        status=judged.year.status.value,
        parts=(_part("title", titles), _part("text", _texts(report)), _part("about", _about(site, judged))),
    )


def _part(weight: Weight, texts: list[str | None]) -> Part:
    lines = (clean(line) for text in texts if text for line in text.split("\n"))
    return Part(weight, tuple(dict.fromkeys(line for line in lines if line)))


def _texts(report: Report) -> list[str | None]:
    quarters, english = report.quarters, report.english
    return [
        *(f"{item.term} หมายถึง {item.meaning}" for item in report.definitions),
        report.method,
        *(item.text for item in report.level_scale),
        *(quarter.narrative for quarter in (quarters.q1, quarters.q2, quarters.q3, quarters.q4)),
        report.year_end_summary,
        *report.supporting_factors,
        *(item.text for item in report.obstacles),
        *(item.title for item in report.evidence),
        *(" ".join(filter(None, (item.number, item.subject))) for item in report.letters),
        *(text for item in report.amendments for text in (item.old, item.new, item.reason, item.letter)),
        *(english.definitions, english.method, english.q1, english.q2, english.q3, english.q4),
        *(english.year_end_summary, english.supporting_factors, english.obstacles),
        *(text for item in report.sources for text in (item.title, item.note)),
    ]


def _about(site: Site, judged: Judged) -> list[str | None]:
    report, language = judged.report, site.language
    agency = site.agency(report.agency)
    person = report.responsible
    return [
        agency.name,
        agency.name_en,
        {"th": f"ปีงบประมาณ {report.fiscal_year}", "en": f"Fiscal year {report.fiscal_year}"}[language],
        judged.year.status.word.say(language),
        f"{_words(TYPES, report.type, language)} {_words(LEVELS, report.level, language)}".strip(),
        *(f"{_words(PLAN_PARTS, item.part, language)} {site.plan_entry(item.entry)}" for item in report.alignment),
        _amount(report.target),
        _amount(report.result),
        *((person.name, person.position) if site.portal.publish_responsible else ()),
    ]


def _words(choice: Choice, value: str | None, language: Language) -> str:
    found = (option.title.say(language) for option in choice.options if option.value == value and value != "unknown")
    return next(found, "")


def _amount(of: Target | Result) -> str | None:
    return f"{of.number} {of.unit or ''}" if of.number else None
