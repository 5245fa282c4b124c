import { lineOverridesOf, optionsOf, verdictNamed } from "../export/carried";
import { type Article, dayOf } from "../model/article";
import type { Options } from "../model/comparison";
import type { Side } from "../model/side";
import type { Kept } from "./verdicts";

/** What survives a visit. */
export interface KeptRecord {
  version: 1;
  articles: readonly Article[];
  chosen: Readonly<Record<Side, string | null>>;
  verdicts: readonly Kept[];
  options: Options;
}

/** A record with today's names, whichever edition wrote it, and with no day that the calendar does not have. */
export function withCurrentNames(record: KeptRecord): KeptRecord {
  return {
    ...record,
    articles: record.articles.map(articleOf),
    verdicts: record.verdicts.flatMap((one) => {
      const verdict = verdictNamed(one.verdict);
      return verdict ? [{ ...one, verdict }] : [];
    }),
    options: optionsOf({ ...record.options }),
  };
}

/** The first edition called `alternative` `other`, and `lineOverrides` `decisions`. */
function articleOf(kept: Article & { other?: Article["alternative"]; decisions?: unknown }): Article {
  const { other = null, alternative = other, decisions, ...article } = kept;
  return { ...article, date: dayOf(article.date), alternative, lineOverrides: lineOverridesOf(kept) };
}

/**
 * What is kept after this page changed: its own changes since `before`, which it last read or wrote, put into
 * what is kept now. So pages open at once lose nothing of each other. What both changed is as here; what one
 * took away and the other did not touch is gone.
 */
export function mergeRecords(
  before: KeptRecord | null,
  mine: KeptRecord,
  theirs: KeptRecord | undefined,
): KeptRecord {
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
