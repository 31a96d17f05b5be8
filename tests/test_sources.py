"""Files of other programs: whatever they hold, their text is found or it is said why not."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue.sources import SOURCES
from generator.legacy import pages, source
from generator.legacy.marks import reorder, unshift
from generator.legacy.source import Line, Source, open_source
from generator.legacy.word import read_docx

FORM = Path(__file__).parent / "forms" / "0100-814.txt"
THAI = "1. ชื่อตัวชี้วัด :\nระดับความสำเร็จ ๕\n"


def opened(content: bytes) -> Source:
    return open_source("form", content)


def texts(found: Source) -> list[str]:
    return [line.text for line in found.lines]


def codes(found: Source) -> list[str]:
    return [each.code for each in found.problems]


def docx_of(*paragraphs: str) -> bytes:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    return saved(document)


def saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def pdf_of(objects: bytes, trailer: bytes = b"") -> bytes:
    """Write a small PDF by hand; PDFium finds its objects without the table of their places."""
    return b"%PDF-1.4\n" + objects + b"\ntrailer <</Root 1 0 R" + trailer + b">>\n%%EOF"


def page_of(content: bytes, resources: bytes = b"") -> bytes:
    return (
        b"1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<"
        + resources
        + b">>>> endobj\n4 0 obj <</Length "
        + str(len(content)).encode()
        + b">> stream\n"
        + content
        + b"\nendstream endobj\n"
    )


HELVETICA = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
IMAGE = (
    b"5 0 obj <</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>> "
    b"stream\n\x80\nendstream endobj\n"
)
SCANNED = pdf_of(page_of(b"q 100 0 0 100 0 0 cm /I Do Q", b"/XObject<</I 5 0 R>>") + IMAGE)
HALF_SCANNED = pdf_of(
    page_of(b"BT /F1 12 Tf 20 100 Td (KPI 1) Tj ET", HELVETICA).replace(b"[3 0 R]/Count 1", b"[3 0 R 6 0 R]/Count 2")
    + b"6 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 7 0 R/Resources<</XObject<</I 5 0 R>>>>>> "
    + b"endobj\n"
    + b"7 0 obj <</Length 28>> stream\nq 100 0 0 100 0 0 cm /I Do Q\nendstream endobj\n"
    + IMAGE
)
LOCK = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>/ID[<43><43>]"
# A font whose letters have no codes: what they are, only the picture on paper says.
NAMELESS = (
    b"/Font<</F1<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts"
    b"[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 1000"
    b"/Descent 0/CapHeight 1000/StemV 80>>>>]>>>>"
)
# The same font with codes for three letters: ท, mai ek and sara ii, which the page draws in this wrong order.
CODES = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    b"3 beginbfchar <0001> <0E17> <0002> <0E48> <0003> <0E35> endbfchar endcmap end"
)
SWAPPED = pdf_of(
    page_of(b"BT /F1 12 Tf 20 100 Td <000100020003> Tj ET", NAMELESS.replace(b"/Type0", b"/Type0/ToUnicode 5 0 R"))
    + b"5 0 obj <</Length " + str(len(CODES)).encode() + b">> stream\n" + CODES + b"\nendstream endobj\n"
)  # fmt: skip


def zip_of(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr(name, "x")
    return made.getvalue()


def without(name: str) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda monkeypatch: monkeypatch.setitem(sys.modules, name, None)


def at_most(name: str, value: int) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda monkeypatch: monkeypatch.setattr(source, name, value)


# For each code of the catalogue a file that shows it.
SHOWN: dict[str, tuple[bytes, Callable[[pytest.MonkeyPatch], None] | None]] = {
    "source-kind": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), None),
    "source-encoding": (b"caf\xe9 na\xefve et tr\xe8s bien\n", None),
    "source-size": (b"x" * 11, at_most("MOST_BYTES", 10)),
    "source-long": (b"x" * 11, at_most("MOST_CHARACTERS", 10)),
    "source-empty": (b" \n\t\n", None),
    "source-scanned": (SCANNED, None),
    "source-page-scanned": (HALF_SCANNED, None),
    "source-locked": (pdf_of(page_of(b""), LOCK), None),
    "source-broken": (b"%PDF-1.7\nnothing of a PDF", None),
    "source-extra": (docx_of("ก"), without("docx")),
    "source-charset": (THAI.encode("tis-620"), None),
    "source-shifted": ("ที\uf70a\n".encode(), None),
    "source-character": ("ก\u202eข\n".encode(), None),
    "source-marks": (SWAPPED, None),
    "source-unmapped": (pdf_of(page_of(b"BT /F1 12 Tf 20 100 Td <00410042> Tj ET", NAMELESS)), None),
}


def test_every_code_is_shown() -> None:
    assert SHOWN.keys() == SOURCES.keys()


def test_swapped_marks_of_a_pdf_are_put_in_order() -> None:
    assert texts(opened(SWAPPED)) == ["ที่"]


@pytest.mark.parametrize("code", SHOWN)
def test_what_is_wrong_with_a_file_is_told(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content, prepare = SHOWN[code]
    if prepare:
        prepare(monkeypatch)
    found = opened(content)
    assert codes(found) == [code]
    assert bool(found.lines) == (SOURCES[code].level == "warning")
    assert "{" not in found.problems[0].as_text("th") + found.problems[0].as_text("en")


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (THAI.encode(), None),
        (THAI.encode("utf-8-sig"), None),
        (THAI.replace("\n", "\r\n").encode(), None),
        (THAI.replace("\n", "\r").encode(), None),
        (THAI.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + THAI.encode("utf-16-be"), "UTF-16"),
        (THAI.encode("tis-620"), "TIS-620"),
        (THAI.replace("\n", "\r\n").encode("cp874"), "TIS-620"),
    ],
)
def test_text_of_any_office_program_is_the_same_text(content: bytes, charset: str | None) -> None:
    found = opened(content)
    assert [line for line in texts(found) if line] == THAI.split("\n")[:2]
    assert [dict(each.params)["charset"] for each in found.problems] == ([charset] if charset else [])


def test_windows_874_has_quotation_marks_that_tis_620_lacks() -> None:
    found = opened("“ระดับ” – ผลลัพธ์…\n".encode("cp874"))
    assert texts(found)[0] == "“ระดับ” – ผลลัพธ์…"
    assert dict(found.problems[0].params)["charset"] == "Windows-874"


def test_the_real_form_is_read_as_it_is() -> None:
    found = opened(FORM.read_bytes())
    assert texts(found) == FORM.read_text(encoding="utf-8").split("\n")
    assert found.lines[4] == Line(FORM.read_text(encoding="utf-8").split("\n")[4], 5)
    assert found.problems == ()


def test_a_form_feed_begins_a_page() -> None:
    assert [(line.text, line.number, line.page) for line in opened("ก\n\fข".encode()).lines] == [
        ("ก", 1, 1),
        ("", 2, 1),
        ("ข", 3, 2),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 40,
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"{\\rtf1 x}",
        b"PK\x03\x04",
        b"\xff\xfe\x00",
        b"%PDF-",
    ],
)
def test_what_is_no_text_is_an_error_and_never_raises(content: bytes) -> None:
    found = opened(content)
    assert found.lines == ()
    assert [each.level for each in found.problems] == ["error"]


@given(st.one_of(st.binary(max_size=60), st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04word/document.xml"]).flatmap(
    lambda head: st.binary(max_size=200).map(lambda rest: head + rest)
)))  # fmt: skip
def test_no_bytes_raise(content: bytes) -> None:
    found = opened(content)
    assert bool(found.lines) != any(each.level == "error" for each in found.problems)


@pytest.mark.parametrize("content", [zip_of("a.txt"), zip_of("word/document.xml"), docx_of("ก")[:-400]])
def test_a_broken_or_foreign_archive_is_told(content: bytes) -> None:
    assert codes(opened(content))[0] in {"source-kind", "source-broken"}


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.legacy.word._MOST_UNPACKED", 1_000)
    assert codes(opened(docx_of("ก"))) == ["source-size"]


def test_a_document_locked_by_an_office_program_is_told() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
    assert codes(opened(locked)) == ["source-locked"]


def test_paragraphs_and_tables_keep_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("ก่อน")
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, (("ก", "ข"), ("ค\nง", "จ")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph("หลัง\tแท็บ")
    assert [line for page in read_docx(saved(document)) for line in page] == [
        "ก่อน", "ก", "ข", "ค", "ง", "จ", "หลัง\tแท็บ",
    ]  # fmt: skip


def test_marks_of_automatic_lists_are_written_out() -> None:
    document = docx.Document()
    for style, words in (("List Number", "หนึ่ง"), ("List Number", "สอง"), ("List Bullet", "จุด")):
        document.add_paragraph(words, style=style)
    assert texts(opened(saved(document))) == ["1. หนึ่ง", "2. สอง", "- จุด"]


def test_page_header_and_footer_are_read_too() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "หัวกระดาษ"
    document.sections[0].footer.paragraphs[0].text = "ท้ายกระดาษ"
    document.add_paragraph("เนื้อความ")
    assert texts(opened(saved(document))) == ["หัวกระดาษ", "เนื้อความ", "ท้ายกระดาษ"]


def test_ticks_boxes_and_changes_of_a_document() -> None:
    document = docx.Document()
    body = document.element.body
    for inner in (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:t xml:space="preserve"> ผลผลิต</w:t></w:r>',
        "<w:r><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>",
        "<w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>ย้ายไป</w:t></w:r></w:moveFrom>",
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>ในกรอบ</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
        '<w:r><w:t>ก</w:t><w:br w:type="page"/><w:t>ข</w:t></w:r>',
    ):
        body.insert(len(body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    found = opened(saved(document))
    assert texts(found) == ["☑ ผลผลิต", "☑", "เพิ่ม", "", "ในกรอบ", "ก", "ข"]
    assert found.lines[-1].page == 2


def test_text_in_a_content_control_is_read() -> None:
    document = docx.Document()
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>ช่องกรอก</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(control))
    assert texts(opened(saved(document))) == ["ช่องกรอก"]


def test_every_shifted_code_is_a_letter_again() -> None:
    codes_of_fonts = "".join(map(chr, range(0xF700, 0xF71B)))
    found = unshift(codes_of_fonts)
    assert found.count == 27
    assert found.text == "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู"
    assert unshift("\uf0fe \uf0a8 \ue000").text == "☑ ☐ \ue000"


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("นํา", "นำ"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("ท่ี", "ที่"),
        ("ส้ิน", "สิ้น"),
        ("สิทธ์ิ", "สิทธิ์"),
        ("ท ี่", "ที่"),
        ("ที่่", "ที่"),
    ],
)
def test_marks_have_one_right_order(broken: str, right: str) -> None:
    assert reorder(broken).text == right
    assert reorder(broken).count >= 1
    assert reorder(right) == reorder(right).__class__(right, 0)


def test_the_libraries_are_asked_for_only_by_their_files(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("docx", "pypdfium2"):
        monkeypatch.setitem(sys.modules, name, None)
    assert opened(THAI.encode()).problems == ()
    assert codes(opened(SCANNED)) == ["source-extra"]
    assert "make importer" in opened(docx_of("ก")).problems[0].as_text("en")
    assert pages.MOST_BYTES >= 1 << 20
