import { batch, computed, effect, signal, untracked } from "@preact/signals";
import { thePool } from "../engine";
import { isSame } from "../engine/pool";
import type { Pair } from "../engine/protocol";
import { t } from "../i18n";
import type { Article } from "../model/article";
import type { Overlap, Share } from "../model/comparison";
import { type Alike, alikeFirst, together } from "../model/order";
import { across, type Side } from "../model/side";
import { forgetCandidates, isApart, isSifted, lookForCandidates, worthComparing } from "./candidates";
import { type Failure, failureOf } from "./comparison";
import { articles, chosen, known, pair } from "./library";
import { entriesOf, learnMeaning, witness } from "./meaning";
import { matched } from "./otherArticles";
import { options } from "./settings";
import { sharedWords } from "./sharedCounts";
import { type Kept, kept, keptByPair, verdictOptions } from "./verdicts";
import { type Sheet, sheet, spoken } from "./view";

/** Whether all pairs are looked at, in place of one. */
export const allPairs = signal(false);

/** How far the pairs have come; null when none are being compared, `all` 0 while those worth comparing are looked for. */
export const pairsProgress = signal<{ done: number; all: number } | null>(null);
/** Whether the reader ended it, and why it broke down. */
export const pairsCancelled = signal(false);
export const pairsFailure = signal<Failure | null>(null);

/** How much of an article is in another, and whether the engine met no limit of work. */
export interface KnownShare extends Share {
  complete: boolean;
  /** The sentences that say the same, as the engine gives them, where the article was on the left. */
  links: readonly number[] | null;
}

/** The share of the first article that is in the second, by their ids: kept apart, for it is large. */
const shares = new Map<string, Map<string, KnownShare>>();
/** Changes whenever there are new shares. */
const turn = signal(0);
/** What the shares are of. */
const compared = new Map<string, Article>();
let equal = options.peek();
let weighed = witness.peek();
/** What was said of pairs, by their keys, when their shares were last looked at. */
let said: ReadonlyMap<string, readonly Kept[]> = new Map();

/** What an article shares with one that it has too little in common with to be compared. */
const NOTHING = { verbatim: 0, edited: 0, reworded: 0, repeated: 0, complete: true, links: null } as const;

/** How much of the first article is in the second; undefined before that is known. */
export function shareOf(first: string, second: string): KnownShare | undefined {
  void turn.value;
  const share = shares.get(first)?.get(second);
  if (share || !isApart(first, second)) return share;
  return { ...NOTHING, words: known.peek().get(first)?.words ?? 0 };
}

/** How alike two articles are: the mean of their shares, so that one that stands whole in a longer one is. */
function likeness(one: KnownShare | undefined, other: KnownShare | undefined): number {
  if (!one || !other || one.words === 0 || other.words === 0) return 0;
  return (sharedWords(one) / one.words + sharedWords(other) / other.words) / 2;
}

/** All pairs of articles whose shares are known, by their places, the lower one first; in order. */
function knownPairs(now: readonly Article[]): Alike[] {
  const places = new Map(now.map(({ id }, at) => [id, at]));
  return now.flatMap(({ id }, a) => {
    const others = [...(shares.get(id) ?? [])].flatMap(([other, share]) => {
      const b = places.get(other);
      if (b === undefined || b < a) return [];
      return [{ a, b, likeness: likeness(share, shares.get(other)?.get(id)) }];
    });
    return others.sort((one, other) => one.b - other.b);
  });
}

/** What is arranged, since when. While pairs are being compared nothing changes its place. */
let arranged: { order: readonly Article[]; alike: readonly Alike[] } = { order: [], alike: [] };

/**
 * The articles with alike ones together, and the pairs of them that share something, most alike first. Of more articles than
 * are all compared with each other, those that share something.
 */
