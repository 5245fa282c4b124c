import { load } from "#rich";
import { readDates } from "../engine/dates";
import {
  type Article,
  CAPS,
  type InputFile,
  newId,
  type ParsedArticle,
  type Problem,
  type ReadError,
  tidy,
} from "../model/article";
import { beginsLibrary, type LibraryReading, readLibrary } from "../schema/libraryFile";
import { decode } from "./charset";
import { baseName, HTML, MARKDOWN, PLAIN } from "./fileNames";
import { readPdf } from "./pdf/reader";
import { firstLines, guess, mayBeDate } from "./plain";

type Format = "plain" | "markdown" | "html" | "rtf" | "pdf" | "zip";

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

/** Reads files one after another. One that cannot be read becomes a problem and stops no other. */
export async function readFiles(files: Iterable<File>, watch: Watch = {}): Promise<Reading> {
  const all = [...files];
  const reading: Reading = { articles: [], problems: [], libraries: [] };
  const bytesAt = (at: number) => all[at] && bytesOf(all[at]);
  let next = bytesAt(0);
  for (const [at, file] of all.entries()) {
    if (watch.signal?.aborted) break;
    watch.onFile?.(at, all.length);
    const bytes = await next;
    // Its bytes come while this one is taken apart.
    next = bytesAt(at + 1);
    if (bytes) await readFile(file, bytes, reading, watch.signal);
  }
  return reading;
}

async function readFile(
  file: File,
  bytes: InputFile["bytes"] | ReadError,
  reading: Reading,
  signal?: AbortSignal,
) {
  const name = tidy(baseName(file.name)) ?? "";
  if (typeof bytes === "string") reading.problems.push({ name, error: bytes });
  else if (isLibrary(bytes)) readSaved(name, bytes, reading);
  else await readGiven({ name, bytes }, file.type, false, reading, signal);
}

const isLibrary = (bytes: Uint8Array) => beginsLibrary(startOf(bytes, 128).replace(/^\xEF\xBB\xBF/, ""));

/** Reads a library that this page had saved. Only a file of its own is one, no entry of an archive. */
function readSaved(name: string, bytes: InputFile["bytes"], into: Reading): void {
  const found = readLibrary(new TextDecoder().decode(bytes));
  if (found.is === "library") into.libraries.push({ record: found.record, dropped: found.dropped });
  else into.problems.push({ name, error: `${found.is}-library` });
}

/** The bytes of a file. What is too large for what it is, is not read. */
async function bytesOf(file: File): Promise<InputFile["bytes"] | ReadError> {
  if (file.size === 0) return "empty";
  if (file.size > CAPS.file) return "too-large";
  try {
    // Every look into a file is a wait: only where the first bytes decide they are read first.
    if (file.size > CAPS.text) {
      const start = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
      const kind = kindOf(start);
      if (kind !== "zip" && kind !== "pdf" && !isLibrary(start)) return errorOf(start) ?? "too-large";
    }
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return "unreadable";
  }
}

async function readGiven(
  given: InputFile,
  type: string,
  inArchive: boolean,
  into: Reading,
  signal?: AbortSignal,
) {
  // Readers name what they know to be wrong; what else goes wrong in one is the file's doing as well.
  const read = await readBytes(given, type, inArchive, signal).catch((): ReadError => "damaged");
  const { name } = given;
  if (typeof read === "string") into.problems.push({ name, error: read });
  else if ("files" in read) {
    into.problems.push(...read.problems);
    for (const file of read.files) {
      if (signal?.aborted) return;
      await readGiven(file, "", true, into, signal);
    }
  } else into.articles.push(await articleOf(read, name));
}

async function readBytes({ name, bytes }: InputFile, type: string, inArchive: boolean, signal?: AbortSignal) {
  if (bytes.length === 0) return "empty";
  const error = errorOf(bytes);
  if (error) return error;
  const kind = kindOf(bytes);
  if (kind === "zip") return (await load()).readPacked({ name, bytes }, inArchive);
  if (kind === "pdf") return readPdf(bytes, signal);
  if (bytes.length > CAPS.text) return "too-large";
  if (kind === "rtf") return (await load()).readRichText(bytes);
  const format = kind ?? formatOf(name, type);
  if (!format) return "unknown-type";
  const text = decode(bytes, format === "html" ? declaredCharset(bytes) : null);
  if (text === null) return bytes.includes(0) ? "binary" : "undecodable";
  if (text.trim() === "") return "empty";
  return format === "plain" ? plain(text) : (await load()).readText(text, format);
}

/** What the name says, and else the type that the browser knows. */
function formatOf(name: string, type: string): "plain" | "markdown" | "html" | null {
  if (MARKDOWN.test(name)) return "markdown";
  if (HTML.test(name)) return "html";
  if (PLAIN.test(name) || !/\.[^.\s]{1,8}$/.test(name)) return "plain";
  if (type === "text/html") return "html";
  return type === "text/plain" ? "plain" : type === "text/markdown" ? "markdown" : null;
}

const startOf = (bytes: Uint8Array, length: number) => String.fromCharCode(...bytes.subarray(0, length));

/** What a file is by its first bytes, whatever it is called; null when those tell nothing. */
function kindOf(bytes: Uint8Array): Exclude<Format, "plain" | "markdown"> | null {
  const start = startOf(bytes, 1024);
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "zip";
  // Readers of PDF let other bytes stand before.
  if (start.includes("%PDF-")) return "pdf";
  if (start.startsWith("{\\rtf")) return "rtf";
  return /^(\xEF\xBB\xBF)?\s*(<!--[^>]*-->\s*)*<(!doctype html|html)\b/i.test(start) ? "html" : null;
}

/** What cannot be read, known by its first bytes. */
function errorOf(bytes: Uint8Array): ReadError | null {
  const start = startOf(bytes, 8);
  // A locked DOCX is packed as the old files of Word are.
  if (start.startsWith("\xD0\xCF\x11\xE0")) return isLocked(bytes) ? "locked" : "old-word";
  return /^(\x89PNG|\xFF\xD8\xFF|GIF8|RIFF)/.test(start) ? "picture" : null;
}

function isLocked(bytes: Uint8Array): boolean {
  const wide = [..."EncryptedPackage"].flatMap((char) => [char.charCodeAt(0), 0]);
  return bytes.subarray(0, 1 << 20).some((_, at) => wide.every((value, by) => bytes[at + by] === value));
}

function declaredCharset(bytes: Uint8Array): string | null {
  const start = startOf(bytes, 1024);
  return start.match(/<meta[^>]+charset=["']?\s*([\w:-]+)/i)?.[1] ?? null;
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
  const [date = null, ...dates] = await readDates([dated ?? "", ...short], language);
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

/** Makes an article of a pasted text; null when there is nothing in it. */
export async function fromText(text: string, name: string): Promise<Article | null> {
  return text.trim() === "" ? null : articleOf(plain(text), name);
}

/** Makes an article of HTML from the clipboard, which has its headings, lists and tables; null when it has none. */
export async function fromClipboard(html: string, name: string): Promise<Article | null> {
  const rich = await load();
  if (html.length > CAPS.text || !rich.hasBlocks(html)) return null;
  const found = rich.readText(html, "fragment");
  return typeof found === "string" ? null : articleOf(found, name);
}
