// The normal form in which texts and queries meet: the same as generator/search/normal_form.py, where it is explained.
// tests/search/cases.json holds cases that both run.
"use strict";
// eslint-disable-next-line no-unused-vars
const NormalForm = (() => {
  const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
  const SPACE = /[\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
  const MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e";
  const VOWEL = /[\u0e31\u0e34-\u0e3a]/;
  const SARA_AM = new RegExp(`([${MARK}]*?)\u0e4d([${MARK}]*)\u0e32`, "g");
  const AFTER_SARA_AM = new RegExp(`\u0e33([${MARK}\u0e33]+)`, "g");
  const MARKS = new RegExp(`[${MARK}]{2,}`, "g");
  const LEFT_OUT = new RegExp(
    "[\\x00-\\x09\\x0b-\\x2e\\x3a-\\x40\\x5b-\\x60\\x7b-\\xbf\\xd7\\xf7\\u02b9-\\u02ff\\u0e2f\\u0e3f\\u0e4f\\u0e5a\\u0e5b" +
      "\\u1680\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u2bff\\u3000-\\u303f\\ufe00-\\ufe6f\\ufeff\\ufff9-\\uffff]+",
    "g",
  );
  const TONE = /[\u0e47-\u0e4e]+/g;
  const YEAR = /(?<![0-9/.,])(?:19|20|24|25)[0-9]{2}(?![0-9/]|[.,][0-9])/g;
  const ERA = /(?:พ\.? ?ศ\.?|ค\.? ?ศ\.?|b\.?e\.?|c\.?e\.?|a\.?d\.?) *(?=(?:19|20|24|25)[0-9]{2}(?![0-9]))/g;
  // A letter with all that hangs on it.
  const CLUSTER = new RegExp(
    `เเ[${MARK}]*|[^](?:(?:[${MARK}]*\u0e4d[${MARK}]*\u0e32[${MARK}\u0e33]*)+|[${MARK}]*(?:\u0e33[${MARK}\u0e33]*)?)`,
    "gu",
  );

  const clean = (text) => text.normalize("NFC").replace(INVISIBLE, "").replace(SPACE, " ").trim();

  const lower = (letter) => {
    const small = letter.toLowerCase();
    return small.length === 1 ? small : letter;
  };

  const inOrder = (run) => {
    const marks = [...run].filter((mark) => VOWEL.test(mark)).concat([...run].filter((mark) => !VOWEL.test(mark)));
    return marks.filter((mark, index) => index === 0 || marks[index - 1] !== mark).join("");
  };

  const mend = (text) =>
    text
      .replace(/[\u{10000}-\u{10ffff}]/gu, (c) => String.fromCharCode(0xe000 + (c.codePointAt(0) & 0xfff)))
      .replace(/[\u0e50-\u0e59]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x0e20))
      .replace(/[A-Z\u00c0-\u052f]/g, lower)
      .replaceAll("\u0e45", "\u0e32")
      .replaceAll("\u0e40\u0e40", "\u0e41")
      .replace(SARA_AM, "$1$2\u0e33")
      .replace(AFTER_SARA_AM, (_, after) => after.replaceAll("\u0e33", "") + "\u0e33")
      .replace(MARKS, inOrder);

  const fold = (text) => mend(clean(text));
  const squeeze = (folded) => folded.replace(LEFT_OUT, "");
  const bare = (squeezed) => squeezed.replace(TONE, "");
  const otherEra = (folded) => folded.replace(YEAR, (year) => String(year >= 2400 ? year - 543 : +year + 543));
  const withoutEra = (folded) => folded.replace(ERA, "");
  const clusters = (text) => text.match(CLUSTER) ?? [];

  // The bare form of a text as it is shown, and for every letter of it the place of its cluster in the text.
  const mapped = (text) => {
    let plain = "";
    let exact = "";
    const starts = [];
    const ends = [];
    const letters = [];
    let at = 0;
    for (const cluster of clusters(text)) {
      const squeezed = squeeze(mend(cluster));
      for (const letter of squeezed) {
        if (bare(letter)) {
          letters.push(exact.length);
          plain += letter;
          starts.push(at);
          ends.push(at + cluster.length);
        }
        exact += letter;
      }
      at += cluster.length;
    }
    return { plain, exact, starts, ends, letters };
  };

  return { clean, mend, fold, squeeze, bare, otherEra, withoutEra, clusters, mapped };
})();
