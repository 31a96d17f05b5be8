"""`prongsai build`: make the site and put it in place of the old one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator import build as engine
from generator.cli.gate import passes
from generator.cli.options import data_option, language_option, today_option
from generator.cli.project import project_folder
from generator.cli.terminal import track_in
from generator.language import Bilingual, Language
from generator.load import load


@click.command()
@data_option
@click.option(
    "--site", "site", type=click.Path(path_type=Path), default="site", show_default=True, help="Folder to publish into."
)
@today_option
@click.option(
    "--repository", envvar="PRONGSAI_REPOSITORY", help="Web address of the repository; replaces that of portal.yml."
)
@click.option("--site-url", envvar="PRONGSAI_SITE_URL", help="Public address of the site; replaces that of portal.yml.")
@language_option
def build(  # noqa: PLR0913, PLR0917 — one per option
    data: Path, site: Path, today: datetime, repository: str | None, site_url: str | None, lang: Language
) -> None:
    """Build the whole portal; the old site stays whole unless everything went well."""
    track = track_in(lang, least=1)
    order = engine.Order(project_folder(), site, today.date(), repository, site_url, track=track)
    loaded = load(data, track=track)
    if not passes(loaded, order.today, lang, track):
        raise click.exceptions.Exit(1)
    built = engine.build(loaded, order)
    done = Bilingual(
        "เสร็จแล้ว: {pages} หน้า (เปลี่ยน {changed} ไฟล์) ใน {site}",
        "Done: {pages} pages ({changed} files changed) in {site}",
    )
    said = done.fill((("pages", str(built.pages)), ("changed", str(built.changed)), ("site", str(site))))
    click.echo(said.say(lang))
