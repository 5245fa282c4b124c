import type { LineOverride } from "./comparison";
import { LINE_END, paragraphsIn } from "./lines";
import { PILE, pilesIn } from "./piles";

/** One text, with what is known about where it came from. */
export interface Article {
  /** Unique in the page, stable as long as the article is loaded. */
  id: string;
  /** The file's name, or what stands for it. */
  name: string;
  title: string | null;
  /** Whether the title was only taken for one by its looks; what the engine recognises is then better. */
  titleGuessed: boolean;
  byline: string | null;
  outlet: string | null;
  /** ISO 8601, to the day: one that `dayOf` gives. */
  date: string | null;
  /** The text exactly as it is compared. */
  text: string;
  /** Lines that the reader put back or took out, whatever the engine takes them for. */
  lineOverrides: readonly LineOverride[];
  /** For a web page: its other text, the article alone or the whole page. */
  alternative: Alternative | null;
}

/** A text that may stand in place of another of the same page. */
export interface Alternative {
  is: "article" | "page";
  text: string;
}

/** What a reader of some format makes of a file. */
export interface ParsedArticle extends Pick<Article, "title" | "byline" | "outlet" | "text"> {
  /** What the file says of its day, as it says it: the engine reads it. */
  dated: string | null;
  /** The language the file says it is in, as `en-GB`. */
  language: string | null;
  /** The text of the whole page, where `text` is only the article in it. */
  whole: string | null;
}

/** Why a file could not be read. What to say about each is in the catalogue. */
export type ReadError =
  | "empty"
  | "too-large"
  | "unknown-type"
  | "old-word"
  | "locked"
  | "damaged"
  | "zip-bomb"
  | "nested"
  | "no-articles"
  | "too-many"
  | "too-many-entries"
  | "too-many-paragraphs"
  | "too-many-marks"
  | "too-complex"
  | "chapters-missing"
  | "others"
  | "picture"
  | "binary"
  | "undecodable"
  | "no-text"
  | "scanned"
  | "no-table"
  | "no-reader"
  | "damaged-library"
  | "newer-library"
  | "foreign-model"
  | "newer-model"
  | "cut-model"
  | "damaged-model"
  | "cancelled"
  | "unreadable";

/** Why a file could not be read, or not all of it; for some reasons how many of what they are about. */
export interface Refusal {
  error: ReadError;
  count?: number;
}

/** The same with the name of the file, or of the archive or folder. */
export interface Problem extends Refusal {
  name: string;
}

/** A file, or one of the files in an archive, in the hand of a reader. */
export interface InputFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * What may be read. Counts, so that the same file is always treated alike; all are far beyond what an
 * article needs and well within what a browser bears.
 */
export const CAPS = {
  /** Bytes of a text, Markdown, HTML or RTF file, and of what is read of any other: over a million words. */
  text: 8 * 1024 * 1024,
  /** Bytes of a DOCX, ODT, EPUB, PDF or ZIP file, whose pictures may weigh much. */
  file: 100 * 1024 * 1024,
  /** Bytes that may be unpacked from one file, in all. */
  unpacked: 64 * 1024 * 1024,
  /** Articles taken from one archive or folder. */
  articles: 2_000,
  /** Entries of an archive or folder that are looked at. */
  entries: 10_000,
  /** Lines with text in an article: the page draws each as a paragraph. A novel has some thousands. */
  paragraphs: 50_000,
  /** Piles of marks on one letter, of 31 each: some stand in comments that somebody adorned. */
  piles: 200,
  /** UTF-16 units of a text that is typed or edited here, and of one of its lines: 170,000 words, and a chapter in one line. */
  typed: 1_000_000,
  typedLine: 250_000,
  /** Elements of an HTML page, a Markdown file or a book, as a browser makes them; a long newspaper page has 5,000. */
  elements: 150_000,
  /** Elements of one XML file in a DOCX, ODT or EPUB file; a page of a Word document has some hundreds. */
  xmlElements: 2_000_000,
  /** Pages of a PDF. */
  pages: 1_000,
} as const;

/** Why a text is more than the page takes as an article; null when it is not. Every way into the page asks. */
export function tooMuch(text: string): Refusal | null {
  if (text.length > CAPS.text) return { error: "too-large" };
  // No text of usual length has room for as many: it is not counted.
  if (text.length <= CAPS.piles * PILE) return null;
  const count = text.length < 2 * CAPS.paragraphs ? 0 : paragraphsIn(text);
  if (count > CAPS.paragraphs) return { error: "too-many-paragraphs", count };
  return pilesIn(text) > CAPS.piles ? { error: "too-many-marks" } : null;
}

/** Whether a text is more than a field holds in which it can be typed: browsers lay out all of it at each key. */
export function isTooMuchToType(text: string): boolean {
  if (text.length > CAPS.typed || tooMuch(text)) return true;
  const lines = text.split(LINE_END);
  return lines.length > CAPS.paragraphs || lines.some(({ length }) => length > CAPS.typedLine);
}

/** Ids of this visit differ from those of others, also of pages that are open at the same time. */
const visit = crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36);
let made = 0;

/** An id that no other article has. */
export function newId(): string {
  made += 1;
  return `a${made}-${visit}`;
}

/**
 * A day as ISO 8601 writes it, if the calendar has it; null else. For days that were read before: out of a record, a
 * link, a header, the editor.
 */
export function dayOf(text: unknown): string | null {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text) || text < "0001") return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines take the thirtieth of February for the second of March.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

/** Characters that turn a line around, hide in it or break it. Joiners stay: some scripts need them. */
const SNEAKY = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]+/gu;

/** A name or title is cut after so many UTF-16 units: the longest titles of papers and rulings have some hundred. */
export const LONGEST_LINE = 1_000;

/** A name or title on one line that reads as it is written, cut where it is longer than any; null when nothing is left. */
export function tidy(name: string | null | undefined): string | null {
  // White space may stand before it, and between its words.
  const start = name?.slice(0, 8 * LONGEST_LINE);
  const line = start?.replace(SNEAKY, " ").replace(/\s+/g, " ").trim() || null;
  if (line === null || line.length <= LONGEST_LINE) return line;
  // A cut must not leave half a character.
  return `${line.slice(0, LONGEST_LINE - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
