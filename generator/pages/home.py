"""The first page: what this is, the current year at a glance, and the ways to find something."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page
from generator.pages.pictures import glance
from generator.pages.site import Site, report_path

SHOWN = 10
"""How many reports of the current year the home page lists."""


def home(site: Site) -> Iterator[Page]:
    """Yield the home page."""
    year = site.current_year
    reports = site.by_year[year] if year else ()
    context = {
        "year": year,
        "shown": reports[:SHOWN],
        "glance": glance(reports),
        "reporting": len({judged.report.agency for judged in reports}),
        "path_of": report_path,
    }
    yield Page("index.md", "pages/home.md.j2", context)
