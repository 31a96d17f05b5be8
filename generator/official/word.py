"""The official form as DOCX, in the face and measures of Thai office documents."""

from __future__ import annotations

import importlib
import io
from typing import Any

from generator.model import Report
from generator.official.form import FormLine, form_lines
from generator.problems import BuildStoppedError, problem
from generator.settings import Plan

_FACE = "TH SarabunPSK"
_SIZE = 16


def form_docx(report: Report, plan: Plan) -> bytes:
    """Give the bytes of a DOCX, a paragraph for each line; raises BuildStoppedError without the extra `import`."""
    docx, shared, ns = (_library(name) for name in ("docx", "docx.shared", "docx.oxml.ns"))
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = shared.Mm(210), shared.Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = shared.Mm(20)
    _set_face(document, shared.Pt(_SIZE), ns.qn)
    document.core_properties.title = f"{report.id} {report.fiscal_year}"
    document.core_properties.author = ""
    document.core_properties.comments = ""
    for line in form_lines(report, plan):
        _add(document, line, shared)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _library(name: str) -> Any:
    """Load a part of python-docx, which only this needs."""
    try:
        return importlib.import_module(name)
    except ImportError:
        missing = problem("", (1, 1), "", "source-extra", kind="DOCX")
        raise BuildStoppedError(missing.message, missing.remedy) from None


def _set_face(document: Any, size: Any, qualified: Any) -> None:
    """Set face and size for Latin and for Thai letters, which Word keeps apart."""
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FACE, size
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qualified("w:cs"), _FACE)
    large = style.element.rPr.makeelement(qualified("w:szCs"), {qualified("w:val"): str(2 * _SIZE)})
    style.element.rPr.append(large)


def _add(document: Any, line: FormLine, shared: Any) -> None:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(line.written)
    run.bold = line.role in {"title", "label", "ticks"}
    form = paragraph.paragraph_format
    form.space_after = shared.Pt(0)
    form.space_before = shared.Pt({"label": 8, "ticks": 8, "sign": 36}.get(line.role, 0))
    form.keep_with_next = line.role in {"label", "ticks", "sign", "title"}
    if line.role in {"value", "more"}:
        form.left_indent, form.first_line_indent = shared.Mm(8), shared.Mm(-8)
