"""Printed forms become drafts: by the labels in their order, with every character accounted for and nothing guessed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.canonical import as_texts
from generator.catalogue import CATALOGUE
from generator.fields import fields_of, filled
from generator.kinds import Group
from generator.legacy import LEFT_OVER, Draft, Given, given_lists, import_form, not_this_form, open_source
from generator.load import load
from generator.model import Report, reported_quarters
from generator.parts import Quarters, Source
from generator.suggestions import confirmed
from generator.thai import arabic_digits
from printed_form import GIVEN, REAL, ROOT, TITLE, bare, codes, draft_of, drafts_of, printed

MANY = settings(
    max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
CASES = sorted((Path(__file__).parent / "cases" / "legacy").glob("*.yml"))


@pytest.fixture(scope="module")
def real() -> Draft:
    data = load(ROOT / "data")
    lists = given_lists(data.portal.form, data.agencies.form, data.plan.form)
    told = dataclasses.replace(lists, fiscal_year=2564, agency="0100", id="0100-814")
    (draft,) = import_form(open_source("0100-814.txt", REAL.read_bytes()), told)
    return draft


@pytest.fixture(scope="module")
def handmade() -> Report:
    found = next(each.form for each in load(ROOT / "data").reports if each.path.endswith("0100-814.yml"))
    assert found is not None
    return found


def of_the_form(handmade: Report) -> Report:
    """Leave out of the record what only the city's own pages and people say: progress, scores, words on the sources."""
    told = {
        f"q{number}": dataclasses.replace(quarter, progress=None, evaluator_score=None)
        for number, quarter in reported_quarters(handmade)
    }
    form, page = handmade.sources
    assert "ความเสียหาย" in (form.note or "")
    assert "สำเนาสาธารณะ" in page.title
    return dataclasses.replace(handmade, quarters=Quarters(**told), sources=(), suggested=())


def test_the_real_form_gives_the_record_made_by_hand(real: Draft, handmade: Report) -> None:
    found = as_texts(dataclasses.replace(real.report, sources=(), suggested=()))
    assert found == as_texts(of_the_form(handmade))


def test_a_draft_names_the_file_it_was_made_of_as_the_record_does(real: Draft, handmade: Report) -> None:
    (source,) = real.report.sources
    assert source == Source(title=f"{handmade.sources[0].title.partition(' (')[0]} (0100-814.txt)")
    for path in ("Downloads/secret/0100-814.txt", "C:\\forms\\0100-814.txt"):
        (draft,) = import_form(open_source(path, printed().encode()), GIVEN)
        assert draft.report.sources == (source,)


@pytest.mark.parametrize("quarter", ["q1", "q2", "q3", "q4"])
def test_the_real_form_gives_the_narratives_paragraph_by_paragraph(real: Draft, handmade: Report, quarter: str) -> None:
    found, expected = (getattr(report.quarters, quarter).narrative for report in (real.report, handmade))
    assert found.split("\n") == expected.split("\n")


def test_of_the_real_form_nothing_is_left_over_and_its_damage_is_told(real: Draft) -> None:
    assert real.coverage.left_over() == 0
    assert [(found.line, found.code) for found in real.problems] == [
        (10, "form-no-tick"),
        (20, "thai-damaged"),
        (55, "thai-question-mark"),
        (55, "thai-question-mark"),
        (61, "thai-question-mark"),
    ]


