"""The field reference: every blank of the form, made from the model; committed as docs/fields.md."""

from __future__ import annotations

from markupsafe import Markup

from generator.forms import reference
from generator.render import render


def field_reference() -> str:
    """Give the Markdown of the page; it is the same for every portal, Thai with the English beside it."""
    rows = [(row, Markup(row.anchor)) for row in reference()]  # noqa: S704 — keys of the model are safe ids
    return render("pages/fields.md.j2", "th", {"rows": rows})
