"""Options that several commands share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import click

from generator.language import LANGUAGES

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
