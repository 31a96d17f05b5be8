"""What must not be published of a person."""

from __future__ import annotations

from generator.catalogue.entry import Entry, error, warning

PERSONAL: dict[str, Entry] = {
    "personal-id": error(
        ("มีเลขที่เป็นเลขประจำตัวประชาชน ({value})", "There is what is a national identity number ({value})"),
        (
            "ลบออก ห้ามเผยแพร่ และแจ้งผู้ดูแลเพื่อลบจากประวัติ",
            "Remove it; it must not be published. Tell the keeper, so that it is removed from the history too",
        ),
    ),
    "personal-account": error(
        ("มีเลขที่บัญชีธนาคาร ({value})", "There is a bank account number ({value})"),
        ("ลบออก ห้ามเผยแพร่", "Remove it; it must not be published"),
    ),
    "personal-mobile": error(
        ("มีหมายเลขโทรศัพท์มือถือ ({value})", "There is a mobile telephone number ({value})"),
        ("ใช้เบอร์กลางของหน่วยงานแทน", "Use the office's shared number instead"),
    ),
    "personal-email": error(
        ("มีอีเมลส่วนตัว ({value})", "There is a personal e-mail address ({value})"),
        ("ใช้อีเมลกลางของหน่วยงานแทน", "Use the office's shared address instead"),
    ),
    "personal-name": warning(
        ("น่าจะมีชื่อบุคคล ({value})", "This looks like a person's name ({value})"),
        ("เขียนเป็นตำแหน่งแทนชื่อ ถ้าไม่จำเป็นต้องระบุตัว", "Name the office instead of the person where you can"),
    ),
}
