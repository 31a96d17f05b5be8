// What the index says of a query: which reports hold which of its pieces, and how well that speaks for them.
"use strict";
// eslint-disable-next-line no-unused-vars
const SearchVotes = (() => {
  const { LENGTH, MOST } = IndexReader;
  const { typedAt, cover } = SearchQuery;
  const FEW_FILES = 2; // to put the list of the beginning of a piece together from those of the pieces: for words that stand
  const MOST_FILES = 4; // apart, and else
  const BARE = 0.99; // what a piece with other tone marks counts
  const SAME = 0.3; // what it adds when all tone marks are as typed
  const HELD = 0.75; // the share of a word's pieces that says: this report may hold it
  const LEAST = 0.12; // a smaller score says nothing

  const ones = (bits) => {
    let count = 0;
    for (let left = bits; left; left &= left - 1) count++;
    return count;
  };

  // What the reports hold of one word (or of the seams between words), place by place.
  class Votes {
    constructor(total, word, places) {
      this.total = total;
      this.word = word;
      this.places = places;
      this.bits = Math.min(32, word.letters.length);
      this.bit = (letter) => Math.floor((letter * this.bits) / word.letters.length);
      this.score = new Float32Array(total);
      this.title = new Float32Array(total);
      this.weight = 0;
      this.best = new Float32Array(total);
      this.bestTitle = new Float32Array(total);
      this.held = new Uint32Array(total); // at which places: a bit each
      this.same = new Uint32Array(total); // … and with the same tone marks
      this.covered = new Uint32Array(total); // which letters of the word: a bit each
      this.lengths = places.map(() => 0); // of the longest piece found at each place
      this.rarity = places.map(() => 0); // of the pieces found there
      this.needed = 0; // the places without which a report cannot hold the word
    }
    // A report counts each place of the query once, by the best of the pieces found for it.
    place(found, number) {
      this.best.fill(0);
      this.bestTitle.fill(0);
      let most = 0;
      for (const { entry, factor, length } of found) {
        most = Math.max(most, entry.inside.length);
        this.lengths[number] = Math.max(this.lengths[number], length);
        const letters = this.letters(this.places[number], length);
        for (const report of entry.inside) {
          this.covered[report] |= letters;
          if (this.best[report] < factor) this.best[report] = factor;
        }
        for (const report of entry.titles) if (this.bestTitle[report] < factor) this.bestTitle[report] = factor;
      }
      // Where all texts go on before what was typed, no piece begins at its first letter.
      if (found.length || this.places[number] || this.word.guessed) this.needed |= 1 << number;
      this.rarity[number] = Math.log((this.total + 1) / (most + 1));
      const weight = Math.log(1 + (this.total + 1) / (most + 1)) * (most ? 1 : 0.5);
      this.weight += weight;
      for (let report = 0; report < this.total; report++) {
        this.score[report] += weight * this.best[report];
        this.title[report] += weight * this.bestTitle[report];
        if (this.best[report]) this.held[report] |= 1 << number;
        if (this.best[report] === 1) this.same[report] |= 1 << number;
      }
    }
    // Where the piece at a place ends; of one that is not known, a long piece may be meant.
    end(number) {
      return this.places[number] + (this.lengths[number] || MOST);
    }
    // Letters of the word as bits.
    letters(at, length) {
      let found = 0;
      for (let bit = this.bit(at); bit < this.bits && bit <= this.bit(at + length - 1); bit++) found |= 1 << bit;
      return found;
    }
    // Whether a report can hold the whole.
    holds(report) {
      return this.needed !== 0 && (this.held[report] & this.needed) === this.needed;
    }
    holdsSame(report) {
      return this.needed !== 0 && (this.same[report] & this.needed) === this.needed;
    }
    // How many letters a report holds.
    covers(report) {
      return (ones(this.covered[report]) * this.word.letters.length) / this.bits;
    }
    // How much of the weight each report holds, 0 to 1.
    shares() {
      return this.weight ? this.score.map((score) => score / this.weight) : new Float32Array(this.total);
    }
  }

  // The entries for one place of a word, each with what it counts.
  const lookUp = async (reader, word, at) => {
    const typed = typedAt(word, at);
    const entries = typed.plain.length < LENGTH ? [] : await reader.piece(typed.plain);
    const ends = !entries.length && typed.last && typed.plain.length < MOST;
    return weighed(ends ? await reader.beginning(typed.plain, MOST_FILES) : entries, typed);
  };

  // The same by its first letters alone, which words that stand apart have, too.
  const lookUpLike = async (reader, word, at) => {
    const typed = typedAt(word, at, LENGTH);
    return weighed(await reader.beginning(typed.plain, FEW_FILES), typed);
  };

  const weighed = (entries, { exact, plain, last }) =>
    entries.map((entry) => {
      const same = entry.plain.length <= plain.length ? entry.piece === exact(entry.plain.length) : last && entry.piece.startsWith(exact());
      return { entry, factor: same ? 1 : BARE, length: Math.min(plain.length, entry.plain.length) };
    });

  const vote = async (reader, word, places, look = lookUp) => {
    const votes = new Votes(reader.head.reports, word, places);
    const found = await Promise.all(places.map((at) => look(reader, word, at)));
    found.forEach((entries, number) => votes.place(entries, number));
    return votes;
  };

  const larger = (one, other) => one.map((share, index) => Math.max(share, 0.97 * other[index]));

  // How much of a word each report holds, 0 to 1, and the votes that say so.
  const shareOf = async (reader, word, places, look) => {
    const votes = await vote(reader, word, places, look);
    const found = { word, votes, share: votes.shares() };
    if (word.twin) {
      const twin = await vote(reader, word.twin, cover(word.twin));
      found.share = larger(found.share, twin.shares());
    }
    if (word.year) ofYear(reader, word.year, found);
    return found;
  };

  // A year that is typed alone is sought in the reports of that year before any other.
  const ofYear = (reader, year, { share, votes }) => {
    let at = 0;
    for (const [runYear, , count] of reader.head.runs) {
      if (runYear === year) {
        share.fill(1, at, at + count);
        votes.title.fill(3 * votes.weight, at, at + count);
      }
      at += count;
    }
  };

  const rank = (found, seam, allowed, total) => {
    const score = new Float32Array(total);
    const weights = found.map(({ votes }) => Math.min(4, Math.max(0.5, votes.weight)));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    for (let report = 0; report < total; report++) {
      if (allowed && !allowed[report]) continue;
      let sum = 0;
      found.forEach(({ share, votes }, index) => {
        const part = share[report];
        const named = votes.weight ? 0.15 * (votes.title[report] / votes.weight) : 0;
        sum += weights[index] * (part * part + (part > HELD ? 0.6 : 0) + named + (votes.holdsSame(report) ? SAME : 0));
      });
      if (sum) score[report] = sum / all + (seam ? seam[report] * seam[report] : 0);
    }
    const order = [];
    for (let report = 0; report < total; report++) if (score[report] > LEAST) order.push(report);
    order.sort((one, other) => score[other] - score[one] || one - other);
    return { order, score };
  };

  // How many letters of the words each report holds.
  const letters = ({ allowed, total }, found) =>
    Float32Array.from({ length: total }, (_, report) =>
      allowed && !allowed[report] ? 0 : found.reduce((sum, { votes }) => sum + votes.covers(report), 0),
    );

  // Which reports hold every place of every word.
  const holding = (found, allowed, total) => {
    const holds = new Uint8Array(total).fill(1);
    for (const { votes, share, word } of found) {
      const other = word.twin || word.year;
      for (let report = 0; report < total; report++) {
        if (!votes.holds(report) && !(other && share[report] > HELD)) holds[report] = 0;
      }
    }
    return allowed ? holds.map((one, report) => one && allowed[report]) : holds;
  };

  return { vote, shareOf, lookUp, lookUpLike, rank, holding, letters };
})();
