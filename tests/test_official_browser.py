"""The official form on paper: what a browser makes of it as PDF, read back."""

from __future__ import annotations

import dataclasses
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from playwright.sync_api import Browser, PdfMargins

from browser import chromium
from form_strategies import PLAN, Damage, damages, held, office_reports, print_out
from generator.legacy import Given, import_form, open_source
from generator.load import load
from generator.model import Report
from generator.official import form_html
from printed_form import REAL
from test_official import GIVEN, OF_OURS, TRAPS

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def printed(browser: Browser, page: str, framed: bool = False) -> bytes:  # noqa: FBT001, FBT002
    tab = browser.new_page()
    try:
        tab.set_content(page)
        if framed:
            margin: PdfMargins = {"top": "20mm", "bottom": "20mm", "left": "20mm", "right": "20mm"}
            return tab.pdf(format="A4", margin=margin, display_header_footer=True)
        return tab.pdf(prefer_css_page_size=True)
    finally:
        tab.close()


def bare(value: Any) -> str:
    """Leave out white space, written as it is or as the sign of it."""
    return re.sub(r"\s|\\n", "", repr(value))


def read_back(content: bytes) -> list[Report]:
    source = open_source("form", content)
    assert source.problems == ()
    return [draft.report for draft in import_form(source, GIVEN)]


@settings(max_examples=10, deadline=None, derandomize=True, database=None, phases=(Phase.generate,))
@given(report=office_reports())
def test_a_record_survives_paper(browser: Browser, report: Report) -> None:
    found = read_back(printed(browser, form_html(report, PLAN)))
    assert [held(each) for each in found] == [held(report)]


@settings(max_examples=10, deadline=None, derandomize=True, database=None, phases=(Phase.generate,))
@given(report=office_reports(), damage=damages())
def test_a_print_out_of_the_city_survives_paper(browser: Browser, report: Report, damage: Damage) -> None:
    """Where a foreign program breaks a line nobody can tell whether a space stood: all but white space is the same."""
    lines = print_out(report, dataclasses.replace(damage, lost_vowels=False)).split("\n")
    page = "".join(f"<p style='margin: 0; min-height: 1em'>{html.escape(line)}</p>" for line in lines)
    source = open_source("form", printed(browser, page))
    assert source.problems == ()
    found = [bare(held(draft.report)) for draft in import_form(source, OF_OURS)]
    assert found == [bare(held(report))]


def test_text_that_paper_breaks_is_never_a_part_of_the_form(browser: Browser) -> None:
    """Before each trap stands so much that a line of paper may begin with it."""
    words = ["ความก้าวหน้า", "ของงาน", "ตามแผน", "ปฏิบัติ", "ราชการ"]
    traps = [" ".join(trap.split()) for trap in TRAPS]
    texts = [" ".join([*words * 2, "ก" * length, trap]) for trap in traps for length in range(1, 40, 4)]
    factors = tuple("\n".join(texts[start : start + 10]) for start in range(0, len(texts), 10))
    report = Report(fiscal_year=2564, agency="0100", id="0100-1", name="ชื่อ", level="output", supporting_factors=factors)
    found = read_back(printed(browser, form_html(report, PLAN)))
    assert [each.supporting_factors for each in found] == [factors]


@pytest.mark.parametrize("lines_of_the_browser", [False, True])
def test_the_real_record_survives_paper(browser: Browser, *, lines_of_the_browser: bool) -> None:
    """Browsers print the date and the address into the margins unless they are told not to."""
    loaded = load(ROOT / "data")
    real, plan = next(document.form for document in loaded.reports if document.form), loaded.plan.form
    assert real is not None
    assert plan is not None
    source = open_source("form", printed(browser, form_html(real, plan), lines_of_the_browser))
    known = Given(plan=tuple((entry.id, entry.title) for entry in plan.entries))
    assert source.problems == ()
    assert source.lines[-1].page > 1
    (draft,) = import_form(source, known)
    assert held(draft.report) == held(real)
    assert draft.coverage.left_over() == 0
    assert ("page header" in draft.coverage.counts()) == lines_of_the_browser


def test_what_a_browser_prints_around_an_old_form_is_its_page_header(browser: Browser) -> None:
    lines = REAL.read_text(encoding="utf-8").split("\n")
    page = "".join(f"<p style='margin: 0; min-height: 1em'>{html.escape(line)}</p>" for line in lines)
    plain, framed = (
        import_form(open_source("form", printed(browser, page, framed)), OF_OURS)[0] for framed in (False, True)
    )
    assert bare(held(framed.report)) == bare(held(plain.report))
    assert framed.coverage.left_over() == 0
