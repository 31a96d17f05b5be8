"""Checks across fields and reports: small functions that look and yield problems; one tuple lists them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.language import Bilingual
from generator.rules import across, dates, identity, mentions, narratives, numbers, quarters, suggested
from generator.rules.privacy import no_personal_data
from generator.rules.surroundings import Rule, Surroundings, look_around, readable
from generator.track import silent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.load import Data
    from generator.model import Report
    from generator.problems import Problem
    from generator.read import Document
    from generator.track import Track

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *numbers.RULES,
    *quarters.RULES,
    *narratives.RULES,
    *dates.RULES,
    *mentions.RULES,
    *suggested.RULES,
)
DRAFT_RULES: tuple[Rule, ...] = (*identity.RULES, *dates.RULES)
"""The rules that can tell what could not be read from what is blank, so that all mistakes show at once."""
ACROSS = across.RULES

_CHECKING = Bilingual("ตรวจรายงาน", "Checking reports")


def check(data: Data, today: date, track: Track = silent) -> tuple[Problem, ...]:
    """Give all problems of a data folder, of reading and of every rule, by file and line, each once."""
    around = look_around(data, today)
    found = set(data.problems)
    for document in track(_CHECKING, data.reports):
        found.update(_check_report(document, around))
    for reference in (data.portal, data.agencies, data.plan):
        found.update(no_personal_data(reference))
    for rule in ACROSS:
        found.update(rule(data))
    return tuple(sorted(found))


def _check_report(document: Document[Report], around: Surroundings) -> Iterator[Problem]:
    report = readable(document)
    if report is not None:
        yield from no_personal_data(document)
        for rule in RULES if document.form else DRAFT_RULES:
            yield from rule(report, document, around)
