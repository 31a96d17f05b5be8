"""A portal whose every text is hostile, and its twin, which holds a harmless marker in each of the same places.

What the hostile portal shows must be what the twin shows, with the markers replaced by the texts: then no text was lost
or changed, and none became an element, an attribute or anything else of the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

import html5lib
import markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from fixture_portal import ROOT
from generator.fields import fields_of
from generator.kinds import Choice, Day, Decimals, Group, Kind, Line, Link, Many, MonthDay, Number, Prose
from generator.model import Report
from generator.pages.site import Site
from generator.parts import Criterion
from generator.progress import judge
from generator.prose import Point, blocks
from generator.settings import Agency, Cause, Contact, Licence, Plan, PlanEntry, Portal
from generator.thai import is_placeholder
from report_strategies import text_of

HOSTILE = (
    "</title><script>alert(1)</script>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}", "{% include 'x' %}", "{# x #}", "{#top}", "{: .x onclick=alert(1) }", "| table | 5.00 |",
    "*bold* **strong** _em_ __b__", "[x](javascript:alert(1))", "![x](https://example.org/x.png)",
    "<https://example.org>", "[ref]: https://example.org", "[^1]: note", "*[HTML]: abbreviation", "::: module",
    "--8<-- 'x'", "<!-- -->", "--> x", "]]>", "<?php ?>", "<!DOCTYPE x>",
    "&lt;b&gt; &amp; &#42; &nbsp; &notanentity", "`code` ``x``", "``` x", "~~~ x", "# heading", "## x {#y}",
    "=== x", "---", "***", "> quote", "1. one", "2.1 two point one", "(3) three", "- dash", "+ plus", "* star",
    "•  bullet", "    four spaces", "\\* \\# \\", "!!! note", "??? x", "=> x", "🙂 🏳️‍🌈",
    "a\u200bb\u200c\u200d\ufeffc", "שלום (עולם)", "مرحبا 1 < 2", "x\u2028y\u2029z", "ก\xa0ข", "น้ำ ๆ ฯลฯ เมื่อ",
    "\"double\" 'single'", "style=\"x\" onload='y'", "a=b&c=d;e", "wzxhzdk:0 klzzwxh:0000",
    "%(name)s %s %% {name}", "line one\nline two\n\n- point\n1. first\n2.1 deep\nlast", "</p></div></li></ol>",
    "<b>bold", "- [ ] task", "term\n: meaning", "+++ x", "-", "…", "http://example.org/?a=1&b=2",
    "@user #1 ~sub~ ^sup^ ==mark==", "$$x$$",
)  # fmt: skip
TODAY = date(2025, 3, 15)
_MARK = re.compile("⟦[a¤]+⟧")
_SPACE = re.compile("[ \t\n\f\r]+")


@dataclass
class Texts:
    """Hands out texts to the blanks of a form and keeps, for the twin, a marker for each line handed out."""

    given: Sequence[str]
    twin: bool
    first: int = 0
    replaced: dict[str, str] = field(default_factory=dict)
    next: int = 0
    only_unit: str = ""

    def line(self) -> str:
        return self._mark(self._take().replace("\n", " "))

    def unit(self) -> str:
        """One unit for target and result: whether they agree decides what can be computed."""
        self.only_unit = self.only_unit or self.line()
        return self.only_unit

    def prose(self) -> str:
        text = self._take()
        if not self.twin:
            return text
        placeholder = is_placeholder(text)
        return "\n".join(self._block(block, placeholder=placeholder) for block in blocks(text))

    def _take(self) -> str:
        text = text_of(self.given[(self.first + self.next) % len(self.given)])
        self.next += 1
        return text

    def _block(self, block: str | tuple[Point, ...], *, placeholder: bool) -> str:
        if isinstance(block, str):
            return self._mark(block, placeholder=placeholder)
        return "\n".join(f"{point.mark} {self._mark(point.text, placeholder=placeholder)}" for point in block)

    def _mark(self, text: str, *, placeholder: bool | None = None) -> str:
        if not self.twin:
            return text
        hollow = is_placeholder(text) if placeholder is None else placeholder
        marker = "⟦" + ("¤" if hollow else "a") * (len(self.replaced) + 1) + "⟧"
        self.replaced[marker] = text
        return marker


def portal(texts: Texts) -> Site:
    """Make a portal of one agency and one indicator in two years, all of whose texts come from `texts`."""
    settings = _fill(Portal, texts)
    settings = replace(
        settings,
        language="th",
        publish_responsible=True,
        branch="main",
        causes=(Cause(id="covid-19", title=texts.line(), title_en=None),),
        contact=Contact(name=texts.line()),
        licence=Licence(name=texts.line(), link="https://example.org/licence"),
        bands=replace(settings.bands, met=Number("100"), nearly=Number("80")),
    )
    entry = PlanEntry(id="routine", title=texts.line(), title_en=None)
    report = _fill(Report, texts)
    reports = tuple(replace(report, fiscal_year=year, agency="0100", id="0100-1") for year in (2567, 2566))
    judged = tuple(judge(found, f"data/reports/{found.fiscal_year}/x.yml", settings, TODAY) for found in reports)
    agency = Agency(code="0100", name=texts.line(), name_en=texts.line())
    plan = Plan(title=texts.line(), entries=(entry,))
    return Site(settings, (agency,), plan, judged, TODAY, "https://example.org/owner/portal")


def _fill(form: Any, texts: Texts) -> Any:
    return form(**{item.key: _value(item.kind, item.key, texts) for item in fields_of(form)})


def _value(kind: Kind, key: str, texts: Texts) -> Any:
    if isinstance(kind, Group):
        return _fill(kind.type, texts)
    if isinstance(kind, Many):
        scale = isinstance(kind.of, Group) and kind.of.type is Criterion
        return tuple(_value(kind.of, key, texts) for _ in range(1 if scale else 2))
    if isinstance(kind, Choice):
        return kind.options[0].value
    return _plain_value(kind, key, texts)


def _plain_value(kind: Line, key: str, texts: Texts) -> Any:
    fixed: dict[type[Line], Any] = {
        Day: date(2021, 3, 9),
        MonthDay: "01-31",
        Link: "https://example.org/?a=1&b=(2)*_x_",
    }
    if type(kind) in fixed:
        return fixed[type(kind)]
    if isinstance(kind, Decimals):
        return Number("3.00")
    if key == "unit":
        return texts.unit()
    if type(kind) in {Line, Prose}:
        return texts.prose() if type(kind) is Prose else texts.line()
    named = {"entry": "routine", "cause": "covid-19", "level": "3"}
    return named.get(key)


@cache
def _extensions() -> tuple[list[str], dict[str, Any]]:
    config = load_config(config_file=str(ROOT / "mkdocs.yml"), docs_dir=str(ROOT / "docs"))
    return config.markdown_extensions, config.mdx_configs


@dataclass(frozen=True)
class Shown:
    """What a browser makes of a page: its elements and texts in order, and what the theme prints unescaped."""

    nodes: tuple[str, ...]
    unescaped: tuple[str, ...]


def shown(page: str, replaced: dict[str, str] | None = None) -> Shown:
    """Convert a page as the site builder does and read the outcome as a browser does."""
    body, meta = get_data(page)
    extensions, configs = _extensions()
    converter = markdown.Markdown(extensions=extensions, extension_configs=configs)
    html = converter.convert(body)
    contents = [token["name"] for token in converter.toc_tokens]  # type: ignore[attr-defined]
    unescaped = [str(meta["title"]), str(meta["description"]), *contents]
    words = replaced or {}
    return Shown(
        tuple(_with(words, node) for node in _nodes(html)),
        # The table of contents makes every kind of space a plain one.
        tuple(" ".join(_with(words, node).split()) for text in unescaped for node in _nodes(text)),
    )


def _with(replaced: dict[str, str], node: str) -> str:
    return _SPACE.sub(" ", _MARK.sub(lambda match: replaced[match[0]], node)).strip()


def _nodes(html: str) -> Iterator[str]:
    """Give elements with their attributes, and the runs of text between them, in document order."""
    texts: list[str] = []
    for kind, words in _walk(html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)):
        if kind == "text":
            texts.append(words)
            continue
        if "".join(texts).strip(" \t\n\f\r"):
            yield "".join(texts)
        texts.clear()
        yield words
    yield "".join(texts)


def _walk(element: Any) -> Iterator[tuple[str, str]]:
    attributes = " ".join(f"{name}={value!s}" for name, value in sorted(element.attrib.items()))
    yield "element", f"<{element.tag} {attributes}>"
    yield "text", element.text or ""
    for child in element:
        yield from _walk(child)
        yield "text", child.tail or ""
    yield "element", "</>"
