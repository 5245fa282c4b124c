import type { Article } from "./article";

const files = import.meta.glob<string>("../../articles/*.txt", {
  query: "?raw",
  import: "default",
  eager: true,
});

const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
const idOf = (name: string) => name.replace(/\.txt$/, "");

/** The ids of the sample articles: their file names, the same in every visit, so that a link can name them. */
export const sampleIds: readonly string[] = Object.keys(files).map((path) => idOf(nameOf(path)));

/** How many sample articles the page carries. */
export const sampleCount = sampleIds.length;

/** The sample articles, in the order of their file names. */
export function samples(): Article[] {
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, file]) => readSample(file, nameOf(path)));
}

/** Reads the header of a sample ("Title: ...", "Outlet: ...", "Date: ...", an empty line) and its text. */
export function readSample(file: string, name: string): Article {
  const [header = "", ...rest] = file.split("\n\n");
  const field = (key: string) => header.match(new RegExp(`^${key}: *(.+?) *$`, "m"))?.[1] ?? null;
  return {
    id: idOf(name),
    name,
    title: field("Title"),
    byline: null,
    titleGuessed: false,
    outlet: field("Outlet"),
    date: field("Date"),
    text: rest.join("\n\n"),
    other: null,
  };
}
