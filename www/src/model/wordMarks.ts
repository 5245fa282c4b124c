import type { Change, Grade, RowKind, Span } from "./comparison";
import { across, type Side } from "./side";

/** What a mark on words says. `missing` is a place, the others are stretches. */
export type WordKind = "replaced" | "only" | "missing" | "kept";

/** A mark on words inside a pair, and which change it belongs to. */
export interface WordMark extends Span {
  word: WordKind;
  /** Index of the change, the same on both sides; null for kept words. */
  change: number | null;
}

/** Something with two sides and the edits between them. */
export interface Pair {
  changes: readonly Change[];
  grade: Grade | RowKind;
}

/**
 * The word marks of one side of a pair. In a reworded pair nearly all words differ, and marking them
 * would be noise: there the few kept words are marked instead.
 */
export function wordMarks(pair: Pair, side: Side, within: Span): WordMark[] {
  return pair.grade === "reworded" ? keptWords(pair, side, within) : changedWords(pair, side);
}

function changedWords(pair: Pair, side: Side): WordMark[] {
  return pair.changes.map((change, at) => {
    const [mine, other] = [change[side], change[across(side)]];
    const word = mine.start === mine.end ? "missing" : other.start === other.end ? "only" : "replaced";
    return { start: mine.start, end: mine.end, word, change: at };
  });
}

function keptWords(pair: Pair, side: Side, within: Span): WordMark[] {
  const changed = pair.changes.map((change) => change[side]).filter((span) => span.start < span.end);
  return gaps(within, changed).map((span) => ({ ...span, word: "kept", change: null }));
}

/** What of `within` lies in none of the spans, in order. Spans may overlap and come in any order. */
export function gaps(within: Span, spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  let at = within.start;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start > at) found.push({ start: at, end: Math.min(span.start, within.end) });
    at = Math.max(at, span.end);
  }
  if (at < within.end) found.push({ start: at, end: within.end });
  return found.filter((gap) => gap.start < gap.end);
}

/** The stretch without white space and punctuation at its ends; null when nothing is left of it. */
export function trimmed(text: string, span: Span): Span | null {
  const slice = text.slice(span.start, span.end);
  const first = slice.search(/[\p{L}\p{N}\p{M}\p{S}]/u);
  if (first < 0) return null;
  const tail = slice.match(/[^\p{L}\p{N}\p{M}\p{S}]*$/u)?.[0].length ?? 0;
  return { start: span.start + first, end: span.end - tail };
}
