import { describe, expect, test } from "vitest";
import type { Change, Cover } from "./comparison";
import { gaps, trimmed, unspaced, withRepeated, wordMarks } from "./wordMarks";

const span = (start: number, end: number) => ({ start, end });
const change = (left: [number, number], right: [number, number]): Change => ({
  operation: left[0] === left[1] ? "insert" : right[0] === right[1] ? "delete" : "replace",
  kind: "word",
  left: span(...left),
  right: span(...right),
});

describe("word marks", () => {
  const changes = [change([0, 4], [0, 3]), change([6, 9], [5, 5])];

  test("an edited pair has its changes marked, on both sides with the same index", () => {
    expect(wordMarks({ changes, grade: "edited" }, "left", span(0, 12))).toEqual([
      { start: 0, end: 4, word: "replaced", change: 0 },
      { start: 6, end: 9, word: "only", change: 1 },
    ]);
    expect(wordMarks({ changes, grade: "edited" }, "right", span(0, 9))).toEqual([
      { start: 0, end: 3, word: "replaced", change: 0 },
      { start: 5, end: 5, word: "missing", change: 1 },
    ]);
  });

  test("a reworded pair has what was kept marked", () => {
    expect(wordMarks({ changes, grade: "reworded" }, "left", span(0, 12))).toEqual([
      { start: 4, end: 6, word: "kept", change: null },
      { start: 9, end: 12, word: "kept", change: null },
    ]);
  });

  test("and where it is asked for its own words too, but for those that moved", () => {
    const moves = [{ left: span(6, 9), right: span(0, 3), passage: 2 }] as never;
    const marks = wordMarks({ changes, moves, grade: "reworded" }, "left", span(0, 12), true);
    expect(marks.filter(({ word }) => word === "other").map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
    ]);
  });
});

describe("words that moved", () => {
  const changes = [change([0, 4], [9, 9])];
  const moves = [
    { left: span(6, 9), right: span(0, 3), passage: 2 },
    { left: null, right: span(5, 7), passage: null },
  ] as never;

  test("are marked on the sides that have them, after the changes, with their passage", () => {
    expect(wordMarks({ changes, moves, grade: "changed" }, "left", span(0, 12))).toEqual([
      { start: 6, end: 9, word: "moved", change: 1, passage: 2 },
      { start: 0, end: 4, word: "only", change: 0 },
    ]);
    expect(wordMarks({ changes, moves, grade: "changed" }, "right", span(0, 12))).toEqual([
      { start: 0, end: 3, word: "moved", change: 1, passage: 2 },
      { start: 5, end: 7, word: "moved", change: 2, passage: null },
      { start: 9, end: 9, word: "missing", change: 0 },
    ]);
  });

  test("are no part of an edit that goes on behind them", () => {
    const over = { changes: [change([4, 12], [9, 9])], moves, grade: "changed" } as const;
    const marks = wordMarks(over, "left", span(0, 12)).map(({ start, end, word }) => [start, end, word]);
    expect(marks).toEqual([
      [6, 9, "moved"],
      [4, 6, "only"],
      [9, 12, "only"],
    ]);
  });

  test("are not kept words of a reworded pair", () => {
    const marks = wordMarks({ changes, moves, grade: "reworded" }, "left", span(0, 12));
    expect(marks.filter(({ word }) => word === "kept").map(({ start, end }) => [start, end])).toEqual([
      [4, 6],
      [9, 12],
    ]);
  });
});

describe("words that repeat a passage", () => {
  const repeated: Cover[] = [{ ...span(2, 6), what: "repeated", passage: 3 }];
  const gone = change([0, 8], [5, 5]);

  test("are not on one side only", () => {
    const pair = { changes: [gone, change([10, 12], [6, 8])], grade: "changed" } as const;
    const marks = wordMarks(pair, "left", span(0, 20));
    expect(withRepeated(marks, pair, "left", repeated)).toEqual([
      { ...span(0, 2), word: "only", change: 0 },
      { ...span(6, 8), word: "only", change: 0 },
      { ...span(10, 12), word: "replaced", change: 1 },
      { ...span(2, 6), word: "repeated", change: 0, passage: 3 },
    ]);
    expect(withRepeated(marks, pair, "left", [])).toEqual(marks);
  });

  test("are marked in a reworded pair too, but where they face their like", () => {
    const pair = { changes: [change([4, 8], [0, 4])], grade: "reworded" } as const;
    const marks = withRepeated(wordMarks(pair, "left", span(0, 8)), pair, "left", repeated);
    expect(marks).toEqual([
      { ...span(0, 4), word: "kept", change: null },
      { ...span(4, 6), word: "repeated", change: 0, passage: 3 },
    ]);
  });
});

describe("gaps", () => {
  test.each([
    ["nothing covered", [], [span(2, 9)]],
    ["all covered", [span(0, 20)], []],
    ["overlapping and unordered", [span(6, 8), span(3, 5), span(4, 7)], [span(2, 3), span(8, 9)]],
    ["covered at both ends", [span(0, 3), span(8, 12)], [span(3, 8)]],
  ])("%s", (_, spans, expected) => {
    expect(gaps(span(2, 9), spans)).toEqual(expected);
  });
});

test.each([
  [" a, ", span(1, 3)],
  ["a b", span(0, 3)],
  [" \n", null],
  ["", null],
])("%o without white space", (text, expected) => {
  expect(unspaced(text, span(0, text.length))).toEqual(expected);
});

describe("trimmed", () => {
  test.each([
    ["  two words, ", span(2, 11)],
    ["”, ", null],
    ["", null],
    ["–100 €", span(1, 6)],
    ["“日本語。”", span(1, 4)],
  ])("%o", (text, expected) => {
    expect(trimmed(text, span(0, text.length))).toEqual(expected);
  });
});
