"""Rules that look at all files together, and at the reference lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.problems import Known
from generator.rules.identity import lies_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.load import Data
    from generator.problems import Problem
    from generator.read import Document

Entry = tuple["Document[Any]", str, str]
"""One entry of some list: where it stands, its field path, its id."""


def reports_are_one_of_a_kind(data: Data) -> Iterator[Problem]:
    """Have one report of an indicator a fiscal year; over the years it keeps its id."""
    years: dict[int, list[Entry]] = {}
    for document in data.reports:
        if document.form is not None and lies_in(document, data.folder):
            years.setdefault(document.form.fiscal_year, []).append((document, "id", document.form.id))
    for entries in years.values():
        yield from _repeated(entries)


def listed_ids_are_one_of_a_kind(data: Data) -> Iterator[Problem]:
    """Give agencies, plan entries and causes each an id of their own."""
    agencies = data.agencies.form.agencies if data.agencies.form else ()
    plan = data.plan.form.entries if data.plan.form else ()
    causes = data.portal.form.causes if data.portal.form else ()
    yield from _repeated((data.agencies, f"agencies[{index}].code", each.code) for index, each in enumerate(agencies))
    yield from _repeated((data.plan, f"entries[{index}].id", each.id) for index, each in enumerate(plan))
    yield from _repeated((data.portal, f"causes[{index}].id", each.id) for index, each in enumerate(causes))


def bands_are_in_order(data: Data) -> Iterator[Problem]:
    """Place nearly met below met."""
    portal = data.portal.form
    if portal is not None and portal.bands.nearly.value >= portal.bands.met.value:
        yield data.portal.problem("bands.nearly", "bands-order")


def _repeated(entries: Iterable[Entry]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for document, field, name in entries:
        if name in first:
            yield document.problem(field, "duplicate-id", value=Known(name), other=Known(first[name]))
        first.setdefault(name, f"{document.path}:{document.place(field)[0]}")


RULES = (reports_are_one_of_a_kind, listed_ids_are_one_of_a_kind, bands_are_in_order)
