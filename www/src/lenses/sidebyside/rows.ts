import { computed } from "@preact/signals";
import type { Cover, Paragraph, Passage, Result, Row, RowKind, Span } from "../../model/comparison";
import { coversIn, isOnly, isRepeated, isShared } from "../../model/covers";
import { across, SIDES, type Side } from "../../model/side";
import { current } from "../../store/comparison";

/** One side of a row as it is shown. */
export interface Cell {
  span: Span;
  role: Paragraph["role"];
  boilerplate: Paragraph["boilerplate"];
  /** Whether a paragraph begins here. */
  begins: boolean;
}

/** What a row says of something that stands elsewhere on the other side. */
export interface Elsewhere {
  /** The side of this row whose words stand elsewhere on the other side. */
  from: Side;
  /** The passage they belong to; null for a line that is too short for one. */
  passage: Passage | null;
  /** The row where it stands. */
  row: number;
  /** Whether the words here only repeat it. */
  isCopy: boolean;
}

/** A row of the alignment with what is needed to show it. */
export interface ShownRow {
  at: number;
  kind: RowKind;
  row: Row;
  cells: Record<Side, Cell | null>;
  /** Passages that face each other in this row, for its numbers. */
  facing: readonly Passage[];
  /** What of this row stands elsewhere on the other side. */
  elsewhere: readonly Elsewhere[];
  /** Set on the first row of a stretch of two or more that only one side has: how many, and on which side. */
  run: { length: number; side: Side } | null;
}

/** The rows of the comparison on the page. */
export const rows = computed<readonly ShownRow[]>(() => (current.value ? shownRows(current.value) : []));

function shownRows({ comparison }: Result): ShownRow[] {
  const cellOf = { left: cells(comparison.paragraphs.left), right: cells(comparison.paragraphs.right) };
  const placeOf = { left: places(comparison.rows, "left"), right: places(comparison.rows, "right") };
  const all = comparison.rows.map((row, at): ShownRow => {
    const counted = row.passages.flatMap((number) => {
      const passage = comparison.passages[number - 1];
      return passage && isShared(passage) ? [passage] : [];
    });
    const left = new Set(row.moves.flatMap(({ left, right, passage }) => (left && right ? [] : [passage])));
    const isWhole = row.left != null && row.right != null;
    const elsewhere = isWhole ? movedOut(row, comparison.passages) : ofOneSide(row, counted, comparison);
    return {
      at,
      kind: row.kind,
      row,
      cells: { left: cellOf.left(row.left), right: cellOf.right(row.right) },
      facing: isWhole ? counted.filter(({ number }) => !left.has(number)) : [],
      elsewhere: elsewhere.flatMap((one) => {
        const there = across(one.from);
        const place = one.row ?? (one.passage && placeOf[there](one.passage[there].start));
        return place == null ? [] : [{ ...one, row: place }];
      }),
      run: null,
    };
  });
  markRuns(all);
  return all;
}

/** What stands elsewhere, before it is known in which row. */
type Sought = Omit<Elsewhere, "row"> & { row: number | null };

/** Words that moved out of a row of two sides, once for each passage. */
function movedOut({ moves }: Row, passages: readonly Passage[]): Sought[] {
  const found = new Map<number, Sought>();
  for (const { left, right, passage: number } of moves) {
    const passage = passages[(number ?? 0) - 1];
    if (!passage || (left && right)) continue;
    found.set(passage.number, { from: left ? "left" : "right", passage, row: null, isCopy: false });
  }
  return [...found.values()];
}

/** What a row of one side holds: first what its counterpart holds too, then what else moved, then what it repeats. */
function ofOneSide(
  row: Row,
  counted: readonly Passage[],
  { rows, passages, coverage }: Result["comparison"],
): Sought[] {
  const from: Side = row.left ? "left" : "right";
  const counterpart = rows[row.counterpart ?? -1];
  const isThere = ({ number }: Passage) => counterpart?.passages.includes(number) ?? false;
  const moved = counted.map((passage): Sought => {
    const place = isThere(passage) ? (row.counterpart ?? null) : null;
    return { from, passage, row: place, isCopy: false };
  });
  moved.sort((a, b) => Number(b.row !== null) - Number(a.row !== null));
  if (counterpart && !moved.some((one) => one.row !== null)) {
    moved.unshift({ from, passage: null, row: row.counterpart ?? null, isCopy: false });
  }
  const span = row[from];
  const repeated = span ? coversIn(coverage[from], span).filter(isRepeated) : [];
  const originals = new Set(repeated.map((cover) => passages[(cover.passage ?? 0) - 1]));
  return [
    ...moved,
    ...[...originals].flatMap((passage) => (passage ? [{ from, passage, row: null, isCopy: true }] : [])),
  ];
}

/** For a side, a function that gives the row in which an offset of the text stands; null when there is none. */
function places(rows: readonly Row[], side: Side): (offset: number) => number | null {
  const starts = rows.flatMap((row, at) => {
    const span = row[side];
    return span ? [{ at, ...span }] : [];
  });
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const found = starts[low];
    return found && found.start <= offset && offset < found.end ? found.at : null;
  };
}

/** Finds the paragraph of a span. Rows come in order on each side, so one walk serves all of them. */
function cells(paragraphs: readonly Paragraph[]): (span: Span | null) => Cell | null {
  let at = 0;
  let last = -1;
  return (span) => {
    if (!span) return null;
    while (at + 1 < paragraphs.length && (paragraphs[at]?.end ?? 0) <= span.start) at += 1;
    const begins = at !== last;
    last = at;
    const paragraph = paragraphs[at];
    return { span, role: paragraph?.role ?? "prose", boilerplate: paragraph?.boilerplate ?? null, begins };
  };
}

/** The side of a row that has a counterpart nowhere; null for all other rows. */
export function onlySide({ kind, cells }: ShownRow): Side | null {
  return kind === "only" ? (cells.left ? "left" : "right") : null;
}

function markRuns(all: ShownRow[]): void {
  for (let from = 0; from < all.length; from += 1) {
    const first = all[from];
    const side = first && onlySide(first);
    if (!first || !side) continue;
    let to = from + 1;
    for (let next = all[to]; next && onlySide(next) === side; next = all[to]) to += 1;
    if (to - from > 1) first.run = { length: to - from, side };
    from = to - 1;
  }
}

/** What of a side of a row has a coverage, as the engine has it. */
function coversOf({ row }: ShownRow, side: Side, { comparison }: Result): readonly Cover[] {
  const span = row[side];
  return span ? coversIn(comparison.coverage[side], span) : [];
}

/** What in a row of one side that moved or is repeated only this side has. */
export function onlyIn(row: ShownRow, side: Side, result: Result): readonly Cover[] {
  const isSaid = row.kind === "moved" || row.kind === "repeated";
  return isSaid ? coversOf(row, side, result).filter(isOnly) : [];
}

/** What in a row repeats a passage. */
export const repeatedIn = (row: ShownRow, side: Side, result: Result): readonly Cover[] =>
  coversOf(row, side, result).filter(isRepeated);

/** The passage by whose number a row goes in the list, if there is one. */
export const passageFor = ({ facing, elsewhere }: ShownRow): Passage | null =>
  facing[0] ?? elsewhere.find(({ passage }) => passage)?.passage ?? null;

/** The side of a row that N and P bring into sight. */
export const sideOf = ({ cells }: ShownRow): Side => SIDES.find((side) => cells[side]) ?? "left";
