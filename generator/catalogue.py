"""The catalogue of problems: for each code its level, what is wrong and how to mend it. Texts only, no logic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.language import Bilingual


@dataclass(frozen=True)
class Entry:
    """One kind of problem."""

    level: Literal["error", "warning"]
    message: Bilingual
    remedy: Bilingual


def _error(what: tuple[str, str], mend: tuple[str, str]) -> Entry:
    return Entry("error", Bilingual(*what), Bilingual(*mend))


def _warning(what: tuple[str, str], mend: tuple[str, str]) -> Entry:
    return Entry("warning", Bilingual(*what), Bilingual(*mend))


FILES: dict[str, Entry] = {
    "file-missing": _error(
        ("ไม่พบไฟล์นี้", "This file is missing"),
        ("สร้างไฟล์ตามตัวอย่างในคู่มือ", "Create it after the example in the guide"),
    ),
    "file-kind": _error(
        ("ไม่ใช่ไฟล์ธรรมดา (เป็นลิงก์หรืออย่างอื่น)", "Not a regular file (a link or something else)"),
        ("ใส่ไฟล์จริงแทนลิงก์", "Put the file itself here instead of a link"),
    ),
    "file-unreadable": _error(
        ("เปิดไฟล์ไม่ได้ ({detail})", "The file cannot be opened ({detail})"),
        ("ให้สิทธิ์อ่านไฟล์นี้ หรือปิดโปรแกรมที่เปิดค้างไว้", "Allow it to be read, or close the program that holds it"),
    ),
    "file-name": _error(
        ("ชื่อไฟล์ “{value}” ใช้ไม่ได้", "The file name “{value}” cannot be used"),
        (
            "ใช้อักษร a-z เลข 0-9 และขีด ลงท้ายด้วย .yml เช่น 0100-814.yml",
            "Use a-z, 0-9 and dashes, ending in .yml, such as 0100-814.yml",
        ),
    ),
    "file-size": _error(
        ("ไฟล์ใหญ่ {size} ไบต์ เกินกำหนด {most}", "The file has {size} bytes, more than the {most} allowed"),
        ("เก็บเฉพาะข้อความ ไม่ฝังรูปหรือเอกสาร ให้ใส่ลิงก์แทน", "Keep text only; link to pictures and documents instead"),
    ),
    "file-folder": _error(
        ("ไฟล์อยู่ผิดโฟลเดอร์", "The file is in the wrong folder"),
        (
            "แก้ fiscal_year หรือ agency ให้ตรงกับโฟลเดอร์ หรือย้ายไฟล์ไปที่ {expected} ถ้ายังไม่มีไฟล์นั้น",
            "Make fiscal_year and agency agree with the folder, or move the file to {expected} if there is none yet",
        ),
    ),
    "file-stray": _error(
        ("ไม่มีใครอ่านไฟล์หรือโฟลเดอร์นี้", "Nothing reads this file or folder"),
        (
            "ถ้าเป็นรายงาน ย้ายไปไว้ใต้ {expected}/ ถ้าไม่ใช่ ย้ายออกจากโฟลเดอร์นี้",
            "Move a report to its place below {expected}/, and anything else out of this folder",
        ),
    ),
    "file-id": _error(
        ("ชื่อไฟล์ไม่ตรงกับ id “{value}”", "The file's name differs from its id “{value}”"),
        ("เปลี่ยนชื่อไฟล์เป็น {value}.yml หรือแก้ id", "Rename the file to {value}.yml, or correct the id"),
    ),
    "encoding": _error(
        ("ไฟล์ไม่ใช่ UTF-8", "The file is not UTF-8"),
        ("บันทึกใหม่โดยเลือกรหัสอักขระ UTF-8", "Save it again with the encoding UTF-8"),
    ),
    "encoding-thai": _error(
        (
            "ไฟล์น่าจะบันทึกเป็น TIS-620 หรือ Windows-874 ไม่ใช่ UTF-8",
            "The file looks like TIS-620 or Windows-874, not UTF-8",
        ),
        (
            "เปิดใน Notepad เลือก บันทึกเป็น (Save As) แล้วเลือก Encoding เป็น UTF-8",
            "Open it in Notepad, choose Save As, and set Encoding to UTF-8",
        ),
    ),
    "character": _error(
        ("มีอักขระที่มองไม่เห็นหรือใช้ไม่ได้ ({value})", "There is an invisible or forbidden character ({value})"),
        ("ลบอักขระนี้แล้วพิมพ์ข้อความช่วงนั้นใหม่", "Delete it and type that part again"),
    ),
    "character-invisible": _warning(
        (
            "มีอักขระที่มองไม่เห็น ({value}) ทำให้ค้นหาคำและตัวเลขไม่พบ",
            "There is an invisible character ({value}), which hides words and numbers from a search",
        ),
        (
            "ลบอักขระนี้ หรือพิมพ์ช่วงนั้นใหม่ มักติดมาจากข้อความที่คัดลอกจากเว็บ",
            "Delete it or type that part again; it often comes with text copied from the web",
        ),
    ),
    "line-ends": _error(
        (
            "บรรทัดในไฟล์จบด้วยรหัส CR แบบ Mac รุ่นเก่า จึงอ่านเป็นบรรทัดเดียว",
            "The lines end in a lone CR, as on old Macs, so that the file is one line",
        ),
        ("บันทึกใหม่โดยเลือกท้ายบรรทัดแบบ LF หรือ CRLF", "Save it again with line ends LF or CRLF"),
    ),
    "too-many-problems": _warning(
        ("และอีก {count} แห่งในไฟล์นี้", "And {count} more in this file"),
        ("แก้ที่บอกไว้ก่อน แล้วตรวจใหม่", "Mend those told, then check again"),
    ),
    "thai-spelling": _warning(
        ("พบ “{value}” ซึ่งมักพิมพ์ผิด", "“{value}” is usually a typing error"),
        ("พิมพ์ใหม่เป็น “{expected}”", "Type “{expected}” instead"),
    ),
}

YAML: dict[str, Entry] = {
    "yaml-syntax": _error(
        ("อ่านไฟล์ไม่ได้ตรงนี้: {expected_th}", "The file cannot be read here: {expected}"),
        (
            "ถ้าเป็นข้อความ ใส่ |- หลัง : แล้วพิมพ์ข้อความในบรรทัดถัดไป ย่อหน้าเท่ากันทุกบรรทัด",
            "If it is meant as text, put `|-` after the colon and the text below, every line indented equally",
        ),
    ),
    "yaml-tab": _error(
        ("ย่อหน้าด้วยปุ่ม Tab", "The line is indented with a tab"),
        ("ลบ Tab แล้วเคาะช่องว่างให้ตรงกับบรรทัดอื่นในกลุ่ม", "Use spaces instead, as many as the lines around it have"),
    ),
    "yaml-space": _error(
        ("ไม่มีช่องว่างหลัง : หรือ -", "A space is missing after the colon or dash"),
        ("พิมพ์เป็น {value}", "Type it as {value}"),
    ),
    "yaml-dash": _error(
        ("มีขีด - ต่อจาก : ในบรรทัดเดียวกัน", "A dash stands on the line of the field's name"),
        (
            "ถ้าไม่มีข้อมูล ให้เว้นว่างหลัง : ถ้าเป็นข้อย่อย ใส่ |- หลัง : แล้วพิมพ์ในบรรทัดถัดไป",
            "Leave the field blank if there is nothing to say; put points below, with `|-` after the colon",
        ),
    ),
    "yaml-colon": _error(
        ("ข้อความมี : ตามด้วยช่องว่าง", "The text holds a colon followed by a space"),
        (
            "ใส่ทั้งข้อความในเครื่องหมาย '…' หรือใส่ |- หลังชื่อช่องแล้วพิมพ์ข้อความในบรรทัดถัดไป",
            "Put the whole text in '…', or put `|-` after the field's name and the text below",
        ),
    ),
    "yaml-merge": _error(
        ("มีเครื่องหมายของการรวมไฟล์ที่ยังไม่เสร็จ", "Marks of an unfinished merge stand here"),
        (
            "เลือกข้อความที่ถูกระหว่าง <<<<<<< กับ >>>>>>> แล้วลบบรรทัดเครื่องหมายทั้งสาม",
            "Keep the right one of the texts between <<<<<<< and >>>>>>>, and delete the three lines of marks",
        ),
    ),
    "yaml-list": _error(
        ("[] บอกว่ารายการว่าง แต่บรรทัดถัดไปมีรายการ", "`[]` says that the list is empty, but an entry follows"),
        ("ลบ [] ในบรรทัดนี้", "Delete the `[]` on this line"),
    ),
    "yaml-quote": _error(
        (
            "เครื่องหมายคำพูดที่เปิดตรงนี้ไม่ปิด หรือปิดก่อนจบข้อความ",
            "The quotation mark opened here is not closed, or closes before the text ends",
        ),
        (
            "ลบเครื่องหมายคำพูดที่ครอบ ใส่ |- หลัง : แทน แล้วพิมพ์ข้อความในบรรทัดถัดไป",
            "Take away the marks around the text, put `|-` after the colon instead and the text below",
        ),
    ),
    "yaml-indent": _error(
        ("ย่อหน้าไม่ตรงกับบรรทัดอื่นในกลุ่ม", "The line is not indented as the others of its group"),
        (
            "ขยับให้ตรงกับช่องอื่นในกลุ่มเดียวกัน หรือกับบรรทัดบนถ้าเป็นข้อความต่อกัน",
            "Begin it where the other fields of its group begin, or where the text above it does",
        ),
    ),
    "yaml-text": _error(
        ("บรรทัดนี้ไม่อยู่ในช่องใด", "This line belongs to no field"),
        (
            "ถ้าเป็นข้อความของช่องข้างบน ใส่ |- หลัง : ของช่องนั้น แล้วย่อหน้าทุกบรรทัดเท่ากัน ถ้าเป็นช่อง ใส่ : หลังชื่อ",
            "If it is text of the field above, put `|-` after that field's colon and indent every line equally; if it is a field, put a colon after its name",
        ),
    ),
    "yaml-key": _error(
        ("ชื่อช่องเป็นรายการหรือกลุ่มไม่ได้", "A list or group cannot be the name of a field"),
        ("ถ้าเป็นข้อความ ให้ใส่ในเครื่องหมายคำพูด", "If it is meant as text, put it in quotation marks"),
    ),
    "yaml-empty": _error(
        ("ไฟล์ว่าง", "The file is empty"),
        ("เริ่มจากโครงที่ prongsai new สร้างให้", "Begin with the skeleton that prongsai new makes"),
    ),
    "list-empty": _error(
        ("ไฟล์ว่าง", "The file is empty"),
        (
            "กู้ไฟล์เดิมคืน หรือเขียนใหม่ตามตัวอย่างในคู่มือ",
            "Bring the former file back, or write it after the example in the guide",
        ),
    ),
    "yaml-alias": _error(
        ("ใช้ & หรือ * ของ YAML ไม่ได้", "YAML anchors (&) and aliases (*) are not allowed"),
        ("ถ้าเป็นข้อความ ให้ใส่ในเครื่องหมายคำพูด", "If it is meant as text, put it in quotation marks"),
    ),
    "yaml-tag": _error(
        ("ใช้ ! ของ YAML ไม่ได้", "YAML tags (!) are not allowed"),
        ("ถ้าเป็นข้อความ ให้ใส่ในเครื่องหมายคำพูด", "If it is meant as text, put it in quotation marks"),
    ),
    "yaml-directive": _error(
        ("บรรทัดที่ขึ้นต้นด้วย % ใช้ไม่ได้", "YAML directives (%) are not allowed"),
        ("ลบบรรทัดนี้", "Delete this line"),
    ),
    "yaml-documents": _error(
        ("หนึ่งไฟล์มีได้หนึ่งรายงาน", "A file holds one document only"),
        ("ลบ --- แล้วแยกส่วนหลังเป็นไฟล์ใหม่", "Remove the ---, and move what follows to a file of its own"),
    ),
    "yaml-depth": _error(
        ("ซ้อนลึกเกิน {most} ชั้น", "Nested deeper than {most} levels"),
        ("จัดย่อหน้าให้เหมือนแบบ", "Indent as the form does"),
    ),
    "duplicate-key": _error(
        ("มี “{key}” ซ้ำ ครั้งแรกที่บรรทัด {first}", "“{key}” stands twice; first in line {first}"),
        ("เก็บไว้บรรทัดเดียว", "Keep only one of them"),
    ),
    "unknown-key": _error(
        ("ไม่มีช่องชื่อ “{key}” ในแบบ", "The form has no field “{key}”"),
        ("ใช้ชื่อช่องที่มีในแบบ ที่ใกล้เคียงคือ {near}", "Use a field of the form; the nearest is {near}"),
    ),
    "key-missing": _warning(
        (
            "ไฟล์ไม่มีช่อง {keys} อาจถูกลบไปโดยไม่ตั้งใจ",
            "The file lacks the fields {keys}; they may have been deleted by accident",
        ),
        (
            "กู้ข้อความคืนถ้าถูกลบ ถ้ายังไม่มีข้อมูล เพิ่มช่องแล้วเว้นว่าง หรือใช้ prongsai fmt",
            "Bring back what was deleted; if there is nothing yet, add the fields and leave them blank, or run prongsai fmt",
        ),
    ),
    "text-folded": _error(
        ("หลายบรรทัดจะถูกต่อเป็นบรรทัดเดียว", "Several lines would be joined to one"),
        (
            "ใส่ |- หลัง : แล้วพิมพ์ข้อความในบรรทัดถัดไป ย่อหน้าเท่ากันทุกบรรทัด ไม่ใช้เครื่องหมายคำพูดครอบ",
            "Put `|-` after the colon and the text below, every line indented equally, without quotation marks around it",
        ),
    ),
    "text-cut": _error(
        (
            "ข้อความหลัง # จะหายไป เพราะ YAML ถือว่าเป็นหมายเหตุ: “{value}”",
            "The text after # would be lost, for YAML takes it as a comment: “{value}”",
        ),
        ("ใส่ทั้งข้อความในเครื่องหมาย '…' หรือไว้ใต้ |-", "Put the whole text in '…' or under `|-`"),
    ),
    "comment": _warning(
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

VALUES: dict[str, Entry] = {
    "wrong-shape": _error(
        ("ช่องนี้ต้องเป็น{expected_th}", "This field must be {expected}"),
        (
            "เขียนแบบ {example} ดูหน้า “คำอธิบายแบบรายงาน”",
            "Write it like {example}; see the page “คำอธิบายแบบรายงาน” (field reference)",
        ),
    ),
    "required": _error(
        ("ต้องกรอกช่องนี้", "This field must be filled in"),
        ("กรอกตามตัวอย่าง: {example}", "Fill it in, for example: {example}"),
    ),
    "line-break": _error(
        ("ช่องนี้มีได้บรรทัดเดียว", "This field holds one line only"),
        ("รวมเป็นบรรทัดเดียว", "Join the lines"),
    ),
    "too-long": _error(
        ("ยาว {length} ตัวอักษร เกิน {most}", "{length} characters, more than {most}"),
        ("ย่อข้อความ หรือแนบเป็นหลักฐาน", "Shorten the text or link a document as evidence"),
    ),
    "too-many": _error(
        ("มี {length} รายการ เกิน {most}", "{length} entries, more than {most}"),
        ("รวมรายการ หรือแนบเป็นหลักฐาน", "Join entries or link a document as evidence"),
    ),
    "bad-code": _error(
        ("“{value}” ไม่ตรงรูปแบบของช่องนี้", "“{value}” does not have the shape of this field"),
        ("เขียนแบบ {example}", "Write it like {example}"),
    ),
    "bad-number": _error(
        ("“{value}” ไม่ใช่ตัวเลขล้วน", "“{value}” is not a plain number"),
        (
            "ใส่ตัวเลขอารบิก ไม่มีจุลภาค คำ หรือ % เช่น {likely}; หน่วยนับอยู่ในช่อง unit",
            "Write Arabic digits without commas, words or %, such as {likely}; the unit has its own field",
        ),
    ),
    "no-number": _error(
        ("“{value}” ไม่มีตัวเลข", "“{value}” holds no number"),
        (
            "ถ้าไม่มีให้เว้นว่าง ถ้ามีให้ใส่ตัวเลขอารบิกอย่างเดียว",
            "Leave it blank if there is none; otherwise write the number alone, in Arabic digits",
        ),
    ),
    "smart-quotes": _error(
        ("“{value}” อยู่ในเครื่องหมายคำพูดแบบโค้ง", "“{value}” stands in curly quotation marks"),
        (
            "พิมพ์ '{likely}' ด้วยเครื่องหมายตรง หรือ {likely} ไม่มีเครื่องหมาย",
            "Type '{likely}' with straight marks, or {likely} with none",
        ),
    ),
    "out-of-range": _error(
        ("{value} อยู่นอกช่วง {least} ถึง {largest}", "{value} lies outside {least} to {largest}"),
        ("ตรวจตัวเลขกับต้นฉบับ", "Compare the number with the original"),
    ),
    "bad-date": _error(
        ("“{value}” ไม่ใช่วันที่ในรูปปีพุทธศักราช", "“{value}” is no date in the spelling of the Buddhist era"),
        ("เขียน ปี-เดือน-วัน แบบ {likely}", "Write year-month-day in the Buddhist era, like {likely}"),
    ),
    "day-missing": _error(
        ("ไม่มีวันที่ “{value}” ในปฏิทิน", "The date “{value}” does not exist"),
        ("ตรวจวันและเดือนกับต้นฉบับ", "Compare day and month with the original"),
    ),
    "bad-month-day": _error(
        ("“{value}” ไม่ใช่ เดือน-วัน ที่มีในปฏิทิน", "“{value}” is not a month and day of the calendar"),
        ("เขียนแบบ 01-31", "Write it like 01-31"),
    ),
    "bad-choice": _error(
        ("“{value}” ไม่มีในตัวเลือก", "“{value}” is none of the choices"),
        ("เลือกหนึ่งใน: {options_th}", "Choose one of: {options}"),
    ),
    "bad-link": _error(
        ("“{value}” ไม่ใช่ที่อยู่เว็บที่ใช้ได้", "“{value}” is no usable web address"),
        (
            "คัดลอกที่อยู่เต็มที่ขึ้นต้นด้วย https:// ไม่มีช่องว่างหรือ @",
            "Copy the full address, beginning with https://, without spaces or @",
        ),
    ),
}

RULES: dict[str, Entry] = {
    "result-without-target": _error(
        ("มีผลงานแต่ไม่มีเป้าหมาย", "There is a result but no target"),
        ("กรอก target → number ตามแบบข้อ 5", "Fill in `target`, `number`, from part 5 of the form"),
    ),
    "unit-missing": _error(
        ("มีตัวเลขแต่ไม่มีหน่วยนับ", "There is a number without a unit"),
        ("กรอก unit เช่น ร้อยละ ระดับ คน", "Fill in `unit`, such as ร้อยละ, ระดับ or คน"),
    ),
    "unit-differs": _error(
        (
            "หน่วยนับของผลงาน “{result}” ต่างจากเป้าหมาย “{target}”",
            "The result's unit “{result}” differs from the target's “{target}”",
        ),
        ("ใช้หน่วยเดียวกันทั้งสองช่อง", "Use the same unit in both"),
    ),
    "level-range": _error(
        ("ระดับ {value} อยู่นอก 1 ถึง 5", "Level {value} lies outside 1 to 5"),
        (
            "ใส่ระดับ 1 ถึง 5; ร้อยละความก้าวหน้าให้ใส่ในช่อง progress ของไตรมาส",
            "Give a level of 1 to 5; a progress in per cent belongs in `progress` of its quarter",
        ),
    ),
    "level-scale-repeats": _error(
        ("มีเกณฑ์ของระดับ {value} ซ้ำ", "Level {value} has more than one criterion"),
        ("รวมเป็นเกณฑ์เดียวต่อระดับ", "Keep one criterion a level"),
    ),
    "range-ends": _error(
        ("ตัวชี้วัดแบบช่วงต้องมีขอบล่างไม่เกินขอบบน", "A range needs a lower end that is not above its upper end"),
        ("กรอก number (ขอบล่าง) และ upper (ขอบบน)", "Fill in `number` (lower end) and `upper` (upper end)"),
    ),
    "upper-without-range": _error(
        ("มีขอบบนแต่ direction ไม่ใช่ range", "There is an upper end, but `direction` is not `range`"),
        ("ลบ upper หรือใส่ direction: range", "Delete `upper`, or set `direction: range`"),
    ),
    "over-target": _warning(
        ("ผลงานเป็น {share}% ของเป้าหมาย เกิน 200%", "The result is {share}% of the target, over 200%"),
        ("ตรวจตัวเลขและหน่วยนับทั้งสองช่อง", "Check both numbers and their units"),
    ),
    "quarter-falls": _warning(
        ("ตัวเลขสะสมลดจาก {before} เป็น {after}", "The cumulative number falls from {before} to {after}"),
        ("ใส่ผลสะสมตั้งแต่ต้นปี ไม่ใช่เฉพาะไตรมาส", "Give the total since the year began, not the quarter alone"),
    ),
    "quarter-both-numbers": _error(
        ("มีทั้ง result และ progress ในไตรมาสเดียว", "The quarter has both `result` and `progress`"),
        (
            "เหลือช่องเดียว: result คือหน่วยของเป้าหมาย progress คือร้อยละของงาน",
            "Keep one: `result` in the target's unit, or `progress` in per cent",
        ),
    ),
    "quarters-mixed": _warning(
        (
            "บางไตรมาสเป็นร้อยละความก้าวหน้า บางไตรมาสเป็นผลในหน่วยเป้าหมาย: {values}",
            "Some quarters give progress in per cent, others a result in the target's unit: {values}",
        ),
        (
            "ใช้แบบเดียวกันทุกไตรมาสถ้าทำได้ ตัวเลขสองแบบเทียบกันไม่ได้",
            "Use one kind in all quarters if you can; the two cannot be compared",
        ),
    ),
    "last-quarter-differs": _warning(
        (
            "ผลไตรมาสที่ 4 ({quarter}) ต่างจากผลทั้งปี ({year})",
            "The fourth quarter's result ({quarter}) differs from the year's ({year})",
        ),
        ("ตรวจว่าตัวใดเป็นผลสุดท้าย", "Check which one is final"),
    ),
    "narrative-placeholder": _warning(
        ("ช่องนี้มีแต่ “{value}” ซึ่งไม่ได้บอกอะไร", "There is only “{value}” here, which tells nothing"),
        ("เว้นว่างถ้าไม่มีอะไรรายงาน หรือเขียนสิ่งที่ทำ", "Leave it blank if there is nothing to report, or write what was done"),
    ),
    "narrative-copied": _warning(
        ("ข้อความเหมือนไตรมาสที่ {quarter} ทุกตัวอักษร", "The text is the same as quarter {quarter}'s"),
        ("เขียนสิ่งที่เกิดขึ้นในไตรมาสนี้", "Write what happened in this quarter"),
    ),
    "still-in-progress": _warning(
        ("เขียนว่า “อยู่ระหว่างดำเนินการ” สามไตรมาสติดกัน", "“อยู่ระหว่างดำเนินการ” (in progress) three quarters in a row"),
        (
            "บอกว่าทำถึงขั้นไหน เหลืออะไร และจะเสร็จเมื่อใด",
            "Say what has been done, what is left, and when it will be finished",
        ),
    ),
    "date-impossible": _warning(
        ("ไม่มีวันที่ “{value}” ในปฏิทิน", "The date “{value}” does not exist"),
        ("ตรวจกับต้นฉบับ", "Compare it with the original"),
    ),
    "date-era": _warning(
        ("“{value}” เป็นปีคริสต์ศักราช", "“{value}” counts the years of the Common Era"),
        ("เขียนเป็นปีพุทธศักราช: {expected}", "Write the year of the Buddhist era: {expected}"),
    ),
    "date-outside-year": _warning(
        ("“{value}” อยู่นอกปีงบประมาณ {year}", "“{value}” lies outside fiscal year {year}"),
        ("ตรวจปีและเดือนกับต้นฉบับ", "Check year and month against the original"),
    ),
    "date-after-quarter": _warning(
        ("“{value}” อยู่หลังสิ้นไตรมาสที่ {quarter}", "“{value}” is later than the end of quarter {quarter}"),
        (
            "ถ้าเป็นแผนล่วงหน้าปล่อยไว้ได้ ถ้าเป็นสิ่งที่ทำแล้วให้ย้ายไปไตรมาสที่ถูก",
            "Fine for a plan; what was done belongs in the quarter in which it was done",
        ),
    ),
    "unknown-agency": _error(
        ("ไม่มีหน่วยงานรหัส “{value}” ใน data/agencies.yml", "data/agencies.yml has no agency “{value}”"),
        ("แก้รหัส หรือเพิ่มหน่วยงานในไฟล์นั้น", "Correct the code, or add the agency there"),
    ),
    "unknown-plan-entry": _error(
        ("ไม่มีรายการ “{value}” ใน data/plan.yml", "data/plan.yml has no entry “{value}”"),
        ("แก้รหัส หรือเพิ่มรายการในไฟล์นั้น", "Correct the id, or add the entry there"),
    ),
    "unknown-cause": _error(
        ("ไม่มีสาเหตุ “{value}” ใน data/portal.yml", "data/portal.yml has no cause “{value}”"),
        ("เลือกหนึ่งใน: {options}; หรือเพิ่มใน causes", "Choose one of: {options}; or add it to `causes`"),
    ),
    "duplicate-id": _error(
        ("{value} มีอยู่แล้วที่ {other}", "{value} stands already in {other}"),
        ("แต่ละรายการใช้รหัสของตัวเอง", "Give each entry an id of its own"),
    ),
    "duplicate-report": _error(
        ("ตัวชี้วัด {value} ของปีนี้มีรายงานอยู่แล้วที่ {other}", "Indicator {value} has a report of this year already: {other}"),
        ("แก้ fiscal_year หรือ id ของไฟล์ที่คัดลอกมา", "Correct fiscal_year or id of the file that is the copy"),
    ),
    "id-agency": _error(
        ("id “{value}” ไม่ขึ้นต้นด้วยรหัสหน่วยงาน {agency}", "The id “{value}” does not begin with the agency code {agency}"),
        ("แก้ id หรือ agency ให้ตรงกัน", "Make `id` and `agency` agree"),
    ),
    "letter-not-listed": _warning(
        (
            "ข้อความกล่าวถึงหนังสือ “{value}” แต่ไม่มีใน letters",
            "The text names letter “{value}”, which `letters` does not list",
        ),
        ("เพิ่มใน letters: number และ date", "Add it to `letters` with `number` and `date`"),
    ),
    "evidence-not-listed": _warning(
        ("ข้อความกล่าวถึง “{value}” แต่ไม่มีใน evidence", "The text names “{value}”, which `evidence` does not list"),
        ("เพิ่มใน evidence พร้อมลิงก์ถ้ามี", "Add it to `evidence`, with a link if there is one"),
    ),
    "summary-missing": _warning(
        ("สิ้นปีงบประมาณแล้วแต่ยังไม่มีสรุปผลปลายปี", "The fiscal year has ended, but there is no year-end summary"),
        ("กรอก year_end_summary ตามแบบข้อ 6.5", "Fill in `year_end_summary`, part 6.5 of the form"),
    ),
    "bands-order": _error(
        ("เกณฑ์ nearly ต้องน้อยกว่า met", "The band `nearly` must lie below `met`"),
        ("แก้ bands ใน data/portal.yml", "Correct `bands` in data/portal.yml"),
    ),
}

PERSONAL: dict[str, Entry] = {
    "personal-id": _error(
        ("มีเลขที่เป็นเลขประจำตัวประชาชน ({value})", "There is what is a national identity number ({value})"),
        (
            "ลบออก ห้ามเผยแพร่ และแจ้งผู้ดูแลเพื่อลบจากประวัติ",
            "Remove it; it must not be published. Tell the keeper, so that it is removed from the history too",
        ),
    ),
    "personal-account": _error(
        ("มีเลขที่บัญชีธนาคาร ({value})", "There is a bank account number ({value})"),
        ("ลบออก ห้ามเผยแพร่", "Remove it; it must not be published"),
    ),
    "personal-mobile": _error(
        ("มีหมายเลขโทรศัพท์มือถือ ({value})", "There is a mobile telephone number ({value})"),
        ("ใช้เบอร์กลางของหน่วยงานแทน", "Use the office's shared number instead"),
    ),
    "personal-email": _error(
        ("มีอีเมลส่วนตัว ({value})", "There is a personal e-mail address ({value})"),
        ("ใช้อีเมลกลางของหน่วยงานแทน", "Use the office's shared address instead"),
    ),
    "personal-name": _warning(
        ("น่าจะมีชื่อบุคคล ({value})", "This looks like a person's name ({value})"),
        ("เขียนเป็นตำแหน่งแทนชื่อ ถ้าไม่จำเป็นต้องระบุตัว", "Name the office instead of the person where you can"),
    ),
}

CATALOGUE: dict[str, Entry] = FILES | YAML | VALUES | RULES | PERSONAL
