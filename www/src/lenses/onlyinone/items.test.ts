import { expect, test } from "vitest";
import type { Passage } from "../../model/comparison";
import { leftOut } from "./items";

const found = [
  { start: 0, end: 9, words: 2, sentences: 0 },
  { start: 30, end: 60, words: 6, sentences: 1 },
];

test("what the engine found is told its side", () => {
  expect(leftOut("right", found, [])).toEqual(found.map((stretch) => ({ ...stretch, side: "right" })));
});

test("a passage that is none is left out as well, in its place", () => {
  const passage = {
    left: { start: 10, end: 25 },
    right: { start: 70, end: 90 },
    words: { left: 3, right: 4 },
  } as Passage;
  expect(leftOut("left", found, [passage]).map(({ start, words }) => [start, words])).toEqual([
    [0, 2],
    [10, 3],
    [30, 6],
  ]);
});
