"""The printed form of the city -> drafts of reports: read by the form's labels, every character accounted for.

A draft holds what stands on the form. What a machine only believes is named in its `suggested`. Nothing here writes.
"""

from __future__ import annotations

from generator.legacy.draft import Draft, import_form, not_this_form
from generator.legacy.given import OPTIONS, Given, given_lists
from generator.legacy.sheet import LEFT_OVER, Coverage, Use
from generator.legacy.source import Line, Source, open_source

__all__ = [
    "LEFT_OVER",
    "OPTIONS",
    "Coverage",
    "Draft",
    "Given",
    "Line",
    "Source",
    "Use",
    "given_lists",
    "import_form",
    "not_this_form",
    "open_source",
]
