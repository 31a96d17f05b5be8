"""`prongsai serve`: show the portal on this machine, and build it again whenever something changes."""

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
from generator.problems import BuildStoppedError
from generator.theme import live_server

_PREVIEW = Path(".site.build/preview")
_ADDRESS = Bilingual("ดูเว็บไซต์ได้ที่ {address} (กด Ctrl-C เพื่อหยุด)", "The portal is at {address} (Ctrl-C ends it)")
_WATCHED = ("docs", "generator/templates", "generator/locale", "overrides", "mkdocs.yml")


@click.command()
@data_option
@today_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port on this machine; 0: any free one.",
)
@language_option
def serve(data: Path, today: datetime, port: int, lang: Language) -> None:
    """Show the portal at http://127.0.0.1:PORT/ with live reload; Ctrl-C ends it."""
    # The reloading script of the server is inline and changes: a preview is built without the policy.
    order = engine.Order(project_folder(), _PREVIEW, today.date(), csp=False, track=track_in(lang, least=1))
    server = live_server(lambda: _build_or_tell(data, order, lang), _PREVIEW, port)
    try:
        _build_or_tell(data, order, lang)
        click.echo(_ADDRESS.say(lang).format(address=f"http://127.0.0.1:{server.server_port}/"))
        for path in filter(Path.exists, (data, *map(Path, _WATCHED))):
            server.watch(str(path))
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:  # the way to end it: no error
        pass
    finally:
        server.shutdown()


def _build_or_tell(data: Path, order: engine.Order, language: Language) -> None:
    """Build; what is wrong is told, and the last good preview stays."""
    loaded = load(data)
    if not passes(loaded, order.today, language, order.track):
        return
    try:
        engine.build(loaded, order)
    except BuildStoppedError as stopped:
        click.echo(f"{stopped.message.say(language)}\n    → {stopped.remedy.say(language)}", err=True)
