// The legend: what the marks mean that stand in a comparison.

import { make } from "./make.js";

/**
 * The marks, in the order of the legend: the key of their words, where one of them is in the drawn table, and how a sample of
 * it looks: a class, and whether it is a stroke, a bar or letters.
 */
const MARKS = [
  { key: "differs", found: "tr:not(.only) .differs", look: "differs" },
  { key: "writing", found: ".writing", look: "writing" },
  { key: "kept", found: ".kept", look: "kept" },
  { key: "inside", found: "span.moved", look: "moved" },
  { key: "only", found: "tr.only", look: "stroke-only", isBlank: true },
  { key: "elsewhere", found: "tr.moved", look: "stroke-moved", isBlank: true },
  { key: "repeated", found: "tr.repeated", look: "stroke-repeated", isBlank: true },
  { key: "number", found: "sup, b", look: "number" },
  { key: "boilerplate", found: "tr.boilerplate", look: "boilerplate" },
  { key: "verbatim", found: ".bar-verbatim", look: "bar-verbatim", isBlank: true },
  { key: "edited", found: ".bar-edited", look: "bar-edited", isBlank: true },
  { key: "reworded", found: ".bar-reworded", look: "bar-reworded", isBlank: true },
  { key: "again", found: ".bar-repeatedWords", look: "bar-repeatedWords", isBlank: true },
];

/**
 * A list that folds, where the page puts nothing of its own into the slot. `isOpen`: whether it is unfolded; `null` where
 * nothing is marked.
 */
export function legend(table, words, isOpen) {
  const marks = MARKS.filter(({ found }) => table.querySelector(found));
  if (marks.length === 0) return null;
  const items = marks.map(({ key, look, isBlank }) => {
    const [mark, meaning] = words.marks[key];
    const letters = key === "number" ? "1" : "Ab";
    const sample = make("i", { class: look, "aria-hidden": "true" }, isBlank ? "" : letters);
    return make("li", { part: "mark" }, sample, make("span", { class: "spoken" }, `${mark}: `), meaning);
  });
  const title = make("summary", { part: "legend-title" }, words.legend);
  const open = isOpen ? "" : null;
  const folds = make("details", { class: "legend", part: "legend", open }, title, make("ul", {}, ...items));
  return make("slot", { name: "legend" }, folds);
}
