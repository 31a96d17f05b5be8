"""Rules keep their promises as a whole: order, exactness, privacy, drafts; single rules are shown in tests/cases/."""

from __future__ import annotations

import re
import string
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from generator import rules
from generator.canonical import skeleton, write
from generator.catalogue import CATALOGUE, Entry
from generator.language import LANGUAGES, Bilingual
from generator.load import load
from generator.model import Report
from generator.personal import find_personal, masked
from generator.problems import Known, problem, quote
from generator.read import read
from generator.rules.privacy import no_personal_data
from generator.rules.surroundings import Surroundings
from generator.thai import arabic_digits
from report_strategies import forms

DAY = date(2021, 1, 15)
SECRETS = {
    "personal-id": ("3-1006-00445-63-5", "๓๑๐๐๖๐๐๔๔๕๖๓๕", "3 1006 00445 63 5", "3 1 0 0 6 0 0 4 4 5 6 3 5"),
    "personal-account": ("เลขที่บัญชี 123-4-56789-0", "บัญชี ธ. ๑๒๓๔๕๖๗๘๙๐"),
    "personal-mobile": ("081-234-5678", "๐๖ ๑๒๓๔ ๕๖๗๘", "+66 91 234 5678", "0812345678"),
    "personal-email": ("some.body@gmail.com", "SOMEBODY@Yahoo.co.th"),
    "personal-name": ("นายสมมติ ตัวอย่าง", "น.ส.สมมติ", "นางสาว สมมติ ตัวอย่าง", "ดร.สมมติ ตัวอย่าง"),
}
NOWHERE = Surroundings(DAY, "data", None, None, None)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("code", "entry"), CATALOGUE.items(), ids=list(CATALOGUE))
def test_every_problem_can_be_said_in_both_languages(code: str, entry: Entry) -> None:
    names = places(entry.message.th + entry.message.en + entry.remedy.th + entry.remedy.en)
    found = problem("x.yml", (1, 1), "name", code, **dict.fromkeys(names, "ก"))
    for language in LANGUAGES:
        assert found.message.say(language)
        assert found.remedy.say(language)
        assert "{" not in found.as_text(language)
    assert found.as_json()["level"] == entry.level
    assert places(entry.message.th) - {"expected_th"} == places(entry.message.en) - {"expected"}
    assert re.search("[ก-๙]", entry.message.th)
    assert re.search("[ก-๙]", entry.remedy.th)


def test_people_s_text_is_no_pattern() -> None:
    assert Bilingual("{value}", "{value}").fill((("value", "{other} {0}"),)).en == "{other} {0}"


def test_problems_come_in_order_and_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("0100-2", "0100-1"):
        path = Path(f"data/reports/2564/0100/{name}.yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("name: '-'\nmethod: '-'\nagency: x\n", encoding="utf-8")
    found = rules.check(load(Path("data")), DAY)
    assert list(found) == sorted(set(found))
    assert {each.path for each in found} == {
        "data/agencies.yml", "data/plan.yml", "data/portal.yml",
        "data/reports/2564/0100/0100-1.yml", "data/reports/2564/0100/0100-2.yml",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("ก 31 เมษายน 2564 ข 30 ก.พ. 2564", [(1, 11), (1, 28)]),
        ("'ก 31 เมษายน 2564 ข 30 ก.พ. 2564'", [(1, 12), (1, 29)]),
        ("|-\n  ก\n\n  ข 31 เมษายน 2564\n  30 ก.พ. 2564", [(4, 5), (5, 3)]),
        ("| # ก\n     ๓๑ เมษายน ๒๕๖๔  \n       30 ก.พ. 2564", [(2, 6), (3, 8)]),
        # Where a line of the text is no line of the file, the text as a whole is pointed to.
        ("|\n\n  31 เมษายน 2564", [(1, 9)]),
        (">-\n  31 เมษายน 2564\n  30 ก.พ. 2564", [(1, 9), (1, 9)]),
        ("31 เมษายน 2564\n  30 ก.พ. 2564", [(1, 9), (1, 9)]),
        ('"\\u0e01 31 เมษายน 2564"', [(1, 9)]),
    ],
)
def test_what_a_text_names_is_pointed_to_where_it_stands(written: str, places: list[tuple[int, int]]) -> None:
    document = read(f"method: {written}\n".encode(), "data/reports/x.yml", Report)
    assert document.draft is not None
    found = rules.dates.dates_exist(document.draft, document, NOWHERE)
    assert [(each.line, each.column) for each in found] == places


