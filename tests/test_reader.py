"""The reader survives every file: hostile, unlucky or random bytes give problems, no exception, no wrong value."""

from __future__ import annotations

import difflib
import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator import load as loading
from generator.fields import fields_of
from generator.kinds import Group, Many
from generator.model import Report
from generator.parse import MOST_BYTES, Mapping, Scalar, Sequence, parse
from generator.problems import Problem
from generator.read import Document, read
from generator.settings import Agencies, Plan, Portal
from yaml_suite import SuiteCase, suite_cases

REAL = Path(__file__).parent.parent / "data/reports/2564/0100/0100-814.yml"
HEAD = "fiscal_year: '2564'\nagency: '0100'\nid: 0100-1\nname: ก\n"
MUTATIONS = 4_000


def report(text: str | bytes) -> Document[Report]:
    return read(text if isinstance(text, bytes) else text.encode(), "x.yml", Report)


def codes(found: tuple[Problem, ...]) -> list[str]:
    """Give the codes; the texts here never hold the whole form, which is a problem of its own."""
    return [each.code for each in found if each.code != "key-missing"]


@pytest.mark.parametrize("text", ["[" * 60_000, "{a: " * 60_000, "- " * 60_000, "? " * 60_000])
def test_deep_nests_end_at_once(text: str) -> None:
    found = report(text)
    assert found.form is None
    assert codes(found.problems)[0] in {"yaml-depth", "yaml-syntax"}


def test_nests_of_brackets_are_refused_for_their_depth() -> None:
    assert codes(report("[" * 60_000).problems) == ["yaml-depth"]


@pytest.mark.parametrize("value", ["0100", "8:30", "NO", "2567-02-29", "1e3", "0x1F", "1_000", ".inf", "=", "3.00"])
def test_what_yaml_takes_for_something_else_stays_text(value: str) -> None:
    form = report(f"{HEAD}code: {value}\n").form
    assert form is not None
    assert form.code == value


@pytest.mark.parametrize("value", ["", "~", "null", "Null", "''", '"  "', "|-\n\n"])
def test_a_blank_is_blank(value: str) -> None:
    form = report(f"{HEAD}code: {value}\n").form
    assert form is not None
    assert form.code is None


def test_a_quoted_null_is_a_text() -> None:
    form = report(f"{HEAD}code: 'null'\n").form
    assert form is not None
    assert form.code == "null"


def test_a_number_keeps_its_spelling_and_a_blank_is_no_zero() -> None:
    form = report(f"{HEAD}target:\n  number: 5\nresult:\n  number: 3.00\n").form
    assert form is not None
    assert (str(form.target.number), str(form.result.number)) == ("5", "3.00")
    assert form.quarters.q1.result is None


def test_every_value_has_its_place() -> None:
    found = report(f"{HEAD}evidence:\n- title: ก\n  link:\n-\n- title: |-\n    ข\n")
    assert found.place("name") == (4, 7)
    assert found.place("evidence[0].link") == (7, 3)
    assert found.place("evidence[1].title") == (9, 10)
    assert found.place("quarters.q1.result") == (1, 1)


def test_all_problems_are_told_at_once() -> None:
    found = report("fiscal_year: 64\nagency: x\nid: y\nlevel: z\ntarget: {number: สอง, unnit: ก}\nfoo: bar\n")
    assert sorted(codes(found.problems)) == sorted(
        ["bad-code"] * 3 + ["bad-choice", "no-number", "required", "unknown-key", "unknown-key"]
    )


def test_a_file_of_exactly_the_size_limit_is_read() -> None:
    text = HEAD.encode()
    whole = text + b"#" + b"x" * (MOST_BYTES - len(text) - 1)
    assert codes(report(whole).problems) == ["comment"]
    assert codes(report(whole + b"x").problems) == ["file-size"]


def test_carriage_returns_alone_are_no_line_ends() -> None:
    assert codes(report(HEAD.replace("\n", "\r")).problems) == ["line-ends"]
    assert codes(report(HEAD + "code: a\rb\n").problems) == ["character"]


def test_many_problems_are_counted_and_an_error_is_told_behind_many_warnings() -> None:
    warnings = "".join(f"# {number}\n" for number in range(250))
    found = report(f"{HEAD}{warnings}level: x\n")
    assert found.form is None
    assert Counter(codes(found.problems)) == {"comment": 200, "bad-choice": 1, "too-many-problems": 1}
    assert "And 51 more" in found.problems[-1].message.en


