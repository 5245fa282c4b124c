// What a reader did last, as a page notes it that may be left before the record says so.

import type { Article } from "../model/article";
import type { Options } from "../model/comparison";
import { fieldsOf, type Unknown } from "./dropped";
import { type KeptRecord, type KeptVerdict, VERSION } from "./record";

/** What came or was changed: the rest is in the record. */
export interface Late {
  articles: readonly Article[];
  verdicts: readonly KeptVerdict[];
  chosen: KeptRecord["chosen"];
  options: Options;
}

/** What is noted, as text: ids of articles that were taken away, and what came or was changed; null where nothing is. */
export interface Notes {
  gone: string | null;
  late: string | null;
}

/** Ids of articles that were taken away; none where the text is no list of ids. */
export const readGone = (text: string | null): ReadonlySet<string> =>
  new Set(listIn(parsed(text)).filter((id) => typeof id === "string"));

/** A record as it is to be read, with what was noted since it was written. One of another edition stays as it is. */
export function withLastChanges(found: unknown, notes: Notes): unknown {
  const [late, gone] = [parsed(notes.late), readGone(notes.gone)];
  const isLate = typeof late === "object" && late !== null;
  if ((!isLate && gone.size === 0) || (found === undefined && !isLate)) return found;
  const record: Unknown = found === undefined ? { version: VERSION } : fieldsOf(found);
  if (record.version !== VERSION) return found;
  const changed: Unknown = fieldsOf(late);
  const fresh = new Map(listIn(changed.articles).map((one) => [fieldsOf(one).id, one]));
  const before = listIn(record.articles).filter((one) => !gone.has(String(fieldsOf(one).id)));
  const here = new Set(before.map((one) => fieldsOf(one).id));
  const articles = [
    ...before.map((one) => fresh.get(fieldsOf(one).id) ?? one),
    ...[...fresh].flatMap(([id, one]) => (here.has(id) ? [] : [one])),
  ];
  const isOfGone = (one: unknown) => {
    const { left, right } = fieldsOf(fieldsOf(one).ids);
    return gone.has(String(left)) || gone.has(String(right));
  };
  const said = [...listIn(record.verdicts), ...listIn(changed.verdicts)].filter((one) => !isOfGone(one));
  const { chosen, options } = isLate ? changed : record;
  return { ...record, articles, verdicts: said, chosen: withoutGone(chosen, gone), options };
}

/** Who was taken away stands on no side. */
function withoutGone(chosen: unknown, gone: ReadonlySet<string>): unknown {
  const { left, right } = fieldsOf(chosen);
  const there = (id: unknown) => (gone.has(String(id)) ? null : id);
  return { ...fieldsOf(chosen), left: there(left), right: there(right) };
}

const listIn = (found: unknown): unknown[] => (Array.isArray(found) ? found : []);

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
