import { signal } from "@preact/signals";
import type { Span } from "../model/comparison";
import { across, SIDES, type Side } from "../model/side";
import { pair } from "../store/library";
import { placed } from "../store/paragraphMarks";
import { flip } from "../store/selection";
import { settings } from "../store/settings";
import { drawn, passageOf, selected, shownSide } from "../store/view";
import { endGlide, glide, isWherePut, quiet } from "./smoothScroll";

/** Width up to which one side is shown at a time, in pixels. */
export const PHONE = 700;
export const isPhone = () => window.innerWidth <= PHONE;

/** Where in a column the reader's eye is taken to be, as a share of its height. */
export const EYE = 0.3;

/** What a column gives to those who scroll and measure it. */
interface Pane {
  scroller: HTMLElement;
  /** What the paragraphs stand in, in order, one element each. */
  sheet: HTMLElement;
}

/** For what scrolls: it must be reachable by keyboard, though it does nothing by itself. */
export const REACHABLE = { tabIndex: 0 };

const panes: Partial<Record<Side, Pane>> = {};

/** Grows by one whenever the columns were laid out anew. */
export const layout = signal(0);

let announced = 0;

/** Says that a column was laid out anew. Several such in one frame are said once. */
export function announceLayout(): void {
  cancelAnimationFrame(announced);
  announced = requestAnimationFrame(() => {
    layout.value += 1;
  });
}
/** Grows by one whenever a column was scrolled. */
export const scrolled = signal(0);

/** How much of the foot of the page the tray takes, in pixels; 0 when there is none. */
export const trayHeight = signal(0);

/** Puts a column into the registry as long as it is on the page. */
export function registerPane(side: Side, scroller: HTMLElement, sheet: HTMLElement): () => void {
  panes[side] = { scroller, sheet };
  const whole = () => isPhone() && shownSide.peek() === side && onScroll(side);
  document.addEventListener("scroll", whole, { passive: true });
  return () => {
    document.removeEventListener("scroll", whole);
    if (panes[side]?.sheet === sheet) delete panes[side];
  };
}

/** What scrolls on a phone: the page, so that the browser's own bars make room. */
const thePage = () => document.scrollingElement as HTMLElement;

/** The element that scrolls a side: its column, or on a phone the page. */
export function scrollerOf(side: Side): HTMLElement | null {
  const own = panes[side]?.scroller ?? null;
  return own && isPhone() ? thePage() : own;
}

/** Where in the window what a scroller shows begins, in pixels. */
const topOf = (scroller: HTMLElement) => (scroller === thePage() ? 0 : scroller.getBoundingClientRect().top);

/** Where in its scroller a sheet begins, in pixels. */
function topOfSheet(side: Side, scroller: HTMLElement): number {
  const sheet = panes[side]?.sheet;
  return sheet ? sheet.getBoundingClientRect().top - topOf(scroller) + scroller.scrollTop : 0;
}

export const sheetOf = (side: Side) => panes[side]?.sheet ?? null;

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
  const sheet = panes[side]?.sheet;
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
  return panes[side]?.sheet.querySelector<HTMLElement>(`mark[data-passage="${number}"]`) ?? null;
}

/** The height of the first line of a passage in what its side scrolls, in pixels from the top. */
function heightOf(side: Side, number: number): number {
  const scroller = scrollerOf(side);
  const mark = markOf(side, number);
  const rect = mark?.getClientRects()[0];
  if (scroller && rect) return rect.top - topOf(scroller) + scroller.scrollTop;
  const passage = passageOf(number);
  return passage && scroller ? topOfSheet(side, scroller) + place(side, passage[side].start) : 0;
}

/** Brings a passage level on both sides. Where it is in sight on the reader's side, that side stays. */
export function level(number: number): void {
  if (isPhone()) {
    bring(shownSide.peek(), number);
    return;
  }
  const sides = SIDES.map((side) => ({ side, scroller: scrollerOf(side), y: heightOf(side, number) }));
  const [left, right] = sides;
  if (!left?.scroller || !right?.scroller) return;
  const height = left.scroller.clientHeight;
  const lead = shownSide.peek() === "left" ? left : right;
  const inSight = lead.y - (lead.scroller?.scrollTop ?? 0);
  const wanted = inSight > 16 && inSight < height * 0.6 ? inSight : height * EYE;
  const most = Math.min(left.y, right.y);
  const least = Math.max(...sides.map(({ scroller, y }) => y - (scroller ? maxScroll(scroller) : 0)));
  const at = Math.max(least, Math.min(most, wanted));
  glide(sides.flatMap(({ scroller, y }) => (scroller ? [{ scroller, to: y - at }] : [])));
}

const maxScroll = (scroller: HTMLElement) => scroller.scrollHeight - scroller.clientHeight;

/** Brings a passage into sight on one side only. */
export function bring(side: Side, number: number): void {
  const scroller = scrollerOf(side);
  if (scroller) glide([{ scroller, to: heightOf(side, number) - scroller.clientHeight * EYE }]);
}

/** Brings an offset of the text into sight. */
export function bringOffset(side: Side, offset: number): void {
  const scroller = scrollerOf(side);
  if (!scroller) return;
  const to = topOfSheet(side, scroller) + place(side, offset) - scroller.clientHeight * EYE;
  glide([{ scroller, to }]);
}

