import { batch, computed, signal } from "@preact/signals";
import { t } from "../i18n";
import { findAll, type Hit } from "../model/find";
import { SIDES } from "../model/side";
import { current } from "./comparison";
import { pair } from "./library";
import { shownSide, spoken } from "./view";

/** What the reader looks for in both articles; null while nothing is looked for. */
export const query = signal<string | null>(null);

/** The most places of a side that are found: nobody goes through more, and all are marked. */
export const MOST_HITS = 1000;

/** Where the articles say what the reader looks for: left before right, each in order. */
export const hits = computed<readonly Hit[]>(() => {
  const wanted = query.value;
  if (!wanted) return [];
  return SIDES.flatMap((side) => {
    const text = (current.value ?? pair.value)[side]?.text ?? "";
    return findAll(text, wanted, MOST_HITS).map((stretch) => ({ ...stretch, side }));
  });
});

/** The place the reader is at, by its index in `hits`. */
const at = signal<number | null>(null);
export const hitAt = computed(() => (at.value !== null && at.value < hits.value.length ? at.value : null));

/** Opens the field, or keeps it open. */
export function openFind(): void {
  query.value ??= "";
}

/** Looks for something else; the first place comes into sight. */
export function look(wanted: string): void {
  batch(() => {
    query.value = wanted;
    at.value = null;
  });
  if (hits.value.length > 0) goTo(0);
  else spoken.value = wanted.trim() ? t.find.nothing : "";
}

/** Goes to the next or previous place, round at the ends. */
export function stepHit(by: 1 | -1): void {
  const { length } = hits.value;
  if (length === 0) return;
  const from = hitAt.value ?? (by > 0 ? -1 : 0);
  goTo((from + by + length) % length);
}

function goTo(index: number): void {
  const hit = hits.value[index];
  if (!hit) return;
  batch(() => {
    at.value = index;
    shownSide.value = hit.side;
    spoken.value = t.find.spoken(index + 1, hits.value.length, hit.side);
  });
}

/** Ends looking. */
export function closeFind(): void {
  batch(() => {
    query.value = null;
    at.value = null;
  });
}
