import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { deflateAsync } from "@gfx/zopfli";
import { compress } from "lzma1";
import { decode } from "../src/parts/lzma.ts";
import { join as joined, sort } from "../src/parts/sorted.ts";
import { pack } from "./text.ts";

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

/** Up to a fifth smaller, opened by the page's own code in a worker: for all else. */
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
