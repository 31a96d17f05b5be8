"""The words of the page templates: English in the template, other languages in gettext catalogues, read at run time."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from generator.language import LANGUAGES, Language

_LOCALE = Path(__file__).parent / "locale"
_TEMPLATES = Path(__file__).parent / "templates"
_SOURCE: Language = "en"

_SYNTAX = {
    "trimmed": "true",
    "silent": "false",
    "newstyle_gettext": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "comment_start_string": "<#",
    "comment_end_string": "#>",
}

MessageId = str | tuple[str, ...]


@dataclass(frozen=True)
class Translations:
    """What is said for each message; a message without a translation is said as it stands in the template."""

    texts: dict[str, str]
    plurals: dict[tuple[str, str], tuple[str, ...]]

    def say(self, message: str) -> str:
        """Give the words of a message."""
        return self.texts.get(message, message)

    def say_number(self, singular: str, plural: str, number: int) -> str:
        """Give the words of a message about a number of things; a language without plurals has one form for all."""
        source = singular if number == 1 else plural
        forms = self.plurals.get((singular, plural), (source,))
        return forms[0] if number == 1 else forms[-1]


@functools.cache
def translations(language: Language) -> Translations:
    """Read the catalogue of a language; English needs none."""
    texts: dict[str, str] = {}
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in _catalogue(language):
        if isinstance(message.id, str) and isinstance(message.string, str):
            texts[message.id] = message.string
        elif not isinstance(message.id, str) and message.string and not isinstance(message.string, str):
            plurals[message.id[0], message.id[1]] = tuple(message.string)
    return Translations({key: words for key, words in texts.items() if key and words}, plurals)


def catalogue_drift() -> tuple[str, ...]:
    """Say, a line each, where templates and catalogues differ: missing, obsolete or unsure translations."""
    used = frozenset(message_ids())
    return tuple(line for language in LANGUAGES if language != _SOURCE for line in _drift(language, used))


def message_ids() -> Iterator[MessageId]:
    """Give every message of the templates, with its plural where it has one."""
    found = extract_from_dir(
        _TEMPLATES,
        method_map=[("**.j2", "jinja2.ext:babel_extract")],
        options_map={"**.j2": _SYNTAX},
    )
    for _file, _line, message, _comments, _context in found:
        yield message if isinstance(message, str) else tuple(message)


def _drift(language: Language, used: frozenset[MessageId]) -> Iterator[str]:
    catalogue = _catalogue(language)
    known = {_key(message): message for message in catalogue if message.id}
    obsolete = [_key(message) for message in catalogue.obsolete.values()]
    for message_id in sorted(used - known.keys(), key=str):
        yield f"{language}: no translation of {message_id!r}"
    for message_id in sorted([*(known.keys() - used), *obsolete], key=str):
        yield f"{language}: no template says {message_id!r}"
    for message_id, message in known.items():
        said = [message.string] if isinstance(message.string, str) else message.string or [""]
        if message.fuzzy or not all(said):
            yield f"{language}: unfinished translation of {message_id!r}"


def _key(message: Message) -> MessageId:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def _catalogue(language: Language) -> Catalog:
    path = _LOCALE / language / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return Catalog(language)
    with path.open("rb") as file:
        return read_po(file, language)
