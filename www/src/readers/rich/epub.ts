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
  await refuseLocked(zip);
  const path = packagePath(await zip.text("META-INF/container.xml"), zip);
  const source = await zip.text(path);
  if (source === null) throw new ReadFailure("damaged");
  const book = parseXml(source);
  // Read as HTML: what is not quite XML is then read as well. One cleaner, so that the caps hold for all chapters together.
  const cleaner = new Cleaner(true);
  for (const { name } of zip.entries)
    if (/\.css$/i.test(name)) cleaner.sheets.learn((await zip.text(name)) ?? "");
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

/** Fonts may be scrambled by these; anything else locks the book (OCF 3.3, "Font obfuscation"). */
const SCRAMBLES = /^http:\/\/(www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

async function refuseLocked(zip: Zip): Promise<void> {
  const encryption = await zip.text("META-INF/encryption.xml");
  const locks = encryption ? named(parseXml(encryption), "EncryptedData") : [];
  const isLocked = locks.some((one) => {
    const [method] = named(one, "EncryptionMethod");
    return !SCRAMBLES.test((method && attribute(method, "Algorithm")) ?? "");
  });
  if (isLocked || zip.find("META-INF/rights.xml")) throw new ReadFailure("locked");
}

const PACKAGE = "application/oebps-package+xml";

function packagePath(container: string | null, zip: Zip): string {
  const roots = container ? named(parseXml(container), "rootfile") : [];
  const root = roots.find((one) => attribute(one, "media-type") === PACKAGE) ?? roots[0];
  const path = root && attribute(root, "full-path");
  if (path && zip.find(path)) return path;
  // Some programs write no container, or a wrong one.
  const found = zip.entries.find(({ name }) => /\.opf$/i.test(name));
  if (!found) throw new ReadFailure("damaged");
  return found.name;
}

/** What chapters are written in. */
const TEXT = /xhtml|html|svg|^text\/x-oeb1-document|dtbook|^application\/xml$|^text\/(xml|plain)$/i;
/** How many files may stand for each other in turn. */
const MOST_FALLBACKS = 10;

/**
 * The names of the chapters' files, in the order of the spine; null for one whose address is none. What is not part of
 * that order is left out, and so are pictures, but for what stands for one.
 */
function chaptersOf(book: XmlElement, path: string): (string | null)[] {
  const items = new Map(named(book, "item").map((item) => [attribute(item, "id"), item]));
  const all = named(book, "itemref")
    .slice(0, CAPS.entries)
    .filter((item) => attribute(item, "linear") !== "no")
    .flatMap((item) => {
      const href = textAddress(attribute(item, "idref"), items);
      return href ? [resolve(path, href)] : [];
    });
  // Places in one file may each be a chapter; the file is read whole.
  const seen = new Set<string>();
  return all.filter((name) => name === null || (!seen.has(name) && seen.add(name)));
}

/** The address of an item that is text, or of what stands for it. */
function textAddress(id: string | null, items: ReadonlyMap<string | null, XmlElement>): string | null {
  let item = items.get(id);
  for (let turn = 0; item && turn < MOST_FALLBACKS; turn += 1) {
    const [type, href] = [attribute(item, "media-type"), attribute(item, "href")];
    const isPicture = /\.(png|jpe?g|gif|webp|avif|mp[34]|m4a|css|js|ttf|otf|woff2?|pdf)(#|$)/i.test(
      href ?? "",
    );
    if (type ? TEXT.test(type) || (!isPicture && /octet-stream/.test(type)) : !isPicture) return href;
    item = items.get(attribute(item, "fallback"));
  }
  return null;
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
