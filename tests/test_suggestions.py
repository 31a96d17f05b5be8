"""What a machine found and no person has confirmed is never published, and is not missed until then either."""

from __future__ import annotations

import dataclasses
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.build import Order, plan, site_of
from generator.canonical import as_texts, write
from generator.kinds import Number
from generator.load import load
from generator.model import Report
from generator.parts import Amendment, Letter, Obstacle, QuarterReport, Quarters
from generator.progress.completeness import complete
from generator.read import read
from generator.suggestions import confirmed, is_suggestible, without
from printed_form import ROOT
from report_strategies import forms

DAY = date(2021, 1, 15)
REPORT = Report(
    fiscal_year=2564,
    agency="0100",
    id="0100-1",
    name="ก",
    level="output",
    quarters=Quarters(q1=QuarterReport(narrative="ข", progress=Number("5"))),
    obstacles=(Obstacle(text="ค", cause="covid-19"), Obstacle(text="ง", cause="covid-19")),
    letters=(Letter(number="1"), Letter(number="2"), Letter(number="3")),
    amendments=(Amendment(field="target"),),
)


def suggesting(*paths: str) -> Report:
    return dataclasses.replace(REPORT, suggested=paths)


def test_a_report_without_suggestions_is_published_as_it_is() -> None:
    assert confirmed(REPORT) is REPORT


def test_values_and_entries_that_wait_are_left_out() -> None:
    found = confirmed(suggesting("letters[0]", "letters[2]", "obstacles[1].cause", "quarters.q1.progress", "level"))
    assert found.letters == (Letter(number="2"),)
    assert found.obstacles == (Obstacle(text="ค", cause="covid-19"), Obstacle(text="ง"))
    assert found.quarters.q1 == QuarterReport(narrative="ข")
    assert (found.level, found.suggested) == (None, ())
    assert found.amendments == REPORT.amendments


def test_an_entry_goes_with_what_it_cannot_be_without() -> None:
    found = confirmed(suggesting("letters[1].number", "letters[1]", "obstacles[0].text", "amendments", "quarters.q1"))
    assert [each.number for each in found.letters] == ["1", "3"]
    assert [each.text for each in found.obstacles] == ["ง"]
    assert (found.amendments, found.quarters.q1) == ((), QuarterReport())


@pytest.mark.parametrize(
    "path",
    ["", ".", "letters[3]", "letters[-1]", "letters[ 0]", "letters[0].date", "name", "id", "suggested", "suggested[0]",
     "quarters.q2.result", "quarters.q5", "no", "level[0]", "letters[0][0]", "letters.number", "__class__", "evidence"],
)  # fmt: skip
def test_a_path_that_names_nothing_hides_nothing(path: str) -> None:
    assert not is_suggestible(REPORT, path)
    assert confirmed(suggesting(path)) == REPORT


@settings(
    max_examples=100, deadline=None, derandomize=True, database=None,
    phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(report=forms(Report), paths=st.lists(st.sampled_from([
    "letters[0]", "letters[1]", "letters[0].number", "obstacles[0].cause", "amendments[2]", "target.number", "target",
    "definitions[1].term", "quarters.q4.result", "quarters", "method", "english.name", "alignment[0].entry",
])))  # fmt: skip
def test_what_is_published_is_a_whole_report(report: Report, paths: list[str]) -> None:
    found = confirmed(dataclasses.replace(report, suggested=tuple(paths)))
    assert read(write(found).encode(), "x.yml", Report).form == found
    assert found == dataclasses.replace(without(report, [p for p in paths if is_suggestible(report, p)]), suggested=())


def test_no_page_shows_a_suggestion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "data", "data")
    path = Path("data/reports/2564/0100/0100-814.yml")
    text = path.read_text(encoding="utf-8")
    assert text.endswith("suggested: []\n")
    begin = text.index("- number: 54/2564\n")
    without_letter = text[:begin] + text[text.index("- number: กท 0100/754\n") :]
    pages = []
    for written in (without_letter, text.removesuffix("[]\n") + "\n- letters[0]\n"):
        path.write_text(written, encoding="utf-8")
        order = Order(tmp_path, tmp_path / "site", DAY)
        pages.append(plan(site_of(load(Path("data")), order), tmp_path / "docs"))
    assert pages[0] == pages[1]


def test_a_suggested_value_does_not_fill_a_blank_of_the_form() -> None:
    portal = load(ROOT / "data").portal.form
    assert portal is not None
    filled, waiting = REPORT, confirmed(suggesting("level"))
    late = date(2022, 1, 1)
    assert complete(waiting, portal, late).filled == complete(filled, portal, late).filled - 1
    assert complete(suggesting(), portal, late) == complete(dataclasses.replace(REPORT), portal, late)
    assert as_texts(suggesting("level"))["suggested"] == ["level"]