export const arrangement = computed(() => {
  void turn.value;
  const now = matched.value;
  if (pairsProgress.value && arranged.order.length > 0) {
    const byId = new Map(now.map((article) => [article.id, article]));
    const kept = arranged.order.flatMap(({ id }) => byId.get(id) ?? []);
    const had = new Set(kept);
    const fresh = isSifted(now.length) ? [] : now.filter((article) => !had.has(article));
    const places = new Map([...kept, ...fresh].map((article, at) => [article.id, at]));
    const place = (at: number) => places.get(arranged.order[at]?.id ?? "") ?? -1;
    const alike = arranged.alike.map((pair) => ({ ...pair, a: place(pair.a), b: place(pair.b) }));
    return { order: [...kept, ...fresh], alike: alike.filter(({ a, b }) => a >= 0 && b >= 0) };
  }
  if (pairsProgress.value) return { order: isSifted(now.length) ? [] : now, alike: [] };
  const alike = alikeFirst(knownPairs(now));
  const all = together(now.length, alike);
  // Who shares nothing comes last.
  const related = new Set(alike.flatMap(({ a, b }) => [a, b])).size;
  const places = isSifted(now.length) ? all.slice(0, related) : all;
  const order = places.flatMap((place) => now[place] ?? []);
  const back = new Map(places.map((place, at) => [place, at]));
  const turned = alike.map(({ a, b, likeness }) => ({ a: back.get(a) ?? 0, b: back.get(b) ?? 0, likeness }));
  arranged = { order, alike: turned };
  return arranged;
});

/** The links of all pairs of articles, each by its place in the list, as the engine takes them; null if some are not known. */
export function linksOf(now: readonly Article[]): Uint32Array | null {
  const all: number[] = [];
  for (const [at, one] of now.entries()) {
    for (const [behind, other] of now.slice(at + 1).entries()) {
      const [here, there] = [shareOf(one.id, other.id), shareOf(other.id, one.id)];
      if (!here || !there) return null;
      const place = at + 1 + behind;
      const links = here.links ?? there.links ?? [];
      const [left, right] = here.links ? [at, place] : [place, at];
      if (links.length > 0) all.push(left, right, links.length / 4, ...links);
    }
  }
  return Uint32Array.from(all);
}

/** What is said of pairs of articles that are here, by their keys. Where it stands depends on their texts alone. */
function saidOf(now: readonly Article[]): Map<string, readonly Kept[]> {
  const ids = new Set(now.map(({ id }) => id));
  const both = [...keptByPair.peek()].filter(
    ([, [one]]) => one && ids.has(one.ids.left) && ids.has(one.ids.right),
  );
  return new Map(both);
}

/** Whether the same was said. */
const isSaid = (one: readonly Kept[] = [], other: readonly Kept[] = []) =>
  one.length === other.length && one.every((said, at) => said === other[at]);

/** Forgets the shares of pairs of which something else is said now. */
function pruneSaid(now: readonly Article[]): void {
  const before = said;
  said = saidOf(now);
  for (const key of new Set([...before.keys(), ...said.keys()])) {
    if (isSaid(before.get(key), said.get(key))) continue;
    const [one = "", other = ""] = JSON.parse(key) as string[];
    shares.get(one)?.delete(other);
    shares.get(other)?.delete(one);
  }
}

/**
 * Forgets the shares of articles that are gone or compared otherwise, and of pairs of which something else is said;
 * all when other words are equal.
 */
function prune(now: readonly Article[]): void {
  pruneSaid(now);
  const stays = new Map(now.map((article) => [article.id, article]));
  const isOther = equal !== options.peek() || weighed !== witness.peek();
  [equal, weighed] = [options.peek(), witness.peek()];
  const isStill = (article: Article) => isSame(article, compared.get(article.id));
  if (isOther || compared.size !== now.length || !now.every(isStill)) forgetCandidates();
  for (const [id, before] of compared) {
    const article = stays.get(id);
    if (!isOther && article && isSame(article, before)) continue;
    compared.delete(id);
    shares.delete(id);
    for (const row of shares.values()) row.delete(id);
  }
  for (const [id, article] of stays) compared.set(id, article);
}

