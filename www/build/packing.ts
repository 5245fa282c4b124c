import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { deflateAsync } from "@gfx/zopfli";
import { compress } from "lzma1";
import { decode } from "../src/parts/lzma.ts";
import { join as joined, sort } from "../src/parts/sorted.ts";

/**
 * Bytes as text, seven bits to a character: an eighth longer than the bytes, where base64 is a third
 * longer. For text inside an HTML script element: characters that such text cannot hold as they are
 * (NUL, CR, and `<`, which could end the element) are joined with the next seven bits into one
 * character of two bytes. The same idea as base-122 (Kevin Albertson, 2016).
 */
export const FORBIDDEN: readonly number[] = [0x00, 0x0d, 0x3c];

/** Packs bytes. `unpack` in src/parts/packing.ts turns the text back; it has to know how many there were. */
export function pack(bytes: Uint8Array): string {
  const groups = sevens(bytes);
  const codes = new Uint16Array(groups.length);
  let length = 0;
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] ?? 0;
    const forbidden = FORBIDDEN.indexOf(group);
    codes[length++] = forbidden < 0 ? group : 0x80 + forbidden * 0x80 + (groups[++at] ?? 0);
  }
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(codes.subarray(0, length));
}

/** The bits of the bytes, seven at a time, the last group filled up with zeros. */
function sevens(bytes: Uint8Array): Uint8Array {
  const groups = new Uint8Array(Math.ceil((bytes.length * 8) / 7));
  for (let at = 0; at < groups.length; at += 1) {
    const bit = at * 7;
    const two = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    groups[at] = (two >> (9 - (bit & 7))) & 0x7f;
  }
  return groups;
}

/** Rounds in which zopfli looks for a shorter way to say the same; after five next to nothing is won. */
const ROUNDS = 5;

/** Where the last build's packed elements are kept, for most are the same in the next. */
const keptIn = () => fileURLToPath(new URL("../node_modules/.cache/twicetold/", import.meta.url));

/** How bytes are packed, and whether packed ones say the same. */
interface Way {
  name: string;
  pack(given: Buffer): Promise<Uint8Array>;
  saysTheSame(packed: Uint8Array, given: Buffer): boolean;
}

/** What every browser opens by itself, at once: for what the first screen waits for. */
const deflated: Way = {
  name: "deflated",
  pack: (given) => deflateAsync(given, { numiterations: ROUNDS }),
  saysTheSame: (packed, given) => inflateRawSync(packed).equals(given),
};

/** A sixth smaller, opened by the page's own code in a worker: for all else. */
const lzma: Way = {
  name: "lzma",
  pack: async (given) => compress(given, 9),
  saysTheSame: (packed, given) => Buffer.from(decode(packed)).equals(given),
};

async function packedBy(way: Way, id: string, given: Buffer): Promise<Uint8Array> {
  const path = join(keptIn(), `${id}.${way.name}`);
  const kept = existsSync(path) ? readFileSync(path) : null;
  if (kept && saysTheSame(way, kept, given)) return kept;
  const packed = await way.pack(given);
  if (!saysTheSame(way, packed, given)) throw new Error(`${id} lost something when it was packed`);
  mkdirSync(keptIn(), { recursive: true });
  writeFileSync(path, packed);
  return packed;
}

function saysTheSame(way: Way, packed: Uint8Array, given: Buffer): boolean {
  try {
    return way.saysTheSame(packed, given);
  } catch {
    // Cut off, or written by two builds at once.
    return false;
  }
}

/** An element that holds bytes. Not a script to browsers, for its type is none. */
const element = (id: string, bytes: Uint8Array, more = "") =>
  `<script type="application/octet-stream" id="${id}" data-length="${bytes.length}"${more}>${pack(bytes)}</script>`;

/** The element of what the loader opens. */
export async function deflatedElement(id: string, text: string): Promise<string> {
  return element(id, await packedBy(deflated, id, Buffer.from(text)));
}

/** The element of a text that `held` of src/parts/embedded.ts opens. */
export async function packedElement(id: string, text: string): Promise<string> {
  return element(id, await packedBy(lzma, id, Buffer.from(text)));
}

/** The element of a module that `opened` of src/parts/embedded.ts opens. */
export async function moduleElement(id: string, module: Uint8Array): Promise<string> {
  const sorted = sort(module);
  if (!Buffer.from(joined(sorted)).equals(module))
    throw new Error("the module lost something when it was sorted");
  return element(id, await packedBy(lzma, id, Buffer.from(sorted)), " data-sorted");
}

/** The element of a model of meaning, which is dense already. */
export const modelElement = (file: Uint8Array) => element("model-bytes", file);
