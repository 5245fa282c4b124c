import { Joiner } from "./hyphens";
import type { Line } from "./layout";

/** A page: its lines in reading order, and its height in points. */
export interface Page {
  lines: Line[];
  height: number;
}

/** What the lines of all pages say. */
export interface Reading {
  title: string | null;
  text: string;
}

// Distances in sizes of letters or in the usual distance of lines; by eye, as in layout.ts.

/** A gap this much larger than usual parts paragraphs. */
const PARTING = 1.35;
/** Lines stand no further apart than this, set double; of fewer distances than some none is usual. */
const DOUBLE = 2.2;
const SINGLE = 1.5;
const FEW = 6;
/** Letters of another size are another paragraph. */
const OTHER_SIZE = 0.12;
/** A first line stands in by this much, but not by more than the other. */
const INDENT = [0.7, 6] as const;
/** Lines begin at the same place when they are not further apart. */
const ALIKE = 0.3;
/** Paragraphs begin further in when so many of them do, and at least so many. */
const STAND_IN = 0.8;
const STAND_IN_LEAST = 3;
/** A line that ends this share of the column before its edge is the last of its paragraph, if it ends a sentence. */
const SHORT = 0.2;
/** More lines than this without a stop at their end are no heading. */
const LONGEST_HEAD = 2;
/** A note at the foot of a page has letters this much smaller, and stands in the lower part. */
const NOTE_SIZE = 0.92;
const NOTE_FROM = 0.5;
/** A title has letters this much larger, and is not longer than this. */
const TITLE_SIZE = 1.2;
const LONGEST_TITLE = 250;

const STOP = /[.!?…。！？:;][\p{Pf}\p{Pe}"'’]*$/u;
const MARKED = /^([•‣▪●◦–—*-]|\(?\d{1,2}[.)]|\(?([a-z]|[ivx]{1,4})\))\s/i;
/** A bracket that no line closed: a figure and the other bracket after it begin no list. */
const OPEN = /\([^()]*$/;

interface Paragraph {
  lines: Line[];
  page: number;
}

/** Joins lines to paragraphs, over columns and pages too; notes come last, and then what is turned against its page. */
export function paragraphsOf(pages: readonly Page[], turned: readonly Page[] = []): Reading {
  const size = bodySize(pages);
  const bodies = pages.map((page) => withoutNotes(page, size));
  const usual = usualGap(bodies.map(({ body }) => body));
  const paragraphs: Paragraph[] = [];
  const standIn = doStandIn(bodies.map(({ body }) => body));
  for (const [page, { body }] of bodies.entries()) collect(body, page, usual, paragraphs, standIn);
  const notes: Paragraph[] = [];
  for (const [page, { notes: lines }] of bodies.entries()) collect(lines, page, usual, notes);
  for (const [page, { lines }] of turned.entries()) {
    const aside: Paragraph[] = [];
    collect(lines, page, usual, aside);
    notes.push(...aside);
  }
  const joiner = new Joiner(pages.flatMap(({ lines }) => lines));
  const texts = [...paragraphs, ...notes].map((paragraph) => joiner.text(paragraph.lines));
  const title = titleOf(paragraphs, size);
  return { title: title ? joiner.text(title.lines) : null, text: texts.filter(Boolean).join("\n\n") };
}

/** The size in which most characters are set. */
function bodySize(pages: readonly Page[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of pages.flatMap(({ lines }) => lines)) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Parts the notes at the foot of a page from its text. */
function withoutNotes({ lines, height }: Page, size: number): { body: Line[]; notes: Line[] } {
  const isSmall = (line: Line) => line.size <= NOTE_SIZE * size && line.y > NOTE_FROM * height;
  const lowest = Math.max(0, ...lines.filter((line) => !isSmall(line)).map(({ y }) => y));
  const isNote = (line: Line) => isSmall(line) && line.y > lowest;
  return { body: lines.filter((line) => !isNote(line)), notes: lines.filter(isNote) };
}

/** The usual distance between two lines, by size of letters. */
function usualGap(pages: readonly Line[][]): (size: number) => number {
  const gaps: number[] = [];
  for (const lines of pages) {
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1];
      if (next?.column === line.column && sameSize(line, next) && next.y > line.y) {
        gaps.push((next.y - line.y) / line.size);
      }
    }
  }
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.4)] ?? 1.2;
  const most = gaps.length < FEW ? SINGLE : DOUBLE;
  return (size) => Math.min(most, usual) * size;
}

