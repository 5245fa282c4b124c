import type { Clause, Comparison, Fact, Options, Passage, Result, Span } from "../model/comparison";
import { SIDES, type Side } from "../model/side";

/** The version of the format below, and of docs/comparison.schema.json: another whenever a field is added, removed or changes its meaning. */
const VERSION = 3;

/** What the tables are made of. */
export interface Source extends Result {
  /** When they were made, ISO 8601. */
  made: string;
  options: Options;
}

/** The options with what holds where the reader chose nothing. */
const DEFAULTS = {
  minWords: 4,
  ignoreCase: true,
  ignorePunctuation: true,
  ignoreNumbers: false,
  ignoreDiacritics: false,
  skipBoilerplate: true,
  showWeak: false,
} as const satisfies Required<Omit<Options, "lineOverrides" | "verdicts" | "language">>;

/** Coverage, passages and facts with their texts, as docs/comparison.schema.json describes. */
export function toJson(source: Source): string {
  const { comparison } = source;
  const article = (side: Side) => {
    const { title, outlet, byline, date, name, text } = source[side];
    return { title, outlet, byline, date, name, words: comparison.summary[side].words, text };
  };
  const both = <T>(make: (side: Side) => T) => ({ left: make("left"), right: make("right") });
  const quoted = ({ start, end }: Span, side: Side) => ({
    start,
    end,
    text: source[side].text.slice(start, end),
  });
  const document = {
    format: "twicetold-comparison",
    version: VERSION,
    made: source.made,
    offsets: "utf-16",
    options: { ...DEFAULTS, ...source.options },
    verdicts: source.verdicts.map((one) => ({
      kind: one.kind,
      ...both((side) => quoted(one[side], side)),
    })),
    complete: comparison.complete,
    articles: both(article),
    summary: both((side) => comparison.summary[side]),
    relation: { kind: comparison.relation, ...comparison.relationEvidence },
    inShort: storyOf(comparison.story),
    coverage: both((side) =>
      comparison.coverage[side].map(({ start, end, what, passage }) => ({
        start,
        end,
        what,
        passage: passage ?? null,
      })),
    ),
    passages: comparison.passages.map((passage) => ({
      number: passage.number,
      grade: passage.grade,
      substance: passage.substance,
      coverage: passage.coverage,
      weak: passage.weak,
      pinned: passage.pinned,
      moved: passage.moved,
      quotation: passage.quotation,
      common: passage.common,
      words: passage.words,
      counterpartOf: passage.primary,
      ...both((side) => quoted(passage[side], side)),
    })),
    facts: comparison.facts.differences.map((fact) => ({
      kind: fact.kind,
      detail: fact.detail,
      passage: fact.passage,
      ...both((side) => quoted(fact[side], side)),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The paragraph and the findings, each sentence with the numbers of its passages and the places of its facts in the list. */
function storyOf({ clauses, findings }: Comparison["story"]) {
  const said = ({ kind, side, text, passages, facts }: Clause) => ({ kind, side, text, passages, facts });
  return {
    paragraph: clauses.map(({ text }) => text).join(" "),
    sentences: clauses.map(said),
    findings: findings.map(said),
  };
}

type Cell = string | number | boolean | null | undefined;

const PLACES = ["left_start", "left_end", "right_start", "right_end", "left_text", "right_text"];

const PASSAGES = [
  "number",
  "grade",
  "substance",
  "coverage",
  "weak",
  "pinned",
  "moved",
  "quotation",
  "common",
  "left_words",
  "right_words",
].concat("counterpart_of", PLACES);

/** The passages as a table for spreadsheets. */
export function passagesCsv(source: Source): string {
  const rows = source.comparison.passages.map((passage) => [
    passage.number,
    passage.grade,
    passage.substance,
    passage.coverage,
    passage.weak,
    passage.pinned,
    passage.moved,
    passage.quotation,
    passage.common,
    passage.words.left,
    passage.words.right,
    passage.primary,
    ...places(source, passage),
  ]);
  return csv([PASSAGES, ...rows]);
}

/** The differences of fact as a table for spreadsheets. */
export function factsCsv(source: Source): string {
  const rows = source.comparison.facts.differences.map((fact) => [
    fact.kind,
    fact.detail,
    fact.passage,
    ...places(source, fact),
  ]);
  return csv([["kind", "detail", "passage", ...PLACES], ...rows]);
}

function places(source: Source, pair: Passage | Fact): Cell[] {
  const text = (side: Side) => source[side].text.slice(pair[side].start, pair[side].end);
  return [...SIDES.flatMap((side) => [pair[side].start, pair[side].end]), ...SIDES.map(text)];
}

/** RFC 4180, with a byte order mark: without it spreadsheets take UTF-8 for something else. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: Cell): string {
  if (typeof value !== "string") return String(value ?? "");
  const text = inert(value);
  return /[",;|\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** What a spreadsheet takes for the beginning of a formula; in some languages the wide forms too. */
const SIGNS = /[=+\-@＝＋－＠]/g;
/** What ends a cell for some spreadsheet in some language. A comma does so too, but not inside of quotation marks. */
const SEPARATORS = ";|\t\r\n";

/**
 * The text with an apostrophe before each sign that would begin a formula: at the start of the cell, and behind what another
 * spreadsheet takes for the end of a cell. To read it, take one apostrophe away at each of these places.
 */
function inert(text: string): string {
  return text.replace(SIGNS, (sign, at: number) => (beginsCell(text, at) ? `'${sign}` : sign));
}

/** Whether a cell may begin here: spaces, apostrophes and quotation marks do not keep a formula from being one. */
function beginsCell(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && /[ \u00A0'"]/.test(text.charAt(from - 1))) from -= 1;
  return from === 0 ? !text.slice(0, at).includes('"') : SEPARATORS.includes(text.charAt(from - 1));
}
