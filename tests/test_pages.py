"""What the pages say: of the real report, of the fixture portal with every status, and of a portal without reports."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

import html5lib
import pytest

from fixture_portal import ROOT, fixture_site
from generator import build, pages
from generator.kinds import Number
from generator.load import load
from generator.model import Report
from generator.pages.page import Page
from generator.pages.pictures import bar, glance
from generator.pages.site import Site, report_path
from generator.parts import Responsible
from generator.progress import Status, judge

REAL = "2564/0100/0100-814.md"


def real_site() -> Site:
    order = build.Order(ROOT, ROOT / "site", date(2026, 11, 22))
    return build.site_of(load(ROOT / "data"), order)


def words_of(page: str) -> str:
    """Give the text of a page with single spaces, as a screen reader meets it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def element(page: str, anchor: str) -> Any:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return next(found for found in tree.iter() if found.get("id") == anchor)


def section(page: str, anchor: str) -> str:
    """Give the words from a heading to the next."""
    found = re.search(r"{#" + anchor + r"}\n(.*?)(?=\n## |\Z)", page, re.DOTALL)
    assert found, anchor
    return words_of(found[1])


@pytest.fixture(scope="module")
def real() -> str:
    return pages.plan(real_site())[REAL]


@pytest.fixture(scope="module")
def fixture() -> dict[str, str]:
    return pages.plan(fixture_site())


# --- the real report ------------------------------------------------------------------------------------------------


def test_the_whole_text_of_the_report_is_on_its_page(real: str) -> None:
    report = next(judged.report for judged in real_site().reports)
    spaceless = "".join(words_of(real).split())
    for text in [*_texts(report)]:
        for line in text.split("\n"):
            assert "".join(line.split()) in spaceless, line


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if re.search("[ก-๛]", value) else []
    parts = value if isinstance(value, tuple) else vars(value).values() if hasattr(value, "__dict__") else ()
    return [text for part in parts for text in _texts(part)]


def test_why_this_badge_gives_inputs_rule_and_arithmetic(real: str) -> None:
    why = section(real, "why")
    for words in (
        "เป้าหมาย: 5 ระดับ",
        "ผลงานทั้งปี: 3.00 ระดับ",
        "3.00 ÷ 5 × 100 = 60%",
        "ความสำเร็จต่ำกว่า 80%",
        "ไม่บรรลุเป้าหมาย",
    ):
        assert words in why


def test_a_number_of_a_quarter_says_what_it_is_a_number_of(real: str) -> None:
    said = [" ".join("".join(element(real, f"q{quarter}").itertext()).split()) for quarter in (1, 2, 3, 4)]
    assert "ความก้าวหน้า 15.00%" in said[0]
    assert "ความก้าวหน้า 20.00%" in said[1]
    assert "ความก้าวหน้า 20.00%" in said[2]
    assert "ผลถึงไตรมาสนี้ 3.00 ระดับ" in said[3]
    assert "คะแนนผู้ตรวจประเมิน 0" in said[2]
    assert "ความก้าวหน้า" not in said[3]


def test_the_three_views_stand_side_by_side(real: str) -> None:
    views = section(real, "views")
    assert "3.00 ระดับ" in views
    assert "ไตรมาส 1 100 ไตรมาส 2 100 ไตรมาส 3 0 ไตรมาส 4 100" in views
    assert "ไตรมาสที่ 4 : ผู้ตรวจประเมินให้คะแนนระดับบรรลุ แต่ผลที่รายงานไม่ถึง" in views


def test_blanks_and_unknowns_are_said(real: str) -> None:
    assert "เว้นว่างในรายงาน" in section(real, "year-end-summary")
    assert section(real, "amendments").count("ไม่ปรากฏในรายงาน") == 4
    assert "ระดับความสำเร็จ ไม่ทราบ" in words_of(real)


def test_the_officers_points_keep_their_numbers(real: str) -> None:
    quarter = element(real, "q4")
    marks = ["".join(found.itertext()) for found in quarter.iter() if found.get("class") == "ps-points__mark"]
    assert marks == ["-", "-", "-", "-", "1.", "2.", "2.2", "2.3", "3.", "4.", "5."]


def test_dates_are_in_the_buddhist_era_and_machine_readable(real: str) -> None:
    assert '<time datetime="2021-03-09">9 มีนาคม 2564</time>' in real
    assert '<time datetime="2020-10-01">1 ตุลาคม 2563</time>' in real


