"""There is one way to write a form: it loses nothing, it stays when written again, all programs read it alike."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.canonical import skeleton, write
from generator.fields import fields_of
from generator.kinds import Group, Kind, Many
from generator.model import Report
from generator.problems import has_errors
from generator.read import read
from generator.settings import Agencies, Plan, Portal
from report_strategies import MANY, forms

ROOTS = (Report, Portal, Agencies, Plan)


def read_back(text: str, form: Any) -> Any:
    document = read(text.encode(), "x.yml", form)
    assert not has_errors(document.problems), [each.as_text("en") for each in document.problems]
    return document.form


def as_texts(value: Any, kind: Kind) -> Any:
    """Give what any YAML program should find in the file: lists, groups, texts and blanks, nothing else."""
    if isinstance(kind, Many):
        return [as_texts(item, kind.of) for item in value]
    if isinstance(kind, Group):
        return {item.key: as_texts(getattr(value, item.key), item.kind) for item in fields_of(kind.type)}
    return None if value is None else kind.write(value)


@pytest.mark.parametrize("form", ROOTS, ids=lambda form: form.__name__)
@MANY
@given(data=st.data())
def test_nothing_is_lost(form: Any, data: st.DataObject) -> None:
    filled = data.draw(forms(form))
    text = write(filled)
    assert read_back(text, form) == filled
    assert write(read_back(text, form)) == text


@pytest.mark.parametrize("form", ROOTS, ids=lambda form: form.__name__)
@MANY
@given(data=st.data())
def test_other_programs_read_the_same_texts(form: Any, data: st.DataObject) -> None:
    filled = data.draw(forms(form))
    text, expected = write(filled), as_texts(filled, Group(form))
    assert yaml.safe_load(text) == expected
    assert yaml.load(text, Loader=yaml.CSafeLoader) == expected
    assert YAML(typ="safe", pure=True).load(text) == expected


def test_no_comment_or_line_is_wasted() -> None:
    text = skeleton(fiscal_year="2564", agency="0100", id="0100-1", name="ก: ข #1")
    found = read(text.encode(), "x.yml", Report)
    assert found.problems == ()
    assert found.form is not None
    assert write(found.form) == text


def test_prose_is_written_line_by_line() -> None:
    text = skeleton(fiscal_year="2564", agency="0100", id="0100-1", name="ก", method="- ก: ข\n1. ค # ง\n\n" + "ย" * 300)
    assert "method: |-\n  - ก: ข\n  1. ค # ง\n\n  " + "ย" * 300 + "\n" in text


def test_spaces_at_line_ends_do_not_spoil_the_look() -> None:
    plain = skeleton(fiscal_year="2564", agency="0100", id="0100-1", name="ก", method="ก\nข")
    spaced = plain.replace("  ก\n  ข\n", "  ก  \n  ข\t\n")
    assert spaced != plain
    assert write(read_back(spaced, Report)) == plain


def test_a_number_keeps_its_spelling() -> None:
    text = skeleton(fiscal_year="2564", agency="0100", id="0100-1", name="ก").replace("number:\n", "number: 3.00\n", 1)
    form = read_back(text, Report)
    assert str(form.target.number) == "3.00"
    assert "number: '3.00'\n" in write(form)
