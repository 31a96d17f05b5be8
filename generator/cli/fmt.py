"""`prongsai fmt`: the one way to write a file, so that people, form editors and programs leave the same bytes."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from generator.canonical import write
from generator.cli.files import replace_file
from generator.cli.options import data_option, language_option
from generator.cli.selection import Selection, load_with_drafts, paths_argument
from generator.cli.summary import plural
from generator.cli.terminal import track_in
from generator.language import Bilingual, Language
from generator.personal import masked
from generator.problems import Problem, printable
from generator.read import Document, read

if TYPE_CHECKING:
    from collections.abc import Iterable

State = Literal["same", "changed", "refused"]

_WRITING = Bilingual("จัดรูปแบบ", "Formatting")
_REFUSED = Bilingual("{path}: ไม่ได้แก้ไฟล์นี้ เพราะ", "{path}: left as it is, because")
_CHANGED = Bilingual("{path}: จัดรูปแบบแล้ว", "{path}: formatted")
_COUNT = Bilingual(
    "{files} ไฟล์ จัดรูปแบบแล้ว {changed} ไม่ได้แก้เพราะมีปัญหา {refused}", "{files}, {changed} formatted, {refused} refused"
)
_CHECKED = Bilingual(
    "{files} ไฟล์ ต้องจัดรูปแบบ {changed} (ใช้ prongsai fmt) อ่านไม่ได้ {refused}",
    "{files}, {changed} to format (run `prongsai fmt`), {refused} refused",
)


@dataclass(frozen=True)
class Outcome:
    """What became of one file, and what to tell of it."""

    state: State
    text: str = ""


@click.command("fmt")
@paths_argument
@data_option
@language_option
@click.option("--check", "only_look", is_flag=True, help="Change nothing; show the differences and exit with 1.")
def fmt(paths: tuple[Path, ...], data: Path, lang: Language, *, only_look: bool) -> None:
    """Write the files of a data folder, or PATHS, in their one canonical form.

    A file with errors, or with comments that would get lost, is left as it is.
    """
    track = track_in(lang)
    documents = Selection(paths).documents(load_with_drafts(data, paths, track))
    outcomes = [_format(each, lang, only_look=only_look) for each in track(_WRITING, documents)]
    for outcome in outcomes:
        if outcome.text:
            click.echo(outcome.text)
    click.echo(_count(outcomes, lang, only_look=only_look))
    failing = {"refused", "changed"} if only_look else {"refused"}
    raise click.exceptions.Exit(int(any(outcome.state in failing for outcome in outcomes)))


def _format(document: Document[Any], language: Language, *, only_look: bool) -> Outcome:
    hindrances = [each for each in document.problems if each.level == "error" or each.code == "comment"]
    if document.form is None or hindrances:
        return Outcome("refused", _say_refusal(document, hindrances, language))
    path, after = Path(document.path), write(document.form)
    if read(after.encode(), document.path, type(document.form)).form != document.form:
        message = f"{document.path}: the canonical form would change a value"
        raise AssertionError(message)
    before = path.read_bytes()
    if before == after.encode():
        return Outcome("same")
    if only_look:
        return Outcome("changed", _difference(document.path, before.decode(), after))
    replace_file(path, after.encode())
    return Outcome("changed", _CHANGED.say(language).format(path=document.path))


def _say_refusal(document: Document[Any], hindrances: Iterable[Problem], language: Language) -> str:
    lines = [_REFUSED.say(language).format(path=document.path), *(each.as_text(language) for each in hindrances)]
    return "\n".join(lines)


def _difference(path: str, before: str, after: str) -> str:
    """Show a unified diff; what is of people is masked, for this may end up in a public log."""
    # Only \n ends a line: the text of a blank may hold other characters that `splitlines` takes for line ends.
    old, new = (masked(text).split("\n") for text in (before, after))
    lines = difflib.unified_diff(old, new, path, f"{path} (fmt)", lineterm="")
    return "\n".join(printable(line.replace("\r", "␍")) for line in lines)


def _count(outcomes: list[Outcome], language: Language, *, only_look: bool) -> str:
    states = [outcome.state for outcome in outcomes]
    files = plural(len(states), "file") if language == "en" else str(len(states))
    words = (_CHECKED if only_look else _COUNT).say(language)
    return words.format(files=files, changed=states.count("changed"), refused=states.count("refused"))
