import { type Article, dayOf } from "../articles/article";
import type { Options } from "../engine/engine";
import { lineOverridesOf, optionsOf } from "../out/carried";
import type { Side } from "../reading/words";
import type { Kept } from "./verdicts";

/** What survives a visit. */
export interface Record1 {
  version: 1;
  articles: readonly Article[];
  chosen: Readonly<Record<Side, string | null>>;
  verdicts: readonly Kept[];
  options: Options;
}

/** A record with today's names, whichever edition wrote it, and with no day that the calendar does not have. */
export function withCurrentNames(record: Record1): Record1 {
  return {
    ...record,
    articles: record.articles.map((article) => ({
      ...article,
      date: dayOf(article.date),
      lineOverrides: lineOverridesOf(article),
    })),
    options: optionsOf({ ...record.options }),
  };
}

/**
 * What is kept after this page changed: its own changes since `before`, which it last read or wrote, put into
 * what is kept now. So pages open at once lose nothing of each other. What both changed is as here; what one
 * took away and the other did not touch is gone.
 */
export function merged(before: Record1 | null, mine: Record1, theirs: Record1 | undefined): Record1 {
  if (theirs?.version !== 1) return mine;
  const articles = merge(before?.articles ?? [], mine.articles, theirs.articles, ({ id }) => id);
  const has = (id: string | null) => articles.some((article) => article.id === id);
  const verdicts = merge(before?.verdicts ?? [], mine.verdicts, theirs.verdicts, (one) =>
    JSON.stringify([one.ids, one.spans, one.verdict]),
  );
  const isWhole = has(mine.chosen.left) && has(mine.chosen.right);
  return {
    version: 1,
    articles,
    chosen: isWhole ? mine.chosen : theirs.chosen,
    verdicts: verdicts.filter(({ ids }) => has(ids.left) && has(ids.right)),
    options: before && before.options === mine.options ? theirs.options : mine.options,
  };
}

/** Things that did not change are the same objects as before. */
function merge<T>(
  before: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  keyOf: (one: T) => string,
): T[] {
  const [was, here, there] = [before, mine, theirs].map(
    (all) => new Map(all.map((one) => [keyOf(one), one])),
  ) as [Map<string, T>, Map<string, T>, Map<string, T>];
  const own = [...here].flatMap(([key, one]) => {
    const other = was.get(key) === one ? there.get(key) : one;
    return other === undefined ? [] : [other];
  });
  const added = [...there].flatMap(([key, one]) => (here.has(key) || was.has(key) ? [] : [one]));
  return [...own, ...added];
}
