"""What is known of a form besides its text: what a person said of it, and the reference lists of the portal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.settings import Agencies, Cause, Plan, Portal


OPTIONS = {"fiscal_year": "--year", "agency": "--agency", "id": "--id"}
"""The options by which a person says where a report belongs, by the fields that they fill."""


@dataclass(frozen=True)
class Given:
    """The year, agency and id where a person gave them; agencies and plan entries as (code or id, name) pairs."""

    fiscal_year: int | None = None
    agency: str | None = None
    id: str | None = None
    agencies: tuple[tuple[str, str], ...] = ()
    plan: tuple[tuple[str, str], ...] = ()
    causes: tuple[Cause, ...] = ()


def given_lists(portal: Portal | None, agencies: Agencies | None, plan: Plan | None) -> Given:
    """Take over the reference lists; those that could not be read are empty."""
    return Given(
        agencies=tuple((each.code, each.name) for each in agencies.agencies) if agencies else (),
        plan=tuple((each.id, each.title) for each in plan.entries) if plan else (),
        causes=portal.causes if portal else (),
    )
