// Answers a query: looks up pieces of it, ranks the reports by what they hold, reads the texts of the best and verifies.
"use strict";
// eslint-disable-next-line no-unused-vars
const SearchEngine = (() => {
  const { fold, squeeze, bare, otherEra, withoutEra } = NormalForm;
  const { encode, LENGTH, LONG } = IndexReader;
  const { find, verify, shown, distance } = SearchTexts;
  const NO_START = /[\u0e30-\u0e3a\u0e46/\n]/;
  const LEADING = /[\u0e40-\u0e44]/;
  const FIRST_PIECES = 6; // looked up before anything is known; each is a file
  const MOST_PIECES = 14;
  const MOST_NEAR = 9; // places where slips of the finger are looked for
  const MOST_FILES = 4; // to put the list of a short piece together from those of longer ones
  const BATCH = 10;
  const PROBE = 4; // texts read to learn whether the first look-ups tell enough
  const FEW = 3;
  const SOLID = 1.57; // the score of a slip of the finger, or of words without a space between them
  const NEAR = 0.6; // what a piece with another letter counts, and …
  const BARE = 0.8; // … one with other tone marks
  const PART = 0.5; // … one of which only the first letters are there
  const HELD = 0.75; // the share of a word's pieces that says: this report may hold it

  // --- the query ----------------------------------------------------------------------------------------------------

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
    return { words: words.slice(0, 12), phrase: term(whole), whole };
  };

  const pieceAt = (of, at, length) => {
    const letters = of.letters.slice(at, at + length);
    const exact = encode(letters.join(""));
    return { exact, plain: encode(letters.map((letter) => letter[0]).join("")), last: at + length >= of.letters.length };
  };

  // Pieces that together cover a word with as few look-ups as may be.
  const cover = (word) => {
    const last = word.letters.length - LENGTH;
    const full = word.starts.filter((at) => at <= last);
    if (!full.length) return word.starts.slice(0, 1);
    const chosen = [];
    for (const at of full) if (!chosen.length || at >= chosen.at(-1) + LENGTH - 1) chosen.push(at);
    if (full.at(-1) !== chosen.at(-1)) chosen.push(full.at(-1));
    return chosen;
  };

  const spread = (list, most) =>
    list.length <= most ? list : Array.from({ length: most }, (_, i) => list[Math.round((i * (list.length - 1)) / (most - 1 || 1))]);

  // Where words of a query meet: pieces that only a text with the words side by side holds.
  const seams = ({ words, phrase }) => {
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

  // --- what the index says ------------------------------------------------------------------------------------------

  // Pieces of the index that one slip of the finger turns into what was typed.
  const slips = (entries, word, at) => {
    const windows = [LENGTH - 1, LENGTH, LENGTH + 1].map((length) => encode(bare(word.letters.slice(at, at + length).join(""))));
    const typed = windows[1];
    return entries.filter(
      ({ plain }) => plain !== typed && plain.length === LENGTH && !plain.includes("\n") && windows.some((window) => distance(plain, window) <= 1),
    );
  };

  class Votes {
    constructor(total) {
      this.total = total;
      this.score = new Float32Array(total);
      this.title = new Float32Array(total);
      this.weight = 0;
      this.best = new Float32Array(total);
      this.bestTitle = new Float32Array(total);
      this.held = new Uint8Array(total); // at how many places
    }
    // A report counts each place of the query once, by the best of the pieces found for it.
    place(found) {
      this.best.fill(0);
      this.bestTitle.fill(0);
      let most = 0;
      for (const { entry, factor } of found) {
        if (factor > NEAR) most = Math.max(most, entry.inside.length);
        for (const report of entry.inside) if (this.best[report] < factor) this.best[report] = factor;
        for (const report of entry.titles) if (this.bestTitle[report] < factor) this.bestTitle[report] = factor;
      }
      const weight = Math.log(1 + (this.total + 1) / (most + 1)) * (most ? 1 : 0.5);
      this.weight += weight;
      for (let report = 0; report < this.total; report++) {
        this.score[report] += weight * this.best[report];
        this.title[report] += weight * this.bestTitle[report];
        if (this.best[report] >= PART) this.held[report]++;
      }
    }
  }

  // The entries for one place of a word, each with what it counts.
  const lookUp = async (reader, word, at, fuzzy) => {
    const short = pieceAt(word, at, LENGTH);
    if (fuzzy || short.plain.length < LENGTH) return lookUpNear(reader, word, at, short, fuzzy);
    const long = at + LONG <= word.letters.length ? pieceAt(word, at, LONG) : short;
    const { entries, whole } = await reader.piece(short.plain, long.plain);
    return weighed(entries, whole && entries[0]?.plain.length === LONG ? long : short, whole ? 1 : PART);
  };

  const lookUpNear = async (reader, word, at, piece, fuzzy) => {
    const found = weighed(await reader.lookup(piece.plain, MOST_FILES), piece, 1);
    if (!fuzzy || piece.plain.length < LENGTH) return found;
    const near = slips(await reader.range(piece.plain.slice(0, LENGTH - 1), 2), word, at);
    return [...found, ...near.map((entry) => ({ entry, factor: NEAR }))];
  };

  const weighed = (entries, { exact, last }, most) =>
    entries.map((entry) => {
      const same = entry.piece === exact || (last && entry.piece.startsWith(exact));
      return { entry, factor: Math.min(most, same ? 1 : BARE) };
    });

  const vote = async (reader, word, places, fuzzy) => {
    const votes = new Votes(reader.head.reports);
    const found = await Promise.all(places.map((at) => lookUp(reader, word, at, fuzzy)));
    for (const entries of found) votes.place(entries);
    return votes;
  };

  const shares = (votes) => {
    const share = new Float32Array(votes.total);
    if (votes.weight) for (let report = 0; report < votes.total; report++) share[report] = votes.score[report] / votes.weight;
    return share;
  };

  const larger = (one, other) => one.map((share, index) => Math.max(share, 0.97 * other[index]));

  // How much of a word each report holds, 0 to 1, and whether in its title.
  const shareOf = async (reader, word, places, fuzzy) => {
    const votes = await vote(reader, word, places, fuzzy);
    const found = { word, share: shares(votes), title: votes.title, weight: votes.weight, held: votes.held, places: places.length };
    if (word.twin) {
      const twin = await vote(reader, word.twin, cover(word.twin), false);
      found.share = larger(found.share, shares(twin));
    }
    if (word.year) ofYear(reader, word.year, found);
    return found;
  };

  // A year that is typed alone is sought in the reports of that year before any other.
  const ofYear = (reader, year, { share, title, weight }) => {
    let at = 0;
    for (const [runYear, , count] of reader.head.runs) {
      if (runYear === year) {
        share.fill(1, at, at + count);
        title.fill(3 * weight, at, at + count);
      }
      at += count;
    }
  };

  const rank = (found, seam, allowed, total) => {
    const score = new Float32Array(total);
    const weights = found.map(({ weight }) => Math.min(4, Math.max(0.5, weight)));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    for (let report = 0; report < total; report++) {
      if (allowed && !allowed[report]) continue;
      let sum = 0;
      found.forEach(({ share, title, weight }, index) => {
        const part = share[report];
        const named = weight ? 0.15 * (title[report] / weight) : 0;
        sum += weights[index] * (part * part + (part > HELD ? 0.6 : 0) + named);
      });
      if (sum) score[report] = sum / all + (seam ? seam[report] * seam[report] : 0);
    }
    const order = [];
    for (let report = 0; report < total; report++) if (score[report] > 0.12) order.push(report);
    order.sort((one, other) => score[other] - score[one] || one - other);
    return { order, score };
  };

  // Which reports seem to hold every word.
  const whole = (found, allowed, total) => {
    const holds = new Uint8Array(total);
    for (let report = 0; report < total; report++) {
      holds[report] = (!allowed || allowed[report]) && found.every(({ share }) => share[report] > HELD) ? 1 : 0;
    }
    return holds;
  };

  // --- all together -------------------------------------------------------------------------------------------------

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
      const task = { query, allowed, most, stale, total: head.reports, read: new Map() };
      let ranked = await this.exact(task, FIRST_PIECES, cover);
      const vague = ranked.count > BATCH && query.phrase.letters.length >= 2 * LENGTH;
      await this.read(task, ranked, { least: 0.8, batches: 1, size: vague ? PROBE : BATCH });
      if (!stale() && unread(task, ranked).length && sure(task) < most) {
        // Many reports hold the pieces and few the words: look at every piece before reading on.
        const often = sure(task) * 4 > task.read.size * 3;
        if (!often) ranked = await this.exact(task, MOST_PIECES, (word) => word.starts);
        await this.read(task, ranked, { least: 0.8, batches: 3, size: often ? Math.max(1, most - sure(task)) : BATCH });
      }
      if (!stale() && !sure(task)) {
        // No text holds what was typed: perhaps it is misspelt, or two words without a space.
        await this.readParts(task, ranked);
        if (!stale()) ranked = await this.guess(task, ranked);
      } else if (!stale() && sure(task) < FEW) {
        await this.readParts(task, ranked);
      }
      return stale() ? null : this.answer(task, ranked);
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
      const each = Math.max(1, Math.floor(most / query.words.length));
      const places = spread(seams(query), Math.max(3, most - query.words.length));
      const [seam, ...found] = await Promise.all([
        places.length ? vote(this.reader, query.phrase, places, false).then(shares) : null,
        ...query.words.map((word) => shareOf(this.reader, word, spread(pick(word), each), false)),
      ]);
      return this.ranked(task, found, seam);
    }

    // Looks for slips of the finger; once a text shows what was meant, looks that up as if it had been typed.
    async guess(task, ranked) {
      let found = solid(task) ? ranked : await this.near(task, ranked);
      for (const least of [0.45, 0.3]) {
        if (task.stale() || solid(task)) break;
        await this.read(task, found, { least, batches: 1 });
      }
      if (!task.stale() && !task.read.size) await this.open(task, await this.nearest(task, found));
      const best = graded(task)[0];
      if (task.stale() || !best?.all) return found;
      best.words.forEach(({ meant }, index) => {
        if (meant) task.query.words[index].twin = { ...term(meant), guessed: true };
      });
      if (!best.words.some(({ meant }) => meant)) return found;
      const words = task.query.words.map((word) => (word.twin?.guessed ? word.twin : word));
      found = await this.exact({ ...task, query: { ...task.query, words } }, FIRST_PIECES, cover);
      await this.read(task, found, { least: 0.8, batches: 1 });
      return found;
    }

    // What shares at least a few letters with the query, where nothing else does.
    async nearest({ query, most }, { order }) {
      if (order.length) return order.slice(0, most);
      const [word] = [...query.words].sort((one, other) => other.letters.length - one.letters.length);
      for (const at of word.starts) {
        const [entry] = await this.reader.range(pieceAt(word, at, LENGTH - 1).plain, 1);
        if (entry) return [...entry.inside.slice(0, most)];
      }
      return [];
    }

    // The same from every place of the words that no text seems to hold, with slips of the finger.
    async near(task, { found, seam }) {
      const pages = [...task.read.values()];
      const missing = task.query.words.map((word) => !pages.some((page) => find(word, page, false).score));
      const again = await Promise.all(
        task.query.words.map((word, index) => {
          if (!missing[index]) return found[index];
          if (!pages.length && found[index].share.some((share) => share > HELD)) return found[index];
          const places = word.starts.filter((at) => at <= Math.max(0, word.letters.length - LENGTH + 1));
          return shareOf(this.reader, word, spread(places.length ? places : word.starts, MOST_NEAR), true);
        }),
      );
      return this.ranked(task, again, seam);
    }

    ranked({ allowed, total }, found, seam) {
      const holds = whole(found, allowed, total);
      return { ...rank(found, seam, allowed, total), found, seam, holds, count: holds.reduce((sum, one) => sum + one, 0) };
    }

    // Reads the texts of the best, and of more while they hold what was sought and more are wanted.
    async read(task, ranked, { least, batches, size = BATCH }) {
      const fresh = ranked.order.filter((report) => !task.read.has(report));
      const enough = (report) => ranked.holds[report] || ranked.score[report] >= least * ranked.score[fresh[0]];
      for (let from = 0; from < batches * size && from < fresh.length; from += size) {
        const batch = fresh.slice(from, from + size).filter(enough);
        await this.open(task, batch);
        if (task.stale() || sure(task) >= task.most || batch.length < size) return;
      }
    }

    // A run of letters may be words that stand apart in other reports: those lack just one of the pieces.
    async readParts(task, { found, order }) {
      const long = found.filter(({ word }) => word.letters.length >= 2 * LENGTH);
      if (!long.length) return;
      const apart = order.filter((report) => !task.read.has(report) && found.every(({ held, places }) => held[report] >= places - (places > 4 ? 2 : 1)));
      await this.open(task, apart.slice(0, BATCH));
    }

    async open(task, reports) {
      const pages = await Promise.all(reports.map((report) => this.reader.texts(report)));
      pages.forEach((page, index) => task.read.set(reports[index], SearchTexts.open(page)));
    }
  }

  const sure = (task) => graded(task).filter((one) => one.sure).length;
  const solid = (task) => graded(task).some((one) => one.all && one.score > SOLID);
  const unread = (task, { order, holds }) => order.filter((report) => holds[report] && !task.read.has(report));

  const graded = ({ query, read }) =>
    [...read]
      .map(([report, page]) => ({ report, page, ...verify(query, page, true) }))
      .sort((one, other) => other.score - one.score || one.report - other.report);

  return { Engine, parse };
})();
