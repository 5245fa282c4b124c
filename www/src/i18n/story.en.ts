import { numbers } from "./numbers";

const { n, plural: form } = numbers("en-GB");
const plural = (count: number, one: string, many = `${one}s`) => form(count, one, many);

/** How an article has a statement or a quotation. */
export type CellLook =
  | "own"
  | "verbatim"
  | "edited"
  | "reworded"
  | "differs"
  | "whole"
  | "cut"
  | "altered"
  | "report";

/** Which statements are shown. */
export type StatementFilter = "several" | "all" | "most" | "one" | "contested" | "quotations";

/** What the page says of what it all means, and of who says what. */
export const storyEn = {
  inShort: {
    title: "In short",
    findings: "Findings",
    more: (count: number) => plural(count, "further finding"),
    fewer: "Fewer findings",
    unfold: "Read on",
    fold: "Fold",
    copy: "Copy this paragraph",
    copied: "The paragraph was copied.",
    go: "Show the place",
    all: (count: number) => `In short, all ${plural(count, "pair")}`,
    howAll: "What each pair means, in a paragraph. The titles open the pair.",
  },
  statements: {
    views: { shares: "Shares", short: "In short", statements: "Who says what", quotations: "Quotations" },
    viewsLabel: "All articles",
    how: "Each row is a statement, each column an article. Choose a cell to compare the two articles there. A dash means that no sentence was found that says it; it may share a phrase.",
    howQuotations:
      "Each row is a quotation in its longest form. Choose a cell to compare the two articles there.",
    filter: "Statements",
    filters: {
      several: "in two or more",
      all: "in all",
      most: "in most",
      one: "in one only",
      contested: "contested",
      quotations: "with a quotation",
    } satisfies Record<StatementFilter, string>,
    order: "Order",
    consensus: "of all articles",
    read: "Read with margin",
    table: "As a table",
    whose: "Whose",
    anyone: "any article",
    count: (shown: number, all: number) => `${n(shown)} of ${plural(all, "statement")}`,
    countQuotations: (count: number) => plural(count, "quotation"),
    none: "No statement passes the filter.",
    noneQuotations: "No quotation of 4 words or more was found.",
    columns: "The numbers of the columns",
    statement: "Statement",
    quotation: "Quotation",
    looks: {
      own: "this wording",
      verbatim: "verbatim",
      edited: "edited",
      reworded: "reworded",
      differs: "differs in fact",
      whole: "whole",
      cut: "cut",
      altered: "altered",
      report: "without marks",
    } satisfies Record<CellLook, string>,
    notFound: "no sentence found that says this",
    notQuoted: "quotation not found",
    also: "says this besides something else",
    against: (title: string) => `held against ${title}`,
    cell: (title: string, look: string) => `${title}: ${look}`,
    says: (speaker: string) => `said by ${speaker}`,
    values: (one: string, other: string) => `“${one}” / “${other}”`,
    missing: "nothing",
    facts: (done: number, all: number) =>
      `Looking for values that differ: ${n(done)} of ${plural(all, "pair")}.`,
    lookForFacts: (pairs: number) => `Look for values that differ (${plural(pairs, "pair")})`,
    notLooked: "Values that differ were not looked for yet.",
    have: (count: number, all: number) => `in ${n(count)} of ${n(all)}`,
    onlyHere: "only here",
    wait: "The table is there when all pairs are compared.",
    failed: "The table could not be made.",
    csv: "Save as CSV",
    json: "Save as JSON",
    more: (count: number) => `${n(count)} further rows`,
  },
};
