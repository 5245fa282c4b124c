import { computed } from "@preact/signals";
import type { Paragraph, Row } from "../model/comparison";
import { SIDES, type Side } from "../model/side";
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

/** Lines of the page that are folded together, half-open: places of paragraphs or of rows. */
export interface Fold {
  from: number;
  to: number;
}

/** What stands at the top of an article. */
type Kind = "title" | "line" | "text";

/** The lines of the page above the text that are folded, in order: before the headline, and between it and the text. */
function foldsOf<T>(all: readonly T[], kindOf: (one: T) => Kind): Fold[] {
  const folds: Fold[] = [];
  for (const [at, one] of all.entries()) {
    const kind = kindOf(one);
    if (kind === "text") break;
    const last = folds.at(-1);
    if (kind === "title") continue;
    if (last?.to === at) last.to = at + 1;
    else folds.push({ from: at, to: at + 1 });
  }
  return folds.filter(({ from, to }) => to - from >= MANY);
}

/** The paragraphs that are folded. */
export const paragraphFolds = (all: readonly { paragraph: Paragraph }[]) =>
  foldsOf(all, ({ paragraph: { boilerplate, role } }) =>
    boilerplate !== null ? "line" : role === "title" ? "title" : "text",
  );

/** A row and the roles of what stands in it. */
interface Headed {
  row: Row;
  cells: Record<Side, { role: Paragraph["role"] } | null>;
}

/** The rows that are folded. */
export const rowFolds = (all: readonly Headed[]) =>
  foldsOf(all, ({ row, cells }) => {
    if (row.kind === "boilerplate") return "line";
    return SIDES.every((side) => (cells[side]?.role ?? "title") === "title") ? "title" : "text";
  });

/** Whether a place is in one of the folds. */
export const isFolded = (folds: readonly Fold[], at: number) =>
  folds.some(({ from, to }) => from <= at && at < to);

/** How many lines are folded from a place on; 0 where no fold begins. */
export const foldedAt = (folds: readonly Fold[], at: number) => {
  const fold = folds.find(({ from }) => from === at);
  return fold ? fold.to - fold.from : 0;
};
