"""Problems are values: where something is wrong, what it is and how to mend it, in Thai and English."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from generator.catalogue import CATALOGUE
from generator.language import Bilingual, Language
from generator.personal import INVISIBLE, masked

if TYPE_CHECKING:
    from collections.abc import Iterable

Level = Literal["error", "warning"]

MOST_PROBLEMS = 200

_LONG_DIGITS = re.compile(r"[0-9๐-๙](?:[ \-–.]?[0-9๐-๙]){8,}")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_QUOTED_LENGTH = 60
_LISTED_LENGTH = 600
_READ_LENGTH = 600
"""More than is ever quoted, so that what is masked is whole."""


class Known(str):
    """A text that says nothing of people, such as a path or a list of choices: shown whole and as it is."""

    __slots__ = ()


def quote(value: str, most: int = _QUOTED_LENGTH) -> str:
    """Shorten people's text for a message or log and mask what may be a person's number or address."""
    safe = _LONG_DIGITS.sub(lambda m: m[0][:2] + "•" * (len(m[0]) - 2), masked(INVISIBLE.sub("", value[:_READ_LENGTH])))
    line = printable(" ".join(_MAIL.sub("•••@•••", safe).split()))
    return line if len(line) <= most else line[: most - 1] + "…"


def printable(text: str) -> str:
    """Put � for every character that a terminal or log would not show as itself, and in `##[`, a runner's command."""
    return "".join(c if c.isprintable() else "�" for c in text).replace("##[", "#�[")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one place; line and column count from 1, `field` is a path such as `quarters.q1`."""

    path: str
    line: int
    column: int
    field: str
    code: str
    params: tuple[tuple[str, str], ...] = dataclasses.field(default=())

    @property
    def level(self) -> Level:
        """`error` stops a build, `warning` asks a person to look."""
        return CATALOGUE[self.code].level

    @property
    def message(self) -> Bilingual:
        """What is wrong."""
        return CATALOGUE[self.code].message.fill(self.params)

    @property
    def remedy(self) -> Bilingual:
        """How to mend it."""
        return CATALOGUE[self.code].remedy.fill(self.params)

    def as_json(self) -> dict[str, Any]:
        """Give the public JSON form: path, line, column, field, code, level, message and remedy by language."""
        place = {name: getattr(self, name) for name in ("path", "line", "column", "field", "code", "level")}
        return place | {"message": self.message.as_json(), "remedy": self.remedy.as_json()}

    def as_text(self, language: Language) -> str:
        """Give the form for a terminal: place, level and code, then the remedy on a line of its own."""
        where = f"{self.path}:{self.line}:{self.column}"
        words = {"error": Bilingual("ผิด", "error"), "warning": Bilingual("เตือน", "warning")}[self.level]
        subject = f"{self.field}: " if self.field else ""
        arrow = Bilingual("วิธีแก้", "remedy").say(language)
        return (
            f"{where}: {words.say(language)} [{self.code}] {subject}{self.message.say(language)}\n"
            f"    {arrow}: {self.remedy.say(language)}"
        )

    def as_github(self, language: Language) -> str:
        """Give a workflow command that annotates the line of the pull request."""
        place = f"file={_property(self.path)},line={self.line},col={self.column},title={_property(self.code)}"
        subject = f"{self.field}: " if self.field else ""
        words = f"{subject}{self.message.say(language)} → {self.remedy.say(language)}"
        return f"::{self.level} {place}::{_data(words)}"


def problem(path: str, place: tuple[int, int], field_path: str, code: str, **params: object) -> Problem:
    """Make a problem; texts among `params` are masked unless they are `Known`, people's `value` is shortened too."""
    lengths = {"value": _QUOTED_LENGTH}
    safe = {
        key: str(value) if isinstance(value, Known) else quote(str(value), lengths.get(key, _LISTED_LENGTH))
        for key, value in sorted(params.items())
    }
    return Problem(path, place[0], place[1], field_path, code, tuple(safe.items()))


@dataclass
class Findings:
    """The problems of one file while it is read; of each level the first 200, so that no file can flood a log."""

    path: str
    found: list[Problem] = dataclasses.field(default_factory=list)
    counts: Counter[Level] = dataclasses.field(default_factory=Counter)

    def note(self, place: tuple[int, int], field_path: str, code: str, **params: object) -> None:
        """Keep a problem, or only count it where there are many already."""
        level = CATALOGUE[code].level
        self.counts[level] += 1
        if self.counts[level] <= MOST_PROBLEMS:
            self.found.append(problem(self.path, place, field_path, code, **params))

    def all(self) -> tuple[Problem, ...]:
        """Give the problems, with one more that says how many are not told."""
        more = self.counts.total() - len(self.found)
        last = (max(each.line for each in self.found), 1) if more else (1, 1)
        return (*self.found, *([problem(self.path, last, "", "too-many-problems", count=more)] if more else ()))


def has_errors(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Say whether the problems should stop what follows; `strict` counts warnings too."""
    return any(strict or found.level == "error" for found in problems)


class BuildStoppedError(Exception):
    """The one exception for what stops everything: what happened and how to mend it."""

    def __init__(self, message: Bilingual, remedy: Bilingual) -> None:
        """Hold both texts in both languages."""
        super().__init__(message.en)
        self.message = message
        self.remedy = remedy


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
