"""What does not fit together across fields and reports."""

from __future__ import annotations

from generator.catalogue.entry import Entry, error, warning

RULES: dict[str, Entry] = {
    "result-without-target": error(
        ("มีผลงานแต่ไม่มีเป้าหมาย", "There is a result but no target"),
        ("กรอก target → number ตามแบบข้อ 5", "Fill in `target`, `number`, from part 5 of the form"),
    ),
    "unit-missing": error(
        ("มีตัวเลขแต่ไม่มีหน่วยนับ", "There is a number without a unit"),
        ("กรอก unit เช่น ร้อยละ ระดับ คน", "Fill in `unit`, such as ร้อยละ, ระดับ or คน"),
    ),
    "unit-differs": error(
        (
            "หน่วยนับของผลงาน “{result}” ต่างจากเป้าหมาย “{target}”",
            "The result's unit “{result}” differs from the target's “{target}”",
        ),
        ("ใช้หน่วยเดียวกันทั้งสองช่อง", "Use the same unit in both"),
    ),
    "level-range": error(
        ("ระดับ {value} อยู่นอก 1 ถึง 5", "Level {value} lies outside 1 to 5"),
        (
            "ใส่ระดับ 1 ถึง 5; ร้อยละความก้าวหน้าให้ใส่ในช่อง progress ของไตรมาส",
            "Give a level of 1 to 5; a progress in per cent belongs in `progress` of its quarter",
        ),
    ),
    "level-scale-repeats": error(
        ("มีเกณฑ์ของระดับ {value} ซ้ำ", "Level {value} has more than one criterion"),
        ("รวมเป็นเกณฑ์เดียวต่อระดับ", "Keep one criterion a level"),
    ),
    "range-ends": error(
        ("ตัวชี้วัดแบบช่วงต้องมีขอบล่างไม่เกินขอบบน", "A range needs a lower end that is not above its upper end"),
        ("กรอก number (ขอบล่าง) และ upper (ขอบบน)", "Fill in `number` (lower end) and `upper` (upper end)"),
    ),
    "upper-without-range": error(
        ("มีขอบบนแต่ direction ไม่ใช่ range", "There is an upper end, but `direction` is not `range`"),
        ("ลบ upper หรือใส่ direction: range", "Delete `upper`, or set `direction: range`"),
    ),
    "over-target": warning(
        ("ผลงานเป็น {share} ของเป้าหมาย เกิน 200%", "The result is {share} of the target, over 200%"),
        ("ตรวจตัวเลขและหน่วยนับทั้งสองช่อง", "Check both numbers and their units"),
    ),
    "quarter-falls": warning(
        ("ตัวเลขสะสมลดจาก {before} เป็น {after}", "The cumulative number falls from {before} to {after}"),
        ("ใส่ผลสะสมตั้งแต่ต้นปี ไม่ใช่เฉพาะไตรมาส", "Give the total since the year began, not the quarter alone"),
    ),
    "quarter-both-numbers": error(
        ("มีทั้ง result และ progress ในไตรมาสเดียว", "The quarter has both `result` and `progress`"),
        (
            "เหลือช่องเดียว: result คือหน่วยของเป้าหมาย progress คือร้อยละของงาน",
            "Keep one: `result` in the target's unit, or `progress` in per cent",
        ),
    ),
    "quarters-mixed": warning(
        (
            "บางไตรมาสเป็นร้อยละความก้าวหน้า บางไตรมาสเป็นผลในหน่วยเป้าหมาย: {values}",
            "Some quarters give progress in per cent, others a result in the target's unit: {values}",
        ),
        (
            "ใช้แบบเดียวกันทุกไตรมาสถ้าทำได้ ตัวเลขสองแบบเทียบกันไม่ได้",
            "Use one kind in all quarters if you can; the two cannot be compared",
        ),
    ),
    "last-quarter-differs": warning(
        (
            "ผลไตรมาสที่ 4 ({quarter}) ต่างจากผลทั้งปี ({year})",
            "The fourth quarter's result ({quarter}) differs from the year's ({year})",
        ),
        ("ตรวจว่าตัวใดเป็นผลสุดท้าย", "Check which one is final"),
    ),
    "narrative-placeholder": warning(
        ("ช่องนี้มีแต่ “{value}” ซึ่งไม่ได้บอกอะไร", "There is only “{value}” here, which tells nothing"),
        ("เว้นว่างถ้าไม่มีอะไรรายงาน หรือเขียนสิ่งที่ทำ", "Leave it blank if there is nothing to report, or write what was done"),
    ),
    "narrative-copied": warning(
        ("ข้อความเหมือนไตรมาสที่ {quarter} ทุกตัวอักษร", "The text is the same as quarter {quarter}'s"),
        ("เขียนสิ่งที่เกิดขึ้นในไตรมาสนี้", "Write what happened in this quarter"),
    ),
    "still-in-progress": warning(
        ("เขียนว่า “อยู่ระหว่างดำเนินการ” สามไตรมาสติดกัน", "“อยู่ระหว่างดำเนินการ” (in progress) three quarters in a row"),
        (
            "บอกว่าทำถึงขั้นไหน เหลืออะไร และจะเสร็จเมื่อใด",
            "Say what has been done, what is left, and when it will be finished",
        ),
    ),
    "date-impossible": warning(
        ("ไม่มีวันที่ “{value}” ในปฏิทิน", "The date “{value}” does not exist"),
        ("ตรวจกับต้นฉบับ", "Compare it with the original"),
    ),
    "date-era": warning(
        ("“{value}” เป็นปีคริสต์ศักราช", "“{value}” counts the years of the Common Era"),
        ("เขียนเป็นปีพุทธศักราช: {expected}", "Write the year of the Buddhist era: {expected}"),
    ),
    "date-outside-year": warning(
        ("“{value}” อยู่นอกปีงบประมาณ {year}", "“{value}” lies outside fiscal year {year}"),
        ("ตรวจปีและเดือนกับต้นฉบับ", "Check year and month against the original"),
    ),
    "date-after-quarter": warning(
        ("“{value}” อยู่หลังสิ้นไตรมาสที่ {quarter}", "“{value}” is later than the end of quarter {quarter}"),
        (
            "ถ้าเป็นแผนล่วงหน้าปล่อยไว้ได้ ถ้าเป็นสิ่งที่ทำแล้วให้ย้ายไปไตรมาสที่ถูก",
            "Fine for a plan; what was done belongs in the quarter in which it was done",
        ),
    ),
    "unknown-agency": error(
        ("ไม่มีหน่วยงานรหัส “{value}” ใน data/agencies.yml", "data/agencies.yml has no agency “{value}”"),
        ("แก้รหัส หรือเพิ่มหน่วยงานในไฟล์นั้น", "Correct the code, or add the agency there"),
    ),
    "unknown-plan-entry": error(
        ("ไม่มีรายการ “{value}” ใน data/plan.yml", "data/plan.yml has no entry “{value}”"),
        ("แก้รหัส หรือเพิ่มรายการในไฟล์นั้น", "Correct the id, or add the entry there"),
    ),
    "unknown-cause": error(
        ("ไม่มีสาเหตุ “{value}” ใน data/portal.yml", "data/portal.yml has no cause “{value}”"),
        ("เลือกหนึ่งใน: {options}; หรือเพิ่มใน causes", "Choose one of: {options}; or add it to `causes`"),
    ),
    "duplicate-id": error(
        ("{value} มีอยู่แล้วที่ {other}", "{value} stands already in {other}"),
        ("แต่ละรายการใช้รหัสของตัวเอง", "Give each entry an id of its own"),
    ),
    "duplicate-report": error(
        ("ตัวชี้วัด {value} ของปีนี้มีรายงานอยู่แล้วที่ {other}", "Indicator {value} has a report of this year already: {other}"),
        ("แก้ fiscal_year หรือ id ของไฟล์ที่คัดลอกมา", "Correct fiscal_year or id of the file that is the copy"),
    ),
    "id-agency": error(
        ("id “{value}” ไม่ขึ้นต้นด้วยรหัสหน่วยงาน {agency}", "The id “{value}” does not begin with the agency code {agency}"),
        ("แก้ id หรือ agency ให้ตรงกัน", "Make `id` and `agency` agree"),
    ),
    "letter-not-listed": warning(
        (
            "ข้อความกล่าวถึงหนังสือ “{value}” แต่ไม่มีใน letters",
            "The text names letter “{value}”, which `letters` does not list",
        ),
        ("เพิ่มใน letters: number และ date", "Add it to `letters` with `number` and `date`"),
    ),
    "evidence-not-listed": warning(
        ("ข้อความกล่าวถึง “{value}” แต่ไม่มีใน evidence", "The text names “{value}”, which `evidence` does not list"),
        ("เพิ่มใน evidence พร้อมลิงก์ถ้ามี", "Add it to `evidence`, with a link if there is one"),
    ),
    "summary-missing": warning(
        ("สิ้นปีงบประมาณแล้วแต่ยังไม่มีสรุปผลปลายปี", "The fiscal year has ended, but there is no year-end summary"),
        ("กรอก year_end_summary ตามแบบข้อ 6.5", "Fill in `year_end_summary`, part 6.5 of the form"),
    ),
    "bands-order": error(
        ("เกณฑ์ nearly ต้องน้อยกว่า met", "The band `nearly` must lie below `met`"),
        ("แก้ bands ใน data/portal.yml", "Correct `bands` in data/portal.yml"),
    ),
    "suggestion-open": warning(
        (
            "โปรแกรมพบค่านี้ในข้อความ ยังไม่มีใครยืนยัน จึงยังไม่เผยแพร่",
            "A program found this in the text and no person has confirmed it, so it is not published",
        ),
        (
            "ตรวจหรือแก้ค่านี้ แล้วลบบรรทัด {value} ใน suggested",
            "Check or mend the value, then delete the line {value} below `suggested`",
        ),
    ),
    "suggestion-nothing": error(
        ("“{value}” ไม่ใช่ค่าใดในรายงานนี้", "“{value}” names no value of this report that could wait for a person"),
        (
            "ลบบรรทัดนี้ หรือเขียนแบบ letters[0] หรือ obstacles[0].cause",
            "Delete the line, or write it like letters[0] or obstacles[0].cause",
        ),
    ),
}
