"""The languages of the portal and the text that is said in each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = ("th", "en")


@dataclass(frozen=True, order=True)
class Bilingual:
    """One text in Thai and in English; `{name}` marks a place that `fill` fills."""

    th: str
    en: str

    def say(self, language: Language) -> str:
        """Give the text of one language."""
        return self.th if language == "th" else self.en

    def fill(self, params: Iterable[tuple[str, str]]) -> Bilingual:
        """Put values at the `{name}` places of both languages; values are never read as patterns."""
        values = dict(params)
        return Bilingual(self.th.format_map(values), self.en.format_map(values))

    def as_json(self) -> dict[str, str]:
        """Give `{"th": …, "en": …}`."""
        return {"th": self.th, "en": self.en}
