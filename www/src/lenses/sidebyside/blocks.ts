import type { Span } from "../../model/comparison";
import type { Side } from "../../model/side";
import type { Cell, ShownRow } from "./rows";

/** Elements of all rows, about, up to which they are drawn whole; with what is around them a page has 5,000 at most. */
const WHOLE = 3200;

/** Lines of a block of rows, and the most blocks, about: those of very many rows are higher. */
const LINES = 60;
const MOST = 400;

/** About how many UTF-16 units a line of a cell holds. */
const LINE = 55;

/** Heights in sizes of the letters: a line, the gaps around a row, and what is above where a paragraph begins. */
const EM = { line: 1.58, gap: 0.36, begins: 0.9 };

/** Rows that are drawn or left out together, half-open, and about how high they are. */
export interface RowBlock {
  from: number;
  to: number;
  height: number;
}

/** About how many elements a row takes. */
const elementsOf = ({ row, facing, elsewhere }: ShownRow) =>
  9 + facing.length + 3 * elsewhere.length + row.changes.length + 2 * row.moves.length;

/** Whether rows are few enough to be drawn whole. */
export const areFew = (all: readonly ShownRow[]) =>
  all.reduce((sum, row) => sum + elementsOf(row), 0) <= WHOLE;

const linesOf = (cell: Cell | null) => (cell ? Math.ceil((cell.span.end - cell.span.start) / LINE) : 1);

function heightOf({ cells: { left, right } }: ShownRow): number {
  const lines = Math.max(linesOf(left), linesOf(right));
  return lines * EM.line + EM.gap + (left?.begins || right?.begins ? EM.begins : 0);
}

/** Cuts rows into blocks; those that are few are one. */
export function rowBlocks(all: readonly ShownRow[], isWhole: boolean): RowBlock[] {
  const heights = all.map(heightOf);
  const sum = heights.reduce((total, height) => total + height, 0);
  if (isWhole) return [{ from: 0, to: all.length, height: sum }];
  const most = Math.max(LINES * EM.line, sum / MOST);
  const blocks: RowBlock[] = [];
  heights.forEach((height, at) => {
    const last = blocks.at(-1);
    if (last && last.height + height <= most) {
      last.to = at + 1;
      last.height += height;
    } else blocks.push({ from: at, to: at + 1, height });
  });
  return blocks;
}

/** The block in which a row stands, by the place of the row in the comparison; the last that begins up to it. */
export function blockOf(blocks: readonly RowBlock[], all: readonly ShownRow[], row: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((all[blocks[middle]?.from ?? 0]?.at ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What of a side stands in rows, from the first to the last; null when they have nothing of it. */
export function spanOf(rows: readonly ShownRow[], side: Side): Span | null {
  const first = rows.find(({ cells }) => cells[side])?.cells[side];
  const last = rows.findLast(({ cells }) => cells[side])?.cells[side];
  return first && last ? { start: first.span.start, end: last.span.end } : null;
}
