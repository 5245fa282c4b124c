import { expect, test } from "vitest";
import { pack } from "../../build/text";
import { unpack } from "./packing";

test("packed bytes come back as they were, and the text can stand in a script element", () => {
  let seed = 3;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed & 255;
  };
  const all = Uint8Array.from({ length: 4096 }, random);
  const cases = [
    new Uint8Array(0),
    new Uint8Array(9),
    Uint8Array.from([255]),
    Uint8Array.from([60, 13, 0]),
    all,
  ];
  for (const bytes of [...cases, ...Array.from({ length: 20 }, (_, at) => all.subarray(at, 3 * at))]) {
    const text = pack(bytes);
    expect(unpack(text, bytes.length)).toEqual(Uint8Array.from(bytes));
    expect(text).not.toMatch(/[\0\r<]/);
  }
  expect(new TextEncoder().encode(pack(all)).length).toBeLessThan(all.length * 1.18);
});
