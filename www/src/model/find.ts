import type { Span } from "./comparison";
import type { Side } from "./side";

/** A place that says what the reader looks for. */
export interface Hit extends Span {
  side: Side;
}

/** Characters that stand for one another where a reader types one of them. */
const ALIKE = ['"“”„‟«»', "'’‘‚‛´`", "-‐‑‒–—−", " \u00a0\u202f\u2009"];

/**
 * Where a text says what the reader looks for, in order, at most so many. Capitals do not matter, nor which
 * kind of quotation mark, apostrophe or dash it is, nor how wide the gaps are. Nothing is nowhere.
 */
export function findAll(text: string, query: string, most: number): Span[] {
  const pattern = patternOf(query);
  if (!pattern) return [];
  const found: Span[] = [];
  for (const { index, 0: hit } of text.matchAll(pattern)) {
    if (found.length === most) break;
    found.push({ start: index, end: index + hit.length });
  }
  return found;
}

function patternOf(query: string): RegExp | null {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const source = words.map((word) => [...word].map(characterOf).join("")).join("\\s+");
  return new RegExp(source, "giu");
}

/** The pattern of one character as the reader typed it. */
function characterOf(character: string): string {
  const alike = ALIKE.find((all) => all.includes(character)) ?? character;
  const escaped = [...alike].map((one) => one.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&"));
  return escaped.length === 1 ? (escaped[0] ?? "") : `[${escaped.join("")}]`;
}
