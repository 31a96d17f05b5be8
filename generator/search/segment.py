"""A few hundred reports read at once: their pieces, by the first letter, and their texts packed for the browser.

What was read is kept from one build to the next, under a name that stands for the content.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.search.entries import Entry
from generator.search.grams import common_pieces, pieces, text_of, usual_words

MOST = 512
# The first letters of pieces, in ranges with about as many pieces each: what is put together at once.
STARTS = (0x00, 0xA1, 0xA2, 0xA8, 0xB4, 0xB7, 0xBA, 0xBE, 0xC1, 0xC3, 0xC7, 0xCB, 0xE0, 0xE1)
# Of what a text in windows-874 cannot hold, the JSON keeps the escape.
_NOT_THAI = re.compile("[^\x00-\x7e\u0e01-\u0e3a\u0e3f-\u0e5b]")
SAMPLE = 512
_WINDOW = 30_000
_TEXTS = 24
_SAMPLED = 150
"""Bytes of the sample for each report, where there are few."""


Pieces = tuple[list[bytes], list[bytes]]
"""The pieces of a report, and those of them that its title holds."""
# No letter of a piece: what stands between pieces, before those of the title, and between reports.
_PIECE, _TITLE, _REPORT = b"\x00", b"\x01", b"\x02"


def segments(entries: Sequence[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Cut at borders of years and of some agencies, so that a change of one report moves no other border."""
    batch: list[Entry] = []
    for entry in entries:
        if batch and (len(batch) == MOST or (_border(batch[-1]) != _border(entry) and _cuts(batch[-1], entry))):
            yield tuple(batch)
            batch = []
        batch.append(entry)
    if batch:
        yield tuple(batch)


def _border(entry: Entry) -> tuple[int, str]:
    return entry.year, entry.agency


def _cuts(last: Entry, entry: Entry) -> bool:
    return last.year != entry.year or zlib.crc32(entry.agency.encode()) % 8 == 0


@dataclass(frozen=True)
class Shared:
    """What is taken from a few reports: pieces that many hold, texts to compress by, usual words."""

    common: frozenset[bytes]
    sample: bytes
    words: tuple[bytes, ...]


def shared_by(entries: Sequence[Entry]) -> Shared:
    """Look at reports picked by their addresses, so that a change of another changes nothing here."""
    picked = sorted(entries, key=lambda entry: (zlib.crc32(entry.address.encode()), entry.address))[:SAMPLE]
    texts = [text_of(line for part in entry.parts for line in part.lines) for entry in picked]
    common = common_pieces(texts) if len(entries) >= SAMPLE else frozenset()
    sample = b"".join(_plain(entry) for entry in picked[:_TEXTS])[: min(_WINDOW, _SAMPLED * len(entries))]
    return Shared(common, sample, tuple(usual_words(texts)))


def name_of(batch: Sequence[Entry], shared: Shared) -> str:
    """Give a name that stands for the content of a segment."""
    content = repr(tuple(batch))
    code = b"".join(Path(module).read_bytes() for module in _modules())
    return hashlib.sha256(b"\0".join((code, *sorted(shared.common), shared.sample, content.encode()))).hexdigest()


def _modules() -> list[Path]:
    folder = Path(__file__).parent
    return [folder / f"{name}.py" for name in ("normal_form", "grams", "segment")]


def read_segment(batch: Sequence[Entry], shared: Shared, file: Path) -> None:
    """Write the pieces and packed texts of a segment to its file."""
    blobs = [zlib.compress(blob, 1) for blob in _blobs(batch, shared.common)]
    packs = [compress(_plain(entry), shared.sample) for entry in batch]
    sizes = array("I", [len(blobs), *map(len, blobs), len(packs), *map(len, packs)])
    fresh = file.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(sizes.tobytes() + b"".join([*blobs, *packs]))
    fresh.replace(file)


def compress(content: bytes, sample: bytes = b"") -> bytes:
    """Deflate, the same bytes on every machine and day; `sample` is what the reader has at hand already."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zlib.Z_DEFAULT_STRATEGY, sample)
    return packer.compress(content) + packer.flush()


def _plain(entry: Entry) -> bytes:
    texts = {part.weight: part.lines for part in entry.parts}
    lines = ["\n".join(texts.get(weight, ())) for weight in ("title", "text", "about")]
    shown = [entry.address, entry.code, entry.name, entry.agency, entry.year, entry.status, *lines]
    plain = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
    return _NOT_THAI.sub(lambda m: json.dumps(m[0])[1:-1], plain).encode("tis-620")


def _blobs(batch: Sequence[Entry], common: frozenset[bytes]) -> list[bytes]:
    """Give, for each range of first letters, the pieces of all reports."""
    rooms: list[list[bytes]] = [[] for _ in STARTS]
    for entry in batch:
        everything = (line for part in entry.parts for line in part.lines)
        named = (line for part in entry.parts if part.weight == "title" for line in part.lines)
        inside, titles = (_by_room(pieces(text_of(lines), common)) for lines in (everything, named))
        for room, of_text, of_title in zip(rooms, inside, titles, strict=True):
            room.append(_PIECE.join(of_text) + _TITLE + _PIECE.join(of_title))
    return [_REPORT.join(room) for room in rooms]


def _by_room(found: set[bytes]) -> Iterator[list[bytes]]:
    ordered = sorted(found)
    begin = 0
    for start in STARTS[1:]:
        end = bisect_left(ordered, bytes((start,)))
        yield ordered[begin:end]
        begin = end
    yield ordered[begin:]


def packs_of(file: Path) -> Iterator[bytes]:
    """Yield the packs of a segment."""
    content, sizes, start = _opened(file)
    rooms = sizes[0]
    start += sum(sizes[1 : rooms + 1])
    for size in sizes[rooms + 2 :]:
        yield content[start : start + size]
        start += size


def pieces_of(file: Path, room: int) -> Iterator[Pieces]:
    """Yield what every report of a segment has of the pieces that begin in a range of letters."""
    content, sizes, start = _opened(file)
    start += sum(sizes[1 : room + 1])
    for report in zlib.decompress(content[start : start + sizes[room + 1]]).split(_REPORT):
        inside, _, titles = report.partition(_TITLE)
        yield inside.split(_PIECE) if inside else [], titles.split(_PIECE) if titles else []


def _opened(file: Path) -> tuple[bytes, array[int], int]:
    content = file.read_bytes()
    rooms = array("I", content[:4])[0]
    packs = array("I", content[4 * (rooms + 1) : 4 * (rooms + 2)])[0]
    end = 4 * (rooms + packs + 2)
    return content, array("I", content[:end]), end
