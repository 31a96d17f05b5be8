"""Everything the pages of a portal are made from; values only, decided before the first page is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from generator.language import Bilingual, Language
from generator.progress import Judged
from generator.settings import Agency, Plan, Portal
from generator.thai import sort_key, year_span

Key = TypeVar("Key", int, str)


@dataclass(frozen=True)
class Site:
    """A portal on one day: settings, reference lists and every report with what was decided about it."""

    portal: Portal
    agencies: tuple[Agency, ...]
    plan: Plan
    reports: tuple[Judged, ...]
    today: date
    repository: str | None
    """Web address of the git repository without a trailing slash; None hides edit and history links."""
    documents: frozenset[str] = frozenset()
    """Hand-written pages beside the made ones, such as `hosting.md`, relative to the docs folder."""

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return "en" if self.portal.language == "en" else "th"

    @property
    def organisation(self) -> Bilingual:
        """The name of the organisation whose results are shown."""
        return _named(self.portal.organisation, self.portal.organisation_en)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The fiscal years that have reports, newest first."""
        return tuple(sorted(self.by_year, reverse=True))

    @property
    def current_year(self) -> int | None:
        """The newest fiscal year that has begun and has reports; plans for later years do not take its place."""
        begun = [year for year in self.years if year_span(year)[0] <= self.today]
        return next(iter(begun or self.years), None)

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Judged, ...]]:
        """The reports of each fiscal year, in order of agency and serial number."""
        return _grouped(self.reports, lambda judged: judged.report.fiscal_year)

    @cached_property
    def by_agency(self) -> Mapping[str, tuple[Judged, ...]]:
        """The reports of each agency that has any."""
        return _grouped(self.reports, lambda judged: judged.report.agency)

    @cached_property
    def by_indicator(self) -> Mapping[str, tuple[Judged, ...]]:
        """The reports of each indicator over the years, newest first."""
        return _grouped(self.reports, lambda judged: judged.report.id)

    @cached_property
    def agencies_by_name(self) -> tuple[Agency, ...]:
        """Every agency, in the dictionary order of its name."""
        return tuple(sorted(self.agencies, key=lambda agency: (sort_key(self.agency_name(agency.code)), agency.code)))

    def agency(self, code: str) -> Agency:
        """Give an agency by its code; every report's agency is listed, the rules see to that."""
        return self._agencies[code]

    def agency_name(self, code: str) -> str:
        """Give the name of an agency in the language of the interface."""
        agency = self.agency(code)
        return _named(agency.name, agency.name_en).say(self.language)

    def cause(self, tag: str) -> str:
        """Give the words of a cause tag; one that the settings do not list speaks for itself."""
        return self._causes.get(tag, Bilingual(tag, tag)).say(self.language)

    def plan_entry(self, entry: str) -> str:
        """Give the words of a plan entry; one that the plan does not list speaks for itself."""
        return self._entries.get(entry, Bilingual(entry, entry)).say(self.language)

    @cached_property
    def _agencies(self) -> Mapping[str, Agency]:
        return {agency.code: agency for agency in self.agencies}

    @cached_property
    def _causes(self) -> Mapping[str, Bilingual]:
        return {cause.id: _named(cause.title, cause.title_en) for cause in self.portal.causes}

    @cached_property
    def _entries(self) -> Mapping[str, Bilingual]:
        return {entry.id: _named(entry.title, entry.title_en) for entry in self.plan.entries}


def report_path(judged: Judged) -> str:
    """Give the Markdown file of a report's page, which is also its stable address: year, agency, permanent id."""
    report = judged.report
    return f"{report.fiscal_year}/{report.agency}/{report.id}.md"


def _named(thai: str, english: str | None) -> Bilingual:
    return Bilingual(thai, english or thai)


def _grouped(reports: Iterable[Judged], key: Callable[[Judged], Key]) -> Mapping[Key, tuple[Judged, ...]]:
    groups: dict[Key, list[Judged]] = {}
    for judged in sorted(reports, key=_place):
        groups.setdefault(key(judged), []).append(judged)
    return {name: tuple(group) for name, group in groups.items()}


def _place(judged: Judged) -> tuple[int, str, int, str]:
    report = judged.report
    return -report.fiscal_year, report.agency, int(report.id.rpartition("-")[2]), report.id
