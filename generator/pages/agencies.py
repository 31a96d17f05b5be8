"""The list of agencies, and a page for each with its reports of all years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.pages.page import Page
from generator.pages.pictures import Glance, glance
from generator.pages.site import Site, report_path
from generator.progress import Judged
from generator.settings import Agency


@dataclass(frozen=True)
class AgencyRow:
    """An agency in the list: the years it reported in, newest first, and how many reports it has."""

    agency: Agency
    years: tuple[int, ...]
    number: int


@dataclass(frozen=True)
class YearReports:
    """The reports of one year of an agency."""

    year: int
    reports: tuple[Judged, ...]
    glance: Glance


def agencies(site: Site) -> Iterator[Page]:
    """Yield the list of agencies and the page of each, also of those that have not reported."""
    yield Page("agencies/index.md", "pages/agencies.md.j2", {"rows": tuple(_rows(site))})
    for agency in site.agencies:
        context = {"agency": agency, "years": tuple(_years(site, agency.code)), "path_of": report_path}
        yield Page(f"agencies/{agency.code}.md", "pages/agency.md.j2", context)


def _rows(site: Site) -> Iterator[AgencyRow]:
    for agency in site.agencies_by_name:
        reports = site.by_agency.get(agency.code, ())
        found = sorted({judged.report.fiscal_year for judged in reports}, reverse=True)
        yield AgencyRow(agency, tuple(found), len(reports))


def _years(site: Site, code: str) -> Iterator[YearReports]:
    for year, group in groupby(site.by_agency.get(code, ()), key=lambda judged: judged.report.fiscal_year):
        reports = tuple(group)
        yield YearReports(year, reports, glance(reports))
