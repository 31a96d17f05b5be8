"""The catalogue of problems: for each code its level, what is wrong and how to mend it. Texts only, no logic."""

from __future__ import annotations

from generator.catalogue.entry import Entry
from generator.catalogue.files import FILES
from generator.catalogue.legacy import LEGACY
from generator.catalogue.personal import PERSONAL
from generator.catalogue.rules import RULES
from generator.catalogue.sources import SOURCES
from generator.catalogue.syntax import YAML
from generator.catalogue.values import VALUES

__all__ = ["CATALOGUE", "Entry"]

CATALOGUE: dict[str, Entry] = FILES | YAML | VALUES | RULES | PERSONAL | LEGACY | SOURCES
