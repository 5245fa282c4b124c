import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { LINE_END } from "../../model/lines";
import type { Piece } from "./layout";

type Matrix = readonly number[];

/** A piece of text as pdf.js gives it. */
export interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
  /** `ttb` for columns of signs. */
  dir: string;
}

/** Where marked content begins, with what the file says that it stands for; and where it ends. */
interface Mark {
  type: string;
  id?: string | null;
  actual?: string | null;
}

/** An element of a file's structure. */
export interface Structure {
  role?: string;
  /** What stands for it. */
  alt?: string;
  type?: string;
  id?: string;
  children?: Structure[];
}

/** Lines are one when their base lines are not further apart than this, in sizes of letters. */
const SAME_LINE = 0.6;
/** How deep elements of a structure are looked at. */
const DEEPEST = 100;
/** Flags of annotations that are not seen: hidden, not shown (PDF 1.7, 12.5.3). */
const UNSEEN = 2 | 32;
/** The size of typed letters where a file leaves it to programs, in points and as a share of their box. */
const TYPED = 12;
const TYPED_SHARE = 0.7;
/** The share of a box that letters stand above its lower edge. */
const BASE = 0.25;

/**
 * What the structure of a page says that marked content stands for, by its identity: the first of what belongs together has
 * all. Only of spans of text: of pictures it is a description.
 */
export function toldIn(structure: Structure | null): Map<string, string> {
  const told = new Map<string, string>();
  const visit = (element: Structure, depth: number) => {
    if (element.role === "Span" && element.alt) {
      for (const [at, { id }] of (element.children ?? []).entries())
        if (id) told.set(id, at === 0 ? element.alt : "");
    }
    if (depth < DEEPEST) for (const child of element.children ?? []) visit(child, depth + 1);
  };
  if (structure) visit(structure, 0);
  return told;
}

/** The pieces of text, in which stands what the file says that its glyphs stand for. */
export function actualItems(
  items: readonly (TextItem | Mark)[],
  told: ReadonlyMap<string, string> = new Map(),
): TextItem[] {
  const found: TextItem[] = [];
  // The outermost of those that say it, and how deep it lies.
  let open: { text: string; inside: TextItem[]; depth: number } | null = null;
  let depth = 0;
  for (const item of items) {
    if ("str" in item) (open?.inside ?? found).push(item);
    else if (item.type.startsWith("begin")) {
      depth += 1;
      const actual = item.actual ?? told.get(item.id ?? "");
      if (!open && actual !== undefined) open = { text: actual, inside: [], depth };
    } else {
      if (open?.depth === depth) {
        found.push(...inPlace(open.text, open.inside));
        open = null;
      }
      depth -= 1;
    }
  }
  return open ? [...found, ...open.inside] : found;
}

/** What stands for some pieces, in the place of the first. */
function inPlace(text: string, inside: readonly TextItem[]): TextItem[] {
  const drawn = inside.filter(({ str }) => str.trim() !== "");
  const [first, ...rest] = drawn;
  if (!first) return [...inside];
  const size = Math.hypot(first.transform[2] ?? 0, first.transform[3] ?? 0);
  const isOneLine = drawn.every(({ transform }) => {
    const by = [4, 5].map((at) => (transform[at] ?? 0) - (first.transform[at] ?? 0)) as [number, number];
    const [a = 1, b = 0] = first.transform;
    return Math.abs(a * by[1] - b * by[0]) <= SAME_LINE * size * Math.hypot(a, b);
  });
  // Over lines only a word is told that is parted there; of more words it would be unknown where lines end.
  if (!isOneLine && /\s/.test(text.trim())) return [...inside];
  const last = isOneLine ? (rest.at(-1) ?? first) : first;
  const end = (last.transform[4] ?? 0) - (first.transform[4] ?? 0) + last.width;
  return [{ ...first, str: text, width: Math.max(first.width, end) }];
}

/** Where an item stands on the page as it is seen; nothing where it is turned. */
export function pieceOf(
  { str, transform, width, height, dir }: TextItem,
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
): Piece[] {
  const [ta = 0, tb = 0, tc = 0, td = 0, te = 0, tf = 0] = transform;
  const [alongX, alongY] = [a * ta + c * tb, b * ta + d * tb];
  const size = Math.hypot(a * tc + c * td, b * tc + d * td);
  if (str === "" || size === 0 || Math.abs(alongY) > 0.1 * alongX) return [];
  const [x0, y] = [a * te + c * tf + e, b * te + d * tf + f];
  return [{ text: str, x0, x1: x0 + (dir === "ttb" ? height : width), y, size }];
}

/** What was typed onto a page or into its form. */
export async function typedOn(page: PDFPageProxy): Promise<Piece[]> {
  const annotations = (await page.getAnnotations()) as Typed[];
  const { transform } = page.getViewport({ scale: 1, rotation: page.rotate });
  return annotations.flatMap((one) => linesOf(one, transform));
}

interface Typed {
  subtype: string;
  rect: number[];
  annotationFlags?: number;
  fieldType?: string;
  fieldValue?: unknown;
  password?: boolean;
  contentsObj?: { str: string };
  /** What its picture shows, line by line. */
  textContent?: string[];
  defaultAppearanceData?: { fontSize?: number };
}

function textOf(typed: Typed): string {
  if (typed.subtype === "FreeText") return typed.contentsObj?.str || (typed.textContent?.join("\n") ?? "");
  const isText = typed.subtype === "Widget" && /^(Tx|Ch)$/.test(typed.fieldType ?? "") && !typed.password;
  const value = isText ? typed.fieldValue : null;
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string").join("\n");
}

function linesOf(typed: Typed, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Piece[] {
  if (((typed.annotationFlags ?? 0) & UNSEEN) !== 0) return [];
  const [left = 0, low = 0, right = 0, high = 0] = typed.rect;
  const xs = [a * left + c * low + e, a * right + c * high + e];
  const ys = [b * left + d * low + f, b * right + d * high + f];
  const [x0, x1, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const lines = textOf(typed)
    .split(LINE_END)
    .filter((line) => line.trim() !== "");
  const room = (bottom - top) / Math.max(1, lines.length);
  const size = typed.defaultAppearanceData?.fontSize || Math.min(TYPED, TYPED_SHARE * room);
  return lines.map((text, at) => ({
    text,
    x0,
    x1,
    y: top + (at + 1) * room - BASE * Math.min(size, room),
    size,
  }));
}
