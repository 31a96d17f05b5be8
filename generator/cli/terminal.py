"""How the command line follows long work: a bar on a terminal, plain lines elsewhere, always apart from the output."""

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


def track_in(language: Language, *, least: int = _MANY) -> Track:
    """Give a way to follow long work, in the words of a language; work on fewer than `least` items is not told."""

    def track(label: Bilingual, items: Collection[T], /) -> Iterable[T]:
        if len(items) < least:
            return items
        if len(items) >= _MANY and sys.stderr.isatty():
            return _bar(label.say(language), items)
        click.echo(f"{label.say(language)}: {len(items)}", err=True)
        return items

    return track


def _bar(label: str, items: Collection[T]) -> Iterator[T]:
    with click.progressbar(items, label=label, file=sys.stderr) as shown:
        yield from shown
