// Reads the index that generator/search writes: fetches the few files a query needs, once, and decodes them.
"use strict";
// eslint-disable-next-line no-unused-vars
const IndexReader = (() => {
  const FREE = [...span(0x80, 0xa1), ...span(0xdb, 0xdf), ...span(0xfc, 0x100)];
  const THAI = new TextDecoder("windows-874");
  const LENGTH = 4;
  const LONG = 6;

  function span(from, to) {
    return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  }

  // A letter as a byte of the index: Thai as in TIS-620, letters that it lacks share the bytes that are left.
  const code = (letter) => {
    const point = letter.charCodeAt(0);
    if (point < 0x80) return point;
    if ((point > 0xe00 && point < 0xe3b) || (point > 0xe3e && point < 0xe5c)) return point - 0xe00 + 0xa0;
    return FREE[point % FREE.length];
  };
  const encode = (text) => Array.from(text, (letter) => String.fromCharCode(code(letter))).join("");
  const bare = (piece) => piece.replace(/[\xe7-\xee]+/g, "");

  class Bytes {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }
    byte() {
      return this.bytes[this.at++];
    }
    varint() {
      let number = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = this.byte();
        number |= (byte & 127) << shift;
        if (byte < 128) return number;
      }
    }
    text(length) {
      return String.fromCharCode(...this.bytes.subarray(this.at, (this.at += length)));
    }
  }

  // Golomb–Rice: see generator/search/coding.py.
  const numbers = (input, count, total) => {
    const low = Math.max(0, 31 - Math.clz32(Math.floor((total * 11) / (count * 16))));
    const found = new Uint32Array(count);
    let bit = input.at * 8;
    const next = () => (input.bytes[bit >> 3] >> (7 - (bit++ & 7))) & 1;
    for (let index = 0, last = -1; index < count; index++) {
      let gap = 0;
      while (!next()) gap++;
      for (let left = low; left; left--) gap = gap * 2 + next();
      last = found[index] = last + 1 + gap;
    }
    input.at = (bit + 7) >> 3;
    return found;
  };

  const readShard = (bytes, total) => {
    const input = new Bytes(bytes);
    const entries = [];
    let piece = "";
    for (let left = input.varint(); left; left--) {
      const alike = input.byte();
      piece = piece.slice(0, alike) + input.text(input.byte());
      entries.push({ piece, plain: bare(piece), count: input.varint(), named: input.varint() });
    }
    for (const entry of entries) {
      entry.extended = (entry.named & 1) === 1; // listed with the letters after it, too
      entry.inside = numbers(input, entry.count, total);
      entry.titles = entry.named > 1 ? numbers(input, entry.named >> 1, total) : new Uint32Array(0);
    }
    return entries;
  };

  const readDirectory = (bytes) => {
    const input = new Bytes(bytes);
    const head = JSON.parse(input.text(input.varint()));
    const sample = bytes.slice(input.at, (input.at += head.sample));
    const borders = [];
    let border = "";
    for (const count of head.shards) {
      const room = [];
      for (let left = count; left; left--) {
        const lengths = input.byte();
        border = border.slice(0, lengths >> 4) + input.text(lengths & 15);
        room.push(border);
      }
      borders.push(room);
    }
    return { ...head, sample, borders };
  };

  class Reader {
    constructor(base, load) {
      this.base = base;
      this.load = load;
      this.kept = new Map();
    }
    // A file is fetched once; what failed may be asked for again.
    file(name, read) {
      if (!this.kept.has(name)) {
        const found = this.load(this.base + name).then(read);
        found.catch(() => this.kept.delete(name));
        this.kept.set(name, found);
      }
      return this.kept.get(name);
    }
    forget() {
      this.kept.clear();
    }
    async open() {
      this.head = await this.file("directory.bin", readDirectory);
      return this.head;
    }
    room(plain) {
      const first = plain.charCodeAt(0);
      return this.head.starts.filter((start) => start <= first).length - 1;
    }
    shard(room, number) {
      return this.file(`${room}/${number}.bin`, (bytes) => readShard(bytes, this.head.reports));
    }
    // Every entry whose bare piece begins with `plain`, from at most `most` files; less than a piece has its own entry.
    async lookup(plain, most) {
      const room = this.room(plain);
      const borders = this.head.borders[room];
      if (!borders.length) return [];
      const first = Math.max(0, below(borders, plain));
      const last = below(borders, plain + "\uffff");
      const found = await this.between(room, first, first, plain);
      const own = found.filter((entry) => entry.plain === plain);
      if (own.length || plain.length >= LENGTH) return own;
      return found.concat(await this.between(room, first + 1, Math.min(last, first + most - 1), plain));
    }
    async between(room, first, last, plain) {
      const files = await Promise.all(span(first, last + 1).map((number) => this.shard(room, number)));
      return files.flat().filter((entry) => entry.plain.startsWith(plain));
    }
    // All entries that begin so, from at most `most` files.
    async range(plain, most) {
      const room = this.room(plain);
      const borders = this.head.borders[room];
      const first = Math.max(0, below(borders, plain));
      return borders.length ? this.between(room, first, Math.min(below(borders, plain + "\uffff"), first + most - 1), plain) : [];
    }
    // The entries of the file where a piece would stand: its near relations.
    async neighbours(plain) {
      const room = this.room(plain);
      const borders = this.head.borders[room];
      return borders.length ? this.shard(room, Math.max(0, below(borders, plain))) : [];
    }
    // The entries of a piece: of the long one where it is listed, else of the short one, with what that is worth.
    async piece(short, long) {
      if (long.length > short.length) {
        const near = await this.neighbours(long);
        const found = near.filter(({ plain }) => plain === long);
        if (found.length) return { entries: found, whole: true };
      }
      const entries = await this.lookup(short, 1);
      return { entries, whole: long.length === short.length || !entries.some(({ extended }) => extended) };
    }
    async texts(report) {
      const page = await this.file(`p/${report}.bin`, async (bytes) => JSON.parse(THAI.decode(await this.after(bytes))));
      const [address, code, name, agency, year, status, title, text, about] = page;
      return { address, code, name, agency, year, status, title, text, about };
    }
    // Texts are deflated as what follows a sample of all texts: it goes before them, as a block that is stored as it is.
    async after(bytes) {
      const { sample } = this.head;
      const size = sample.length;
      const block = sample.length ? [0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255] : [];
      const all = await inflate(new Blob([new Uint8Array(block), sample, bytes]).stream(), "deflate-raw");
      return all.subarray(size);
    }
    async allowed({ year, agency, status }) {
      const yes = new Uint8Array(this.head.reports).fill(1);
      let at = 0;
      for (const [ofYear, ofAgency, count] of this.head.runs) {
        if ((year && String(ofYear) !== year) || (agency && ofAgency !== agency)) yes.fill(0, at, at + count);
        at += count;
      }
      if (status) {
        const wanted = this.head.statuses.findIndex(([value]) => value === status);
        const statuses = await this.file("status.bin", (bytes) => bytes);
        for (let report = 0; report < yes.length; report++) if (statuses[report] !== wanted) yes[report] = 0;
      }
      return yes;
    }
  }

  // The last of the sorted borders that does not come after the piece; -1 where there is none.
  function below(borders, piece) {
    let low = -1;
    for (let high = borders.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (borders[middle] <= piece) low = middle;
      else high = middle;
    }
    return low;
  }

  const inflate = async (stream, format) =>
    new Uint8Array(await new Response(stream.pipeThrough(new DecompressionStream(format))).arrayBuffer());

  // Texts come as they are, the rest in gzip.
  const load = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return /\/p\/\d+\.bin$/.test(address) ? new Uint8Array(await answer.arrayBuffer()) : inflate(answer.body, "gzip");
  };

  return { Reader, encode, bare, load, LENGTH, LONG };
})();
