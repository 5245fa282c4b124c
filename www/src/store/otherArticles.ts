import { computed, effect, signal, untracked } from "@preact/signals";
import { thePool } from "../engine";
import type { Article } from "../model/article";
import type { Result } from "../model/comparison";
import { CARRIED_LIMITS, type CarriedStock } from "../schema/carried";
import { current } from "./comparison";
import { articles } from "./library";
import { entriesOf } from "./meaning";
import { options } from "./settings";
import { titleOf } from "./titles";
import { type Joined, joinedBy, sameAs } from "./verdicts";

/** How many articles are compared with each other. */
export const MOST_ARTICLES = 2_000;

/** The articles that are compared with each other, in the order in which they came. */
export const matched = computed(() => articles.value.slice(0, MOST_ARTICLES));

/** What the engine found out about the passages of a comparison. */
const found = signal<{ of: Result; ids: readonly (readonly string[])[]; complete: boolean } | null>(null);

/** What a report or a link says of passages: they stand in articles that did not come along. */
const brought = signal<readonly (Joined & { names: readonly string[] })[]>([]);

/**
 * What the other articles are called in which each passage of the comparison on the page stands as well,
 * by its number.
 */
export const elsewhere = computed<ReadonlyMap<number, readonly string[]>>(() => {
  const [result, all] = [current.value, new Map<number, readonly string[]>()];
  if (!result) return all;
  const add = (number: number | undefined, names: readonly string[]) => {
    if (!number || names.length === 0) return;
    const both = new Set([...names, ...(all.get(number) ?? [])]);
    all.set(number, [...both].slice(0, CARRIED_LIMITS.namesOfPassage));
  };
  for (const one of brought.value) add(sameAs(one, result)?.number, one.names);
  if (found.value?.of !== result) return all;
  const byId = new Map(articles.value.map((article) => [article.id, article]));
  for (const [at, ids] of found.value.ids.entries()) {
    add(at + 1, ids.flatMap((id) => byId.get(id) ?? []).map(titleOf));
  }
  return all;
});

/** Whether passages may stand in more articles than is said. */
export const isElsewhereIncomplete = computed(
  () => found.value !== null && found.value.of === current.value && !found.value.complete,
);

/** What is known of passages in further articles, by where they stand. */
export function elsewhereOf({ comparison }: Result): CarriedStock[] {
  return [...elsewhere.value].flatMap(([number, names]) => {
    const passage = comparison.passages[number - 1];
    return passage ? [{ spans: { left: passage.left, right: passage.right }, names: [...names] }] : [];
  });
}

/** Takes over what was known of two articles where they came from. */
export function addElsewhere(said: readonly CarriedStock[], both: Pick<Result, "left" | "right">): void {
  const added = said.map(({ spans, names }) => ({ ...joinedBy(spans, both), names }));
  const isOther = ({ ids }: Joined) => ids.left !== both.left.id || ids.right !== both.right.id;
  brought.value = [...brought.value.filter(isOther), ...added];
}

async function look(result: Result, all: readonly Article[]): Promise<void> {
  try {
    thePool().bring(entriesOf(all), options.peek());
    const { left, right, verdicts } = result;
    const { articles: ids, complete } = await thePool().elsewhere({
      left: left.id,
      right: right.id,
      verdicts,
    });
    const isAnswer = ids.length === result.comparison.passages.length;
    if (isAnswer && current.peek() === result) found.value = { of: result, ids, complete };
  } catch {
    // Without an answer no passage is said to stand elsewhere; the comparison itself is whole.
  }
}

/** Looks for the passages of the pair that is looked at in all articles, where there are more than two. */
export function watchElsewhere(): void {
  effect(() => {
    const [result, all] = [current.value, matched.value];
    const isIn = ({ id }: Article) => all.some((article) => article.id === id);
    if (result && all.length > 2 && isIn(result.left) && isIn(result.right)) {
      untracked(() => void look(result, all));
    }
  });
  effect(() => {
    if (articles.value.length === 0) thePool().end();
  });
}
