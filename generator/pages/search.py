"""The search page: a form for scripts to fill with results, and lists to browse for readers without scripts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page
from generator.pages.site import Site
from generator.progress.status import Status


def search(site: Site) -> Iterator[Page]:
    """Yield the search page."""
    agencies = tuple(agency for agency in site.agencies_by_name if agency.code in site.by_agency)
    yield Page("search.md", "pages/search.md.j2", {"agencies": agencies, "statuses": tuple(Status)})
