// Two articles on their way from one page into another, in a report or a link, and what is said of them. What comes in
// may have been written by anybody: what is sound is taken, the rest is counted.

import { type Refusal, tidy, tooMuch } from "../model/article";
import type { Options, Span, VerdictKind } from "../model/comparison";
import { isBlankText } from "../model/lines";
import { SIDES, type Side } from "../model/side";
import { readArticle, type SentArticle } from "./article";
import { DropLog, type Dropped, fieldsOf, listOf, readAll, type Unknown } from "./dropped";
import { Room, readOptions, readSpans, verdictNamed } from "./options";

/** What a reader says of a passage, by where that stands. */
export interface CarriedVerdict {
  verdict: VerdictKind;
  spans: Record<Side, Span>;
}

/** A passage that stands in other articles too, and what those are called: they do not go along. */
export interface CarriedStock {
  spans: Record<Side, Span>;
  names: string[];
}

/** What a pair of articles means, in a paragraph; the articles do not go along. */
export interface CarriedShort {
  titles: [string, string];
  text: string;
}

/** What the sentences of both meant to a model, a byte for each number, in base64: the model does not go along. */
export interface CarriedMeaning {
  dimensions: number;
  left: string;
  right: string;
}

/** Two articles on their way out of a page and into another, with all that the comparison depends on. */
export interface Carried {
  /** When they were sent, ISO 8601. */
  made: string;
  /** The view, as the address writes it; without the articles. */
  view: string;
  articles: Record<Side, SentArticle>;
  options: Options;
  verdicts: CarriedVerdict[];
  elsewhere: CarriedStock[];
  /** The paragraphs of all pairs of the library it comes from; only a report of more than two articles has them. */
  shorts?: CarriedShort[];
  /** Only a report of what a model helped to find has it. */
  meaning?: CarriedMeaning | null;
}

export const FORMAT = "twicetold-pair";
export const VERSION = 1;

/** What may come along, in counts and UTF-16 units: more than a reader says of two articles by hand. */
export const CARRIED_LIMITS = {
  /** Of one passage. */
  namesOfPassage: 200,
  verdicts: 2_000,
  elsewhere: 5_000,
  /** Names of further articles, in all. */
  names: 50_000,
  /** Paragraphs of pairs, and UTF-16 units of each and of a title. */
  shorts: 400,
  short: 4_000,
  title: 400,
  made: 40,
  view: 4_000,
  dimensions: 4_096,
  /** Letters of what the sentences of one article mean: 15,000 of them. */
  meaning: 12_000_000,
} as const;

/** What became of something that was carried here. */
export type CarriedReading =
  | { is: "carried"; carried: Carried; dropped: Dropped }
  /** A newer edition wrote it. */
  | { is: "newer" }
  /** There is nothing to read in either article. */
  | { is: "empty" }
  /** An article is more than the page takes. */
  | { is: "too-much"; refusal: Refusal }
  | { is: "damaged" };

/** Reads what was carried here as JSON. */
export function readCarried(json: string): CarriedReading {
  const found = fieldsOf(parsed(json));
  if (found.format !== FORMAT) return { is: "damaged" };
  if (found.version !== VERSION) return { is: isNewer(found.version) ? "newer" : "damaged" };
  const log = new DropLog();
  const given = fieldsOf(found.articles);
  const [left, right] = SIDES.map((side) => readArticle(given[side], log));
  if (!left || !right) return refused(given);
  if (isBlankText(left.text + right.text)) return { is: "empty" };
  const lengths = { left: left.text.length, right: right.text.length };
  const carried: Carried = {
    made: dayAndTime(found.made),
    view: shortText(found.view, CARRIED_LIMITS.view),
    articles: { left, right },
    options: readOptions(found.options, log),
    verdicts: verdictsOf(found.verdicts, lengths, log),
    elsewhere: elsewhereOf(found.elsewhere, lengths, log),
    shorts: shortsOf(found.shorts, log),
  };
  const meaning = meaningOf(found.meaning);
  if (meaning) carried.meaning = meaning;
  return { is: "carried", carried, dropped: log.dropped };
}

/** Why an article that was carried here is none, or none that the page takes. */
function refused(given: Unknown): CarriedReading {
  for (const side of SIDES) {
    const { text } = fieldsOf(given[side]);
    const refusal = typeof text === "string" ? tooMuch(text) : null;
    if (refusal) return { is: "too-much", refusal };
  }
  return { is: "damaged" };
}

const isNewer = (version: unknown) => typeof version === "number" && version > VERSION;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const shortText = (text: unknown, most: number) =>
  typeof text === "string" && text.length <= most ? text : "";

function dayAndTime(found: unknown): string {
  const made = shortText(found, CARRIED_LIMITS.made);
  return Number.isFinite(Date.parse(made)) ? made : "";
}

function verdictsOf(found: unknown, lengths: Record<Side, number>, log: DropLog): CarriedVerdict[] {
  const list = listOf(found, "verdicts", CARRIED_LIMITS.verdicts, log);
  const words = new Room();
  return readAll(list, "verdicts", log, (one) => {
    const { verdict, spans } = fieldsOf(one);
    const [kind, places] = [verdictNamed(verdict), readSpans(spans, lengths)];
    return kind && places && words.take(places) ? { verdict: kind, spans: places } : null;
  });
}

function elsewhereOf(found: unknown, lengths: Record<Side, number>, log: DropLog): CarriedStock[] {
  let room: number = CARRIED_LIMITS.names;
  const words = new Room();
  const list = listOf(found, "elsewhere", CARRIED_LIMITS.elsewhere, log);
  return readAll(list, "elsewhere", log, (one) => {
    const { spans, names } = fieldsOf(one);
    const [places, some] = [readSpans(spans, lengths), namesOf(names, room)];
    room -= some.length;
    return places && some.length > 0 && words.take(places) ? { spans: places, names: some } : null;
  });
}

function shortsOf(found: unknown, log: DropLog): CarriedShort[] {
  const list = listOf(found, "shorts", CARRIED_LIMITS.shorts, log);
  return readAll(list, "shorts", log, (one) => {
    const { titles, text } = fieldsOf(one);
    const names = Array.isArray(titles) ? titles.map(titleIn) : [];
    const [left, right] = names;
    const said = tidy(shortText(text, CARRIED_LIMITS.short));
    return left && right && said ? { titles: [left, right], text: said } : null;
  });
}

/** Without it the page compares words alone. */
function meaningOf(found: unknown): CarriedMeaning | null {
  const { dimensions, left, right } = fieldsOf(found);
  const isCount = Number.isInteger(dimensions) && 0 < Number(dimensions);
  const isBase64 = (text: unknown) => /^[A-Za-z0-9+/]+=*$/.test(shortText(text, CARRIED_LIMITS.meaning));
  if (!isCount || Number(dimensions) > CARRIED_LIMITS.dimensions || ![left, right].every(isBase64))
    return null;
  return { dimensions: Number(dimensions), left: String(left), right: String(right) };
}

const titleIn = (title: unknown) => tidy(shortText(title, CARRIED_LIMITS.title));

function namesOf(found: unknown, room: number): string[] {
  const list: unknown[] = Array.isArray(found)
    ? found.slice(0, Math.min(room, CARRIED_LIMITS.namesOfPassage))
    : [];
  return list.flatMap((name) => (typeof name === "string" ? (tidy(name) ?? []) : []));
}
