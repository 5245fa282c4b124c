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

/** Something that shows a stretch of the text: a block, or a paragraph of it. */
interface Part extends Span {
  element: HTMLElement;
}

/** Where a part stands in its sheet, in pixels. */
interface Box extends Span {
  top: number;
  height: number;
}

/**
 * Where an offset of the text stands in its sheet, in pixels from the top. Taken from the box around it,
 * which is known even where the inside was not laid out yet.
 */
export function place(side: Side, offset: number): number {
  const part = partAt(side, (one) => one.start <= offset);
  return part ? placeIn(boxOf(side, part), offset) : 0;
}

/** The same for many offsets: all is measured at once. */
export function places(side: Side): (offset: number) => number {
  const boxes = blocksOf(side)
    .flatMap(partsOf)
    .map((part) => boxOf(side, part));
  return (offset) => {
    const box = lastThat(boxes, (one) => one.start <= offset);
    return box ? placeIn(box, offset) : 0;
  };
}

function placeIn({ start, end, top, height }: Box, offset: number): number {
  return top + Math.min(1, Math.max(0, (offset - start) / Math.max(1, end - start))) * height;
}

/** The last of what is in order of which something holds, as it does of all before it; else the first. */
function lastThat<T>(all: readonly T[], holds: (one: T) => boolean): T | undefined {
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(all[middle] as T)) low = middle;
    else high = middle - 1;
  }
  return all[low];
}

const known: Partial<Record<Side, { version: number; sheet: HTMLElement; blocks: Part[] }>> = {};

/** The blocks of a side, in order. */
function blocksOf(side: Side): Part[] {
  const sheet = paneOf(side)?.sheet;
  if (!sheet) return [];
  const found = known[side];
  const isStill = found?.sheet === sheet && found.version === layout.peek();
  if (isStill && found.blocks[0]?.element.isConnected) return found.blocks;
  const all = placed.peek()[side];
  const blocks = [...sheet.querySelectorAll<HTMLElement>(".block")].flatMap((element) => {
    const [first, last] = [all[Number(element.dataset.first)], all[Number(element.dataset.last)]];
    return first && last ? [{ element, start: first.paragraph.start, end: last.paragraph.end }] : [];
  });
  known[side] = { version: layout.peek(), sheet, blocks };
  return blocks;
}

/** The paragraphs of a block, or the block where measuring them would first lay them out. */
function partsOf(block: Part): Part[] {
  const first = block.element.firstElementChild;
  if (!first?.checkVisibility({ contentVisibilityAuto: true })) return [block];
  const paragraphs = [...block.element.querySelectorAll<HTMLElement>("[data-paragraph]:not([data-folded])")];
  return paragraphs.map((element, at) => {
    const next = paragraphs[at + 1];
    return { element, start: startOf(element), end: next ? startOf(next) : block.end };
  });
}

/** Where in the text a paragraph begins; boilerplate has that on the words in it. */
const startOf = (paragraph: HTMLElement) =>
  Number(paragraph.dataset.from ?? paragraph.querySelector<HTMLElement>("[data-from]")?.dataset.from);

/** The last part of a side of which something holds, as it does of all before it. */
function partAt(side: Side, holds: (part: Part) => boolean): Part | undefined {
  const block = lastThat(blocksOf(side), holds);
  return block && lastThat(partsOf(block), holds);
}

function boxOf(side: Side, { element, start, end }: Part): Box {
  const rect = element.getBoundingClientRect();
  const top = paneOf(side)?.sheet.getBoundingClientRect().top ?? 0;
  return { start, end, top: rect.top - top, height: rect.height };
}

/** The first mark of a passage on a side. */
export function markOf(side: Side, number: number): HTMLElement | null {
  return paneOf(side)?.sheet.querySelector<HTMLElement>(`mark[data-passage="${number}"]`) ?? null;
}

/** Whether a passage begins where a side stands as bare text, far from sight. */
export function isFar(side: Side, number: number): boolean {
  const [passage, block] = [passageOf(number), markOf(side, number)];
  if (!passage || block) return false;
  const far = [...(paneOf(side)?.sheet.querySelectorAll<HTMLElement>(".block.is-far") ?? [])];
  const one = lastThat(far, ({ dataset }) => Number(dataset.from) <= passage[side].start);
  const last = placed.peek()[side][Number(one?.dataset.last ?? -1)];
  return last !== undefined && passage[side].start < last.paragraph.end;
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
  const top = paneOf(side)?.sheet.getBoundingClientRect().top ?? 0;
  const part = partAt(side, ({ element }) => element.getBoundingClientRect().top - top <= y);
  if (!part) return 0;
  const box = boxOf(side, part);
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

/** Offsets that belong together on both sides, rising on both, and the passages they come from. */
let chain: { passages: unknown; starts: Record<Side, number>[] } = { passages: null, starts: [] };

/** Where the passages in order begin. */
function landmarks(): readonly Record<Side, number>[] {
  const passages = drawn.peek();
  if (chain.passages === passages) return chain.starts;
  const starts: Record<Side, number>[] = [];
  for (const passage of passages.toSorted((a, b) => a.left.start - b.left.start)) {
    if (passage.moved || passage.primary) continue;
    const mark = { left: passage.left.start, right: passage.right.start };
    const last = starts.at(-1) ?? { left: -1, right: -1 };
    if (mark.left > last.left && mark.right > last.right) starts.push(mark);
  }
  chain = { passages, starts };
  return starts;
}

/** Heights that belong together on both sides, of the landmarks before and after an offset of one. */
export function landmarksAround(side: Side, offset: number): [Record<Side, number>, Record<Side, number>] {
  const starts = landmarks();
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.[side] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const heights = (at: Record<Side, number>) => ({
    left: place("left", at.left),
    right: place("right", at.right),
  });
  const [before, after] = [starts[low - 1], starts[low]];
  const end = (one: Side) => sheetOf(one)?.scrollHeight ?? 0;
  return [
    before ? heights(before) : { left: 0, right: 0 },
    after ? heights(after) : { left: end("left"), right: end("right") },
  ];
}
