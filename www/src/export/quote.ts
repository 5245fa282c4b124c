import type { Comparison, Passage, Span } from "../model/comparison";
import { LINE_END } from "../model/lines";
import { SIDES, type Side } from "../model/side";

/** A version of something, with the line that says where it stands. */
export interface Version {
  text: string;
  source: string;
}

/** Quotation marks of all sorts, and the commas and spaces that stand at them. */
const ENDS = /^[\s"“”„‟«»‹›‘’‚'「」『』]+|[\s,"“”„‟«»‹›‘’‚'「」『』]+$/g;

const clean = (text: string) =>
  text
    .replace(LINE_END, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();

/** Versions as clean text: source first, an empty line between. */
export function versions(both: readonly Version[]): string {
  return both.map(({ text, source }) => `${source}:\n${clean(text)}`).join("\n\n");
}

/** Quotations as clean text, each in the marks of the page's language with its source below. */
export function quotations(pairs: readonly (readonly Version[])[], quoted: (text: string) => string): string {
  const one = ({ text, source }: Version) =>
    `${quoted(clean(text).replace(ENDS, "").replace(/\s+/g, " "))}\n— ${source}`;
  return pairs.map((pair) => pair.map(one).join("\n\n")).join("\n\n");
}

const isIn = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

/** The quotations that a passage holds on both sides: those that differ, those that agree, or the passage itself. */
export function quotationsIn(passage: Passage, { facts }: Comparison): Record<Side, Span>[] {
  const all = [...facts.differences, ...facts.agree].filter(({ kind }) => kind === "quotation");
  const holds = (pair: Record<Side, Span>) => SIDES.every((side) => isIn(pair[side], passage[side]));
  const inside = all.filter(holds).sort((a, b) => a.left.start - b.left.start);
  return inside.length > 0 || !passage.quotation ? inside : [passage];
}