def test_personal_data_and_letters_are_pointed_to_where_they_stand() -> None:
    text = "method: |-\n  ก\n  ถึง 081-234-5678\n  หนังสือที่ กท 0100/754\n"
    document = read(text.encode(), "data/reports/x.yml", Report)
    assert document.draft is not None
    found = [*no_personal_data(document), *rules.mentions.letters_are_listed(document.draft, document, NOWHERE)]
    assert [(each.code, each.line, each.column) for each in found] == [
        ("personal-mobile", 3, 7), ("letter-not-listed", 4, 14),
    ]  # fmt: skip


def test_a_draft_may_lie_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    draft = Path("desk/whatever it is called.yml")
    draft.parent.mkdir()
    draft.write_text(skeleton(fiscal_year="2564", agency="0100", id="0100-1", name="ก"), encoding="utf-8")
    found = rules.check(load(Path("data"), [draft]), DAY)
    assert [each.code for each in found if each.path == draft.as_posix()] == []


@settings(
    max_examples=60, deadline=None, derandomize=True, database=None,
    phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(filled=forms(Report))
def test_no_report_ends_a_rule(filled: Report) -> None:
    document = read(write(filled).encode(), "data/reports/x.yml", Report)
    assert document.form is not None
    found = [each for rule in rules.RULES for each in rule(document.form, document, NOWHERE)]
    assert all(each.as_text("th") for each in found)


@pytest.mark.parametrize("wrong", ["", "[]", "[[], ก]", "{}", "{ก: ข}", "ก", "[{}]"])
def test_no_draft_ends_a_rule(wrong: str) -> None:
    """Whatever stands wrongly in whatever line of a report, the rest of it is judged."""
    path = "data/reports/2564/0100/0100-814.yml"
    lines = (Path(__file__).parent.parent / path).read_text(encoding="utf-8").split("\n")
    around = Surroundings(DAY, "data", None, frozenset({"0100"}), frozenset({"routine"}))
    judged = 0
    for number, line in enumerate(lines):
        key, colon, _ = line.partition(":")
        document = read("\n".join([*lines[:number], f"{key}: {wrong}", *lines[number + 1 :]]).encode(), path, Report)
        if colon and document.draft is not None:
            judged += 1
            found = [each for rule in rules.DRAFT_RULES for each in rule(document.draft, document, around)]
            assert not {"unknown-agency", "unknown-plan-entry", "id-agency", "file-folder", "file-id"} & {
                each.code for each in found
            }, line
    assert judged > 50


@pytest.mark.parametrize(
    "text",
    [
        "กท 0100/1512", "งบประมาณ 1,234,567,890 บาท", "15 20 20 3 100 100 0 100", "15.00, 20.00, 20.00, 3.00",
        "โทร 0 2123 4567 ต่อ 1234", "08.00-16.30 น.", "กรมบัญชีกลาง เลขที่โครงการ 64037123456", "someone@bangkok.go.th",
        "someone@gmail.com.example.go.th", "ทนายความ", "เจ้านาย", "นายทะเบียน", "นายกรัฐมนตรี", "นายก อบต.",
        "นายอำเภอ", "นายช่างโยธา",
        "นางเลิ้ง", "นางสาวไทย", "จังหวัดอุดร. เมือง", "นาย ก. และนาย ข.", "ประธานาธิบดี", "พ.ศ. 2564", "3100600445636",
    ],
)  # fmt: skip
def test_these_are_no_personal_data(text: str) -> None:
    assert list(find_personal(text)) == []


@pytest.mark.parametrize("code", SECRETS)
@pytest.mark.parametrize("around", [("", ""), ("ก", "ก"), ("ปี 2564 ", " ครับ"), ("(", ")"), ("๒๕๖๔ ", "")])
def test_personal_data_is_found_and_masked_wherever_it_stands(code: str, around: tuple[str, str]) -> None:
    for secret in SECRETS[code]:
        if not (code == "personal-email" and around == ("ก", "ก")):  # a letter of Latin script would belong to it
            text = around[0] + secret + around[1]
            assert [found.code for found in find_personal(text)] == [code], text
        hidden = masked(secret) + quote(secret) + "".join(found.shown for found in find_personal(secret))
        assert not re.search("มมติ|ตัวอย่าง|some|SOME|[0-9]{3}", arabic_digits(hidden)), hidden


def test_what_is_quoted_is_masked_even_where_it_is_no_valid_number() -> None:
    assert "445636" not in quote("เลข 3100600445636")
    assert quote("somebody@example.com") == "•••@•••"
    assert len(quote("ก" * 500)) == 60


def test_only_what_the_form_itself_says_is_shown_whole() -> None:
    long = "data/reports/2564/06100101/06100101-12345678.yml"
    shown, quoted = Known(long), long
    assert long in problem("x", (1, 1), "", "file-folder", expected=shown).remedy.en
    assert "12345678" not in problem("x", (1, 1), "", "file-folder", expected=quoted).remedy.en
