// A query that is being answered: the texts that were read so far, and how well each of them answers it.
"use strict";
// eslint-disable-next-line no-unused-vars
const SearchTask = (() => {
  const { term } = SearchQuery;
  const { LENGTH } = IndexReader;
  const { verify, written } = SearchTexts;
  const SOLID = 0.57; // the score of a word with a slip of the finger, or of words without a space between them

  class Task {
    constructor(typed, { allowed, most, stale, total }, read = new Map()) {
      Object.assign(this, { typed, allowed, most, stale, total, read });
      this.mean(typed.words, typed.phrase);
    }

    // Takes words as what was meant by those that were typed; words that are not guessed were meant as typed.
    mean(words, phrase) {
      const merged = this.typed.words.map((word, index) => (words[index].guessed ? { ...word, twin: words[index] } : word));
      this.query = { ...this.typed, words: merged, phrase };
      this.grades = new Map();
    }

    // The same as if it had been typed without spaces; what was read stays read.
    asOne() {
      if (this.typed.words.length === 1) return this;
      return new Task({ ...this.typed, words: [{ ...this.typed.phrase, twin: null }] }, this, this.read);
    }

    // Whether the query is one word of letters, longer than a piece and shorter than `most`.
    isWord(most) {
      const { words, whole, phrase } = this.typed;
      return words.length === 1 && !/[0-9]/.test(whole) && phrase.letters.length > LENGTH && phrase.letters.length < most;
    }

    // The texts that were read, the best first.
    graded() {
      const { grades } = this;
      for (const [report, page] of this.read) {
        if (!grades.has(report)) grades.set(report, { report, page, ...verify(this.query, page, true) });
      }
      return [...grades.values()].sort((one, other) => other.score - one.score || one.report - other.report);
    }

    count(test) {
      return this.graded().filter(test).length;
    }
    // How many of them hold all that is meant; …
    get sure() {
      return this.count((one) => one.sure);
    }
    // … do, or hold the words apart or with a slip of the finger; …
    get solid() {
      return this.count((one) => one.all && one.score > 1 + SOLID);
    }
    // … hold a word with a slip of the finger; …
    get slipped() {
      return this.count((one) => one.all && one.words.some((word) => word.meant && word.score > SOLID));
    }
    // … hold the words side by side.
    get phrases() {
      return this.count((one) => one.phrase);
    }

    // What may have been meant: the words in the spelling of the texts that are nearest.
    meant() {
      const { words } = this.query;
      const near = this.graded().filter((one) => one.all && one.words.some((word) => word.meant));
      const spelled = new Map(near.map((one) => [one.words.map((word, index) => word.meant ?? words[index].folded).join(" "), one]));
      return [...spelled.values()].map((one) => words.map((word, index) => (one.words[index].meant ? guessed(one.words[index].meant) : word)));
    }
  }

  // The query in the spelling that was taken for it, as a text has it; nothing if that text has what was typed.
  const spelling = ({ typed, query }, page) => {
    if (!query.words.some((word) => word.twin?.guessed) || verify(typed, page, false).all) return "";
    return query.words.map((word) => (word.twin?.guessed ? written(page, word.twin) : word.folded)).join(" ");
  };

  // A spelling in place of a word that was typed.
  const guessed = (folded) => ({ ...term(folded), guessed: true });

  return { Task, spelling, guessed };
})();
