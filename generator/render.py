"""The only Jinja environment, and the one door through which values reach a page: as text, never as syntax.

Every value that a template prints is written with its ASCII punctuation as `&#NN;`, so that nothing in it means
anything to Markdown or HTML, in running text, in a heading, or in an attribute. Only what this module makes is markup.
"""

from __future__ import annotations

import functools
import html
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from generator.kinds import Number, ascii_host
from generator.language import Bilingual, Language
from generator.prose import Block, Point, blocks
from generator.thai import say_date
from generator.translations import Translations, translations

TEMPLATES = Path(__file__).parent / "templates"

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_AS_TEXT: dict[int, str] = (
    dict.fromkeys((*range(32), *range(127, 160), *range(55296, 57344)), _REPLACEMENT)
    | {ord(space): " " for space in "\t\n\v\f\r\x85"}
    | {code: f"&#{code};" for code in range(0x21, 0x7F) if not chr(code).isalnum()}
)
_ON_ONE_LINE = {code: character for code, character in _AS_TEXT.items() if not character.startswith("&")}
_PLACE = re.compile(r"%\((\w+)\)s|%%")
_OWN_WORD = re.compile(r"[A-Za-z0-9./#-]*")
# What a double-quoted YAML text may hold as it is; the rest is written as an escape.
_NOT_PLAIN_YAML = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class _Environment(Environment):
    # Messages fill their own places: values are made safe by us, not by Jinja's HTML-only escaping.
    newstyle_gettext = True


def text(value: object) -> Markup:
    """Make a value safe to stand anywhere in a page; markup passes, a blank or an unsaid thing is an error."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        str(value)  # raises and names it
    if isinstance(value, bool) or not isinstance(value, str | int | Number):
        message = f"a template prints {value!r}: give it words first"
        raise TypeError(message)
    words = value.value if isinstance(value, Enum) else value
    return Markup(str(words).translate(_AS_TEXT))  # noqa: S704 — the one place where text becomes markup


def plain(value: str) -> Markup:
    """Let one of our own words pass as it is: a class name, a number, a relative address; anything else is an error."""
    if not _OWN_WORD.fullmatch(value):
        message = f"not a word of our own: {value!r}"
        raise ValueError(message)
    return Markup(str(value))  # noqa: S704 — nothing in it has a meaning to HTML


def render(template: str, language: Language, context: Mapping[str, Any]) -> str:
    """Fill a template of `templates/` in the language of the portal; a name it lacks is an error."""
    return environment(language).get_template(template).render(context)


@functools.cache
def environment(language: Language) -> Environment:
    """Give the Jinja environment of a language: strict, and with our own filters instead of Jinja's."""
    made = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=text,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="<#",  # `{#` begins the explicit id of a heading
        comment_end_string="#>",
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    # Jinja's own filters escape for HTML alone: what they make could still be Markdown.
    made.filters = {"length": len, **_filters(language)}
    messages = translations(language)
    made.globals.update(
        gettext=functools.partial(_gettext, messages),
        ngettext=functools.partial(_ngettext, messages),
        theirs=Markup("") if language == "th" else Markup(' lang="th"'),
    )
    return made


def _filters(language: Language) -> dict[str, Callable[..., Any]]:
    return {
        "say": functools.partial(_say, language),
        "plain": plain,
        "paragraphs": paragraphs,
        "thai_date": functools.partial(_date, language),
        "front_matter": front_matter,
        "count": "{:,}".format,
        "host": ascii_host,
    }


def paragraphs(value: str) -> Markup:
    """Give people's text as `<p>` and as lists whose points keep the marks that the officer typed."""
    return Markup("").join(_block(block) for block in blocks(value))


def front_matter(value: str) -> Markup:
    """Give a text as a value of front matter that is escaped already, because the theme prints it as it is."""
    words = html.unescape(value) if isinstance(value, Markup) else value
    line = re.sub(" +", " ", words.translate(_ON_ONE_LINE)).strip(" ")
    quoted = json.dumps(html.escape(line), ensure_ascii=False)
    return Markup(_NOT_PLAIN_YAML.sub(_yaml_escape, quoted))  # noqa: S704 — quoted and escaped for its place


def _yaml_escape(match: re.Match[str]) -> str:
    return f"\\U{ord(match[0]):08x}"


def _say(language: Language, words: Bilingual) -> str:
    return words.say(language)


def _date(language: Language, day: date, *, short: bool = False) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), say_date(day, language, short=short))


def _block(block: Block) -> Markup:
    if isinstance(block, str):
        return Markup("<p>{}</p>").format(text(block))
    points = Markup("").join(_point(point) for point in block)
    return Markup('<ul class="ps-points" role="list">{}</ul>').format(points)


def _point(point: Point) -> Markup:
    made = Markup('<li class="ps-points__item ps-points__item--{}"><span class="ps-points__mark">{}</span> {}</li>')
    return made.format(point.depth, text(point.mark), Markup("<span>{}</span>").format(text(point.text)))


def _gettext(messages: Translations, message: str, /, **values: object) -> Markup:
    return _fill(messages.say(message), values)


def _ngettext(messages: Translations, singular: str, plural: str, number: int, /, **values: object) -> Markup:
    return _fill(messages.say_number(singular, plural, number), {"num": number} | values)


def _fill(message: str, values: Mapping[str, object]) -> Markup:
    """Put values at the `%(name)s` places of a message; message and values are both text."""
    made, start = [], 0
    for place in _PLACE.finditer(message):
        made += [text(message[start : place.start()]), text(values[place[1]]) if place[1] else text("%")]
        start = place.end()
    return Markup("").join([*made, text(message[start:])])
