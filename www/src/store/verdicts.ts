import { computed, signal } from "@preact/signals";
import type { Article } from "../model/article";
import type { Passage, Result, Span, VerdictKind, Verdict as VerdictOption } from "../model/comparison";
import { SIDES, type Side } from "../model/side";
import type { Joined, KeptVerdict } from "../schema/record";

/** What a reader says of two stretches: they belong together (`pinned`), or they are no match (`refused`). */
export type Verdict = VerdictKind;

/** Two articles, in their places. */
export type Both = Readonly<Record<Side, Pick<Article, "id" | "text">>>;

/**
 * A passage by what it joins, so that it is known again in another comparison of the same articles: after
 * another option, an edit, or an exchange of the sides.
 */
export type { Joined };
export type Kept = KeptVerdict;

/** All that was said, of any articles, the oldest first. */
export const kept = signal<readonly Kept[]>([]);

/** What was last said, and what had been said before it, for as long as it can be taken back. */
export const lastVerdict = signal<{ said: Kept; before: readonly Kept[] } | null>(null);

/** A passage of a comparison by what it joins. */
export function joinedBy(passage: Record<Side, Span>, { left, right }: Both): Joined {
  const part = ({ text }: Both[Side], { start, end }: Span) => text.slice(start, end);
  return {
    ids: { left: left.id, right: right.id },
    spans: { left: passage.left, right: passage.right },
    texts: { left: part(left, passage.left), right: part(right, passage.right) },
  };
}

const mirrored = <T>({ left, right }: Record<Side, T>): Record<Side, T> => ({ left: right, right: left });

/** What is joined, seen with the sides as they are; null if it is of other articles. */
function facing(joined: Joined, { left, right }: Both): Joined | null {
  const { ids } = joined;
  if (ids.left === left.id && ids.right === right.id) return joined;
  if (ids.left !== right.id || ids.right !== left.id) return null;
  const known = mirrors.get(joined);
  const mirror = known ?? {
    ids: mirrored(ids),
    spans: mirrored(joined.spans),
    texts: mirrored(joined.texts),
  };
  mirrors.set(joined, mirror);
  return mirror;
}

/** What is joined, seen from the other side. */
const mirrors = new WeakMap<Joined, Joined>();

/** Where what is joined stands now on both sides; null if it is of other articles, or its words were changed. */
function standing(joined: Joined, both: Both): Record<Side, Span> | null {
  const here = facing(joined, both);
  const [left, right] = SIDES.map((side) => here && place(both[side].text, here, side));
  return left && right ? { left, right } : null;
}

/** How far from where they stood words are looked for, in UTF-16 units: beyond a chapter that was put before them. */
const REACH = 65_536;
/** The first stretch before that place in which words are looked for, in UTF-16 units; the next is four times as long. */
const FIRST_REACH = 1_024;
/** Words are looked for by their beginning, in UTF-16 units; search for a short pattern takes linear time. */
const BEGINNING = 64;
/** At so many places of that beginning in one stretch the whole is looked at. */
const MOST_PLACES = 16;

/** Where words were last found: the same question is asked again with every change on the page. */
const found = new WeakMap<Joined, Partial<Record<Side, { text: string; at: number | null }>>>();

/** Where the words of a side stand, nearest to where they stood; null when they are not there. */
function place(text: string, joined: Joined, side: Side): Span | null {
  const words = joined.texts[side];
  const at = placed(text, joined, side);
  return at === null ? null : { start: at, end: at + words.length };
}

function placed(text: string, joined: Joined, side: Side): number | null {
  const [words, { start }] = [joined.texts[side], joined.spans[side]];
  if (text.startsWith(words, start)) return start;
  const sides = found.get(joined) ?? {};
  const before = sides[side];
  if (before?.text === text) return before.at;
  const at = nearest(text, words, start);
  found.set(joined, { ...sides, [side]: { text, at } });
  return at;
}

function nearest(text: string, words: string, start: number): number | null {
  const [after] = placesIn(text, words, start, start + REACH);
  let end = start;
  for (let reach = FIRST_REACH; reach <= REACH && end > 0; reach *= 4) {
    const before = placesIn(text, words, Math.max(0, start - reach), end).at(-1);
    if (before !== undefined) return after !== undefined && after - start < start - before ? after : before;
    end = start - reach;
  }
  return after ?? null;
}

/** Some places of words that begin in a stretch, in order. */
function placesIn(text: string, words: string, from: number, to: number): number[] {
  const beginning = words.slice(0, BEGINNING);
  const stretch = text.slice(from, Math.max(from, to) + BEGINNING);
  const places: number[] = [];
  let at = stretch.indexOf(beginning);
  for (let tries = 0; at >= 0 && from + at < to && tries < MOST_PLACES; tries += 1) {
    if (text.startsWith(words, from + at)) places.push(from + at);
    at = stretch.indexOf(beginning, at + 1);
  }
  return places;
}

