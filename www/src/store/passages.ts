import { batch, computed, signal } from "@preact/signals";
import { t } from "../i18n";
import type { Grade, Passage } from "../model/comparison";
import { toggled } from "../model/sets";
import type { Side } from "../model/side";
import { current } from "./comparison";
import { showLens } from "./lens";
import { elsewhere } from "./otherArticles";
import { pointed, selectedPassage } from "./selection";
import { pinned, setAside } from "./verdicts";
import { shownSide, spoken } from "./view";

export type Order = "left" | "right" | "longest" | "least-alike";

/** Passages of a kind: with all others, alone, or not at all. */
export type Wanted = "all" | "only" | "none";

/** Which passages the reader wants to see. */
export interface Filter {
  /** None means all. */
  grades: ReadonlySet<Grade>;
  /** The least length, in words of the longer side. */
  minWords: number;
  /** Those in quotation marks. */
  quotations: Wanted;
  /** Those that stand in a third article as well. */
  stock: Wanted;
  movedOnly: boolean;
  /** Leaves out what is only names or a stock phrase. */
  statementsOnly: boolean;
}

export const NO_FILTER: Filter = {
  grades: new Set(),
  minWords: 0,
  quotations: "all",
  stock: "all",
  movedOnly: false,
  statementsOnly: true,
};

export const filter = signal<Filter>(NO_FILTER);
export const order = signal<Order>("left");
export const filterOpen = signal(false);

const none: readonly Passage[] = [];

/** All passages of the comparison on the page. */
export const passages = computed(() => current.value?.comparison.passages ?? none);

/** A passage by its number. */
export const passageOf = (number: number | null): Passage | null =>
  number === null ? null : (passages.value[number - 1] ?? null);

/** The passage the reader chose. */
export const chosenPassage = () => passageOf(selectedPassage.value);

/** The longer side of a passage, in words. */
export const lengthOf = (passage: Passage) => Math.max(passage.words.left, passage.words.right);

/**
 * The passages with marks in the articles. Set aside ones, names and stock phrases while those are
 * hidden, and further counterparts have none; the chosen one always has.
 */
export const drawn = computed(() => {
  const extra = undrawn.value;
  return passages.value.filter((passage) => isDrawn(passage) || passage.number === extra);
});

/** The chosen passage, if it would have no mark otherwise. Most choices leave this as it is. */
const undrawn = computed(() => {
  const passage = chosenPassage();
  return passage && !isDrawn(passage) ? passage.number : null;
});

function isDrawn(passage: Passage): boolean {
  if (setAside.value.has(passage.number) || passage.primary) return false;
  if (pinned.value.has(passage.number)) return true;
  return passage.substance === "statement" || !filter.value.statementsOnly;
}

/** The numbers of the passages that pass the filter or are pinned; the others are drawn faintly, if at all. */
export const shown = computed<ReadonlySet<number>>(() => {
  const { grades, minWords, quotations, stock, movedOnly } = filter.value;
  const passes = (passage: Passage) =>
    (grades.size === 0 || grades.has(passage.grade)) &&
    lengthOf(passage) >= minWords &&
    (quotations === "all" || passage.quotation === (quotations === "only")) &&
    (stock === "all" || elsewhere.value.has(passage.number) === (stock === "only")) &&
    (!movedOnly || passage.moved);
  const isShown = (passage: Passage) =>
    isDrawn(passage) && (pinned.value.has(passage.number) || passes(passage));
  return new Set(passages.value.filter(isShown).map((passage) => passage.number));
});

/** How many of the passages stand in another place on the other side. */
export const movedCount = computed(
  () => passages.value.filter((passage) => passage.moved && isDrawn(passage)).length,
);

/** How many passages the filter hides. Further counterparts are reached from their better one. */
export const hiddenCount = computed(() => {
  const all = passages.value.filter((passage) => !passage.primary && !setAside.value.has(passage.number));
  return all.length - shown.value.size;
});

/** Passages that pass the filter, in the order of the list: pinned ones first. */
export const listed = computed(() => {
  const list = passages.value.filter((passage) => shown.value.has(passage.number));
  const by: Record<Order, (a: Passage, b: Passage) => number> = {
    left: (a, b) => a.left.start - b.left.start,
    right: (a, b) => a.right.start - b.right.start,
    longest: (a, b) => lengthOf(b) - lengthOf(a),
    "least-alike": (a, b) => a.common / lengthOf(a) - b.common / lengthOf(b),
  };
  list.sort(by[order.value]);
  const isPinned = (passage: Passage) => pinned.value.has(passage.number);
  return [...list.filter(isPinned), ...list.filter((passage) => !isPinned(passage))];
});

/** Changes the filter, and says how many passages pass it. */
export function setFilter(part: Partial<Filter>): void {
  batch(() => {
    filter.value = { ...filter.value, ...part };
    spoken.value = t.list.pass(shown.value.size);
  });
}

/** Shows passages of a grade only, or no longer. */
export function toggleGrade(grade: Grade): void {
  setFilter({ grades: toggled(filter.value.grades, grade) });
}

/** Shows every passage, names and stock phrases too. */
export function showAll(): void {
  filter.value = { ...NO_FILTER, statementsOnly: false };
}

/** Chooses a passage: both sides come level and the panel opens. `side` is where the reader is. */
export function selectPassage(number: number | null, side?: Side): void {
  batch(() => {
    if (side) shownSide.value = side;
    selectedPassage.value = number;
    pointed.value = null;
    const passage = passageOf(number);
    if (passage) spoken.value = t.spokenPassage(passage, listed.value.length, current.value);
  });
}

/** Chooses a passage, or lets it go when it is the chosen one. */
export function togglePassage(number: number, side?: Side): void {
  selectPassage(selectedPassage.value === number ? null : number, side);
}

/** Opens the passage in the Shared lens. */
export function openPassage(number: number, side?: Side): void {
  batch(() => {
    showLens("shared");
    selectPassage(number, side);
  });
}
