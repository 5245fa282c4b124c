import { effect, type Signal, signal } from "@preact/signals";
import { pointed, selected, selectedFact, selectedRow, selectedStretch } from "./view";

/**
 * For each number whether it is among those that are named now. One signal a number: when another is
 * named, only what shows these two is drawn anew, however many there are.
 */
function oneByOne(named: () => readonly (number | null)[]): (number: number) => boolean {
  const known = new Map<number, Signal<boolean>>();
  let before: readonly (number | null)[] = [];
  effect(() => {
    const now = named();
    for (const number of [...before, ...now]) {
      const one = known.get(number ?? -1);
      if (one) one.value = now.includes(number);
    }
    before = now;
  });
  return (number) => {
    const one = known.get(number) ?? signal(before.includes(number));
    known.set(number, one);
    return one.value;
  };
}

/** Whether a passage is the chosen one, by its number. */
export const isSelected = oneByOne(() => [selected.value]);
/** Whether a passage is lit: chosen or pointed at. */
export const isLit = oneByOne(() => [selected.value, pointed.value]);

/** Whether a row, a stretch or a difference of fact is the chosen one, by its place. */
export const isRowSelected = oneByOne(() => [selectedRow.value]);
export const isStretchSelected = oneByOne(() => [selectedStretch.value]);
export const isFactSelected = oneByOne(() => [selectedFact.value]);
