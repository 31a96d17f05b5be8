"""What a reader of printed forms has to tell: all of it names the line of the form, not of a record."""

from __future__ import annotations

from generator.catalogue.entry import Entry, error, warning

LEGACY: dict[str, Entry] = {
    "form-unknown": error(
        (
            "ไฟล์นี้ไม่ใช่แบบรายงานตัวชี้วัด: ควรมีหัวข้อ {labels} แต่พบ “{value}”",
            "This is not the form of an indicator: it should have {labels}, and there is “{value}”",
        ),
        (
            "ส่งแบบรายงานส่วนที่ 2 แยกรายตัวชี้วัด เป็น TXT DOCX หรือ PDF ที่มีข้อความ",
            "Give the form itself, as TXT, DOCX, or a PDF with text",
        ),
    ),
    "form-label-missing": warning(
        ("ไม่พบหัวข้อ “{value}” ในแบบ", "The form has no “{value}”"),
        (
            "ตรวจว่าไฟล์ครบทุกหน้า ถ้าขาดจริงให้เว้นช่องนั้นว่าง",
            "See whether the file has all pages; leave the field blank if the form lacks it",
        ),
    ),
    "form-label-twice": warning(
        (
            "“{value}” ในบรรทัดนี้อาจเป็นหัวข้อของแบบ แต่อ่านเป็นข้อความ",
            "“{value}” on this line may be a label of the form, but was read as text",
        ),
        (
            "เทียบกับต้นฉบับ ถ้าเป็นหัวข้อให้ย้ายข้อความหลังจากนี้ไปไว้ในช่องที่ถูก",
            "Compare with the original; if it is a label, move what follows to its field",
        ),
    ),
    "form-left-over": warning(
        ("ข้อความ “{value}” ไม่มีช่องให้อยู่ จึงไม่ได้อยู่ในร่าง", "“{value}” belongs to no field and is not in the draft"),
        ("ถ้าเป็นเนื้อหา ให้ใส่ในช่องที่ถูกด้วยตนเอง", "Put it where it belongs by hand, if it is content"),
    ),
    "form-plan-entry": warning(
        (
            "“{value}” ไม่มีใน data/plan.yml จึงไม่ได้อยู่ในร่าง",
            "data/plan.yml has no “{value}”, so that it is not in the draft",
        ),
        (
            "เพิ่มรายการในแผนแล้วนำเข้าใหม่ หรือใส่ alignment ด้วยตนเอง",
            "Add it to the plan and import again, or fill in `alignment` by hand",
        ),
    ),
    "form-no-tick": warning(
        (
            "ไม่พบเครื่องหมายเลือกที่ชัดเจนว่าเป็นของผลผลิตหรือผลลัพธ์ จึงระบุว่าไม่ทราบ",
            "No tick stands clearly at output or outcome, so the level is unknown",
        ),
        (
            "ดูต้นฉบับ แล้วใส่ output, outcome หรือ output-and-outcome",
            "Look at the original, then write output, outcome or output-and-outcome",
        ),
    ),
    "form-number": warning(
        ("อ่าน “{value}” เป็น {likely}", "“{value}” was read as {likely}"),
        ("ตรวจตัวเลขกับต้นฉบับ", "Compare the number with the original"),
    ),
    "form-number-words": warning(
        (
            "มีคำอื่นรอบตัวเลขใน “{value}” จึงอ่านเฉพาะตัวเลขและหน่วยนับ",
            "There are words around the number in “{value}”; only number and unit were read",
        ),
        (
            "ตรวจตัวเลขและหน่วยนับกับต้นฉบับ คำที่เหลือใส่ใน method หรือ definitions ถ้าจำเป็น",
            "Compare number and unit with the original; other words belong in `method` or `definitions`",
        ),
    ),
    "form-number-unclear": warning(
        (
            "อ่านตัวเลขจาก “{value}” ไม่ได้แน่ชัด จึงเว้นว่าง",
            "No single number can be read from “{value}”; the field stays blank",
        ),
        ("กรอกตัวเลขและหน่วยนับตามต้นฉบับ", "Fill in number and unit from the original"),
    ),
    "form-not-told": warning(
        ("แบบไม่ได้บอกค่านี้ จึงเว้นว่าง", "The form does not tell this, so it stays blank"),
        ("บอกด้วยตัวเลือก {option} หรือกรอกในร่าง", "Say it with the option {option}, or fill it in"),
    ),
    "form-says-other": warning(
        ("แบบเขียนว่า “{value}” แต่สั่งนำเข้าเป็น {given}", "The form says “{value}”, but it was imported as {given}"),
        ("ตรวจว่าเป็นไฟล์ที่ต้องการ", "See whether this is the right file"),
    ),
    "import-no-place": error(
        ("ยังไม่ทราบ {keys} จึงไม่รู้ว่าจะเขียนไฟล์ไว้ที่ใด", "Where to write this draft is not known without {keys}"),
        (
            "บอกด้วยตัวเลือก {options} หรือตั้งชื่อไฟล์เป็นรหัสตัวชี้วัด เช่น 0100-814.txt",
            "Say it with {options}, or name the file by the indicator's id, such as 0100-814.txt",
        ),
    ),
    "import-exists": error(
        ("มี {other} อยู่แล้ว จึงไม่ได้เขียนทับ", "{other} is there already and was left as it is"),
        (
            "เทียบความต่างที่แสดง แล้วใช้ --update ถ้าต้องการรวม",
            "Look at the differences shown, and use --update to merge them",
        ),
    ),
    "import-unreadable": error(
        ("{other} มีอยู่แล้วและอ่านไม่ได้ จึงรวมไม่ได้", "{other} is there already and cannot be read, so nothing was merged"),
        ("สั่ง prongsai check {other} แล้วแก้ตามที่บอก", "Run prongsai check {other} and mend what it says"),
    ),
    "import-unwritable": error(
        ("เขียน {other} ไม่ได้ ({detail})", "{other} cannot be written ({detail})"),
        (
            "ดูว่าโฟลเดอร์ปลายทางเป็นโฟลเดอร์จริง เขียนได้ และมีที่ว่าง แล้วนำเข้าใหม่",
            "See that its folder is a folder and no link, may be written to and has room, then import again",
        ),
    ),
    "thai-damaged": warning(
        ("“{value}” น่าจะเป็น “{likely}”", "“{value}” is likely “{likely}”"),
        ("เทียบกับต้นฉบับแล้วแก้ในร่าง โปรแกรมไม่แก้ให้", "Compare with the original and mend the draft; nothing was changed"),
    ),
    "thai-question-mark": warning(
        (
            "มี ? ที่น่าจะเป็นเครื่องหมายคำพูดหรือขีด: “{value}”",
            "There is a ? where a quotation mark or dash may have been: “{value}”",
        ),
        ("เทียบกับต้นฉบับแล้วแก้ในร่าง", "Compare with the original and mend the draft"),
    ),
    "thai-impossible": warning(
        ("สระหรือวรรณยุกต์อยู่ผิดที่: “{value}”", "A vowel or tone mark stands where none can: “{value}”"),
        ("เทียบกับต้นฉบับแล้วแก้ในร่าง", "Compare with the original and mend the draft"),
    ),
}
