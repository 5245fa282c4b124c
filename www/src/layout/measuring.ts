import type { Span } from "../model/comparison";
import { across, type Side } from "../model/side";
import { pair } from "../store/library";
import { placed } from "../store/paragraphMarks";
import { drawn, passageOf } from "../store/passages";
import { layout, paneOf } from "./scrollState";
import { isPhone, thePage } from "./viewport";

/** The element that scrolls a side: its column, or on a phone the page. */
export function scrollerOf(side: Side): HTMLElement | null {
  const own = paneOf(side)?.scroller ?? null;
  return own && isPhone() ? thePage() : own;
}

/** Where in the window what a scroller shows begins, in pixels. */
export const topOf = (scroller: HTMLElement) =>
  scroller === thePage() ? 0 : scroller.getBoundingClientRect().top;

/** Where in its scroller a sheet begins, in pixels. */
export function topOfSheet(side: Side, scroller: HTMLElement): number {
  const sheet = paneOf(side)?.sheet;
  return sheet ? sheet.getBoundingClientRect().top - topOf(scroller) + scroller.scrollTop : 0;
}

export const sheetOf = (side: Side) => paneOf(side)?.sheet ?? null;

/** A stretch of the text and where it stands in its sheet, in pixels: a paragraph, or a block not laid out yet. */
interface Box extends Span {
  top: number;
  height: number;
}

/**
 * Where an offset of the text stands in its sheet, in pixels from the top. Taken from the box around it,
 * which is known even where the inside was not laid out yet.
 */
export function place(side: Side, offset: number): number {
  const box = lastUpTo(boxesOf(side), (one) => one.start, offset);
  if (!box) return 0;
  const share = (offset - box.start) / Math.max(1, box.end - box.start);
  return box.top + Math.min(1, Math.max(0, share)) * box.height;
}

/** The last of what rises that is not beyond a bound, or the first. */
function lastUpTo<T>(all: readonly T[], of: (one: T) => number, bound: number): T | undefined {
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (of(all[middle] as T) <= bound) low = middle;
    else high = middle - 1;
  }
  return all[low];
}

const measured: Partial<Record<Side, { version: number; sheet: HTMLElement; boxes: Box[] }>> = {};

/** Where the text of a side stands in its sheet, in order; measured once for each layout. */
function boxesOf(side: Side): Box[] {
  const sheet = paneOf(side)?.sheet;
  if (!sheet) return [];
  const known = measured[side];
  if (known?.sheet === sheet && known.version === layout.peek()) return known.boxes;
  const [all, top] = [placed.peek()[side], sheet.getBoundingClientRect().top];
  const boxes = [...sheet.querySelectorAll<HTMLElement>(".block")].flatMap(partsOf).flatMap((part) => {
    const { first = part.dataset.paragraph, last = first } = part.dataset;
    const [begin, end] = [all[Number(first)]?.paragraph, all[Number(last)]?.paragraph];
    const rect = part.getBoundingClientRect();
    return begin && end
      ? [{ start: begin.start, end: end.end, top: rect.top - top, height: rect.height }]
      : [];
  });
  measured[side] = { version: layout.peek(), sheet, boxes };
  return boxes;
}

/** The paragraphs of a block, or the block where measuring them would first lay them out. */
function partsOf(block: HTMLElement): HTMLElement[] {
  const isLaidOut = block.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? false;
  return isLaidOut ? [...block.querySelectorAll<HTMLElement>("[data-paragraph]")] : [block];
}

/** The first mark of a passage on a side. */
export function markOf(side: Side, number: number): HTMLElement | null {
  return paneOf(side)?.sheet.querySelector<HTMLElement>(`mark[data-passage="${number}"]`) ?? null;
}

/** The height of the first line of a passage in what its side scrolls, in pixels from the top. */
export function heightOf(side: Side, number: number): number {
  const scroller = scrollerOf(side);
  const mark = markOf(side, number);
  const rect = mark?.getClientRects()[0];
  if (scroller && rect) return rect.top - topOf(scroller) + scroller.scrollTop;
  const passage = passageOf(number);
  return passage && scroller ? topOfSheet(side, scroller) + place(side, passage[side].start) : 0;
}

/** The offset of the text that stands at a height of its sheet. The inverse of `place`. */
export function offsetAt(side: Side, y: number): number {
  const box = lastUpTo(boxesOf(side), ({ top }) => top, y);
  if (!box) return 0;
  const share = Math.min(1, Math.max(0, (y - box.top) / Math.max(1, box.height)));
  return Math.round(box.start + share * (box.end - box.start));
}

/** The offset on the other side that faces an offset: linearly between passages in order. */
export function facing(side: Side, offset: number): number {
  const there = across(side);
  const ends = { left: pair.peek().left?.text.length ?? 0, right: pair.peek().right?.text.length ?? 0 };
  let before: Record<Side, number> = { left: 0, right: 0 };
  let after: Record<Side, number> = ends;
  for (const passage of drawn.peek()) {
    if (passage.moved || passage.primary) continue;
    const at = { left: passage.left.start, right: passage.right.start };
    if (at[side] <= offset && at[side] >= before[side]) before = at;
    if (at[side] > offset && at[side] < after[side]) after = at;
  }
  const share = (offset - before[side]) / Math.max(1, after[side] - before[side]);
  return offset === 0 ? 0 : Math.round(before[there] + share * (after[there] - before[there]));
}

let cached: { version: number; passages: unknown; marks: Record<Side, number>[] } | null = null;

/** Heights that belong together on both sides, rising on both. */
export function landmarks(): Record<Side, number>[] {
  const passages = drawn.peek();
  if (cached?.version === layout.peek() && cached.passages === passages) return cached.marks;
  const marks: Record<Side, number>[] = [{ left: 0, right: 0 }];
  for (const passage of passages.toSorted((a, b) => a.left.start - b.left.start)) {
    if (passage.moved || passage.primary) continue;
    const mark = { left: place("left", passage.left.start), right: place("right", passage.right.start) };
    const last = marks.at(-1);
    if (last && mark.left > last.left && mark.right > last.right) marks.push(mark);
  }
  const end = (side: Side) => sheetOf(side)?.scrollHeight ?? 0;
  marks.push({ left: end("left"), right: end("right") });
  cached = { version: layout.peek(), passages, marks };
  return marks;
}
