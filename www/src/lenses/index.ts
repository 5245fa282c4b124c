import { computed } from "@preact/signals";
import { lens, showLens } from "../store/lens";
import { facts } from "./facts";
import type { Lens } from "./lens";
import { onlyinone } from "./onlyinone";
import { shared } from "./shared";
import { sidebyside } from "./sidebyside";

/** The lenses, in the order of their tabs. A further lens is a folder, a line here and a label in the catalogues. */
export const LENSES: readonly Lens[] = [shared, sidebyside, onlyinone, facts];

/** The lens in use. */
export const lensInUse = computed(() => LENSES.find(({ name }) => name === lens.value) ?? shared);

/** Prepares all lenses for their first view. */
export function prepareLenses(): void {
  for (const one of LENSES) one.prepare?.();
}

/** Goes to the first lens that is so, unless the one in use is. */
function showOneThat(is: "apart" | "whole"): void {
  const fits = LENSES.find((one) => one[is]);
  if (fits && !lensInUse.value[is]) showLens(fits.name);
}

/** Makes sure that the articles stand on the page, for what is found in them. */
export const showArticles = () => showOneThat("whole");

/** Makes sure that each article stands in a column of its own, to be edited there. */
export const showColumns = () => showOneThat("apart");
