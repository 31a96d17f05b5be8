"""Queries drawn from the reports with a seed, each with the reports that a plain search over normalised text finds."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus import COMMON, ENGLISH, Corpus
from generator.search.entries import Entry, entries
from generator.search.normal_form import bare, fold, other_era, squeeze

_CLUSTER = re.compile("[เแโใไ]?[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[ะาำ]?|[^ก-๎]")
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TONES = "่้๊๋"
_LETTERS = "กขคงจชดตทนบปผพมยรลวสหอาีูเแ"


@dataclass(frozen=True)
class Query:
    """What is typed, of which kind it is, and which pages it should find."""

    kind: str
    typed: str
    truth: frozenset[str]


@dataclass(frozen=True)
class Text:
    """A page in normal form."""

    entry: Entry
    exact: str
    plain: str


class Drawer:
    """Draws queries of every kind from a corpus."""

    def __init__(self, made: Corpus, seed: int) -> None:
        """Read the corpus once."""
        self.chance = random.Random(seed)  # noqa: S311 — chance of a test
        self.words = made.words
        self.texts = tuple(self._text(entry) for entry in entries(made.site))

    def draw(self, each: int) -> Iterator[Query]:
        """Yield `each` queries of every kind."""
        for kind, make in KINDS.items():
            for _ in range(each):
                yield self._one(kind, make)

    def _one(self, kind: str, make: Callable[[Drawer], tuple[str, Sequence[str], bool] | None]) -> Query:
        while True:
            made = make(self)
            if made is None:
                continue
            typed, meant, exact = made
            truth = self.holding(meant, exact=exact)
            if truth and squeeze(fold(typed)):
                return Query(kind, typed, truth)

    def holding(self, words: Sequence[str], *, exact: bool) -> frozenset[str]:
        """Give the pages that hold all the words."""
        sought = [squeeze(fold(word)) for word in words]
        if exact:
            return frozenset(t.entry.address for t in self.texts if all(word in t.exact for word in sought))
        plain = [bare(word) for word in sought]
        return frozenset(t.entry.address for t in self.texts if all(word in t.plain for word in plain))

    def text(self) -> Text:
        return self.chance.choice(self.texts)

    def line(self, weight: str = "text") -> str:
        part = next(part for part in self.text().entry.parts if part.weight == weight)
        return self.chance.choice(part.lines)

    def words_of(self, text: Text, count: int, *, rare: bool = False) -> list[str]:
        pool = [word for word in self.chance.sample(self.words, 3_000) if len(word) > 4 and word in text.exact]
        if not rare:
            pool += [word for word in COMMON if len(word) > 3 and word in text.exact][: max(3, len(pool))]
        return self.chance.sample(pool, count) if len(pool) >= count else []

    def run(self, least: int, most: int) -> str | None:
        clusters = _CLUSTER.findall(self.line())
        size = self.chance.randrange(least, most)
        if len(clusters) <= size:
            return None
        start = self.chance.randrange(len(clusters) - size)
        found = "".join(clusters[start : start + size]).strip()
        return found if len(squeeze(fold(found))) >= least else None

    def _text(self, entry: Entry) -> Text:
        exact = "\n".join(squeeze(fold(line)) for part in entry.parts for line in part.lines)
        return Text(entry, exact, bare(exact))


Made = tuple[str, Sequence[str], bool] | None


def _same(typed: str | None, *, exact: bool = True) -> Made:
    return (typed, [typed], exact) if typed else None


def _rare(d: Drawer) -> Made:
    words = d.words_of(d.text(), 1, rare=True)
    return _same(words[0]) if words else None


def _several(d: Drawer, joint: str) -> Made:
    words = d.words_of(d.text(), d.chance.choice((2, 2, 3)))
    return (joint.join(words), words, True) if words else None


def _number(d: Drawer) -> str | None:
    found = re.search("กท [0-9]{4}/[0-9]+", d.line())
    return found[0] if found else None


def _spelled(d: Drawer, made: str | None, spell: Callable[[Drawer, str], str], *, exact: bool = True) -> Made:
    if not made:
        return None
    typed = spell(d, made)
    return None if typed == made else (typed, [made], exact)


def _typo(d: Drawer, word: str) -> str:
    at = d.chance.randrange(1, len(word) - 1)
    other = d.chance.choice(_LETTERS)
    return d.chance.choice(
        (
            word[:at] + other + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + other + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _wrong_word(d: Drawer) -> Made:
    word = d.chance.choice([w for w in COMMON if len(w) > 5]) if d.chance.random() < 0.5 else None
    made = word or next(iter(d.words_of(d.text(), 1, rare=True)), None)
    return _spelled(d, made, _typo) if made and len(made) > 5 else None


def _other_tones(d: Drawer, text: str) -> str:
    return "".join(d.chance.choice(_TONES) if letter in _TONES else letter for letter in text)


def _am(d: Drawer, text: str) -> str:
    return text.replace("ำ", d.chance.choice(("ํา", "ํา"))).replace("แ", "เเ")


def _code(d: Drawer) -> Made:
    code = d.text().entry.code
    letter, number = code.split(".")
    typed = d.chance.choice((code, f"{letter} {number}", letter + number, f"{letter}. {number}"))
    return typed, [code], True


def _spell_number(d: Drawer, number: str) -> str:
    short, rest = number.split()
    return d.chance.choice((f"{short}{rest}", f"{short}.{rest}", f"{short} {rest}".translate(_THAI_DIGITS), rest))


def _year(d: Drawer) -> Made:
    words = d.words_of(d.text(), 1)
    text = d.text()
    word = next((w for w in words if w in text.exact), None)
    if not word:
        return None
    year = text.entry.year - 543
    return f"{word} {year}", [word, other_era(str(year))], True


def _short(d: Drawer) -> Made:
    cluster = d.chance.choice(_CLUSTER.findall(d.line()) or [""])
    return _same(cluster) if 0 < len(squeeze(fold(cluster))) <= 3 and "ก" <= cluster[:1] <= "๎" else None


KINDS: dict[str, Callable[[Drawer], Made]] = {
    "word": _rare,
    "usual word": lambda d: _same(d.chance.choice(COMMON)),
    "inside a run": lambda d: _same(d.run(4, 8)),
    "phrase": lambda d: _same(d.run(9, 25)),
    "words": lambda d: _several(d, " "),
    "words unspaced": lambda d: _several(d, ""),
    "prefix": lambda d: _same((d.words_of(d.text(), 1) or ["     "])[0][: d.chance.randrange(3, 6)].strip() or None),
    "code": _code,
    "letter number": lambda d: _spelled(d, _number(d), _spell_number),
    "Thai digits": lambda d: _spelled(d, d.run(4, 12), lambda _, text: text.translate(_THAI_DIGITS)),
    "no tones": lambda d: _spelled(d, d.run(5, 12), lambda _, text: bare(text), exact=False),
    "other tones": lambda d: _spelled(d, d.run(5, 12), _other_tones, exact=False),
    "spelling of ำ แ": lambda d: _spelled(d, d.run(4, 12), _am),
    "typo in a word": _wrong_word,
    "typo in a phrase": lambda d: _spelled(d, d.run(8, 16), _typo),
    "English": lambda d: _same(d.chance.choice(ENGLISH).upper()),
    "year": _year,
    "name of indicator": lambda d: _same(d.line("title")),
    "agency": lambda d: _same(d.line("about")),
    "1 or 2 letters": _short,
}
