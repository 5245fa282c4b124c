import { marked, Tokenizer, type Tokens } from "marked";
import {
  CAPS,
  type InputFile,
  type ParsedArticle,
  type Problem,
  type Refusal,
  tooMuch,
} from "../../model/article";
import { isBlankText, paragraphsIn } from "../../model/lines";
import { readArchive } from "./archive";
import { Cleaner } from "./clean";
import { readDocx } from "./docx/docx";
import { type Book, readEpub } from "./epub";
import { ReadFailure, refusalOf } from "./failure";
import { type FrontMatter, splitFrontMatter } from "./frontMatter";
import { pageOf } from "./mime";
import { readFlatOdt, readOdt } from "./odt/odt";
import { readRtf } from "./rtf/rtf";
import { Zip } from "./zip";

/** What is to be taken apart. */
export type Request =
  | { kind: "html" | "fragment" | "markdown"; text: string }
  | { kind: "rtf"; bytes: InputFile["bytes"] }
  | { kind: "flat"; bytes: InputFile["bytes"] }
  | { kind: "mime"; bytes: InputFile["bytes"] }
  | { kind: "packed"; file: InputFile; inArchive: boolean };

/** An archive of files. */
export interface Files {
  files: InputFile[];
  problems: Problem[];
}

/** HTML that is ready for the browser's parser. */
export interface Clean {
  html: string;
  isPage: boolean;
  /** What a Markdown file says of itself. */
  about?: FrontMatter;
}

/** What a file is made of, as far as it is taken apart without a document. */
export type Pieces = ParsedArticle | Files | Clean | Book | Refusal;

/** Signs that Markdown gives a meaning; each may become an element. */
const SIGNS = /[*_`[\]<~|>]/g;
/** How many of them a Markdown file may have. */
const MOST_SIGNS = 500_000;
/** How many lines: in hard-wrapped text a line is no paragraph. */
const MOST_LINES = 4 * CAPS.paragraphs;

/**
 * Takes a file apart. Takes long where somebody made a file for that, and neither document nor page: it runs in a
 * worker. Never fails: what goes wrong is the file's doing, and becomes a refusal.
 */
export async function takeApart(request: Request): Promise<Pieces> {
  try {
    return await taken(request);
  } catch (error) {
    return refusalOf(error);
  }
}

async function taken(request: Request): Promise<Pieces> {
  if (request.kind === "packed") return packed(request.file, request.inArchive);
  if (request.kind === "rtf") return checked(readRtf(request.bytes));
  if (request.kind === "flat") return checked(readFlatOdt(request.bytes));
  if (request.kind === "mime") return { html: new Cleaner().clean(pageOf(request.bytes)), isPage: true };
  if (request.kind === "markdown") return markdown(request.text);
  return { html: new Cleaner().clean(request.text), isPage: request.kind === "html" };
}

/** Lists and quotations in each other, in Markdown: each takes apart anew what is in it. By eye none has ten. */
const DEEPEST = 40;

class Bounded extends Tokenizer {
  private depth = 0;

  override list(src: string): Tokens.List | undefined {
    return this.inside(() => super.list(src));
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.inside(() => super.blockquote(src));
  }

  private inside<T>(take: () => T): T {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new ReadFailure("too-complex");
    const taken = take();
    this.depth -= 1;
    return taken;
  }
}

function markdown(text: string): Clean {
  const { about, body } = splitFrontMatter(text);
  if (paragraphsIn(body) > MOST_LINES) throw new ReadFailure("too-many-paragraphs", paragraphsIn(body));
  if ((body.match(SIGNS)?.length ?? 0) > MOST_SIGNS) throw new ReadFailure("too-complex");
  const html = marked.parse(body, { async: false, gfm: true, tokenizer: new Bounded() });
  return { html: new Cleaner().clean(html), isPage: false, about };
}

/** A ZIP file: a document that is kept as one, or an archive of files, which are unpacked. */
async function packed({ name, bytes }: InputFile, inArchive: boolean): Promise<Pieces> {
  const zip = new Zip(bytes);
  const document = await documentIn(zip);
  if (document) return "chapters" in document ? document : checked(document);
  return inArchive ? { error: "nested" } : readArchive(zip, name);
}

async function documentIn(zip: Zip): Promise<ParsedArticle | Book | null> {
  if (zip.find("[Content_Types].xml")) return readDocx(zip);
  const mimetype = zip.find("mimetype") && (await zip.text("mimetype"));
  if (mimetype?.includes("epub") || zip.find("META-INF/container.xml")) return readEpub(zip);
  if (mimetype?.includes("opendocument") || zip.find("content.xml")) return readOdt(zip);
  return null;
}

/** An article, or why it is none that the page takes. */
export function checked(found: ParsedArticle): ParsedArticle | Refusal {
  const refusal = tooMuch(found.text);
  if (refusal) return refusal;
  const whole = found.whole && !tooMuch(found.whole) ? found.whole : null;
  return isBlankText(found.text) ? { error: "no-text" } : { ...found, whole };
}
