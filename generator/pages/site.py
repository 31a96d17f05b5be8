"""Everything the pages of a portal are made from; values only, decided before the first page is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.language import Language
from generator.progress import Judged
from generator.settings import Agency, Plan, Portal


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

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return "en" if self.portal.language == "en" else "th"

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years that have reports, newest first."""
        return tuple(sorted({judged.report.fiscal_year for judged in self.reports}, reverse=True))

    def agency(self, code: str) -> Agency:
        """Give an agency by its code; every report's agency is listed, the rules see to that."""
        return next(agency for agency in self.agencies if agency.code == code)
