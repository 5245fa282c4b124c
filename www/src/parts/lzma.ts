/** Bits of a literal's context, of a position's part in it, and of a position's: as the packer writes them. */
const [LC, LP, PB] = [3, 0, 2];

/** How many probabilities each kind of decision has, in the order in which they lie in one table. */
const LENGTHS = 2 + 2 * 16 * 8 + 256;
const IS_MATCH = 0;
const IS_REP = IS_MATCH + 12 * 16;
const IS_REP_0 = IS_REP + 12;
const IS_REP_1 = IS_REP_0 + 12;
const IS_REP_2 = IS_REP_1 + 12;
const IS_REP_0_LONG = IS_REP_2 + 12;
const SLOT = IS_REP_0_LONG + 12 * 16;
const SPECIAL = SLOT + 4 * 64;
const ALIGN = SPECIAL + 128;
const MATCH_LENGTH = ALIGN + 16;
const REP_LENGTH = MATCH_LENGTH + LENGTHS;
const LITERAL = REP_LENGTH + LENGTHS;

/** Bytes before those of the range coder: properties, the size of the window, how many bytes there were; a zero. */
const HEAD = 14;

/** Unpacks a file of LZMA whose length is known (LZMA specification 9.20, Igor Pavlov, public domain). */
export function decode(file: Uint8Array): Uint8Array<ArrayBuffer> {
  if (file[0] !== (PB * 5 + LP) * 9 + LC) throw new Error("packed with other properties");
  const head = new DataView(file.buffer, file.byteOffset);
  const out = new Uint8Array(head.getUint32(5, true));
  const chances = new Uint16Array(LITERAL + (0x300 << (LC + LP))).fill(1024);
  // Both are whole 32 bits, which V8 would box in variables that functions share.
  const state = Uint32Array.of(0xffffffff, head.getUint32(HEAD));
  const [RANGE, CODE] = [0, 1] as const;
  let next = HEAD + 4;

  /** One decision, by its probability, which it changes. */
  function bit(at: number): number {
    const range = state[RANGE] as number;
    const code = state[CODE] as number;
    const chance = chances[at] as number;
    const bound = (range >>> 11) * chance;
    const one = code >= bound;
    const rest = one ? range - bound : bound;
    const left = one ? code - bound : code;
    chances[at] = one ? chance - (chance >>> 5) : chance + ((2048 - chance) >>> 5);
    if (rest < 0x1000000) {
      state[RANGE] = rest << 8;
      state[CODE] = (left << 8) | (file[next++] ?? 0);
    } else {
      state[RANGE] = rest;
      state[CODE] = left;
    }
    return one ? 1 : 0;
  }

  /** So many decisions along a tree, the highest bit first. */
  function tree(at: number, bits: number): number {
    let node = 1;
    for (let left = bits; left > 0; left -= 1) node = (node << 1) | bit(at + node);
    return node - (1 << bits);
  }

  /** The lowest bit first. */
  function reverse(at: number, bits: number): number {
    let [node, value] = [1, 0];
    for (let index = 0; index < bits; index += 1) {
      const one = bit(at + node);
      node = (node << 1) | one;
      value |= one << index;
    }
    return value;
  }

  /** Bits of even chance. */
  function direct(bits: number): number {
    let value = 0;
    for (let left = bits; left > 0; left -= 1) {
      const half = (state[RANGE] as number) >>> 1;
      const code = state[CODE] as number;
      const one = code >= half;
      value = (value << 1) | (one ? 1 : 0);
      const rest = one ? code - half : code;
      const low = half < 0x1000000;
      state[RANGE] = low ? half << 8 : half;
      state[CODE] = low ? (rest << 8) | (file[next++] ?? 0) : rest;
    }
    return value;
  }

  function lengthOf(at: number, place: number): number {
    if (!bit(at)) return 2 + tree(at + 2 + place * 8, 3);
    if (!bit(at + 1)) return 10 + tree(at + 2 + (16 + place) * 8, 3);
    return 18 + tree(at + 2 + 2 * 16 * 8, 8);
  }

  function distanceOf(length: number): number {
    const slot = tree(SLOT + Math.min(length - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + reverse(SPECIAL + base - slot, bits);
    return base + (direct(bits - 4) << 4) + reverse(ALIGN, 4);
  }

  let [at, was, rep0, rep1, rep2, rep3] = [0, 0, 0, 0, 0, 0];
  while (at < out.length) {
    const place = at & ((1 << PB) - 1);
    if (!bit(IS_MATCH + was * 16 + place)) {
      const table = LITERAL + 0x300 * ((out[at - 1] ?? 0) >> (8 - LC));
      let node = 1;
      if (was >= 7) {
        // After a match: what stood there is not what comes, and tells for as long as it does.
        let other = out[at - rep0 - 1] as number;
        do {
          other <<= 1;
          const expected = other & 0x100;
          const one = bit(table + 0x100 + expected + node);
          node = (node << 1) | one;
          if (expected >> 8 !== one) break;
        } while (node < 0x100);
      }
      while (node < 0x100) node = (node << 1) | bit(table + node);
      out[at++] = node;
      was = was < 4 ? 0 : was < 10 ? was - 3 : was - 6;
      continue;
    }
    let length: number;
    if (!bit(IS_REP + was)) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      length = lengthOf(MATCH_LENGTH, place);
      rep0 = distanceOf(length);
      was = was < 7 ? 7 : 10;
    } else if (!bit(IS_REP_0 + was)) {
      const long = bit(IS_REP_0_LONG + was * 16 + place);
      length = long ? lengthOf(REP_LENGTH, place) : 1;
      was = was >= 7 ? 11 : long ? 8 : 9;
    } else {
      let again = rep1;
      if (bit(IS_REP_1 + was)) {
        again = rep2;
        if (bit(IS_REP_2 + was)) [again, rep3] = [rep3, rep2];
        rep2 = rep1;
      }
      [rep0, rep1] = [again, rep0];
      length = lengthOf(REP_LENGTH, place);
      was = was < 7 ? 8 : 11;
    }
    if (rep0 >>> 0 >= at) throw new Error("what was packed is damaged");
    for (let end = Math.min(at + length, out.length); at < end; at += 1)
      out[at] = out[at - rep0 - 1] as number;
  }
  return out;
}
