import { expect, test } from "vitest";
import type { Comparison, Paragraph } from "../engine/engine";
import { leftOut } from "./leftout";

const TEXT = "Menu\nThe bridge opened. It rained, and the band played on.\nNobody fell in.";
const at = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
const paragraph = (part: string, role: Paragraph["role"]): Paragraph => ({
  ...at(part),
  role,
  furniture: role === "furniture" ? "navigation" : undefined,
});

const comparison = {
  paragraphs: {
    left: [
      paragraph("Menu", "furniture"),
      paragraph("The bridge opened. It rained, and the band played on.", "prose"),
      paragraph("Nobody fell in.", "prose"),
    ],
    right: [],
  },
  rows: [{ left: at("Nobody fell in."), right: null, relation: "only", passages: [], changes: [] }],
} as unknown as Comparison;

test("what lies in no passage is left out, page clutter aside, to the word", () => {
  const found = leftOut(comparison, TEXT, "left", [at("It rained"), at("The bridge opened.")]);
  expect(found.map(({ start, end, sentences }) => [TEXT.slice(start, end), sentences])).toEqual([
    ["and the band played on", 0],
    ["Nobody fell in", 1],
  ]);
});

test("a passage over two paragraphs covers both", () => {
  const all = { start: at("The bridge").start, end: TEXT.length };
  expect(leftOut(comparison, TEXT, "left", [all])).toEqual([]);
});
