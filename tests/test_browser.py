"""The built portal in a real browser: every kind of page, both colour schemes, phone and desk, hostile texts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from browser import Watched, chromium, serving, watched
from fixture_portal import fixture_data, order
from form_strategies import held
from generator import build as engine
from generator.fields import fields_of
from generator.kinds import Group, Line, Link, Many, Prose
from generator.legacy import Given, import_form, open_source
from generator.load import Data
from generator.model import Report
from generator.parts import Responsible
from generator.thai import say_date

PAGES = {
    "home": "",
    "years": "years/",
    "year": "2567/",
    "agencies": "agencies/",
    "agency": "agencies/9001/",
    "report": "2567/9001/9001-1/",
    "report-not-met": "2567/9001/9001-3/",
    "report-empty": "2567/9002/9002-2/",
    "how-we-judge": "how-we-judge/",
    "search": "search/",
    "fields": "fields/",
    "about": "about/",
    "import": "import/",
    "hosting": "hosting/",
    "why": "why/",
    "missing": "no/such/page/",
}
# The one thing a browser says of its own about a page that is not there.
EXPECTED = "Failed to load resource: the server responded with a status of 404"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("portal") / "site"
    engine.build(fixture_data(), dataclasses.replace(order(site), site_url="http://127.0.0.1/portal/"))
    with serving(site) as address:
        yield address


def faults(tab: Watched) -> list[str]:
    return [fault for fault in tab.faults() if EXPECTED not in fault]


@pytest.fixture(scope="module", params=[(w, s) for w in (390, 1280) for s in ("light", "dark")], ids=str)
def tab(request: pytest.FixtureRequest, browser: Browser, home: str) -> Iterator[Watched]:
    """A tab of one width and colour scheme, shared by all pages: what it has loaded once it need not load again."""
    width, scheme = request.param
    with watched(browser, home, width=width, scheme=scheme) as found:
        yield found


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_opens_without_a_complaint_of_browser_or_axe(path: str, tab: Watched) -> None:
    tab.complaints.clear()
    tab.open(path)
    assert tab.page.locator("h1").count() == 1
    violations: list[dict[str, Any]] = Axe().run(tab.page).response["violations"]
    grave = [item for item in violations if item["impact"] in {"serious", "critical"}]
    assert [(item["id"], item["nodes"][0]["html"][:200]) for item in grave] == []
    assert faults(tab) == []


def test_a_tab_has_the_scheme_it_asked_for(tab: Watched, request: pytest.FixtureRequest) -> None:
    tab.open("")
    dark = tab.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert tab.page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if dark else "default")
    assert dark == ("dark" in request.node.name)


def test_nothing_scrolls_sideways_on_a_narrow_phone(browser: Browser, home: str) -> None:
    with watched(browser, home, width=360) as tab:
        for path in PAGES.values():
            tab.open(path)
            assert tab.page.evaluate("document.documentElement.scrollWidth") <= 360, path


@pytest.mark.parametrize("path", ["", "2567/", "2567/9001/9001-3/"])
def test_a_page_reads_without_scripts(path: str, browser: Browser, home: str) -> None:
    with watched(browser, home, scripts=False) as tab:
        tab.page.goto(home + path)
        shown = tab.page.locator("article").inner_text()
        assert "ไม่บรรลุเป้าหมาย" in shown or path == ""
        assert len(shown) > 200


def test_a_citizen_finds_a_report_from_home_by_keyboard(browser: Browser, home: str) -> None:
    with watched(browser, home) as tab:
        tab.open("")
        for target in ("years/", "2567/"):
            tab.page.locator(f"article a[href$='{target}']").first.focus()
            tab.page.keyboard.press("Enter")
            tab.page.wait_for_url(f"**/{target}")
        report = tab.page.locator("article a[href*='9001-3']").first
        report.focus()
        tab.page.keyboard.press("Enter")
        tab.page.wait_for_url("**/2567/9001/9001-3/")
        assert "3.00 ÷ 5 × 100 = 60%" in tab.page.locator("article").inner_text()
        assert faults(tab) == []


def test_the_search_box_finds_a_word_inside_a_sentence(browser: Browser, home: str) -> None:
    with watched(browser, home) as tab:
        tab.page.goto(home + "?q=แกนนำ", wait_until="networkidle")
        tab.page.wait_for_selector(".md-search-result__link")
        assert faults(tab) == []


def test_paper_shows_the_report_and_not_the_navigation(browser: Browser, home: str) -> None:
    with watched(browser, home, width=800) as tab:
        tab.open("2567/9001/9001-1/")
        tab.page.emulate_media(media="print")
        hidden = [".md-header", ".md-sidebar--primary", ".md-footer"]
        assert [tab.page.locator(part).is_visible() for part in hidden] == [False] * 3
        assert "อบรมแกนนำชุมชน 12 ชุมชน" in tab.page.locator("article").inner_text()


def test_on_paper_the_page_is_the_official_form_which_can_be_read_back(browser: Browser, home: str) -> None:
    data = fixture_data()
    report = next(each.form for each in data.reports if each.path.endswith("2567/9001/9001-1.yml"))
    assert report is not None
    assert data.plan.form is not None
    with watched(browser, home, width=800) as tab:
        tab.open("2567/9001/9001-1/")
        sign = tab.page.locator(".ps-official__sign").first
        assert not sign.is_visible()
        tab.page.emulate_media(media="print")
        assert sign.is_visible()
        assert not tab.page.locator("h1").is_visible()
        paper = tab.page.pdf(prefer_css_page_size=True)
    given = Given(plan=tuple((entry.id, entry.title) for entry in data.plan.form.entries))
    found = [draft.report for draft in import_form(open_source("paper", paper), given)]
    assert [held(each) for each in found] == [held(dataclasses.replace(report, responsible=Responsible()))]


def test_dates_are_those_of_the_browser_itself(browser: Browser, home: str) -> None:
    days = [date(2020, 10, 1), date(2021, 2, 28), date(2024, 2, 29), date(2021, 12, 31), date(2026, 11, 22)]
    ask = """days => days.map(day => new Date(day + 'T12:00').toLocaleDateString('th-TH',
        {day: 'numeric', month: 'long', year: 'numeric'}))"""
    with watched(browser, home) as tab:
        tab.open("")
        assert tab.page.evaluate(ask, [day.isoformat() for day in days]) == [say_date(day, "th") for day in days]


HOSTILE = [
    "<script>window.__hit = 1</script>",
    "</title><script>window.__hit = 2</script>",
    "<img src=x onerror='window.__hit = 3'>",
    '" onmouseover="window.__hit = 4" x="',
    "[x](javascript:window.__hit=5) ![x](x)",
    "{{ 7*7 }} {% raw %} --8<-- | a | b | **b** `c` &lt;b&gt; &amp;",
    "<!-- --><svg onload=window.__hit=6><base href=//example.com><meta http-equiv=refresh content=0;url=//example.com>",
    "{: onclick='window.__hit=7' } { #id .class onclick=window.__hit=8 }",
    "<style>*{display:none}</style><iframe srcdoc='<script>parent.__hit=9</script>'>",
    "*[abbr]: x\n\n    indented\n# heading\n- point\n1. one\n| a | b |\n|---|---|",
]


def hostile_value(kind: Line, turn: Iterator[str]) -> object:
    text = next(turn)
    return text if isinstance(kind, Prose) else " ".join(text.split())


def poison(form: Any, turn: Iterator[str]) -> Any:
    """Put a hostile text into every blank that takes free text, however deep."""
    changes: dict[str, Any] = {}
    for item in fields_of(type(form)):
        value = getattr(form, item.key)
        if isinstance(item.kind, Group):
            changes[item.key] = poison(value, turn)
        elif isinstance(item.kind, Many):
            changes[item.key] = tuple(
                poison(part, turn) if isinstance(item.kind.of, Group) else next(turn) for part in value
            )
        elif type(item.kind) in {Line, Prose}:
            changes[item.key] = hostile_value(item.kind, turn)
    return dataclasses.replace(form, **changes)


def endless() -> Iterator[str]:
    while True:
        yield from HOSTILE


def hostile_data() -> Data:
    data, turn = fixture_data(), endless()
    reports = tuple(
        dataclasses.replace(document, form=poison(document.form, turn)) for document in data.reports if document.form
    )
    lists = {
        name: dataclasses.replace(getattr(data, name), form=poison(getattr(data, name).form, turn))
        for name in ("portal", "agencies", "plan")
    }
    return dataclasses.replace(data, reports=reports, **lists)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal with hostile text in every blank, built without the policy: escaping alone must hold."""
    site = tmp_path_factory.mktemp("hostile") / "site"
    engine.build(hostile_data(), order(site, csp=False))
    return site


