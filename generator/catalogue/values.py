"""Values that do not fit their field."""

from __future__ import annotations

from generator.catalogue.entry import Entry, error

VALUES: dict[str, Entry] = {
    "wrong-shape": error(
        ("ช่องนี้ต้องเป็น{expected_th}", "This field must be {expected}"),
        (
            "เขียนแบบ {example} ดูหน้า “คำอธิบายแบบรายงาน”",
            "Write it like {example}; see the page “คำอธิบายแบบรายงาน” (field reference)",
        ),
    ),
    "required": error(
        ("ต้องกรอกช่องนี้", "This field must be filled in"),
        ("กรอกตามตัวอย่าง: {example}", "Fill it in, for example: {example}"),
    ),
    "line-break": error(
        ("ช่องนี้มีได้บรรทัดเดียว", "This field holds one line only"),
        ("รวมเป็นบรรทัดเดียว", "Join the lines"),
    ),
    "too-long": error(
        ("ยาว {length} ตัวอักษร เกิน {most}", "{length} characters, more than {most}"),
        ("ย่อข้อความ หรือแนบเป็นหลักฐาน", "Shorten the text or link a document as evidence"),
    ),
    "too-many": error(
        ("มี {length} รายการ เกิน {most}", "{length} entries, more than {most}"),
        ("รวมรายการ หรือแนบเป็นหลักฐาน", "Join entries or link a document as evidence"),
    ),
    "bad-code": error(
        ("“{value}” ไม่ตรงรูปแบบของช่องนี้", "“{value}” does not have the shape of this field"),
        ("เขียนแบบ {example}", "Write it like {example}"),
    ),
    "bad-number": error(
        ("“{value}” ไม่ใช่ตัวเลขล้วน", "“{value}” is not a plain number"),
        (
            "ใส่ตัวเลขอารบิก ไม่มีจุลภาค คำ หรือ % เช่น {likely}; หน่วยนับอยู่ในช่อง unit",
            "Write Arabic digits without commas, words or %, such as {likely}; the unit has its own field",
        ),
    ),
    "no-number": error(
        ("“{value}” ไม่มีตัวเลข", "“{value}” holds no number"),
        (
            "ถ้าไม่มีให้เว้นว่าง ถ้ามีให้ใส่ตัวเลขอารบิกอย่างเดียว",
            "Leave it blank if there is none; otherwise write the number alone, in Arabic digits",
        ),
    ),
    "smart-quotes": error(
        ("“{value}” อยู่ในเครื่องหมายคำพูดแบบโค้ง", "“{value}” stands in curly quotation marks"),
        (
            "พิมพ์ '{likely}' ด้วยเครื่องหมายตรง หรือ {likely} ไม่มีเครื่องหมาย",
            "Type '{likely}' with straight marks, or {likely} with none",
        ),
    ),
    "out-of-range": error(
        ("{value} อยู่นอกช่วง {least} ถึง {largest}", "{value} lies outside {least} to {largest}"),
        ("ตรวจตัวเลขกับต้นฉบับ", "Compare the number with the original"),
    ),
    "bad-date": error(
        ("“{value}” ไม่ใช่วันที่ในรูปปีพุทธศักราช", "“{value}” is no date in the spelling of the Buddhist era"),
        ("เขียน ปี-เดือน-วัน แบบ {likely}", "Write year-month-day in the Buddhist era, like {likely}"),
    ),
    "day-missing": error(
        ("ไม่มีวันที่ “{value}” ในปฏิทิน", "The date “{value}” does not exist"),
        ("ตรวจวันและเดือนกับต้นฉบับ", "Compare day and month with the original"),
    ),
    "bad-month-day": error(
        ("“{value}” ไม่ใช่ เดือน-วัน ที่มีในปฏิทิน", "“{value}” is not a month and day of the calendar"),
        ("เขียนแบบ 01-31", "Write it like 01-31"),
    ),
    "bad-choice": error(
        ("“{value}” ไม่มีในตัวเลือก", "“{value}” is none of the choices"),
        ("เลือกหนึ่งใน: {options_th}", "Choose one of: {options}"),
    ),
    "bad-link": error(
        ("“{value}” ไม่ใช่ที่อยู่เว็บที่ใช้ได้", "“{value}” is no usable web address"),
        (
            "คัดลอกที่อยู่เต็มที่ขึ้นต้นด้วย https:// ไม่มีช่องว่างหรือ @",
            "Copy the full address, beginning with https://, without spaces or @",
        ),
    ),
}
