"""`prongsai derive`: write again what is committed but derives from the model."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator import forms, official
from generator.pages.fields import field_reference

DERIVED: tuple[tuple[str, Callable[[], str]], ...] = (
    (forms.SCHEMA_PATH, forms.json_schema),
    (forms.REFERENCE_PATH, field_reference),
    (official.STYLE_PATH, official.page_style),
)


@click.command()
@click.option("--check", "check", is_flag=True, help="Write nothing; exit 1 where a file differs.")
def derive(*, check: bool) -> None:
    """Rewrite the JSON Schema, the field reference and the style of the printed form."""
    stale = [(Path(path), text) for path, make in DERIVED if not _holds(Path(path), text := make())]
    for path, text in stale:
        click.echo(f"{path}: {'differs; run prongsai derive' if check else 'written'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    sys.exit(1 if stale and check else 0)


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
