// The record that a browser keeps from visit to visit, and the same as a file. What is read may come from an older or
// newer edition, a broken disk, or anybody: what is sound is taken, the rest is counted.

import { type Article, CAPS } from "../model/article";
import type { Options, Span, VerdictKind } from "../model/comparison";
import { SIDES, type Side } from "../model/side";
import { readAlternative, readArticle } from "./article";
import { CARRIED_LIMITS } from "./carried";
import { DropLog, type Dropped, fieldsOf, listOf, readAll } from "./dropped";
import { Room, readOptions, readSpans, verdictNamed } from "./options";

/** Two stretches that a reader said something of, by what they join. */
export interface Joined {
  /** Ids of the articles. */
  ids: Record<Side, string>;
  spans: Record<Side, Span>;
  texts: Record<Side, string>;
}

export interface KeptVerdict extends Joined {
  verdict: VerdictKind;
}

/** What survives a visit. */
export interface KeptRecord {
  version: 1;
  articles: readonly Article[];
  chosen: Readonly<Record<Side, string | null>>;
  verdicts: readonly KeptVerdict[];
  options: Options;
}

/** The version of the records that this edition reads and writes. */
export const VERSION = 1;

/** What a record may hold, in counts and UTF-16 units: far more than a reader collects by hand. */
export const RECORD_LIMITS = {
  articles: 5_000,
  verdicts: 20_000,
  /** Verdicts of one pair, as many as go along with a link. */
  ofPair: CARRIED_LIMITS.verdicts,
  id: 200,
} as const;

/** What became of a record that was read. */
export type RecordReading =
  | { is: "none" }
  /** A newer edition wrote it: it is to be left alone. */
  | { is: "newer" }
  /** It is in no form that an edition writes: it is to be left alone. */
  | { is: "unknown" }
  | { is: "record"; record: KeptRecord; dropped: Dropped };

/** Reads a record, whoever wrote it. */
export function readRecord(found: unknown): RecordReading {
  if (found === undefined) return { is: "none" };
  const given = fieldsOf(found);
  if (given.version !== VERSION) return { is: isNewer(given.version) ? "newer" : "unknown" };
  const log = new DropLog();
  const list = listOf(given.articles ?? null, "articles", RECORD_LIMITS.articles, log);
  const taken = new Set<string>();
  const articles = readAll(list, "articles", log, (one) => articleOf(one, taken, log));
  const verdicts = listOf(given.verdicts ?? null, "verdicts", RECORD_LIMITS.verdicts, log);
  const record: KeptRecord = {
    version: VERSION,
    articles,
    chosen: chosenOf(given.chosen, articles, log),
    verdicts: readAll(verdicts, "verdicts", log, verdictReader(taken)),
    options: readOptions(given.options ?? null, log),
  };
  return { is: "record", record, dropped: log.dropped };
}

const isNewer = (version: unknown) => typeof version === "number" && version > VERSION;

function articleOf(found: unknown, taken: Set<string>, log: DropLog): Article | null {
  const { id } = fieldsOf(found);
  if (typeof id !== "string" || id === "" || id.length > RECORD_LIMITS.id || taken.has(id)) return null;
  const article = readArticle(found, log);
  if (!article) return null;
  taken.add(id);
  return { id, ...article, alternative: readAlternative(found, log) };
}

/** The two that were side by side; the first two where that is not said. One article never stands on both sides. */
function chosenOf(found: unknown, articles: readonly Article[], log: DropLog): KeptRecord["chosen"] {
  const chosen = fieldsOf(found);
  const isId = (id: unknown) => typeof id === "string" || id === null;
  if (!SIDES.every((side) => isId(chosen[side]))) log.drop("pair");
  const there = (id: unknown) => articles.find((article) => article.id === id)?.id ?? null;
  const wanted = { left: there(chosen.left), right: there(chosen.right) };
  const others = articles.map(({ id }) => id).filter((id) => id !== wanted.left && id !== wanted.right);
  const left = wanted.left ?? others.shift() ?? null;
  const right = wanted.right !== left ? wanted.right : null;
  return { left, right: right ?? others.shift() ?? null };
}

/** Reads verdicts of articles that are there, up to a number for each pair. */
function verdictReader(taken: ReadonlySet<string>): (found: unknown) => KeptVerdict | null {
  const pairs = new Map<string, { count: number; words: Room }>();
  return (found) => {
    const verdict = verdictOf(found, taken);
    if (!verdict) return null;
    const pair = JSON.stringify(Object.values(verdict.ids).sort());
    const of = pairs.get(pair) ?? { count: 0, words: new Room() };
    pairs.set(pair, of);
    of.count += 1;
    return of.count <= RECORD_LIMITS.ofPair && of.words.take(verdict.spans) ? verdict : null;
  };
}

function verdictOf(found: unknown, taken: ReadonlySet<string>): KeptVerdict | null {
  const { verdict, ids, spans, texts } = fieldsOf(found);
  const [kind, { left, right }, words] = [verdictNamed(verdict), fieldsOf(ids), fieldsOf(texts)];
  if (!kind || typeof left !== "string" || typeof right !== "string" || left === right) return null;
  if (!taken.has(left) || !taken.has(right)) return null;
  if (typeof words.left !== "string" || typeof words.right !== "string") return null;
  const places = readSpans(spans, { left: CAPS.text, right: CAPS.text });
  const fits = (side: Side) => places && places[side].end - places[side].start === String(words[side]).length;
  if (!places || !SIDES.every(fits)) return null;
  return {
    verdict: kind,
    ids: { left, right },
    spans: places,
    texts: { left: words.left, right: words.right },
  };
}
