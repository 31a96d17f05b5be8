"""The search index: normal form, pieces, codes, what is listed, that the same reports give the same bytes."""

from __future__ import annotations

import dataclasses
import json
import shutil
import zlib
from array import array
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fixture_portal import fixture_data, fixture_site, order
from generator import build as engine
from generator.pages.site import Site, report_path
from generator.problems import BuildStoppedError
from generator.search import index
from generator.search.coding import packed, parameter, rice, shared, varint
from generator.search.contract import check_contract
from generator.search.entries import Entry, entries
from generator.search.grams import MOST, common_pieces, pieces, text_of, usual_words
from generator.search.grams import bare as bare_bytes
from generator.search.normal_form import bare, clean, fold, other_era, squeeze
from generator.search.segment import segments

CASES: dict[str, list[tuple[str, str, str]]] = json.loads(
    (Path(__file__).parent / "search" / "cases.json").read_text(encoding="utf-8")
)
STEPS: dict[str, Callable[[str], str]] = {
    "fold": fold,
    "squeeze": lambda text: squeeze(fold(text)),
    "bare": lambda text: bare(squeeze(fold(text))),
    "otherEra": lambda text: other_era(fold(text)),
}
THAI = st.text(st.sampled_from("กขคงเแโไำาะัิีึืุู่้๊๋์ํ็ฯๆ๐๙0123 ./-abcÉ\u200b\n😀"), max_size=40)


@pytest.mark.parametrize(
    ("step", "typed", "expected"), [(step, *case[:2]) for step, cases in CASES.items() for case in cases]
)
def test_normal_form_of_the_shared_cases(step: str, typed: str, expected: str) -> None:
    assert STEPS[step](typed) == expected


@given(THAI)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text(max_size=60))
def test_any_text_has_pieces_without_a_crash(text: str) -> None:
    found = pieces(text_of(clean(line) for line in text.split("\n")))
    assert all(len(bare_bytes(piece)) == 4 for piece in found)


def test_pieces_begin_where_a_reader_could_begin_and_keep_their_tones() -> None:
    found = {piece.decode("tis-620") for piece in pieces(text_of(["เครือข่าย"]))}
    assert found == {"เครื", "รือข่", "อข่าย", "ข่าย\n", "ย\n\n\n"}


def test_no_piece_bridges_two_lines() -> None:
    found = pieces(text_of(["กขค", "งจฉ"]))
    assert not any("ค\nง".encode("tis-620") in piece for piece in found)


def test_what_many_texts_hold_is_listed_longer_and_no_piece_begins_another() -> None:
    ends = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ")
    texts = [text_of([f"ดำเนินการ{end}", end]) for end in ends]
    common = common_pieces(texts)
    assert "เนิน".encode("tis-620") in common
    found = set().union(*(pieces(text, common) for text in texts))
    plain = {bare_bytes(piece) for piece in found}
    assert max(map(len, plain)) == MOST
    assert [one for one in plain if any(other != one and other.startswith(one) for other in plain)] == []


def test_usual_words_end_where_texts_go_on_in_many_ways() -> None:
    texts = [text_of([f"เรื่องก่อสร้าง{end}าว"]) for end in "กขคงจฉชซญดตถทนบปผพฟม"]
    found = {word.decode("tis-620") for word in usual_words(texts)}
    assert "กอสราง" in found
    assert "กอสรา" not in found


def test_a_letter_with_a_thousand_tone_marks_has_a_piece_like_any_other() -> None:
    assert all(len(piece) <= 3 * MOST for piece in pieces(text_of(["ก" + "่้" * 500 + "ขคง"])))


def read_rice(bits: str, count: int, total: int) -> list[int]:
    if 2 * count > total:
        others = read_rice(bits, total - count, total)
        return [number for number in range(total) if number not in others]
    if not count:
        return []
    low, at, last, found = parameter(count, total), 0, -1, []
    for _ in range(count):
        zeros = bits.index("1", at) - at
        at += zeros + 1
        gap = (zeros << low) + (int(bits[at : at + low], 2) if low else 0)
        at += low
        last += gap + 1
        found.append(last)
    return found


FEW = st.tuples(st.sets(st.integers(0, 5_000), min_size=1), st.integers(5_001, 30_000))
MANY_OF = st.tuples(st.sets(st.integers(0, 40), min_size=1), st.integers(41, 120))


@example((set(range(41)), 41))
@given(FEW | MANY_OF)
def test_rice_code_can_be_read_again(given_: tuple[set[int], int]) -> None:
    numbers, total = given_
    assert read_rice(rice(array("I", sorted(numbers)), total), len(numbers), total) == sorted(numbers)


