import { marked } from "marked";
import { type Article, newId, type Problem, type Trouble } from "./article";
import { decode } from "./charset";
import { readHtml } from "./html";
import { guess } from "./plain";

/** The most a file may hold, in bytes: more than a million words. Beyond it the page would only stand still. */
export const LARGEST = 8 * 1024 * 1024;

const PLAIN = /\.(txt|text|log|rst|org|adoc|tex)$/i;
const MARKDOWN = /\.(md|markdown|mdown|mkd)$/i;
const HTML = /\.(html?|xhtml)$/i;

/** What `accept` of the file dialog says; the same list as above. */
export const ACCEPTED =
  ".txt,.text,.log,.rst,.org,.adoc,.tex,.md,.markdown,.mdown,.mkd,.html,.htm,.xhtml,text/plain,text/markdown,text/html";

type Format = "plain" | "markdown" | "html";

/** What was read of several files: the articles and the problems, each in the order of the files. */
export interface Reading {
  articles: Article[];
  problems: Problem[];
}

/** Reads files one after another. One that cannot be read becomes a problem and stops no other. */
export async function readFiles(files: Iterable<File>): Promise<Reading> {
  const reading: Reading = { articles: [], problems: [] };
  for (const file of files) {
    const read = await readFile(file);
    if (typeof read === "string") reading.problems.push({ name: file.name, trouble: read });
    else reading.articles.push(read);
  }
  return reading;
}

async function readFile(file: File): Promise<Article | Trouble> {
  if (file.size === 0) return "empty";
  if (file.size > LARGEST) return "too-large";
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return "unreadable";
  }
  const known = troubleOf(bytes);
  if (known) return known;
  const format = formatOf(file);
  if (!format) return "unknown-type";
  const text = decode(bytes, format === "html" ? declaredCharset(bytes) : null);
  if (text === null) return bytes.includes(0) ? "binary" : "undecodable";
  return fromText(text, file.name, format);
}

function formatOf(file: File): Format | null {
  if (MARKDOWN.test(file.name)) return "markdown";
  if (HTML.test(file.name)) return "html";
  if (PLAIN.test(file.name) || !/\.[^.\s]{1,8}$/.test(file.name)) return "plain";
  if (file.type === "text/html") return "html";
  return file.type === "text/plain" ? "plain" : file.type === "text/markdown" ? "markdown" : null;
}

/** Known by their first bytes, whatever they are called. */
function troubleOf(bytes: Uint8Array): Trouble | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith("%PDF")) return "pdf";
  if (start.startsWith("\xD0\xCF\x11\xE0")) return "word";
  if (start.startsWith("PK\x03\x04")) return isWord(bytes) ? "word" : "archive";
  if (/^(\x89PNG|\xFF\xD8\xFF|GIF8|RIFF)/.test(start)) return "picture";
  return null;
}

/** Whether a ZIP file is a Word document: such have their main part named near the start. */
function isWord(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 4096));
  return start.includes("[Content_Types].xml") || start.includes("word/");
}

function declaredCharset(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  return start.match(/<meta[^>]+charset=["']?\s*([\w:-]+)/i)?.[1] ?? null;
}

/** Makes an article of a text that was decoded or pasted. */
export function fromText(text: string, name: string, format: Format): Article | Trouble {
  if (text.trim() === "") return "empty";
  if (format === "plain") return fromPlain(text, name);
  const html = format === "html" ? text : markdownToHtml(text);
  const read = readHtml(html);
  if (!read.text) return "no-text";
  const guessed = guess(read.text);
  return {
    id: newId(),
    name,
    title: read.title ?? guessed.title,
    titleGuessed: !read.title,
    outlet: read.outlet,
    date: read.date ?? guessed.date,
    text: read.text,
  };
}

function markdownToHtml(text: string): string {
  // Front matter is about the article, not of it.
  return marked.parse(text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, ""), { async: false, gfm: true });
}

function fromPlain(text: string, name: string): Article {
  const { title, date } = guess(text);
  return { id: newId(), name, title, titleGuessed: true, outlet: null, date, text };
}
