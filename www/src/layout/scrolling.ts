import { across, SIDES, type Side } from "../model/side";
import { pair } from "../store/library";
import { passageOf } from "../store/passages";
import { selectedPassage } from "../store/selection";
import { settings } from "../store/settings";
import { flip, shownSide } from "../store/view";
import {
  facing,
  heightOf,
  landmarksAround,
  offsetAt,
  place,
  scrollerOf,
  topOf,
  topOfSheet,
} from "./measuring";
import { cameFrom, drawAround, enterPane, keepPlace, keptPlace, layout, scrolled, tops } from "./scrollState";
import { endSmoothScroll, isWherePut, scrollQuietly, smoothScroll } from "./smoothScroll";
import { EYE, isPhone, thePage } from "./viewport";

/** Puts a column into the registry as long as it is on the page, and hears when it is scrolled. */
export function registerPane(side: Side, scroller: HTMLElement, sheet: HTMLElement): () => void {
  const leave = enterPane(side, { scroller, sheet });
  const whole = () => isPhone() && shownSide.peek() === side && onScroll(side);
  document.addEventListener("scroll", whole, { passive: true });
  return () => {
    document.removeEventListener("scroll", whole);
    leave();
  };
}

/** Brings a passage level on both sides. Where it is in sight on the reader's side, that side stays. */
export function level(number: number): void {
  if (isPhone()) {
    bring(shownSide.peek(), number);
    return;
  }
  for (const side of SIDES) drawPassage(side, number);
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
  smoothScroll(
    sides.flatMap(({ side, scroller }) =>
      scroller ? [{ scroller, to: () => heightOf(side, number) - at }] : [],
    ),
  );
}

/** Draws where a passage begins on a side. */
function drawPassage(side: Side, number: number): void {
  const passage = passageOf(number);
  if (passage) drawAround(side, passage[side].start);
}

const maxScroll = (scroller: HTMLElement) => scroller.scrollHeight - scroller.clientHeight;

/** Brings a passage into sight on one side only. */
export function bring(side: Side, number: number): void {
  const scroller = scrollerOf(side);
  drawPassage(side, number);
  if (scroller) smoothScroll([{ scroller, to: () => heightOf(side, number) - scroller.clientHeight * EYE }]);
}

/** Brings an offset of the text into sight. */
export function bringOffset(side: Side, offset: number): void {
  const scroller = scrollerOf(side);
  if (!scroller) return;
  drawAround(side, offset);
  const to = () => topOfSheet(side, scroller) + place(side, offset) - scroller.clientHeight * EYE;
  smoothScroll([{ scroller, to }]);
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
  const to = () => {
    const now = range.getClientRects()[0] ?? rect;
    return scroller.scrollTop + now.top - topOf(scroller) - scroller.clientHeight * EYE;
  };
  smoothScroll([{ scroller, to }]);
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
  scrollQuietly(scroller, offset === 0 ? 0 : top + place(side, offset) - scroller.clientHeight * EYE);
  tops[side] = scroller.scrollTop;
}

/** Makes good that what stands above in a column has grown by so many pixels: what is read stays where it is. */
export function shiftQuietly(side: Side, by: number): void {
  const scroller = scrollerOf(side);
  if (!scroller || (isPhone() && shownSide.peek() !== side)) return;
  scrollQuietly(scroller, scroller.scrollTop + by);
  tops[side] = scroller.scrollTop;
}

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
  endSmoothScroll();
  const other = scrollerOf(across(side));
  if (!other || other === scroller || !settings.peek().together) return;
  if (selectedPassage.peek() !== null) scrollQuietly(other, other.scrollTop + moved);
  else follow(side, scroller, other);
}

/** Puts the other side where the text faces what is read here: linearly between passages in order. */
function follow(side: Side, scroller: HTMLElement, other: HTMLElement): void {
  const eye = scroller.clientHeight * EYE;
  const y = scroller.scrollTop + eye;
  const [before, after] = landmarksAround(side, offsetAt(side, y));
  const share = (y - before[side]) / Math.max(1, after[side] - before[side]);
  const there = across(side);
  // At the very ends both sides rest at their ends.
  const to = scroller.scrollTop <= 0 ? 0 : before[there] + share * (after[there] - before[there]) - eye;
  scrollQuietly(other, to);
  tops[there] = other.scrollTop;
}

/** On a phone: shows a side, where it faces what was read on the other; back at once, where it was. */
export function flipTo(side: Side): void {
  const idOf = (one: Side) => pair.peek()[one]?.id;
  const offset = keptPlace(idOf(across(side)));
  const { last } = cameFrom;
  const isBack = last?.side === side && last.top === scrollY;
  const wanted = isBack && last ? last.offset : facing(across(side), offset);
  flip();
  requestAnimationFrame(() => {
    // What was measured of a side that was not shown is of no use.
    layout.value += 1;
    // Only now: a shorter page scrolls by itself, and that is taken for the reader's doing.
    keepPlace(idOf(side), wanted);
    restorePlace(side, idOf(side));
    cameFrom.last = { side: across(side), offset, top: scrollY };
  });
}
