// What becomes of a result whose structs are others than the decoder knows.

import { expect, test } from "vitest";
// @ts-expect-error: JavaScript without types, which only the engine's own glue calls.
import { decode } from "../../../src/wasm/wire.js";

const [WHOLE, LIST, OBJECT, CONSTANT] = [0, 3, 4, 5];
const word = (tag: number, value: number) => (value << 3) | tag;

/** Two spans of one more field than that of the decoder has. */
const spans = (third: number) => {
  const span = [word(OBJECT, 0), word(WHOLE, 3), word(WHOLE, 7), third];
  return new Uint32Array([word(LIST, 2), ...span, ...span]);
};

test("a struct that has a literal is made of it", () => {
  const words = new Uint32Array([word(OBJECT, 0), word(WHOLE, 3), word(WHOLE, 7)]);
  expect(decode(words, [], ["Span start end"])).toEqual({ start: 3, end: 7 });
});

test("a literal that has not the fields of its struct is an error", () => {
  for (const shape of ["Span start end pinned", "Span end start", "Span from to", "Span start"]) {
    expect(() => decode(spans(word(CONSTANT, 2)), [], [shape])).toThrow(/Span has fields/);
  }
});

test("a struct without a literal is made field by field", () => {
  const thing = { from: 3, to: 7, pinned: null };
  expect(decode(spans(word(CONSTANT, 0)), [], ["Thing from to pinned"])).toEqual([thing, thing]);
});
