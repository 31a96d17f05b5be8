// Runs queries in Node against an index on disk: engine.mjs SITE QUERIES.json → one JSON line a query.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

const [site, queries] = process.argv.slice(2);
const scripts = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "../../docs/assets/search");
const load = ["normal-form", "reader", "query", "texts", "votes", "engine"].map((name) => fs.readFileSync(path.join(scripts, `${name}.js`), "utf8"));
const { IndexReader, SearchEngine } = vm.runInThisContext(`${load.join("\n")}\n({ IndexReader, SearchEngine });`);

for (const { kind, typed, truth } of JSON.parse(fs.readFileSync(queries, "utf8"))) {
  const cost = { requests: 0, bytes: 0 };
  const reader = new IndexReader.Reader(path.join(site, "search/data/"), async (name) => {
    const content = fs.readFileSync(name);
    cost.requests++;
    cost.bytes += content.length;
    return new Blob([content]);
  });
  const began = performance.now();
  const engine = new SearchEngine.Engine(reader);
  const { results } = await engine.search(typed);
  const time = performance.now() - began;
  const ranks = results.map(({ address }) => truth.includes(address));
  const found = ranks.filter(Boolean).length;
  const line = { kind, typed, recall: found / Math.min(10, truth.length), rank: ranks.indexOf(true) + 1, empty: !results.length, time, ...cost };
  console.log(JSON.stringify({ ...line, of: truth.length }));
}
