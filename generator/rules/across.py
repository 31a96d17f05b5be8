"""Rules that look at all files together, and at the reference lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.problems import Known
from generator.rules.identity import lies_in, misplaced
from generator.rules.surroundings import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.load import Data
    from generator.model import Report
    from generator.problems import Problem
    from generator.read import Document

Entry = tuple["Document[Any]", str, str]
"""One entry of some list: where it stands, its field path, its id."""


def reports_are_one_of_a_kind(data: Data) -> Iterator[Problem]:
    """Have one report of an indicator a fiscal year; over the years it keeps its id."""
    years: dict[int, list[Entry]] = {}
    for document in sorted(data.reports, key=lambda each: _is_misplaced(each, data.folder)):  # the copy comes last
        report = readable(document)
        if report and report.fiscal_year and lies_in(document, data.folder):
            years.setdefault(report.fiscal_year, []).append((document, "id", report.id))
    for entries in years.values():
        yield from _repeated(entries, "duplicate-report")


def listed_ids_are_one_of_a_kind(data: Data) -> Iterator[Problem]:
    """Give agencies, plan entries and causes each an id of their own."""
    agencies, plan, portal = readable(data.agencies), readable(data.plan), readable(data.portal)
    lists: tuple[tuple[Document[Any], str, list[str]], ...] = (
        (data.agencies, "agencies[{}].code", [each.code for each in agencies.agencies] if agencies else []),
        (data.plan, "entries[{}].id", [each.id for each in plan.entries] if plan else []),
        (data.portal, "causes[{}].id", [each.id for each in portal.causes] if portal else []),
    )
    for document, field, ids in lists:
        yield from _repeated(((document, field.format(n), each) for n, each in enumerate(ids)), "duplicate-id")


def bands_are_in_order(data: Data) -> Iterator[Problem]:
    """Place nearly met below met."""
    portal = data.portal.form
    if portal is not None and portal.bands.nearly.value >= portal.bands.met.value:
        yield data.portal.problem("bands.nearly", "bands-order")


def _is_misplaced(document: Document[Report], folder: str) -> bool:
    report = readable(document)
    return report is not None and lies_in(document, folder) and misplaced(report, document, folder) is not None


def _repeated(entries: Iterable[Entry], code: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for document, field, name in entries:
        if not name:  # it could not be read
            continue
        if name in first:
            yield document.problem(field, code, value=Known(name), other=Known(first[name]))
        first.setdefault(name, f"{document.path}:{document.place(field)[0]}")


RULES = (reports_are_one_of_a_kind, listed_ids_are_one_of_a_kind, bands_are_in_order)
