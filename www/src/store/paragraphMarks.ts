import { computed } from "@preact/signals";
import type { Cover, Paragraph, Passage } from "../model/comparison";
import { coversIn, isRepeated } from "../model/covers";
import { eachLine } from "../model/lines";
import { portions } from "../model/portions";
import { SIDES, type Side } from "../model/side";
import { current } from "./comparison";
import { pair } from "./library";
import { drawn } from "./passages";

/** A paragraph, or a portion of a very long one, and the passages and copies that have a word in it. */
export interface Placed {
  paragraph: Paragraph;
  /** Goes on with the paragraph of the portion before. */
  goesOn: boolean;
  passages: readonly Passage[];
  /** Stretches that repeat a passage. */
  copies: readonly Cover[];
}

const nothing: readonly never[] = [];

/** The paragraphs of both sides, in order; before there is a comparison, the lines of the texts. */
export const placed = computed<Record<Side, readonly Placed[]>>(() => ({
  left: place("left"),
  right: place("right"),
}));

function place(side: Side): Placed[] {
  const found = current.value;
  const article = pair.value[side];
  if (!found) return article ? linesOf(article.text) : [];
  const passages = drawn.value.toSorted((a, b) => a[side].start - b[side].start);
  const repeated = found.comparison.coverage[side].filter(isRepeated);
  let open: Passage[] = [];
  let next = 0;
  const portionsOf = (paragraph: Paragraph) => inPortions(found[side].text, paragraph);
  return found.comparison.paragraphs[side].flatMap(portionsOf).map((portion) => {
    const { start, end } = portion.paragraph;
    for (let passage = passages[next]; passage && passage[side].start < end; passage = passages[++next]) {
      open.push(passage);
    }
    open = open.filter((passage) => passage[side].end > start);
    // Where passages overlap, the one that starts first and is longest stands around the others.
    const here = open.toSorted((a, b) => a[side].start - b[side].start || b[side].end - a[side].end);
    const copies = coversIn(repeated, portion.paragraph);
    return {
      ...portion,
      passages: here.length > 0 ? here : nothing,
      copies: copies.length > 0 ? copies : nothing,
    };
  });
}

function inPortions(text: string, paragraph: Paragraph): Placed[] {
  // Boilerplate is drawn in one line, however long it is.
  const stretches = paragraph.boilerplate ? [paragraph] : portions(text, paragraph);
  return stretches.map((stretch, at) => ({
    paragraph: { ...paragraph, start: stretch.start, end: stretch.end },
    goesOn: at > 0,
    passages: nothing,
    copies: nothing,
  }));
}

/** Lines with text in them, as paragraphs to read until the engine has said what they are. */
function linesOf(text: string): Placed[] {
  const found: Placed[] = [];
  eachLine(text, (start, end) => {
    found.push(...inPortions(text, { start, end, role: "prose", boilerplate: null }));
  });
  return found;
}

/** Which way the counterpart of a moved passage lies: its place among the passages of both sides. */
export const directions = computed<ReadonlyMap<number, Record<Side, "later" | "earlier">>>(() => {
  const settled = drawn.value.filter((passage) => !passage.moved);
  const starts = {
    left: settled.map((passage) => passage.left.start).sort((a, b) => a - b),
    right: settled.map((passage) => passage.right.start).sort((a, b) => a - b),
  };
  const rank = (passage: Passage, side: Side) => countBelow(starts[side], passage[side].start);
  const moved = drawn.value.filter((passage) => passage.moved);
  return new Map(
    moved.map((passage) => {
      const [left, right] = SIDES.map((side) => rank(passage, side)) as [number, number];
      const later = left === right ? passage.right.start > passage.left.start : right > left;
      return [
        passage.number,
        later
          ? ({ left: "later", right: "earlier" } as const)
          : ({ left: "earlier", right: "later" } as const),
      ];
    }),
  );
});

/** How many of the sorted numbers are less than the bound. */
function countBelow(sorted: readonly number[], bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? bound) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
