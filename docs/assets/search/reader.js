// Reads the index that generator/search writes: fetches the few files a query needs, once, and decodes them.
"use strict";
// eslint-disable-next-line no-unused-vars
const IndexReader = (() => {
  const FREE = [...span(0x80, 0xa1), ...span(0xdb, 0xdf), ...span(0xfc, 0x100)];
  const THAI = new TextDecoder("windows-874");
  const LENGTH = 4; // letters of a piece …
  const MOST = 8; // … and of one that begins as many do

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
  const decode = (piece) => THAI.decode(Uint8Array.from(piece, (letter) => letter.charCodeAt(0)));
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
    // Pieces to the end, each by what it shares with the one before.
    listed() {
      const found = [];
      for (let piece = ""; this.at < this.bytes.length; found.push(piece)) {
        const lengths = this.byte();
        piece = piece.slice(0, lengths >> 4) + this.text(lengths & 15);
      }
      return found;
    }
    text(length) {
      return String.fromCharCode(...this.bytes.subarray(this.at, (this.at += length)));
    }
  }

  class Bits {
    constructor(bytes, at) {
      this.bytes = bytes;
      this.at = at * 8;
    }
    next() {
      return (this.bytes[this.at >> 3] >> (7 - (this.at++ & 7))) & 1;
    }
    // Golomb–Rice: see generator/search/coding.py. Of more than half of all, the others are written.
    numbers(count, total) {
      if (2 * count <= total) return this.gaps(count, total);
      const others = this.gaps(total - count, total);
      const found = new Uint32Array(count);
      for (let number = 0, at = 0, skipped = 0; number < total; number++) {
        if (others[skipped] === number) skipped++;
        else found[at++] = number;
      }
      return found;
    }
    gaps(count, total) {
      if (!count) return new Uint32Array(0);
      const low = Math.max(0, 31 - Math.clz32(Math.floor((total * 11) / (count * 16))));
      const found = new Uint32Array(count);
      for (let index = 0, last = -1; index < count; index++) {
        let gap = 0;
        while (!this.next()) gap++;
        for (let left = low; left; left--) gap = gap * 2 + this.next();
        last = found[index] = last + 1 + gap;
      }
      return found;
    }
  }

  // The pieces of a file, each with the reports that hold it, and those that hold it in the title.
  const readShard = (bytes, total) => {
    const input = new Bytes(bytes);
    const count = input.varint();
    const column = (read) => Array.from({ length: count }, read);
    const alike = column(() => input.byte());
    const lengths = column(() => input.byte());
    const inside = column(() => input.varint());
    const titles = column(() => input.varint());
    let piece = "";
    const pieces = column((_, row) => (piece = piece.slice(0, alike[row]) + input.text(lengths[row])));
    const bits = new Bits(bytes, input.at);
    return pieces.map((each, row) => {
      const reports = bits.numbers(inside[row], total);
      const named = titles[row] > 1 ? bits.numbers(titles[row] >> 1, inside[row]).map((place) => reports[place]) : new Uint32Array(0);
      return { piece: each, plain: bare(each), inside: reports, titles: named, beginning: (titles[row] & 1) === 1 };
    });
  };

  const readDirectory = (bytes) => {
    const input = new Bytes(bytes);
    const head = JSON.parse(input.text(input.varint()));
    const sample = bytes.slice(input.at, (input.at += head.sample));
    const listed = input.listed();
    const borders = head.shards.map((count) => listed.splice(0, count));
    return { ...head, sample, borders };
  };

  class Reader {
    constructor(base, load) {
      this.base = base;
      this.load = load;
      this.kept = new Map();
    }
    // A file is fetched once; what failed may be asked for again.
    file(name, read, unpack = inflate) {
      if (!this.kept.has(name)) {
        const found = this.load(this.base + name).then(unpack).then(read);
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
    // Where in its room a piece stands, or would stand.
    place(plain) {
      const room = this.room(plain);
      return { room, borders: this.head.borders[room], first: Math.max(0, below(this.head.borders[room], plain)) };
    }
    // The entries of the one piece of the index that these letters begin with; none where they are too few to tell.
    async piece(plain) {
      const { room, borders, first } = this.place(plain);
      const file = borders.length ? await this.shard(room, first) : [];
      const near = file.filter((entry) => !entry.beginning && plain.startsWith(entry.plain));
      const longest = near.reduce((most, entry) => Math.max(most, entry.plain.length), 0);
      return near.filter((entry) => entry.plain.length === longest);
    }
    // The entries of all pieces that begin with these letters: from a list of their own, or from at most `most` files.
    async beginning(plain, most) {
      const { room, borders, first } = this.place(plain);
      if (!borders.length) return [];
      const found = await this.between(room, first, first, plain);
      const own = found.filter((entry) => entry.beginning && entry.plain === plain);
      return own.length ? own : this.range(plain, most);
    }
    // The entries of the pieces that begin with these letters, from at most `most` files.
    async range(plain, most) {
      const { room, borders, first } = this.place(plain);
      if (!borders.length) return [];
      const last = Math.min(below(borders, plain + "\xff"), first + most - 1);
      return (await this.between(room, first, last, plain)).filter((entry) => !entry.beginning);
    }
    async between(room, first, last, plain) {
      const files = await Promise.all(span(first, last + 1).map((number) => this.shard(room, number)));
      return files.flat().filter((entry) => entry.plain.startsWith(plain));
    }
    // Words that many reports hold.
    words() {
      return this.file("words.bin", (bytes) => new Bytes(bytes).listed());
    }
    async texts(report) {
      const page = await this.file(`p/${report}.bin`, (bytes) => JSON.parse(THAI.decode(bytes)), (content) => this.after(content));
      const [address, code, name, agency, year, status, title, text, about] = page;
      return { address, code, name, agency, year, status, title, text, about };
    }
    // Texts are deflated as what follows a sample of all texts: it goes before them, as a block that is stored as it is.
    async after(content) {
      const { sample } = this.head;
      const size = sample.length;
      const block = size ? [0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255] : [];
      return (await inflate(new Blob([new Uint8Array(block), sample, content]))).subarray(size);
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

  const inflate = async (content) =>
    new Uint8Array(await new Response(content.stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());

  const load = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer.blob();
  };

  return { Reader, encode, decode, load, span, LENGTH, MOST };
})();
