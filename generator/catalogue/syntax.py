"""Files that are no YAML, or more of it than a report needs."""

from __future__ import annotations

from generator.catalogue.entry import Entry, error, warning

YAML: dict[str, Entry] = {
    "yaml-syntax": error(
        ("อ่านไฟล์ไม่ได้ตรงนี้: {expected_th}", "The file cannot be read here: {expected}"),
        (
            "ถ้าเป็นข้อความ ใส่ |- หลัง : แล้วพิมพ์ข้อความในบรรทัดถัดไป ย่อหน้าเท่ากันทุกบรรทัด",
            "If it is meant as text, put `|-` after the colon and the text below, every line indented equally",
        ),
    ),
    "yaml-tab": error(
        ("ย่อหน้าด้วยปุ่ม Tab", "The line is indented with a tab"),
        ("ลบ Tab แล้วเคาะช่องว่างให้ตรงกับบรรทัดอื่นในกลุ่ม", "Use spaces instead, as many as the lines around it have"),
    ),
    "yaml-space": error(
        ("ไม่มีช่องว่างหลัง : หรือ -", "A space is missing after the colon or dash"),
        ("พิมพ์เป็น {value}", "Type it as {value}"),
    ),
    "yaml-dash": error(
        ("มีขีด - ต่อจาก : ในบรรทัดเดียวกัน", "A dash stands on the line of the field's name"),
        (
            "ถ้าไม่มีข้อมูล ให้เว้นว่างหลัง : ถ้าเป็นข้อย่อย ใส่ |- หลัง : แล้วพิมพ์ในบรรทัดถัดไป",
            "Leave the field blank if there is nothing to say; put points below, with `|-` after the colon",
        ),
    ),
    "yaml-colon": error(
        ("ข้อความมี : ตามด้วยช่องว่าง", "The text holds a colon followed by a space"),
        (
            "ใส่ทั้งข้อความในเครื่องหมาย '…' หรือใส่ |- หลังชื่อช่องแล้วพิมพ์ข้อความในบรรทัดถัดไป",
            "Put the whole text in '…', or put `|-` after the field's name and the text below",
        ),
    ),
    "yaml-merge": error(
        ("มีเครื่องหมายของการรวมไฟล์ที่ยังไม่เสร็จ", "Marks of an unfinished merge stand here"),
        (
            "เลือกข้อความที่ถูกระหว่าง <<<<<<< กับ >>>>>>> แล้วลบบรรทัดเครื่องหมายทั้งสาม",
            "Keep the right one of the texts between <<<<<<< and >>>>>>>, and delete the three lines of marks",
        ),
    ),
    "yaml-list": error(
        ("[] บอกว่ารายการว่าง แต่บรรทัดถัดไปมีรายการ", "`[]` says that the list is empty, but an entry follows"),
        ("ลบ [] ในบรรทัดนี้", "Delete the `[]` on this line"),
    ),
    "yaml-quote": error(
        (
            "เครื่องหมายคำพูดที่เปิดตรงนี้ไม่ปิด หรือปิดก่อนจบข้อความ",
            "The quotation mark opened here is not closed, or closes before the text ends",
        ),
        (
            "ลบเครื่องหมายคำพูดที่ครอบ ใส่ |- หลัง : แทน แล้วพิมพ์ข้อความในบรรทัดถัดไป",
            "Take away the marks around the text, put `|-` after the colon instead and the text below",
        ),
    ),
    "yaml-indent": error(
        ("ย่อหน้าไม่ตรงกับบรรทัดอื่นในกลุ่ม", "The line is not indented as the others of its group"),
        (
            "ขยับให้ตรงกับช่องอื่นในกลุ่มเดียวกัน หรือกับบรรทัดบนถ้าเป็นข้อความต่อกัน",
            "Begin it where the other fields of its group begin, or where the text above it does",
        ),
    ),
    "yaml-text": error(
        ("บรรทัดนี้ไม่อยู่ในช่องใด", "This line belongs to no field"),
        (
            "ถ้าเป็นข้อความของช่องข้างบน ใส่ |- หลัง : ของช่องนั้น แล้วย่อหน้าทุกบรรทัดเท่ากัน ถ้าเป็นช่อง ใส่ : หลังชื่อ",
            "If it is text of the field above, put `|-` after that field's colon and indent every line equally; if it is a field, put a colon after its name",
        ),
    ),
    "yaml-key": error(
        ("ชื่อช่องเป็นรายการหรือกลุ่มไม่ได้", "A list or group cannot be the name of a field"),
        ("ถ้าเป็นข้อความ ให้ใส่ในเครื่องหมายคำพูด", "If it is meant as text, put it in quotation marks"),
    ),
    "yaml-empty": error(
        ("ไฟล์ว่าง", "The file is empty"),
        ("เริ่มจากโครงที่ prongsai new สร้างให้", "Begin with the skeleton that prongsai new makes"),
    ),
    "list-empty": error(
        ("ไฟล์ว่าง", "The file is empty"),
        (
            "กู้ไฟล์เดิมคืน หรือเขียนใหม่ตามตัวอย่างในคู่มือ",
            "Bring the former file back, or write it after the example in the guide",
        ),
    ),
    "yaml-alias": error(
        ("ใช้ & หรือ * ของ YAML ไม่ได้", "YAML anchors (&) and aliases (*) are not allowed"),
        ("ถ้าเป็นข้อความ ให้ใส่ในเครื่องหมายคำพูด", "If it is meant as text, put it in quotation marks"),
    ),
    "yaml-tag": error(
        ("ใช้ ! ของ YAML ไม่ได้", "YAML tags (!) are not allowed"),
        ("ถ้าเป็นข้อความ ให้ใส่ในเครื่องหมายคำพูด", "If it is meant as text, put it in quotation marks"),
    ),
    "yaml-directive": error(
        ("บรรทัดที่ขึ้นต้นด้วย % ใช้ไม่ได้", "YAML directives (%) are not allowed"),
        ("ลบบรรทัดนี้", "Delete this line"),
    ),
    "yaml-documents": error(
        ("หนึ่งไฟล์มีได้หนึ่งรายงาน", "A file holds one document only"),
        ("ลบ --- แล้วแยกส่วนหลังเป็นไฟล์ใหม่", "Remove the ---, and move what follows to a file of its own"),
    ),
    "yaml-depth": error(
        ("ซ้อนลึกเกิน {most} ชั้น", "Nested deeper than {most} levels"),
        ("จัดย่อหน้าให้เหมือนแบบ", "Indent as the form does"),
    ),
    "duplicate-key": error(
        ("มี “{key}” ซ้ำ ครั้งแรกที่บรรทัด {first}", "“{key}” stands twice; first in line {first}"),
        ("เก็บไว้บรรทัดเดียว", "Keep only one of them"),
    ),
    "unknown-key": error(
        ("ไม่มีช่องชื่อ “{key}” ในแบบ", "The form has no field “{key}”"),
        ("ใช้ชื่อช่องที่มีในแบบ ที่ใกล้เคียงคือ {near}", "Use a field of the form; the nearest is {near}"),
    ),
    "key-missing": warning(
        (
            "ไฟล์ไม่มีช่อง {keys} อาจถูกลบไปโดยไม่ตั้งใจ",
            "The file lacks the fields {keys}; they may have been deleted by accident",
        ),
        (
            "กู้ข้อความคืนถ้าถูกลบ ถ้ายังไม่มีข้อมูล เพิ่มช่องแล้วเว้นว่าง หรือใช้ prongsai fmt",
            "Bring back what was deleted; if there is nothing yet, add the fields and leave them blank, or run prongsai fmt",
        ),
    ),
    "text-folded": error(
        ("หลายบรรทัดจะถูกต่อเป็นบรรทัดเดียว", "Several lines would be joined to one"),
        (
            "ใส่ |- หลัง : แล้วพิมพ์ข้อความในบรรทัดถัดไป ย่อหน้าเท่ากันทุกบรรทัด ไม่ใช้เครื่องหมายคำพูดครอบ",
            "Put `|-` after the colon and the text below, every line indented equally, without quotation marks around it",
        ),
    ),
    "text-cut": error(
        (
            "ข้อความหลัง # จะหายไป เพราะ YAML ถือว่าเป็นหมายเหตุ: “{value}”",
            "The text after # would be lost, for YAML takes it as a comment: “{value}”",
        ),
        ("ใส่ทั้งข้อความในเครื่องหมาย '…' หรือไว้ใต้ |-", "Put the whole text in '…' or under `|-`"),
    ),
    "comment": warning(
        (
            "หมายเหตุ # ไม่ถูกเผยแพร่และอาจหายเมื่อแก้ด้วยแบบฟอร์ม: “{value}”",
            "A comment is not published and may get lost: “{value}”",
        ),
        (
            "ย้ายข้อความไปไว้ใน sources → note แล้วลบบรรทัด #",
            "Move the text to a `note` under `sources` and delete the # line",
        ),
    ),
}
