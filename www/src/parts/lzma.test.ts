import { compress } from "lzma1";
import { expect, test } from "vitest";
import { decode } from "./lzma";

/** Letters at random, with stretches again from far and near: every kind of decision comes up. */
function text(length: number): Uint8Array {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const again = random(3) > 0 && at > 0;
    const back = 1 + random(again && random(2) ? at : Math.min(at, 40) || 1);
    const end = Math.min(length, at + (again ? 1 + random(random(9) ? 20 : 400) : 1 + random(6)));
    for (; at < end; at += 1) bytes[at] = again ? (bytes[at - back] ?? 0) : random(256);
  }
  return bytes;
}

test("what was packed comes back as it was", () => {
  const cases = [
    new Uint8Array(0),
    Uint8Array.of(0),
    new Uint8Array(70_000),
    new TextEncoder().encode("A bell, a bell, and again a bell.".repeat(9)),
    ...[1, 2, 3, 100, 5000, 100_000].map(text),
  ];
  for (const bytes of cases) expect(Buffer.compare(decode(compress(bytes, 3)), bytes)).toBe(0);
});

test("what is damaged is an error or other bytes, and comes to an end", () => {
  const packed = compress(text(5000), 3);
  for (let at = 0; at < packed.length; at += 7) {
    const bad = packed.slice();
    bad[at] = (bad[at] ?? 0) ^ 0x55;
    // A length of gigabytes is not tried.
    if (at >= 5 && at < 13) continue;
    try {
      expect(decode(bad).length).toBe(5000);
    } catch (error) {
      expect(String(error)).toMatch(/damaged|other properties/);
    }
  }
});
