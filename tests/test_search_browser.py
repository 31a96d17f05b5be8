"""Search in a real browser: the theme's box, the search page, the same normal form as in Python, hostile texts."""

from __future__ import annotations

import dataclasses
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from browser import Watched, chromium, serving, watched
from fixture_portal import fixture_data, order
from generator import build as engine
from generator.load import Data
from generator.search import SCRIPTS
from generator.search.normal_form import bare, clean, fold, other_era, squeeze
from test_search import CASES

HOSTILE = "<img src=x onerror='window.__hit = 1'></script><script>window.__hit = 2</script> & \"คำร้าย\""
MISSING = "Failed to load resource"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def hostile(data: Data) -> Data:
    """Put markup into the name and a narrative of one report."""
    first, *rest = data.reports
    assert first.form is not None
    quarters = first.form.quarters
    told = dataclasses.replace(quarters, q2=dataclasses.replace(quarters.q2, narrative=HOSTILE))
    form = dataclasses.replace(first.form, name=HOSTILE, quarters=told)
    return dataclasses.replace(data, reports=(dataclasses.replace(first, form=form), *rest))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search") / "site"
    engine.build(hostile(fixture_data()), dataclasses.replace(order(folder), site_url="http://127.0.0.1/portal/"))
    return folder


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture
def tab(browser: Browser, home: str) -> Iterator[Watched]:
    with watched(browser, home) as opened:
        yield opened


def scripts(page: Page, home: str) -> None:
    for name in SCRIPTS:
        page.add_script_tag(url=f"{home}assets/search/{name}.js")


RUN = """([step, text]) => {
    const { fold, squeeze, bare, otherEra } = NormalForm;
    return { fold, squeeze: t => squeeze(fold(t)), bare: t => bare(squeeze(fold(t))), otherEra: t => otherEra(fold(t)) }
        [step](text);
}"""


def test_the_browser_has_the_same_normal_form(tab: Watched, home: str) -> None:
    tab.open("about/")
    scripts(tab.page, home)
    wrong = [
        (step, typed)
        for step, cases in CASES.items()
        for typed, want, _ in cases
        if tab.page.evaluate(RUN, [step, typed]) != want
    ]
    assert wrong == []


def test_the_browser_folds_texts_of_chance_as_python_does(tab: Watched, home: str) -> None:
    chance = random.Random(7)  # noqa: S311 — chance of a test
    letters = "กขงเแโไำาะัิีึืุู่้๊๋์ํ็ฯๆฺๅ๐๙0129 ./-–abcÉßİΣςж“”\u200b\u00ad\u00a0😀字가€½①ﬁｶ\ufe0f"
    texts = ["".join(chance.choices(letters, k=chance.randrange(1, 30))) for _ in range(3_000)]
    tab.open("about/")
    scripts(tab.page, home)
    made = tab.page.evaluate(
        """texts => texts.map(text => {
            const { clean, mend, fold, squeeze, bare, otherEra, mapped, clusters } = NormalForm;
            const map = mapped(clean(text));
            const whole = clusters(clean(text)).join('') === clean(text);
            return [fold(text), squeeze(fold(text)), bare(squeeze(fold(text))), otherEra(fold(text)),
                    map.exact, map.plain, whole];
        })""",
        texts,
    )
    for text, (folded, squeezed, plain, other, exact, mapped, whole) in zip(texts, made, strict=True):
        assert folded == fold(text)
        assert squeezed == squeeze(fold(text))
        assert plain == bare(squeezed)
        assert other == other_era(folded)
        assert whole
        if "\u0e4d" not in text:  # a circle without its letter ends up elsewhere in a cluster
            assert (exact, mapped) == (squeezed, plain), clean(text)


def box(tab: Watched, words: str) -> None:
    tab.page.goto(f"{tab.home}?q={words}", wait_until="networkidle")
    tab.page.wait_for_selector(".md-search-result__link")


