// Runs queries in Node against an index on disk: engine.mjs SITE QUERIES.json → one JSON line a query.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

const [site, queries] = process.argv.slice(2);
const engine = fs.readFileSync(path.join(site, "assets/search/engine-all.js"), "utf8");
const { IndexReader, SearchEngine } = vm.runInThisContext(`${engine}\n({ IndexReader, SearchEngine });`);

for (const { kind, typed, truth } of JSON.parse(fs.readFileSync(queries, "utf8"))) {
  const cost = { requests: 0, bytes: 0 };
  const reader = new IndexReader.Reader(path.join(site, "search/data/"), async (name) => {
    const content = fs.readFileSync(name);
    cost.requests++;
    cost.bytes += content.length;
    return new Blob([content]);
  });
  const began = performance.now();
  const { results } = await new SearchEngine.Engine(reader).search(typed);
  const time = performance.now() - began;
  const ranks = results.map(({ address }) => truth.includes(address));
  const found = ranks.filter(Boolean).length;
  const line = { kind, typed, recall: found / Math.min(10, truth.length), rank: ranks.indexOf(true) + 1, empty: !results.length, time, ...cost };
  console.log(JSON.stringify({ ...line, of: truth.length }));
}
