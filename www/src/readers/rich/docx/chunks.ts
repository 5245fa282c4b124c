import type { ParsedArticle } from "../../../model/article";
import { decodeXml } from "../../encodings";
import type { Cleaner } from "../clean";
import type { Book } from "../epub";
import { ReadFailure } from "../failure";
import { readRtf } from "../rtf/rtf";
import { Zip } from "../zip";

/** A file of another format that a document takes in: its text, or clean HTML. */
export type Chunk = { text: string } | { html: string };

type ReadDocx = (zip: Zip, isInside: boolean) => Promise<ParsedArticle | Book>;

/** What another file in the package says; nothing where it cannot be read. */
export async function chunkOf(
  zip: Zip,
  name: string | null,
  cleaner: Cleaner,
  readDocx: ReadDocx,
): Promise<Chunk> {
  try {
    return await read(zip, name, cleaner, readDocx);
  } catch (error) {
    // One that is too much for this page would be so alone.
    if (error instanceof ReadFailure && !/^(damaged|unknown-type|locked)$/.test(error.error)) throw error;
    return { text: "" };
  }
}

async function read(zip: Zip, name: string | null, cleaner: Cleaner, readDocx: ReadDocx): Promise<Chunk> {
  const entry = name === null ? undefined : zip.find(name);
  if (!entry) return { text: "" };
  const bytes = await zip.unpack(entry);
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.startsWith("PK")) {
    const inside = await readDocx(new Zip(bytes), true);
    return "chapters" in inside ? { text: "" } : { text: inside.text };
  }
  if (start.startsWith("{\\rtf")) return { text: readRtf(bytes).text };
  if (/^mime-version:|^content-type:\s*multipart/im.test(start))
    return { html: cleaner.clean(pageOf(bytes)) };
  const text = textOf(bytes, start);
  return /<(!doctype|html|body|p|div|head|meta|table|h\d)\b/i.test(start)
    ? { html: cleaner.clean(text) }
    : { text };
}

/** In the charset that a page names, else as XML. */
function textOf(bytes: Uint8Array, start: string): string {
  const charset = start.match(/<meta[^>]+charset=["']?\s*([\w:-]+)/i)?.[1];
  try {
    if (charset) return new TextDecoder(charset).decode(bytes);
  } catch {
    // A charset that is none.
  }
  return decodeXml(bytes);
}

/** The page in a MIME file (RFC 2557): the first part that is HTML. */
function pageOf(bytes: Uint8Array): string {
  const source = new TextDecoder("windows-1252").decode(bytes).replace(/\r\n/g, "\n");
  const boundary = source.match(/boundary="?([^"\n;]+)/i)?.[1];
  const parts = boundary ? source.split(`--${boundary}`) : [source];
  const part = parts.find((one) => /^content-type:\s*text\/html/im.test(one.slice(0, 1_000))) ?? "";
  const end = part.indexOf("\n\n");
  const head = part.slice(0, Math.max(0, end));
  const charset = head.match(/charset="?([\w:-]+)/i)?.[1] ?? "utf-8";
  return inCharset(unpacked(part.slice(end + 2), head), charset);
}

function unpacked(body: string, head: string): string {
  if (/transfer-encoding:\s*base64/i.test(head)) {
    try {
      return atob(body.replace(/[^\w+/=]/g, ""));
    } catch {
      return "";
    }
  }
  if (!/transfer-encoding:\s*quoted-printable/i.test(head)) return body;
  return body
    .replace(/=\n/g, "")
    .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Characters that stand for bytes, as text. */
function inCharset(text: string, charset: string): string {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
