"""Data of people in running text: what may not be published, and how it is masked before it reaches a log."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stdnum.th import pin

from generator.thai import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Characters of no width: between two digits they hide a number from a search, not from a reader."""

_BETWEEN = "[ \u00a0\\-–—‑.]"
# A look-ahead, so that a number glued to a year before it is still found.
_ID = re.compile(rf"(?<![0-9])(?=([0-9](?:{_BETWEEN}{{0,3}}[0-9]){{12}})(?![0-9]))")
_MOBILE = re.compile(
    rf"(?<![0-9])(?:0|(?:\+|00)66{_BETWEEN}?(?:\(?0\)?)?{_BETWEEN}?)[689](?:{_BETWEEN}?[0-9]){{8}}(?![0-9])"
)
_ACCOUNT = re.compile(rf"(?<![0-9])[0-9](?:{_BETWEEN}?[0-9]){{9,14}}(?![0-9])")
_ACCOUNT_WORD = re.compile(r"(?<!กรม)บัญชี(?!กลาง|ราย|ราคา)|bank account|account no", re.IGNORECASE)
_NEAR = 40
_FREE_MAIL = "|".join(
    map(re.escape, (
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.th", "outlook.com", "outlook.co.th", "live.com",
        "windowslive.com", "msn.com", "yahoo.com", "yahoo.co.th", "ymail.com", "rocketmail.com", "icloud.com",
        "me.com", "mac.com", "aol.com", "mail.com", "gmx.com", "proton.me", "protonmail.com", "yandex.com", "qq.com",
    ))
)  # fmt: skip
_MAIL = re.compile(
    rf"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]++ ?[@＠] ?(?P<host>{_FREE_MAIL})(?![A-Za-z0-9\-]|\.[A-Za-z0-9])",
    re.IGNORECASE,
)
# Words that begin like a title and a name and are neither; `ทนาย` and `เจ้านาย` end like a title.
_NO_NAMES = {
    "นาย": (
        r"ก(?![ก-๙])|กฯ|กรัฐมนตรี|กเทศมนตรี|กเทศบาล|กสมาคม|กสภา|กสโมสร|กองค์การ|กเมือง|กเหล่า|กอบต|กอบจ|ทะเบียน|อำเภอ|แพทย์|ช่าง"
        r"|ตรวจ|ทหาร|ตำรวจ|จ้าง|หน้า|ทุน|ประกัน|ด่าน|สถานี|สัตวแพทย์|ท้าย|เรือ|ไปรษณีย์|เวร|หมวด|พราน|บ้าน|คลัง|แบบ|ธนาคาร|หมู่|ร้อย|พล"
        r"|พัน|สิบ|ดาบ|อากร|ประตู|ท่า|ป้อม|หัว"
    ),
    "นาง": (
        r"พยาบาล|รำ|ฟ้า|เลิ้ง|รอง|สนม|แบบ|เอก|ร้าย|งาม|กวัก|นวล|แอ่น|สงกรานต์|นพมาศ|สาว|ใน|ผดุงครรภ์|กำนัล|ไม้|ลอย|เงือก"
        r"|ละคร|บำเรอ"
    ),
    "นางสาว": "ไทย",
}
_NAME = re.compile(
    r"(?P<title>น\.\s?ส\.|นางสาว|(?<!บาง)(?<!กลาง)นาง|(?<!ท)(?<!เจ้า)นาย|(?<!ุ)ดร\.|\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.?(?=\s))"
    r"\s{0,3}(?:(?P<name>[เ-ไ]?[ก-ฮ][ก-ฮะ-ฺเ-๎]{1,30})(?:\s{1,2}[ก-ฮเ-ไ][ก-ฮะ-ฺเ-๎]{1,30})?"
    r"|(?<=\s)(?P<latin>[A-Z][a-z]{1,30})(?:\s[A-Z][a-z]{1,30})?)"
)
_MOST_GROUPS = 5
"""The printed form of an identity number has five groups; more than that is a row of numbers."""


@dataclass(frozen=True)
class PersonalData:
    """One find: the code of its problem, where in the text it stands, and what of it may be shown."""

    code: str
    start: int
    end: int
    shown: str


def find_personal(text: str) -> Iterator[PersonalData]:
    """Find identity numbers, bank accounts, mobile numbers, private e-mail addresses and names after a title."""
    if not INVISIBLE.search(text):
        yield from _find(text)
        return
    kept = [at for at, character in enumerate(text) if not INVISIBLE.match(character)]
    for found in _find("".join(text[at] for at in kept)):
        yield dataclasses.replace(found, start=kept[found.start], end=kept[found.end - 1] + 1)


def _find(text: str) -> Iterator[PersonalData]:
    folded = arabic_digits(text)
    numbers = list(_numbers(folded))
    yield from numbers
    for match in _MAIL.finditer(folded):
        yield PersonalData("personal-email", match.start(), match.end(), f"•••@{match['host'].lower()}")
    for match in _NAME.finditer(text):
        if not re.match(_NO_NAMES.get(match["title"], "$."), text[match.end("title") :].lstrip()):
            shown = f"{match['title']}{(match['name'] or match['latin'])[0]}•••"
            yield PersonalData("personal-name", match.start(), match.end(), shown)


def masked(text: str) -> str:
    """Give the text with everything of a person masked, the rest unchanged."""
    parts, at = [], 0
    for found in sorted(find_personal(text), key=lambda each: (each.start, -each.end)):
        if found.end > at:
            parts += [text[at : max(at, found.start)], found.shown]
            at = found.end
    return "".join(parts) + text[at:]


def _numbers(text: str) -> Iterator[PersonalData]:
    """Find numbers, each place once: an identity number before an account before a telephone."""
    taken: list[tuple[int, int]] = []
    for code, start, end in (*_ids(text), *_mobiles(text), *_accounts(text)):
        if all(end <= first or start >= last for first, last in taken):
            taken.append((start, end))
            yield PersonalData(code, start, end, _mask_digits(text[start:end]))


def _ids(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _ID.finditer(text):
        digits, groups = re.sub(r"\D", "", match[1]), len(re.findall(r"\d+", match[1]))
        if groups in {len(digits), *range(_MOST_GROUPS + 1)} and pin.is_valid(digits):
            yield "personal-id", match.start(1), match.end(1)


def _mobiles(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _MOBILE.finditer(text):
        if not _near_account_word(text, match.start()):
            yield "personal-mobile", match.start(), match.end()


def _accounts(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _ACCOUNT.finditer(text):
        if _near_account_word(text, match.start()) or _ACCOUNT_WORD.search(text[match.end() : match.end() + _NEAR]):
            yield "personal-account", match.start(), match.end()


def _near_account_word(text: str, at: int) -> bool:
    return bool(_ACCOUNT_WORD.search(text[max(0, at - _NEAR) : at]))


def _mask_digits(words: str) -> str:
    """Keep the first two characters, so that the place can be found again."""
    return words[:2] + re.sub(r"\d", "•", words[2:])
