"""`prongsai new`: a report to be filled in, in its right place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.canonical import skeleton
from generator.cli.files import create_file
from generator.cli.options import Blank, data_option
from generator.kinds import Year
from generator.language import LANGUAGES, Bilingual
from generator.load import read_file, shown
from generator.parts import INDICATOR_ID
from generator.problems import Known, problem
from generator.settings import Agencies

if TYPE_CHECKING:
    from pathlib import Path

_MADE = Bilingual(
    "สร้าง {path} แล้ว\nต่อไป: เปิดไฟล์นี้ กรอก name และช่องอื่นตามแบบ เว้นว่างสิ่งที่ยังไม่ทราบ แล้วสั่ง prongsai check {path}",
    "Made {path}.\nNext: open it, fill in `name` and what else the form says, leave blank what is not known yet, "
    "then run prongsai check {path}",
)
_THERE = Bilingual(
    "มี {path} อยู่แล้ว จึงไม่ได้เขียนทับ เปิดไฟล์นั้นเพื่อแก้ไข",
    "{path} is there already and was left as it is. Open it to change it.",
)


@click.command("new")
@click.argument("fiscal_year", type=Blank("fiscal year", Year()))
@click.argument("id", type=Blank("id", INDICATOR_ID))
@data_option
def new(fiscal_year: str, id: str, data: Path) -> None:  # noqa: A002 — the name of the blank
    """Make the file of a new report: FISCAL_YEAR such as 2564, ID such as 0100-814."""
    agency = id.partition("-")[0]
    path = data / "reports" / fiscal_year / agency / f"{id}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        create_file(path, skeleton(fiscal_year=fiscal_year, agency=agency, id=id).encode())
    except FileExistsError:
        click.echo("\n".join(_THERE.say(each).format(path=shown(path)) for each in LANGUAGES), err=True)
        raise click.exceptions.Exit(1) from None
    _warn_of_unknown(agency, data)
    click.echo("\n".join(_MADE.say(each).format(path=shown(path)) for each in LANGUAGES))


def _warn_of_unknown(agency: str, data: Path) -> None:
    """Say at once what `check` would say of the agency; a list that cannot be read is the matter of `check`."""
    path = data / "agencies.yml"
    listed = read_file(path, shown(path), Agencies).form
    if listed and agency not in {each.code for each in listed.agencies}:
        found = problem("", (1, 1), "agency", "unknown-agency", value=Known(agency))
        for each in LANGUAGES:
            click.echo(f"[{found.code}] {found.message.say(each)}\n    {found.remedy.say(each)}", err=True)
