// A page may be left before the record says what the reader did last: it takes some milliseconds to write. What was
// taken away is noted at once, and what came or was changed when the page goes, where the browser writes at once.

import { type Late, type Notes, readGone } from "../schema/lastChanges";
import type { KeptRecord } from "../schema/record";
import { readLocal, writeLocal } from "../storage/local";
import { KEYS } from "../storage/names";

/** Longest text of what came or was changed, in UTF-16 units: a browser has room for 5 MB, and writes it at once. */
const LONGEST = 1_000_000;

/** What is noted, by this page and others. */
export const notes = (): Notes => ({
  gone: readLocal(KEYS.gone) ?? null,
  late: readLocal(KEYS.late) ?? null,
});

/** Takes notes away that the record has by now; what was noted since stays. */
export function settle(known: Notes): void {
  const now = notes();
  if (now.gone !== null && now.gone === known.gone) writeLocal(KEYS.gone, null);
  if (now.late !== null && now.late === known.late) writeLocal(KEYS.late, null);
}

export function forgetNotes(): void {
  for (const key of [KEYS.gone, KEYS.late]) writeLocal(key, null);
}

/** What this page has noted as taken away. */
let own: ReadonlySet<string> = new Set();

/** Notes which articles of the record are on the page no more. */
export function noteGone(before: KeptRecord | null, here: readonly { id: string }[]): void {
  const ids = new Set(here.map(({ id }) => id));
  const gone = (before?.articles ?? []).flatMap(({ id }) => (ids.has(id) ? [] : [id]));
  if (gone.length === 0 && own.size === 0) return;
  const others = [...readGone(notes().gone)].filter((id) => !own.has(id) && !ids.has(id));
  own = new Set(gone);
  const all = new Set([...others, ...gone]);
  writeLocal(KEYS.gone, all.size > 0 ? JSON.stringify([...all]) : null);
}

/** Notes what the record lacks of the page; false when that is nothing, or too much. */
export function noteLate(before: KeptRecord | null, record: KeptRecord): boolean {
  const { chosen, options } = record;
  const [articles, said] = [new Set(before?.articles), new Set(before?.verdicts)];
  const late: Late = {
    articles: record.articles.filter((one) => !articles.has(one)),
    verdicts: record.verdicts.filter((one) => !said.has(one)),
    chosen,
    options,
  };
  const isChosen = before?.chosen.left === chosen.left && before.chosen.right === chosen.right;
  const isSame = isChosen && before.options === options;
  if (record.articles.length === 0 || (isSame && late.articles.length + late.verdicts.length === 0))
    return false;
  const length = late.articles.reduce(
    (sum, { text, alternative }) => sum + text.length + (alternative?.text.length ?? 0),
    0,
  );
  if (length > LONGEST) return false;
  return writeLocal(KEYS.late, JSON.stringify(late));
}
