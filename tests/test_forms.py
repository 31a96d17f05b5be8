"""What derives from the model: the schema agrees with the reader, and what is committed is what the model gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from generator import forms
from generator.canonical import write
from generator.cli.derive import DERIVED, derive
from generator.fields import fields_of
from generator.kinds import Choice, Code, Day, Decimals, Line, Link, Refusal
from generator.model import Report
from generator.read import read

ROOT = Path(__file__).parent.parent
RECORDS = sorted([*(ROOT / "data" / "reports").rglob("*.yml"), *(ROOT / "tests" / "portal").rglob("reports/**/*.yml")])


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(forms.json_schema())
    jsonschema.Draft7Validator.check_schema(found)
    return found


@pytest.mark.parametrize("path", [path for path, _ in DERIVED])
def test_committed_files_are_what_the_model_gives(path: str) -> None:
    make = dict(DERIVED)[path]
    assert (ROOT / path).read_text(encoding="utf-8") == make(), "run: prongsai derive"


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_records_fit_the_schema_as_other_programs_read_them(path: Path, schema: dict[str, Any]) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), schema)


BASE = {"fiscal_year": "2567", "agency": "9001", "id": "9001-1", "name": "ทดสอบ"}


@pytest.mark.parametrize(
    "change",
    [
        {"fiscal_year": "2021"},
        {"agency": "กทม"},
        {"id": "814"},
        {"name": None},
        {"level": "ผลผลิต"},
        {"unknown": "x"},
        {"target": {"number": "ร้อยละ 80"}},
        {"target": "80"},
        {"quarters": {"q5": {}}},
        {"quarters": {"q1": {"progress": "20%"}}},
        {"quarters": {"q1": {"progress": "-20"}}},
        {"letters": [{"number": "1", "date": "30 เมษายน 2564"}]},
        {"letters": [{"date": "2564-04-30"}]},
        {"evidence": [{"title": "x", "link": "example.go.th"}]},
        {"level_scale": [{"level": "6", "text": "x"}]},
    ],
)
def test_schema_and_reader_refuse_the_same(change: dict[str, Any], schema: dict[str, Any]) -> None:
    record = BASE | change
    text = yaml.safe_dump(record, allow_unicode=True)
    assert read(text.encode(), "x.yml", Report).form is None
    number_out_of_range = change == {"quarters": {"q1": {"progress": "-20"}}}  # JSON Schema cannot limit a text
    assert jsonschema.Draft7Validator(schema).is_valid(record) == number_out_of_range


def test_every_top_level_field_is_in_the_schema_and_in_the_reference(schema: dict[str, Any]) -> None:
    keys = [item.key for item in fields_of(Report)]
    assert list(schema["properties"]) == keys
    assert [row.path for row in forms.reference() if row.depth == 0] == keys


def test_good_examples_are_accepted_and_bad_ones_are_not() -> None:
    judged = 0
    for row in forms.reference():
        for example in row.field.good:
            assert isinstance(row.field.kind, Line)
            row.field.kind.parse(example)
            judged += 1
        if isinstance(row.field.kind, Code | Choice | Decimals | Day | Link):
            for example in row.field.bad:
                with pytest.raises(Refusal):
                    row.field.kind.parse(example)
    assert judged > 20


def test_derive_says_what_differs_and_mends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    assert runner.invoke(derive, ["--check"]).exit_code == 1
    assert not (tmp_path / forms.SCHEMA_PATH).exists()
    assert runner.invoke(derive).exit_code == 0
    assert (tmp_path / forms.SCHEMA_PATH).read_text(encoding="utf-8") == forms.json_schema()
    assert runner.invoke(derive, ["--check"]).exit_code == 0


def test_the_canonical_header_points_at_the_schema() -> None:
    report = Report(fiscal_year=2567, agency="9001", id="9001-1", name="ทดสอบ")
    target = write(report).splitlines()[0].split("$schema=")[1]
    folder = ROOT / "data" / "reports" / "2567" / "9001"
    assert (folder / target).resolve() == (ROOT / forms.SCHEMA_PATH).resolve()
