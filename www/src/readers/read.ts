import { load } from "#rich";
import { readDates } from "../engine/dates";
import {
  type Article,
  CAPS,
  type InputFile,
  newId,
  type ParsedArticle,
  type Problem,
  type Refusal,
  tidy,
  tooMuch,
} from "../model/article";
import { isBlankText } from "../model/lines";
import { beginsLibrary, type LibraryReading, readLibrary } from "../schema/libraryFile";
import { decode } from "./charset";
import { declaredIn } from "./encodings";
import { baseName, HTML, MARKDOWN, MIME, PLAIN } from "./fileNames";
import { readPdf } from "./pdf/reader";
import { firstLines, guess, mayBeDate } from "./plain";
import type { Files, Request } from "./rich";
import { Workshop } from "./workshop";

type Format = "plain" | "markdown" | "html" | "mime" | "rtf" | "flat" | "pdf" | "zip";
type Bytes = InputFile["bytes"];

/** What an article says of its day, and a file of what it is made of, is longer in no real one, in UTF-16 units. */
const LONGEST_DATED = 200;

/** What was read of several files: the articles and the problems, each in the order of the files. */
export interface Reading {
  articles: Article[];
  problems: Problem[];
  /** Libraries that this page had saved. */
  libraries: Library[];
}

/** What a saved library holds, and what of it was left out. */
export type Library = Omit<Extract<LibraryReading, { is: "library" }>, "is">;

/** What is to be told of reading, and whether to go on. */
export interface Watch {
  /** Before each file: how many were read, of how many. */
  onFile?: (done: number, all: number) => void;
  /** Ends the reading: what was read stays. */
  signal?: AbortSignal;
}

/** Files whose bytes are fetched while others are taken apart, the one that is next among them. */
const AHEAD = 2;

/** Reads files one after another. One that cannot be read becomes a problem and stops no other. */
export async function readFiles(files: Iterable<File>, watch: Watch = {}): Promise<Reading> {
  const all = [...files];
  const reading: Reading = { articles: [], problems: [], libraries: [] };
  const reader = new Reader(reading, watch.signal);
  const bytesAt = (at: number) => all[at] && bytesOf(all[at]);
  const coming = Array.from({ length: AHEAD }, (_, at) => bytesAt(at));
  for (const [at, file] of all.entries()) {
    if (watch.signal?.aborted) break;
    watch.onFile?.(at, all.length);
    const bytes = await coming.shift();
    coming.push(bytesAt(at + AHEAD));
    if (bytes) await reader.file(file, bytes);
  }
  reader.close();
  return reading;
}

const isLibrary = (bytes: Uint8Array) => beginsLibrary(startOf(bytes, 128).replace(/^\xEF\xBB\xBF/, ""));

/** Reads a library that this page had saved. Only a file of its own is one, no entry of an archive. */
function readSaved(name: string, bytes: InputFile["bytes"], into: Reading): void {
  const found = readLibrary(new TextDecoder().decode(bytes));
  if (found.is === "library") into.libraries.push({ record: found.record, dropped: found.dropped });
  else into.problems.push({ name, error: `${found.is}-library` });
}

/** The bytes of a file. What is too large for what it is, is not read. */
async function bytesOf(file: File): Promise<Bytes | Refusal> {
  if (file.size === 0) return { error: "empty" };
  if (file.size > CAPS.file) return { error: "too-large" };
  try {
    // Every look into a file is a wait: only where the first bytes decide they are read first.
    if (file.size > CAPS.text) {
      const start = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
      const kind = kindOf(start, file.name);
      // Most of these is pictures.
      if (kind !== "zip" && kind !== "pdf" && kind !== "mime" && !isLibrary(start))
        return refusalOf(start) ?? { error: "too-large" };
    }
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return { error: "unreadable" };
  }
}

/** Reads files into a reading. */
class Reader {
  private readonly workshop: Workshop;

  constructor(
    private readonly into: Reading,
    private readonly signal?: AbortSignal,
  ) {
    this.workshop = new Workshop(signal);
  }

  close(): void {
    this.workshop.close();
  }

  async file(file: File, bytes: Bytes | Refusal): Promise<void> {
    const name = tidy(baseName(file.name)) ?? "";
    if ("error" in bytes) this.into.problems.push({ name, ...bytes });
    else if (isLibrary(bytes)) readSaved(name, bytes, this.into);
    else await this.given({ name, bytes }, file.type, false);
  }

  private async given(given: InputFile, type: string, inArchive: boolean): Promise<void> {
    // Readers name what they know to be wrong; what else goes wrong in one is the file's doing as well.
    const read = await this.bytes(given, type, inArchive).catch((): Refusal => ({ error: "damaged" }));
    const { name } = given;
    if ("error" in read) this.into.problems.push({ name, ...read });
    else if ("files" in read) {
      this.into.problems.push(...read.problems);
      for (const file of read.files) {
        if (this.signal?.aborted) return;
        await this.given(file, "", true);
      }
    } else this.into.articles.push(await articleOf(read, name));
  }