def test_without_a_repository_the_file_is_named(real: str) -> None:
    assert "data/reports/2564/0100/0100-814.yml" in section(real, "file")
    assert "/edit/" not in words_of(real)


def test_the_citation_is_complete(real: str) -> None:
    cited = section(real, "cite")
    for words in ("กรุงเทพมหานคร", "อ.2/2", "0100-814", "ปีงบประมาณ 2564", "โปร่งใส", "22 พฤศจิกายน 2569"):
        assert words in cited


# --- the fixture portal ---------------------------------------------------------------------------------------------


def test_every_kind_of_page_is_there(fixture: dict[str, str]) -> None:
    site = fixture_site()
    expected = {"index.md", "years/index.md", "agencies/index.md", "how-we-judge.md", "search.md", "about.md"}
    expected |= {f"{year}/index.md" for year in site.years}
    expected |= {f"agencies/{agency.code}.md" for agency in site.agencies}
    expected |= {report_path(judged) for judged in site.reports}
    assert set(fixture) == expected


def test_a_badge_is_word_icon_and_tone(fixture: dict[str, str]) -> None:
    seen = set()
    for judged in fixture_site().reports:
        status = judged.year.status
        page = fixture[report_path(judged)]
        badge = re.search(
            r'<span class="ps-badge ps-tone--([a-z-]+)"><svg class="ps-icon [^>]*>(.*?)</svg>(.*?)</span>', page
        )
        assert badge
        assert badge[1] == status
        assert badge[3].endswith(status.word.th)
        seen.add((status, badge[2]))
    assert len({icon for _, icon in seen}) == len({status for status, _ in seen}) >= 8


def test_all_icons_differ() -> None:
    page = pages.plan(fixture_site())["how-we-judge.md"]
    icons = dict(re.findall(r'<svg class="ps-icon ps-tone--([a-z-]+)"[^>]*>(.*?)</svg>', page))
    assert set(icons) == set(Status)
    assert len(set(icons.values())) == len(Status)


def test_every_page_but_the_home_page_has_a_way_back(fixture: dict[str, str]) -> None:
    assert {path for path, page in fixture.items() if '<nav class="ps-crumbs"' not in page} == {"index.md"}


def test_edit_history_and_file_links(fixture: dict[str, str]) -> None:
    page, base = fixture["2567/9001/9001-1.md"], "https://example.org/owner/portal"
    links = {unescape(link) for link in re.findall(r'href="([^"]+)"', page)}
    path = "tests/portal/data/reports/2567/9001/9001-1.yml"
    assert {f"{base}/{view}/main/{path}" for view in ("edit", "commits", "blob")} <= links


def test_the_same_indicator_of_other_years_is_linked(fixture: dict[str, str]) -> None:
    assert 'href="../../../2568/9001/9001-1/"' in fixture["2567/9001/9001-1.md"]
    assert 'href="../../../2567/9001/9001-1/"' in fixture["2568/9001/9001-1.md"]


def test_evidence_links_show_their_host(fixture: dict[str, str]) -> None:
    assert "รายงานการสำรวจครัวเรือน example.org" in section(fixture["2567/9001/9001-1.md"], "evidence")


def test_rules_of_badges_lead_to_the_page_that_holds_them(fixture: dict[str, str]) -> None:
    ids = set(re.findall(r'id="([^"]+)"', fixture["how-we-judge.md"]))
    rules = {rule for page in fixture.values() for rule in re.findall(r"how-we-judge/#([a-z-]+)", page)}
    assert rules
    assert rules <= ids


def test_counts_add_up(fixture: dict[str, str]) -> None:
    site = fixture_site()
    for year in site.years:
        card = section(fixture[f"{year}/index.md"], "glance")
        assert f"รายงาน {len(site.by_year[year])} ฉบับ" in card
        assert sum(part.number for part in glance(site.by_year[year]).parts) == len(site.by_year[year])


def test_people_responsible_are_published_only_where_the_settings_say_so() -> None:
    site = fixture_site()
    named = replace(site.reports[0].report, responsible=Responsible(name="ชื่อสมมติ", position="ตำแหน่งสมมติ"))

    def page(*, publish: bool) -> str:
        portal = replace(site.portal, publish_responsible=publish)
        judged = judge(named, "x.yml", portal, site.today)
        return pages.plan(replace(site, portal=portal, reports=(judged,)))[report_path(judged)]

    assert "ชื่อสมมติ" in page(publish=True)
    assert "ชื่อสมมติ" not in page(publish=False)
    assert "ตำแหน่งสมมติ" not in page(publish=False)


