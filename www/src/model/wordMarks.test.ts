import { describe, expect, test } from "vitest";
import type { Change } from "./comparison";
import { gaps, trimmed, wordMarks } from "./wordMarks";

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
