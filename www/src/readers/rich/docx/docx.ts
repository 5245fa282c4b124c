import { type ParsedArticle, tidy } from "../../../model/article";
import { Cleaner } from "../clean";
import type { Book } from "../epub";
import { ReadFailure } from "../failure";
import {
  attribute,
  childrenOf,
  named,
  parseXml,
  textIn,
  textOfFirst,
  titleIn,
  type XmlElement,
} from "../xml";
import type { Zip } from "../zip";
import { Body, type Shared } from "./body";
import { type Chunk, chunkOf } from "./chunks";
import { Numbering } from "./numbering";
import { Part } from "./parts";
import { child, val } from "./properties";
import { Styles } from "./styles";

/** Files of other formats in one document that are read; more are left out. */
const MOST_CHUNKS = 20;
/** Drawings in parts of their own that are read. */
const MOST_DRAWINGS = 200;
/** Stands in the text where a file of another format comes in, around its number: no document has this sign. */
const HERE = "\uFFFF";

/**
 * Reads a DOCX file: paragraphs, headings, lists and tables in order, and the notes at the end. One that takes in files of
 * other formats is put together as a book is.
 */
export async function readDocx(zip: Zip, isInside = false): Promise<ParsedArticle | Book> {
  const part = await Part.of(zip, await mainPart(zip));
  const page = parseXml((await zip.text(part.name)) ?? "");
  const body = named(page, "body")[0];
  // A spreadsheet or a set of slides is packed in the same way.
  if (!body) throw new ReadFailure("unknown-type");
  const styles = new Styles(await part.related("styles"));
  const chunks: (string | null)[] = [];
  const shared: Shared = {
    styles,
    numbering: new Numbering(await part.related("numbering"), styles),
    ...(await drawingsOf(zip, part, page)),
    notes: new Set(),
    chunk: (id) => `${HERE}${chunks.push(part.target(id)) - 1}${HERE}`,
  };
  const blocks = new Body(shared).read(body).all();
  const notes = await notesOf(part, body, shared);
  const text = [...blocks, ...notes].join("\n\n");
  const title = await titleOf(zip, page, text, shared);
  const about = { title, byline: null, outlet: null, dated: null, language: null, text, whole: null };
  if (chunks.length === 0) return about;
  return withChunks(zip, about, isInside ? [] : chunks.slice(0, MOST_CHUNKS));
}

/** The main part is found through the package's relations; nearly always it has this name. */
async function mainPart(zip: Zip): Promise<string> {
  const relations = await zip.text("_rels/.rels");
  const all = relations ? named(parseXml(relations), "Relationship") : [];
  const main = all.find((relation) => attribute(relation, "Type")?.endsWith("/officeDocument"));
  return (main && attribute(main, "Target")?.replace(/^\//, "")) || "word/document.xml";
}

/** The notes: first those that the text refers to, in its order. What only deleted text refers to is left out. */
async function notesOf(part: Part, body: XmlElement, shared: Shared): Promise<string[]> {
  const texts: string[] = [];
  for (const kind of ["footnote", "endnote"]) {
    const root = await part.related(`${kind}s`);
    const notes = new Map((root ? childrenOf(root) : []).map((note) => [attribute(note, "id"), note]));
    const read = (id: string | null) => {
      const note = notes.get(id);
      notes.delete(id);
      // Lines that part the notes from the text are kept as notes of a type.
      if (note && (attribute(note, "type") ?? "normal") === "normal")
        texts.push(...new Body(shared).read(note).all());
    };
    for (const note of shared.notes) if (note.startsWith(kind)) read(note.slice(kind.length + 1));
    for (const reference of named(body, `${kind}Reference`)) notes.delete(attribute(reference, "id"));
    for (const id of [...notes.keys()]) read(id);
  }
  return texts;
}

/** The words of figures and charts, which are parts of their own. */
async function drawingsOf(zip: Zip, part: Part, page: XmlElement): Promise<Pick<Shared, "drawn" | "loose">> {
  const drawn = new Map<string, readonly string[]>();
  const ids = [
    ...named(page, "relIds").map((one) => attribute(one, "dm")),
    ...named(page, "chart").map((one) => attribute(one, "id")),
  ];
  for (const id of ids.slice(0, MOST_DRAWINGS)) {
    const name = part.target(id);
    if (id !== null && name !== null && !drawn.has(id)) drawn.set(id, await wordsIn(zip, name));
  }
  const loose: string[][] = [];
  if (named(page, "graphicData").some((one) => childrenOf(one).length === 0)) {
    for (
      let number = 1;
      zip.find(`word/diagrams/data${number}.xml`) && number <= MOST_DRAWINGS;
      number += 1
    ) {
      loose.push(await wordsIn(zip, `word/diagrams/data${number}.xml`));
    }
  }
  return { drawn, loose };
}

async function wordsIn(zip: Zip, name: string): Promise<string[]> {
  const source = await zip.text(name);
  if (!source) return [];
  const root = parseXml(source);
  // Points of a figure, and the titles in a chart; its figures are those of a table that is not of the text.
  const shapes = [
    ...named(root, "pt").filter((one) => (attribute(one, "type") ?? "node") === "node"),
    ...named(root, "rich"),
  ];
  return shapes.flatMap((shape) => named(shape, "p").map((line) => named(line, "t").map(textIn).join("")));
}

/** The paragraph in the style of a title, or else the first in that of a top heading; or what the file carries along. */
async function titleOf(zip: Zip, page: XmlElement, text: string, shared: Shared): Promise<string | null> {
  const styled = titleStyled(page);
  const read =
    styled && new Body({ ...shared, numbering: null, notes: new Set() }).read(wrapped(styled)).text();
  const core = await zip.text("docProps/core.xml");
  return tidy(read) ?? titleIn(text, tidy(textOfFirst(core ? parseXml(core) : null, "title")));
}

const wrapped = (element: XmlElement): XmlElement => ({ name: "", nodes: [element], attributes: "" });

function titleStyled(page: XmlElement): XmlElement | null {
  const paragraphs = named(page, "p").map((paragraph) => {
    const properties = child(paragraph, "pPr");
    return { paragraph, style: val(properties && child(properties, "pStyle")) ?? "" };
  });
  const styled = (wanted: RegExp) => paragraphs.find(({ style }) => wanted.test(style))?.paragraph;
  return (
    styled(/^(title|titel|titre|título)$/i) ?? styled(/^(heading|berschrift|überschrift|titre) ?1$/i) ?? null
  );
}

/** The document in pieces: its own text, and between it what it takes in. */
async function withChunks(zip: Zip, about: ParsedArticle, chunks: readonly (string | null)[]): Promise<Book> {
  const found: Chunk[] = [];
  // One cleaner, so that the caps hold for all of them together.
  const cleaner = new Cleaner();
  for (const name of chunks) found.push(await chunkOf(zip, name, cleaner, readDocx));
  const chapters = about.text.split(new RegExp(`${HERE}(\\d+)${HERE}`)).map((piece, at) => {
    const chunk = at % 2 === 1 ? found[Number(piece)] : { text: piece };
    return chunk && "html" in chunk ? chunk.html : asHtml(chunk?.text ?? "");
  });
  return { about: { ...about, text: "" }, chapters, missing: 0 };
}

const asHtml = (text: string) => `<pre>\n${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</pre>`;
