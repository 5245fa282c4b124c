import { batch, computed, effect, signal, untracked } from "@preact/signals";
import { thePool } from "../engine";
import type { Pair } from "../engine/protocol";
import { language } from "../i18n";
import type { Article } from "../model/article";
import { CARRIED_LIMITS, type CarriedShort } from "../schema/carried";
import { type Failure, failureOf } from "./comparison";
import { pair } from "./library";
import { entriesOf, witness } from "./meaning";
import { matched } from "./otherArticles";
import { allPairs, arrangement, openPair, pairsProgress } from "./pairs";
import { options } from "./settings";
import { view } from "./statements";
import { titleOf } from "./titles";
import { kept, verdictOptions } from "./verdicts";

/** What a pair of articles means, in a paragraph. */
export interface Short extends CarriedShort {
  /** The two, to be opened; null where they did not come along. */
  articles: readonly [Article, Article] | null;
}

/** The paragraphs of all pairs; null before they were asked for. */
const gathered = signal<readonly Short[] | null>(null);
/** Those that a report brought. */
const brought = signal<readonly Short[]>([]);
export const allShort = computed(() => gathered.value ?? brought.value);

export const shortProgress = signal<{ done: number; all: number } | null>(null);
export const shortFailure = signal<Failure | null>(null);
export const shortCancelled = signal(false);

/** Articles up to which all pairs are told; of more, those with one of the two that are looked at. */
const ALL_TOLD = 20;

/** The pairs that are told, in the order of the articles. */
function pairsOf(now: readonly Article[]): [Article, Article][] {
  const { left, right } = pair.peek();
  const isTold = (one: Article) => now.length <= ALL_TOLD || one.id === left?.id || one.id === right?.id;
  const all = now.flatMap((one, at) =>
    now
      .slice(at + 1)
      .flatMap((other): [Article, Article][] => (isTold(one) || isTold(other) ? [[one, other]] : [])),
  );
  return all.slice(0, CARRIED_LIMITS.shorts);
}

/** Counts runs, so that an older one knows that it is no longer wanted. */
let run = 0;

/** Compares pairs for their paragraphs, unless that was done; null when it was ended before. */
export async function gatherShort(now: readonly Article[]): Promise<readonly Short[] | null> {
  if (gathered.peek()) return gathered.peek();
  const mine = ++run;
  const both = pairsOf(now);
  const asked = both.map(([left, right]): Pair => {
    return { left: left.id, right: right.id, verdicts: verdictOptions({ left, right }) };
  });
  const texts = new Map<Pair, string>();
  batch(() => {
    shortFailure.value = null;
    shortCancelled.value = false;
    shortProgress.value = { done: 0, all: both.length };
  });
  try {
    thePool().bring(entriesOf(now), options.peek());
    await thePool().stories(
      asked,
      language.peek(),
      (pairs, found) => {
        for (const [at, one] of pairs.entries()) texts.set(one, found[at] ?? "");
        shortProgress.value = { done: texts.size, all: both.length };
      },
      () => mine === run,
    );
  } catch (error) {
    if (mine === run) shortFailure.value = failureOf(error);
  }
  if (mine !== run) return null;
  batch(() => {
    shortProgress.value = null;
    if (shortFailure.value) return;
    gathered.value = both.map((articles, at) => {
      const [one, other] = articles;
      return { articles, titles: [titleOf(one), titleOf(other)], text: texts.get(asked[at] as Pair) ?? "" };
    });
  });
  return gathered.peek();
}

/** Ends the comparing. What was found so far is not kept. */
export function cancelShort(): void {
  run += 1;
  batch(() => {
    shortProgress.value = null;
    shortCancelled.value = true;
  });
}

/** Takes over the paragraphs that a report holds. */
export function bringShort(found: readonly CarriedShort[]): void {
  brought.value = found.map((one) => ({ ...one, articles: null }));
}

/** Opens the pair of a paragraph. */
export function openShort({ articles }: Short): void {
  if (articles) openPair(...articles);
}

/** Forgets what is of other articles, and asks anew while it is looked at. */
export function watchShort(): void {
  effect(() => {
    void [options.value, witness.value, matched.value, kept.value, language.value];
    untracked(() => {
      run += 1;
      batch(() => {
        gathered.value = null;
        shortProgress.value = null;
      });
    });
  });
  effect(() => {
    const isSeen = allPairs.value && view.value === "short" && !pairsProgress.value;
    const { order } = arrangement.value;
    void [options.value, witness.value, kept.value, language.value];
    if (isSeen && order.length > 1) untracked(() => void gatherShort(order));
  });
}
