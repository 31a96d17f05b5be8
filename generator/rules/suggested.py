"""Rules on what a machine found and a person is still to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.suggestions import is_suggestible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Report
    from generator.problems import Problem
    from generator.read import Document
    from generator.rules.surroundings import Surroundings


def suggestions_are_confirmed(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Remind of every value that waits for a person, at the value itself."""
    for index, path in enumerate(report.suggested):
        if is_suggestible(report, path):
            yield document.problem(path, "suggestion-open", value=path)
        else:
            yield document.problem(f"suggested[{index}]", "suggestion-nothing", value=path)


RULES = (suggestions_are_confirmed,)
