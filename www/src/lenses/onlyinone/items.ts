import { batch, computed, signal } from "@preact/signals";
import { t } from "../../i18n";
import type { LeftOut as Found, Passage } from "../../model/comparison";
import { SIDES, type Side } from "../../model/side";
import { current } from "../../store/comparison";
import { passageOf } from "../../store/passages";
import { choiceIn } from "../../store/selection";
import { setAside } from "../../store/verdicts";
import { shownSide, spoken } from "../../store/view";

/** A stretch of one text that the other does not answer. */
export interface LeftOut extends Found {
  side: Side;
}

/** What only one side has, in order: what the engine found, and the passages that the reader said are none. */
export function leftOut(side: Side, found: readonly Found[], refused: readonly Passage[]): LeftOut[] {
  const own = refused.map((passage) => ({ ...passage[side], words: passage.words[side], sentences: 0 }));
  return [...found, ...own].map((stretch) => ({ ...stretch, side })).sort((a, b) => a.start - b.start);
}

/** The stretch the reader chose, by its place in `stretches`. */
export const choice = choiceIn("onlyinone");

/** What each side has that the other does not, left first. */
export const stretches = computed(() => {
  const found = current.value?.comparison.leftOut;
  if (!found) return [];
  const refused = [...setAside.value].flatMap((number) => passageOf(number) ?? []);
  const counted = refused.filter(({ substance, primary }) => substance === "statement" && !primary);
  return SIDES.flatMap((side) => leftOut(side, found[side], counted));
});

/** Whether the longest stretches stand first in the list of Left out, and come first with N and P. */
export const longestFirst = signal(false);

/** The stretches in the order of their list, each by its place in `stretches`: left before right. */
export const stretchOrder = computed(() => {
  const all = stretches.value.map((stretch, at) => ({ at, ...stretch }));
  if (longestFirst.value) {
    const rank = { left: 0, right: 1 };
    all.sort((a, b) => rank[a.side] - rank[b.side] || b.words - a.words || a.at - b.at);
  }
  return all.map(({ at }) => at);
});

/** Chooses a stretch of Left out, or none. */
export function selectStretch(at: number | null): void {
  batch(() => {
    choice.item.value = at;
    const stretch = stretches.value[at ?? -1];
    if (!stretch) return;
    shownSide.value = stretch.side;
    const position = stretchOrder.value.indexOf(at ?? 0) + 1;
    spoken.value = t.spoken.stretch(position, stretches.value.length, stretch, current.value);
  });
}
