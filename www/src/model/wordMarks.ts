import type { Change, Cover, Grade, Move, RowKind, Span } from "./comparison";
import { coversIn } from "./covers";
import { across, type Side } from "./side";

/** What a mark on words says. `missing` is a place, the others are stretches. */
export type WordKind = "replaced" | "only" | "missing" | "kept" | "other" | "moved" | "repeated";

/** A mark on words inside a pair, and which change it belongs to. */
export interface WordMark extends Span {
  word: WordKind;
  /** Index of the change, the same on both sides; moves are counted after the changes. Null for kept words. */
  change: number | null;
  /** For words that moved the number of the passage they belong to, if one holds them; for repeated ones what they repeat. */
  passage?: number | null;
}

/** Something with two sides, the edits between them, and for a row what moved inside it or out of it. */
export interface Pair {
  changes: readonly Change[];
  grade: Grade | RowKind;
  moves?: readonly Move[];
}

/**
 * The word marks of one side of a pair. In a reworded pair nearly all words differ, and marking them
 * would be noise: there the few kept words are marked instead, and of the others only numbers, dates, names and
 * negations that differ; where `others` are asked for the rest too, as `other`. What moved is marked in either.
 */
export function wordMarks(pair: Pair, side: Side, within: Span, others = false): WordMark[] {
  const moved = movedWords(pair, side);
  const isReworded = pair.grade === "reworded";
  const words = isReworded
    ? [
        ...keptWords(pair, side, within),
        ...changedWords(pair, side).flatMap((mark): WordMark[] => {
          if (tells(pair, mark.change)) return [mark];
          return others && mark.word !== "missing" ? [{ ...mark, word: "other" }] : [];
        }),
      ]
    : changedWords(pair, side);
  return [...moved, ...without(words, moved)];
}

/** Kinds of edits that are told in a reworded pair too. */
const TELLING: ReadonlySet<Change["kind"]> = new Set(["number", "date", "name", "negation"]);

const tells = ({ changes }: Pair, change: number | null) =>
  TELLING.has(changes[change ?? -1]?.kind ?? "word");

/** Marks without what stands in some stretches: an edit may go on behind words that moved. Places stay. */
function without(marks: readonly WordMark[], spans: readonly Span[]): WordMark[] {
  if (spans.length === 0) return [...marks];
  return marks.flatMap((mark) =>
    mark.word === "missing" ? [mark] : gaps(mark, spans).map((gap) => ({ ...mark, ...gap })),
  );
}

function movedWords({ changes, moves = [] }: Pair, side: Side): WordMark[] {
  return moves.flatMap(({ [side]: span, passage }, at) =>
    span ? [{ ...span, word: "moved", change: changes.length + at, passage: passage ?? null }] : [],
  );
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

/**
 * The same marks, where words that repeat a passage are said to do that and not to be on one side only. `repeated`
 * are stretches of a coverage of that side, in order and disjoint.
 */
export function withRepeated(
  marks: readonly WordMark[],
  pair: Pair,
  side: Side,
  repeated: readonly Cover[],
): WordMark[] {
  if (repeated.length === 0) return [...marks];
  const others = marks.flatMap((mark) =>
    mark.word === "only" || mark.word === "other" ? without([mark], repeated) : [mark],
  );
  // In a reworded pair no edit is marked, but what it repeats was not written anew.
  const isFree = (change: Change) =>
    pair.grade === "reworded" || change[across(side)].start === change[across(side)].end;
  const copies = pair.changes.flatMap((change, at) =>
    isFree(change)
      ? coversIn(repeated, change[side]).map((cover): WordMark => {
          const [start, end] = [
            Math.max(change[side].start, cover.start),
            Math.min(change[side].end, cover.end),
          ];
          return { start, end, word: "repeated", change: at, passage: cover.passage ?? null };
        })
      : [],
  );
  return [...others, ...copies];
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

/** The stretch without white space at its ends; null when nothing is left of it. */
export function unspaced(text: string, { start, end }: Span): Span | null {
  const slice = text.slice(start, end);
  const [before, after] = [slice.length - slice.trimStart().length, slice.length - slice.trimEnd().length];
  return before < slice.length ? { start: start + before, end: end - after } : null;
}

/** The stretch without white space and punctuation at its ends; null when nothing is left of it. */
export function trimmed(text: string, span: Span): Span | null {
  const slice = text.slice(span.start, span.end);
  const first = slice.search(/[\p{L}\p{N}\p{M}\p{S}]/u);
  if (first < 0) return null;
  const tail = slice.match(/[^\p{L}\p{N}\p{M}\p{S}]*$/u)?.[0].length ?? 0;
  return { start: span.start + first, end: span.end - tail };
}
