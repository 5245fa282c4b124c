import { computed, signal } from "@preact/signals";
import type { Passage, Result, Span } from "../model/comparison";
import { SIDES, type Side } from "../model/side";
import { current } from "./comparison";

/** What a reader says of a passage: that it belongs together, or that it is none. */
export type Verdict = "pinned" | "aside";

/**
 * A passage by what it joins, so that it is known again in another comparison of the same articles: after
 * another option, an edit, or an exchange of the sides.
 */
export interface Joined {
  /** Ids of the articles. */
  ids: Record<Side, string>;
  spans: Record<Side, Span>;
  texts: Record<Side, string>;
}

export interface Kept extends Joined {
  verdict: Verdict;
}

/** All that was said, of any articles. */
export const kept = signal<readonly Kept[]>([]);

/** What was last said of a passage, for as long as it can be taken back. */
export const lastVerdict = signal<{ number: number; verdict: Verdict; before: readonly Kept[] } | null>(null);

/** A passage of a comparison by what it joins. */
export function joinedBy(passage: Record<Side, Span>, { left, right }: Omit<Result, "comparison">): Joined {
  const part = ({ text }: Result["left"], { start, end }: Span) => text.slice(start, end);
  return {
    ids: { left: left.id, right: right.id },
    spans: { left: passage.left, right: passage.right },
    texts: { left: part(left, passage.left), right: part(right, passage.right) },
  };
}

const mirrored = <T>({ left, right }: Record<Side, T>): Record<Side, T> => ({ left: right, right: left });

/** What is joined, seen with the sides as they are in a comparison; null if it is of other articles. */
function facing(joined: Joined, { left, right }: Result): Joined | null {
  const { ids } = joined;
  if (ids.left === left.id && ids.right === right.id) return joined;
  if (ids.left !== right.id || ids.right !== left.id) return null;
  return { ids: mirrored(ids), spans: mirrored(joined.spans), texts: mirrored(joined.texts) };
}

/** The passage of a comparison that joins most of the same stretches, wherever they stand by now. */
export function sameAs(joined: Joined, found: Result): Passage | null {
  const here = facing(joined, found);
  const [left, right] = SIDES.map((side) => here && standing(found[side].text, here, side));
  if (!left || !right) return null;
  const isSame = (passage: Passage) => meets(passage.left, left) && meets(passage.right, right);
  return found.comparison.passages.find(isSame) ?? null;
}

/** Where the words of a side stand now, nearest to where they stood; null when they were changed. */
function standing(text: string, { spans, texts }: Joined, side: Side): Span | null {
  const [words, { start }] = [texts[side], spans[side]];
  const places = [text.lastIndexOf(words, start), text.indexOf(words, start)].filter((place) => place >= 0);
  const [nearest] = places.sort((a, b) => Math.abs(a - start) - Math.abs(b - start));
  return nearest === undefined ? null : { start: nearest, end: nearest + words.length };
}

/** Whether two stretches have more in common than each has alone. */
function meets(a: Span, b: Span): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common * 2 > Math.max(a.end - a.start, b.end - b.start);
}

const numbersOf = (verdict: Verdict) =>
  computed<ReadonlySet<number>>(() => {
    const found = current.value;
    const mine = found ? kept.value.filter((one) => one.verdict === verdict) : [];
    return new Set(mine.flatMap((one) => (found ? (sameAs(one, found)?.number ?? []) : [])));
  });

/** Passages that belong together, says the reader: they stand at the top of the list, whatever the filter. */
export const pinned = numbersOf("pinned");

/** Passages that are none, says the reader: they count nowhere. */
export const setAside = numbersOf("aside");

/** Says something of a passage, or says it no longer. A passage has one verdict at most. */
export function toggleVerdict(passage: Passage, verdict: Verdict): void {
  const found = current.value;
  if (!found) return;
  const before = kept.value;
  const had = (verdict === "pinned" ? pinned : setAside).value.has(passage.number);
  const others = before.filter((one) => sameAs(one, found)?.number !== passage.number);
  kept.value = had ? others : [...others, { ...joinedBy(passage, found), verdict }];
  lastVerdict.value = had ? null : { number: passage.number, verdict, before };
}

/** What was said of the passages of a comparison, by where those stand now. */
export function verdictsOn(found: Result): { verdict: Verdict; spans: Record<Side, Span> }[] {
  return kept.value.flatMap((one) => {
    const here = facing(one, found);
    const [left, right] = SIDES.map((side) => here && standing(found[side].text, here, side));
    return left && right ? [{ verdict: one.verdict, spans: { left, right } }] : [];
  });
}

/** Takes over what was said of the passages of two articles elsewhere. */
export function addVerdicts(
  said: readonly { verdict: Verdict; spans: Record<Side, Span> }[],
  { left, right }: Omit<Result, "comparison">,
): void {
  const part = ({ text }: Result["left"], { start, end }: Span) => text.slice(start, end);
  const ids = { left: left.id, right: right.id };
  const added = said.map(({ verdict, spans }) => ({
    verdict,
    ids,
    spans,
    texts: { left: part(left, spans.left), right: part(right, spans.right) },
  }));
  const others = kept.value.filter((one) => one.ids.left !== left.id || one.ids.right !== right.id);
  kept.value = [...others, ...added];
}

/** Takes back what was last said. */
export function undoVerdict(): void {
  if (lastVerdict.value) kept.value = lastVerdict.value.before;
  lastVerdict.value = null;
}

/** Forgets everything that was said. */
export function forgetVerdicts(): void {
  kept.value = [];
  lastVerdict.value = null;
}