/** How near to an edge of what is seen something may stand and still be in sight, in pixels. */
const NEAR = { top: 30, bottom: 60 };

/** Brings a stretch of a side into sight, unless it is. */
export function bringRange(side: Side, range: Range): void {
  const rows = range.startContainer.parentElement?.closest<HTMLElement>(".rows");
  const scroller = isPhone() ? thePage() : (rows ?? scrollerOf(side));
  const rect = range.getClientRects()[0];
  if (!scroller || !rect) return;
  const y = rect.top - topOf(scroller);
  const isInSight = y > NEAR.top && y < scroller.clientHeight - NEAR.bottom;
  if (!isPhone() && isInSight) return;
  glide([{ scroller, to: scroller.scrollTop + y - scroller.clientHeight * EYE }]);
}

/** Where the reader was in each article, by its id: the offset of the text at the height of the eye. */
const kept = new Map<string, number>();

/** Keeps where the reader is in an article, so that another lens can go on from there. */
export function keepPlace(article: string | undefined, offset: number | undefined): void {
  if (article !== undefined && offset !== undefined) kept.set(article, offset);
}

/** Where the reader was in an article; 0 at its beginning. */
export const keptPlace = (article: string | undefined) => kept.get(article ?? "") ?? 0;

/** The offset of the text that stands at a height of its sheet. The inverse of `place`. */
function offsetAt(side: Side, y: number): number {
  const box = lastUpTo(boxesOf(side), ({ top }) => top, y);
  if (!box) return 0;
  const share = Math.min(1, Math.max(0, (y - box.top) / Math.max(1, box.height)));
  return Math.round(box.start + share * (box.end - box.start));
}

/** Puts a column where the reader was in its article. */
export function restorePlace(side: Side, article: string | undefined): void {
  const scroller = scrollerOf(side);
  const offset = keptPlace(article);
  // At the top already: nothing to do, and no layout to be forced before its time.
  if (!scroller || (offset === 0 && tops[side] === 0)) return;
  if (isPhone() && shownSide.peek() !== side) return;
  // Not followed by the other side, which has a place of its own.
  const top = topOfSheet(side, scroller);
  quiet(scroller, offset === 0 ? 0 : top + place(side, offset) - scroller.clientHeight * EYE);
  tops[side] = scroller.scrollTop;
}

const tops: Record<Side, number> = { left: 0, right: 0 };

/** Says that a column was scrolled; the other side follows when they scroll together. */
export function onScroll(side: Side): void {
  const scroller = scrollerOf(side);
  if (!scroller) return;
  scrolled.value += 1;
  const top = scroller.scrollTop;
  const eye = top + scroller.clientHeight * EYE - topOfSheet(side, scroller);
  keepPlace(pair.peek()[side]?.id, top <= 0 ? 0 : offsetAt(side, eye));
  const moved = scroller.scrollTop - tops[side];
  tops[side] = scroller.scrollTop;
  if (isWherePut(scroller)) return;
  endGlide();
  const other = scrollerOf(across(side));
  if (!other || other === scroller || !settings.peek().together) return;
  if (selected.peek() !== null) quiet(other, other.scrollTop + moved);
  else follow(side, scroller, other);
}

/** Puts the other side where the text faces what is read here: linearly between passages in order. */
function follow(side: Side, scroller: HTMLElement, other: HTMLElement): void {
  const eye = scroller.clientHeight * EYE;
  const marks = landmarks();
  const y = scroller.scrollTop + eye;
  const at = marks.findIndex((mark) => mark[side] > y);
  const after = marks[at < 0 ? marks.length - 1 : at];
  const before = marks[(at < 0 ? marks.length : at) - 1];
  if (!after || !before) return;
  const share = (y - before[side]) / Math.max(1, after[side] - before[side]);
  const there = across(side);
  // At the very ends both sides rest at their ends.
  const to = scroller.scrollTop <= 0 ? 0 : before[there] + share * (after[there] - before[there]) - eye;
  quiet(other, to);
  tops[there] = other.scrollTop;
}

/** The side the reader last came from, the place there, and where the page then stood. */
let cameFrom: { side: Side; offset: number; top: number } | null = null;

/** On a phone: shows a side, where it faces what was read on the other; back at once, where it was. */
export function flipTo(side: Side): void {
  const idOf = (one: Side) => pair.peek()[one]?.id;
  const offset = keptPlace(idOf(across(side)));
  const isBack = cameFrom?.side === side && cameFrom.top === scrollY;
  const wanted = isBack && cameFrom ? cameFrom.offset : facing(across(side), offset);
  flip();
  requestAnimationFrame(() => {
    // What was measured of a side that was not shown is of no use.
    layout.value += 1;
    // Only now: a shorter page scrolls by itself, and that is taken for the reader's doing.
    keepPlace(idOf(side), wanted);
    restorePlace(side, idOf(side));
    cameFrom = { side: across(side), offset, top: scrollY };
  });
}

/** The offset on the other side that faces an offset: linearly between passages in order. */
function facing(side: Side, offset: number): number {
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
function landmarks(): Record<Side, number>[] {
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
