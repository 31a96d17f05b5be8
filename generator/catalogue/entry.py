"""What the catalogue says of one kind of problem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.language import Bilingual


@dataclass(frozen=True)
class Entry:
    """One kind of problem."""

    level: Literal["error", "warning"]
    message: Bilingual
    remedy: Bilingual


def error(what: tuple[str, str], mend: tuple[str, str]) -> Entry:
    """Declare what stops a build; both texts are (Thai, English)."""
    return Entry("error", Bilingual(*what), Bilingual(*mend))


def warning(what: tuple[str, str], mend: tuple[str, str]) -> Entry:
    """Declare what asks a person to look; both texts are (Thai, English)."""
    return Entry("warning", Bilingual(*what), Bilingual(*mend))