def test_small_codes() -> None:
    assert (packed("1"), packed("0000000011"), packed("")) == (b"\x80", b"\x00\xc0", b"")
    assert (varint(5), varint(300)) == (b"\x05", b"\xac\x02")
    assert (shared(b"abc", b"abd"), shared(b"", b"x"), shared(b"ab", b"ab")) == (2, 0, 2)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that the index can be written into again and again."""
    site = tmp_path_factory.mktemp("search") / "site"
    engine.build(fixture_data(), order(site))
    return site


def written(site: Site, built: Path, folder: Path, cache: Path | None = None) -> dict[str, bytes]:
    shutil.copytree(built, folder)
    shutil.rmtree(folder / "search")
    index(site, folder, cache)
    found = sorted(path for path in (folder / "search").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_same_reports_give_the_same_bytes_with_and_without_cache(built: Path, tmp_path: Path) -> None:
    site, cache = fixture_site(), tmp_path / "cache"
    cold = written(site, built, tmp_path / "a")
    assert written(site, built, tmp_path / "b", cache) == cold
    assert written(site, built, tmp_path / "c", cache) == cold
    turned = dataclasses.replace(site, reports=tuple(reversed(site.reports)))
    assert written(turned, built, tmp_path / "d", cache) == cold


def test_several_processes_write_what_one_writes(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = written(fixture_site(), built, tmp_path / "a")
    monkeypatch.setattr("generator.search._FEW", 0)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert written(fixture_site(), built, tmp_path / "b") == one


def test_a_change_reads_only_its_own_segment_again(built: Path, tmp_path: Path) -> None:
    site, cache = fixture_site(), tmp_path / "cache"
    written(site, built, tmp_path / "a", cache)
    before = {path.name for path in cache.iterdir()}
    first = site.reports[0]
    changed = dataclasses.replace(first, report=dataclasses.replace(first.report, name="ชื่อใหม่ของตัวชี้วัด"))
    other = dataclasses.replace(site, reports=(changed, *site.reports[1:]))
    warm = written(other, built, tmp_path / "b", cache)
    after = {path.name for path in cache.iterdir()}
    assert len(after - before) == 1
    assert len(before - after) == 1
    assert warm == written(other, built, tmp_path / "c")


def test_segments_keep_their_borders_when_a_report_is_added() -> None:
    made = [
        Entry(f"{agency}-{number}", "", "", f"{agency}", 2569, "", ())
        for agency in range(100, 177)
        for number in range(30)
    ]
    before = {batch for batch in segments(made) if not any(entry.agency == "140" for entry in batch)}
    made.insert(40 * 30 + 5, Entry("new", "", "", "140", 2569, "", ()))
    after = {batch for batch in segments(made) if not any(entry.agency == "140" for entry in batch)}
    assert before == after
    assert len(before) > 3


def test_the_responsible_person_is_not_in_the_index() -> None:
    site = fixture_site()
    text = repr(list(entries(site)))
    assert "ผู้รับผิดชอบสมมติ" not in text
    public = dataclasses.replace(site, portal=dataclasses.replace(site.portal, publish_responsible=True))
    assert "ผู้รับผิดชอบสมมติ" in repr(list(entries(public)))


def test_newer_reports_come_first() -> None:
    years = [entry.year for entry in entries(fixture_site())]
    assert years == sorted(years, reverse=True)


def test_packs_hold_every_report_with_its_address(built: Path) -> None:
    directory = inflated((built / "search" / "data" / "directory.bin").read_bytes())
    begin = directory.index(b"{")
    head, end = json.JSONDecoder().raw_decode(directory[begin:].decode("latin-1"))
    sample = directory[begin + end : begin + end + head["sample"]]
    packs = (built / "search" / "data" / "p").iterdir()
    addresses = {json.loads(inflated(path.read_bytes(), sample).decode("tis-620"))[0] for path in packs}
    assert {report_path(judged).removesuffix(".md") + "/" for judged in fixture_site().reports} <= addresses
    assert {"about/", "how-we-judge/", "agencies/9001/", "2567/"} <= addresses


def inflated(content: bytes, sample: bytes = b"") -> bytes:
    return zlib.decompressobj(-zlib.MAX_WBITS, sample).decompress(content)


def test_opensearch_names_the_search_page(built: Path) -> None:
    text = (built / "search" / "opensearch.xml").read_text(encoding="utf-8")
    assert 'template="https://example.org/portal/search/?find={searchTerms}"' in text


def test_the_theme_still_speaks_the_words_our_worker_knows(built: Path) -> None:
    check_contract(built)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("index.html", "assets/search/worker.js", "assets/javascripts/workers/search"), "the page names the worker"),
        (("index.html", 'data-md-component="search"', ""), "no search box"),
        (("assets/javascripts/bundle.*.min.js", "type:2,data:", "type:9,data:"), "no longer 2: asks"),
        (("assets/javascripts/bundle.*.min.js", "search/search_index.json", "search.json"), "loads the index"),
    ],
)
def test_a_changed_theme_stops_the_build(change: tuple[str, str, str], told: str, built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(built, folder)
    file, old, new = change
    path = next(folder.glob(file))
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(BuildStoppedError, match=told):
        check_contract(folder)


def test_a_portal_without_reports_can_be_searched(built: Path, tmp_path: Path) -> None:
    empty = dataclasses.replace(fixture_site(), reports=(), today=date(2025, 3, 15))
    assert "search/data/directory.bin" in written(empty, built, tmp_path / "a")
