"""The first page: what this is, the newest year at a glance, and the ways to find something."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page
from generator.pages.pictures import glance
from generator.pages.site import Site, report_path

SHOWN = 10
"""How many reports of the newest year the home page lists."""


def home(site: Site) -> Iterator[Page]:
    """Yield the home page."""
    newest = site.by_year[site.years[0]] if site.years else ()
    context = {
        "newest": newest[:SHOWN],
        "glance": glance(newest),
        "reporting": len({judged.report.agency for judged in newest}),
        "path_of": report_path,
    }
    yield Page("index.md", "pages/home.md.j2", context)
