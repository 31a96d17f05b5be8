// What the index says of a query: which reports hold which of its pieces, and how well that speaks for them.
"use strict";
// eslint-disable-next-line no-unused-vars
const SearchVotes = (() => {
  const { encode, span, LENGTH, MOST } = IndexReader;
  const { distance, typedAt, cover } = SearchQuery;
  const FEW_FILES = 2; // to put the list of the beginning of a piece together from those of the pieces: where slips are
  const MOST_FILES = 4; // looked for, and else
  const LIKELY = 5; // places where a slip of the finger may be
  const NEAR = 0.6; // what a piece with another letter counts, and …
  const BARE = 0.99; // … one with other tone marks
  const SAME = 0.3; // what it adds when all tone marks are as typed
  const HELD = 0.75; // the share of a word's pieces that says: this report may hold it
  const LEAST = 0.12; // a smaller score says nothing

  // Pieces of the index that one slip of the finger turns into what was typed.
  const slips = (entries, word, at) =>
    entries.filter(({ plain, beginning }) => {
      if (beginning || plain.includes("\n")) return false;
      const windows = [-1, 0, 1].map((more) => typedAt(word, at, plain.length + more).plain);
      return plain !== windows[1] && windows.some((window) => distance(plain, window) <= 1);
    });

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
      this.needed = 0; // the places without which a report cannot hold the word
    }
    // A report counts each place of the query once, by the best of the pieces found for it.
    place(found, number) {
      this.best.fill(0);
      this.bestTitle.fill(0);
      let most = 0;
      for (const { entry, factor, length } of found) {
        if (factor > NEAR) most = Math.max(most, entry.inside.length);
        this.lengths[number] = Math.max(this.lengths[number], length);
        const letters = length ? this.letters(this.places[number], length) : 0;
        for (const report of entry.inside) {
          this.covered[report] |= letters;
          if (this.best[report] < factor) this.best[report] = factor;
        }
        for (const report of entry.titles) if (this.bestTitle[report] < factor) this.bestTitle[report] = factor;
      }
      // Where all texts go on before what was typed, no piece begins at its first letter.
      if (found.length || this.places[number] || this.word.guessed) this.needed |= 1 << number;
      const weight = Math.log(1 + (this.total + 1) / (most + 1)) * (most ? 1 : 0.5);
      this.weight += weight;
      for (let report = 0; report < this.total; report++) {
        this.score[report] += weight * this.best[report];
        this.title[report] += weight * this.bestTitle[report];
        if (this.best[report] > NEAR) this.held[report] |= 1 << number;
        if (this.best[report] === 1) this.same[report] |= 1 << number;
      }
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

  // The same by its first letters alone, which words that stand apart have, too; and with slips of the finger.
  const lookUpLike = async (reader, word, at) => {
    const typed = typedAt(word, at, LENGTH);
    const found = weighed(await reader.beginning(typed.plain, FEW_FILES), typed);
    if (typed.plain.length < LENGTH) return found;
    const near = slips(await reader.neighbours(typed.plain), word, at);
    return [...found, ...near.map((entry) => ({ entry, factor: NEAR, length: entry.plain.length > LENGTH ? entry.plain.length : 0 }))];
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

  // What is right of a word if the letter at `slip` is not: the places as bits, and the letters there and between `at` and
  // `end`. Of a place where nothing was found, a long piece may be meant.
  const without = ({ word, votes }, slip, at, end) => {
    const letters = new Set(span(at, end));
    let right = 0;
    votes.places.forEach((from, number) => {
      const to = from + (votes.lengths[number] || MOST);
      if (to > slip && from <= slip + 1) return;
      right |= 1 << number;
      for (const letter of span(from, Math.min(to, word.letters.length))) letters.add(letter);
    });
    return { slip, right, letters: letters.size };
  };

  // The pieces of the index that one slip of the finger at a letter turned into what was typed.
  const piecesAt = async (reader, word, typed, at, slip) => {
    const before = typed.slice(at, slip);
    const swapped = (typed[slip + 1] ?? "") + typed[slip] + typed.slice(slip + 2);
    const spelled = [typed.slice(slip + 1), swapped].map((after) => (before + after).slice(0, MOST));
    const known = await Promise.all(spelled.map((one) => reader.piece(one)));
    return [...slips(await reader.range(before, FEW_FILES), word, at), ...known.flat()];
  };

  // How many letters of a word each report holds, if it holds all but what one slip of the finger spoils, wherever that
  // is: the pieces before and after, and perhaps a piece of the index that the slip turned into what was typed.
  const slipped = async (reader, of) => {
    const { word, votes } = of;
    const typed = encode(word.plain);
    const found = new Uint16Array(votes.total);
    const note = (report, { right, letters }) => {
      const holds = (votes.held[report] & right) === right;
      if (holds) found[report] = Math.max(found[report], letters);
      return holds;
    };
    const likely = [];
    for (const rest of span(0, typed.length).map((slip) => without(of, slip, 0, 0))) {
      let some = false;
      for (let report = 0; rest.right && report < votes.total; report++) some = note(report, rest) || some;
      if (some) likely.push(rest);
    }
    likely.sort((one, other) => other.letters - one.letters);
    const looked = likely.slice(0, LIKELY).map(async ({ slip }) => {
      const at = word.starts.findLast((start) => start <= slip - LENGTH + 1);
      if (at === undefined || at <= slip - MOST) return;
      for (const { plain, inside } of await piecesAt(reader, word, typed, at, slip)) {
        const end = Math.min(at + plain.length, typed.length);
        const rest = without(of, at + shared(plain, typed.slice(at)), at, end);
        for (const report of inside) note(report, rest);
      }
    });
    await Promise.all(looked);
    return found;
  };

  const shared = (one, other) => {
    let count = 0;
    while (count < one.length && one[count] === other[count]) count++;
    return count;
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

  return { vote, shareOf, lookUpLike, rank, holding, slipped, letters };
})();
