import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { deflateAsync } from "@gfx/zopfli";

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

/** The element that holds a model of meaning, which is dense already. */
export function modelElement(file: Uint8Array): string {
  return `<script type="application/octet-stream" id="model-bytes" data-length="${file.length}">${pack(file)}</script>`;
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

/** Text that stands for deflated bytes, and how many those are. */
export interface Packed {
  text: string;
  length: number;
}

/** Deflates and packs, quickly: for a page that is being developed. */
export function squeeze(bytes: Uint8Array | string): Packed {
  const deflated = deflateRawSync(bytes, { level: 9, memLevel: 9 });
  return { text: pack(deflated), length: deflated.length };
}

/** Rounds in which zopfli looks for a shorter way to say the same; after five next to nothing is won. */
const ROUNDS = 5;

/** Where the last build's deflated elements are kept, for most are the same in the next. */
const keptIn = () => fileURLToPath(new URL("../node_modules/.cache/twicetold/", import.meta.url));

/** Deflates as small as that can be, in some seconds, and packs: a twelfth less of the engine. */
async function squeezeWell(id: string, bytes: Uint8Array | string): Promise<Packed> {
  const given = Buffer.from(bytes);
  const path = join(keptIn(), id);
  const kept = existsSync(path) ? readFileSync(path) : null;
  if (kept && saysTheSame(kept, given)) return { text: pack(kept), length: kept.length };
  const deflated = Buffer.from(await deflateAsync(given, { numiterations: ROUNDS }));
  if (!saysTheSame(deflated, given)) throw new Error("zopfli lost something");
  mkdirSync(keptIn(), { recursive: true });
  writeFileSync(path, deflated);
  return { text: pack(deflated), length: deflated.length };
}

function saysTheSame(deflated: Buffer, given: Buffer): boolean {
  try {
    return inflateRawSync(deflated).equals(given);
  } catch {
    // Cut off, or written by two builds at once.
    return false;
  }
}

/** An element that holds something packed as small as can be. Not a script to browsers, for its type is none. */
export async function packedElement(id: string, bytes: Uint8Array | string): Promise<string> {
  const { text, length } = await squeezeWell(id, bytes);
  return `<script type="application/octet-stream" id="${id}" data-length="${length}">${text}</script>`;
}
