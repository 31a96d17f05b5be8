// A query: its words in normal form, and the places of them where pieces of the index begin.
"use strict";
// eslint-disable-next-line no-unused-vars
const SearchQuery = (() => {
  const { fold, squeeze, bare, otherEra, withoutEra } = NormalForm;
  const { encode, LENGTH, MOST } = IndexReader;
  const NO_START = /[\u0e30-\u0e3a\u0e46/\n]/;
  const LEADING = /[\u0e40-\u0e44]/;
  const MOST_WORDS = 12;

  const term = (folded) => {
    const exact = squeeze(folded);
    return { folded, exact, plain: bare(exact), ...positions(exact) };
  };

  // Where pieces begin, and every letter with its tone marks.
  function positions(exact) {
    const letters = exact.match(/[^\u0e47-\u0e4e][\u0e47-\u0e4e]*/g) ?? [];
    const starts = letters.map((_, at) => at).filter((at) => !NO_START.test(letters[at][0]) && !led(letters, at));
    return { letters, starts };
  }
  const led = (letters, at) => at > 0 && LEADING.test(letters[at - 1][0]);

  const parse = (raw) => {
    const whole = fold(raw);
    const words = withoutEra(whole).split(" ").map(term).filter((word) => word.plain);
    for (const word of words) {
      const other = otherEra(word.folded);
      word.twin = other === word.folded ? null : term(other);
      word.year = word.twin && /^[0-9]{4}$/.test(word.folded) ? Math.max(word.folded, other) : 0;
    }
    return { words: words.slice(0, MOST_WORDS), phrase: term(whole), whole };
  };

  // What the index may list of a word at one place: at most the letters of a long piece.
  const typedAt = (word, at, length = MOST) => {
    const letters = word.letters.slice(at, at + length);
    const exact = (count) => encode(letters.slice(0, count).join(""));
    return { exact, plain: encode(letters.map((letter) => letter[0]).join("")), last: at + length >= word.letters.length };
  };

  // The places where a whole piece begins; of a word too short for one, the first.
  const whole = (word) => {
    const found = word.starts.filter((at) => at <= word.letters.length - LENGTH);
    return found.length ? found : word.starts.slice(0, 1);
  };

  // The same, and what comes after the last of them.
  const tailed = (word) => {
    const found = whole(word);
    const tail = word.starts.find((at) => at > found.at(-1) && at <= word.letters.length - 2);
    return tail === undefined ? found : [...found, tail];
  };

  // Pieces that together cover a word with as few look-ups as may be.
  const cover = (word) => {
    const full = whole(word);
    const chosen = [];
    for (const at of full) if (!chosen.length || at >= chosen.at(-1) + LENGTH - 1) chosen.push(at);
    if (full.at(-1) !== chosen.at(-1)) chosen.push(full.at(-1));
    return chosen;
  };

  const spread = (list, most) =>
    list.length <= most ? list : Array.from({ length: most }, (_, i) => list[Math.round((i * (list.length - 1)) / (most - 1 || 1))]);

  // Where words of a query meet: pieces that only a text with the words side by side holds.
  const seamsOf = ({ words, phrase }) => {
    const found = [];
    const last = phrase.letters.length - LENGTH + 1;
    let at = 0;
    for (const word of words.slice(0, -1)) {
      at += word.letters.length;
      const near = phrase.starts.filter((start) => start < at && start + LENGTH > at && start <= last);
      if (near.length) found.push(near.at(-1), near[0]);
    }
    return [...new Set(found)];
  };

  return { term, parse, typedAt, whole, tailed, cover, spread, seamsOf };
})();
