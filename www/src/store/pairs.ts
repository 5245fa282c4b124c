import { batch, computed, effect, signal, untracked } from "@preact/signals";
import { thePool } from "../engine";
import { isSame } from "../engine/pool";
import type { Pair } from "../engine/protocol";
import { t } from "../i18n";
import type { Article } from "../model/article";
import type { Overlap, Share } from "../model/comparison";
import { type Alike, alikeFirst, together } from "../model/order";
import { across, type Side } from "../model/side";
import { type Failure, failureOf } from "./comparison";
import { articles, chosen, known, pair } from "./library";
import { matched } from "./otherArticles";
import { options } from "./settings";
import { type Sheet, sheet, spoken } from "./view";

/** Whether all pairs are looked at, in place of one. */
export const allPairs = signal(false);

/** How far the pairs have come; null when none are being compared. */
export const pairsProgress = signal<{ done: number; all: number } | null>(null);
/** Whether the reader ended it, and why it broke down. */
export const pairsCancelled = signal(false);
export const pairsFailure = signal<Failure | null>(null);

/** The share of the first article that is in the second, by their ids: kept apart, for it is large. */
const shares = new Map<string, Map<string, Share>>();
/** Changes whenever there are new shares. */
const turn = signal(0);
/** What the shares are of. */
const compared = new Map<string, Article>();
let equal = options.peek();

/** How much of the first article is in the second; undefined before that is known. */
export function shareOf(first: string, second: string): Share | undefined {
  void turn.value;
  return shares.get(first)?.get(second);
}

/** How many words of a side are shared. */
export const sharedWords = ({ verbatim, edited, reworded }: Share) => verbatim + edited + reworded;

/** How alike two articles are: the mean of their shares, so that one that stands whole in a longer one is. */
function likeness(a: Article | undefined, b: Article | undefined): number {
  const [one, other] = [a && b && shares.get(a.id)?.get(b.id), a && b && shares.get(b.id)?.get(a.id)];
  if (!one || !other || one.words === 0 || other.words === 0) return 0;
  return (sharedWords(one) / one.words + sharedWords(other) / other.words) / 2;
}

/** What is arranged, since when. While pairs are being compared nothing changes its place. */
let arranged: { order: readonly Article[]; alike: readonly Alike[] } = { order: [], alike: [] };

/** The articles with alike ones together, and the pairs of them that share something, most alike first. */
export const arrangement = computed(() => {
  void turn.value;
  const now = matched.value;
  if (pairsProgress.value && arranged.order.length > 0) {
    const kept = arranged.order.flatMap(({ id }) => now.find((article) => article.id === id) ?? []);
    const fresh = now.filter((article) => !kept.includes(article));
    const places = new Map([...kept, ...fresh].map((article, at) => [article.id, at]));
    const place = (at: number) => places.get(arranged.order[at]?.id ?? "") ?? -1;
    const alike = arranged.alike.map((pair) => ({ ...pair, a: place(pair.a), b: place(pair.b) }));
    return { order: [...kept, ...fresh], alike: alike.filter(({ a, b }) => a >= 0 && b >= 0) };
  }
  if (pairsProgress.value) return { order: now, alike: [] };
  const alike = alikeFirst(now.length, (a, b) => likeness(now[a], now[b]));
  const places = together(now.length, alike);
  const order = places.flatMap((place) => now[place] ?? []);
  const back = new Map(places.map((place, at) => [place, at]));
  const turned = alike.map(({ a, b, likeness }) => ({ a: back.get(a) ?? 0, b: back.get(b) ?? 0, likeness }));
  arranged = { order, alike: turned };
  return arranged;
});

/** Forgets the shares of articles that are gone or compared otherwise; all when other words are equal. */
function prune(now: readonly Article[]): void {
  const stays = new Map(now.map((article) => [article.id, article]));
  const isOther = equal !== options.peek();
  equal = options.peek();
  for (const [id, before] of compared) {
    const article = stays.get(id);
    if (!isOther && article && isSame(article, before)) continue;
    compared.delete(id);
    shares.delete(id);
    for (const row of shares.values()) row.delete(id);
  }
  for (const [id, article] of stays) compared.set(id, article);
}

/** The pairs that are not known yet. */
function missing(now: readonly Article[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [at, { id }] of now.entries()) {
    for (const other of now.slice(0, at)) {
      if (!shares.get(id)?.has(other.id)) pairs.push([other.id, id]);
    }
  }
  return pairs;
}

function put(first: string, second: string, share: Share): void {
  const row = shares.get(first) ?? new Map<string, Share>();
  shares.set(first, row.set(second, share));
}

function putAll(pairs: readonly Pair[], found: readonly Overlap[]): void {
  for (const [at, [left, right]] of pairs.entries()) {
    const overlap = found[at];
    if (!overlap) continue;
    put(left, right, overlap.left);
    put(right, left, overlap.right);
  }
}

/** Counts runs, so that an older one knows that it is no longer wanted. */
let run = 0;
/** Milliseconds between two drawings of what is coming in: each takes some of the time of the workers. */
const PACE = 400;

/** Compares the pairs that are not known yet. */
export async function comparePairs(): Promise<void> {
  const mine = ++run;
  const now = matched.peek();
  prune(now);
  const pairs = missing(now);
  const all = (now.length * (now.length - 1)) / 2;
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
    thePool().bring(now, options.peek());
    await thePool().overlaps(pairs, onFound, () => mine === run);
  } catch (error) {
    if (mine === run) pairsFailure.value = failureOf(error);
  }
  if (mine === run) finish(now, all);
}

/** Compares all others with one article, for the list from which one is chosen to face it. */
async function compareWith(id: string): Promise<void> {
  const mine = ++run;
  const now = matched.peek();
  prune(now);
  const pairs = missing(now).filter((pair) => pair.includes(id));
  if (pairs.length === 0) return;
  try {
    thePool().bring(now, options.peek());
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

const PICKERS: Partial<Record<NonNullable<Sheet>, Side>> = { "left-picker": "left", "right-picker": "right" };

/** Compares all pairs while they are looked at, and what may face an article while that is chosen. */
export function watchPairs(): void {
  effect(() => {
    void [matched.value, options.value];
    if (articles.value.length < 2) allPairs.value = false;
    const wanted = allPairs.value;
    untracked(() => {
      if (wanted) void comparePairs();
      else if (pairsProgress.value) cancelPairs();
    });
  });
  effect(() => {
    const side = sheet.value && PICKERS[sheet.value];
    const other = side && pair.value[across(side)];
    if (other && articles.value.length > 2) untracked(() => void compareWith(other.id));
  });
}
