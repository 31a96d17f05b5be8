"""Following long work: whoever does it names it, whoever shows it decides how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from generator.language import Bilingual

T = TypeVar("T")


class Track(Protocol):
    """Hands out `items` one by one and shows, under `label`, how far the work has come."""

    def __call__(self, label: Bilingual, items: Collection[T], /) -> Iterable[T]:
        """Give every item once, in order."""


def silent(_label: Bilingual, items: Collection[T]) -> Iterable[T]:
    """Show nothing."""
    return items
