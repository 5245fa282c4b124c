import type { Options, Span, VerdictKind } from "../model/comparison";
import { SIDES, type Side } from "../model/side";
import { type DropLog, fieldsOf } from "./dropped";

const SWITCHES = [
  "ignoreCase",
  "ignorePunctuation",
  "ignoreNumbers",
  "ignoreDiacritics",
  "skipBoilerplate",
  "showWeak",
] as const satisfies (keyof Options)[];

/** Names of options in the first edition. */
const FORMER: Partial<Record<keyof Options, string>> = { skipBoilerplate: "skipFurniture" };

/** What `minWords` may be, in words: as the engine takes it. */
const MIN_WORDS = { least: 2, most: 100 };

/** The options that the engine takes; others would end the comparison. */
export function readOptions(found: unknown, log: DropLog): Options {
  const given = fieldsOf(found);
  if (given !== found && found !== undefined) log.drop("options");
  const options: Options = {};
  for (const name of SWITCHES) {
    const value = given[name] ?? given[FORMER[name] ?? name];
    if (typeof value === "boolean") options[name] = value;
    else if (value !== undefined && value !== null) log.drop("options");
  }
  const { minWords } = given;
  if (isMinWords(minWords)) options.minWords = minWords;
  else if (minWords !== undefined && minWords !== null) log.drop("options");
  return options;
}

const isMinWords = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= MIN_WORDS.least && Number(value) <= MIN_WORDS.most;

/** A verdict by its name; the first edition called refused passages `aside`. Null for anything else. */
export function verdictNamed(name: unknown): VerdictKind | null {
  if (name === "aside") return "refused";
  return name === "pinned" || name === "refused" ? name : null;
}

/** A stretch on each side, in UTF-16 units, not empty and within `lengths`; null when it is none. */
export function readSpans(found: unknown, lengths: Record<Side, number>): Record<Side, Span> | null {
  const spans = fieldsOf(found);
  const [left, right] = SIDES.map((side) => spanOf(spans[side], lengths[side]));
  return left && right ? { left, right } : null;
}

/** Words of all stretches of two articles of which something is said, in UTF-16 units of both sides. By eye: 40 whole books. */
export const MOST_WORDS_SAID = 32_000_000;

/** The room for such words. Stretches may overlap, so that a short list of them can stand for any number of words. */
export class Room {
  #left = MOST_WORDS_SAID;

  /** Takes the room that stretches need; false when none was left. The last may need more than there was. */
  take({ left, right }: Record<Side, Span>): boolean {
    const had = this.#left > 0;
    this.#left -= left.end - left.start + (right.end - right.start);
    return had;
  }
}

function spanOf(found: unknown, length: number): Span | null {
  const { start, end } = fieldsOf(found);
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
  const [from, to] = [Number(start), Number(end)];
  return 0 <= from && from < to && to <= length ? { start: from, end: to } : null;
}
