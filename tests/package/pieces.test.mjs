// The pieces that the element draws: they are the text, and what differs in fact is marked.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { piecesOf } from "../../pkg/element/pieces.js";
import { compare } from "../../pkg/node.js";

const read = (pair, name) => readFileSync(new URL(`../forms/${pair}/${name}.txt`, import.meta.url), "utf8");
const SIDES = ["left", "right"];

for (const pair of ["lamp", "scripts", "signs"]) {
  const texts = { left: read(pair, "left"), right: read(pair, "right") };
  const comparison = compare(texts.left, texts.right);

  test(`the pieces of ${pair} are its rows, whole`, () => {
    for (const side of SIDES) {
      for (const row of comparison.rows.filter((row) => row[side])) {
        const pieces = piecesOf(row, side, texts[side], comparison);
        const { start, end } = row[side];
        assert.equal(pieces.map((piece) => piece.text).join(""), texts[side].slice(start, end));
      }
    }
  });

  test(`the values of ${pair} that differ are marked`, () => {
    const facts = comparison.facts.differences.filter((fact) => fact.kind !== "quotation");
    for (const side of SIDES) {
      const marked = comparison.rows
        .filter((row) => row[side])
        .flatMap((row) => piecesOf(row, side, texts[side], comparison))
        .filter((piece) => piece.what === "differs")
        .map((piece) => piece.text);
      for (const fact of facts) {
        const value = texts[side].slice(fact[side].start, fact[side].end);
        assert.ok(
          // Of a date the year alone may differ.
          marked.some((text) => text.includes(value) || value.includes(text)),
          `${value} in ${marked.join(" | ")}`,
        );
      }
    }
  });
}
