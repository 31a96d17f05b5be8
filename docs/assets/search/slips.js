// What may have been meant: the spellings that one slip of the finger turned into what was typed, and that reports hold.
"use strict";
// eslint-disable-next-line no-unused-vars
const SearchSlips = (() => {
  const { encode, decode, span, LENGTH } = IndexReader;
  const { lettersOf, term, tailed, spread } = SearchQuery;
  const { vote, lookUp } = SearchVotes;
  const PLACES = 20; // looked up of what was typed
  const LIKELY = 5; // letters where the slip may be
  const SPELLED = 7; // spellings looked up for each of them
  const FILES = 8; // read to learn how texts go on after the letters before a slip, …
  const FEW_FILES = 2; // … the fewer of them the second time, …
  const BEFORE = 2; // … of which there must be so many

  const plainOf = (letters) => encode(letters.map((letter) => letter[0]).join(""));
  const byReports = (one, other) => other.reports.length - one.reports.length;

  // The letters where the slip may be: reports hold all pieces that it does not touch. The rarer those that it touches, the
  // likelier.
  const likelySlips = (votes, allowed) => {
    const { word, places, total, held, needed } = votes;
    const found = span(0, word.letters.length).map((slip) => {
      const numbers = span(0, places.length).filter((number) => places[number] <= slip + 1 && votes.end(number) > slip);
      const right = numbers.reduce((bits, number) => bits & ~(1 << number), needed);
      const reports = span(0, total).filter((report) => (held[report] & right) === right && (!allowed || allowed[report]));
      const rarity = numbers.reduce((sum, number) => sum + votes.rarity[number], 0) / (numbers.length || 1);
      return { slip, right, reports, rarity };
    });
    return found.filter(({ reports }) => reports.length).sort((one, other) => other.rarity - one.rarity).slice(0, LIKELY);
  };

  // The spellings if a letter too many, two swapped, a wrong one or a missing one were typed at a slip, each with the
  // reports that may hold it.
  const spelledAt = async (reader, { word, total }, { slip, reports }) => {
    const { letters } = word;
    const changed = (count, ...put) => [...letters.slice(0, slip), ...put, ...letters.slice(slip + count)];
    const swapped = slip + 1 < letters.length ? [changed(2, letters[slip + 1], letters[slip])] : [];
    const found = [changed(1), ...swapped].map((spelled) => ({ letters: spelled, slip, reports }));
    const [at, entries] = await goingOn(reader, word, slip);
    const may = marked(total, reports);
    for (const spelled of nextLetters(entries, slip - at).flatMap((letter) => [changed(1, letter), changed(0, letter)])) {
      const rest = plainOf(spelled.slice(at));
      const fits = entries.filter(({ plain }) => rest.startsWith(plain) || plain.startsWith(rest));
      const held = new Set(fits.flatMap(({ inside }) => [...inside].filter((report) => may[report])));
      found.push({ letters: spelled, slip, reports: [...held] });
    }
    return found;
  };

  // The letters at a place of pieces, each with the tone marks that it has most often.
  const nextLetters = (entries, place) => {
    const often = [...entries].sort((one, other) => one.inside.length - other.inside.length);
    const letters = often.map(({ piece }) => lettersOf(decode(piece))[place]).filter(Boolean);
    return [...new Map(letters.map((letter) => [letter[0], letter])).values()];
  };

  // Where pieces begin that tell the letter at a slip, and these. With more letters before it, fewer files tell.
  const goingOn = async (reader, { letters, starts }, slip) => {
    const near = starts.filter((start) => start > slip - LENGTH - 2 && start <= slip - BEFORE);
    const long = near.findLast((start) => start <= slip - LENGTH + 1);
    for (const [at, files] of [[long, FILES], [near.at(-1), long === undefined ? FILES : FEW_FILES]]) {
      const found = at === undefined ? [] : await reader.range(plainOf(letters.slice(at, slip)), files);
      const entries = found.filter(({ plain }) => plain.length > slip - at && !plain.includes("\n"));
      if (entries.length) return [at, entries];
    }
    return [slip, []];
  };

  // A mark for every report of a list.
  const marked = (total, reports) => {
    const on = new Uint8Array(total);
    for (const report of reports) on[report] = 1;
    return on;
  };

  // Leaves of the reports those that hold the pieces of a spelling around the slip, titles first.
  const looked = async (reader, { total, title }, { letters, slip, reports }) => {
    const word = term(letters.join(""));
    const around = word.starts.filter((start) => start > slip - LENGTH && start <= Math.min(slip + 1, letters.length - LENGTH));
    let left = reports;
    for (const at of around) {
      if (!left.length) break;
      const found = await lookUp(reader, word, at);
      const inside = marked(total, found.flatMap(({ entry }) => [...entry.inside]));
      left = left.filter((report) => inside[report]);
    }
    return { word, reports: [...left].sort((one, other) => title[other] - title[one] || one - other) };
  };

  // The likeliest spellings of each place, every one once.
  const chosen = (typed, found) => {
    const best = new Map();
    for (const some of found) {
      const full = best.size + SPELLED;
      for (const one of some.sort(byReports)) {
        const plain = plainOf(one.letters);
        if (best.size < full && one.reports.length && plain !== typed && !best.has(plain)) best.set(plain, one);
      }
    }
    return [...best.values()];
  };

  // Whether a word is the beginning or the end of another.
  const partOf = (one, other) => one !== other && (other.startsWith(one) || other.endsWith(one));

  // Gives { spellings: [{ word, reports }], near }: the spellings that reports hold, those of the most reports first, and
  // lists of the reports that hold all of the word but what a slip spoils, the shortest first.
  const spellingsOf = async (reader, word, allowed) => {
    const votes = await vote(reader, word, spread(tailed(word), PLACES));
    const likely = likelySlips(votes, allowed);
    const found = await Promise.all(likely.map((one) => spelledAt(reader, votes, one)));
    const all = await Promise.all(chosen(encode(word.plain), found).map((one) => looked(reader, votes, one)));
    // Without its first or last letter a word is held by more reports, and seldom meant.
    const part = (one) => Number(partOf(one.word.plain, word.plain));
    const often = (one) => Math.floor(Math.log2(one.reports.length));
    const length = (one) => one.word.plain.length;
    const best = (one, other) => votes.score[other] - votes.score[one] || one - other;
    const likelier = (one, other) =>
      part(one) - part(other) || often(other) - often(one) || length(other) - length(one) || byReports(one, other);
    return {
      spellings: all.filter(({ reports }) => reports.length).sort(likelier),
      near: likely.filter(({ right }) => right).map(({ reports }) => reports.sort(best)).sort((one, other) => one.length - other.length),
    };
  };

  return { spellingsOf, marked };
})();
