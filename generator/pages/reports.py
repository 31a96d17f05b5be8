"""The page of a report: the whole form, what was decided about it and why, and the way to its file."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from generator.fields import fields_of
from generator.kinds import Prose
from generator.language import Bilingual
from generator.model import Report
from generator.official import FormLine, form_lines
from generator.pages.page import Page
from generator.pages.pictures import bar
from generator.pages.site import Site, report_path
from generator.parts import English, Responsible
from generator.progress import Judged
from generator.progress.verdict import due_date
from generator.thai import QUARTERS, is_placeholder, year_span
from generator.vocabulary import AMENDED, DIRECTIONS, EVIDENCE_KINDS, LEVELS, PLAN_PARTS, STATES, TYPES

_TITLES = {item.key: item.title for item in fields_of(Report)}
_WORDS = {
    "type": TYPES,
    "level": LEVELS,
    "direction": DIRECTIONS,
    "state": STATES,
    "part": PLAN_PARTS,
    "kind": EVIDENCE_KINDS,
    "amended": AMENDED,
}


@dataclass(frozen=True)
class Forge:
    """Where the file of a report can be edited, followed and read."""

    edit: str
    history: str
    file: str


@dataclass(frozen=True)
class Translated:
    """One translated text of a report."""

    title: Bilingual
    text: str
    is_prose: bool


def reports(site: Site) -> Iterator[Page]:
    """Yield a page for every report."""
    for year in site.years:
        for judged in site.by_year[year]:
            yield Page(report_path(judged), "pages/report.md.j2", _context(site, judged))


def _context(site: Site, judged: Judged) -> dict[str, Any]:
    report = judged.report
    return {
        "judged": judged,
        "report": report,
        "bar": bar(judged),
        "span": year_span(report.fiscal_year),
        "due": {quarter: due_date(report.fiscal_year, quarter, site.portal.due) for quarter in QUARTERS},
        "siblings": [other for other in site.by_indicator[report.id] if other is not judged],
        "forge": _forge(site, judged.path),
        "address": _address(site, judged),
        "english": [*_english(report.english)],
        "printed": _printed(site, report),
        "titles": _TITLES,
        "words": _WORDS,
        "is_placeholder": is_placeholder,
        "path_of": report_path,
    }


def _printed(site: Site, report: Report) -> tuple[FormLine, ...]:
    """Give the official form, which the page is on paper; who signs it is left to the pen unless the portal says so.

    Empty lines within a text are left out, as everywhere on the page.
    """
    named = report if site.portal.publish_responsible else dataclasses.replace(report, responsible=Responsible())
    return tuple(line for line in form_lines(named, site.plan) if line.role != "more" or line.text.strip())


def _forge(site: Site, path: str) -> Forge | None:
    if site.repository is None:
        return None
    branch, file = quote(site.portal.branch or "main"), quote(path)
    return Forge(*(f"{site.repository}/{view}/{branch}/{file}" for view in ("edit", "commits", "blob")))


def _address(site: Site, judged: Judged) -> str | None:
    if site.portal.site_url is None:
        return None
    return site.portal.site_url.rstrip("/") + "/" + report_path(judged).removesuffix(".md") + "/"


def _english(english: English) -> Iterator[Translated]:
    for item in fields_of(English):
        text = getattr(english, item.key)
        if text:
            yield Translated(item.title, text, isinstance(item.kind, Prose))
