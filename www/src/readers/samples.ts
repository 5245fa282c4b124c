import { files, own } from "#articles";
import { isReport } from "../export/report";
import { type Article, dayOf, tidy } from "../model/article";
import { guess } from "./plain";

/** A report is about the two articles it holds, and offers no others. */
const carried = isReport ? [] : files;

const idOf = (name: string) => name.replace(/\.txt$/i, "");

/** Whether the articles in the page are its own samples, not those of whoever built it. */
export const areSamples = own;

/** The ids of the articles in the page: their file names, the same in every visit, so that a link can name them. */
export const sampleIds: readonly string[] = carried.map(([name]) => idOf(name));

/** How many articles the page carries. */
export const sampleCount = sampleIds.length;

/** The articles in the page, in the order of their file names. */
export function samples(): Article[] {
  return carried.map(([name, file]) => readSample(file, name));
}

/** A header: nothing but lines of these. */
const HEADER = /^(?:(?:Title|Outlet|Date|Byline):[^\n]*\n)+(?=\n|$)/;

/**
 * Reads the header of a bundled text ("Title: ...", "Outlet: ...", "Date: ..." as YYYY-MM-DD,
 * "Byline: ...", in any order, then an empty line) and what stands below it. In a file without one, title
 * and date are guessed from the first lines.
 */
export function readSample(file: string, name: string): Article {
  const text = file.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const header = text.match(HEADER)?.[0] ?? "";
  const field = (key: string) => tidy(header.match(new RegExp(`^${key}:(.+)$`, "m"))?.[1]);
  const body = header ? text.slice(header.length).replace(/^\n/, "") : text;
  const guessed = guess(body);
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
