// A query: its words in normal form, and the places of them where pieces of the index begin.
"use strict";
// eslint-disable-next-line no-unused-vars
const SearchQuery = (() => {
  const { fold, squeeze, bare, otherEra, withoutEra } = NormalForm;
  const { encode, decode, LENGTH, MOST } = IndexReader;
  const NO_START = /[\u0e30-\u0e3a\u0e46/\n]/;
  const LEADING = /[\u0e40-\u0e44]/;
  const MOST_WORDS = 12;

  // How many slips of the finger lie between two pieces: a letter wrong, missing, too many, or two swapped.
  const distance = (one, other) => {
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      before = row;
      row = next;
    }
    return row[other.length];
  };

  const term = (folded) => {
    const exact = squeeze(folded);
    return { folded, exact, plain: bare(exact), ...positions(exact) };
  };

  // Every letter with its tone marks.
  const lettersOf = (exact) => exact.match(/[^\u0e47-\u0e4e][\u0e47-\u0e4e]*/g) ?? [];

  // The letters, and where pieces begin.
  function positions(exact) {
    const letters = lettersOf(exact);
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

  // The word with usual words in place of what is one slip of the finger away from them, the longest part first.
  const corrections = (word, usual) => {
    const typed = encode(word.plain);
    const found = new Map();
    for (const one of usual) {
      for (const at of word.starts) {
        for (const more of [0, 1, -1]) {
          const part = typed.slice(at, at + one.length + more);
          const like = part.length === one.length + more && (part[0] === one[0] || part.at(-1) === one.at(-1));
          if (like && part !== one && distance(part, one) === 1) {
            found.set(typed.slice(0, at) + one + typed.slice(at + part.length), part.length);
          }
        }
      }
    }
    return [...found].sort(([, first], [, second]) => second - first).map(([plain]) => decode(plain));
  };

  return { distance, lettersOf, term, parse, corrections, typedAt, whole, tailed, cover, spread, seamsOf };
})();
