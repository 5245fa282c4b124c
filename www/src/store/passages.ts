import { batch, computed, signal } from "@preact/signals";
import { t } from "../i18n";
import type { Grade, Move, Passage } from "../model/comparison";
import { isShared } from "../model/covers";
import { movesInside } from "../model/passageMoves";
import { toggled } from "../model/sets";
import type { Side } from "../model/side";
import { current } from "./comparison";
import { showLens } from "./lens";
import { elsewhere } from "./otherArticles";
import { pointed, selectedPassage } from "./selection";
import { refusedOn } from "./verdicts";
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
}

export const NO_FILTER: Filter = {
  grades: new Set(),
  minWords: 0,
  quotations: "all",
  stock: "all",
  movedOnly: false,
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

/** A passage as a pair of texts: its edits, and what moved inside it. */
export function pairOf(passage: Passage): Passage & { moves: readonly Move[] } {
  const comparison = current.value?.comparison;
  return { ...passage, moves: comparison ? movesInside(comparison, passage) : [] };
}

/** The passage the reader chose. */
export const chosenPassage = () => passageOf(selectedPassage.value);

/** The longer side of a passage, in words. */
export const lengthOf = (passage: Passage) => Math.max(passage.words.left, passage.words.right);

/** The passages that count. */
export const counted = computed(() => passages.value.filter(isShared));

/** How many weak matches, names and stock phrases both sides have that do not count. */
export const uncountedCount = computed(
  () => passages.value.filter(({ coverage }) => coverage === "weak" || coverage === "formulaic").length,
);

/** The passages with marks in the articles: those that count, and the chosen one. */
export const drawn = computed(() => {
  const extra = undrawn.value;
  return passages.value.filter((passage) => isShared(passage) || passage.number === extra);
});

/** The chosen passage, if it would have no mark otherwise. Most choices leave this as it is. */
const undrawn = computed(() => {
  const passage = chosenPassage();
  return passage && !isShared(passage) ? passage.number : null;
});

/** What the reader refused of the articles on the page, with its words on the left. */
export const refused = computed(() => (current.value ? refusedOn(current.value) : []));

/** The numbers of the passages that pass the filter or are pinned; the others are drawn faintly. */
export const shown = computed<ReadonlySet<number>>(() => {
  const { grades, minWords, quotations, stock, movedOnly } = filter.value;
  const passes = (passage: Passage) =>
    (grades.size === 0 || grades.has(passage.grade)) &&
    lengthOf(passage) >= minWords &&
    (quotations === "all" || passage.quotation === (quotations === "only")) &&
    (stock === "all" || elsewhere.value.has(passage.number) === (stock === "only")) &&
    (!movedOnly || passage.moved);
  const isShown = (passage: Passage) => passage.pinned || passes(passage);
  return new Set(counted.value.filter(isShown).map((passage) => passage.number));
});

/** How many of the passages stand in another place on the other side. */
export const movedCount = computed(() => counted.value.filter((passage) => passage.moved).length);

/** How many passages the filter hides. */
export const hiddenCount = computed(() => counted.value.length - shown.value.size);

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
  return [...list.filter(({ pinned }) => pinned), ...list.filter(({ pinned }) => !pinned)];
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

/** Shows every passage that counts. */
export function showAll(): void {
  filter.value = NO_FILTER;
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