/** Whether first lines stand in, as far as it is seen from those behind the last of a paragraph. */
function doStandIn(pages: readonly Line[][]): boolean {
  const firsts = pages.flatMap((lines) =>
    lines.filter((line, at) => {
      const last = lines[at - 1];
      return last?.column === line.column && sameSize(last, line) && isShort(last) && STOP.test(last.text);
    }),
  );
  const count = firsts.filter((line) => isIndented(line)).length;
  return count >= STAND_IN_LEAST && count >= STAND_IN * firsts.length;
}

const sameSize = (a: Line, b: Line) => Math.abs(a.size - b.size) <= OTHER_SIZE * Math.max(a.size, b.size);

function collect(
  lines: readonly Line[],
  page: number,
  usual: (size: number) => number,
  into: Paragraph[],
  standIn = false,
): void {
  for (const line of lines) {
    const open = into.at(-1);
    const last = open?.lines.at(-1);
    const goesOn =
      open &&
      last &&
      (last.column === line.column && open.page === page
        ? goesOnBelow(last, line, usual(last.size))
        : goesOnElsewhere(open, line, open.page === page ? usual(last.size) : null, standIn));
    if (goesOn) [open.page, open.lines] = [page, [...open.lines, line]];
    else into.push({ lines: [line], page });
  }
}

function goesOnBelow(last: Line, line: Line, usual: number): boolean {
  if (!sameSize(last, line) || isMarked(last, line) || isRow(last) || isRow(line)) return false;
  if (line.y - last.y > PARTING * usual) return false;
  if (isIndented(line, last.x0) && !isCentred(last, line)) return false;
  // Paragraphs of one line each, which stand in alike.
  if (isIndented(line) && isShort(last) && Math.abs(line.x0 - last.x0) < ALIKE * line.size) return false;
  return !(isShort(last) && STOP.test(last.text));
}

/** Whether a line is a row of a table; one that is set wide to the edge of its column is none. */
const isRow = ({ isRow, x1, right, size }: Line) => isRow && x1 < right - ALIKE * size;

/** Whether a line stands in, from where its column begins or from another place. */
function isIndented({ x0, left, size }: Line, from = left): boolean {
  const indent = (x0 - from) / size;
  return indent > INDENT[0] && indent < INDENT[1];
}

const isMarked = (last: Line, { text }: Line) => MARKED.test(text) && !OPEN.test(last.text);
const isCentred = (a: Line, b: Line) => Math.abs(a.x0 + a.x1 - b.x0 - b.x1) < a.size;
const isShort = ({ x1, left, right }: Line) => x1 < right - SHORT * (right - left);

/**
 * Whether a paragraph goes on at the top of the next column or page. `usual` is the distance of lines on
 * one page: what stands apart below, as text over columns does from these, goes on nowhere.
 */
function goesOnElsewhere({ lines }: Paragraph, line: Line, usual: number | null, standIn: boolean): boolean {
  const last = lines.at(-1);
  if (!last || !sameSize(last, line) || isMarked(last, line)) return false;
  // Where paragraphs begin further in, one that does not goes on, though a sentence ends before.
  const isFull = standIn && lines.length > LONGEST_HEAD && !isShort(last) && !isIndented(line);
  if (STOP.test(last.text) && !isFull) return false;
  if (usual !== null && line.y - last.y > PARTING * usual) return false;
  return !isShort(last) || lines.length > LONGEST_HEAD || /^\p{Ll}/u.test(line.text);
}

/** The paragraph in the largest letters on the first page, if it looks like a title. */
function titleOf(paragraphs: readonly Paragraph[], size: number): Paragraph | null {
  const first = paragraphs
    .filter(({ lines }) => lines[0]?.size && lines[0].size >= TITLE_SIZE * size)
    .slice(0, 5);
  const [largest] = first.toSorted((a, b) => (b.lines[0]?.size ?? 0) - (a.lines[0]?.size ?? 0));
  const length = largest?.lines.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  return largest?.page === 0 && length <= LONGEST_TITLE ? largest : null;
}
