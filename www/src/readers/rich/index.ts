// The readers of formats that are more than text. Loaded as a part of its own, when such a file comes.
import { marked } from "marked";
import { CAPS, type InputFile, type ParsedArticle, type Problem, type ReadError } from "../../model/article";
import { readArchive } from "./archive";
import { readDocx } from "./docx";
import { readEpub } from "./epub";
import { errorOf } from "./failure";
import { hasBlocks, readFragment, readHtml } from "./html";
import { readOdt } from "./odt";
import { readRtf } from "./rtf";
import { Zip } from "./zip";

export { hasBlocks };

/** A file in one of the formats, or an archive of such. */
export type Packed = ParsedArticle | { files: InputFile[]; problems: Problem[] };

/** Reads a text whose format is known. */
export function readText(text: string, format: "html" | "fragment" | "markdown"): ParsedArticle | ReadError {
  return guarded(() => {
    if (format === "html") return readHtml(text);
    if (format === "fragment") return readFragment(text);
    // Front matter is about the article, not of it.
    const body = text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, "");
    return readFragment(marked.parse(body, { async: false, gfm: true }));
  });
}

/** Reads the bytes of an RTF file. */
export function readRichText(bytes: Uint8Array): ParsedArticle | ReadError {
  return guarded(() => readRtf(bytes));
}

/** Reads a ZIP file: a document that is kept as one, or an archive of files, which are unpacked. */
export async function readPacked(
  { name, bytes }: InputFile,
  inArchive: boolean,
): Promise<Packed | ReadError> {
  try {
    const zip = new Zip(bytes);
    const document = await documentIn(zip);
    if (document) return checked(document);
    return inArchive ? "nested" : await readArchive(zip, name);
  } catch (error) {
    return errorOf(error);
  }
}

async function documentIn(zip: Zip): Promise<ParsedArticle | null> {
  if (zip.find("[Content_Types].xml")) return readDocx(zip);
  const mimetype = zip.find("mimetype") && (await zip.text("mimetype"));
  if (mimetype?.includes("epub") || zip.find("META-INF/container.xml")) return readEpub(zip);
  if (mimetype?.includes("opendocument") || zip.find("content.xml")) return readOdt(zip);
  return null;
}

function guarded(read: () => ParsedArticle): ParsedArticle | ReadError {
  try {
    return checked(read());
  } catch (error) {
    return errorOf(error);
  }
}

function checked(found: ParsedArticle): ParsedArticle | ReadError {
  if (found.text.length > CAPS.text) return "too-large";
  return found.text.trim() === "" ? "no-text" : found;
}
