import { computed, effect, signal } from "@preact/signals";
import { leftOut } from "../lenses/onlyinone/leftOut";
import type { FactKind, Grade, Passage, Result, RowKind } from "../model/comparison";
import { byKind } from "../model/facts";
import { SIDES, type Side } from "../model/side";
import { current } from "./comparison";
import { elsewhere } from "./otherArticles";
import { type Joined, joinedBy, pinned, sameAs, setAside } from "./verdicts";

export type LensName = "shared" | "changes" | "leftout" | "facts";
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

export const lens = signal<LensName>("shared");
export const filter = signal<Filter>(NO_FILTER);
export const order = signal<Order>("left");

/** The number of the passage the reader chose, and of the one pointed at. */
export const selected = signal<number | null>(null);
export const pointed = signal<number | null>(null);

/** The row the reader chose in Changes, and the stretch in Left out: an index each. */
export const selectedRow = signal<number | null>(null);
export const selectedStretch = signal<number | null>(null);
/** The difference of fact the reader is at, by its place in the engine's list; and the kinds shown, none means all. */
export const selectedFact = signal<number | null>(null);
export const factKinds = signal<ReadonlySet<FactKind>>(new Set());

/** Parts of the summary of Changes that are lit; none means all. */
export type RowPart = "same" | "changed" | "moved" | "only";
export const rowParts = signal<ReadonlySet<RowPart>>(new Set());
/** Whether long one-sided stretches are folded away in Changes. */
export const folded = signal(false);

/** What lies over the page. */
export type Sheet =
  | "help"
  | "paste"
  | "list"
  | "menu"
  | "left-picker"
  | "right-picker"
  | "out"
  | "bookmarklet"
  | "by-hand"
  | "licences"
  | null;
export const sheet = signal<Sheet>(null);

/** Closes what lies over the page; with a name, only that. */
export function closeSheet(name?: NonNullable<Sheet>): void {
  if (name === undefined || sheet.value === name) sheet.value = null;
}

export const filterOpen = signal(false);

/** The side on which the reader chooses what is compared: every paragraph can be taken out there. */
export const choosing = signal<Side | null>(null);

/** The side whose article is being edited. */
export const editing = signal<Side | null>(null);

/** The side that is shown where there is room for one. */
export const shownSide = signal<Side>("left");

/** What was last said to screen readers. */
export const spoken = signal("");

const none: readonly Passage[] = [];

/** All passages of the comparison on the page. */
export const passages = computed(() => current.value?.comparison.passages ?? none);

/** A passage by its number. */
export const passageOf = (number: number | null): Passage | null =>
  number === null ? null : (passages.value[number - 1] ?? null);

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
  const passage = passageOf(selected.value);
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

/** The part of the summary that a row is counted in; null for page clutter. */
export function partOf(kind: RowKind): RowPart | null {
  if (kind === "boilerplate") return null;
  return kind === "reworded" ? "changed" : kind;
}

/** Indexes of the rows that differ: changed ones, and moved ones once. */
export const changedRows = computed(() => rowsOf(new Set(["changed", "moved"])));

/** Indexes of the rows that the list shows and N and P step through: the parts that are lit, or all that differ. */
export const listedRows = computed(() =>
  rowParts.value.size > 0 ? rowsOf(rowParts.value) : changedRows.value,
);

function rowsOf(parts: ReadonlySet<RowPart>): number[] {
  const rows = current.value?.comparison.rows ?? [];
  return rows.flatMap(({ kind, left }, at) => {
    const part = partOf(kind);
    return part && parts.has(part) && (part !== "moved" || left) ? [at] : [];
  });
}

/** The differences of fact in the order in which they are shown, each by its place in the engine's list. */
export const factOrder = computed(() => {
  const groups = byKind(current.value?.comparison.facts.differences ?? []);
  const kinds = factKinds.value;
  return [...groups].flatMap(([kind, facts]) =>
    kinds.size === 0 || kinds.has(kind) ? facts.map(({ at }) => at) : [],
  );
});

/** What each side has that the other does not, left first. */
export const stretches = computed(() => {
  const found = current.value?.comparison.leftOut;
  if (!found) return [];
  const refused = [...setAside.value].flatMap((number) => passageOf(number) ?? []);
  const counted = refused.filter(({ substance, primary }) => substance === "statement" && !primary);
  return SIDES.flatMap((side) => leftOut(side, found[side], counted));
});

/** Whether the longest stretches stand first in the list of Left out, and come first with N and P. */
export const longestFirst = signal(false);

/** The stretches in the order of their list, each by its place in `stretches`: left before right. */
export const stretchOrder = computed(() => {
  const all = stretches.value.map((stretch, at) => ({ at, ...stretch }));
  if (longestFirst.value) {
    const rank = { left: 0, right: 1 };
    all.sort((a, b) => rank[a.side] - rank[b.side] || b.words - a.words || a.at - b.at);
  }
  return all.map(({ at }) => at);
});

/** The pair for which `editing` holds; another pair ends it. */
let edited: (string | undefined)[] = [];

/** The chosen passage by what it joins, so that another comparison of the same articles keeps the choice. */
let chosenOne: Joined | null = null;

/** Puts the view back to the start whenever another comparison comes onto the page. */
export function watchComparison(): void {
  effect(() => {
    const [number, found] = [selected.value, current.peek()];
    const passage = found?.comparison.passages[(number ?? 0) - 1];
    if (found) chosenOne = passage ? joinedBy(passage, found) : null;
  });
  effect(() => {
    const found = current.value;
    // While a comparison is on its way there is none: what was chosen waits for it.
    const kept = found && chosenOne ? sameAs(chosenOne, found) : null;
    selected.value = kept?.number ?? null;
    pointed.value = null;
    selectedRow.value = null;
    selectedStretch.value = null;
    selectedFact.value = null;
    factKinds.value = new Set();
    rowParts.value = new Set();
    endEditing(found);
  });
}

function endEditing(found: Result | null): void {
  const ids = [found?.left.id, found?.right.id];
  if (ids.some((id, at) => id !== edited[at])) editing.value = null;
  edited = ids;
}
