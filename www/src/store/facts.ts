import { batch, computed } from "@preact/signals";
import { t } from "../i18n";
import type { FactKind } from "../model/comparison";
import { byKind, isMinor } from "../model/facts";
import { current } from "./comparison";
import { showLens } from "./lens";
import { perComparison } from "./perComparison";
import { choiceIn } from "./selection";
import { spoken } from "./view";

/** The kinds of facts that are shown; none means all. */
export const factKinds = perComparison<ReadonlySet<FactKind>>(new Set());

/** The differences of fact in the order in which they are shown, each by its place in the engine's list. */
export const factOrder = computed(() => {
  const groups = byKind(current.value?.comparison.facts.differences ?? []);
  const kinds = factKinds.value;
  const shown = [...groups].flatMap(([kind, facts]) => (kinds.size === 0 || kinds.has(kind) ? facts : []));
  // The minor ones stand last.
  return [false, true].flatMap((minor) =>
    shown.filter(({ fact }) => isMinor(fact) === minor).map(({ at }) => at),
  );
});

/** How many details differ, and how many quotations only in how much of them stands, or in their marks. */
export const factCounts = computed(() => {
  const all = current.value?.comparison.facts.differences ?? [];
  const minor = all.filter(isMinor).length;
  return { telling: all.length - minor, minor };
});

/** The difference of fact that the reader chose, by its place in the engine's list. */
export const choice = choiceIn("facts");

export const chosenFact = () => current.value?.comparison.facts.differences[choice.item.value ?? -1];

/** Chooses a difference of fact by its place in the engine's list, or none. */
export function selectFact(at: number | null): void {
  batch(() => {
    choice.item.value = at;
    const fact = chosenFact();
    const position = factOrder.value.indexOf(at ?? -1) + 1;
    if (fact) spoken.value = t.spoken.fact(position, factOrder.value.length, fact, current.value);
  });
}

/** Shows a difference of fact in the lens of facts. */
export function openFact(at: number): void {
  showLens("facts");
  selectFact(at);
}