def test_unknown_keys_do_not_take_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(key: str, *_: object) -> list[str]:
        asked.append(key)
        return []

    monkeypatch.setattr(difflib, "get_close_matches", ask)
    report(HEAD + "".join(f"key{number}: x\n" for number in range(5_000)))
    assert len(asked) == 20


@pytest.mark.parametrize("form", [Portal, Agencies, Plan])
def test_an_empty_list_does_not_begin_with_a_report(form: type) -> None:
    found = read(b"", "x.yml", form).problems[0]
    assert "prongsai new" not in found.as_text("th")


def test_a_file_in_place_of_the_folder_of_reports_is_told(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("", encoding="utf-8")
    assert "file-kind" in codes(loading.load(tmp_path).problems)


@pytest.mark.parametrize("form", [Report, Portal, Agencies, Plan])
def test_what_must_be_filled_in_has_an_example(form: type) -> None:
    assert list(without_example(form)) == []


def without_example(form: type) -> Iterator[str]:
    for item in fields_of(form):
        inner = item.kind.of if isinstance(item.kind, Many) else item.kind
        if isinstance(inner, Group):
            yield from without_example(inner.type)
        elif item.required and not item.good:
            yield f"{form.__name__}.{item.key}"


def test_no_command_of_a_runner_stands_in_a_log() -> None:
    found = report(f"{HEAD}level: '##[group]x'\n").problems[-1]
    for said in (found.as_text("th"), found.as_github("th")):
        assert "##[" not in said
    assert "::level: " in found.as_github("th")


def test_a_byte_order_mark_moves_no_column() -> None:
    found = report(b"\xef\xbb\xbf" + HEAD.encode())
    assert codes(found.problems) == []
    assert found.place("fiscal_year") == (1, 14)


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "0100-1.yml")  # opening it would wait for ever
    assert codes(loading.read_file(tmp_path / "0100-1.yml", "x.yml", Report).problems) == ["file-kind"]


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "0100-1.yml").write_text(HEAD, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = loading.read_file(tmp_path / "0100-1.yml", "x.yml", Report)
    assert codes(found.problems) == ["file-unreadable"]
    assert "Permission denied" in found.problems[0].message.th


def test_file_names_cannot_act_on_a_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("\x1b[31mred.yml", "two\nlines.yml", "bidi\u202e.yml", "Upper.yml", "x.yaml"):
        (folder / name).write_text("", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.yml")).write_text("", encoding="utf-8")
    strays = [each for each in loading.load(tmp_path).problems if each.code == "file-name"]
    assert len(strays) == 6
    assert all(each.as_text("th").split("\n")[0].isprintable() and each.as_text("th").encode() for each in strays)


@pytest.mark.parametrize("case", suite_cases(), ids=lambda case: case.id)
def test_the_public_yaml_suite(case: SuiteCase) -> None:
    node, problems = parse(case.yaml.encode(), "x.yml")
    assert node is not None or problems
    for found in (*problems, *report(case.yaml).problems):
        assert found.as_text("th")
        assert found.as_json()["message"]["en"]


def test_where_the_suite_is_read_it_is_read_as_others_do() -> None:
    compared = 0
    for case in suite_cases():
        node, problems = parse(case.yaml.encode(), "x.yml")
        if node is not None and not problems:
            assert _plain(node) == _texts(yaml.compose(case.yaml, Loader=yaml.CSafeLoader)), case.id
            compared += 1
    assert compared > 90


def _plain(node: object) -> object:
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def _texts(node: yaml.Node | None) -> object:
    if isinstance(node, yaml.MappingNode):
        return {str(_texts(key) or ""): _texts(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_texts(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    text = "\n".join(line.rstrip() for line in node.value.split("\n")).strip()
    return None if not text or (not node.style and text in {"~", "null", "Null", "NULL"}) else text


def test_random_damage_never_ends_the_program() -> None:
    chance = random.Random(2564)  # noqa: S311 — the same damage every time
    whole = REAL.read_bytes()
    damages = (_flip, _cut, _repeat, _insert)
    for _ in range(MUTATIONS):
        damaged = whole
        for _ in range(chance.randint(1, 4)):
            damaged = chance.choice(damages)(damaged, chance)
        found = report(damaged)
        assert found.form is not None or found.problems
        assert all(each.line >= 1 and each.column >= 1 for each in found.problems)


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(data))
    return data[:begin] + data[begin + chance.randrange(1, 40) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(data))
    return data[:begin] + data[begin : begin + 60] * 2 + data[begin + 60 :]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    pieces = b"\n|: | #|- |&a |*a|!x |[|{|'|\"|>|\t|---\n|%|\0|\xff".split(b"|")
    return data[:at] + chance.choice(pieces) + data[at:]
