import type { ParsedArticle } from "../../../model/article";
import { decodeXml } from "../../encodings";
import type { Cleaner } from "../clean";
import type { Book } from "../epub";
import { ReadFailure } from "../failure";
import { pageOf } from "../mime";
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
