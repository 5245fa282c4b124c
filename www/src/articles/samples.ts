import { type Article, newId } from "./article";

const files = import.meta.glob<string>("../../articles/*.txt", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** How many sample articles the page carries. */
export const sampleCount = Object.keys(files).length;

/** The sample articles, in the order of their file names. */
export function samples(): Article[] {
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, file]) => readSample(file, path.slice(path.lastIndexOf("/") + 1)));
}

/** Reads the header of a sample ("Title: ...", "Outlet: ...", "Date: ...", an empty line) and its text. */
export function readSample(file: string, name: string): Article {
  const [header = "", ...rest] = file.split("\n\n");
  const field = (key: string) => header.match(new RegExp(`^${key}: *(.+?) *$`, "m"))?.[1] ?? null;
  return {
    id: newId(),
    name,
    title: field("Title"),
    titleGuessed: false,
    outlet: field("Outlet"),
    date: field("Date"),
    text: rest.join("\n\n"),
  };
}
