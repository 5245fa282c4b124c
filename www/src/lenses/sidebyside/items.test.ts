import { expect, test } from "vitest";
import type { Row, RowKind } from "../../model/comparison";
import { chosenRows } from "./items";

/** A row with a left side, a right one, or both, and the row that it names. */
function row(kind: RowKind, sides: "left" | "right" | "both", counterpart: number | null = null): Row {
  const span = { start: 0, end: 1 };
  const [left, right] = [sides === "right" ? null : span, sides === "left" ? null : span];
  return { kind, left, right, counterpart } as unknown as Row;
}

const MOVED = new Set(["moved"] as const);

test("of two rows that moved and name each other the left one is listed", () => {
  expect(chosenRows([row("moved", "left", 2), row("same", "both"), row("moved", "right", 0)], MOVED)).toEqual(
    [0],
  );
});

test("each part of a sentence that moved in two is listed once, from either side", () => {
  const whole = [
    row("moved", "left", 3),
    row("moved", "right", 0),
    row("same", "both"),
    row("moved", "right", 0),
  ];
  expect(chosenRows(whole, MOVED)).toEqual([0, 1]);
  const parts = [
    row("moved", "right", 3),
    row("moved", "left", 0),
    row("same", "both"),
    row("moved", "left", 0),
  ];
  expect(chosenRows(parts, MOVED)).toEqual([1, 3]);
});
