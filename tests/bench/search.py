"""How well search finds and what a first query costs: `python tests/bench/search.py [--each N] [--others] COUNT…`.

Generated reports are indexed into a built site, and every query is asked in a browser by a fresh worker, as if it were
the first of a visit. `--others` asks Material's own search and Pagefind (from npm) the same queries. Prints tables.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from browser import chromium  # noqa: E402
from corpus import Corpus, corpus  # noqa: E402
from fixture_portal import fixture_data, order  # noqa: E402
from generator import build as engine  # noqa: E402
from generator.search import index  # noqa: E402
from generator.search.entries import entries  # noqa: E402
from queries import Drawer, Query  # noqa: E402

TOO_MANY = 3_000
"""More reports than Material's one index file is good for."""

OURS = """query => new Promise((resolve, reject) => {
    const worker = new Worker('/assets/search/worker-all.js'), began = performance.now();
    worker.onerror = reject;
    worker.onmessage = ({ data }) => {
        worker.terminate();
        data.type === 'failed' ? reject(new Error('failed'))
            : resolve({ found: data.results.map(one => one.address), time: performance.now() - began });
    };
    worker.postMessage({ type: 'search', id: 1, query, filters: {}, most: 10 });
})"""
MATERIAL = """query => new Promise((resolve, reject) => {
    const worker = window.material, began = performance.now();
    worker.onmessage = ({ data }) => data.type === 3 && resolve({
        found: data.data.items.map(item => item[0].location.split('#')[0]), time: performance.now() - began });
    worker.postMessage({ type: 2, data: query });
})"""
MATERIAL_READY = """async worker => {
    const index = await (await fetch('/material.json')).json();
    await new Promise((resolve, reject) => {
        window.material = new Worker(worker);
        window.material.onerror = reject;
        window.material.onmessage = ({ data }) => data.type === 1 && resolve();
        window.material.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
    });
}"""
PAGEFIND = """async query => {
    const began = performance.now(), pagefind = await import('/pagefind/pagefind.js?' + Math.random());
    await pagefind.init();
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 10).map(one => one.data()));
    return { found: pages.map(page => page.raw_url.replace(/^\\//, '')), time: performance.now() - began };
}"""
PAGEFIND_INDEX = """
import * as pagefind from "pagefind";
import fs from "node:fs";
const { index } = await pagefind.createIndex();
for (const { url, title, content } of JSON.parse(fs.readFileSync(process.argv[2], "utf8")))
    await index.addCustomRecord({ url, content: title + "\\n" + content, language: "th", meta: { title } });
await index.writeFiles({ outputPath: process.argv[3] });
await pagefind.close();
"""


@dataclass(frozen=True)
class Row:
    """What came of one query."""

    kind: str
    recall: float
    reciprocal: float
    empty: bool
    milliseconds: float
    requests: int
    kilobytes: float


class Counting(SimpleHTTPRequestHandler):
    """Serves a folder and counts what is fetched; scripts count as hosts send them, compressed."""

    sent: list[int] = []  # noqa: RUF012 — one list for all requests

    def copyfile(self, source: Any, outputfile: Any) -> None:
        content = source.read()
        self.sent.append(len(gzip.compress(content)) if self.path.partition("?")[0].endswith(".js") else len(content))
        outputfile.write(content)

    def end_headers(self) -> None:
        """Let nothing be kept from one query to the next."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; gives the address of its root."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Counting, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def main() -> None:
    """Measure at every count that was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="*", type=int, default=[200, 2_300])
    parser.add_argument("--each", type=int, default=10, help="queries of a kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--others", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "theme")
        engine.build(fixture_data(), order(empty, csp=False))
        for count in given.counts:
            measure(count, given, empty, Path(folder, str(count)))


def measure(count: int, given: argparse.Namespace, theme: Path, site: Path) -> None:
    """Index `count` reports, ask, and print."""
    portal = fixture_data().portal.form
    assert portal is not None
    made = corpus(count, portal)
    shutil.copytree(theme, site)
    shutil.rmtree(site / "search" / "data")
    began = time.perf_counter()
    index(made.site, site)
    spent = time.perf_counter() - began
    sizes = [path.stat().st_size for path in (site / "search" / "data").rglob("*.bin")]
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(
        f"\n{count} reports: {spent:.1f} s, {sum(sizes) / count:.0f} bytes a report, "
        f"{len(sizes)} files, {memory:.0f} MB"
    )
    queries = tuple(Drawer(made, given.seed).draw(given.each))
    with chromium() as browser, served(site) as home:
        page = browser.new_page()
        page.goto(home + "about/")
        table("Prongsai", [ask(page, OURS, query) for query in queries])
        if given.others:
            others(page, made, site, queries)


