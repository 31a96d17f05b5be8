"""Problems in the form in which a person, GitHub or a program reads them, and how many there are."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from generator.language import Bilingual, Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.problems import Problem

Style = Literal["text", "github", "json"]

_CLEAN = Bilingual("ตรวจ {files} ไฟล์ ไม่พบปัญหา ขอบคุณที่ดูแลข้อมูล", "{files}, no problems. Thank you for your care.")
_COUNT = Bilingual("{files} ไฟล์ ผิด {errors} แห่ง เตือน {warnings} แห่ง", "{files}, {errors}, {warnings}")


def say_problems(problems: Iterable[Problem], files: int, style: Style, language: Language) -> str:
    """Give the problems of `files` files as a person, GitHub or a program reads them; JSON has no count."""
    found = list(problems)
    if style == "json":
        return json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=2)
    if style == "github":
        return "\n".join([*(each.as_github(language) for each in found), count(found, files, language)])
    groups = groupby(found, key=lambda each: each.path)
    blocks = ["\n".join(each.as_text(language) for each in group) for _, group in groups]
    return "\n\n".join([*blocks, count(found, files, language)])


def count(problems: Iterable[Problem], files: int, language: Language) -> str:
    """Say in one line how many problems there are, and a kind word where there are none."""
    levels = [each.level for each in problems]
    errors, warnings = levels.count("error"), levels.count("warning")
    if language == "th":
        return (_COUNT if levels else _CLEAN).th.format(files=files, errors=errors, warnings=warnings)
    return (_COUNT if levels else _CLEAN).en.format(
        files=plural(files, "file"), errors=plural(errors, "error"), warnings=plural(warnings, "warning")
    )


def plural(number: int, noun: str) -> str:
    """Say an English noun with its number."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
