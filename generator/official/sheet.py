"""The official form as a page of its own, to be printed or saved as PDF by a browser."""

from __future__ import annotations

from pathlib import Path

from generator.model import Report
from generator.official.form import form_lines
from generator.render import TEMPLATES, render
from generator.settings import Plan

STYLE_PATH = "docs/assets/official.css"
_STYLE = Path("official", "sheet.css")
_ON_SCREEN = """
/* A report's page shows the form on paper only, and on paper nothing else. */
@media screen {
  .ps-official {
    display: none;
  }
}
@media print {
  .md-content__inner:has(> .ps-official) > :not(.ps-official, .ps-notice) {
    display: none;
  }
  .md-content__inner > .ps-official {
    font-size: 12pt;
  }
}
"""


def form_html(report: Report, plan: Plan) -> str:
    """Give one HTML page without scripts, links or anything from elsewhere; its style is that of a printed report."""
    return render("official/sheet.html.j2", "th", {"lines": form_lines(report, plan), "report": report})


def page_style() -> str:
    """Give the style sheet of the form in the page of a report: that of the form alone, and when it is seen."""
    return (TEMPLATES / _STYLE).read_text(encoding="utf-8") + _ON_SCREEN
