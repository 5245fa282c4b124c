import { CAPS, type ParsedArticle, tidy } from "../../model/article";
import { textOf } from "./blocks";
import { ReadFailure } from "./failure";
import { quieted } from "./html";
import { attribute, named, parseXml, textOfFirst } from "./xml";
import type { Zip } from "./zip";

const NO_TEXT = "script, style, template, svg, math, nav, audio, video";

/** Reads an EPUB file: its chapters in reading order. */
export async function readEpub(zip: Zip): Promise<ParsedArticle> {
  if (zip.find("META-INF/rights.xml")) throw new ReadFailure("locked");
  const path = packagePath(await zip.text("META-INF/container.xml"));
  const source = await zip.text(path);
  if (source === null) throw new ReadFailure("damaged");
  const book = parseXml(source);
  const texts: string[] = [];
  let length = 0;
  for (const chapter of chaptersOf(book, path)) {
    const text = chapterText((await zip.text(chapter)) ?? "");
    length += text.length;
    if (length > CAPS.text) throw new ReadFailure("too-large");
    if (text) texts.push(text);
  }
  return {
    title: tidy(textOfFirst(book, "title")),
    byline: tidy(textOfFirst(book, "creator")),
    outlet: tidy(textOfFirst(book, "publisher")),
    dated: tidy(textOfFirst(book, "date")),
    language: tidy(textOfFirst(book, "language")),
    text: texts.join("\n\n"),
    whole: null,
  };
}

function packagePath(container: string | null): string {
  const root = container && named(parseXml(container), "rootfile")[0];
  const path = root && attribute(root, "full-path");
  if (!path) throw new ReadFailure("damaged");
  return path;
}

/** The names of the chapters' files, in the order of the spine. What is not part of that order is left out. */
function chaptersOf(book: Document, path: string): string[] {
  const files = new Map(named(book, "item").map((item) => [attribute(item, "id"), attribute(item, "href")]));
  const all = named(book, "itemref")
    .filter((item) => attribute(item, "linear") !== "no")
    .flatMap((item) => {
      const href = files.get(attribute(item, "idref"));
      return href ? [resolve(path, href)] : [];
    });
  // Places in one file may each be a chapter; the file is read whole.
  return [...new Set(all)];
}

/** A name in the archive as another names it: relative to its folder, never out of the archive. */
function resolve(from: string, href: string): string {
  const place = new URL(href, `epub:/${from}`).pathname.slice(1);
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

/** XHTML may close any element at once; HTML only some. */
const CLOSED =
  /<((?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)[a-z][a-z0-9]*)((?:\s[^<>]*)?)\/>/gi;

/** Read as HTML: what is not quite XML is then read as well, and a browser reports nothing. */
function chapterText(source: string): string {
  const html = quieted(source.replace(CLOSED, "<$1$2></$1>"));
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll(NO_TEXT)) element.remove();
  return textOf(page.body);
}
