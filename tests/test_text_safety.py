"""People's text is never syntax: typed text is shown text, in every field and every place, and adds no element."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError, UndefinedError, nodes
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from generator import pages
from generator.language import Bilingual
from generator.pages.site import Site
from generator.parse import FORBIDDEN
from generator.prose import blocks
from generator.render import TEMPLATES, environment, front_matter, paragraphs, plain, text
from hostile_portal import HOSTILE, Shown, Texts, portal, shown
from naughty_strings import naughty_strings
from report_strategies import text_of

REPORT = "2567/0100/0100-1.md"
KINDS = ("index.md", "2567/index.md", "agencies/index.md", "agencies/0100.md", "about.md", "how-we-judge.md", REPORT)


def made(site: Site, paths: Sequence[str]) -> dict[str, str]:
    planned = pages.plan(site)
    return {path: planned[path] for path in paths}


def compare(texts: Sequence[str], first: int, paths: Sequence[str]) -> None:
    """Hold the pages made of `texts` against those of the twin, with the texts put at the twin's markers."""
    hostile, twin = Texts(texts, twin=False, first=first), Texts(texts, twin=True, first=first)
    ours, theirs = made(portal(hostile), paths), made(portal(twin), paths)
    for path in paths:
        found, expected = shown(ours[path]), shown(theirs[path], twin.replaced)
        assert found == expected, f"{path}: {difference(found, expected)}"


def difference(found: Shown, expected: Shown) -> list[tuple[str, str]]:
    pairs = zip((*found.unescaped, *found.nodes), (*expected.unescaped, *expected.nodes), strict=False)
    return [pair for pair in pairs if pair[0] != pair[1]][:3]


@pytest.mark.parametrize("first", range(len(HOSTILE)))
def test_hostile_texts_in_every_field_of_a_report(first: int) -> None:
    compare(HOSTILE, first, [REPORT])


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("first", range(0, len(HOSTILE), 9))
def test_hostile_texts_on_every_kind_of_page(path: str, first: int) -> None:
    compare(HOSTILE, first, [path])


@pytest.mark.parametrize("text_", HOSTILE)
def test_a_hostile_text_in_all_fields_at_once(text_: str) -> None:
    compare([text_], 0, ["index.md", "agencies/0100.md", REPORT])


def test_the_big_list_of_naughty_strings() -> None:
    strings = [string for string in naughty_strings() if not FORBIDDEN.search(string) and text_of(string)]
    assert len(strings) > 450
    for first in range(0, len(strings), 40):
        compare(strings, first, [REPORT])


TEXTS = st.lists(
    st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), min_size=1, max_size=4)
    .map("".join)
    .filter(lambda raw: bool(text_of(raw)) and text_of(raw) != "unknown"),
    min_size=1,
    max_size=8,
)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_in_every_field(texts: list[str]) -> None:
    compare(texts, 0, ["index.md", "agencies/0100.md", REPORT])


def test_a_page_holds_no_active_content() -> None:
    for path, page in pages.plan(portal(Texts(HOSTILE, twin=False))).items():
        assert not re.search(r"<(script|style|iframe|object|embed|form|base|link|meta)\b", page), path
        assert not re.search(r"\s(on\w+|style|srcdoc)=", re.sub(r'"[^"]*"', '""', page)), path


def test_generated_markdown_is_of_the_narrow_kind() -> None:
    """After the front matter a page is headings with explicit ids, and blocks of HTML that begin a line."""
    for path, page in pages.plan(portal(Texts(HOSTILE, twin=False))).items():
        front, _, body = page.removeprefix("---\n").partition("\n---\n")
        keys = [line.partition(":")[0] for line in front.splitlines() if line and not line.startswith(" ")]
        assert keys in (["title", "description"], ["title", "description", "hide"]), path
        for block in re.split(r"\n\n+", body.strip("\n")):
            assert re.match(r"#{1,2} .*\{#[a-z0-9-]+\}$", block) or re.match(r"<(nav|div|p|ul|ol|dl|table)\b", block), (
                block
            )


