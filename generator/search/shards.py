"""The lists of all segments put together, cut into files of a few kilobytes in alphabetical order."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from generator.search.coding import rice, shared, varint
from generator.search.grams import LENGTH, bare
from generator.search.segment import compress, postings_of

SMALLEST, LARGEST = 3_500, 6_500
"""Bytes of a file: what a query has to fetch for each piece it looks up."""
_TOGETHER = 12_000
"""A shorter piece has a list of its own where those of the longer ones that begin with it are larger than this."""
_TONES = range(0xE7, 0xEF)


@dataclass(frozen=True)
class Written:
    """One piece as it stands in a file, but for what it shares with the one before."""

    plain: bytes
    piece: bytes
    counts: bytes
    lists: bytes


def write_room(files: Sequence[tuple[Path, int]], room: int, total: int, folder: Path) -> list[bytes]:
    """Write the shards of a range of first letters; gives the bare piece that each begins with.

    `files` are the segments with the number of their first report, `total` is how many reports there are.
    """
    folder.mkdir(parents=True)
    borders = []
    written = sorted(_written(_gathered(files, room), total), key=attrgetter("plain", "piece"))
    for number, shard in enumerate(_shards(written)):
        (folder / f"{number}.bin").write_bytes(compress(_content(shard)))
        borders.append(shard[0].plain)
    return borders


Lists = dict[bytes, tuple["array[int]", "array[int]"]]


def _gathered(files: Sequence[tuple[Path, int]], room: int) -> Lists:
    found: Lists = {}
    for file, base in files:
        for posting in postings_of(file, room):
            lists = found.get(posting.piece)
            if lists is None:
                lists = found[posting.piece] = array("I"), array("I")
            lists[0].extend([base + number for number in posting.inside])
            if posting.titles:
                lists[1].extend([base + number for number in posting.titles])
    return found


def _written(lists: Lists, total: int) -> Iterator[Written]:
    longer: dict[tuple[int, bytes], list[bytes]] = {}
    sizes: dict[bytes, int] = {}
    extended = {_beginning(piece, LENGTH) for piece in lists if len(bare(piece)) > LENGTH}
    for piece, (inside, titles) in lists.items():
        made = _one(piece, inside, titles, total, extended=piece in extended)
        yield made
        if len(made.plain) > LENGTH:
            continue
        for length in range(1, LENGTH):
            start = _beginning(piece, length)
            longer.setdefault((length, start), []).append(piece)
            plain = bare(start)
            sizes[plain] = sizes.get(plain, 0) + len(made.lists)
    for (_, start), members in longer.items():
        if sizes[bare(start)] > _TOGETHER:
            inside, titles = (array("I", sorted({n for m in members for n in lists[m][kind]})) for kind in (0, 1))
            yield _one(start, inside, titles, total)


def _beginning(piece: bytes, length: int) -> bytes:
    """Give the first letters of a piece with their tone marks."""
    seen = 0
    for index, code in enumerate(piece):
        if code not in _TONES:
            seen += 1
            if seen > length:
                return piece[:index]
    return piece


def _one(piece: bytes, inside: array[int], titles: array[int], total: int, *, extended: bool = False) -> Written:
    coded = rice(inside, total) + (rice(titles, total) if titles else b"")
    return Written(bare(piece), piece, varint(len(inside)) + varint(len(titles) << 1 | extended), coded)


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
            size += len(one.lists) + LENGTH
    if shard:
        yield shard


def _content(shard: Sequence[Written]) -> bytes:
    """Give the pieces first, then their lists: each compresses better among its kind."""
    keys, lists, before = bytearray(), bytearray(), b""
    for one in shard:
        alike = shared(before, one.piece)
        keys += bytes((alike, len(one.piece) - alike)) + one.piece[alike:] + one.counts
        lists += one.lists
        before = one.piece
    return varint(len(shard)) + bytes(keys) + bytes(lists)
