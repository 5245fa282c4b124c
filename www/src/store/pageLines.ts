import { computed } from "@preact/signals";
import type { Paragraph, Row } from "../model/comparison";
import { query } from "./find";
import { perComparison } from "./perComparison";

/** Lines of the page above an article from which on they are folded. */
const MANY = 3;

/** Whether the reader unfolded them. What is looked for may stand in them. */
const open = perComparison(false);
export const pageLinesShown = computed(() => open.value || query.value !== null);

/** Shows the lines of the page above the articles, or folds them. */
export function showPageLines(shown: boolean): void {
  open.value = shown;
}

/** How many of the first are lines of the page; 0 where they are too few to be folded. */
function headOf<T>(all: readonly T[], isLine: (one: T) => boolean): number {
  const end = all.findIndex((one) => !isLine(one));
  const count = end < 0 ? all.length : end;
  return count < MANY ? 0 : count;
}

/** How many paragraphs at the top of an article are folded. */
export const headParagraphs = (all: readonly { paragraph: Paragraph }[]) =>
  headOf(all, ({ paragraph }) => paragraph.boilerplate !== null);

/** How many rows at the top are folded. */
export const headRows = (all: readonly { row: Row }[]) =>
  headOf(all, ({ row }) => row.kind === "boilerplate");
