import { expect, test } from "vitest";
import type { Cover } from "./comparison";
import { coversIn, isOnly } from "./covers";

const cover = (start: number, end: number, what: Cover["what"] = "only") =>
  ({ start, end, what, passage: null }) as unknown as Cover;
const covers = [cover(0, 4), cover(6, 9, "shared"), cover(10, 20, "weak")];

test.each([
  ["all", 0, 20, [0, 6, 10]],
  ["those it reaches into", 3, 11, [0, 6, 10]],
  ["the one it lies in", 7, 8, [6]],
  ["none between two", 4, 6, []],
  ["none after the last", 20, 30, []],
])("a stretch finds %s", (_, start, end, expected) => {
  expect(coversIn(covers, { start, end }).map((found) => found.start)).toEqual(expected);
});

test("nothing is found where nothing is covered", () => {
  expect(coversIn([], { start: 0, end: 9 })).toEqual([]);
});

test("what does not count is only here", () => {
  const kinds = ["shared", "repeated", "weak", "formulaic", "aligned", "only", "boilerplate"] as const;
  expect(kinds.filter((what) => isOnly(cover(0, 1, what)))).toEqual(["weak", "formulaic", "only"]);
});
