"""Thai writing and the fiscal calendar."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import thai


def test_a_fiscal_year_begins_in_october_of_the_year_before() -> None:
    assert thai.year_span(2564) == (date(2020, 10, 1), date(2021, 9, 30))
    assert [thai.quarter_span(2564, quarter) for quarter in thai.QUARTERS] == [
        (date(2020, 10, 1), date(2020, 12, 31)),
        (date(2021, 1, 1), date(2021, 3, 31)),
        (date(2021, 4, 1), date(2021, 6, 30)),
        (date(2021, 7, 1), date(2021, 9, 30)),
    ]


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)))
def test_every_day_lies_in_one_quarter_of_its_fiscal_year(day: date) -> None:
    spans = [thai.quarter_span(thai.fiscal_year(day), quarter) for quarter in thai.QUARTERS]
    assert sum(start <= day <= end for start, end in spans) == 1
    assert all(after[0] - before[1] == timedelta(1) for before, after in pairwise(spans))


@given(st.dates(date(1900, 1, 1), date(2050, 12, 31)))
def test_a_buddhist_date_reads_back(day: date) -> None:
    assert thai.parse_buddhist_date(thai.write_buddhist_date(day)) == day


def test_leap_days_follow_the_common_era() -> None:
    assert thai.parse_buddhist_date("2567-02-29") == date(2024, 2, 29)
    assert thai.parse_buddhist_date("2568-02-29") is None
    assert thai.parse_buddhist_date("2021-04-30") is None
    assert thai.parse_buddhist_date("๒๕๖๔-04-30") is None


def test_the_next_such_day_may_lie_in_the_next_year() -> None:
    assert thai.day_after(date(2020, 12, 31), 1, 31) == date(2021, 1, 31)
    assert thai.day_after(date(2021, 9, 30), 10, 31) == date(2021, 10, 31)
    assert thai.day_after(date(2021, 3, 31), 2, 29) == date(2022, 2, 28)
    assert thai.day_after(date(2023, 3, 31), 2, 29) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("ลงวันที่ 9 มีนาคม 2564 แล้ว", "9 มีนาคม 2564", (date(2021, 3, 9), date(2021, 3, 9))),
        ("ในเดือนมีนาคม 2564 แต่", "มีนาคม 2564", (date(2021, 3, 1), date(2021, 3, 31))),
        ("๓๐ เม.ย. พ.ศ. ๒๕๖๔", "๓๐ เม.ย. พ.ศ. ๒๕๖๔", (date(2021, 4, 30), date(2021, 4, 30))),
        ("31 กุมภาพันธ์ 2564", "31 กุมภาพันธ์ 2564", None),
        ("เมื่อ 31/1/2564.", "31/1/2564", (date(2021, 1, 31), date(2021, 1, 31))),
        ("เมื่อ๓๑/๐๔/๒๕๖๔", "๓๑/๐๔/๒๕๖๔", None),
        ("9 มี.ค. 64,", "9 มี.ค. 64", (date(2021, 3, 9), date(2021, 3, 9))),
        ("9 มีนาคม 2021", "9 มีนาคม 2021", (date(2021, 3, 9), date(2021, 3, 9))),
        ("มีนาคม ค.ศ. 2021", "มีนาคม ค.ศ. 2021", (date(2021, 3, 1), date(2021, 3, 31))),
        ("ครั้งที่ 1/2564 มกราคม 2564", "มกราคม 2564", (date(2021, 1, 1), date(2021, 1, 31))),
    ],
)
def test_dates_are_found_in_running_text(text: str, words: str, span: tuple[date, date] | None) -> None:
    (found,) = thai.dates_in(text)
    assert (found.words, found.span) == (words, span)
    assert text[found.offset :].startswith(words)


def test_a_year_of_the_common_era_is_told_apart() -> None:
    found = [mention.in_buddhist_era for mention in thai.dates_in("9 มีนาคม 2564, 9 มี.ค. 64, ๙ มีนาคม ค.ศ. ๒๐๒๑")]
    assert found == [None, None, "๙ มีนาคม 2564"]


@pytest.mark.parametrize(
    "text",
    [
        "ปีงบประมาณ พ.ศ. 2563", "หนังสือที่ 54/2564", "08.00-16.30 น.", "เกษียณ 2564", "กท 0100/754",
        "กท 0100/1/2564", "ครั้งที่ 1/2/3/2564", "หนังสือ 54/25/2564", "1/2/25641", "9 มี.ค. 60 คน", "9 มีนาคม 60",
        "มีนาคม 2021 คน", "9 มี.ค. 64.50", "9 มี.ค. 64%", "สำนักงาน ก.พ. 64", "มี.ค. 08.30 น.", "มีนาคม 20210",
    ],
)  # fmt: skip
def test_years_numbers_and_times_are_no_dates(text: str) -> None:
    assert list(thai.dates_in(text)) == []


def test_words_sort_as_in_a_dictionary() -> None:
    words = ["เกม", "กา", "แกะ", "ขา", "ก๊าซ", "กาก", "เขา", "ไก่", "กก", "ฮา"]
    assert sorted(words, key=thai.sort_key) == ["กก", "กา", "กาก", "ก๊าซ", "เกม", "แกะ", "ไก่", "ขา", "เขา", "ฮา"]


@pytest.mark.parametrize("text", ["-", "::", " ..... ", "0", "0.00", "๐", "N/A", "na"])
def test_what_fills_a_blank_without_a_word(text: str) -> None:
    assert thai.is_placeholder(text)


@pytest.mark.parametrize("text", ["ก", "10", "นา", "- ก", "nap"])
def test_what_says_something(text: str) -> None:
    assert not thai.is_placeholder(text)
