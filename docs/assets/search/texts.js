// Verifies a report in its own text, and makes what a result shows of it: the passage with the words marked.
"use strict";
// eslint-disable-next-line no-unused-vars
const SearchTexts = (() => {
  const { fold, squeeze, bare, mapped, clusters } = NormalForm;
  const { LENGTH } = IndexReader;
  const { distance, lettersOf } = SearchQuery;

  // --- what the texts say -------------------------------------------------------------------------------------------

  // The least number of slips that turn the word into some part of the text, and where that part ends.
  const slipsIn = (word, text, most) => {
    const rows = word.length;
    let [before, last, row] = [0, 1, 2].map(() => Uint8Array.from({ length: rows + 1 }, (_, index) => index));
    let best = { count: most + 1, end: 0 };
    for (let column = 0; column < text.length; column++) {
      [before, last, row] = [last, row, before];
      row[0] = 0;
      for (let index = 1; index <= rows; index++) {
        const same = word[index - 1] === text[column] ? 0 : 1;
        row[index] = Math.min(last[index] + 1, row[index - 1] + 1, last[index - 1] + same);
        const swapped = column && word[index - 1] === text[column - 1] && word[index - 2] === text[column];
        if (swapped) row[index] = Math.min(row[index], before[index - 2] + 1);
      }
      const goesOn = row[rows] === best.count && column === best.end && text[column] === word[rows - 1];
      if (row[rows] < best.count || goesOn) best = { count: row[rows], end: column + 1 };
    }
    return best.count <= most ? best : null;
  };

  // The fewest parts of the text that make up the word, for words that were typed without a space between them.
  const partsIn = (word, text) => {
    const parts = [];
    for (let at = 0; at < word.length; ) {
      let end = word.length;
      while (end - at >= 3 && !text.includes(word.slice(at, end))) end--;
      if (end - at < 3) return null;
      parts.push([at, end]);
      at = end;
    }
    return parts;
  };

  const find = (word, page, fuzzy) => {
    const fields = page.fields;
    const at = (test) => fields.findIndex(test);
    const grade = (score, field) => ({ score: score + [0.3, 0.1, 0][field], marks: [word.plain] });
    if (word.year) return findYear(word, page, grade);
    let field = at((text) => text.exact.includes(word.exact));
    if (field >= 0) return grade(1, field);
    field = at((text) => text.plain.includes(word.plain));
    if (field >= 0) return grade(0.9, field);
    if (word.twin) {
      const { exact, plain, guessed } = word.twin;
      field = at((text) => text.exact.includes(exact));
      if (field >= 0) return { ...grade(0.86, field), marks: [plain] };
      field = guessed ? at((text) => text.plain.includes(plain)) : -1;
      if (field >= 0) return { ...grade(0.85, field), marks: [plain] };
    }
    return fuzzy ? findNear(word, fields) : { score: 0, marks: [] };
  };

  // A year in either era; as part of a letter number it is a number like any other.
  const findYear = (word, page, grade) => {
    const { exact, twin } = word;
    const alone = new RegExp(`(?<![0-9/])(?:${exact}|${twin.exact})(?![0-9/])`);
    const field = page.fields.findIndex((text) => alone.test(text.exact));
    const marks = [exact, twin.exact];
    if (page.year === word.year) return { ...grade(1.1, 2), marks };
    if (field >= 0) return { ...grade(1, field), marks };
    const part = page.fields.findIndex((text) => text.exact.includes(exact));
    return part >= 0 ? { ...grade(0.9, part), marks } : { score: 0, marks: [] };
  };

  const findNear = (word, fields) => {
    const { plain } = word;
    const most = plain.length >= 9 ? 2 : plain.length >= 4 ? 1 : 0;
    let best = { score: 0, marks: [] };
    fields.forEach((text, field) => {
      const slip = most ? slipsIn(plain, text.plain, most) : null;
      const score = slip ? 0.72 - 0.12 * slip.count + [0.04, 0.02, 0][field] : 0;
      if (score > best.score) best = { score, ...meantBy(slip, plain, text) };
    });
    const all = fields.map((text) => text.plain).join("\n");
    const parts = plain.length >= 6 ? partsIn(plain, all) : null;
    const short = parts?.some(([from, to]) => to - from < LENGTH);
    const score = parts ? 0.84 - 0.07 * parts.length - (short || plain.length < 10 ? 0.15 : 0) : 0;
    return score > best.score ? { score, marks: parts.map(([from, to]) => plain.slice(from, to)) } : best;
  };

  // What the text has where the word was meant, with its tone marks.
  const meantBy = ({ end }, plain, text) => {
    const length = [0, -1, 1, -2, 2].map((more) => plain.length + more).find((some) => distance(plain, text.plain.slice(end - some, end)) <= 1);
    const from = Math.max(0, end - (length ?? plain.length));
    return { marks: [text.plain.slice(from, end)], meant: lettersOf(text.exact).slice(from, end).join("") };
  };

  const verify = (query, page, fuzzy) => {
    const found = query.words.map((word) => find(word, page, fuzzy));
    const all = found.every(({ score }) => score > 0.3);
    let score = found.reduce((sum, one) => sum + one.score, 0) / found.length + (all ? 1 : 0);
    const together = query.words.length > 1 ? page.fields.findIndex((text) => text.exact.includes(query.phrase.exact)) : -1;
    const side = together < 0 && query.words.length > 1 && page.fields.some((text) => text.plain.includes(query.phrase.plain));
    if (together >= 0) score += 0.6 - 0.1 * together;
    else if (side) score += 0.4;
    const marks = [...(together >= 0 || side ? [query.phrase.plain] : []), ...found.flatMap((one) => one.marks)];
    return { score, all, sure: all && found.every((one) => one.score >= 0.85), phrase: together >= 0 || side, marks, words: found };
  };

  const open = (texts) =>
    Object.assign(texts, {
      fields: [texts.title, texts.text, texts.about].map((text) => {
        const lines = text.split("\n").map((line) => squeeze(fold(line))).join("\n");
        return { exact: lines, plain: bare(lines) };
      }),
    });

  // --- what a result shows ------------------------------------------------------------------------------------------

  const AROUND = 70;

  // A text as runs of [words, marked].
  const marked = (text, marks) => {
    const map = mapped(text);
    const on = new Uint8Array(text.length);
    for (const mark of marks) {
      for (let at = map.plain.indexOf(mark); at >= 0 && mark; at = map.plain.indexOf(mark, at + 1)) {
        on.fill(1, map.starts[at], map.ends[at + mark.length - 1]);
      }
    }
    const runs = [];
    let at = 0;
    for (const cluster of clusters(text)) {
      const is = on[at] === 1;
      if (runs.length && runs.at(-1)[1] === is) runs.at(-1)[0] += cluster;
      else runs.push([cluster, is]);
      at += cluster.length;
    }
    return runs;
  };

  // The line that shows the most of the query, shortened around the first mark.
  const passage = (page, marks) => {
    const lines = `${page.text}\n${page.about}`.split("\n");
    let best = { count: 0, line: lines[0] };
    for (const line of lines) {
      const plain = bare(squeeze(fold(line)));
      const count = marks.reduce((sum, mark) => sum + (plain.includes(mark) ? mark.length : 0), 0);
      if (count > best.count) best = { count, line };
    }
    return shortened(marked(best.line, marks));
  };

  const shortened = (runs) => {
    const first = runs.findIndex(([, is]) => is);
    const kept = [];
    let left = 2 * AROUND;
    runs.slice(Math.max(0, first)).forEach(([text, is]) => {
      if (left <= 0) return;
      const parts = clusters(text);
      kept.push([parts.slice(0, left).join("") + (parts.length > left ? "…" : ""), is]);
      left -= parts.length;
    });
    if (first > 0) {
      const before = clusters(runs.slice(0, first).map(([text]) => text).join(""));
      const shown = before.slice(-AROUND);
      kept.unshift([(before.length > shown.length ? "…" : "") + shown.join(""), false]);
    }
    return kept;
  };

  // A word as a text has it, with its tone marks and spaces.
  const written = (page, { plain, folded }) => {
    for (const line of [page.name, ...page.text.split("\n"), ...page.about.split("\n")]) {
      const map = mapped(line);
      const at = map.plain.indexOf(plain);
      if (at >= 0) return line.slice(map.starts[at], map.ends[at + plain.length - 1]);
    }
    return folded;
  };

  const shown = ({ page, marks, score, all }) => ({
    address: page.address,
    code: marked(page.code, marks),
    name: marked(page.name, marks),
    agency: page.about.split("\n")[0],
    year: page.year,
    status: page.status,
    passage: passage(page, marks),
    score,
    all,
  });

  return { open, find, verify, written, shown };
})();