def test_a_portal_without_reports_says_so() -> None:
    made = pages.plan(replace(fixture_site(), reports=()))
    assert "ยังไม่มีรายงาน" in words_of(made["index.md"])
    assert "ยังไม่มีรายงาน" in words_of(made["years/index.md"])
    assert "ไม่ได้แปลว่าหน่วยงานไม่ได้ทำงาน" in words_of(made["agencies/9001.md"])


def test_without_a_contact_the_page_says_so(fixture: dict[str, str]) -> None:
    assert "ยังไม่ได้ระบุช่องทางติดต่อ" in section(pages.plan(real_site())["about.md"], "contact")
    assert "กลุ่มงานสมมติ" in section(fixture["about.md"], "contact")


def test_the_same_site_gives_the_same_pages_whatever_the_order_of_its_files(fixture: dict[str, str]) -> None:
    site = fixture_site()
    assert pages.plan(replace(site, reports=site.reports[::-1], agencies=site.agencies[::-1])) == fixture


def test_the_interface_speaks_english() -> None:
    site = fixture_site()
    page = pages.plan(replace(site, portal=replace(site.portal, language="en")))["2567/9001/9001-1.md"]
    assert "## Why this badge&#63; {#why}" in page
    assert '<div class="ps-prose" lang="th">' in page


def test_english_translations_say_their_language(fixture: dict[str, str]) -> None:
    assert '<div class="ps-prose" lang="en">' in fixture["2567/9001/9001-1.md"]
    assert "{#english}" not in pages.plan(real_site())[REAL]


# --- links and pictures ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "there", "way"),
    [
        ("index.md", "index.md", "./"),
        ("index.md", "years/index.md", "years/"),
        ("about.md", "index.md", "../"),
        ("2564/0100/0100-814.md", "index.md", "../../../"),
        ("2564/0100/0100-814.md", "2564/index.md", "../../"),
        ("agencies/0100.md", "2564/0100/0100-814.md", "../../2564/0100/0100-814/"),
        ("2564/index.md", "how-we-judge.md#year-met", "../how-we-judge/#year-met"),
    ],
)
def test_links_are_relative(here: str, there: str, way: str) -> None:
    assert Page(here, "", {}).link(there) == way


def _judged(**values: Any) -> Any:
    site = fixture_site()
    report = replace(site.reports[0].report, **values)
    return judge(report, "x.yml", site.portal, site.today)


def _numbers(
    report: Report, target: str, result: str | None, upper: str | None = None, unit: str = "คน"
) -> dict[str, Any]:
    number = None if result is None else Number(result)
    high = None if upper is None else Number(upper)
    return {
        "target": replace(report.target, number=Number(target), upper=high, unit=unit),
        "result": replace(report.result, number=number, unit=unit),
    }


def test_a_bar_shows_result_and_target_on_one_scale() -> None:
    report = fixture_site().reports[0].report
    short = bar(_judged(direction="higher", **_numbers(report, "80", "20")))
    over = bar(_judged(direction="higher", **_numbers(report, "80", "160")))
    within = bar(_judged(direction="range", **_numbers(report, "5", "6", "10")))
    assert (short.result, short.target, short.upper) == ("25", "100", None) if short else pytest.fail("no bar")
    assert (over.result, over.target) == ("100", "50") if over else pytest.fail("no bar")
    assert (within.result, within.target, within.upper) == ("60", "50", "100") if within else pytest.fail("no bar")


def test_a_level_fills_its_steps() -> None:
    found = bar(_judged(direction="unknown", **_numbers(fixture_site().reports[0].report, "5", "2.50", unit="ระดับ")))
    assert found
    assert [step.filled for step in found.steps] == ["19.2", "19.2", "9.6", "0", "0"]


def test_there_is_no_bar_where_nothing_can_be_compared() -> None:
    report = fixture_site().reports[0].report
    assert bar(_judged(direction="higher", **_numbers(report, "80", None))) is None
    assert bar(_judged(direction="unknown", **_numbers(report, "80", "20"))) is None
