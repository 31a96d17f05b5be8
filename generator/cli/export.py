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
from generator.suggestions import confirmed, waiting

if TYPE_CHECKING:
    from generator.language import Language
    from generator.read import Document

Style = Literal["form", "docx", "html"]

_NOWHERE = Bilingual("DOCX ไม่ใช่ข้อความที่แสดงบนจอได้", "A DOCX is nothing to show on a screen.")
_SOMEWHERE = Bilingual("ใส่ --output ชื่อไฟล์ใหม่ เช่น แบบ.docx", "Give --output the name of a new file, such as form.docx")
_ITSELF = Bilingual("ไฟล์ที่จะเขียนคือรายงานต้นทางเอง", "The file to write is the report itself.")
_UNWRITTEN = Bilingual("เขียน {path} ไม่ได้ ({detail})", "{path} was not written ({detail}).")
_ELSEWHERE = Bilingual(
    "เลือกโฟลเดอร์ที่มีอยู่และเขียนได้ด้วย --output", "Name a folder that is there and may be written to with --output."
)
_MADE = Bilingual("เขียน {path} แล้ว", "Wrote {path}")


@click.command("export")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "style", type=click.Choice(["form", "docx", "html"]), default="form", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write it here.")
@data_option
@language_option
def export(file: Path, style: Style, output: Path | None, data: Path, lang: Language) -> None:
    """Give a report as the city's official form: as text, as DOCX, or as a page to print.

    Importing what was exported gives the same record in every field that the form holds. What still waits for a person
    in `suggested` is left out.
    """
    content = _made(confirmed(_read(file, lang)), _plan(data), style)
    if output is None and style == "docx":
        raise BuildStoppedError(_NOWHERE, _SOMEWHERE)
    if output is None:
        click.echo(content.decode(), nl=False)
        return
    if output.exists() and output.samefile(file):
        raise BuildStoppedError(_ITSELF, _SOMEWHERE)
    _put(output, content)
    click.echo(_MADE.say(lang).format(path=shown(output)), err=True)


def _put(output: Path, content: bytes) -> None:
    """Write the form; what stands in the way is told in the words of the system."""
    try:
        output.write_bytes(content)
    except OSError as bad:
        why = Bilingual(
            *(each.format(path=shown(output), detail=bad.strerror) for each in (_UNWRITTEN.th, _UNWRITTEN.en))
        )
        raise BuildStoppedError(why, _ELSEWHERE) from None


def _read(file: Path, lang: Language) -> Report:
    """Read the report and tell what waits in it; one that cannot be read is told and ends the command with 1."""
    document: Document[Report] = read_file(file, shown(file), Report)
    if document.form is None:
        click.echo("\n".join(each.as_text(lang) for each in document.problems if each.level == "error"), err=True)
        raise click.exceptions.Exit(1)
    for path in waiting(document.form):
        click.echo(document.problem(path, "suggestion-open", value=path).as_text(lang), err=True)
    return document.form


def _plan(data: Path) -> Plan:
    """Give the plan whose words the form uses; where it cannot be read, entries stand as they are in the report."""
    path = data / "plan.yml"
    return read_file(path, shown(path), Plan).form or Plan(title="-")


def _made(report: Report, plan: Plan, style: Style) -> bytes:
    if style == "docx":
        return form_docx(report, plan)
    return (form_html(report, plan) if style == "html" else form_text(form_lines(report, plan))).encode()
