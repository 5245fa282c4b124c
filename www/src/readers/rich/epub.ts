import { CAPS, type ParsedArticle, tidy } from "../../model/article";
import { Cleaner } from "./clean";
import { ReadFailure } from "./failure";
import { attribute, named, parseXml, textOfFirst, type XmlElement } from "./xml";
import type { Zip } from "./zip";

/** A book as far as it is read without a document: what it says of itself, and its chapters as clean HTML. */
export interface Book {
  about: ParsedArticle;
  chapters: string[];
  /** How many chapters of the book's own list are not in the file. */
  missing: number;
}

/** Reads an EPUB file: its chapters in reading order. */
export async function readEpub(zip: Zip): Promise<Book> {
  if (zip.find("META-INF/rights.xml")) throw new ReadFailure("locked");
  const path = packagePath(await zip.text("META-INF/container.xml"));
  const source = await zip.text(path);
  if (source === null) throw new ReadFailure("damaged");
  const book = parseXml(source);
  // Read as HTML: what is not quite XML is then read as well. One cleaner, so that the caps hold for all chapters together.
  const cleaner = new Cleaner(true);
  const chapters: string[] = [];
  let missing = 0;
  for (const name of chaptersOf(book, path)) {
    const chapter = name === null ? null : await zip.text(name);
    if (chapter === null) missing += 1;
    else chapters.push(cleaner.clean(chapter));
  }
  if (missing > 0 && chapters.length === 0) throw new ReadFailure("damaged");
  return { about: aboutOf(book), chapters, missing };
}

function aboutOf(book: XmlElement): ParsedArticle {
  return {
    title: tidy(textOfFirst(book, "title")),
    byline: tidy(textOfFirst(book, "creator")),
    outlet: tidy(textOfFirst(book, "publisher")),
    dated: tidy(textOfFirst(book, "date")),
    language: tidy(textOfFirst(book, "language")),
    text: "",
    whole: null,
  };
}

function packagePath(container: string | null): string {
  const root = container && named(parseXml(container), "rootfile")[0];
  const path = root && attribute(root, "full-path");
  if (!path) throw new ReadFailure("damaged");
  return path;
}

/**
 * The names of the chapters' files, in the order of the spine; null for one whose address is none. What is not part of
 * that order is left out.
 */
function chaptersOf(book: XmlElement, path: string): (string | null)[] {
  const files = new Map(named(book, "item").map((item) => [attribute(item, "id"), attribute(item, "href")]));
  const all = named(book, "itemref")
    .slice(0, CAPS.entries)
    .filter((item) => attribute(item, "linear") !== "no")
    .flatMap((item) => {
      const href = files.get(attribute(item, "idref"));
      return href ? [resolve(path, href)] : [];
    });
  // Places in one file may each be a chapter; the file is read whole.
  const seen = new Set<string>();
  return all.filter((name) => name === null || (!seen.has(name) && seen.add(name)));
}

/** A name in the archive as another names it: relative to its folder, never out of the archive. */
function resolve(from: string, href: string): string | null {
  try {
    const place = new URL(href, `epub:/${from}`).pathname.slice(1);
    return unescaped(place);
  } catch {
    return null;
  }
}

function unescaped(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}
