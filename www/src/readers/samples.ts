import { files, own } from "#articles";
import { readDates } from "../engine/dates";
import { isReport } from "../export/report";
import { type Article, dayOf, tidy } from "../model/article";
import { firstLines, guess, mayBeDate } from "./plain";

/** A report is about the two articles it holds, and offers no others. */
const carried = isReport ? [] : files;

const idOf = (name: string) => name.replace(/\.txt$/i, "");

/** Whether the articles in the page are its own samples, not those of whoever built it. */
export const areSamples = own;

/** The ids of the articles in the page: their file names, the same in every visit, so that a link can name them. */
export const sampleIds: readonly string[] = carried.map(([name]) => idOf(name));

/** How many articles the page carries. */
export const sampleCount = sampleIds.length;

/** The articles in the page, in the order of their file names. One without a header has no date yet. */
export function samples(): Article[] {
  return carried.map(([name, file]) => readSample(file, name));
}

/** The articles in the page, with the day that those without a header name in their first lines. */
export function datedSamples(): Promise<Article[]> {
  return Promise.all(
    carried.map(async ([name, file]) => {
      const lines = firstLines(partsOf(file).body).map((line) => (mayBeDate(line) ? line : ""));
      return readSample(file, name, HEADER.test(unified(file)) ? [] : await readDates(lines));
    }),
  );
}

/** A header: nothing but lines of these. */
const HEADER = /^(?:(?:Title|Outlet|Date|Byline):[^\n]*\n)+(?=\n|$)/;

const unified = (file: string) => file.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");

function partsOf(file: string): { header: string; body: string } {
  const text = unified(file);
  const header = text.match(HEADER)?.[0] ?? "";
  return { header, body: header ? text.slice(header.length).replace(/^\n/, "") : text };
}

/**
 * Reads the header of a bundled text ("Title: ...", "Outlet: ...", "Date: ..." as YYYY-MM-DD,
 * "Byline: ...", in any order, then an empty line) and what stands below it. In a file without one the title
 * is guessed from the first lines, and so is the date from the days that they name.
 */
export function readSample(file: string, name: string, dates: readonly (string | null)[] = []): Article {
  const { header, body } = partsOf(file);
  const field = (key: string) => tidy(header.match(new RegExp(`^${key}:(.+)$`, "m"))?.[1]);
  const guessed = guess(firstLines(body), dates);
  const [title, date] = [field("Title"), field("Date")];
  return {
    id: idOf(name),
    name,
    title: title ?? tidy(guessed.title),
    byline: field("Byline"),
    titleGuessed: title === null,
    outlet: field("Outlet"),
    date: header ? dayOf(date) : guessed.date,
    text: body,
    lineOverrides: [],
    alternative: null,
  };
}
