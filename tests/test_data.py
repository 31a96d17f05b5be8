"""The data that is published here: without errors, in its canonical form, with the warnings it is known to deserve."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from generator.canonical import write
from generator.load import load
from generator.read import Document
from generator.rules import check

ROOT = Path(__file__).parent.parent
DATA = load(ROOT / "data")
AFTER_THE_YEAR = date(2021, 12, 1)


def test_the_real_data_has_no_errors() -> None:
    found = check(DATA, AFTER_THE_YEAR)
    assert [each.as_text("en") for each in found if each.level == "error"] == []


def test_the_real_data_is_in_canonical_form() -> None:
    documents: list[Document[Any]] = [DATA.portal, DATA.agencies, DATA.plan, *DATA.reports]
    for document in documents:
        assert write(document.form) == Path(document.path).read_bytes().decode(), f"{document.path}: run `prongsai fmt`"


def test_the_first_real_report_is_doubted_where_it_deserves_it() -> None:
    path = (ROOT / "data/reports/2564/0100/0100-814.yml").as_posix()
    found = [(each.field, each.code, dict(each.params)) for each in check(DATA, AFTER_THE_YEAR) if each.path == path]
    assert [(field, code, params.get("value", "")) for field, code, params in found] == [
        ("quarters.q1.narrative", "date-after-quarter", "มีนาคม 2564"),
        ("quarters.q1.narrative", "date-after-quarter", "พฤษภาคม 2564"),
        ("quarters.q2.narrative", "date-after-quarter", "20 พฤษภาคม 2564"),
        ("quarters.q4.narrative", "evidence-not-listed", "รายงานการประชุม ครั้งที่ 1/2564"),
        ("quarters.q4.result", "quarters-mixed", ""),
        ("year_end_summary", "summary-missing", ""),
    ]