def test_hostile_text_is_shown_and_never_runs(hostile_site: Path, browser: Browser) -> None:
    with serving(hostile_site) as address, watched(browser, address) as tab:
        for path in PAGES.values():
            tab.open(path)
            tab.page.mouse.move(300, 300)
            assert tab.page.evaluate("window.__hit") is None, path
            assert tab.page.locator("article [onerror], article [onclick], article iframe, article style").count() == 0
            assert tab.page.locator("article script, meta[http-equiv=refresh], base").count() == 0
            assert faults(tab) == [], path
        tab.open("2567/9001/9001-1/")
        assert HOSTILE[0] in tab.page.locator("article").inner_text()


def test_hostile_text_leads_nowhere_else(hostile_site: Path, browser: Browser) -> None:
    allowed = {"https://example.org", "https://creativecommons.org", "https://squidfunk.github.io"}
    with serving(hostile_site) as address, watched(browser, address) as tab:
        tab.open("2567/9001/9001-1/")
        origins: list[str] = tab.page.evaluate("[...document.links].map(link => link.origin)")
        assert set(origins) <= allowed | {address.removesuffix("/portal/")}


def test_the_report_type_has_free_text_to_poison() -> None:
    assert {"name", "method", "year_end_summary"} <= {
        item.key for item in fields_of(Report) if isinstance(item.kind, Line) and not isinstance(item.kind, Link)
    }
