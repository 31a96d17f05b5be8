"""Rules on what a report is called, where its file lies, and what it refers to.

They look at drafts too, where even what the form requires may be blank.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.problems import Known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Report
    from generator.problems import Problem
    from generator.read import Document
    from generator.rules.surroundings import Surroundings

_DEPTH = 2  # a folder of the year, in it one of the agency


def agency_is_known(report: Report, document: Document[Report], around: Surroundings) -> Iterator[Problem]:
    """Find the agency in data/agencies.yml."""
    if around.agencies is not None and report.agency and report.agency not in around.agencies:
        yield document.problem("agency", "unknown-agency", value=Known(report.agency))


def plan_entries_are_known(report: Report, document: Document[Report], around: Surroundings) -> Iterator[Problem]:
    """Find every part of the plan that the report supports in data/plan.yml."""
    for index, alignment in enumerate(report.alignment):
        if around.plan is not None and alignment.entry and alignment.entry not in around.plan:
            yield document.problem(f"alignment[{index}].entry", "unknown-plan-entry", value=alignment.entry)


def causes_are_known(report: Report, document: Document[Report], around: Surroundings) -> Iterator[Problem]:
    """Find the cause of an obstacle in data/portal.yml."""
    causes = [] if around.portal is None else [cause.id for cause in around.portal.causes]
    for index, obstacle in enumerate(report.obstacles):
        if around.portal is not None and obstacle.cause and obstacle.cause not in causes:
            field, options = f"obstacles[{index}].cause", ", ".join(causes)
            yield document.problem(field, "unknown-cause", value=obstacle.cause, options=options or "–")


def id_names_the_agency(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Make an id of the agency's code and a serial."""
    if report.id and report.agency and report.id.partition("-")[0] != report.agency:
        yield document.problem("id", "id-agency", value=Known(report.id), agency=Known(report.agency))


def file_is_in_its_place(report: Report, document: Document[Report], around: Surroundings) -> Iterator[Problem]:
    """Derive folder and name of a file from what is in it; a draft outside the data folder may lie anywhere."""
    if not lies_in(document, around.folder):
        return
    path = PurePosixPath(document.path)
    wrong = misplaced(report, document, around.folder)
    if wrong is not None:
        year, agency = (*path.relative_to(around.folder).parts[1:-1], "", "")[:2]
        name = PurePosixPath(str(report.fiscal_year or year), report.agency or agency, f"{report.id or path.stem}.yml")
        yield document.problem(wrong, "file-folder", expected=Known(PurePosixPath(around.folder, "reports", name)))
    if report.id and path.stem != report.id:
        yield document.problem("id", "file-id", value=Known(report.id))


def misplaced(report: Report, document: Document[Report], folder: str) -> str | None:
    """Name the blank that contradicts the folder of a file: “” for a folder of no year and agency, None for none."""
    parts = PurePosixPath(document.path).relative_to(PurePosixPath(folder, "reports")).parts[:-1]
    if len(parts) != _DEPTH:
        return ""
    year, agency = parts
    if report.fiscal_year and str(report.fiscal_year) != year:
        return "fiscal_year"
    return "agency" if report.agency and report.agency != agency else None


def lies_in(document: Document[Report], folder: str) -> bool:
    """Say whether a report belongs to the data folder, and is not a draft from elsewhere."""
    return PurePosixPath(document.path).is_relative_to(PurePosixPath(folder, "reports"))


RULES = (agency_is_known, plan_entries_are_known, causes_are_known, id_names_the_agency, file_is_in_its_place)
