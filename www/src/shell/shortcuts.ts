import { t } from "../i18n";
import { NARROW, toggleList } from "../layout/panel";
import { LENSES, lensInUse } from "../lenses";
import { step } from "../lenses/lens";
import { stepBack, undo, undoTaking } from "../store/actions";
import { copyPassage, copyQuotations, quotationPairs } from "../store/export";
import { openFind } from "../store/find";
import { showLens } from "../store/lens";
import { articles, swap } from "../store/library";
import { allPairs, togglePairs } from "../store/pairs";
import { filterOpen } from "../store/passages";
import { settings } from "../store/settings";
import { tell } from "../store/told";
import { steps } from "../store/undo";
import { lastVerdict } from "../store/verdicts";
import { sheet } from "../store/view";

function openFilter(): void {
  const hidden = window.innerWidth >= NARROW ? !settings.value.list : sheet.value !== "list";
  filterOpen.value = hidden || !filterOpen.value;
  if (hidden) toggleList();
  showLens("shared");
}

/** Copies the passage of what is chosen; says so when nothing is. */
function copyChosen(): void {
  const passage = lensInUse.value.passage();
  if (passage) void copyPassage(passage);
  else tell(t.out.nothingChosen);
}

/** Copies the quotations of what is chosen: of a quotation it alone. */
function copyChosenQuotations(): void {
  const { passage, quotation } = lensInUse.value;
  const [chosen, one] = [passage(), quotation?.() ?? null];
  const pairs = one ? [one] : chosen ? quotationPairs(chosen) : [];
  if (pairs.length > 0) void copyQuotations(pairs);
  else tell(chosen ? t.out.noQuotation : t.out.nothingChosen);
}

const KEYS: Record<string, () => void> = {
  n: () => step(lensInUse.value, 1),
  p: () => step(lensInUse.value, -1),
  a: togglePairs,
  s: swap,
  f: openFilter,
  l: toggleList,
  "/": openFind,
  c: copyChosen,
  q: copyChosenQuotations,
  "?": () => {
    sheet.value = sheet.value === "help" ? null : "help";
  },
};

function press(event: KeyboardEvent): void {
  const action = KEYS[event.key.toLowerCase()];
  // Some browsers look something up themselves on a slash.
  if (action) event.preventDefault();
  action?.();
}

const writes = (target: HTMLElement) =>
  target.matches("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])");

function takeBack(event: KeyboardEvent): void {
  if (writes(event.target as HTMLElement)) return;
  if (lastVerdict.value === null && steps.value.length === 0) return;
  event.preventDefault();
  // What was taken away takes with it what was said before.
  if (steps.value.length > 0) undoTaking();
  else undo();
}

/** Keys that work wherever the focus is, but not while the reader types or a dialog is open. */
export function onKey(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") takeBack(event);
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target as HTMLElement;
  if (target.closest("dialog")) return;
  if (event.key === "Escape") {
    if (stepBack()) event.preventDefault();
    return;
  }
  if (writes(target)) return;
  // What belongs to one pair waits while all are looked at.
  if (allPairs.value && !["a", "?"].includes(event.key.toLowerCase())) return;
  const lensAt = LENSES[Number(event.key) - 1];
  if (lensAt && articles.value.length > 0) showLens(lensAt.name);
  else if (event.key === "?" || articles.value.length > 0) press(event);
}
