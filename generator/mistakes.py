"""What a person most likely mistyped where YAML cannot be read: the line to mend, in words of the form.

The parser says where it gave up and in words of its own; often that is a line further down than the mistake.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

_MERGE = re.compile(r"(?:<{7}|\|{7}|>{7})(?: |$)|={7}$")
_TAB = re.compile(r" *\t")
_KEY = re.compile(r" *(?:- +)?[a-z][a-z0-9_]*(?=:(?: |$))")
_NO_SPACE = re.compile(r"( *(?:- +)?[a-z][a-z0-9_]*)(?::(?=[^\s:/])|\uff1a)\s*(.*)")
_NO_SPACE_AFTER_DASH = re.compile(r"( *)-([a-z][a-z0-9_]*:(?: .*)?)$")
_DASH = re.compile(r" *(?:- +)?[a-z][a-z0-9_]*: +-(?: |$)")
_BRACKET = re.compile(r" *(?:- +)?[a-z][a-z0-9_]*: +[\[{]")
_EMPTY_LIST = re.compile(r" *(?:- +)?[a-z][a-z0-9_]*: *\[\] *$")
_MACHINERY = {
    "anchor": "yaml-alias",
    "alias": "yaml-alias",
    "tag": "yaml-tag",
    "directive": "yaml-directive",
    "%YAML directive": "yaml-directive",
    "%TAG directive": "yaml-directive",
}
_WORDS = {
    "mapping values are not allowed in this context": ("มี : ในที่ที่มีไม่ได้", "a colon stands where none may be"),
    "did not find expected key": ("บรรทัดนี้ไม่เข้ากับบรรทัดรอบ ๆ", "this does not fit the lines around it"),
    "could not find expected ':'": ("ไม่มี : หลังชื่อช่อง", "there is no colon behind the name of a field"),
    "did not find expected ',' or ']'": ("เปิด [ แล้วไม่ปิด", "a [ is opened and not closed"),
    "did not find expected ',' or '}'": ("เปิด { แล้วไม่ปิด", "a { is opened and not closed"),
    "found character that cannot start any token": (
        "ข้อความเริ่มด้วยเครื่องหมายนี้ไม่ได้", "a text cannot begin with this character",
    ),
    "did not find expected comment or line break": (
        "หลัง | หรือ > ต้องขึ้นบรรทัดใหม่", "the text has to begin on the line after | or >",
    ),
    "did not find expected node content": ("ข้อความเริ่มด้วยเครื่องหมายนี้ไม่ได้", "a text cannot begin with this character"),
    "found unknown escape character": (
        "มี \\ ในเครื่องหมายคำพูดคู่", "there is a backslash between double quotation marks",
    ),
    "block sequence entries are not allowed in this context": ("มี - ในที่ที่มีไม่ได้", "a dash stands where none may be"),
    "mapping keys are not allowed in this context": (
        "ข้อความเริ่มด้วย ? ไม่ได้", "a text cannot begin with a question mark",
    ),
    "did not find expected '-' indicator": ("รายการนี้ไม่ขึ้นต้นด้วย -", "this entry of a list does not begin with a dash"),
    "did not find expected <document start>": (
        "บรรทัดนี้ไม่เข้ากับบรรทัดรอบ ๆ", "this does not fit the lines around it",
    ),
    "found unexpected end of stream": ("ไฟล์จบก่อนข้อความนี้จบ", "the file ends before this does"),
    "found unexpected document indicator": ("ไฟล์จบก่อนข้อความนี้จบ", "the file ends before this does"),
}  # fmt: skip
_NO_WORDS = ("รูปแบบของบรรทัดไม่ถูกต้อง", "the line is not well formed")


@dataclass(frozen=True)
class Span:
    """A piece of the file from a line and column to a line and column, all counted from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Mistake:
    """The code of a problem, the place to mend, and what the problem's texts need."""

    code: str
    place: tuple[int, int]
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Scene:
    """The lines of a file, where and over what the parser gave up, and what it had begun; counted from 0."""

    lines: list[str]
    row: int
    column: int
    trouble: str
    task: str
    begun: tuple[int, int] | None
    quoted: Span | None

    @property
    def line(self) -> str:
        """Give the line where the parser gave up, which may be behind the last one."""
        return self.lines[self.row] if self.row < len(self.lines) else ""

    def row_before(self) -> int | None:
        """Give the last line before it that is not empty."""
        rows = range(min(self.row, len(self.lines)) - 1, -1, -1)
        return next((row for row in rows if self.lines[row].strip()), None)


def find_mistake(text: str, error: yaml.MarkedYAMLError, quoted: Span | None) -> Mistake:
    """Guess the mistake behind an error of the parser; `quoted` is the last value in quotation marks before it."""
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    scene = _Scene(
        text.split("\n"),
        mark.line if mark else 0,
        mark.column if mark else 0,
        error.problem or "",
        error.context or "",
        (begun.line, begun.column) if begun else None,
        quoted,
    )
    return next((found for guess in _GUESSES if (found := guess(scene))), None) or _unknown(scene)


