import { batch, computed, signal } from "@preact/signals";
import { t } from "../../i18n";
import type { LeftOut as Found } from "../../model/comparison";
import { SIDES, type Side } from "../../model/side";
import { current } from "../../store/comparison";
import { choiceIn } from "../../store/selection";
import { shownSide, spoken } from "../../store/view";

/** A stretch of one text that the other does not answer. */
export interface LeftOut extends Found {
  side: Side;
}

/** The stretch the reader chose, by its place in `stretches`. */
export const choice = choiceIn("onlyinone");

/** What each side has that the other does not, left first, each in order. */
export const stretches = computed<LeftOut[]>(() => {
  const found = current.value?.comparison.leftOut;
  return found ? SIDES.flatMap((side) => found[side].map((stretch) => ({ ...stretch, side }))) : [];
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
