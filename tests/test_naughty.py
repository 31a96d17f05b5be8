"""The Big List of Naughty Strings as texts of the form: written and read, each is what it was, or refused by name."""

from __future__ import annotations

import pytest

from generator.canonical import skeleton, write
from generator.model import Report
from generator.parse import FORBIDDEN
from generator.personal import find_personal, masked
from generator.problems import quote
from generator.read import read
from naughty_strings import naughty_strings
from report_strategies import text_of

STRINGS = naughty_strings()


@pytest.mark.parametrize("string", STRINGS, ids=range(len(STRINGS)))
def test_a_naughty_string_stays_what_it_is(string: str) -> None:
    text = skeleton(fiscal_year="2564", agency="0100", id="0100-1", name="ก", method=string)
    found = read(text.encode("utf-8", "surrogatepass"), "x.yml", Report)
    if FORBIDDEN.search(string):
        assert {each.code for each in found.problems} <= {"character", "character-invisible", "encoding", "key-missing"}
        assert found.form is None
        return
    assert found.form is not None, [each.as_text("en") for each in found.problems]
    assert (found.form.method or "") == text_of(string)
    assert read(write(found.form).encode(), "x.yml", Report).form == found.form


@pytest.mark.parametrize("string", STRINGS, ids=range(len(STRINGS)))
def test_a_naughty_string_can_be_quoted_and_masked(string: str) -> None:
    assert quote(string).isprintable()
    assert len(quote(string)) <= 60
    assert not [each for each in find_personal(masked(string)) if each.code != "personal-name"]


def test_most_strings_are_texts() -> None:
    assert sum(not FORBIDDEN.search(string) for string in STRINGS) > 450