  private async bytes(
    { name, bytes }: InputFile,
    type: string,
    inArchive: boolean,
  ): Promise<ParsedArticle | Files | Refusal> {
    if (bytes.length === 0) return { error: "empty" };
    const refusal = refusalOf(bytes);
    if (refusal) return refusal;
    const kind = kindOf(bytes, name);
    if (kind === "zip") return this.rich({ kind: "packed", file: { name, bytes }, inArchive }, name);
    if (kind === "pdf") return held(asRefusal(await readPdf(bytes, this.signal)));
    if (kind === "mime") return this.rich({ kind, bytes }, name);
    if (bytes.length > CAPS.text) return { error: "too-large" };
    if (kind === "rtf" || kind === "flat") return this.rich({ kind, bytes }, name);
    const format = kind ?? formatOf(name, type);
    if (!format) return { error: "unknown-type" };
    const text = decode(bytes, format === "html" ? declaredIn(bytes) : null);
    if (text === null) return { error: bytes.includes(0) ? "binary" : "undecodable" };
    if (isBlankText(text)) return { error: "empty" };
    return format === "plain" ? held(plain(text)) : this.rich({ kind: format, text }, name);
  }

  /** What is more than text is taken apart in a worker, and put together where there is a document. */
  private async rich(request: Request, name: string): Promise<ParsedArticle | Files | Refusal> {
    const pieces = await this.workshop.takeApart(request);
    if ("missing" in pieces && pieces.missing > 0) {
      this.into.problems.push({ name, error: "chapters-missing", count: pieces.missing });
    }
    return "html" in pieces || "chapters" in pieces ? (await load()).putTogether(pieces) : pieces;
  }
}

const asRefusal = (read: Awaited<ReturnType<typeof readPdf>>) =>
  typeof read === "string" ? { error: read } : read;

/** An article as long as it is not more than the page takes. */
const held = (found: ParsedArticle | Refusal): ParsedArticle | Refusal =>
  "error" in found ? found : (tooMuch(found.text) ?? found);

/** What the name says, and else the type that the browser knows. */
function formatOf(name: string, type: string): "plain" | "markdown" | "html" | null {
  if (MARKDOWN.test(name)) return "markdown";
  if (HTML.test(name)) return "html";
  if (PLAIN.test(name) || !/\.[^.\s]{1,8}$/.test(name)) return "plain";
  if (type === "text/html") return "html";
  return type === "text/plain" ? "plain" : type === "text/markdown" ? "markdown" : null;
}

const startOf = (bytes: Uint8Array, length: number) => String.fromCharCode(...bytes.subarray(0, length));

/** What a file is by its first bytes, and where those begin a mail or a saved page by its name; null when they tell nothing. */
function kindOf(bytes: Uint8Array, name: string): Exclude<Format, "plain" | "markdown"> | null {
  const start = startOf(bytes, 1024);
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "zip";
  // Readers of PDF let other bytes stand before.
  if (start.includes("%PDF-")) return "pdf";
  if (start.startsWith("{\\rtf")) return "rtf";
  if (/^(\xEF\xBB\xBF)?\s*<\?xml[^>]*>[\s\S]*<office:document\b/.test(start)) return "flat";
  // An address and a title of any length may stand before the type: then the name tells.
  const isSaved = MIME.test(name) || /^content-type:\s*multipart\/related/im.test(start);
  if (isSaved && /^[\w-]+:/.test(start)) return "mime";
  return /^(\xEF\xBB\xBF)?\s*(<!--[^>]*-->\s*)*<(!doctype html|html)\b/i.test(start) ? "html" : null;
}

/** What cannot be read, known by its first bytes. */
function refusalOf(bytes: Uint8Array): Refusal | null {
  const start = startOf(bytes, 8);
  // A locked DOCX is packed as the old files of Word are.
  if (start.startsWith("\xD0\xCF\x11\xE0")) return { error: isLocked(bytes) ? "locked" : "old-word" };
  return /^(\x89PNG|\xFF\xD8\xFF|GIF8|RIFF)/.test(start) ? { error: "picture" } : null;
}

function isLocked(bytes: Uint8Array): boolean {
  const wide = [..."EncryptedPackage"].flatMap((char) => [char.charCodeAt(0), 0]);
  return bytes.subarray(0, 1 << 20).some((_, at) => wide.every((value, by) => bytes[at + by] === value));
}

const plain = (text: string): ParsedArticle => ({
  title: null,
  byline: null,
  outlet: null,
  dated: null,
  language: null,
  text,
  whole: null,
});

/** Makes an article of what was found. What a file does not say of itself is guessed from its first lines. */
async function articleOf(found: ParsedArticle, name: string): Promise<Article> {
  const { title, byline, outlet, dated, language, text, whole } = found;
  const lines = firstLines(text);
  const short = lines.map((line) => (mayBeDate(line) ? line : ""));
  const [date = null, ...dates] = await readDates([dated?.slice(0, LONGEST_DATED) ?? "", ...short], language);
  const guessed = guess(lines, dates);
  return {
    id: newId(),
    name,
    title: title ?? tidy(guessed.title),
    titleGuessed: !title,
    byline,
    outlet,
    date: date ?? guessed.date,
    text,
    lineOverrides: [],
    alternative: whole ? { is: "page", text: whole } : null,
  };
}

/** Makes an article of a pasted text, or says why it is none. */
export async function fromText(text: string, name: string): Promise<Article | Refusal> {
  if (isBlankText(text)) return { error: "empty" };
  const found = held(plain(text));
  return "error" in found ? found : articleOf(found, name);
}

/** Makes an article of HTML from the clipboard, which has its headings, lists and tables; null when it has none. */
export async function fromClipboard(html: string, name: string): Promise<Article | null> {
  if (html.length > CAPS.text) return null;
  const workshop = new Workshop();
  const pieces = await workshop.takeApart({ kind: "fragment", text: html });
  workshop.close();
  const rich = await load();
  if (!("html" in pieces) || !rich.hasBlocks(pieces.html)) return null;
  const found = await rich.putTogether(pieces);
  return "text" in found ? articleOf(found, name) : null;
}
