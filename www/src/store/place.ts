import { effect, untracked } from "@preact/signals";
import type { Passage, Result, Span } from "../model/comparison";
import { isShared } from "../model/covers";
import { SIDES, type Side } from "../model/side";
import { current } from "./comparison";
import { showLens } from "./lens";
import { choiceIn } from "./selection";
import { shownSide } from "./view";

/** A place that is to be shown as soon as a comparison of its articles is there: on one side, or on both. */
let place: Partial<Record<Side, Span>> | null = null;

/** Shows a place of the pair that is opened next: the passage there, or else the stretch that only one side has. */
export function showLater(spans: Partial<Record<Side, Span>>): void {
  place = spans;
}

const overlap = (one: Span, other: Span | undefined) =>
  other ? Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)) : 0;

/** Shows the place that waits to be shown, if there is one. */
export function showPlace(found: Result): void {
  const wanted = place;
  place = null;
  if (!wanted) return;
  const { passages, leftOut } = found.comparison;
  const touches = (passage: Passage) =>
    SIDES.reduce(
      (all, side) => (wanted[side] ? Math.min(all, overlap(passage[side], wanted[side])) : all),
      1e9,
    );
  const best = passages
    .filter(isShared)
    .map((passage) => ({ passage, touches: touches(passage) }))
    .reduce<{ passage: Passage; touches: number } | null>(
      (best, one) => (one.touches > (best?.touches ?? 0) ? one : best),
      null,
    );
  if (best) {
    showLens("shared");
    choiceIn("shared").item.value = best.passage.number;
    return;
  }
  const stretches = SIDES.flatMap((side) => leftOut[side].map((one) => overlap(one, wanted[side])));
  const most = Math.max(0, ...stretches);
  if (most === 0) return;
  showLens("onlyinone");
  choiceIn("onlyinone").item.value = stretches.indexOf(most);
  shownSide.value = stretches.indexOf(most) < leftOut.left.length ? "left" : "right";
}

/** Shows the place that waits as soon as the comparison of its articles is there. */
export function watchPlace(): void {
  effect(() => {
    const found = current.value;
    if (found) untracked(() => showPlace(found));
  });
}
