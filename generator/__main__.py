"""The command line: `prongsai`, or `python -m generator`."""

from __future__ import annotations

import io
import sys
from typing import Any

import click

from generator.cli.build import build
from generator.cli.check import check
from generator.cli.derive import derive
from generator.cli.export import export
from generator.cli.fmt import fmt
from generator.cli.import_ import import_
from generator.cli.new import new
from generator.cli.serve import serve
from generator.language import LANGUAGES
from generator.problems import BuildStoppedError

COMMANDS: tuple[click.Command, ...] = (check, fmt, new, build, serve, derive, import_, export)


class _Commands(click.Group):
    """The one place that turns what stops everything into a message and a way out."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; exit with 1 where it was stopped."""
        _speak_utf8()
        try:
            return super().invoke(ctx)
        except BuildStoppedError as stopped:
            for language in LANGUAGES:
                click.echo(f"{stopped.message.say(language)}\n    {stopped.remedy.say(language)}", err=True)
            raise click.exceptions.Exit(1) from stopped


def _speak_utf8() -> None:
    """Write Thai wherever the output goes; pipes of Windows and of the C locale know none."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


@click.group(cls=_Commands, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="prongsai")
def main() -> None:
    """Check, write and publish what an agency reports, one YAML file per report."""


if __name__ == "__main__":
    main(prog_name="prongsai")
