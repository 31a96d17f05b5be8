"""The guide to importing says what the program says: its commands are run, its messages and pictures compared."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.catalogue import CATALOGUE
from generator.cli.serve import _ADDRESS
from guide_example import DRAFT, GUIDE, ROOT, SUGGESTED, blocks, confirm, lay_out, said
from guide_pictures import FOLDER, MOST_BYTES, scenes, stale

TEXT = GUIDE.read_text(encoding="utf-8")
PICTURE = re.compile(
    r"^!\[(?P<alt>.+)\]\(assets/guide/(?P<name>[\w.-]+)(?P<only>#only-\w+)?\)"
    r"\{ loading=lazy width=(?P<width>\d+) height=(?P<height>\d+) \}$",
    re.MULTILINE,
)
MESSAGE = re.compile(r"^- `\[(?P<code>[a-z-]+)\] (?P<words>[^`]+)`:", re.MULTILINE)


def holds(output: str, quoted: str) -> bool:
    """Say whether what is quoted stands in the output line by line; `…` on a line of its own leaves lines out."""
    parts = re.split(r"^…\n", quoted, flags=re.MULTILINE)
    place = 0
    for part in parts:
        found = f"\n{output}".find(f"\n{part}", place)
        if found < 0:
            return False
        place = found + len(part)
    return True


def size(picture: Path) -> tuple[int, int]:
    """Give width and height of a WebP of the extended kind, the one that a browser makes."""
    head = picture.read_bytes()[:30]
    assert head[8:16] == b"WEBPVP8X", picture
    return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    return tmp_path


def test_every_command_of_the_guide_says_what_the_guide_quotes(folder: Path) -> None:
    output, compared = "", 0
    for block in blocks():
        if block.section == "never":
            change = (
                (folder / DRAFT)
                .read_text(encoding="utf-8")
                .replace("target:\n  number: '5'", "target:\n  number: '5.00'")
            )
            (folder / DRAFT).write_text(change, encoding="utf-8")
            output = said(folder, "prongsai import old --into data")
        if block.text.startswith("prongsai serve"):
            output = _ADDRESS.th.format(address="http://127.0.0.1:8000/") + "\n"
        elif block.text.startswith("prongsai"):
            output = said(folder, block.text)
        if block.language == "text":
            assert holds(output, block.text), (block.section, output)
            compared += 1
    assert compared == 7


def test_the_suggestions_of_the_guide_are_those_of_the_draft(folder: Path) -> None:
    said(folder, "prongsai import old --into data")
    quoted = next(block.text for block in blocks() if block.language == "yaml")
    assert (folder / DRAFT).read_text(encoding="utf-8").endswith("\n" + quoted)


def test_a_deleted_line_is_a_confirmation(folder: Path) -> None:
    said(folder, "prongsai import old --into data")
    confirm(folder, "letters[1]")
    left = said(folder, "prongsai check")
    assert "[suggestion-open] letters[1]" not in left
    assert "[suggestion-open] letters[2]" in left
    confirm(folder)
    assert "suggestion" not in said(folder, "prongsai check")
    assert "จัดรูปแบบแล้ว 1" in said(folder, "prongsai fmt")
    assert (folder / DRAFT).read_text(encoding="utf-8").endswith("\nsuggested: []\n")
    assert "มีครบอยู่แล้ว ไม่ได้เปลี่ยน" in said(folder, "prongsai import old --into data")


def test_the_form_of_the_repository_is_there_already(folder: Path) -> None:
    shutil.copytree(ROOT / "data", folder / "data", dirs_exist_ok=True)
    words = said(folder, "prongsai import old --into data").partition("\n")[0].partition(": ")[2]
    assert f"`{words}`" in TEXT


def test_from_the_bottom_up_the_numbers_of_suggestions_stay_right(folder: Path) -> None:
    said(folder, "prongsai import old --into data")
    confirm(folder, "amendments[0]", "letters[3]")
    draft = (folder / DRAFT).read_text(encoding="utf-8")
    record, _, waiting = draft.partition(SUGGESTED)
    third = re.compile(r"^- number: กท 93/2564\n(?:  .*\n)+", re.MULTILINE)
    (folder / DRAFT).write_text(
        third.sub("", record) + SUGGESTED + waiting.replace("- letters[2]\n", ""), encoding="utf-8"
    )
    found = said(folder, "prongsai check")
    assert "ผิด 0 แห่ง" in found
    assert re.findall(r"\[(suggestion-[a-z]+)\] (letters\S+):", found) == [
        ("suggestion-open", "letters[0]"),
        ("suggestion-open", "letters[1]"),
    ]


def test_what_the_guide_says_of_update_holds(folder: Path) -> None:
    said(folder, "prongsai import old --into data")
    draft = folder / DRAFT
    text = draft.read_text(encoding="utf-8")
    changed = text.replace("target:\n  number: '5'", "target:\n  number: '5.00'").replace(
        "\nyear_end_summary:\n", "\nyear_end_summary: คนเขียน\n"
    )
    draft.write_text(changed, encoding="utf-8")
    assert "target.number" in said(folder, "prongsai import old --into data --update")
    assert draft.read_text(encoding="utf-8") == text.replace("\nyear_end_summary:\n", "\nyear_end_summary: คนเขียน\n")


@pytest.mark.parametrize(("code", "words"), MESSAGE.findall(TEXT))
def test_a_message_that_the_guide_explains_is_one_of_the_program(code: str, words: str) -> None:
    whole = CATALOGUE[code].message.th
    pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(whole))
    assert re.fullmatch(pattern, words) or whole.startswith(f"{words}:"), whole


def test_the_guide_explains_messages() -> None:
    assert len(MESSAGE.findall(TEXT)) >= 9


def test_every_picture_has_words_and_both_schemes() -> None:
    shown = [(found["name"], found["alt"], found["only"]) for found in PICTURE.finditer(TEXT)]
    assert len(shown) == TEXT.count("![")
    assert {name for name, *_ in shown} == {path.name for path in FOLDER.iterdir()}
    assert [name for name, alt, _ in shown if not re.search("[ก-๙]{10}", alt)] == []
    for name, alt, only in shown:
        if only:
            assert name.endswith(f"-{only.removeprefix('#only-')}.webp")
            other = "dark" if only == "#only-light" else "light"
            twin = f"{name.rpartition('-')[0]}-{other}.webp"
            assert (twin, alt) in {(each, words) for each, words, _ in shown}


def test_nothing_jumps_when_a_picture_arrives() -> None:
    wrong = []
    for found in PICTURE.finditer(TEXT):
        width, height = size(FOLDER / found["name"])
        if (width, height) != (int(found["width"]) * 2, int(found["height"]) * 2):
            wrong.append(f"{found['name']}: width={width // 2} height={height // 2}")
    assert wrong == []


def test_pictures_are_small() -> None:
    assert [path.name for path in FOLDER.iterdir() if path.stat().st_size > MOST_BYTES] == []


def test_pictures_show_what_the_program_says_now(folder: Path) -> None:
    assert stale(scenes(folder)) == [], "make pictures"