def test_what_a_machine_found_in_the_real_form_waits_for_a_person(real: Draft, handmade: Report) -> None:
    letters = [f"letters[{index}]" for index in range(len(handmade.letters))]
    expected = ["quarters.q4.result", "obstacles[0].cause", *letters, "amendments[0]"]
    assert list(real.report.suggested) == expected
    assert real.report.quarters.q4.result == handmade.quarters.q4.result


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    """Each case replaces sections of a form, and tells the values and the problems that come of it."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert case.keys() <= {"about", "sections", "text", "given", "values", "expect", "suggested"}
    text = case.get("text") or printed(**case.get("sections", {}))
    source = open_source("form.txt", text.encode())
    drafts = import_form(source, dataclasses.replace(GIVEN, **case.get("given", {})))
    problems = drafts[0].problems if drafts else not_this_form(source)
    assert len(drafts) <= 1
    assert [(each.field, each.code) for each in problems] == [tuple(each) for each in case["expect"]]
    texts = as_texts(drafts[0].report) if drafts else {}
    found = {key: _at(texts, key) for key in case.get("values", {})}
    assert found == case.get("values", {})
    assert list(drafts[0].report.suggested if drafts else ()) == case.get("suggested", _usual(texts))


def _usual(texts: dict[str, Any]) -> list[str]:
    """Give what is suggested of every form with a result: that of the last quarter."""
    return ["quarters.q4.result"] if texts and texts["quarters"]["q4"]["result"] else []


def _at(texts: Any, path: str) -> Any:
    for step in path.split("."):
        texts = texts[int(step)] if isinstance(texts, list) else texts[step]
    return texts


def test_every_code_of_the_reader_has_a_case() -> None:
    shown = {code for path in CASES for _, code in yaml.safe_load(path.read_text(encoding="utf-8"))["expect"]}
    wanted = {code for code in CATALOGUE if code.startswith(("form-", "thai-"))} - {"thai-spelling"}
    assert wanted - shown == set()


LINES_LIKE_LABELS = (
    "2. ระดับความสำเร็จ : ผลผลิต",
    "5. เป้าหมาย : 10 (คน)",
    "5. ผลการติดตาม",
    "7. ประชุมครั้งที่สอง",
    "7. ปัจจัยสนับสนุนการดำเนินงาน ได้แก่ ความร่วมมือ",
    "8. อุปสรรคต่อการดำเนินงานของชุมชน",
    "หลักฐานอ้างอิง : แบบสอบถาม",
    "อุปสรรค : ฝนตก",
    "ตำแหน่ง :",
    "3. คำนิยาม :",
    "(6.1) ไตรมาสที่ 1 :",
    "ผลงานที่ทำได้ = 3",
    "1. ชื่อตัวชี้วัด : อ.9/9อื่น",
)


@pytest.mark.parametrize("line", LINES_LIKE_LABELS)
@pytest.mark.parametrize("quarter", ["q2", "q4"])
def test_words_and_numbers_of_labels_stay_in_the_narrative(line: str, quarter: str) -> None:
    text = f" ดำเนินการ ดังนี้\n\n{line}\n\nแล้วเสร็จ"
    draft = draft_of(printed(**{quarter: text}))
    assert bare(getattr(draft.report.quarters, quarter).narrative) == bare(text)
    plain = draft_of(printed(**{quarter: " ก"})).report
    keys = [item.key for item in fields_of(Report) if item.key != "quarters"]
    assert [getattr(draft.report, key) for key in keys] == [getattr(plain, key) for key in keys]


_THAI_DIGITS = str.maketrans("123456789", "๑๒๓๔๕๖๗๘๙")
_END_APART = TITLE.replace("ตัวชี้วัด", "\nตัวชี้วัด")
_IN_TWO = TITLE.replace("ตามแผน", "\nตามแผน")
DAMAGE: dict[str, Callable[[str], str]] = {
    "a vowel of each label is lost": lambda text: text.replace("คำนิยาม", "คำนยาม").replace("หลักฐาน", "หลกฐาน"),
    "am became aa": lambda text: text.replace("คำนิยาม", "คานิยาม").replace("วิธีการคำนวณ", "วิธีการคานวณ"),
    "am is in two parts": lambda text: text.replace("ระดับความสำเร็จ :", "ระดับความส ำเร็จ :").replace("คำ", "ค ำ"),
    "tone marks are lost": lambda text: text.replace("ชื่อตัวชี้วัด :", "ชือตัวชีวัด :").replace("ที่ทำได้ =", "ทีทำได ="),
    "a letter of a label is lost": lambda text: text.replace("อุปสรรคต่อการดำเนินงาน", "อุปสรรคต่อกา?ดำเนินงาน"),
    "Thai digits in labels": lambda text: text.translate(_THAI_DIGITS),
    "no ornaments": lambda text: text.replace("::", "").replace("****", "").replace("-----", ""),
    "other ornaments": lambda text: text.replace("::", ": :").replace("****", "**").replace("-----", "--"),
    "no colons": lambda text: text.replace(" :", "").replace("::", ""),
    "no blank lines": lambda text: text.replace("\n\n", "\n"),
    "blank lines everywhere": lambda text: text.replace("\n", "\n\n\n"),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "spaces at both ends": lambda text: "\n".join(f"   {line}  " for line in text.split("\n")),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "a label broken in two": lambda text: text.replace("งาน (รายไตรมาส)", "งาน\n(รายไตรมาส)").replace("9. ", "9.\n"),
    "label and value on one line": lambda text: text.replace(":\n\n::", ":").replace(":\n", ": "),
    "brackets around numbers": lambda text: text.replace("\n7. ", "\n7) ").replace("(6.2)", "6.2"),
    "page headers": lambda text: text.replace("\n\n(6.3)", f"\n\nหน้า 2/3\n{TITLE}\n\n(6.3)"),
    "a page header whose end stands alone": lambda text: text.replace("\n\n9.", f"\n\n{_END_APART}\n9."),
    "a page header in two lines": lambda text: text.replace("\n\n9.", f"\n\n{_IN_TWO}\n9."),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_changes_no_value(damage: str) -> None:
    plain, draft = draft_of(printed()), draft_of(DAMAGE[damage](printed()))
    ours = dataclasses.replace(draft.report, method=None, definitions=())
    theirs = dataclasses.replace(plain.report, method=None, definitions=())
    if "Thai digits" in damage:
        assert "thai-damaged" not in codes(draft)
        assert bare(arabic_digits(str(ours))) == bare(arabic_digits(str(theirs)))
    elif "am" not in damage:
        assert draft.report == plain.report
    else:
        assert ours == theirs
    assert draft.coverage.left_over() == 0


def test_a_page_break_in_a_sentence_vanishes() -> None:
    draft = draft_of(printed(q2=f" ประชุมคณะทำงาน\n\n\f\n{TITLE}\n\nครั้งที่สอง"))
    assert draft.report.quarters.q2.narrative == "ประชุมคณะทำงาน ครั้งที่สอง"
    assert draft.coverage.counts()["page header"] == 2 * len(bare(TITLE))


@pytest.mark.parametrize("foot", ["https://example.go.th/x 2/3", "1/3", "ดู https://example.go.th/x 1/3"])
def test_a_date_and_an_address_that_no_browser_printed_stay_in_the_text(foot: str) -> None:
    form = printed(signed=None, position=None, evidence=f"\n20/5/2564 09:00 ประชุม\n{foot}")
    assert [each.title for each in draft_of(form).report.evidence] == ["20/5/2564 09:00 ประชุม", foot]


def test_several_reports_in_one_file() -> None:
    second = printed(name="อ.3/1ระดับความพึงพอใจ", q4=" 1. ชื่อตัวชี้วัด : เดิม\n\n2. ระดับความสำเร็จ : เดิม")
    for between in ("", "\n\n", "\f"):
        first, other, third = drafts_of(printed() + between + second + between + printed(name="กิจกรรม"))
        assert [each.report.code for each in (first, other, third)] == ["อ.2/2", "อ.3/1", None]
        assert first.report == draft_of(printed()).report
        assert other.report == draft_of(second).report
        assert first.line < other.line < third.line
        assert [each.coverage.left_over() for each in (first, other, third)] == [0, 0, 0]


def test_a_report_of_which_little_is_left_is_still_one_where_its_title_stands() -> None:
    little = printed()[: printed().index("3. ")]
    first, second = drafts_of(f"{printed()}\n{little}")
    assert first.report == draft_of(printed()).report
    assert (second.report.name, second.report.method) == (first.report.name, None)


def test_a_text_that_quotes_the_beginning_of_a_form_is_no_report() -> None:
    quoted = printed()[len(TITLE) : printed().index("3. ")]
    draft = draft_of(printed(q4=f" แบบเดิมเขียนว่า{quoted}แล้วเสร็จ"))
    assert bare(draft.report.quarters.q4.narrative or "") == bare(f"แบบเดิมเขียนว่า{quoted}แล้วเสร็จ")


@pytest.mark.parametrize("title", [True, False])
def test_of_a_report_that_is_cut_off_the_rest_is_kept_and_the_loss_is_told(*, title: bool) -> None:
    whole = printed()
    cut = whole[: whole.index("(6.3)")]
    draft = draft_of(cut if title else cut.removeprefix(TITLE))
    assert draft.report.quarters.q2 == draft_of(whole).report.quarters.q2
    assert (draft.report.quarters.q3.narrative, draft.report.evidence) == (None, ())
    missing = [dict(each.params)["value"] for each in draft.problems if each.code == "form-label-missing"]
    assert missing[:2] == ["(6.3) ไตรมาสที่ 3", "(6.4) ไตรมาสที่ 4"]
    assert len(missing) == 7


def test_a_report_whose_beginning_is_lost_follows_on_another() -> None:
    rest = printed()[printed().index("2. ระดับ") :]
    first, second = drafts_of(f"{printed()}\n{TITLE}\n\n{rest}")
    assert first.report == draft_of(printed()).report
    assert dataclasses.replace(second.report, code="อ.2/2", name=first.report.name) == first.report


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "สวัสดี", TITLE, "1. ชื่อตัวชี้วัด : ก", "1. ก\n2. ข\n3. ค\n4. ง\n5. จ\n6. ฉ\n7. ช", "a,b\n1,2\n" * 500],
)
def test_what_is_not_this_form_is_told_with_what_was_expected(text: str) -> None:
    source = open_source("other.txt", text.encode())
    assert import_form(source) == ()
    *_, found = not_this_form(source)
    assert found.level == "error"
    if found.code == "form-unknown":
        assert "1. ชื่อตัวชี้วัด" in found.message.en


USES = {"label", "ornament", "page header", LEFT_OVER}
# What the form says with ticks and titles, what was given, the name of the file, and what is blank in every draft.
NOT_SPELT = ("level", "alignment", "fiscal_year", "agency", "id", "type", "direction", "sources")


def assert_nothing_is_lost(text: str) -> None:
    """Every character has one use; what a field used is in its value in this order; what is left over is told."""
    source = open_source("form.txt", text.encode())
    lines = {line.number: line.text for line in source.lines}
    drafts = import_form(source, GIVEN)
    used: dict[tuple[int, str], str] = {}
    seen: list[str] = []
    for index, draft in enumerate(drafts):
        told = {found.line for found in draft.problems}
        for use in draft.coverage.uses:
            words = lines[use.line][use.column - 1 : use.end - 1]
            seen.append(words)
            used[index, use.used_for] = used.get((index, use.used_for), "") + words
            assert use.used_for != LEFT_OVER or use.line in told or "too-many-problems" in codes(draft)
    if drafts:
        assert bare("".join(seen)) == bare("".join(lines.values()))
    for index, draft in enumerate(drafts):
        published = {path: text for path, _, text in filled(confirmed(draft.report), Group(Report))}
        values = {path: text for path, text in published.items() if not path.startswith(NOT_SPELT)}
        spelt = {path: bare(arabic_digits(words)) for (at, path), words in used.items() if at == index}
        assert {path: bare(arabic_digits(text)) for path, text in values.items()} == {
            path: words for path, words in spelt.items() if path not in USES and not path.startswith(NOT_SPELT)
        }


_PIECES = st.sampled_from([
    "\n", "\n\n", " ", "- ", "1. ", "2.2 ", "(1) ", "ทั้งนี้ ", "::", ":", "****", ".....", "?", "(", ")", "ก", "น้ำ",
    "๒๕๖๔",
    "หมายถึง", "☑", "[x]", "ผลผลิต", "80", "1,407.52", "ร้อยละ ", "(ระดับ)", "\t", "\u200b", "\ufffd", "\x07", "หน้า 2",
    "5. เป้าหมาย :", "7. ปัจจัยสนับสนุนการดำเนินงาน :", "(6.2) ไตรมาสที่ 2 :", "ลงชื่อ", "ตำแหน่ง", "1. ชื่อตัวชี้วัด :", TITLE,
    "\n9. หลักฐานอ้างอิง :\n", "\n(6.4) ไตรมาสที่ 4 :", "ประเด็นยุทธฯ :", "คำนยาม", "กท 0100/754", "อ.2/2", "-----", "\u00a0",
])  # fmt: skip
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=14).map("".join)


@MANY
@given(parts=st.dictionaries(st.sampled_from(["name", "level", "alignment", "definitions", "method", "target", "result",
    "q1", "q4", "summary", "factors", "obstacles", "evidence", "signed", "position"]), st.none() | _TEXTS))  # fmt: skip
def test_no_character_is_lost_whatever_stands_in_the_sections(parts: dict[str, str | None]) -> None:
    assert_nothing_is_lost(printed(**parts))


@MANY
@given(text=_TEXTS, at=st.integers(0, 6000), cut=st.integers(0, 6000))
@example(text="", at=0, cut=0)
def test_no_character_of_the_real_form_is_lost_wherever_it_is_cut(text: str, at: int, cut: int) -> None:
    form = REAL.read_text(encoding="utf-8")
    assert_nothing_is_lost(form[:at] + text + form[at + cut % 300 :])


def test_coverage_is_told_by_place() -> None:
    told = draft_of(printed()).coverage.as_json()
    assert told["characters"] == len(bare(printed()))
    assert told["uses"]["page header"] == len(bare(TITLE))
    assert [1, 1, 5, "page header"] in told["spans"]


def test_year_agency_and_id_are_blank_unless_told() -> None:
    report = draft_of(printed(), Given()).report
    assert [as_texts(report)[key] for key in ("fiscal_year", "agency", "id")] == [None, None, None]


TEXTS_LIKE_LABELS = (
    "หลักฐานอ้างอิง : แบบสอบถาม",
    "อุปสรรค :",
    "7. ปัจจัยสนับสนุนการดำเนินงาน ได้แก่ ก",
    "9. ภาพถ่าย",
    "- 8. อุปสรรค : ก",
    "ตำแหน่ง :",
)


@pytest.mark.parametrize("line", TEXTS_LIKE_LABELS)
def test_where_a_label_is_missing_no_text_takes_its_place(line: str) -> None:
    cut = dict.fromkeys(["summary", "factors", "obstacles", "evidence", "signed", "position"])
    draft = draft_of(printed(q4=f" ดำเนินการ\n\n{line}\n\nแล้วเสร็จ", **cut))
    assert bare(draft.report.quarters.q4.narrative or "") == bare(f"ดำเนินการ{line}แล้วเสร็จ")
    assert codes(draft) == ["form-label-missing"] * 5
