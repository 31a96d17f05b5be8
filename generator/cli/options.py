"""Options that several commands share, and the two ways a command ends early."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.language import LANGUAGES, Language
from generator.problems import BuildStoppedError
from generator.rules import check

if TYPE_CHECKING:
    from datetime import date

    from generator.load import Data

_THAILAND = timezone(timedelta(hours=7))

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
    type=click.DateTime(["%Y-%m-%d"]),
    default=lambda: datetime.now(UTC).astimezone(_THAILAND).strftime("%Y-%m-%d"),
    help="Judge as of this day of the Common Era; without it, as of today in Thailand.",
)


def fail(stopped: BuildStoppedError, language: Language) -> NoReturn:
    """Say what stopped everything and how to mend it; exit with 1."""
    click.echo(f"{stopped.message.say(language)}\n    → {stopped.remedy.say(language)}", err=True)
    sys.exit(1)


def refuse_errors(data: Data, today: date, language: Language) -> None:
    """Show the errors of a data folder and exit with 1 where there are any."""
    errors = [found for found in check(data, today) if found.level == "error"]
    for found in errors:
        click.echo(found.as_text(language), err=True)
    if errors:
        sys.exit(1)
