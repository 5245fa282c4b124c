/**
 * Bytes as text for an HTML script element: an eighth longer than the bytes, where base64 is a third longer. One byte of UTF-8
 * holds seven bits and more, two hold fourteen and more, so both are used as often as pays most (7.1 bits a byte, of at most 7.18
 * that UTF-8 has room for). Three characters cannot stand in such text as they are: NUL, CR, and `<`, which could end the element.
 * After the idea of base-122 (Kevin Albertson, 2016).
 */
export const FORBIDDEN: readonly number[] = [0x00, 0x0d, 0x3c];

/** Packs bytes. `unpack` in src/parts/packing.ts turns the text back; it has to know how many there were. */
export function pack(bytes: Uint8Array): string {
  const codes = new Uint16Array(Math.ceil((bytes.length * 8) / 7));
  let [length, bit] = [0, 0];
  while (bit < bytes.length * 8) {
    const at = bit >> 3;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const next = (three >> (9 - (bit & 7))) & 0x7fff;
    const [code, bits] = codeOf(next);
    codes[length++] = code;
    bit += bits;
  }
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(codes.subarray(0, length));
}

/**
 * The character for what the next fifteen bits begin with, and how many of them it stands for. Of the 125 characters of one byte
 * 105 stand for seven bits and 20 for eight, of the 1,920 of two bytes 1,408 for fourteen and 512 for fifteen: each beginning has
 * one.
 */
function codeOf(next: number): [code: number, bits: number] {
  if (next >> 8 < 105) return [single(next >> 8), 7];
  if (next >> 7 < 230) return [single((next >> 7) - 105), 8];
  if (next >> 1 < 16_128) return [0x80 + (next >> 1) - 14_720, 14];
  return [0x80 + 1408 + next - 32_256, 15];
}

/** The characters of one byte in order, without those that are forbidden. */
function single(place: number): number {
  let code = place;
  for (const forbidden of FORBIDDEN) if (code >= forbidden) code += 1;
  return code;
}
