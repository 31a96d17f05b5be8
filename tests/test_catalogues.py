"""Every word of the page templates is said in Thai, and nothing else is in the catalogue."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from generator import translations
from generator.translations import MessageId, catalogue_drift, message_ids

PLACE = re.compile(r"%\(\w+\)s|%%")
THAI = translations.translations("th")
SAID: dict[MessageId, tuple[str, ...]] = {
    **{message: (words,) for message, words in THAI.texts.items()},
    **dict(THAI.plurals.items()),
}


def test_templates_and_catalogue_agree() -> None:
    assert catalogue_drift() == ()


def test_a_missing_and_an_obsolete_message_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "message_ids", lambda: iter(["Home", "A new sentence"]))
    drift = catalogue_drift()
    assert "th: no translation of 'A new sentence'" in drift
    assert "th: no template says 'Contact'" in drift


@pytest.mark.parametrize("message", sorted(set(message_ids()), key=str), ids=str)
def test_a_translation_fits_its_message(message: MessageId) -> None:
    source = message if isinstance(message, str) else message[-1]
    for words in SAID[message]:
        assert sorted(PLACE.findall(words)) == sorted(PLACE.findall(source))
        assert "%" not in PLACE.sub("", words)
        assert words == words.strip() == unicodedata.normalize("NFC", words)
        assert words == source or re.search("[ก-๛]", PLACE.sub("", words)) or PLACE.sub("", words).strip() == ""


def test_english_needs_no_catalogue() -> None:
    english = translations.translations("en")
    assert english.say("Home") == "Home"
    assert english.say_number("one", "many", 1) == "one"
    assert english.say_number("one", "many", 0) == "many"


def test_thai_has_one_form_for_all_numbers() -> None:
    assert THAI.say_number("%(number)s report", "%(number)s reports", 1) == "รายงาน %(number)s ฉบับ"
    assert THAI.say_number("%(number)s report", "%(number)s reports", 5) == "รายงาน %(number)s ฉบับ"


def test_unsure_and_put_aside_translations_are_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    catalogue = tmp_path / "th" / "LC_MESSAGES" / "messages.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(
        '#, fuzzy\nmsgid "Home"\nmsgstr "หน้าแรก"\n\nmsgid "Contact"\nmsgstr ""\n\n#~ msgid "Gone"\n#~ msgstr "ไปแล้ว"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(translations, "_LOCALE", tmp_path)
    drift = catalogue_drift()
    assert "th: unfinished translation of 'Home'" in drift
    assert "th: unfinished translation of 'Contact'" in drift
    assert "th: no template says 'Gone'" in drift
