import { deflateRawSync } from "node:zlib";

/**
 * Bytes as text, seven bits to a character: an eighth longer than the bytes, where base64 is a third
 * longer. For text inside an HTML script element: characters that such text cannot hold as they are
 * (NUL, CR, and `<`, which could end the element) are joined with the next seven bits into one
 * character of two bytes. The same idea as base-122 (Kevin Albertson, 2016).
 */
export const FORBIDDEN: readonly number[] = [0x00, 0x0d, 0x3c];

/** Packs bytes. `unpack` in src/engine/packing.ts turns the text back; it has to know how many there were. */
export function pack(bytes: Uint8Array): string {
  const groups = sevens(bytes);
  let text = "";
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] ?? 0;
    const forbidden = FORBIDDEN.indexOf(group);
    if (forbidden < 0) text += String.fromCharCode(group);
    else text += String.fromCharCode(0x80 + forbidden * 0x80 + (groups[++at] ?? 0));
  }
  return text;
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

/** Deflates and packs. */
export function squeeze(bytes: Uint8Array | string): Packed {
  const deflated = deflateRawSync(bytes, { level: 9, memLevel: 9 });
  return { text: pack(deflated), length: deflated.length };
}

/** An element that holds something packed. Not a script to browsers, for its type is none. */
export function packedElement(id: string, { text, length }: Packed): string {
  return `<script type="application/octet-stream" id="${id}" data-length="${length}">${text}</script>`;
}
