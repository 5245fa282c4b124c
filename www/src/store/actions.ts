import { batch } from "@preact/signals";
import { t } from "../i18n";
import type { Side } from "../model/side";
import { cancel, current, progress } from "./comparison";
import { closeFind, query } from "./find";
import { lens } from "./lens";
import { decide, removeAll } from "./library";
import { allPairs } from "./pairs";
import { filterOpen, passageOf, selectPassage } from "./passages";
import { letGo, selectedPassage } from "./selection";
import { forgetVerdicts, lastVerdict, toggleVerdict, undoVerdict, type Verdict } from "./verdicts";
import { closeSheet, editing, sheet, shownSide, spoken } from "./view";

/** Opens the article of a side for editing. */
export function edit(side: Side): void {
  batch(() => {
    closeSheet();
    selectedPassage.value = null;
    shownSide.value = side;
    editing.value = side;
  });
}

/** Puts the paragraph that a place lies in back into the comparison, or takes it out of it. */
export function decideAt(side: Side, place: number): void {
  const found = current.value;
  const paragraph = found?.comparison.paragraphs[side].find(
    ({ start, end }) => start <= place && place < end,
  );
  if (!found || !paragraph) return;
  const line = found[side].text.slice(paragraph.start, paragraph.end);
  batch(() => {
    decide(found[side].id, line, !paragraph.boilerplate);
    spoken.value = paragraph.boilerplate ? t.lines.isBack : t.lines.isOut;
  });
}

/** Takes all articles out. */
export function clear(): void {
  batch(() => {
    forgetVerdicts();
    closeFind();
    if (progress.peek()) cancel();
    removeAll();
    closeSheet();
  });
}

/** Takes a passage out of what is shown, or brings it back. */
export function toggleAside(number: number): void {
  judge(number, "aside");
}

/** Keeps a passage at the top of the list, or no longer. */
export function togglePin(number: number): void {
  judge(number, "pinned");
}

function judge(number: number, verdict: Verdict): void {
  const passage = passageOf(number);
  if (!passage) return;
  batch(() => {
    toggleVerdict(passage, verdict);
    const isSaid = lastVerdict.value !== null;
    if (verdict === "aside" && selectedPassage.value === number) selectedPassage.value = null;
    spoken.value = isSaid ? t.verdicts[verdict](number) : t.verdicts.takenBack(number);
  });
}

/** Takes back what the reader last said of a passage, and chooses it again. */
export function undo(): void {
  const last = lastVerdict.value;
  if (!last) return;
  batch(() => {
    undoVerdict();
    selectPassage(last.number);
  });
}

/** One step back out of what is open. */
export function stepBack(): boolean {
  if (sheet.value) closeSheet();
  else if (allPairs.value) allPairs.value = false;
  else if (query.value !== null) closeFind();
  else if (editing.value) editing.value = null;
  else if (letGo(lens.value)) return true;
  else if (filterOpen.value) filterOpen.value = false;
  else return false;
  return true;
}
