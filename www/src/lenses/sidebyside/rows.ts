import { computed } from "@preact/signals";
import type { Comparison, Paragraph, Passage, Result, Row, RowKind, Span } from "../../model/comparison";
import { across, SIDES, type Side } from "../../model/side";
import { current } from "../../store/comparison";
import { setAside } from "../../store/verdicts";

/** One side of a row as it is shown. */
export interface Cell {
  span: Span;
  role: Paragraph["role"];
  boilerplate: Paragraph["boilerplate"];
  /** Whether a paragraph begins here. */
  begins: boolean;
}

/** A row of the alignment with what is needed to show it. */
export interface ShownRow {
  at: number;
  kind: RowKind;
  row: Row;
  cells: Record<Side, Cell | null>;
  /** Passages that face each other in this row, for its numbers. */
  facing: readonly Passage[];
  /** Passages of each side whose counterpart stands elsewhere. */
  moved: Record<Side, readonly Passage[]>;
  /** Set on the first row of a stretch of two or more that only one side has: how many, and on which side. */
  run: { length: number; side: Side } | null;
}

/** The rows of the comparison on the page. */
export const rows = computed<readonly ShownRow[]>(() => (current.value ? shownRows(current.value) : []));

function shownRows({ comparison }: Result): ShownRow[] {
  const cellOf = { left: cells(comparison.paragraphs.left), right: cells(comparison.paragraphs.right) };
  const faces = facingPassages(comparison);
  const all = comparison.rows.map((row, at): ShownRow => {
    const passages = row.passages.flatMap((number) => comparison.passages[number - 1] ?? []);
    const here = passages.filter(
      (passage) => !setAside.value.has(passage.number) && passage.substance === "statement",
    );
    const moved = (side: Side) => {
      const span = row[side];
      return here.filter(
        (passage) =>
          span &&
          (passage.moved || !faces.has(passage.number)) &&
          !passage.primary &&
          touches(passage[side], span),
      );
    };
    return {
      at,
      kind: row.kind,
      row,
      cells: { left: cellOf.left(row.left), right: cellOf.right(row.right) },
      facing: here.filter((passage) => SIDES.every((side) => row[side] && touches(passage[side], row[side]))),
      moved: { left: moved("left"), right: moved("right") },
      run: null,
    };
  });
  markRuns(all);
  return all;
}

/** The numbers of the passages that face each other in some row. */
function facingPassages({ rows, passages }: Comparison): ReadonlySet<number> {
  const numbers = rows.flatMap((row) =>
    row.passages.filter((number) => {
      const passage = passages[number - 1];
      return passage && SIDES.every((side) => row[side] && touches(passage[side], row[side]));
    }),
  );
  return new Set(numbers);
}

const touches = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Finds the paragraph of a span. Rows come in order on each side, so one walk serves all of them. */
function cells(paragraphs: readonly Paragraph[]): (span: Span | null | undefined) => Cell | null {
  let at = 0;
  let last = -1;
  return (span) => {
    if (!span) return null;
    while (at + 1 < paragraphs.length && (paragraphs[at]?.end ?? 0) <= span.start) at += 1;
    const begins = at !== last;
    last = at;
    const paragraph = paragraphs[at];
    return { span, role: paragraph?.role ?? "prose", boilerplate: paragraph?.boilerplate, begins };
  };
}

/** The side of a row that has a counterpart nowhere; null for all other rows. */
export function onlySide({ kind, cells }: ShownRow): Side | null {
  return kind === "only" ? (cells.left ? "left" : "right") : null;
}

function markRuns(all: ShownRow[]): void {
  for (let from = 0; from < all.length; from += 1) {
    const [first] = all.slice(from, from + 1);
    const side = first && onlySide(first);
    if (!first || !side) continue;
    let to = from + 1;
    for (let next = all[to]; next && onlySide(next) === side; next = all[to]) to += 1;
    if (to - from > 1) first.run = { length: to - from, side };
    from = to - 1;
  }
}

/** The row in which a passage begins on a side; null when there is none. */
export function rowOf(passage: Passage, side: Side): number | null {
  const found = rows.value.find(({ row }) => {
    const span = row[side];
    return span && span.start <= passage[side].start && passage[side].start < span.end;
  });
  return found?.at ?? null;
}

/** The side of a row that N and P bring into sight. */
export const sideOf = ({ cells }: ShownRow): Side => (cells.left ? "left" : across("left"));