/** The passage of a comparison that joins most of the same stretches, wherever they stand by now. */
export function sameAs(joined: Joined, found: Result): Passage | null {
  const here = standing(joined, found);
  return (here && found.comparison.passages.find((passage) => isSame(passage, here))) ?? null;
}

/** Whether two pairs of stretches have more in common than each has alone, on both sides. */
function isSame(a: Record<Side, Span>, b: Record<Side, Span>): boolean {
  return SIDES.every((side) => {
    const common = Math.min(a[side].end, b[side].end) - Math.max(a[side].start, b[side].start);
    return common * 2 > Math.max(a[side].end - a[side].start, b[side].end - b[side].start);
  });
}

/** A pair of articles by its ids, whichever comes first. */
export const pairKey = (...ids: [string, string]) => JSON.stringify(ids.sort());

/** All that was said, by the pair it was said of, the oldest first. */
export const keptByPair = computed(() => {
  const all = new Map<string, Kept[]>();
  for (const said of kept.value) {
    const key = pairKey(said.ids.left, said.ids.right);
    const before = all.get(key);
    if (before) before.push(said);
    else all.set(key, [said]);
  }
  return all as ReadonlyMap<string, readonly Kept[]>;
});

/** What is kept of two articles and can be told where it stands, the oldest first. */
function keptOf(both: Both): { said: Kept; spans: Record<Side, Span> }[] {
  return (keptByPair.value.get(pairKey(both.left.id, both.right.id)) ?? []).flatMap((said) => {
    const spans = standing(said, both);
    return spans ? [{ said, spans }] : [];
  });
}

/** What was said of two articles, by where it stands now, the oldest first. */
export function verdictsOn(both: Both): { verdict: Verdict; spans: Record<Side, Span> }[] {
  return keptOf(both).map(({ said: { verdict }, spans }) => ({ verdict, spans }));
}

/** The same as the engine takes it: of two that contradict each other the first holds there, so the newest comes first. */
export function verdictOptions(both: Both): VerdictOption[] {
  return verdictsOn(both)
    .map(({ verdict, spans }) => ({ kind: verdict, ...spans }))
    .reverse();
}

/** What was refused of two articles, with its words on the left as it stands there. */
export function refusedOn(both: Both): { said: Kept; words: string }[] {
  const refused = keptOf(both).filter(({ said }) => said.verdict === "refused");
  return refused.map(({ said, spans: { left } }) => ({
    said,
    words: both.left.text.slice(left.start, left.end),
  }));
}

/** Whether two pairs of stretches have something in common on both sides. */
function touches(a: Record<Side, Span>, b: Record<Side, Span>): boolean {
  return SIDES.every((side) => a[side].start < b[side].end && b[side].start < a[side].end);
}

/** Says something of a passage, in place of what was said of it before and of what the engine would not heed beside it. */
export function say(verdict: Verdict, passage: Passage, found: Result): void {
  const before = kept.value;
  const said = { ...joinedBy(passage, found), verdict };
  const others = keptOf(found).filter(
    ({ said: { verdict: other }, spans }) =>
      isSame(passage, spans) || (verdict === "pinned" && other === "refused" && touches(passage, spans)),
  );
  const gone = new Set(others.map(({ said }) => said));
  kept.value = [...before.filter((one) => !gone.has(one)), said];
  lastVerdict.value = { said, before };
}

/** Takes back that a passage is pinned: whatever pin has words of it on both sides. */
export function unpin(passage: Passage, found: Result): void {
  const pins = keptOf(found).filter(
    ({ said, spans }) => said.verdict === "pinned" && touches(passage, spans),
  );
  withdraw(pins.map(({ said }) => said));
}

/** Takes back some of what was said. */
export function withdraw(said: readonly Kept[]): void {
  const gone = new Set(said);
  kept.value = kept.value.filter((one) => !gone.has(one));
  lastVerdict.value = null;
}

/** Takes over what was said of two articles elsewhere, in place of what was said of them here. */
export function addVerdicts(
  said: readonly { verdict: Verdict; spans: Record<Side, Span> }[],
  both: Both,
): void {
  const added = said.map(({ verdict, spans }) => ({ ...joinedBy(spans, both), verdict }));
  kept.value = [...kept.value.filter((one) => !facing(one, both)), ...added];
}

/** Takes back what was last said; what it was. */
export function undoVerdict(): Kept | null {
  const last = lastVerdict.value;
  if (last) kept.value = last.before;
  lastVerdict.value = null;
  return last?.said ?? null;
}

/** Forgets everything that was said. */
export function forgetVerdicts(): void {
  kept.value = [];
  lastVerdict.value = null;
}
