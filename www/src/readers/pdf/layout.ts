import { tidied } from "./tidyRow";

/** A piece of text as it stands on a page: points from the left and top edge, the line it stands on. */
export interface Piece {
  text: string;
  x0: number;
  x1: number;
  /** The base line, from the top. */
  y: number;
  /** The size of its letters. */
  size: number;
}

/** A line of a column. `left` and `right` are the edges of the column, `column` tells columns apart. */
export interface Line extends Piece {
  left: number;
  right: number;
  column: number;
  /** Whether wide gaps part it, as rows of tables. */
  isRow?: boolean;
}

// All distances are in sizes of letters, set by eye on printed pages, papers and newspapers.

/** Pieces this far apart belong to different columns, or to one line that is set very wide. */
const WORD_GAP = 1.1;
/** Pieces further apart than this have a space between. */
const SPACE = 0.12;
/** Base lines closer than this are one line: small raised and lowered letters are. */
const SAME_LINE = 0.45;
/** Pieces of one line that are further apart are a row of a table. */
const ROW_GAP = 3;
/** Signs between which no space stands, though some are set apart. */
export const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，「」]/u;
/** The narrowest gap between columns. */
const GUTTER = 0.8;
/** The narrowest gap between columns where many lines leave it free, how many, and the share that may not. */
const NARROW = 0.35;
const NARROW_ROWS = 10;
const NARROW_CROSSING = 0.05;
/** No page has more places that are looked at for one. */
const MOST_NARROW = 50;
/** The share of lines that stand on both sides of it. */
const NARROW_BOTH = 0.6;
/** Gaps that are looked at for one: how many, how wide at least, and the share of lines on a side that may reach in. */
const MOST_GAPS = 60;
const LEAST_GAP = 0.1;
const REACHING = 0.05;
/** The share of stretches that may cross a gutter: headlines, pictures' captions. */
const CROSSING = 0.25;
/** The least share of all stretches on each side of a gutter, and the least number. */
const SIDE_SHARE = 0.2;
const SIDE_LEAST = 3;
/** The share that may cross it on a page that has columns in a part of it, and how many lines these have at least, how long. */
const CROSSING_PAGE = 0.6;
const PART = 0.5;
const PART_LEAST = 4;
const PART_LENGTH = 25;
/** Cells of a table are shorter than this share of a column. */
const CELL = 0.5;
/** The average length of a column's lines, in characters; the columns of tables are narrower. */
const COLUMN_LENGTH = 14;
/** How much of the shorter column must stand beside the other. */
const BESIDE = 0.5;

/** A page's lines in reading order, and where its columns part. */
export interface Columns {
  lines: Line[];
  gutter: number | null;
}

/**
 * The lines of a page in reading order: down one column, then down the next. `from` numbers its columns;
 * `before` is the gutter of the page before, for a last page may have too few lines to show its own.
 */
export function columnsOf(pieces: readonly Piece[], from = 0, before: number | null = null): Columns {
  const rows = rowsOf(withCapitals(pieces)).map(tidied);
  const narrow = narrowGutters(rows);
  // What seems a blank between words may be a gap between columns whose lines were drawn in turn.
  const wide = gutterOf(stretchesOf(rows.map(withoutBlanks), narrow), narrow);
  if (wide !== null && !narrow.includes(wide)) narrow.push(wide);
  const stretches = stretchesOf(rows, narrow);
  const gutter =
    gutterOf(stretches, narrow) ?? (before !== null && couldPart(stretches, before) ? before : null);
  const lines = inOrder(stretches, gutter, narrow).flatMap((column, at) => columnLines(column, from + at));
  return { lines, gutter };
}

/**
 * A capital that begins a paragraph has letters this much larger, and its lines stand no further from it, in its own size. No
 * page has more of them.
 */
const CAPITAL = 1.8;
const BESIDE_CAPITAL = 0.25;
const MOST_CAPITALS = 20;