/** For each article those of which the reader said something that concerns it. */
function saidWith(): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const key of said.keys()) {
    const [one = "", other = ""] = JSON.parse(key) as string[];
    all.set(one, (all.get(one) ?? new Set()).add(other));
    all.set(other, (all.get(other) ?? new Set()).add(one));
  }
  return all;
}

/**
 * The pairs that are not known yet, or those of them with one article. What the reader said of a pair is heard whatever
 * the engine thinks of it.
 */
function missing(now: readonly Article[], only: string | null = null): Pair[] {
  const pairs: Pair[] = [];
  const heard = saidWith();
  const before = new Map<string, Article>();
  for (const right of now) {
    const [worth, told] = [worthComparing(right.id), heard.get(right.id)];
    const ids = worth ? new Set([...worth, ...(told ?? [])]) : before.keys();
    for (const id of ids) {
      const left = before.get(id);
      if (!left || (only && right.id !== only && id !== only) || shares.get(right.id)?.has(id)) continue;
      pairs.push({
        left: id,
        right: right.id,
        verdicts: told?.has(id) ? verdictOptions({ left, right }) : [],
      });
    }
    before.set(right.id, right);
  }
  return pairs;
}

function put(first: string, second: string, share: KnownShare): void {
  const row = shares.get(first) ?? new Map<string, KnownShare>();
  shares.set(first, row.set(second, share));
}

function putAll(pairs: readonly Pair[], found: readonly Overlap[]): void {
  for (const [at, { left, right }] of pairs.entries()) {
    const overlap = found[at];
    if (!overlap) continue;
    const { complete } = overlap;
    put(left, right, { ...overlap.left, complete, links: overlap.links });
    put(right, left, { ...overlap.right, complete, links: null });
  }
}

/** How many pairs may share more than was found. */
export const incompletePairs = computed(() => {
  void turn.value;
  const all = [...shares.values()].flatMap((row) => [...row.values()]);
  return all.filter(({ complete }) => !complete).length / 2;
});

/** Counts runs, so that an older one knows that it is no longer wanted. */
let run = 0;
/** Milliseconds between two drawings of what is coming in: each takes some of the time of the workers. */
const PACE = 400;

/** Compares the pairs that are not known yet. */
export async function comparePairs(): Promise<void> {
  const mine = ++run;
  const now = matched.peek();
  prune(now);
  if (!(await learnAll(now, mine))) return;
  thePool().bring(entriesOf(now), options.peek());
  if (isSifted(now.length) && !(await sift(now, mine))) return;
  const pairs = missing(now);
  const all = knownPairs(now).length + pairs.length;
  batch(() => {
    pairsCancelled.value = false;
    pairsFailure.value = null;
    pairsProgress.value = pairs.length > 0 ? { done: all - pairs.length, all } : null;
    turn.value += 1;
  });
  if (pairs.length === 0) return;
  let [done, drawn] = [all - pairs.length, performance.now()];
  const onFound = (batchOf: readonly Pair[], found: readonly Overlap[]) => {
    putAll(batchOf, found);
    done += batchOf.length;
    if (performance.now() - drawn < PACE) return;
    drawn = performance.now();
    batch(() => {
      turn.value += 1;
      pairsProgress.value = { done, all };
    });
  };
  try {
    await thePool().overlaps(pairs, onFound, () => mine === run);
  } catch (error) {
    if (mine === run) pairsFailure.value = failureOf(error);
  }
  if (mine === run) finish(now, all);
}

/** Finds out what the sentences of all articles mean, where a model does; whether the pairs are still wanted. */
async function learnAll(now: readonly Article[], mine: number): Promise<boolean> {
  if (!witness.peek()) return true;
  batch(() => {
    pairsCancelled.value = false;
    pairsFailure.value = null;
    pairsProgress.value = { done: 0, all: 0 };
  });
  const texts = now.map(({ text }) => text);
  await learnMeaning(
    texts,
    () => {},
    () => mine === run,
  ).catch(() => {});
  return mine === run;
}

