"""The lists of all segments put together, cut into files of a few kilobytes in alphabetical order."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress as where
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from generator.search.coding import packed, rice, shared, varint
from generator.search.grams import bare
from generator.search.segment import compress, pieces_of

SMALLEST, LARGEST = 3_500, 6_500
"""Bytes of a file: what a query has to fetch for each piece it looks up."""
_TOGETHER = 12_000
"""Beginnings of pieces have a list of their own where those of the pieces are larger than this."""
_KEY = 4
"""About how many bytes a piece takes itself."""
_TONES = range(0xE7, 0xEF)


@dataclass(frozen=True)
class Written:
    """One piece as it stands in a file: how many reports hold it, how many in the title, and which, in bits."""

    plain: bytes
    piece: bytes
    inside: int
    titles: int
    bits: str
    beginning: bool = False

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return len(self.bits) // 8 + _KEY


def write_room(files: Sequence[tuple[Path, int]], room: int, total: int, folder: Path) -> list[bytes]:
    """Write the shards of a range of first letters; gives the bare piece that each begins with.

    `files` are the segments with the number of their first report, `total` is how many reports there are.
    """
    folder.mkdir(parents=True)
    borders = []
    written = sorted(_written(*_gathered(files, room), total), key=attrgetter("plain", "piece"))
    for number, shard in enumerate(_shards(written)):
        (folder / f"{number}.bin").write_bytes(compress(_content(shard)))
        borders.append(shard[0].plain)
    return borders


Lists = dict[bytes, list[int]]


def _gathered(files: Sequence[tuple[Path, int]], room: int) -> tuple[Lists, Lists]:
    """Give for every piece the numbers of the reports, and which of these hold it in the title."""
    inside: defaultdict[bytes, list[int]] = defaultdict(list)
    titles: defaultdict[bytes, list[int]] = defaultdict(list)
    for file, first in files:
        for number, (held, named) in enumerate(pieces_of(file, room), first):
            for piece in held:
                inside[piece].append(number)
            for piece in named:
                titles[piece].append(len(inside[piece]) - 1)
    return inside, titles


def _written(inside: Lists, titles: Lists, total: int) -> Iterator[Written]:
    sizes: Counter[bytes] = Counter()
    for piece, numbers in inside.items():
        made = _one(piece, numbers, titles.get(piece, []), total)
        yield made
        for length in range(1, len(made.plain)):
            sizes[made.plain[:length]] += made.size
    large = {start for start, size in sizes.items() if size > _TOGETHER}
    members: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for piece in inside:
        plain = bare(piece)
        for length in range(1, len(plain)):
            if plain[:length] not in large:
                break
            members[_beginning(piece, length)].append(piece)
    for start, pieces in members.items():
        united = _united([(inside[piece], titles.get(piece, [])) for piece in pieces], total)
        yield _one(start, *united, total, beginning=True)


def _united(lists: Sequence[tuple[list[int], list[int]]], total: int) -> tuple[list[int], list[int]]:
    """Put lists together: the reports that are in any, and which of these are in any of those of titles."""
    inside, titles = bytearray(total), bytearray(total)
    for numbers, places in lists:
        for number in numbers:
            inside[number] = 1
        for place in places:
            titles[numbers[place]] = 1
    named = bytes(where(titles, inside))
    return [*where(range(total), inside)], [*where(range(len(named)), named)]


def _beginning(piece: bytes, length: int) -> bytes:
    """Give the first letters of a piece with their tone marks."""
    seen = 0
    for index, code in enumerate(piece):
        if code not in _TONES:
            seen += 1
            if seen > length:
                return piece[:index]
    return piece


def _one(piece: bytes, inside: list[int], titles: list[int], total: int, *, beginning: bool = False) -> Written:
    bits = rice(inside, total) + (rice(titles, len(inside)) if titles else "")
    return Written(bare(piece), piece, len(inside), len(titles), bits, beginning)


def _shards(written: Sequence[Written]) -> Iterator[list[Written]]:
    """Cut where the pieces themselves say so, so that a change in one place moves no border elsewhere."""
    shard: list[Written] = []
    size = 0
    for plain, group in groupby(written, key=attrgetter("plain")):
        if size > LARGEST or (size > SMALLEST and zlib.crc32(plain) % 32 == 0):
            yield shard
            shard, size = [], 0
        for one in group:
            shard.append(one)
            size += one.size
    if shard:
        yield shard


def _content(shard: Sequence[Written]) -> bytes:
    """Give what is alike of all pieces together, which compresses better, then all bits in one stream."""
    alike = [
        shared(before, one.piece) for before, one in zip((b"", *(one.piece for one in shard)), shard, strict=False)
    ]
    return b"".join(
        (
            varint(len(shard)),
            bytes(alike),
            bytes(len(one.piece) - same for one, same in zip(shard, alike, strict=True)),
            b"".join(varint(one.inside) for one in shard),
            b"".join(varint(one.titles << 1 | one.beginning) for one in shard),
            b"".join(one.piece[same:] for one, same in zip(shard, alike, strict=True)),
            packed("".join(one.bits for one in shard)),
        )
    )
