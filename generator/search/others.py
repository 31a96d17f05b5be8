"""What search knows of the pages that are no report: agencies and years from the records, the rest from its words."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from generator.pages.site import Site
from generator.search.entries import Entry, Part
from generator.search.normal_form import clean

_TOLD = ("about", "how-we-judge", "fields")
_BLOCKS = frozenset(("p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "tr", "div", "blockquote", "pre"))


def others(site: Site, folder: Path) -> Iterator[Entry]:
    """Yield agencies, years, and the pages of the built site that tell about the portal itself."""
    for agency in site.agencies_by_name:
        if (folder / "agencies" / agency.code / "index.html").is_file():
            names = (agency.name, agency.name_en or "", agency.code)
            yield _entry(f"agencies/{agency.code}/", site.agency_name(agency.code), names, ())
    for year in site.years:
        name = {"th": f"ปีงบประมาณ {year}", "en": f"Fiscal year {year}"}[site.language]
        yield _entry(f"{year}/", name, (name,), ())
    told = [*_TOLD, *sorted(document.removesuffix(".md") for document in site.documents)]
    for name in dict.fromkeys(told):
        page = folder / name / "index.html"
        if page.is_file():
            reader = _Article()
            reader.feed(page.read_text(encoding="utf-8"))
            title = reader.title or name
            yield _entry(f"{name}/", title, (title,), tuple(line for line in map(clean, reader.lines) if line))


def _entry(address: str, name: str, titles: tuple[str, ...], text: tuple[str, ...]) -> Entry:
    shown = tuple(dict.fromkeys(line for line in map(clean, titles) if line))
    return Entry(address, "", clean(name), "", 0, "", (Part("title", shown), Part("text", text)))


class _Article(HTMLParser):
    """Gathers the words of a page's article, a line for every block."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.lines: list[str] = [""]
        self._inside = False
        self._heading = False
        self._left_out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._left_out:
            if tag == self._left_out[0]:
                self._left_out.append(tag)
        elif self._inside and (tag in {"script", "template"} or "data-search-exclude" in dict(attrs)):
            self._left_out = [tag]
        self._inside = self._inside or tag == "article"
        self._heading = tag == "h1" or (self._heading and tag != "a")
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if self._left_out and tag == self._left_out[0]:
            self._left_out.pop()
        if tag == "article":
            self._inside = False
        if tag == "h1":
            self._heading = False
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self._inside and not self._left_out:
            self.lines[-1] += data
            if self._heading:
                self.title += data
