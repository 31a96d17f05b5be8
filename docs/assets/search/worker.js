// Search in the background, for the theme's search box (messages 0 to 3, in place of the theme's own worker) and for the
// page /search/ (messages "search"). Behind the box the engine is loaded with the first query, not with every page; the
// page has it in one file with this (worker-all.js).
"use strict";
const HERE = self.location.href;
const PAUSE = 120; // milliseconds without a key before a query is answered
const WORDS = {
  th: {
    year: "ปีงบประมาณ",
    near: "ใกล้เคียง",
    meant: "แทนคำที่พิมพ์: ",
    failed: "ค้นหาไม่ได้ในขณะนี้",
    offline: "เครื่องนี้ไม่ได้เชื่อมต่ออินเทอร์เน็ต เชื่อมต่อแล้วพิมพ์อีกครั้ง",
    missing: "โหลดไฟล์ดัชนีค้นหาไม่ได้ ลองโหลดหน้านี้ใหม่",
  },
  en: {
    year: "Fiscal year",
    near: "Near",
    meant: "Instead of what was typed: ",
    failed: "Search does not work right now",
    offline: "This device is offline. Connect it, then type again.",
    missing: "A file of the search index could not be loaded. Try to reload this page.",
  },
};

let engine = null;
let words = WORDS.th;
let latest = 0;

const load = () => {
  if (engine) return engine;
  /* global NormalForm, IndexReader, SearchEngine */
  if (typeof SearchEngine === "undefined") {
    importScripts(new URL("engine-all.js", HERE).href); // the other scripts as one, put together by generator/search
  }
  engine = new SearchEngine.Engine(new IndexReader.Reader(new URL("../../search/data/", HERE).href, IndexReader.load));
  return engine;
};

const escaped = (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
const marked = (runs) => runs.map(([text, is]) => (is ? `<mark>${escaped(text)}</mark>` : escaped(text))).join("");

const badge = (status) => {
  const word = engine.reader.head.statuses.find(([value]) => value === status)?.[1];
  return word ? ` <span class="ps-badge ps-tone--${escaped(status)}"><span class="ps-badge__word">${escaped(word)}</span></span>` : "";
};

// The theme puts title and text into the page as HTML.
const forTheme = ({ results, meant, near }) =>
  results.map((result) => {
    const about = [near ? words.near : meant ? words.meant + meant : "", result.agency, result.year ? `${words.year} ${result.year}` : ""];
    const code = result.code ? `${marked(result.code)} ` : "";
    return [
      {
        location: result.address,
        title: code + marked(result.name),
        text: `<p>${escaped(about.filter(Boolean).join(" · "))}${badge(result.status)}</p><p>${marked(result.passage)}</p>`,
        score: result.score,
        terms: {},
      },
    ];
  });

const failure = () => {
  const why = self.navigator.onLine ? words.missing : words.offline;
  return [[{ location: "search/", title: escaped(words.failed), text: `<p>${escaped(why)}</p>`, score: 1, terms: {} }]];
};

// Answers the newest question only: `reply` is not called for one that a newer has overtaken.
const answer = async (query, options, reply, fail) => {
  const mine = ++latest;
  const stale = () => mine !== latest;
  if (query) await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (stale()) return;
  try {
    const found = await load().search(query, { ...options, stale });
    if (found && !stale()) reply(found);
  } catch (error) {
    console.warn("search:", error.message);
    engine?.reader.forget(); // the site may have been published anew
    if (!stale()) fail();
  }
};

self.addEventListener("message", ({ data: message }) => {
  if (message.type === 0) {
    words = message.data.config.lang.includes("en") ? WORDS.en : WORDS.th;
    self.postMessage({ type: 1 });
  } else if (message.type === 2) {
    const post = (items) => self.postMessage({ type: 3, data: { items } });
    if (!message.data.trim()) {
      latest++;
      post([]);
      return;
    }
    answer(message.data, {}, (found) => post(forTheme(found)), () => post(failure()));
  } else if (message.type === "search") {
    const { id, query, filters, most } = message;
    const reply = (found) => self.postMessage({ type: "found", id, ...found });
    answer(query, { filters, most }, reply, () => self.postMessage({ type: "failed", id, offline: !self.navigator.onLine }));
  }
});
