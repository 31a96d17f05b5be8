"""Options that several commands share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import click

from generator.kinds import Line, Refusal
from generator.language import LANGUAGES, Bilingual
from generator.problems import problem

_THAILAND = timezone(timedelta(hours=7))
_YEARS = range(1970, 2106)  # what the time stamps of a built site can hold
_OTHER_YEAR = Bilingual(
    "{value}: ใส่ปี ค.ศ. เช่น 2025-03-15 (1970 ถึง 2105)", "{value}: give a year CE, such as 2025-03-15 (1970 to 2105)"
)


class _CommonDay(click.DateTime):
    """A day of the Common Era: a year of the Buddhist era would be judged five centuries too late."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Refuse years of the Buddhist era, and others that are no use."""
        day: datetime = super().convert(value, param, ctx)
        if day.year not in _YEARS:
            self.fail(" / ".join(_OTHER_YEAR.say(each).format(value=value) for each in LANGUAGES), param, ctx)
        return day


class Blank(click.ParamType[str]):
    """Text of one blank of the form, refused in the form's own words."""

    def __init__(self, name: str, kind: Line) -> None:
        """Take the kind of the blank; `name` stands in the help."""
        self.name = name
        self.kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Let the kind judge the text."""
        try:
            return self.kind.write(self.kind.parse(value))
        except Refusal as refusal:
            found = problem("", (1, 1), "", refusal.code, **refusal.params)
            self.fail(
                " / ".join(f"{found.message.say(each)}; {found.remedy.say(each)}" for each in LANGUAGES), param, ctx
            )


data_option = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="data",
    show_default=True,
    help="The data folder.",
)
language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="th",
    envvar="PRONGSAI_LANG",
    show_default=True,
    show_envvar=True,
    help="The language of messages.",
)
today_option = click.option(
    "--today",
    type=_CommonDay(["%Y-%m-%d"]),
    default=lambda: datetime.now(UTC).astimezone(_THAILAND).strftime("%Y-%m-%d"),
    help="Judge as of this day of the Common Era; without it, as of today in Thailand.",
)
