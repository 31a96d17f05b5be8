"""`prongsai import`: from forms of former years to drafts of reports, with an honest list of what to look at."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from generator.canonical import as_texts, write
from generator.cli.drafts import Brought, bring, files_below
from generator.cli.options import Blank, language_option
from generator.cli.placing import Placed, place_draft
from generator.cli.summary import say_problems
from generator.cli.terminal import track_in
from generator.kinds import Year
from generator.language import Bilingual
from generator.legacy import LEFT_OVER, Coverage, Given, given_lists
from generator.load import read_file, shown
from generator.parts import AGENCY_CODE, INDICATOR_ID
from generator.problems import has_errors
from generator.settings import Agencies, Plan, Portal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.language import Language
    from generator.legacy import Draft

_IMPORTING = Bilingual("นำเข้าแบบรายงาน", "Importing forms")
_COVERAGE = Bilingual(
    "{place}: {all} ตัวอักษร อยู่ในช่อง {fields} ป้าย {label} ลวดลาย {ornament} หัวกระดาษ {header} เหลือ {left}",
    "{place}: {all} characters: fields {fields}, labels {label}, ornaments {ornament}, page headers {header}, "
    "left over {left}",
)
_ONE_ID = Bilingual("--id ใช้ได้กับแบบเดียว แต่ไฟล์ที่ให้มามี {count} แบบ", "--id is for one report, but the files hold {count}")
_NO_LISTS = Bilingual(
    "ไม่พบ portal.yml, agencies.yml, plan.yml ใช้ --data บอกโฟลเดอร์ข้อมูล หรือสั่งในโฟลเดอร์ของโครงการ",
    "There is no portal.yml, agencies.yml or plan.yml: name the data folder with --data, or run this in the project's",
)
_UPDATE_INTO = Bilingual("--update ใช้คู่กับ --into", "--update goes with --into")


@dataclass(frozen=True)
class Outcome:
    """One file, and for each of its drafts what became of it in the data folder."""

    brought: Brought
    placed: tuple[Placed, ...] = ()

    def parts(self) -> Iterator[tuple[Draft, Placed | None]]:
        """Walk the drafts, each with its place if it was to be written."""
        places = self.placed or (None,) * len(self.brought.drafts)
        yield from zip(self.brought.drafts, places, strict=True)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--year", type=Blank("year", Year()), help="Fiscal year of the reports, such as 2564.")
@click.option("--agency", type=Blank("code", AGENCY_CODE), help="Code of the agency, such as 0100.")
@click.option("--id", "indicator", type=Blank("id", INDICATOR_ID), help="Id of the indicator, such as 0100-814.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Write into this data folder.")
@click.option("--format", "style", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True)
@click.option("--update", is_flag=True, help="Merge into files that are there already, field by field.")
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The data folder whose lists are meant; without it that of --into, or else the folder data.",
)
@language_option
def import_(  # noqa: PLR0913, PLR0917 — one per option
    files: tuple[Path, ...], year: str | None, agency: str | None, indicator: str | None, into: Path | None,
    style: Literal["yaml", "json"], data: Path | None, lang: Language, *, update: bool,
) -> None:  # fmt: skip
    """Make drafts of reports from FILES: printed forms as text, DOCX or PDF, or folders of them.

    Drafts go to the standard output, or with --into to their place in a data folder; nothing there is overwritten.
    What to look at goes to the standard error. Exit code 0: nothing is wrong, 1: something is, 2: not understood.
    """
    if update and into is None:
        raise click.UsageError(_UPDATE_INTO.say(lang))
    lists = _lists(next((each for each in (data, into, Path("data")) if each and _has_lists(each)), None), lang)
    given = dataclasses.replace(lists, fiscal_year=int(year) if year else None, agency=agency, id=indicator)
    outcomes = _import_all(files_below(files), given, lang, into, update=update)
    click.echo(_as_json(outcomes) if style == "json" else _as_text(outcomes, lang), nl=style == "json")
    problems = [found for outcome in outcomes for found in outcome.brought.problems]
    problems += [each.problem for outcome in outcomes for each in outcome.placed if each.problem]
    for line in _coverage_lines(outcomes, lang):
        click.echo(line, err=True)
    click.echo(say_problems(sorted(problems, key=lambda each: each.path), len(outcomes), "text", lang), err=True)
    raise click.exceptions.Exit(int(has_errors(problems)))


_LISTS: tuple[tuple[str, Any], ...] = (("portal.yml", Portal), ("agencies.yml", Agencies), ("plan.yml", Plan))


def _has_lists(data: Path) -> bool:
    return any((data / name).is_file() for name, _ in _LISTS)


def _lists(data: Path | None, language: Language) -> Given:
    if data is None:
        raise click.UsageError(_NO_LISTS.say(language))
    return given_lists(*(read_file(data / name, shown(data / name), form).form for name, form in _LISTS))


def _import_all(
    paths: list[Path], given: Given, language: Language, into: Path | None, *, update: bool
) -> list[Outcome]:
    brought = [bring(path, given) for path in track_in(language)(_IMPORTING, paths)]
    count = sum(len(each.drafts) for each in brought)
    if given.id is not None and count > 1:
        raise click.UsageError(_ONE_ID.say(language).format(count=count))
    if into is None:
        return [Outcome(each) for each in brought]
    return [
        Outcome(each, tuple(place_draft(draft, each.path, into, update=update) for draft in each.drafts))
        for each in brought
    ]


def _as_text(outcomes: list[Outcome], language: Language) -> str:
    """Give what became of each file, or the drafts: several as documents of one stream, each with its file's name."""
    parts = [(outcome.brought.path, *part) for outcome in outcomes for part in outcome.parts()]
    if any(placed for *_, placed in parts):
        return "".join(f"{placed.say(language)}\n" for *_, placed in parts if placed)
    if len(parts) == 1:
        return write(parts[0][1].report)
    return "".join(f"---\n# {path}:{draft.line}\n{write(draft.report)}" for path, draft, _ in parts)


def _as_json(outcomes: list[Outcome]) -> str:
    found = [each for outcome in outcomes for each in _json_parts(outcome)]
    return json.dumps(found, ensure_ascii=False, indent=2)


def _json_parts(outcome: Outcome) -> Iterator[dict[str, Any]]:
    """Walk the drafts of a file as JSON; a file without one tells only its problems."""
    path = outcome.brought.path
    if not outcome.brought.drafts:
        problems = [found.as_json() for found in outcome.brought.problems]
        yield {"file": path, "record": None, "problems": problems, "coverage": None}
    for draft, placed in outcome.parts():
        problems = [
            found.as_json() for found in (*draft.problems, *([placed.problem] if placed and placed.problem else ()))
        ]
        made = {
            "file": path,
            "record": as_texts(draft.report),
            "problems": problems,
            "coverage": draft.coverage.as_json(),
        }
        yield made | ({"place": placed.as_json()} if placed else {})


def _coverage_lines(outcomes: list[Outcome], language: Language) -> Iterator[str]:
    for outcome in outcomes:
        for draft in outcome.brought.drafts:
            yield _say_coverage(f"{outcome.brought.path}:{draft.line}", draft.coverage, language)


def _say_coverage(place: str, coverage: Coverage, language: Language) -> str:
    counts = coverage.counts()
    label, ornament, header, left = (counts.pop(use, 0) for use in ("label", "ornament", "page header", LEFT_OVER))
    fields = sum(counts.values())
    return _COVERAGE.say(language).format(
        place=place, all=fields + label + ornament + header + left,
        fields=fields, label=label, ornament=ornament, header=header, left=left,
    )  # fmt: skip
