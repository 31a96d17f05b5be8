"""The rule on personal data: over every text of every file, for what is published once stays somewhere for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.personal import find_personal
from generator.problems import Known
from generator.rules.surroundings import readable, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem
    from generator.read import Document


def no_personal_data(document: Document[Any]) -> Iterator[Problem]:
    """Keep people out of every text; the name of whoever signed has a place of its own."""
    form = readable(document)
    for field, _, text in written(form) if form is not None else ():
        for found in find_personal(text):
            if not (found.code == "personal-name" and field.startswith("responsible.")):
                yield document.problem_in(text, found.start, field, found.code, value=Known(found.shown))
