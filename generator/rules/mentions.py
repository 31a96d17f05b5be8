"""Rules on what texts name and lists should hold: letters and evidence. Cautious: only what is surely named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.rules.surroundings import account, prose
from generator.thai import arabic_digits, letters_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Report
    from generator.problems import Problem
    from generator.read import Document
    from generator.rules.surroundings import Surroundings

_MINUTES = re.compile(r"รายงานการประชุม[^\n]{0,150}?ครั้งที่\s{0,3}([0-9]{1,3}\s?/\s?2[45][0-9]{2})")
_ADDRESS = re.compile(r"https?://[!-~]{3,}")
_ATTACHED = re.compile(r"(?:ดัง|ตาม)?เอกสาร(?:ที่)?แนบ|(?:ดัง|ตาม)(?:ที่)?แนบ|ภาพถ่าย")


def letters_are_listed(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Find every letter that a text names in the list of letters."""
    listed = {_folded(letter.number) for letter in report.letters}
    for field, text, offset, number in _named_letters(report):
        if _folded(number) not in listed:
            yield document.problem_in(text, offset, field, "letter-not-listed", value=number)


def evidence_is_listed(report: Report, document: Document[Report], _: Surroundings) -> Iterator[Problem]:
    """Find minutes, addresses and attachments that the account names in the list of evidence."""
    titles = " ".join(_folded(item.title) for item in report.evidence)
    given = [*(item.link for item in report.evidence), *(item.link for item in report.sources)]
    links = {_bare(link) for link in given if link}
    for field, text in account(report):
        for offset, words, number in _minutes(text):
            if not re.search(rf"(?<![0-9]){re.escape(number)}(?![0-9])", titles):
                yield document.problem_in(text, offset, field, "evidence-not-listed", value=words)
        for match in _ADDRESS.finditer(text):
            if _bare(match[0]) not in links and _bare(match[0]) not in titles:
                yield document.problem_in(text, match.start(), field, "evidence-not-listed", value=match[0])
        attached = None if report.evidence else _ATTACHED.search(text)
        if attached:
            yield document.problem_in(text, attached.start(), field, "evidence-not-listed", value=attached[0])


def _named_letters(report: Report) -> Iterator[tuple[str, str, int, str]]:
    for field, text in prose(report):
        if not field.startswith(("letters[", "evidence[", "sources[")):
            for number, offset in letters_in(text):
                yield field, text, offset, arabic_digits(number)
    for index, change in enumerate(report.amendments):
        if change.letter:
            yield f"amendments[{index}].letter", change.letter, 0, change.letter


def _minutes(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _MINUTES.finditer(arabic_digits(text)):
        yield match.start(), f"รายงานการประชุม ครั้งที่ {match[1]}", _folded(match[1])


def _folded(text: str) -> str:
    """Give what two spellings of one number share."""
    return re.sub(r"[\s.]", "", arabic_digits(text)).removeprefix("หนังสือ").removeprefix("ที่")


def _bare(address: str) -> str:
    return address.partition("://")[2].rstrip(".,;:)]}'\"").rstrip("/").casefold()


RULES = (letters_are_listed, evidence_is_listed)