def missing_space(line: str) -> str | None:
    """Give a line with the space it lacks after the colon of its key, or after its dash; None if it lacks none."""
    if match := _NO_SPACE.match(line):
        return f"{match[1].strip()}: {match[2]}"
    if match := _NO_SPACE_AFTER_DASH.match(line):
        return f"- {match[2]}"
    return None


def _merge(scene: _Scene) -> Mistake | None:
    row = next((row for row, line in enumerate(scene.lines) if _MERGE.match(line)), None)
    return None if row is None else Mistake("yaml-merge", (row + 1, 1))


def _tab(scene: _Scene) -> Mistake | None:
    return Mistake("yaml-tab", (scene.row + 1, 1)) if _TAB.match(scene.line) else None


def _quote(scene: _Scene) -> Mistake | None:
    """See a quotation mark that nothing closes, or one that closes before the text ends."""
    if scene.begun and "quoted scalar" in scene.task and scene.trouble.startswith("found unexpected"):
        return Mistake("yaml-quote", (scene.begun[0] + 1, scene.begun[1] + 1))
    quoted = scene.quoted
    if quoted and quoted.end_line == scene.row and not scene.line[quoted.end_column : scene.column].strip():
        return Mistake("yaml-quote", (quoted.line + 1, quoted.column + 1))
    return None


def _machinery(scene: _Scene) -> Mistake | None:
    """See a text that begins like an anchor, alias, tag or directive of YAML."""
    code = _MACHINERY.get(re.sub("^while (?:scanning|parsing) an? ", "", scene.task))
    place = scene.begun or (scene.row, scene.column)
    return Mistake(code, (place[0] + 1, place[1] + 1)) if code else None


def _space(scene: _Scene) -> Mistake | None:
    rows = (scene.begun[0] if scene.begun and "simple key" in scene.task else None, scene.row, scene.row_before())
    for row in rows:
        expected = missing_space(scene.lines[row]) if row is not None and row < len(scene.lines) else None
        if row is not None and expected:
            return Mistake("yaml-space", (row + 1, 1), {"value": expected})
    return None


def _dash(scene: _Scene) -> Mistake | None:
    match = _DASH.match(scene.line)
    return Mistake("yaml-dash", (scene.row + 1, match.end())) if match and "sequence" in scene.trouble else None


def _list(scene: _Scene) -> Mistake | None:
    row = scene.row_before()
    if row is not None and scene.line.lstrip().startswith("-") and _EMPTY_LIST.match(scene.lines[row]):
        return Mistake("yaml-list", (row + 1, scene.lines[row].index("[") + 1))
    return None


def _colon_or_indent(scene: _Scene) -> Mistake | None:
    """See a second colon on a line, or a field that is indented as if it belonged to the value above it."""
    if not scene.trouble.startswith("mapping values"):
        return None
    key = _KEY.match(scene.line)
    indented = key is not None and key.end() == scene.column
    return Mistake("yaml-indent" if indented else "yaml-colon", (scene.row + 1, scene.column + 1))


def _indent(scene: _Scene) -> Mistake | None:
    """See a line that is indented neither as the group above it nor as a group around that."""
    if "document start" in scene.trouble:
        row = next((row for row, line in enumerate(scene.lines) if line.strip() and not line.startswith("#")), 0)
        return Mistake("yaml-indent", (row + 1, 1)) if scene.lines[row].startswith(" ") else None
    own = scene.column == len(scene.line) - len(scene.line.lstrip(" "))
    expected = scene.trouble in {"did not find expected key", "did not find expected '-' indicator"}
    return Mistake("yaml-indent", (scene.row + 1, scene.column + 1)) if own and expected and scene.line else None


def _no_field(scene: _Scene) -> Mistake | None:
    """See a line of text that stands outside of every field."""
    if scene.begun and "simple key" in scene.task:
        return Mistake("yaml-text", (scene.begun[0] + 1, scene.begun[1] + 1))
    return None


def _unknown(scene: _Scene) -> Mistake:
    """Say in our words what the parser said, where what it had begun begins."""
    if (match := _BRACKET.match(scene.line)) and scene.trouble == "did not find expected key":  # `[ก] ข`
        words = Bilingual(*_WORDS["found character that cannot start any token"])
        return Mistake("yaml-syntax", (scene.row + 1, match.end()), {"expected": words.en, "expected_th": words.th})
    opened = scene.begun is not None and ("flow" in scene.task or "block scalar" in scene.task)
    row, column = scene.begun if opened and scene.begun else (scene.row, scene.column)
    words = Bilingual(*_WORDS.get(scene.trouble, _NO_WORDS))
    return Mistake("yaml-syntax", (row + 1, column + 1), {"expected": words.en, "expected_th": words.th})


_GUESSES: tuple[Callable[[_Scene], Mistake | None], ...] = (
    _merge, _tab, _quote, _machinery, _space, _dash, _list, _colon_or_indent, _indent, _no_field,
)  # fmt: skip
