// What the engine's module is made of: the bytes of its functions by room, the largest functions, and its data.
//
//   node scripts/module-sizes.mjs FILE     a module with the names of its functions: make size

import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";

/** The most bytes that a function may have: for larger ones V8's optimising compiler takes more than in proportion. */
export const LARGE = 15_000;

/** Kinds of section of a module (WebAssembly core specification 2.0, 5.5). */
const SECTION = { custom: 0, import: 2, code: 10, data: 11 };
/** In the section of names, the part that names functions. */
const FUNCTIONS = 1;

class Bytes {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** A number of at most 32 bits, in LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }
}

function* sections(bytes) {
  const reader = new Bytes(bytes, 8);
  while (reader.at < bytes.length) {
    const kind = bytes[reader.at++];
    const size = reader.number();
    yield { kind, size, content: bytes.subarray(reader.at, reader.at + size) };
    reader.at += size;
  }
}

/** How many functions come from outside: they are numbered first. */
function imported(content) {
  const reader = new Bytes(content);
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = content[reader.at++];
    if (kind === 0) functions += 1;
    // A function or a tag has a type, a table or a memory has limits: the engine brings functions alone.
    else throw new Error(`an import of kind ${kind}, which this script does not read`);
    reader.number();
  }
  return functions;
}

function bodies(content) {
  const reader = new Bytes(content);
  return Array.from({ length: reader.number() }, () => {
    const size = reader.number();
    reader.at += size;
    return size;
  });
}

function functionNames(content) {
  const reader = new Bytes(content);
  const names = new Map();
  if (reader.text() !== "name") return names;
  while (reader.at < content.length) {
    const part = content[reader.at++];
    const end = reader.number() + reader.at;
    if (part === FUNCTIONS)
      for (let left = reader.number(); left > 0; left -= 1) names.set(reader.number(), reader.text());
    reader.at = end;
  }
  return names;
}

/** The room of the engine that a function belongs to, or the crate it comes from. */
function roomOf(name) {
  const room = /twicetold::([a-z_]+)(?:::|\b)/.exec(name)?.[1];
  if (room) return room;
  const crate = /(?:^|[<&\s(])([a-z_0-9]+)::/.exec(name)?.[1];
  return crate ? `(${crate})` : "(other)";
}

/** The functions of a module in order, each with its size in bytes and its name, "" where it has none; and the bytes of data. */
export function contentsOf(bytes) {
  let [first, sizes, names, data] = [0, [], new Map(), 0];
  for (const { kind, size, content } of sections(bytes)) {
    if (kind === SECTION.import) first = imported(content);
    else if (kind === SECTION.code) sizes = bodies(content);
    else if (kind === SECTION.data) data = size;
    else if (kind === SECTION.custom) names = new Map([...names, ...functionNames(content)]);
  }
  return { functions: sizes.map((size, at) => ({ size, name: names.get(at + first) ?? "" })), data };
}

const line = (size, name) => stdout.write(`${String(size).padStart(9)}  ${name}\n`);

function print({ functions, data }) {
  const rooms = new Map();
  for (const { size, name } of functions) rooms.set(roomOf(name), (rooms.get(roomOf(name)) ?? 0) + size);
  stdout.write("Bytes of functions by room; in brackets the crates they come from\n");
  for (const [room, size] of [...rooms].sort((a, b) => b[1] - a[1])) line(size, room);
  line(data, "data, of all rooms");
  stdout.write("\nThe largest functions\n");
  const largest = functions.toSorted((a, b) => b.size - a.size).slice(0, 12);
  for (const { size, name } of largest) line(size, name.replace(/::h[0-9a-f]{16}$/, ""));
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) print(contentsOf(readFileSync(argv[2])));
