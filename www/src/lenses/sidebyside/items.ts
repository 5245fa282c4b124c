import { batch, computed, signal } from "@preact/signals";
import { t } from "../../i18n";
import type { Row, RowKind } from "../../model/comparison";
import { toggled } from "../../model/sets";
import { current } from "../../store/comparison";
import { rowFolds } from "../../store/pageLines";
import { perComparison } from "../../store/perComparison";
import { choiceIn } from "../../store/selection";
import { spoken } from "../../store/view";
import { areFew, rowBlocks } from "./blocks";
import { rows, type ShownRow } from "./rows";

/** The row the reader chose, by its place. */
export const choice = choiceIn("sidebyside");

/** Parts of the summary that are lit; none means all. */
export type RowPart = "same" | "changed" | "moved" | "repeated" | "only";
export const rowParts = perComparison<ReadonlySet<RowPart>>(new Set());
/** Whether long one-sided stretches are folded away. */
export const folded = signal(false);

/** The rows that are shown, those of them that are lines of the page to be folded, and the blocks they are drawn in. */
export const laidOut = computed(() => {
  const all = folded.value ? foldedRows(rows.value) : rows.value;
  const isWhole = areFew(all);
  return { all, lines: rowFolds(all), isWhole, blocks: rowBlocks(all, isWhole) };
});

/** Keeps of every long one-sided stretch its first row, which then stands for all. */
function foldedRows(all: readonly ShownRow[]): ShownRow[] {
  let skip = 0;
  return all.filter(({ run }) => {
    if (skip > 0) {
      skip -= 1;
      return false;
    }
    if (run) skip = run.length - 1;
    return true;
  });
}

/** The part of the summary that a row is counted in; null for page clutter. */
export function partOf(kind: RowKind): RowPart | null {
  if (kind === "boilerplate") return null;
  return kind === "reworded" ? "changed" : kind;
}

/** Indexes of the rows that differ but have a counterpart: changed ones, moved ones once, and those that repeat something. */
export const changedRows = computed(() => rowsOf(new Set(["changed", "moved", "repeated"])));

/** Indexes of the rows that the list shows and N and P step through: the parts that are lit, or all that differ. */
export const listedRows = computed(() =>
  rowParts.value.size > 0 ? rowsOf(rowParts.value) : changedRows.value,
);

function rowsOf(parts: ReadonlySet<RowPart>): number[] {
  return chosenRows(current.value?.comparison.rows ?? [], parts);
}

/** Indexes of the rows of some parts. Of two rows that moved and name each other the left one stands for both. */
export function chosenRows(rows: readonly Row[], parts: ReadonlySet<RowPart>): number[] {
  return rows.flatMap(({ kind, left, counterpart }, at) => {
    const part = partOf(kind);
    const other = rows[counterpart ?? -1];
    const isSecond = part === "moved" && !left && other?.kind === "moved" && other.counterpart === at;
    return part && parts.has(part) && !isSecond ? [at] : [];
  });
}

/** Chooses a row, or none. */
export function selectRow(at: number | null): void {
  batch(() => {
    choice.item.value = at;
    const row = current.value?.comparison.rows[at ?? -1];
    if (row) spoken.value = t.spoken.row(row, current.value);
  });
}

/** Lights a part of the rows, or no longer; the first of what is lit comes into sight. */
export function togglePart(part: RowPart): void {
  batch(() => {
    rowParts.value = toggled(rowParts.value, part);
    const isLit = rowParts.value.size > 0 && !listedRows.value.includes(choice.item.value ?? -1);
    if (isLit) selectRow(listedRows.value[0] ?? null);
  });
}
