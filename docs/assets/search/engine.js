// Answers a query: looks up pieces of it, reads the texts of the reports that seem best, and verifies.
"use strict";
// eslint-disable-next-line no-unused-vars
const SearchEngine = (() => {
  const { fold } = NormalForm;
  const { LENGTH } = IndexReader;
  const { term, parse, corrections, typedAt, whole, tailed, cover, spread, seamsOf } = SearchQuery;
  const { vote, shareOf, lookUpLike, rank, holding, letters } = SearchVotes;
  const { find, shown } = SearchTexts;
  const { Task, spelling, guessed } = SearchTask;
  const { spellingsOf, marked } = SearchSlips;
  const FIRST_PLACES = 6; // looked up before anything is known; each is a file
  const ALL_PLACES = 20;
  const SEAMS = 4; // of them, where words meet
  const PROBE = 3; // texts read to learn whether the first look-ups tell enough
  const MORE = 45; // texts read on where many hold the pieces and few the words
  const MOST = 50; // texts read in all, besides those that are shown
  const MORE_PHRASES = 16; // texts read on where words may stand side by side, …
  const STEP = 4; // … so many at a time
  const SLIPPED = 12; // texts read of those that hold all but what one slip of the finger spoils
  const APART = 18; // texts read to find words that stand apart there, …
  const FEW_APART = 2; // … so many to begin with where the words stand together elsewhere, …
  const LETTERS = 3; // … that hold at most so many letters less than the best, which …
  const LOST = 2; // … may lack so many
  const GUESSED = 5; // texts read of those that are nearest by pieces with a slip of the finger
  const MEANINGS = 3; // spellings looked up in place of what was typed
  const SHORT = 10; // a word of fewer letters may stand somewhere by chance where another was meant …
  const OFTENER = 10; // … that is so many times as frequent
  const USUAL = 100; // a usual word is held by one report in so many

  class Engine {
    constructor(reader) {
      this.reader = reader;
    }

    // Gives { results, meant, near, count, more }; null when `stale()` says that nobody waits any more.
    async search(raw, { filters = {}, most = 10, stale = () => false } = {}) {
      const head = await this.reader.open();
      const filtered = filters.year || filters.agency || filters.status;
      const allowed = filtered ? await this.reader.allowed(filters) : null;
      const query = parse(raw);
      if (stale()) return null;
      if (!query.words.length) return this.browse(raw, allowed, most);
      const ranked = await this.find(new Task(query, { allowed, most, stale, total: head.reports }));
      return stale() ? null : this.answer(ranked);
    }

    answer({ task, count }) {
      const read = task.graded();
      const good = read.filter(({ all }) => all);
      const like = read.filter(({ score }) => score > 0.2);
      const results = (good.length ? good : like.length ? like : read).slice(0, task.most);
      const { sure } = task;
      return {
        results: results.map(shown),
        meant: good.length ? spelling(task, results[0].page) : "",
        near: !good.length,
        count: sure ? Math.max(count, good.length) : good.length,
        more: sure > 0 && count > task.most,
      };
    }

    async browse(raw, allowed, most) {
      if (!allowed || fold(raw)) return { results: [], near: false, count: 0, more: false };
      const reports = Array.from(allowed.keys()).filter((report) => allowed[report]);
      const pages = await Promise.all(reports.slice(0, most).map((report) => this.reader.texts(report)));
      const results = pages.map((page) => shown({ page, marks: [], score: 1, all: true }));
      return { results, near: false, count: reports.length, more: reports.length > most };
    }

    // --- what holds the words as they were typed --------------------------------------------------------------------

    // Looks up and reads as little as tells the answer.
    async find(task) {
      const { query, most } = task;
      let ranked = await this.exact(task, FIRST_PLACES, cover);
      const left = query.words.some((word, index) => ranked.found[index].votes.places.length < whole(word).length);
      await this.read(ranked, left && ranked.count > most ? PROBE : most);
      if (task.stale()) return ranked;
      if (left && task.sure < Math.min(task.read.size, most)) {
        ranked = await this.exact(task, ALL_PLACES, tailed); // many hold the pieces and few the words
      }
      await this.read(ranked, task.sure || !doubtful(ranked) ? most + MORE : most);
      await this.readPhrases(ranked);
      if (!task.sure) return this.guess(ranked);
      if (task.sure >= most || !task.isWord(Infinity)) return ranked;
      const usual = task.isWord(SHORT) ? await this.usual(ranked) : null;
      if (usual) return this.correct(usual);
      await this.readApart(ranked, FEW_APART);
      return ranked;
    }

    // The reports that seem to hold every word, from `most` look-ups at the places of a word that `pick` gives.
    async exact(task, most, pick, query = task.query) {
      const joints = spread(seamsOf(query), SEAMS);
      const each = Math.max(1, Math.floor((most - joints.length) / query.words.length));
      const [seams, ...found] = await Promise.all([
        joints.length ? vote(this.reader, query.phrase, joints) : null,
        ...query.words.map((word) => shareOf(this.reader, word, spread(pick(word), each))),
      ]);
      return { ...this.ranked(task, found, seams), query };
    }

    ranked(task, found, seams) {
      const holds = holding(found, task.allowed, task.total);
      const count = holds.reduce((sum, one) => sum + one, 0);
      return { ...rank(found, seams?.shares(), task.allowed, task.total), task, found, seams, holds, count };
    }

    // Reads the texts of the reports that hold every word, until enough are sure or `most` were read.
    async read({ task, order, holds }, most) {
      const fresh = unread(task, order).filter((report) => holds[report]);
      for (let from = 0; from < fresh.length && from < most; ) {
        const wanted = Math.min(task.most - task.sure, most - from);
        if (wanted <= 0) return;
        await this.open(task, fresh.slice(from, from + wanted));
        from += wanted;
      }
    }

    // Reads on among those that seem to hold the words side by side.
    async readPhrases({ task, seams, order, holds }) {
      if (!seams) return;
      const like = unread(task, order).filter((report) => holds[report] && seams.holds(report));
      for (let from = 0; from < MORE_PHRASES && task.phrases < task.most; from += STEP) {
        await this.open(task, like.slice(from, from + STEP));
      }
    }

    // Reads those that hold the most letters, in whatever order: there the words stand apart. Reads on while that is so.
    async readApart({ task, found, score }, first) {
      if (!found.some(({ word }) => word.letters.length >= 2 * LENGTH)) return;
      const held = letters(task, found);
      const most = held.reduce((one, other, report) => (other > one && !task.read.has(report) ? other : one), 0);
      if (most < found.reduce((sum, { word }) => sum + word.letters.length, 0) - LOST) return;
      const like = unread(task, [...held.keys()]).filter((report) => held[report] >= most - LETTERS);
      like.sort((one, other) => held[other] - held[one] || score[other] - score[one]);
      for (let from = 0, step = first; from < APART; from += step, step = STEP) {
        const before = task.solid;
        await this.open(task, like.slice(from, from + step));
        if (task.solid === before || task.solid >= task.most) return;
      }
    }

    // Reads texts, unless nobody waits for them any more or it were too many.
    async open(task, reports) {
      if (task.stale()) return;
      const wanted = reports.slice(0, Math.max(0, task.most + MOST - task.read.size));
      const pages = await Promise.all(wanted.map((report) => this.reader.texts(report)));
      pages.forEach((page, index) => task.read.set(wanted[index], SearchTexts.open(page)));
    }

    // --- what may have been meant -----------------------------------------------------------------------------------

    // Looks for slips of the finger in usual words, then in any, and for words that were typed without a space.
    async guess(first) {
      const { task } = first;
      const short = task.query.words.every((word) => word.letters.length < SHORT);
      const usual = short ? await this.usual(first) : null;
      if (usual?.count >= task.total / USUAL) return this.correct(usual);
      const unspaced = task.isWord(Infinity) && task.query.phrase.letters.length >= 2 * LENGTH;
      const mended = unspaced ? null : (await this.mendPhrase(task)) ?? (await this.mendWord(first));
      if (mended) return mended;
      const found = await this.like(await this.exact(task, ALL_PLACES, whole));
      const before = task.solid;
      await this.readApart(found, STEP);
      if (task.solid >= task.most) return found;
      const other = (unspaced ? await this.mend(task) : null) ?? (usual && (await this.correct(usual)));
      return other ?? this.nearest(first, found, before < task.solid);
    }

    // What is nearest, where no spelling was found; what was meant is looked up if the texts tell.
    async nearest(first, found, apart) {
      const { task } = first;
      if (!apart) await this.open(task, unread(task, found.order).slice(0, GUESSED));
      if (!task.read.size) await this.open(task, await this.alike(found));
      const meant = await this.best(task, task.meant());
      if (meant) return this.correct(meant);
      if (!task.solid) await this.read(first, MORE);
      return found;
    }

    // What holds usual words in place of those that are one slip of the finger away from them and that nothing holds.
    async usual({ task, found }) {
      const usual = await this.reader.words();
      const { words } = task.query;
      const spellings = words.flatMap((word, index) => {
        if (words.length > 1 && isHeld(found[index])) return [];
        return corrections(word, usual).map((plain) => words.with(index, guessed(plain)));
      });
      return this.best(task, spellings);
    }

    // What holds the spelling that most reports hold; none that is hardly more frequent than what was typed.
    async best(task, spellings) {
      let best = null;
      for (const words of spellings.slice(0, MEANINGS)) {
        if (task.stale()) return null;
        const other = await this.corrected(task, words);
        if (other.count > Math.max(best?.count ?? 0, OFTENER * task.sure)) best = other;
      }
      return best;
    }

    // What holds words in place of those that were typed.
    corrected(task, words) {
      const phrase = term(words.map((word) => word.folded).join(" "));
      return this.exact(task, FIRST_PLACES, cover, { ...task.query, words, phrase });
    }

    // Reads what holds the words that were meant.
    async correct(ranked, more = MORE) {
      const { task, query } = ranked;
      task.mean(query.words, query.phrase);
      await this.read(ranked, task.most);
      if (task.sure) await this.read(ranked, more);
      await this.readPhrases(ranked);
      return ranked;
    }

    // Looks for a slip of the finger anywhere in the words as they stand side by side; then for those words apart, too.
    async mendPhrase(task) {
      const mended = await this.mend(task.asOne());
      if (!mended || mended.task === task || mended.task.sure >= task.most) return mended;
      const words = parted(task.query.words, mended.task.query.words[0].twin);
      return words ? this.correct(await this.corrected(task, words), 0) : mended;
    }

    // Looks for a slip of the finger in the word that nothing holds, among the reports that hold the others.
    async mendWord({ task, found }) {
      const index = found.findIndex((one) => !isHeld(one));
      if (task.query.words.length === 1 || index < 0) return null;
      return this.mend(task, index, holding(found.toSpliced(index, 1), task.allowed, task.total));
    }

    // Looks for one slip of the finger in a word: in the pieces of the index, then in texts.
    async mend(task, index = 0, allowed = task.allowed) {
      const { words, phrase } = task.query;
      if (words[index].letters.length <= LENGTH) return null;
      const { spellings, near } = await spellingsOf(this.reader, words[index], allowed);
      for (const { word, reports } of spellings.slice(0, MEANINGS)) {
        if (task.stale()) return null;
        const meant = words.with(index, { ...word, guessed: true });
        const ranked = await this.correct(words.length > 1 ? await this.corrected(task, meant) : known(task, meant, reports));
        if (task.sure) return ranked;
      }
      task.mean(words, phrase);
      const like = unread(task, [...new Set(near.flat())]);
      for (let from = 0; from < SLIPPED && !task.slipped; from += STEP) await this.open(task, like.slice(from, from + STEP));
      if (!task.slipped) return null;
      const meant = await this.best(task, task.meant());
      return meant ? this.correct(meant) : { task, count: task.solid };
    }

    // What shares at least a few letters with the query, where nothing else does.
    async alike({ task: { query, most, allowed }, order }) {
      if (order.length) return order.slice(0, most);
      const [word] = [...query.words].sort((one, other) => other.letters.length - one.letters.length);
      for (const at of word.starts) {
        const [entry] = await this.reader.beginning(typedAt(word, at, LENGTH - 1).plain, 1);
        const inside = entry?.inside.filter((report) => !allowed || allowed[report]);
        if (inside?.length) return [...inside.slice(0, most)];
      }
      return [];
    }

    // Which reports hold something like the words; of several, like those that no text read so far holds.
    async like({ task, found, seams }) {
      const { words } = task.query;
      const pages = [...task.read.values()];
      const each = Math.max(2, Math.floor(ALL_PLACES / found.length));
      const again = await Promise.all(
        words.map((word, index) => {
          const held = words.length > 1 && pages.some((page) => find(word, page, false).score);
          return held ? found[index] : shareOf(this.reader, word, spread(whole(word), each), lookUpLike);
        }),
      );
      return this.ranked(task, again, seams);
    }
  }

  const unread = (task, reports) => reports.filter((report) => !task.read.has(report));

  // Whether any report holds the pieces of a word.
  const isHeld = ({ votes }) => votes.held.some((_, report) => votes.holds(report));

  // Whether no piece of the index begins as a word does: it was cut from a text, or has a slip there.
  const doubtful = ({ found }) => found.some(({ votes }) => !(votes.needed & 1));

  // The reports that are known to hold a spelling.
  const known = (task, words, reports) => {
    const holds = marked(task.total, reports);
    return { task, order: reports, holds, count: reports.length, query: { words, phrase: words[0] } };
  };

  // The words as they stand in a spelling of all of them, which differs in one.
  const parted = (words, spelled) => {
    const joined = (some) => some.map(({ exact }) => exact).join("");
    for (const index of spelled ? words.keys() : []) {
      const before = joined(words.slice(0, index));
      const after = joined(words.slice(index + 1));
      const middle = spelled.exact.slice(before.length, spelled.exact.length - after.length);
      if (middle && before + middle + after === spelled.exact) return words.with(index, guessed(middle));
    }
    return null;
  };

  return { Engine };
})();