def others(page: Page, made: Corpus, site: Path, queries: Sequence[Query]) -> None:
    """Ask the two others the same."""
    texts = [
        {
            "url": f"/{e.address}",
            "title": f"{e.code} {e.name}",
            "content": "\n".join(line for p in e.parts for line in p.lines),
        }
        for e in entries(made.site)
    ]
    if len(texts) <= TOO_MANY:
        material(page, texts, site, queries)
    if pagefind(texts, site):
        table("Pagefind", [ask_anew(page, PAGEFIND, query) for query in queries])


def material(page: Page, texts: list[dict[str, str]], site: Path, queries: Sequence[Query]) -> None:
    """Ask Material's own search."""
    docs = [{"location": text["url"][1:], "title": text["title"], "text": text["content"]} for text in texts]
    config = {
        "lang": ["th"],
        "separator": r"[\s\-]+",
        "pipeline": ["stemmer"],
        "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
    }
    (site / "material.json").write_text(
        json.dumps({"config": config, "docs": docs}, ensure_ascii=False), encoding="utf-8"
    )
    scripts = Path(str(files("material"))) / "templates" / "assets" / "javascripts"
    shutil.copytree(scripts, site / "assets" / "javascripts", dirs_exist_ok=True)
    worker = next((site / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
    print(f"Material's index: {(site / 'material.json').stat().st_size / 1e6:.1f} MB")
    page.evaluate(MATERIAL_READY, "/" + worker.relative_to(site).as_posix())
    table("Material", [ask(page, MATERIAL, query) for query in queries])


def pagefind(texts: list[dict[str, str]], site: Path) -> bool:
    """Index with Pagefind; says so where npm cannot get it."""
    with tempfile.TemporaryDirectory() as folder:
        got = subprocess.run(
            ["npm", "install", "--silent", "pagefind@1"], cwd=folder, capture_output=True, text=True, check=False
        )
        if got.returncode:
            print("Pagefind: not installable here")
            return False
        Path(folder, "texts.json").write_text(json.dumps(texts), encoding="utf-8")
        Path(folder, "run.mjs").write_text(PAGEFIND_INDEX, encoding="utf-8")
        began = time.perf_counter()
        subprocess.run(["node", "run.mjs", "texts.json", str(site / "pagefind")], cwd=folder, check=True)
        print(f"Pagefind's index: {time.perf_counter() - began:.1f} s")
    return True


def ask(page: Page, script: str, query: Query) -> Row:
    """Ask one query and compare the first ten answers with what a plain search finds."""
    Counting.sent.clear()
    answer = page.evaluate(script, query.typed)
    right = [address in query.truth for address in answer["found"][:10]]
    recall = sum(right) / min(10, len(query.truth))
    reciprocal = 1 / (right.index(True) + 1) if any(right) else 0.0
    sent = list(Counting.sent)
    return Row(query.kind, recall, reciprocal, not right, answer["time"], len(sent), sum(sent) / 1000)


def ask_anew(page: Page, script: str, query: Query) -> Row:
    """Ask one query on a page loaded anew, which frees what the query before took: Pagefind holds on to its memory."""
    page.reload()
    return ask(page, script, query)


def table(name: str, rows: Sequence[Row]) -> None:
    """Print the means of each kind of query and of all."""
    kinds: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        kinds[row.kind].append(row)
    print(f"{name:22} recall@10   MRR  empty     ms  (most)   requests (most)     kB")
    for kind, found in [*kinds.items(), ("all", list(rows))]:
        n = len(found)
        print(
            f"{kind:22} {sum(r.recall for r in found) / n:9.3f} {sum(r.reciprocal for r in found) / n:5.3f} "
            f"{sum(r.empty for r in found):6} {sum(r.milliseconds for r in found) / n:6.0f} "
            f"{f'({max(r.milliseconds for r in found):.0f})':>7} "
            f"{sum(r.requests for r in found) / n:10.1f} ({max(r.requests for r in found)}) "
            f"{sum(r.kilobytes for r in found) / n:8.1f}"
        )


if __name__ == "__main__":
    main()