/** A capital beside which several lines begin stands at the start of the first, and the others begin below it. */
function withCapitals(given: readonly Piece[]): Piece[] {
  const pieces = given.map((piece) => ({ ...piece }));
  const least = CAPITAL * middle(given.map(({ size }) => size));
  const isCapital = ({ text, size }: Piece) => size >= least && /^["“„«'‘]?\p{Lu}$/u.test(text.trim());
  for (const capital of pieces.filter(isCapital).slice(0, MOST_CAPITALS)) {
    const { x0, x1, y, size } = capital;
    const isBeside = (one: Piece) =>
      one.size < least &&
      Math.abs(one.x0 - x1 - size / 8) < BESIDE_CAPITAL * size &&
      Math.abs(y - one.y - size / 2) < size / 2 + SAME_LINE * one.size;
    const [first, ...below] = rowsOf(pieces.filter(isBeside)).flatMap(([start]) => start ?? []);
    if (!first || below.length === 0) continue;
    for (const line of below) line.x0 = x0;
    capital.text = capital.text.trim();
    [capital.y, capital.size, capital.x1] = [first.y, first.size, first.x0];
  }
  return pieces;
}

const withoutBlanks = (row: readonly Piece[]) => row.filter(({ text }) => text.trim());
const middle = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Pieces of one line that stand close together, as one; a narrow gap between columns parts them too. */
function stretchesOf(rows: readonly Piece[][], narrow: readonly number[]): Piece[] {
  return rows.flatMap((row) => {
    const stretches: Piece[] = [];
    for (const piece of row) {
      const last = stretches.at(-1);
      // What seems a blank may be the gap between columns.
      if (!piece.text.trim() && narrow.some((x) => piece.x0 <= x && x <= piece.x1)) continue;
      const isParted = last && narrow.some((x) => last.x1 <= x && piece.x0 >= x);
      if (last && !isParted && piece.x0 - last.x1 < WORD_GAP * Math.max(last.size, piece.size))
        join(last, piece);
      else if (piece.text.trim()) stretches.push({ ...piece });
    }
    return stretches;
  });
}

/** Where gaps between columns run that are no wider than those between words may be: free in nearly all lines. */
function narrowGutters(rows: readonly Piece[][]): number[] {
  const lines = rows.map((row) => row.filter(({ text }) => text.trim())).filter((row) => row.length > 0);
  if (lines.length < NARROW_ROWS) return [];
  const size = middle(lines.map((row) => row[0]?.size ?? 0));
  const edges = lines
    .flatMap((row) =>
      row.flatMap(({ x0, x1 }) => [
        { x: x0, by: 1 },
        { x: x1, by: -1 },
      ]),
    )
    .sort((a, b) => a.x - b.x || a.by - b.by);
  const most = NARROW_CROSSING * lines.length;
  const found: number[] = [];
  let [covering, looked] = [0, 0];
  for (const [at, { x, by }] of edges.entries()) {
    covering += by;
    const next = edges[at + 1]?.x ?? x;
    if (covering > most || next - x < NARROW * size || looked >= MOST_NARROW) continue;
    looked += 1;
    if (isBesides(lines, (x + next) / 2)) found.push((x + next) / 2);
  }
  return found;
}

/** Whether most lines stand on both sides of a place, and many do. */
function isBesides(lines: readonly Piece[][], x: number): boolean {
  let [left, right, both] = [0, 0, 0];
  for (const row of lines) {
    const [isLeft, isRight] = [row.some((piece) => piece.x1 <= x), row.some((piece) => piece.x0 >= x)];
    if (isLeft) left += 1;
    if (isRight) right += 1;
    if (isLeft && isRight) both += 1;
  }
  return both >= NARROW_ROWS && both >= NARROW_BOTH * Math.min(left, right);
}

function join(into: Piece, piece: Piece): void {
  const gap = (piece.x0 - into.x1) / into.size;
  const isOne = gap < WORD_GAP && IDEOGRAPH.test(into.text.slice(-1)) && IDEOGRAPH.test(piece.text.charAt(0));
  const apart = gap > SPACE && !isOne && !/\s$/.test(into.text) && !/^\s/.test(piece.text);
  // The larger letters say how large the line is; a raised figure does not.
  if (piece.size > into.size && piece.text.trim()) [into.size, into.y] = [piece.size, piece.y];
  into.text += (apart ? " " : "") + piece.text;
  into.x1 = Math.max(into.x1, piece.x1);
}

/** Pieces with the same base line, from the left; the rows from the top. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: { y: number; size: number; row: Piece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const last = rows.at(-1);
    if (last && piece.y - last.y < SAME_LINE * Math.max(last.size, piece.size)) {
      last.row.push(piece);
      if (piece.size > last.size) [last.y, last.size] = [piece.y, piece.size];
    } else rows.push({ y: piece.y, size: piece.size, row: [piece] });
  }
  return rows.map(({ row }) => row.sort((a, b) => a.x0 - b.x0));
}

/** Parts stretches into columns, in reading order. What crosses a gutter ends the columns above it. */
function inOrder(stretches: readonly Piece[], gutter: number | null, narrow: readonly number[]): Piece[][] {
  if (gutter === null) return [[...stretches]];
  const order: Piece[][] = [];
  let [left, right, across]: [Piece[], Piece[], Piece[]] = [[], [], []];
  const flush = () => {
    if (across.length > 0) order.push(across);
    for (const side of [left, right]) {
      if (side.length > 0) order.push(...inOrder(side, gutterOf(side, narrow), narrow));
    }
    [left, right, across] = [[], [], []];
  };
  const isShort = shortBeside(stretches, gutter);
  for (const row of rowsOf(stretches)) {
    // Cells of a table that stands over the columns.
    if (left.length + right.length === 0 && isShort(row)) {
      across.push(...row);
      continue;
    }
    for (const stretch of row.toSorted((a, b) => a.y - b.y)) {
      const crosses = stretch.x0 < gutter && stretch.x1 > gutter;
      if (crosses && left.length + right.length > 0) flush();
      (crosses ? across : stretch.x1 <= gutter ? left : right).push(stretch);
    }
  }
  flush();
  return order;
}

/** Tells rows that stand on both sides of a gutter and are short on both, as no lines of columns are for long. */
function shortBeside(stretches: readonly Piece[], gutter: number): (row: readonly Piece[]) => boolean {
  const widest = (side: readonly Piece[]) => side.reduce((most, { x0, x1 }) => Math.max(most, x1 - x0), 0);
  const sides = [({ x1 }: Piece) => x1 <= gutter, ({ x0 }: Piece) => x0 >= gutter];
  const widths = sides.map((isOn) => widest(stretches.filter(isOn)));
  return (row) =>
    sides.every((isOn, at) => {
      const cells = row.filter(isOn);
      return cells.length > 0 && widest(cells) < CELL * (widths[at] ?? 0);
    });
}

/** Where a gap between columns runs, from the left; null when there is one column. */
function gutterOf(stretches: readonly Piece[], narrow: readonly number[]): number | null {
  const size = middle(stretches.map((stretch) => stretch.size));
  let best: { x: number; covering: number } | null = null;
  for (const at of [...gapsIn(stretches, LEAST_GAP * size), ...narrow]) {
    const [left, right] = gapAround(stretches, at);
    const isWide = right - left >= GUTTER * size || narrow.includes(at);
    const x = narrow.includes(at) ? at : (left + right) / 2;
    const covering = stretches.reduce((sum, { x0, x1 }) => sum + (x0 < x && x1 > x ? 1 : 0), 0);
    if (!isWide || covering > CROSSING_PAGE * stretches.length || (best && covering >= best.covering))
      continue;
    if (areColumns(stretches, x)) best = { x, covering };
  }
  return best?.x ?? null;
}

/** The middles of gaps that fewest stretches cross, from the left. */
function gapsIn(stretches: readonly Piece[], least: number): number[] {
  const edges = stretches
    .flatMap(({ x0, x1 }) => [
      { x: x0, by: 1 },
      { x: x1, by: -1 },
    ])
    .sort((a, b) => a.x - b.x || a.by - b.by);
  let covering = 0;
  const gaps = edges.map(({ x, by }, at) => {
    covering += by;
    const next = edges[at + 1]?.x ?? x;
    return { x: (x + next) / 2, width: next - x, covering };
  });
  return gaps
    .filter(({ width }) => width >= least)
    .sort((a, b) => a.covering - b.covering || b.width - a.width)
    .slice(0, MOST_GAPS)
    .sort((a, b) => a.x - b.x)
    .map(({ x }) => x);
}

/** How far a gap goes from a place, but for the few lines that reach into it. */
function gapAround(stretches: readonly Piece[], x: number): [number, number] {
  const lefts = stretches.flatMap(({ x1 }) => (x1 <= x ? [x1] : [])).sort((a, b) => b - a);
  const rights = stretches.flatMap(({ x0 }) => (x0 >= x ? [x0] : [])).sort((a, b) => a - b);
  const nearest = (edges: readonly number[]) => edges[Math.floor(REACHING * edges.length)] ?? x;
  return [nearest(lefts), nearest(rights)];
}

/** Whether a page whose columns are few lines long could part where the page before did. */
function couldPart(stretches: readonly Piece[], gutter: number): boolean {
  const crossing = stretches.filter(({ x0, x1 }) => x0 < gutter && x1 > gutter).length;
  return crossing === 0 && stretches.length <= 4 * SIDE_LEAST && stretches.some(({ x0 }) => x0 >= gutter);
}

/**
 * Whether on both sides of a gap stands enough text, of the length of lines, beside each other. What stands above and below
 * both is not asked: a page may have columns in a part of it.
 */
function areColumns(stretches: readonly Piece[], gutter: number): boolean {
  const sides = [stretches.filter(({ x1 }) => x1 <= gutter), stretches.filter(({ x0 }) => x0 >= gutter)];
  if (sides.some((side) => side.length < SIDE_LEAST)) return false;
  const [a, b] = sides.map((side) => {
    const ys = side.map(({ y }) => y);
    return [Math.min(...ys), Math.max(...ys)] as const;
  }) as [readonly [number, number], readonly [number, number]];
  const [top, bottom] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  if (bottom - top < BESIDE * Math.min(a[1] - a[0], b[1] - b[0])) return false;
  const isBeside = ({ y, size }: Piece) => y >= top - SAME_LINE * size && y <= bottom + SAME_LINE * size;
  const all = stretches.filter(isBeside);
  const beside = sides.map((side) => side.filter(isBeside));
  const isPart = all.length < PART * stretches.length;
  const length = isPart ? PART_LENGTH : COLUMN_LENGTH;
  const least = Math.max(isPart ? PART_LEAST : SIDE_LEAST, SIDE_SHARE * all.length);
  const crossing = all.length - beside.reduce((sum, side) => sum + side.length, 0);
  return (
    crossing <= CROSSING * all.length &&
    beside.every(
      (side) =>
        side.length >= least && side.reduce((sum, { text }) => sum + text.length, 0) >= length * side.length,
    )
  );
}

function columnLines(stretches: readonly Piece[], column: number): Line[] {
  const left = Math.min(...stretches.map(({ x0 }) => x0));
  const right = Math.max(...stretches.map(({ x1 }) => x1));
  return rowsOf(stretches).map((row) => {
    const [first, ...rest] = row.map((piece) => ({ ...piece }));
    const line = first as Piece;
    let isRow = false;
    for (const piece of rest) {
      isRow ||= piece.x0 - line.x1 > ROW_GAP * piece.size;
      join(line, piece);
    }
    return { ...line, isRow, text: line.text.replace(/\s+/g, " ").trim(), left, right, column };
  });
}
