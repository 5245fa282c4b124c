import { type KeptRecord, VERSION } from "../schema/record";

/** What is kept when another page has forgotten everything. */
const NOTHING: KeptRecord = {
  version: VERSION,
  articles: [],
  chosen: { left: null, right: null },
  verdicts: [],
  options: {},
};

/**
 * What is kept after this page changed: its own changes since `before`, which it last read or wrote, put into
 * what is kept now. So pages open at once lose nothing of each other. What both changed is as here; what one
 * took away and the other did not touch is gone.
 */
export function mergeRecords(
  before: KeptRecord | null,
  mine: KeptRecord,
  found: KeptRecord | null,
): KeptRecord {
  const theirs = found ?? NOTHING;
  const articles = merge(before?.articles ?? [], mine.articles, theirs.articles, ({ id }) => id);
  const has = (id: string | null) => articles.some((article) => article.id === id);
  const verdicts = merge(before?.verdicts ?? [], mine.verdicts, theirs.verdicts, (one) =>
    JSON.stringify([one.ids, one.spans, one.verdict]),
  );
  const isHere = has(mine.chosen.left) && has(mine.chosen.right);
  return {
    version: VERSION,
    articles,
    chosen: isHere ? mine.chosen : chosenOf(theirs.chosen, has),
    verdicts: verdicts.filter(({ ids }) => has(ids.left) && has(ids.right)),
    options: found && before?.options === mine.options ? found.options : mine.options,
  };
}

/** Who is not there any more stands on no side. */
function chosenOf({ left, right }: KeptRecord["chosen"], has: (id: string | null) => boolean) {
  return { left: has(left) ? left : null, right: has(right) ? right : null };
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
