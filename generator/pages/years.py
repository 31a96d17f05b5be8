"""The list of fiscal years, and a page for each: at a glance, by agency, and all its reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.pages.page import Page
from generator.pages.pictures import Glance, glance
from generator.pages.site import Site, report_path
from generator.progress import Judged
from generator.settings import Agency
from generator.thai import year_span

LISTED = 300
"""Up to how many reports a year's page lists one by one; beyond, its agencies lead to them, for a phone's sake."""


@dataclass(frozen=True)
class Year:
    """A fiscal year with its days and how its reports stand."""

    number: int
    span: tuple[date, date]
    glance: Glance


@dataclass(frozen=True)
class AgencyYear:
    """The reports of one agency in one year."""

    agency: Agency
    reports: tuple[Judged, ...]
    glance: Glance


def years(site: Site) -> Iterator[Page]:
    """Yield the list of years and the page of each."""
    found = tuple(Year(number, year_span(number), glance(site.by_year[number])) for number in site.years)
    yield Page("years/index.md", "pages/years.md.j2", {"years": found})
    for year in found:
        reports = site.by_year[year.number]
        context = {
            "year": year,
            "listed": reports if len(reports) <= LISTED else (),
            "rows": tuple(_rows(site, year.number)),
            "path_of": report_path,
        }
        yield Page(f"{year.number}/index.md", "pages/year.md.j2", context)


def _rows(site: Site, year: int) -> Iterator[AgencyYear]:
    for agency in site.agencies_by_name:
        reports = tuple(judged for judged in site.by_agency.get(agency.code, ()) if judged.report.fiscal_year == year)
        if reports:
            yield AgencyYear(agency, reports, glance(reports))
