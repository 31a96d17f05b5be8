"""The pages of the portal: every kind is one function that yields pages, and one tuple lists them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.language import Bilingual
from generator.pages.about import about
from generator.pages.agencies import agencies
from generator.pages.home import home
from generator.pages.judging import how_we_judge
from generator.pages.page import Page
from generator.pages.reports import reports
from generator.pages.search import search
from generator.pages.site import Site
from generator.pages.years import years
from generator.render import plain, render
from generator.track import Track, silent

__all__ = ["PAGES", "Page", "Site", "plan"]

PAGES: tuple[Callable[[Site], Iterator[Page]], ...] = (home, years, agencies, reports, how_we_judge, search, about)


def plan(site: Site, track: Track = silent) -> dict[str, str]:
    """Give the Markdown of every page by its path in the docs folder; the same site gives the same text."""
    pages = [page for make in PAGES for page in make(site)]
    return {page.path: _written(site, page) for page in track(Bilingual("วางหน้า", "Laying out pages"), pages)}


def _written(site: Site, page: Page) -> str:
    context = {"site": site, "link": lambda target: plain(page.link(target)), **page.context}
    return render(page.template, site.language, context)
