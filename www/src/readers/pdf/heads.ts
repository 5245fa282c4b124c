import { type Piece, rowsOf } from "./layout";

/** A page as it is printed: all pieces, and its height in points. */
export interface Sheet {
  pieces: Piece[];
  height: number;
  /** What is turned against the page, seen from where it stands upright. */
  turned: Piece[][];
}

/** A head stands apart from the text by this much more than lines do from each other. */
const APART = 1.3;
/** How many lines at the top and at the bottom may be running heads. */
const EDGE = 2;
/** The part of a page's height at its top and bottom where page numbers stand. */
const MARGIN = 0.13;
/** A head stands on at least this share of the pages, for left and right pages may have their own. */
const SHARE = 0.3;

/** A page number, alone or with a word, a count of pages or dashes. */
const NUMBER =
  /^(page|seite|p\.|s\.)?\s*[-–—•|]?\s*(\d{1,4}|[ivxl]{1,6})\s*(([-–—•|]|\/|of|von)\s*\d{0,4})?$/i;
/** What browsers print at the top (time and title) and at the bottom (address and page) of a sheet. */
const PRINTED = /^\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}|^(https?|file):\/\/\S+.*\s\d+\s?\/\s?\d+$/i;

/** A head on a single page is known by a number far from its words, and by letters this much smaller than the text's. */
const SMALL = 0.92;
const FAR = 3;

/** Pieces on one base line at the edge of a page. */
interface Row {
  row: Piece[];
  text: string;
  /** Whether space parts it from the text. */
  apart: boolean;
  /** The same on every page that has it: figures aside, in the same size, at about the same height. */
  key: string;
}

/** Letters this much larger than those of the text are no running head's alone, wherever they first stand. */
const LARGE = 1.1;
/** The least number that may be a year; page numbers of as many figures follow on each other. */
const YEAR = 1000;

/** Takes out running heads and page numbers. A running title that is not set small stays where it first stands. */
export function withoutHeads(sheets: readonly Sheet[]): Sheet[] {
  const rows = sheets.map(({ pieces }) => rowsOf(pieces.filter(({ text }) => text.trim())));
  // Over all pages, for a last page may have hardly a line.
  const gaps = rows.flatMap(gapsOf).sort((a, b) => a - b);
  const sizes = rows
    .flatMap((all) => all.flatMap((row) => row.map(({ size }) => size)))
    .sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const edges = rows.map((all) => edgesOf(all, APART * (gaps[gaps.length >> 1] ?? 0)));
  const counts = new Map<string, number>();
  for (const key of edges.flatMap((rows) => [...new Set(rows.map(({ key }) => key))])) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const numbers = edges.map((all) => all.flatMap(({ text }) => numberOf(text) ?? []));
  const least = Math.max(2, SHARE * sheets.length);
  const titles = new Titles(usual);
  return sheets.map((sheet, at) => {
    const { pieces, height } = sheet;
    const isHead = ({ row, text, key, apart }: Row) => {
      const y = row[0]?.y ?? 0;
      const outside = y < MARGIN * height || y > (1 - MARGIN) * height;
      return (
        (apart && ((counts.get(key) ?? 0) >= least || (outside && isNumbered(row, SMALL * usual)))) ||
        (outside && (isPageNumber(text, at, numbers) || PRINTED.test(text)))
      );
    };
    const all = (edges[at] ?? []).filter(isHead);
    const heads = new Set(all.flatMap((row) => titles.without(row, at)));
    return { ...sheet, pieces: pieces.filter((piece) => !heads.has(piece)) };
  });
}

/** Running titles, of which the first is read. */
class Titles {
  private readonly seen = new Set<string>();

  /** `usual`: the size of the text's letters. */
  constructor(private readonly usual: number) {}

  /** The pieces of a head that go: all, but for a title that was not read yet. */
  without({ row, text }: Row, page: number): Piece[] {
    const key = text
      .replace(/[\d\s]+/g, " ")
      .trim()
      .toLowerCase();
    const largest = Math.max(...row.map(({ size }) => size));
    const isTitle =
      /\p{L}{3}/u.test(text) &&
      !NUMBER.test(text) &&
      !PRINTED.test(text) &&
      largest >= SMALL * this.usual &&
      (page === 0 || largest >= LARGE * this.usual);
    if (!isTitle || this.seen.has(key)) return row;
    this.seen.add(key);
    return row.filter((piece) => NUMBER.test(piece.text.trim()));
  }
}

const numberOf = (text: string) => (NUMBER.test(text) ? Number(text.match(/\d+/)?.[0] ?? Number.NaN) : null);

/** Whether a line is the number of its page: one that may be a year only where other pages have theirs. */
function isPageNumber(text: string, page: number, numbers: readonly (readonly number[])[]): boolean {
  const number = numberOf(text);
  if (number === null || !(number >= YEAR) || text.length > 4) return number !== null;
  return numbers.some((others, at) => at !== page && others.includes(number + at - page));
}

/** Whether small letters have a page number far to their right or left. */
function isNumbered(row: readonly Piece[], small: number): boolean {
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last || row.some(({ size }) => size > small)) return false;
  const isFar = (a?: Piece, b?: Piece) => a && b && b.x0 - a.x1 > FAR * a.size;
  const isNumber = ({ text }: Piece) => /^\s*\d{1,4}\s*$/.test(text);
  return Boolean((isNumber(first) && isFar(first, row[1])) || (isNumber(last) && isFar(row.at(-2), last)));
}

function gapsOf(rows: readonly Piece[][]): number[] {
  const ys = rows.map((row) => row[0]?.y ?? 0);
  return ys.slice(1).map((y, at) => y - (ys[at] ?? y));
}

/** The topmost and the lowest rows. `large` is the least gap that parts heads from text. */
function edgesOf(rows: readonly Piece[][], large: number): Row[] {
  const gaps = gapsOf(rows);
  // Up to a wider gap from the edge inwards, all rows stand apart from the text.
  const above = gaps.slice(0, EDGE).findLastIndex((gap) => gap > large);
  const below =
    rows.length -
    1 -
    gaps
      .slice(-EDGE)
      .toReversed()
      .findLastIndex((gap) => gap > large);
  return rows.flatMap((row, at) => {
    if (at >= EDGE && at < rows.length - EDGE) return [];
    const text = row.map((piece) => piece.text.trim()).join(" ");
    const { size, y } = row[0] as Piece;
    const key = `${Math.round(size)} ${Math.round(y / 20)} ${text.replace(/\d+/g, "#").toLowerCase()}`;
    return [{ row, text, key, apart: at <= above || at >= below }];
  });
}
