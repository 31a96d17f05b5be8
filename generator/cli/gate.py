"""The gate before every build: data with errors does not pass, and says why."""

from __future__ import annotations

from datetime import date

import click

from generator.cli.summary import say_problems
from generator.language import Bilingual, Language
from generator.load import Data
from generator.rules import check
from generator.track import Track

_KEPT = Bilingual("ไม่ได้สร้างเว็บไซต์ใหม่ ของเดิมยังอยู่ครบ", "Nothing was built; the old site is whole.")


def passes(data: Data, today: date, language: Language, track: Track) -> bool:
    """Say whether the data may be published; print its errors where not. Warnings do not stop a build."""
    errors = [found for found in check(data, today, track) if found.level == "error"]
    if errors:
        click.echo(say_problems(errors, len({found.path for found in errors}), "text", language), err=True)
        click.echo(_KEPT.say(language), err=True)
    return not errors
