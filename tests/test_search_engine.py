"""The search engine in a browser, on reports enough for long pieces: what it reads, what it finds, what that costs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser import chromium, serving, watched
from corpus import COMMON, Corpus, corpus
from fixture_portal import fixture_data, order
from generator import build as engine
from generator.search import SCRIPTS, index
from generator.search.entries import Entry, entries
from generator.search.grams import bare, pieces, text_of
from generator.search.normal_form import bare as spelled
from generator.search.others import others
from generator.search.segment import shared_by
from queries import Drawer, Query

COUNT = 600
ASK = """query => new Promise((resolve, reject) => {
    const worker = new Worker('/portal/assets/search/worker-all.js');
    worker.onerror = reject;
    worker.onmessage = ({ data }) => {
        worker.terminate();
        data.type === 'failed' ? reject(new Error('failed')) : resolve(data);
    };
    worker.postMessage({ type: 'search', id: 1, query, filters: {}, most: 10 });
})"""
READ = """async pieces => {
    const reader = new IndexReader.Reader('/portal/search/data/', IndexReader.load);
    await reader.open();
    const text = bytes => String.fromCharCode(...bytes);
    return Promise.all(pieces.map(async ([piece, plain]) => {
        const found = (await reader.piece(text(plain))).filter(entry => entry.piece === text(piece));
        return found.map(entry => [[...entry.inside], [...entry.titles]]);
    }));
}"""


@dataclass
class Asked:
    """A page of a site whose index holds a corpus, and the files that the engine fetched."""

    page: Page
    site: Path
    made: Corpus
    fetched: list[str]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    site = tmp_path_factory.mktemp("engine") / "site"
    engine.build(fixture_data(), order(site, csp=False))
    portal = fixture_data().portal.form
    assert portal is not None
    made = corpus(COUNT, portal)
    shutil.rmtree(site / "search" / "data")
    index(made.site, site)
    with chromium() as browser, serving(site) as home, watched(browser, home) as tab:
        fetched: list[str] = []
        tab.page.context.on("request", lambda request: fetched.append(request.url))
        tab.open("about/")
        for name in SCRIPTS:
            tab.page.add_script_tag(url=f"{home}assets/search/{name}.js")
        yield Asked(tab.page, site, made, fetched)


SPELLINGS = """async words => {
    const reader = new IndexReader.Reader('/portal/search/data/', IndexReader.load);
    await reader.open();
    return Promise.all(words.map(async word => {
        const { spellings } = await SearchSlips.spellingsOf(reader, SearchQuery.term(NormalForm.fold(word)), null);
        return spellings.map(({ word, reports }) => [word.plain, reports.length]);
    }));
}"""


def text(entry: Entry, *weights: str) -> bytes:
    return text_of(line for part in entry.parts if not weights or part.weight in weights for line in part.lines)


def test_the_browser_reads_the_lists_that_python_wrote(asked: Asked) -> None:
    reports = tuple(entries(asked.made.site))
    common = shared_by((*reports, *others(asked.made.site, asked.site))).common
    inside = [pieces(text(entry), common) for entry in reports]
    titles = [pieces(text(entry, "title"), common) for entry in reports]
    sought = [piece for piece in sorted(inside[7]) if b"\n" not in piece]
    found = asked.page.evaluate(READ, [[list(piece), list(bare(piece))] for piece in sought])
    for piece, lists in zip(sought, found, strict=True):
        numbers = [number for number, one in enumerate(inside) if piece in one]
        named = [number for number, one in enumerate(titles) if piece in one]
        assert [[n for n in lists[0][0] if n < COUNT], [n for n in lists[0][1] if n < COUNT]] == [numbers, named], piece
    assert {len(bare(piece)) for piece in sought} == {4, 5, 6, 7}


def test_a_slip_in_a_usual_word_is_corrected(asked: Asked) -> None:
    word = next(each for each in COMMON if len(each) > 7 and each[1] != each[2])
    meant = asked.page.evaluate(ASK, word)
    swapped = asked.page.evaluate(ASK, word[0] + word[2] + word[1] + word[3:])
    assert meant["count"] > 10
    assert {one["address"] for one in swapped["results"]} & {one["address"] for one in meant["results"]}


def slips(word: str) -> tuple[str, ...]:
    """Give a word with a letter wrong, missing, too many, and two swapped, in its middle."""
    places = range(len(word) // 2, len(word) - 1)
    at = next(n for n in places if len(spelled(word[n : n + 2])) == 2 and word[n] != word[n + 1])
    before, letter, after = word[:at], word[at], word[at + 1 :]
    return before + "ฬ" + after, before + after, before + letter + "ฬ" + after, before + after[0] + letter + after[1:]


def rare_words(asked: Asked) -> list[str]:
    """Give long words of chance that few reports hold."""
    texts = ["\n".join(line for part in entry.parts for line in part.lines) for entry in entries(asked.made.site)]
    counted = {word: sum(word in text for text in texts) for word in asked.made.words if len(word) > 9}
    return [word for word, count in counted.items() if 1 <= count <= 9][:8]


def test_the_index_tells_which_word_a_slip_spoiled(asked: Asked) -> None:
    words = rare_words(asked)
    typed = [(word, slip) for word in words for slip in slips(word)]
    found = asked.page.evaluate(SPELLINGS, [slip for _, slip in typed])
    told = [spelled(word) in dict(spellings) for (word, _), spellings in zip(typed, found, strict=True)]
    assert len(typed) >= 30
    assert sum(told) >= 0.9 * len(told)
    assert asked.page.evaluate(SPELLINGS, ["ฬฬฬฬฬฬฬฬฬฬ"]) == [[]]


def test_a_slip_in_a_word_of_few_reports_is_mended(asked: Asked) -> None:
    lost = []
    for word in rare_words(asked):
        meant = asked.page.evaluate(ASK, word)
        assert meant["meant"] == ""
        for typed in slips(word):
            found = asked.page.evaluate(ASK, typed)
            if found["meant"] != word or found["results"][0]["address"] not in {r["address"] for r in meant["results"]}:
                lost.append(typed)
    assert len(lost) <= 2, lost  # another word may be as near


def test_a_slip_is_mended_wherever_words_stand(asked: Asked) -> None:
    drawer = Drawer(asked.made, 5)
    for _ in range(6):
        first, second = sorted(drawer.words_of(drawer.text(), 2, rare=True), key=len)
        truth = drawer.holding([first, second], exact=True)
        typed = f"{first} {slips(second)[0]}"
        found = asked.page.evaluate(ASK, typed)
        assert found["results"][0]["address"] in truth, typed


def ask(asked: Asked, query: Query) -> tuple[float, float, int]:
    """Give the share of what should be found among ten, the reciprocal rank of the first, and how many were fetched."""
    asked.fetched.clear()
    found = [one["address"] in query.truth for one in asked.page.evaluate(ASK, query.typed)["results"]]
    recall = sum(found) / min(10, len(query.truth))
    return recall, 1 / (found.index(True) + 1) if any(found) else 0.0, len(asked.fetched)


def test_queries_of_every_kind_find_what_a_plain_search_finds(asked: Asked) -> None:
    rows = [ask(asked, query) for query in Drawer(asked.made, 3).draw(4)]
    recall, rank, requests = (sum(row[place] for row in rows) / len(rows) for place in range(3))
    assert recall >= 0.97
    assert rank >= 0.97
    assert requests <= 20
