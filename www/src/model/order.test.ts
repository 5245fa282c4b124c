import { expect, test } from "vitest";
import { alikeFirst, together } from "./order";

/** Pairs by a table such as `{ "0 2": 0.5 }`. */
const by = (table: Record<string, number>) =>
  Object.entries(table).map(([pair, likeness]) => {
    const [a = 0, b = 0] = pair.split(" ").map(Number);
    return { a, b, likeness };
  });

test("the most alike come first, and what shares nothing not at all", () => {
  const pairs = alikeFirst(by({ "2 3": 0.2, "0 3": 0.2, "1 2": 0.9, "0 1": 0 }));
  expect(pairs.map(({ a, b }) => [a, b])).toEqual([
    [1, 2],
    [0, 3],
    [2, 3],
  ]);
});

test("alike things stand together, strangers last", () => {
  const likeness = by({ "0 3": 0.8, "1 4": 0.6, "3 5": 0.5 });
  expect(together(6, alikeFirst(likeness))).toEqual([0, 3, 5, 1, 4, 2]);
});

test("groups are turned so that what joins them is near", () => {
  const likeness = by({ "0 1": 0.9, "2 3": 0.8, "0 3": 0.5 });
  expect(together(4, alikeFirst(likeness))).toEqual([1, 0, 3, 2]);
});

test("nothing alike leaves the order; nothing gives nothing", () => {
  expect(together(3, [])).toEqual([0, 1, 2]);
  expect(together(0, alikeFirst([]))).toEqual([]);
});
