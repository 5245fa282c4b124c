import { effect, type Signal, signal } from "@preact/signals";
import type { LensName } from "../i18n";
import { current } from "./comparison";
import { startAnew } from "./perComparison";
import { perIdSignals } from "./perIdSignals";
import { type Joined, joinedBy, sameAs } from "./verdicts";
import { endEditing } from "./view";

/** What the reader chose in a lens. */
export interface Choice {
  /** The item, as the lens counts them: passages by their number, all others by their place; null for none. */
  item: Signal<number | null>;
  /** Whether an item is the chosen one. Of many that ask, only those are told for which that changes. */
  is(item: number): boolean;
}

const choices = new Map<LensName, Choice>();

/** The choice of a lens: each keeps its own while others are looked at. */
export function choiceIn(lens: LensName): Choice {
  const known = choices.get(lens);
  if (known) return known;
  const item = signal<number | null>(null);
  const choice = { item, is: perIdSignals(() => [item.value]) };
  choices.set(lens, choice);
  return choice;
}

const passages = choiceIn("shared");

/** The number of the passage that the reader chose, and of the one pointed at. */
export const selectedPassage = passages.item;
export const pointed = signal<number | null>(null);

/** Whether a passage is lit: chosen or pointed at. */
export const isLit = perIdSignals(() => [selectedPassage.value, pointed.value]);

/** Lets go what was chosen in a lens, or else in any other; false when nothing was. */
export function letGo(lens: LensName): boolean {
  const all = [choiceIn(lens), ...choices.values()];
  const chosen = all.find(({ item }) => item.value !== null);
  if (chosen) chosen.item.value = null;
  return chosen !== undefined;
}

/** The item after or before another in a list, round at the ends; null in an empty list. */
export function neighbour(all: readonly number[], at: number | null, by: 1 | -1): number | null {
  if (all.length === 0) return null;
  const here = at === null ? -1 : all.indexOf(at);
  if (here < 0) return (by > 0 ? all[0] : all.at(-1)) ?? null;
  return all[(here + by + all.length) % all.length] ?? null;
}

/** The chosen passage by what it joins, so that another comparison of the same articles keeps the choice. */
let chosenOne: Joined | null = null;

/** Chooses what is joined as soon as a comparison that has it as a passage is there. */
export function chooseLater(joined: Joined): void {
  chosenOne = joined;
}

/** Puts the view back to the start whenever another comparison comes onto the page; the chosen passage stays. */
export function watchComparison(): void {
  effect(() => {
    const [number, found] = [selectedPassage.value, current.peek()];
    const passage = found?.comparison.passages[(number ?? 0) - 1];
    if (found) chosenOne = passage ? joinedBy(passage, found) : null;
  });
  effect(() => {
    const found = current.value;
    // While a comparison is on its way there is none: what was chosen waits for it.
    const kept = found && chosenOne ? sameAs(chosenOne, found) : null;
    const next: Partial<Record<LensName, number>> = kept ? { shared: kept.number } : {};
    for (const [name, { item }] of choices) item.value = next[name] ?? null;
    pointed.value = null;
    startAnew();
    endEditing(found);
  });
}
