import { type Article, CAPS, dayOf, tidy } from "../model/article";
import type { LineOverride, Options, Span, VerdictKind } from "../model/comparison";
import { SIDES, type Side } from "../model/side";

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

/** Two articles on their way out of a page and into another, with all that the comparison depends on. */
export interface Carried {
  /** When they were sent, ISO 8601. */
  made: string;
  /** The view, as the address writes it; without the articles. */
  view: string;
  articles: Record<Side, Omit<Article, "id" | "alternative">>;
  options: Options;
  verdicts: CarriedVerdict[];
  elsewhere: CarriedStock[];
}

const FORMAT = "twicetold-pair";
const VERSION = 1;

/** As JSON. Lone surrogates are escaped there, so that every text comes back as it was. */
export function toJson(carried: Carried): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, ...carried });
}

/** Reads what `toJson` wrote; null when it is something else. What it holds may have been written by anybody. */
export function fromJson(json: string): Carried | null {
  try {
    const { format, version, made, view, articles, options, verdicts, elsewhere } = JSON.parse(json);
    if (format !== FORMAT || version !== VERSION) return null;
    const [left, right] = SIDES.map((side) => readArticle(articles?.[side]));
    if (!left || !right) return null;
    const both = { left, right };
    const listOf = (found: unknown): Unknown[] => (Array.isArray(found) ? found : []);
    return {
      made: typeof made === "string" && Number.isFinite(Date.parse(made)) ? made : "",
      view: typeof view === "string" ? view : "",
      articles: both,
      options: optionsOf(options),
      verdicts: listOf(verdicts).flatMap((one) => verdictOf(one, both)),
      elsewhere: listOf(elsewhere).flatMap((one) => stockOf(one, both)),
    };
  } catch {
    return null;
  }
}

type Unknown = Record<string, unknown> | null | undefined;

/** An article as it was sent, with nothing in it but what an article has; null when it is none. */
export function readArticle(found: Unknown): Carried["articles"]["left"] | null {
  if (typeof found?.text !== "string" || found.text.length > CAPS.text) return null;
  const line = (value: unknown) => (typeof value === "string" ? tidy(value) : null);
  return {
    name: line(found.name) ?? "",
    title: line(found.title),
    titleGuessed: found.titleGuessed === true,
    byline: line(found.byline),
    outlet: line(found.outlet),
    date: dayOf(line(found.date)),
    text: found.text,
    lineOverrides: lineOverridesOf(found),
  };
}

/** What the reader said of an article's lines. The first edition wrote `decisions` of `furniture`. */
export function lineOverridesOf(article: object): LineOverride[] {
  const { lineOverrides, decisions } = article as { lineOverrides?: unknown; decisions?: unknown };
  const list = lineOverrides ?? decisions;
  return Array.isArray(list) ? list.flatMap(lineOverrideOf) : [];
}

function lineOverrideOf(found: Unknown): LineOverride[] {
  const { line, boilerplate = found?.furniture } = found ?? {};
  return typeof line === "string" && typeof boilerplate === "boolean" ? [{ line, boilerplate }] : [];
}

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

/** The options that the engine takes; others would end the comparison. */
export function optionsOf(found: Unknown): Options {
  const options: Options = {};
  for (const name of SWITCHES) {
    const value = found?.[name] ?? found?.[FORMER[name] ?? name];
    if (typeof value === "boolean") options[name] = value;
  }
  const least = found?.minWords;
  if (typeof least === "number" && Number.isInteger(least) && least >= 2 && least <= 100) {
    options.minWords = least;
  }
  return options;
}

type Texts = Record<Side, { text: string }>;

function verdictOf(found: Unknown, articles: Texts): CarriedVerdict[] {
  const [verdict, spans] = [verdictNamed(found?.verdict), spansOf(found, articles)];
  return spans && verdict ? [{ verdict, spans }] : [];
}

/** A verdict by its name; the first edition called refused passages `aside`. Null for anything else. */
export function verdictNamed(name: unknown): VerdictKind | null {
  if (name === "aside") return "refused";
  return name === "pinned" || name === "refused" ? name : null;
}

function stockOf(found: Unknown, articles: Texts): CarriedStock[] {
  const spans = spansOf(found, articles);
  const given: unknown[] = Array.isArray(found?.names) ? found.names.slice(0, CAPS.articles) : [];
  const names = given.flatMap((name) => (typeof name === "string" ? (tidy(name) ?? []) : []));
  return spans && names.length > 0 ? [{ spans, names }] : [];
}

/** A stretch of each text, if it is one. */
function spansOf(found: Unknown, articles: Texts): Record<Side, Span> | null {
  const { spans } = (found ?? {}) as { spans?: Record<Side, Span> };
  const fits = (side: Side) => {
    const { start, end } = spans?.[side] ?? {};
    const whole = Number.isInteger(start) && Number.isInteger(end);
    return (
      whole && 0 <= Number(start) && Number(start) < Number(end) && Number(end) <= articles[side].text.length
    );
  };
  if (!spans || !SIDES.every(fits)) return null;
  const span = ({ start, end }: Span) => ({ start, end });
  return { left: span(spans.left), right: span(spans.right) };
}
