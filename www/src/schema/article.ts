import { type Alternative, type Article, dayOf, LONGEST_LINE, tidy, tooMuch } from "../model/article";
import type { LineOverride } from "../model/comparison";
import { type DropLog, fieldsOf, listOf, readAll, type Unknown } from "./dropped";

/** An article on its way from page to page. */
export type SentArticle = Omit<Article, "id" | "alternative">;

/** Lines of one article that a reader may have said something of. */
const MOST_LINES = 5_000;

/**
 * An article as it was written, with nothing in it but what an article has; null when it is none, or more than the page
 * takes. The first edition wrote `decisions` of `furniture`.
 */
export function readArticle(found: unknown, log: DropLog): SentArticle | null {
  const article = fieldsOf(found);
  const { text, lineOverrides, decisions } = article;
  if (typeof text !== "string" || tooMuch(text)) return null;
  const lines = listOf(lineOverrides ?? decisions, "lines", MOST_LINES, log);
  return {
    name: line(article.name, log) ?? "",
    title: line(article.title, log),
    titleGuessed: article.titleGuessed === true,
    byline: line(article.byline, log),
    outlet: line(article.outlet, log),
    date: day(article.date, log),
    text,
    lineOverrides: readAll(lines, "lines", log, lineOverrideOf),
  };
}

/** The other text of a web page; null when there is none. The first edition called it `other`. */
export function readAlternative(found: unknown, log: DropLog): Alternative | null {
  const { alternative, other } = fieldsOf(found);
  const given = alternative ?? other ?? null;
  if (given === null) return null;
  const { is, text } = fieldsOf(given);
  const known = is === "article" || is === "page" ? is : null;
  if (known && typeof text === "string" && !tooMuch(text)) return { is: known, text };
  log.drop("alternatives");
  return null;
}

/** A title, name or the like on one line; null when there is none. */
function line(value: unknown, log: DropLog): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== "string" || value.length > LONGEST_LINE) log.drop("details");
  return typeof value === "string" ? tidy(value) : null;
}

function day(value: unknown, log: DropLog): string | null {
  if (value === null || value === undefined) return null;
  const found = dayOf(value);
  if (found === null) log.drop("details");
  return found;
}

function lineOverrideOf(found: unknown): LineOverride | null {
  const fields: Unknown = fieldsOf(found);
  const { line, boilerplate = fields.furniture } = fields;
  return typeof line === "string" && typeof boilerplate === "boolean" ? { line, boilerplate } : null;
}
