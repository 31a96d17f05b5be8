"""`prongsai check`: all that is wrong, in all files, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.options import data_option, language_option, today_option
from generator.cli.selection import Selection, load_with_drafts, paths_argument
from generator.cli.summary import Style, say_problems
from generator.cli.terminal import track_in
from generator.problems import has_errors
from generator.rules import check as check_data

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from generator.language import Language


@click.command("check")
@paths_argument
@data_option
@click.option("--format", "style", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@language_option
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@today_option
def check(  # noqa: PLR0913 — one per option
    paths: tuple[Path, ...], data: Path, style: Style, lang: Language, *, strict: bool, today: datetime
) -> None:
    """Say what is wrong in the files of a data folder, and how to mend it.

    With PATHS, only what is wrong there; a file from elsewhere is read as the draft of a report.
    Exit code 0: nothing is wrong, 1: something is, 2: the command was not understood.
    """
    chosen, track = Selection(paths), track_in(lang)
    loaded = load_with_drafts(data, paths, track)
    found = [each for each in check_data(loaded, today.date(), track) if each.path in chosen]
    files = {each.path for each in chosen.documents(loaded)} | {each.path for each in found}
    click.echo(say_problems(found, len(files), style, lang))
    raise click.exceptions.Exit(int(has_errors(found, strict=strict)))
