"""Files that cannot be read or stand in the wrong place."""

from __future__ import annotations

from generator.catalogue.entry import Entry, error, warning

FILES: dict[str, Entry] = {
    "file-missing": error(
        ("ไม่พบไฟล์นี้", "This file is missing"),
        ("สร้างไฟล์ตามตัวอย่างในคู่มือ", "Create it after the example in the guide"),
    ),
    "file-kind": error(
        ("ไม่ใช่ไฟล์ธรรมดา (เป็นลิงก์หรืออย่างอื่น)", "Not a regular file (a link or something else)"),
        ("ใส่ไฟล์จริงแทนลิงก์", "Put the file itself here instead of a link"),
    ),
    "file-unreadable": error(
        ("เปิดไฟล์ไม่ได้ ({detail})", "The file cannot be opened ({detail})"),
        ("ให้สิทธิ์อ่านไฟล์นี้ หรือปิดโปรแกรมที่เปิดค้างไว้", "Allow it to be read, or close the program that holds it"),
    ),
    "file-name": error(
        ("ชื่อไฟล์ “{value}” ใช้ไม่ได้", "The file name “{value}” cannot be used"),
        (
            "ใช้อักษร a-z เลข 0-9 และขีด ลงท้ายด้วย .yml เช่น 0100-814.yml",
            "Use a-z, 0-9 and dashes, ending in .yml, such as 0100-814.yml",
        ),
    ),
    "file-size": error(
        ("ไฟล์ใหญ่ {size} ไบต์ เกินกำหนด {most}", "The file has {size} bytes, more than the {most} allowed"),
        ("เก็บเฉพาะข้อความ ไม่ฝังรูปหรือเอกสาร ให้ใส่ลิงก์แทน", "Keep text only; link to pictures and documents instead"),
    ),
    "file-folder": error(
        ("ไฟล์อยู่ผิดโฟลเดอร์", "The file is in the wrong folder"),
        (
            "แก้ fiscal_year หรือ agency ให้ตรงกับโฟลเดอร์ หรือย้ายไฟล์ไปที่ {expected} ถ้ายังไม่มีไฟล์นั้น",
            "Make fiscal_year and agency agree with the folder, or move the file to {expected} if there is none yet",
        ),
    ),
    "file-stray": error(
        ("ไม่มีใครอ่านไฟล์หรือโฟลเดอร์นี้", "Nothing reads this file or folder"),
        (
            "ถ้าเป็นรายงาน ย้ายไปไว้ใต้ {expected}/ ถ้าไม่ใช่ ย้ายออกจากโฟลเดอร์นี้",
            "Move a report to its place below {expected}/, and anything else out of this folder",
        ),
    ),
    "file-id": error(
        ("ชื่อไฟล์ไม่ตรงกับ id “{value}”", "The file's name differs from its id “{value}”"),
        ("เปลี่ยนชื่อไฟล์เป็น {value}.yml หรือแก้ id", "Rename the file to {value}.yml, or correct the id"),
    ),
    "encoding": error(
        ("ไฟล์ไม่ใช่ UTF-8", "The file is not UTF-8"),
        ("บันทึกใหม่โดยเลือกรหัสอักขระ UTF-8", "Save it again with the encoding UTF-8"),
    ),
    "encoding-thai": error(
        (
            "ไฟล์น่าจะบันทึกเป็น TIS-620 หรือ Windows-874 ไม่ใช่ UTF-8",
            "The file looks like TIS-620 or Windows-874, not UTF-8",
        ),
        (
            "เปิดใน Notepad เลือก บันทึกเป็น (Save As) แล้วเลือก Encoding เป็น UTF-8",
            "Open it in Notepad, choose Save As, and set Encoding to UTF-8",
        ),
    ),
    "character": error(
        ("มีอักขระที่มองไม่เห็นหรือใช้ไม่ได้ ({value})", "There is an invisible or forbidden character ({value})"),
        ("ลบอักขระนี้แล้วพิมพ์ข้อความช่วงนั้นใหม่", "Delete it and type that part again"),
    ),
    "character-invisible": warning(
        (
            "มีอักขระที่มองไม่เห็น ({value}) ทำให้ค้นหาคำและตัวเลขไม่พบ",
            "There is an invisible character ({value}), which hides words and numbers from a search",
        ),
        (
            "ลบอักขระนี้ หรือพิมพ์ช่วงนั้นใหม่ มักติดมาจากข้อความที่คัดลอกจากเว็บ",
            "Delete it or type that part again; it often comes with text copied from the web",
        ),
    ),
    "line-ends": error(
        (
            "บรรทัดในไฟล์จบด้วยรหัส CR แบบ Mac รุ่นเก่า จึงอ่านเป็นบรรทัดเดียว",
            "The lines end in a lone CR, as on old Macs, so that the file is one line",
        ),
        ("บันทึกใหม่โดยเลือกท้ายบรรทัดแบบ LF หรือ CRLF", "Save it again with line ends LF or CRLF"),
    ),
    "too-many-problems": warning(
        ("และอีก {count} แห่งในไฟล์นี้", "And {count} more in this file"),
        ("แก้ที่บอกไว้ก่อน แล้วตรวจใหม่", "Mend those told, then check again"),
    ),
    "thai-spelling": warning(
        ("พบ “{value}” ซึ่งมักพิมพ์ผิด", "“{value}” is usually a typing error"),
        ("พิมพ์ใหม่เป็น “{expected}”", "Type “{expected}” instead"),
    ),
}
