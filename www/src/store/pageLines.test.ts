import { expect, test } from "vitest";
import type { Paragraph } from "../model/comparison";
import { foldedAt, isFolded, paragraphFolds } from "./pageLines";

/** A paragraph for each letter: a line of the page, a title, prose. */
const paragraphs = (letters: string) =>
  [...letters].map((letter, at) => ({
    paragraph: {
      start: at,
      end: at + 1,
      role: letter === "t" ? "title" : "prose",
      boilerplate: letter === "l" ? "date" : null,
    } as Paragraph,
  }));

test.each([
  ["three lines above the headline", "lllt.", [[0, 3]]],
  ["two are too few", "llt.", []],
  ["lines between the headline and the text", "tlll.", [[1, 4]]],
  [
    "lines on both sides of the headline are two folds",
    "llltllll.",
    [
      [0, 3],
      [4, 8],
    ],
  ],
  ["two above it and three below", "lltlll.", [[3, 6]]],
  ["lines within the text stay", "t.llll.", []],
  ["nothing but lines", "llll", [[0, 4]]],
  ["nothing", "", []],
])("folds at the top: %s", (_, letters, wanted) => {
  const folds = paragraphFolds(paragraphs(letters));
  expect(folds.map(({ from, to }) => [from, to])).toEqual(wanted);
});

test("a fold tells its places and, where it begins, how many there are", () => {
  const folds = paragraphFolds(paragraphs("tlll."));
  expect([0, 1, 2, 3, 4].map((at) => isFolded(folds, at))).toEqual([false, true, true, true, false]);
  expect([0, 1, 2].map((at) => foldedAt(folds, at))).toEqual([0, 3, 0]);
});
