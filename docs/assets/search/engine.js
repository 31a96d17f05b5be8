// Answers a query: looks up pieces of it, reads the texts of the reports that seem best, and verifies.
"use strict";
// eslint-disable-next-line no-unused-vars
const SearchEngine = (() => {
  const { fold } = NormalForm;
  const { LENGTH } = IndexReader;
  const { term, parse, corrections, typedAt, whole, tailed, cover, spread, seamsOf } = SearchQuery;
  const { vote, shareOf, lookUpLike, rank, holding, slipped, letters } = SearchVotes;
  const { find, verify, shown } = SearchTexts;
  const FIRST_PLACES = 6; // looked up before anything is known; each is a file
  const ALL_PLACES = 12;
  const SEAMS = 4; // of them, where words meet
  const PROBE = 3; // texts read to learn whether the first look-ups tell enough
  const MORE = 45; // texts read on where many hold the pieces and few the words
  const MORE_PHRASES = 16; // … and where words may stand side by side, …
  const PHRASES_STEP = 4; // … so many at a time
  const SLIPPED = 6; // texts read of those that hold all but what one slip of the finger spoils
  const LIKE = 18; // texts read to find words that stand apart there, …
  const LIKE_STEP = 4; // … so many at a time, …
  const LETTERS = 3; // … that hold at most so many letters less than the best
  const GUESSED = 5; // texts read of those that are nearest by pieces with a slip of the finger
  const MEANINGS = 3; // spellings looked up in place of what was typed
  const SHORT = 10; // a word of fewer letters may stand somewhere by chance where another was meant …
  const OFTENER = 10; // … that is so many times as frequent
  const SOLID = 1.57; // the score of a slip of the finger, or of words without a space between them

  class Engine {
    constructor(reader) {
      this.reader = reader;
    }

    // Gives { results, near, count, more }; null when `stale()` says that nobody waits any more.
    async search(raw, { filters = {}, most = 10, stale = () => false } = {}) {
      const head = await this.reader.open();
      const filtered = filters.year || filters.agency || filters.status;
      const allowed = filtered ? await this.reader.allowed(filters) : null;
      const query = parse(raw);
      if (stale()) return null;
      if (!query.words.length) return this.browse(raw, allowed, most);
      const task = { query, allowed, most, stale, total: head.reports, read: new Map(), grades: new Map() };
      const ranked = await this.find(task);
      return stale() ? null : this.answer(task, ranked);
    }

    // Looks up and reads as little as tells the answer.
    async find(task) {
      const { query, most } = task;
      let ranked = await this.exact(task, FIRST_PLACES, cover);
      const left = query.words.some((word, index) => ranked.found[index].votes.places.length < whole(word).length);
      await this.read(task, ranked, left && ranked.count > most ? PROBE : most);
      if (task.stale()) return ranked;
      if (left && sure(task) < Math.min(task.read.size, most)) {
        ranked = await this.exact(task, ALL_PLACES, tailed); // many hold the pieces and few the words
      }
      await this.read(task, ranked, most + MORE);
      await this.readPhrases(task, ranked);
      if (task.stale()) return ranked;
      const held = unread(task, ranked).filter((report) => ranked.holds[report]);
      if (held.length) await this.read(task, ranked, sure(task) ? 0 : most);
      else if (!sure(task) || (alone(query, SHORT) && sure(task) < most)) return this.guess(task, ranked, left);
      else if (alone(query, Infinity) && sure(task) < most) await this.readLike(task, ranked);
      return ranked;
    }

    answer(task, ranked) {
      const read = graded(task);
      const good = read.filter(({ all }) => all);
      const like = read.filter(({ score }) => score > 0.2);
      const results = (good.length ? good : like.length ? like : read).slice(0, task.most);
      const sure = good.some((one) => one.sure);
      const count = sure ? Math.max(ranked.count, good.length) : good.length;
      return { results: results.map(shown), near: !good.length, count, more: sure && ranked.count > task.most };
    }

    async browse(raw, allowed, most) {
      if (!allowed || fold(raw)) return { results: [], near: false, count: 0, more: false };
      const reports = Array.from(allowed.keys()).filter((report) => allowed[report]);
      const pages = await Promise.all(reports.slice(0, most).map((report) => this.reader.texts(report)));
      const results = pages.map((page) => shown({ page, marks: [], score: 1, all: true }));
      return { results, near: false, count: reports.length, more: reports.length > most };
    }

    // The reports that seem to hold every word, from `most` look-ups at the places of a word that `pick` gives.
    async exact(task, most, pick) {
      const { query } = task;
      const joints = spread(seamsOf(query), SEAMS);
      const each = Math.max(1, Math.floor((most - joints.length) / query.words.length));
      const [seams, ...found] = await Promise.all([
        joints.length ? vote(this.reader, query.phrase, joints) : null,
        ...query.words.map((word) => shareOf(this.reader, word, spread(pick(word), each))),
      ]);
      return this.ranked(task, found, seams);
    }

    // Looks for slips of the finger in usual words, then for words that stand apart and for slips in any; once texts show
    // what was meant, looks that up as if it had been typed.
    async guess(task, first, left) {
      const short = task.query.words.every((word) => word.letters.length < SHORT);
      const usual = short ? await this.best(task, await this.usual(task, first)) : null;
      if (usual) return this.correct(task, usual);
      const ranked = left ? await this.exact(task, ALL_PLACES, whole) : first;
      await this.readSlipped(task, ranked);
      const mended = await this.best(task, solid(task) ? meant(task) : []);
      if (mended) return this.correct(task, mended);
      if (task.stale()) return ranked;
      const found = await this.like(task, ranked);
      const before = solid(task);
      await this.readLike(task, found);
      if (before >= solid(task)) await this.open(task, unread(task, found).slice(0, GUESSED));
      if (!task.read.size) await this.open(task, await this.nearest(task, found));
      const other = await this.best(task, short || solid(task) ? meant(task) : [...meant(task), ...(await this.usual(task, first))]);
      return other ? this.correct(task, other) : found;
    }

    // The spelling that most reports hold; none that is hardly more frequent than what was typed.
    async best(task, spellings) {
      let best = null;
      for (const words of task.stale() ? [] : spellings) {
        const other = await this.corrected(task, words);
        if (other.count > Math.max(best?.count ?? 0, OFTENER * sure(task))) best = other;
      }
      return best;
    }

    // The query with usual words in place of what is one slip of the finger away from them.
    async usual({ query }, { found }) {
      const usual = await this.reader.words();
      const spellings = query.words.flatMap((word, index) => {
        if (query.words.length > 1 && found[index].share.some((_, report) => found[index].votes.holds(report))) return [];
        return corrections(word, usual).map((plain) => query.words.map((each) => (each === word ? { ...term(plain), guessed: true } : each)));
      });
      return spellings.slice(0, MEANINGS);
    }

    // What holds words in place of those that were typed.
    async corrected(task, words) {
      const query = { ...task.query, words, phrase: term(words.map((word) => word.folded).join(" ")) };
      return { ...(await this.exact({ ...task, query }, FIRST_PLACES, cover)), query };
    }

    async correct(task, ranked) {
      ranked.query.words.forEach((word, index) => {
        if (word.guessed) task.query.words[index].twin = word;
      });
      task.query.phrase = ranked.query.phrase;
      task.grades.clear();
      await this.read(task, ranked, task.most);
      await this.readPhrases(task, ranked);
      return ranked;
    }

    // What shares at least a few letters with the query, where nothing else does.
    async nearest({ query, most, allowed }, { order }) {
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
    async like(task, { found, seams }) {
      const pages = [...task.read.values()];
      const each = Math.max(2, Math.floor(ALL_PLACES / found.length));
      const again = await Promise.all(
        task.query.words.map((word, index) => {
          const held = task.query.words.length > 1 && pages.some((page) => find(word, page, false).score);
          return held ? found[index] : shareOf(this.reader, word, spread(whole(word), each), lookUpLike);
        }),
      );
      return this.ranked(task, again, seams);
    }

    ranked({ allowed, total }, found, seams) {
      const holds = holding(found, allowed, total);
      return { ...rank(found, seams?.shares(), allowed, total), found, seams, holds, count: holds.reduce((sum, one) => sum + one, 0) };
    }

    // Reads the texts of the reports that hold every word, until enough are sure or `most` were read.
    async read(task, ranked, most) {
      const fresh = unread(task, ranked).filter((report) => ranked.holds[report]);
      for (let from = 0; from < fresh.length && from < most; ) {
        const wanted = Math.min(task.most - sure(task), most - from);
        if (wanted <= 0) return;
        await this.open(task, fresh.slice(from, from + wanted));
        from += wanted;
      }
    }

    // Reads on among those that seem to hold the words side by side.
    async readPhrases(task, { seams, order, holds }) {
      if (!seams) return;
      const phrases = () => graded(task).filter((one) => one.phrase).length;
      const like = order.filter((report) => holds[report] && seams.holds(report) && !task.read.has(report));
      for (let from = 0; from < MORE_PHRASES && phrases() < task.most; from += PHRASES_STEP) {
        await this.open(task, like.slice(from, from + PHRASES_STEP));
      }
    }

    // Reads those that hold all of the words but what one slip of the finger spoils.
    async readSlipped(task, { found, score }) {
      const held = await Promise.all(found.map((one) => (one.word.letters.length < SHORT ? null : slipped(this.reader, one))));
      const fits = (report) => found.every(({ votes }, index) => (held[index] ? held[index][report] : votes.holds(report)));
      const worth = (report) => held.reduce((sum, one) => sum + (one?.[report] ?? 0), 0);
      if (held.every((one) => !one)) return;
      const fresh = [...score.keys()].filter((report) => fits(report) && !task.read.has(report) && (!task.allowed || task.allowed[report]));
      const like = fresh.sort((one, other) => worth(other) - worth(one) || score[other] - score[one]);
      await this.open(task, like.slice(0, SLIPPED));
    }

    // Reads those that hold the most letters, in whatever order: there the words stand apart. Reads on while that is so.
    async readLike(task, { found, score }) {
      if (!found.some(({ word }) => word.letters.length >= 2 * LENGTH)) return;
      const held = letters(task, found);
      const most = held.reduce((one, other, report) => (other > one && !task.read.has(report) ? other : one), 0);
      const like = [...held.keys()].filter((report) => held[report] && held[report] >= most - LETTERS && !task.read.has(report));
      like.sort((one, other) => held[other] - held[one] || score[other] - score[one]);
      for (let from = 0; from < LIKE; from += LIKE_STEP) {
        const before = solid(task);
        await this.open(task, like.slice(from, from + LIKE_STEP));
        if (solid(task) === before || solid(task) >= task.most) return;
      }
    }

    // Reads texts, unless nobody waits for them any more.
    async open(task, reports) {
      if (task.stale()) return;
      const pages = await Promise.all(reports.map((report) => this.reader.texts(report)));
      pages.forEach((page, index) => task.read.set(reports[index], SearchTexts.open(page)));
    }
  }

  // Whether the query is one word of letters, longer than a piece and shorter than `most`.
  const alone = ({ words, whole: typed, phrase }, most) =>
    words.length === 1 && !/[0-9]/.test(typed) && phrase.letters.length > LENGTH && phrase.letters.length < most;

  const unread = (task, { order }) => order.filter((report) => !task.read.has(report));
  const sure = (task) => graded(task).filter((one) => one.sure).length;
  const solid = (task) => graded(task).filter((one) => one.all && one.score > SOLID).length;

  // What may have been meant: the words in the spelling of the texts that are nearest.
  const meant = (task) => {
    const { words } = task.query;
    const near = graded(task).filter((one) => one.all && one.words.some((word) => word.meant));
    const spelled = new Map(near.map((one) => [one.words.map((word, index) => word.meant ?? words[index].folded).join(" "), one]));
    return [...spelled.values()].slice(0, MEANINGS).map((one) =>
      words.map((word, index) => (one.words[index].meant ? { ...term(one.words[index].meant), guessed: true } : word)),
    );
  };

  const graded = ({ query, read, grades }) => {
    for (const [report, page] of read) if (!grades.has(report)) grades.set(report, { report, page, ...verify(query, page, true) });
    return [...grades.values()].sort((one, other) => other.score - one.score || one.report - other.report);
  };

  return { Engine };
})();
