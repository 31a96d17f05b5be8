"""Search without a server: an index in small files, of which the browser fetches the few that a query needs.

`index` reads the records, never the pages made from them. docs/assets/search/engine.js reads the files.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from generator.language import Bilingual
from generator.pages.site import Site
from generator.progress.status import Status
from generator.search.coding import shared, varint
from generator.search.contract import check_contract
from generator.search.entries import Entry, entries
from generator.search.others import others
from generator.search.segment import STARTS, Shared, compress, name_of, packs_of, read_segment, segments, shared_by
from generator.search.shards import write_room
from generator.track import Track, silent

FOLDER = "search/data"
"""Where the index lies in the site."""
_STATUSES = {status.value: number for number, status in enumerate(Status)}
_NO_STATUS = 255
SCRIPTS = ("normal-form", "reader", "query", "texts", "votes", "slips", "task", "engine")
"""What the engine is made of, in the order in which it is put together."""
_COMMENTS = re.compile("^ *//.*\n", re.MULTILINE)
_SHORT_NAME = 16
"""Letters of a name that OpenSearch allows."""
_FEW = 300
"""Fewer reports are read sooner than a second process starts."""

Runner = Callable[[Callable[..., object], Iterable[tuple[object, ...]]], Iterator[object]]


def index(site: Site, folder: Path, cache: Path | None = None, track: Track = silent) -> None:
    """Write the search index of `site` into the fresh site `folder`; what is in `cache` need not be read again."""
    check_contract(folder)
    found = (*entries(site), *others(site, folder))
    data = folder / FOLDER
    data.mkdir(parents=True)
    _write_for_theme(site, folder / "search")
    _join_scripts(folder / "assets" / "search")
    with _kept(cache) as keep, _workers(len(found)) as run:
        shared = shared_by(found)
        files = _read(tuple(segments(found)), shared, keep, run, track)
        rooms = [(files, room, len(found), data / str(room)) for room in range(len(STARTS))]
        written = track(Bilingual("เขียนดัชนีค้นหา", "Writing the search index"), rooms)
        borders = [made for made in run(write_room, written) if isinstance(made, list)]
        _write_packs(files, data / "p")
    (data / "status.bin").write_bytes(compress(bytes(_STATUSES.get(entry.status, _NO_STATUS) for entry in found)))
    (data / "words.bin").write_bytes(compress(_listed(shared.words)))
    (data / "directory.bin").write_bytes(_directory(site, found, shared, borders))


def _write_for_theme(site: Site, folder: Path) -> None:
    """Write what the theme's box hands to the worker, an index without pages, and what browsers list searches by."""
    stub = {"config": {"lang": [site.language], "separator": " ", "pipeline": []}, "docs": []}
    (folder / "search_index.json").write_text(json.dumps(stub), encoding="utf-8")
    if site.portal.site_url:
        (folder / "opensearch.xml").write_text(_opensearch(site, site.portal.site_url), encoding="utf-8")


def _join_scripts(folder: Path) -> None:
    """Put the scripts of the engine into one file, one request instead of eight; once more with the worker around it.

    Lines of comments stay behind: every reader would fetch them.
    """
    scripts = [_COMMENTS.sub("", (folder / f"{name}.js").read_text(encoding="utf-8")) for name in (*SCRIPTS, "worker")]
    (folder / "engine-all.js").write_text("".join(scripts[:-1]), encoding="utf-8", newline="\n")
    (folder / "worker-all.js").write_text("".join(scripts), encoding="utf-8", newline="\n")


def _opensearch(site: Site, address: str) -> str:
    template = f"{address.rstrip('/')}/search/?find={{searchTerms}}"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(site.organisation.say(site.language)[:_SHORT_NAME])}</ShortName>\n"
        f"<Description>{escape(site.portal.title)}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template={quoteattr(template)}/>\n'
        "</OpenSearchDescription>\n"
    )


def _read(
    batches: Sequence[tuple[Entry, ...]], shared: Shared, keep: Path, run: Runner, track: Track
) -> tuple[tuple[Path, int], ...]:
    """Read the segments that are not kept yet; gives every segment's file and the number of its first report."""
    files = [keep / name_of(batch, shared) for batch in batches]
    new = [(batch, shared, file) for batch, file in zip(batches, files, strict=True) if not file.is_file()]
    for _ in run(read_segment, track(Bilingual("อ่านรายงานเพื่อค้นหา", "Reading reports for search"), new)):
        pass
    for old in set(keep.iterdir()) - set(files):
        old.unlink()
    first = 0
    found = []
    for batch, file in zip(batches, files, strict=True):
        found.append((file, first))
        first += len(batch)
    return tuple(found)


def _write_packs(files: Sequence[tuple[Path, int]], folder: Path) -> None:
    folder.mkdir()
    for file, first in files:
        for number, content in enumerate(packs_of(file), first):
            (folder / f"{number}.bin").write_bytes(content)


def _directory(site: Site, found: Sequence[Entry], common: Shared, borders: Sequence[Sequence[bytes]]) -> bytes:
    """Give what the browser must know before it can look anything up."""
    runs = [(key, len(tuple(group))) for key, group in groupby(found, key=lambda entry: (entry.year, entry.agency))]
    head = {
        "reports": len(found),
        "sample": len(common.sample),
        "runs": [(year, agency, count) for (year, agency), count in runs],
        "starts": STARTS,
        "shards": [len(room) for room in borders],
        "statuses": [(status.value, status.word.say(site.language)) for status in Status],
    }
    text = json.dumps(head, separators=(",", ":")).encode("ascii")
    made = _listed([border for room in borders for border in room])
    return compress(varint(len(text)) + text + common.sample + made)


def _listed(pieces: Sequence[bytes]) -> bytes:
    """Give pieces, each by what it shares with the one before and what follows."""
    made, before = bytearray(), b""
    for piece in pieces:
        alike = shared(before, piece)
        made += bytes((alike << 4 | len(piece) - alike,)) + piece[alike:]
        before = piece
    return bytes(made)


@contextmanager
def _kept(cache: Path | None) -> Iterator[Path]:
    if cache is None:
        with tempfile.TemporaryDirectory(prefix="search-") as folder:
            yield Path(folder)
    else:
        cache.mkdir(parents=True, exist_ok=True)
        yield cache


@contextmanager
def _workers(reports: int) -> Iterator[Runner]:
    """Give a way to run the same work on many things, on every core where that is worth it."""
    cores = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 8)
    if reports < _FEW or cores == 1:
        yield lambda work, items: (work(*item) for item in items)
        return
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as pool:
        yield partial(_in_order, pool)


def _in_order(
    pool: ProcessPoolExecutor, work: Callable[..., object], items: Iterable[tuple[object, ...]]
) -> Iterator[object]:
    waiting = [pool.submit(work, *item) for item in items]
    for task in waiting:
        yield task.result()
