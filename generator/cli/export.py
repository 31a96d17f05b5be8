"""`prongsai export`: a report as the official form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from generator.cli.options import data_option, language_option
from generator.language import Bilingual
from generator.load import read_file, shown
from generator.model import Report
from generator.official import form_docx, form_html, form_lines, form_text
from generator.problems import BuildStoppedError
from generator.settings import Plan

if TYPE_CHECKING:
    from generator.language import Language
    from generator.read import Document

Style = Literal["form", "docx", "html"]

_NOWHERE = Bilingual("DOCX ไม่ใช่ข้อความที่แสดงบนจอได้", "A DOCX is nothing to show on a screen.")
_SOMEWHERE = Bilingual("เพิ่ม --output ชื่อไฟล์.docx", "Add --output NAME.docx")
_MADE = Bilingual("เขียน {path} แล้ว", "Wrote {path}")


@click.command("export")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "style", type=click.Choice(["form", "docx", "html"]), default="form", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write it here.")
@data_option
@language_option
def export(file: Path, style: Style, output: Path | None, data: Path, lang: Language) -> None:
    """Give a report as the city's official form: as text, as DOCX, or as a page to print.

    Importing what was exported gives the same record in every field that the form holds.
    """
    content = _made(_read(file, lang), _plan(data), style)
    if output is None and style == "docx":
        raise BuildStoppedError(_NOWHERE, _SOMEWHERE)
    if output is None:
        click.echo(content.decode(), nl=False)
        return
    output.write_bytes(content)
    click.echo(_MADE.say(lang).format(path=shown(output)), err=True)


def _read(file: Path, lang: Language) -> Report:
    """Read the report; one that cannot be read is told and ends the command with 1."""
    document: Document[Report] = read_file(file, shown(file), Report)
    if document.form is None:
        click.echo("\n".join(each.as_text(lang) for each in document.problems if each.level == "error"), err=True)
        raise click.exceptions.Exit(1)
    return document.form


def _plan(data: Path) -> Plan:
    """Give the plan whose words the form uses; where it cannot be read, entries stand as they are in the report."""
    path = data / "plan.yml"
    return read_file(path, shown(path), Plan).form or Plan(title="-")


def _made(report: Report, plan: Plan, style: Style) -> bytes:
    if style == "docx":
        return form_docx(report, plan)
    return (form_html(report, plan) if style == "html" else form_text(form_lines(report, plan))).encode()