/** Finds out which pairs are worth comparing; whether that is still wanted and could be done. */
async function sift(now: readonly Article[], mine: number): Promise<boolean> {
  batch(() => {
    pairsCancelled.value = false;
    pairsFailure.value = null;
    pairsProgress.value = { done: 0, all: 0 };
  });
  try {
    await lookForCandidates(now);
  } catch (error) {
    if (mine !== run) return false;
    batch(() => {
      pairsFailure.value = failureOf(error);
      pairsProgress.value = null;
    });
    return false;
  }
  return mine === run;
}

/** Compares all others with one article, for the list from which one is chosen to face it. */
async function compareWith(id: string): Promise<void> {
  const mine = ++run;
  const now = matched.peek();
  prune(now);
  const pairs = missing(now, id);
  if (pairs.length === 0) return;
  try {
    await learnMeaning(
      now.map(({ text }) => text),
      () => {},
      () => mine === run,
    );
    thePool().bring(entriesOf(now), options.peek());
    await thePool().overlaps(pairs, putAll, () => mine === run);
  } catch {
    // Then the list names no shares.
  }
  if (mine !== run) return;
  batch(() => {
    learn(now);
    turn.value += 1;
  });
}

function finish(now: readonly Article[], all: number): void {
  batch(() => {
    learn(now);
    pairsProgress.value = null;
    turn.value += 1;
    if (!pairsFailure.value) spoken.value = t.pairs.finished(all);
  });
}

/** Keeps how long the articles are, for the pickers. */
function learn(now: readonly Article[]): void {
  const next = new Map(known.peek());
  for (const { id } of now) {
    const [share] = shares.get(id)?.values() ?? [];
    if (share && !next.has(id)) next.set(id, { words: share.words, title: null });
  }
  known.value = next;
}

/** Ends the comparing of pairs; what is known stays. */
export function cancelPairs(): void {
  run += 1;
  batch(() => {
    pairsProgress.value = null;
    pairsCancelled.value = true;
    turn.value += 1;
  });
}

/** Shows all pairs, or the pair again. */
export function togglePairs(): void {
  batch(() => {
    sheet.value = null;
    allPairs.value = !allPairs.value && articles.value.length > 1;
  });
}

/** Opens a pair for reading, in the lens the reader was in: who goes from pair to pair asks each the same. */
export function openPair(left: Article, right: Article): void {
  batch(() => {
    chosen.value = { left: left.id, right: right.id };
    allPairs.value = false;
  });
}

/** Ends what is being compared, and forgets what no longer holds. */
function forget(now: readonly Article[]): void {
  if (pairsProgress.value) cancelPairs();
  // What is on its way was asked about what was said before.
  run += 1;
  prune(now);
  turn.value += 1;
}

const PICKERS: Partial<Record<NonNullable<Sheet>, Side>> = { "left-picker": "left", "right-picker": "right" };

/** Which pairs are wanted: all, or those with the article that the one being chosen is to face; null for none. */
const wanted = computed<"all" | Article | null>(() => {
  if (allPairs.value) return "all";
  const side = sheet.value && PICKERS[sheet.value];
  return side && articles.value.length > 2 ? pair.value[across(side)] : null;
});

/** Compares all pairs while they are looked at, and what may face an article while that is chosen. */
export function watchPairs(): void {
  effect(() => {
    const [now, want] = [matched.value, wanted.value];
    void [options.value, witness.value, kept.value];
    if (articles.value.length < 2) allPairs.value = false;
    untracked(() => {
      if (want === "all") void comparePairs();
      else forget(now);
      if (want && want !== "all") void compareWith(want.id);
    });
  });
}
