import { expect, test } from "vitest";
import type { Comparison, Passage } from "./comparison";
import { movesInside } from "./passageMoves";

const span = (start: number, end: number) => ({ start, end });
const passage = (number: number, left: [number, number], right: [number, number]) =>
  ({ number, left: span(...left), right: span(...right) }) as Passage;

test("a passage has the moves of its rows with both ends in it", () => {
  const passages = [passage(1, [0, 20], [0, 20]), passage(2, [30, 40], [30, 40])];
  const inside = { left: span(0, 5), right: span(15, 20), passage: 1 };
  const rows = [
    { passages: [1, 2], moves: [inside, { left: span(10, 12), right: null, passage: 1 }] },
    { passages: [2], moves: [{ left: span(30, 35), right: span(38, 41), passage: null }] },
  ];
  const comparison = { passages, rows } as unknown as Comparison;
  expect(movesInside(comparison, passages[0] as Passage)).toEqual([inside]);
  expect(movesInside(comparison, passages[1] as Passage)).toEqual([]);
  expect(movesInside({ passages, rows: [] } as unknown as Comparison, passages[0] as Passage)).toEqual([]);
});
