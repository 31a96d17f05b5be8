"""Files of other programs that are brought in: what stops their reading, and what was converted on the way."""

from __future__ import annotations

from generator.catalogue.entry import Entry, error, warning

SOURCES: dict[str, Entry] = {
    "source-kind": error(
        ("อ่านไฟล์ชนิดนี้ไม่ได้ ({found})", "Files of this kind cannot be read ({found})"),
        (
            "เปิดในโปรแกรมที่สร้างไฟล์ แล้วบันทึกเป็น DOCX, PDF ที่มีข้อความ หรือข้อความล้วน (.txt)",
            "Open it in the program it was made with and save it as DOCX, as PDF with text, or as plain text (.txt)",
        ),
    ),
    "source-encoding": error(
        (
            "ไม่ใช่ข้อความ UTF-8, UTF-16, TIS-620 หรือ Windows-874",
            "Not a text in UTF-8, UTF-16, TIS-620 or Windows-874",
        ),
        ("บันทึกใหม่โดยเลือกรหัสอักขระ UTF-8", "Save it again with the encoding UTF-8"),
    ),
    "source-size": error(
        ("ไฟล์ใหญ่ {size} ไบต์ เกินกำหนด {most}", "The file has {size} bytes, more than the {most} allowed"),
        ("แบ่งเป็นไฟล์เล็ก หรือลดขนาดรูปในไฟล์", "Split it, or make the pictures in it smaller"),
    ),
    "source-long": error(
        (
            "ไฟล์ยาว {size} หน้าหรืออักขระ เกินกำหนด {most}",
            "The file has {size} pages or characters, over the {most} allowed",
        ),
        ("แบ่งเป็นไฟล์ที่สั้นลง", "Split it into shorter files"),
    ),
    "source-empty": error(
        ("ไม่มีข้อความในไฟล์", "There is no text in the file"),
        ("เปิดดูว่าเป็นไฟล์ที่ต้องการหรือไม่", "Open it and see whether it is the file you meant"),
    ),
    "source-scanned": error(
        ("PDF นี้เป็นภาพสแกน ไม่มีข้อความให้อ่าน", "This PDF is a scan: a picture without text"),
        (
            "ใช้ไฟล์ต้นฉบับ (DOCX หรือ PDF ที่พิมพ์จากโปรแกรม) หรือผ่านโปรแกรมรู้จำอักขระ (OCR) ก่อน แล้วตรวจทุกคำ",
            "Use the original (DOCX, or PDF printed from a program), or run OCR first and check every word",
        ),
    ),
    "source-page-scanned": warning(
        ("หน้า {page} เป็นภาพ ไม่มีข้อความให้อ่าน", "Page {page} is a picture without text"),
        ("เปิดดูหน้านี้ แล้วพิมพ์ข้อความในนั้นเอง", "Look at this page and type what it says"),
    ),
    "source-locked": error(
        ("ไฟล์ {kind} นี้มีรหัสผ่าน", "This {kind} file is locked with a password"),
        ("เปิดด้วยรหัสผ่าน แล้วบันทึกใหม่โดยไม่ใส่รหัส", "Open it with its password and save it without one"),
    ),
    "source-broken": error(
        ("ไฟล์ {kind} นี้เสียหาย เปิดไม่ได้", "This {kind} file is damaged and cannot be opened"),
        ("ขอไฟล์ใหม่ หรือเปิดในโปรแกรมที่สร้างแล้วบันทึกใหม่", "Get it again, or open it in its program and save it anew"),
    ),
    "source-extra": error(
        ("ยังไม่ได้ติดตั้งส่วนสำหรับไฟล์ {kind}", "The part for {kind} files is not installed"),
        (
            "สั่ง make importer (บน Windows ดูคำสั่งใน README.md) แล้วลองใหม่",
            "Run make importer (on Windows: the command in README.md) and try again",
        ),
    ),
    "source-charset": warning(
        ("ไฟล์บันทึกเป็น {charset} แปลงเป็น UTF-8 ให้แล้ว", "The file was saved as {charset}; it was converted to UTF-8"),
        ("อ่านทวนข้อความว่าถูกต้อง", "Read the text through and see that it is right"),
    ),
    "source-shifted": warning(
        (
            "มีรหัสเฉพาะของแบบอักษรแทนสระ วรรณยุกต์ หรือเครื่องหมาย {count} ตัว แปลงกลับให้แล้ว เริ่มที่บรรทัดนี้",
            "{count} codes of a font stood for vowels, tones or ticks and were mapped back, the first on this line",
        ),
        ("อ่านทวนข้อความว่าถูกต้อง", "Read the text through and see that it is right"),
    ),
    "source-marks": warning(
        (
            "สระหรือวรรณยุกต์สลับที่หรือแยกจากกัน {count} แห่ง จัดลำดับให้แล้ว เริ่มที่บรรทัดนี้",
            "Vowels or tones were swapped or torn off in {count} places and put in order, the first on this line",
        ),
        ("อ่านทวนข้อความว่าถูกต้อง", "Read the text through and see that it is right"),
    ),
    "source-character": warning(
        ("ตัดอักขระที่มองไม่เห็นหรือใช้ไม่ได้ออก ({value})", "An invisible or forbidden character was left out ({value})"),
        ("ดูว่าข้อความช่วงนี้ครบถ้วน", "See whether the text around it is complete"),
    ),
    "source-unmapped": warning(
        (
            "มีอักขระ {count} ตัวที่ PDF ไม่บอกว่าเป็นตัวอะไร แสดงเป็น �",
            "The PDF does not say what {count} of its letters are; they are shown as �",
        ),
        ("เทียบกับหน้ากระดาษ แล้วพิมพ์ตัวที่หายไป", "Compare with the printed page and type what is missing"),
    ),
}
