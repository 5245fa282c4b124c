// Where the columns stand and where the reader is in them. State like that in `store`, but of the
// screen and not of what is compared: nothing of it is kept or sent.

import { signal } from "@preact/signals";
import type { Side } from "../model/side";

/** What a column gives to those who scroll and measure it. */
interface Pane {
  scroller: HTMLElement;
  /** What the paragraphs stand in, in order, one element each. */
  sheet: HTMLElement;
}

const panes: Partial<Record<Side, Pane>> = {};

/** The column of a side, while it is on the page. */
export const paneOf = (side: Side): Pane | undefined => panes[side];

/** Puts a column into the registry; what comes back takes it out again. */
export function enterPane(side: Side, pane: Pane): () => void {
  panes[side] = pane;
  return () => {
    if (panes[side]?.sheet === pane.sheet) delete panes[side];
  };
}

const drawings: Partial<Record<Side, (offset: number) => void>> = {};

/** Puts into the registry what draws the part of a side around an offset; what comes back takes it out again. */
export function enterDrawing(side: Side, draw: (offset: number) => void): () => void {
  drawings[side] = draw;
  return () => {
    if (drawings[side] === draw) delete drawings[side];
  };
}

/** Draws a side around an offset, at once, so that what stands there can be measured. */
export const drawAround = (side: Side, offset: number) => drawings[side]?.(offset);

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

/** How far each column was scrolled when that was last looked at, in pixels. */
export const tops: Record<Side, number> = { left: 0, right: 0 };

/** How much of the foot of the page the detail panel takes, in pixels; 0 when there is none. */
export const detailHeight = signal(0);

/** Where the reader was in each article, by its id: the offset of the text at the height of the eye. */
const places = new Map<string, number>();

/** Keeps where the reader is in an article, so that another lens can go on from there. */
export function keepPlace(article: string | undefined, offset: number | undefined): void {
  if (article !== undefined && offset !== undefined) places.set(article, offset);
}

/** Where the reader was in an article; 0 at its beginning. */
export const keptPlace = (article: string | undefined) => places.get(article ?? "") ?? 0;

/** The side the reader last came from on a phone, the offset there, and how far the page was then scrolled. */
export const cameFrom: { last: { side: Side; offset: number; top: number } | null } = { last: null };