def first(tab: Watched) -> str:
    return tab.page.locator(".md-search-result__item").first.inner_text()


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("ครัวเรือนที่คัดแยกขยะ", "2568/9001/9001-1/"),
        ("ครวเรือนทีคัดแยกขยะ", "2568/9001/9001-1/"),
        ("ครัวเรีอนที่คัดแยก", "2568/9001/9001-1/"),
        ("ก.1/1", "2568/9001/9001-1/"),
        ("ก ๑/๑", "2568/9001/9001-1/"),
        ("กส.๐๐๐๑/๑๒", "2567/9001/9001-1/"),
        ("households SORT", "2567/9001/9001-1/"),
        ("แกนนำชุมชน", "2567/9001/9001-1/"),
        ("แกนนําชุมชน", "2567/9001/9001-1/"),
    ],
)
def test_the_box_of_the_theme_finds(
    typed: str, page: str, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = plain_site(tmp_path_factory)
    with serving(folder) as home, watched(browser, home) as tab:
        box(tab, typed)
        assert tab.page.locator(".md-search-result__link").first.get_attribute("href") == f"{home}{page}"
        assert tab.page.locator(".md-search-result__link mark").count() > 0
        assert tab.faults() == []


_PLAIN: list[Path] = []


def plain_site(factory: pytest.TempPathFactory) -> Path:
    """Build the fixture portal as it is, once."""
    if not _PLAIN:
        folder = factory.mktemp("plain") / "site"
        engine.build(fixture_data(), order(folder))
        _PLAIN.append(folder)
    return _PLAIN[0]


def test_a_result_shows_code_agency_year_and_status(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    with serving(plain_site(tmp_path_factory)) as home, watched(browser, home) as tab:
        box(tab, "คัดแยกขยะ")
        text = first(tab)
        assert "ก.1/1 ร้อยละของครัวเรือนที่คัดแยกขยะ" in text
        assert "ปีงบประมาณ 2568" in text
        assert "อยู่ระหว่างทาง" in text


def test_the_box_says_what_is_nearest(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    with serving(plain_site(tmp_path_factory)) as home, watched(browser, home) as tab:
        box(tab, "คัดแยกขยะ ฮฮฮฮฮฮ")
        assert "ใกล้เคียง" in first(tab)


def test_what_was_taken_for_a_slip_is_said(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    with serving(plain_site(tmp_path_factory)) as home, watched(browser, home) as tab:
        tab.open("search/?find=ครัวเรือนที่คัดแยกขฬะ")
        said(tab, "ไม่พบคำเหล่านี้ตรงตัว ที่แสดงคือผลของคำว่า “ครัวเรือนที่คัดแยกขยะ”")
        assert "ครัวเรือนที่คัดแยกขยะ" in tab.page.locator(".ps-found").first.inner_text()
        box(tab, "ครัวเรือนที่คัดแยกขฬะ")
        assert "แทนคำที่พิมพ์: ครัวเรือนที่คัดแยกขยะ" in first(tab)


def test_the_box_leads_to_the_page_with_filters(tab: Watched) -> None:
    box(tab, "คัดแยกขยะ")
    tab.page.get_by_role("link", name="ค้นหาแบบกรองตามปี หน่วยงาน และสถานะ").click()
    tab.page.wait_for_url(f"{tab.home}search/")
    assert tab.faults() == []


def test_hostile_texts_stand_in_the_box_as_they_are(tab: Watched) -> None:
    box(tab, "คำร้าย")
    assert "<img src=x onerror=" in first(tab)
    assert tab.page.locator(".md-search-result img, .md-search-result script").count() == 0
    assert tab.page.evaluate("window.__hit") is None
    assert tab.faults() == []


def test_hostile_texts_stand_on_the_page_as_they_are(tab: Watched) -> None:
    tab.open("search/?find=คำร้าย")
    tab.page.wait_for_selector(".ps-found")
    assert "<img src=x onerror=" in tab.page.locator(".ps-found").first.inner_text()
    assert tab.page.locator(".ps-found img, .ps-found script").count() == 0
    assert tab.page.evaluate("window.__hit") is None
    assert tab.faults() == []


@pytest.mark.parametrize(
    "query", [HOSTILE, "'\"><svg onload=window.__hit=3>", "javascript:window.__hit=4", "%00&year=<b>"]
)
def test_a_query_in_the_address_cannot_inject(query: str, tab: Watched) -> None:
    tab.page.goto(tab.home + "search/")
    tab.page.evaluate(
        "query => { location.search = new URLSearchParams({ find: query, year: query, agency: query }) }", query
    )
    tab.page.wait_for_load_state("networkidle")
    assert tab.page.locator("#ps-q").input_value() == query.strip()
    assert tab.page.locator("#ps-year").input_value() == ""
    assert tab.page.evaluate("window.__hit") is None
    assert tab.faults() == []


def said(tab: Watched, words: str) -> None:
    expect(tab.page.locator(".ps-search__status")).to_contain_text(words)


def typed(tab: Watched, words: str) -> None:
    tab.page.locator("#ps-q").press_sequentially(words, delay=5)


def test_the_page_keeps_query_and_filters_in_the_address(tab: Watched) -> None:
    tab.open("search/")
    typed(tab, "รายงาน")
    tab.page.select_option("#ps-year", "2567")
    tab.page.wait_for_selector(".ps-found")
    assert "year=2567" in tab.page.url
    links = tab.page.locator(".ps-found__name").evaluate_all("all => all.map(one => one.pathname)")
    assert links
    assert all("/2567/" in link for link in links)
    tab.page.reload(wait_until="networkidle")
    tab.page.wait_for_selector(".ps-found")
    assert tab.page.locator("#ps-q").input_value() == "รายงาน"
    assert tab.page.locator("#ps-year").input_value() == "2567"


def test_filters_alone_list_the_reports(tab: Watched) -> None:
    tab.open("search/?agency=9002&status=not-reported")
    tab.page.wait_for_selector(".ps-found")
    shown = tab.page.locator(".ps-found").all_inner_texts()
    assert all("ไม่ได้รายงาน" in text for text in shown)
    assert all(
        f"{tab.home}2" in link for link in tab.page.locator(".ps-found__name").evaluate_all("a => a.map(x => x.href)")
    )


def test_the_page_says_how_many_it_found_and_that_there_is_nothing(tab: Watched) -> None:
    tab.open("search/")
    typed(tab, "คัดแยกขยะ")
    said(tab, "หน้า")
    tab.page.locator("#ps-q").fill("ฮฮฮฮฮฮฮฮ")
    said(tab, "ไม่พบ")


def test_a_stale_answer_is_dropped(tab: Watched) -> None:
    tab.open("search/")

    def late(route: Route) -> None:
        tab.page.wait_for_timeout(400)
        route.continue_()

    tab.page.route("**/search/data/directory.bin*", late)
    tab.page.locator("#ps-q").fill("ก.1/1")
    tab.page.wait_for_timeout(200)
    tab.page.locator("#ps-q").fill("ฮฮฮฮฮฮฮฮ")
    tab.page.wait_for_load_state("networkidle")
    said(tab, "ไม่พบ")
    assert tab.page.locator(".ps-found").count() == 0


def test_a_missing_file_and_no_connection_are_said(browser: Browser, site: Path, tmp_path: Path) -> None:
    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    (broken / "search" / "data" / "directory.bin").unlink()
    with serving(broken) as home, watched(browser, home) as tab:
        tab.open("search/?find=ขยะ")
        said(tab, "โหลดดัชนี")
        box(tab, "ขยะ")
        assert "ค้นหาไม่ได้ในขณะนี้" in first(tab)
        tab.page.goto(home + "search/", wait_until="networkidle")
        tab.page.context.set_offline(True)
        typed(tab, "ขยะ")
        said(tab, "ไม่ได้เชื่อมต่อ")


def test_the_page_without_scripts_offers_lists(browser: Browser, home: str) -> None:
    with watched(browser, home, scripts=False) as tab:
        tab.page.goto(home + "search/")
        assert not tab.page.locator(".ps-search__form").is_visible()
        assert tab.page.locator("[data-without]").is_visible()
        assert tab.page.locator("article a[href$='2567/']").count() == 1
        assert tab.page.locator("article a[href*='agencies/9001']").count() == 1


def test_the_page_works_without_the_theme(browser: Browser, site: Path, tmp_path: Path) -> None:
    bare_site = tmp_path / "site"
    shutil.copytree(site, bare_site)
    for script in (bare_site / "assets" / "javascripts").rglob("*.js"):
        script.write_text("")
    with serving(bare_site) as home, watched(browser, home) as tab:
        tab.open("search/?find=คำร้าย")
        tab.page.wait_for_selector(".ps-found")


def test_axe_finds_nothing_serious_among_results(tab: Watched) -> None:
    tab.open("search/?find=รายงาน")
    tab.page.wait_for_selector(".ps-found")
    assert not tab.page.locator(".md-search__output").is_visible()  # the address must not open the theme's box as well
    found = Axe().run(tab.page).response["violations"]
    assert [item["id"] for item in found if item["impact"] in {"serious", "critical"}] == []


def test_nothing_is_loaded_for_search_before_somebody_searches(tab: Watched) -> None:
    asked: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    tab.open("about/")
    assert not [url for url in asked if "/search/data/" in url or "-all.js" in url]


def test_marks_never_cut_a_cluster(tab: Watched, home: str) -> None:
    tab.open("about/")
    scripts(tab.page, home)
    texts = ["ผู้เข้าร่วมโครงการที่ได้น้ำดื่ม" * 20, "กำหนด" * 60]
    parts = tab.page.evaluate("texts => texts.map(text => NormalForm.clusters(text))", texts)
    for text, clusters in zip(texts, parts, strict=True):
        assert "".join(clusters) == text
        assert not [cluster for cluster in clusters if cluster[0] in "ัิีึืุู่้๊๋์ำ"]
    assert json.dumps(parts)
