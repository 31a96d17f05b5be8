"""What a terminal shows of long work: a bar on a terminal, nothing elsewhere, always apart from the output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.language import Bilingual, Language
    from generator.track import Track

T = TypeVar("T")

_MANY = 50
"""Fewer items are done before anybody could read a bar."""


def track_in(language: Language) -> Track:
    """Give a way to follow long work, in the words of a language."""

    def track(label: Bilingual, items: Collection[T], /) -> Iterable[T]:
        if len(items) < _MANY or not sys.stderr.isatty():
            return items
        return _shown(label.say(language), items)

    return track


def _shown(label: str, items: Collection[T]) -> Iterator[T]:
    with click.progressbar(items, label=label, file=sys.stderr) as shown:
        yield from shown
