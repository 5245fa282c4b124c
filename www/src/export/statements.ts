import type { Article } from "../model/article";
import type { QuotationRow, Span } from "../model/comparison";
import { csv } from "./csv";

/** The version of the formats below, and of docs/statements.schema.json. */
const VERSION = 1;

/** Where an article says a statement, and how. */
interface StatementPlace {
  /** The article, by its place in the list. */
  article: number;
  look: "own" | "verbatim" | "edited" | "reworded" | "differs";
  /** The article it is held against. */
  against: number;
  /** Whether the sentence says this besides something else. */
  also: boolean;
  span: Span;
}

/** What is saved of who says what, or who quotes what. */
export interface Gathered<Row> {
  /** When it was made, ISO 8601. */
  made: string;
  articles: readonly Article[];
  titleOf(article: Article): string;
  rows: readonly Row[];
}

/** A statement with its places, and the values that differ between two articles. */
export interface StatementRow {
  article: number;
  cells: readonly StatementPlace[];
  values: readonly { articles: readonly [number, number]; values: readonly [string, string] }[];
}

const textOf = ({ articles }: Gathered<unknown>, article: number, { start, end }: Span) =>
  articles[article]?.text.slice(start, end) ?? "";

const json = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`;

/** What both formats begin with. */
const head = (source: Gathered<unknown>, format: string) => ({
  format,
  version: VERSION,
  made: source.made,
  offsets: "utf-16",
  articles: source.articles.map((article) => ({ name: article.name, title: source.titleOf(article) })),
});

/** Who says what, as docs/statements.schema.json describes. */
export function statementsJson(source: Gathered<StatementRow>): string {
  return json({
    ...head(source, "twicetold-statements"),
    statements: source.rows.map(({ article, cells, values }) => ({
      article,
      text: ownText(source, article, cells),
      cells: cells.map(({ article, look, against, also, span }) => ({
        article,
        grade: look,
        against,
        also,
        ...span,
        text: textOf(source, article, span),
      })),
      values: values.map(({ articles, values }) => ({ articles, values })),
    })),
  });
}

function ownText(
  source: Gathered<unknown>,
  article: number,
  cells: readonly { article: number; span: Span }[],
): string {
  const own = cells.find((cell) => cell.article === article);
  return own ? textOf(source, article, own.span) : "";
}

/** Who says what as a table for spreadsheets: a row for each statement, a column for each article. */
export function statementsCsv(source: Gathered<StatementRow>): string {
  const rows = source.rows.map(({ article, cells, values }) => [
    ownText(source, article, cells),
    cells.length,
    values.map(({ values }) => values.join(" / ")).join("; "),
    ...source.articles.map((_, at) => cells.find((cell) => cell.article === at)?.look ?? ""),
  ]);
  return csv([["statement", "articles", "values", ...source.articles.map(source.titleOf)], ...rows]);
}

/** Who quotes what, as docs/statements.schema.json describes. */
export function quotationsJson(source: Gathered<QuotationRow>): string {
  return json({
    ...head(source, "twicetold-quotations"),
    quotations: source.rows.map(({ article, cells }) => ({
      article,
      text: ownText(source, article, cells),
      cells: cells.map(({ article, carried, span, speaker }) => ({
        article,
        carried,
        ...span,
        text: textOf(source, article, span),
        speaker: speaker && textOf(source, article, speaker),
      })),
    })),
  });
}

/** Who quotes what as a table for spreadsheets: a row for each article that has a quotation. */
export function quotationsCsv(source: Gathered<QuotationRow>): string {
  const rows = source.rows.flatMap(({ article, cells }, at) =>
    cells.map((cell) => {
      const own = source.articles[cell.article];
      return [
        at + 1,
        ownText(source, article, cells),
        own ? source.titleOf(own) : "",
        cell.carried,
        textOf(source, cell.article, cell.span),
        cell.speaker && textOf(source, cell.article, cell.speaker),
      ];
    }),
  );
  return csv([["number", "quotation", "article", "carried", "words", "speaker"], ...rows]);
}