# --- the one filter -------------------------------------------------------------------------------------------------


@given(st.text())
def test_no_ascii_punctuation_is_left(raw: str) -> None:
    assert not re.search(r"[!-/:-@\[-`{-~]", re.sub(r"&#\d+;", "", text(raw)))


def test_every_line_break_becomes_a_space() -> None:
    assert text("a\nb\r\nc\td\x85e") == "a b  c d e"


@pytest.mark.parametrize("value", [None, True, 1.5, Bilingual("ก", "a"), b"x"])
def test_what_has_no_words_is_never_printed(value: Any) -> None:
    with pytest.raises(TypeError):
        text(value)


def test_an_unknown_name_stops_the_page() -> None:
    with pytest.raises(UndefinedError):
        environment("th").from_string("{{ nobody }}").render()


@pytest.mark.parametrize("name", ["safe", "escape", "e", "join", "replace", "format", "forceescape", "xmlattr"])
def test_jinjas_own_filters_are_out_of_reach(name: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        environment("th").from_string("{{ 'x' | " + name + " }}")


def test_templates_do_not_join_values() -> None:
    """`~` and `+` escape for HTML alone when one side is markup."""
    for path in sorted(TEMPLATES.rglob("*.j2")):
        tree = environment("th").parse(path.read_text(encoding="utf-8"))
        wrong = [node.lineno for kind in (nodes.Concat, nodes.Add, nodes.MarkSafe) for node in tree.find_all(kind)]
        assert wrong == [], path.name


def test_values_within_messages_are_text() -> None:
    made_ = environment("th").from_string("{{ _('Fiscal year %(year)s', year=x) }}").render(x="*<b>*")
    assert made_ == "ปีงบประมาณ &#42;&#60;b&#62;&#42;"


def test_a_word_of_our_own_is_checked() -> None:
    assert plain("not-met") == Markup("not-met")
    with pytest.raises(ValueError, match="own"):
        plain('x" onload="y')


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_front_matter_reads_back(raw: str) -> None:
    _, meta = get_data(f"---\ntitle: {front_matter(raw)}\n---\n")
    words = "".join(html5lib.parse(f"<p>{meta['title']}", namespaceHTMLElements=False).itertext())
    assert " ".join(words.split()) == " ".join(re.sub("[\0-\x1f\x7f-\x9f]", _control, raw).split())


def _control(match: re.Match[str]) -> str:
    return " " if match[0] in "\t\n\v\f\r\x85" else "\ufffd"


# --- paragraphs and points ------------------------------------------------------------------------------------------


def test_paragraphs_and_points() -> None:
    found = paragraphs("ก่อน\n\n- หนึ่ง\n• สอง\n2.1 สาม\n   \n๑. สี่\nหลัง\n3.00 ระดับ\n20 คน\n-\n1.")
    tree = html5lib.parseFragment(found, namespaceHTMLElements=False)
    assert [(child.tag, "".join(child.itertext())) for child in tree] == [
        ("p", "ก่อน"),
        ("ul", "- หนึ่ง• สอง2.1 สาม๑. สี่"),
        ("p", "หลัง"),
        ("p", "3.00 ระดับ"),
        ("p", "20 คน"),
        ("p", "-"),
        ("p", "1."),
    ]


@given(st.text())
def test_no_character_of_a_text_is_lost(raw: str) -> None:
    words = [part for block in blocks(raw) for part in ([block] if isinstance(block, str) else _marks_and_texts(block))]
    assert _spaceless("".join(words)) == _spaceless(raw)


def _marks_and_texts(points: Any) -> list[str]:
    return [part for point in points for part in (point.mark, point.text)]


def _spaceless(raw: str) -> str:
    return re.sub("[ \t\r\f\v\n]", "", raw)


def test_a_template_never_breaks_a_thai_sentence() -> None:
    thai = "[ก-๛]"
    for path in sorted(Path(TEMPLATES).rglob("*.j2")):
        assert not re.search(f"{thai}\n *{thai}", path.read_text(encoding="utf-8")), path.name
