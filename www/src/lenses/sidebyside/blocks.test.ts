import { describe, expect, test } from "vitest";
import { areFew, blockOf, rowBlocks, spanOf } from "./blocks";
import type { Cell, ShownRow } from "./rows";

/** Rows with so many UTF-16 units on the left and, every second one, on the right. */
function rows(count: number, length: number): ShownRow[] {
  return Array.from({ length: count }, (_, at) => {
    const span = { start: at * length, end: (at + 1) * length };
    const cell: Cell = { span, role: "prose", boilerplate: null, begins: false };
    const row = { kind: "same", changes: [], moves: [] } as unknown as ShownRow["row"];
    const cells = { left: cell, right: at % 2 === 0 ? cell : null };
    return { at, kind: "same", row, cells, facing: [], elsewhere: [], run: null };
  });
}

describe("blocks of rows", () => {
  test("few rows are drawn whole, many are not", () => {
    expect(areFew(rows(300, 100))).toBe(true);
    expect(areFew(rows(400, 100))).toBe(false);
  });

  test("rows that are drawn whole are one block, and no rows are an empty one", () => {
    expect(rowBlocks(rows(7, 100), true)).toMatchObject([{ from: 0, to: 7 }]);
    expect(rowBlocks([], true)).toMatchObject([{ from: 0, to: 0 }]);
    expect(rowBlocks([], false)).toEqual([]);
  });

  test.each([
    ["short", 20_000, 40],
    ["long", 500, 3000],
    ["huge", 3, 900_000],
  ])("%s rows are cut into blocks without gaps, and not too many of them", (_, count, length) => {
    const blocks = rowBlocks(rows(count, length), false);
    expect(blocks.map(({ from }) => from)).toEqual([0, ...blocks.slice(0, -1).map(({ to }) => to)]);
    expect(blocks.at(-1)?.to).toBe(count);
    expect(blocks.length).toBeLessThanOrEqual(Math.min(count, 600));
  });

  test("a row is found in its block, also where rows are folded away", () => {
    const folded = rows(2000, 200).filter(({ at }) => at % 3 === 0);
    const blocks = rowBlocks(folded, false);
    for (const { at } of folded) {
      const block = blocks[blockOf(blocks, folded, at)];
      const mine = folded.slice(block?.from, block?.to);
      expect(mine.some((row) => row.at === at)).toBe(true);
    }
    expect(blockOf(blocks, folded, 1)).toBe(0);
    expect(blockOf([], [], 5)).toBe(0);
  });

  test("a stretch of a side goes from its first cell to its last", () => {
    expect(spanOf(rows(3, 10), "left")).toEqual({ start: 0, end: 30 });
    expect(spanOf(rows(4, 10), "right")).toEqual({ start: 0, end: 30 });
    expect(spanOf(rows(2, 10).slice(1), "right")).toBe(null);
    expect(spanOf([], "left")).toBe(null);
  });
});
