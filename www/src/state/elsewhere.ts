import { computed, effect, signal, untracked } from "@preact/signals";
import type { Article } from "../articles/article";
import { current, type Result } from "./comparison";
import { articles } from "./library";
import { endPool, thePool } from "./pool";
import { options } from "./settings";

/** How many articles are compared with each other: 200 are 19,900 pairs. */
export const MOST = 200;

/** The articles that are compared with each other, in the order in which they came. */
export const matched = computed(() => articles.value.slice(0, MOST));

/** What the engine found out about the passages of a comparison. */
const found = signal<{ of: Result; ids: readonly (readonly string[])[] } | null>(null);

const nowhere: ReadonlyMap<number, readonly Article[]> = new Map();

/** The other articles in which each passage of the comparison on the page stands as well, by its number. */
export const elsewhere = computed(() => {
  if (!found.value || found.value.of !== current.value) return nowhere;
  const byId = new Map(articles.value.map((article) => [article.id, article]));
  const entries = found.value.ids.map((ids, at): [number, readonly Article[]] => [
    at + 1,
    ids.flatMap((id) => byId.get(id) ?? []),
  ]);
  return new Map(entries.filter(([, others]) => others.length > 0));
});

async function look(result: Result, all: readonly Article[]): Promise<void> {
  try {
    thePool().bring(all, options.peek());
    const ids = await thePool().elsewhere([result.left.id, result.right.id]);
    const isAnswer = ids.length === result.comparison.passages.length;
    if (isAnswer && current.peek() === result) found.value = { of: result, ids };
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
    if (articles.value.length === 0) endPool();
  });
}
