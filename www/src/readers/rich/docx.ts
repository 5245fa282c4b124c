import { type ParsedArticle, tidy } from "../../model/article";
import { Blocks } from "./blocks";
import { ReadFailure } from "./failure";
import { attribute, childrenOf, named, parseXml, textIn, textOfFirst, titleIn, type XmlElement } from "./xml";
import type { Zip } from "./zip";

/** What is not of the text: what was deleted or moved away, fields' instructions, the older of two drawings, the reading beside a sign. */
const LEFT_OUT = new Set([
  "del",
  "moveFrom",
  "instrText",
  "delText",
  "Fallback",
  "pPr",
  "rPr",
  "tblPr",
  "sdtPr",
  "rt",
]);

/** Reads a DOCX file: paragraphs, headings, lists and tables in order, and the notes at the end. */
export async function readDocx(zip: Zip): Promise<ParsedArticle> {
  const main = await zip.text(await mainPart(zip));
  const blocks = new Blocks();
  const page = parseXml(main ?? "");
  const body = named(page, "body")[0];
  // A spreadsheet or a set of slides is packed in the same way.
  if (!body) throw new ReadFailure("unknown-type");
  for (const child of childrenOf(body)) visit(child, blocks);
  for (const notes of ["footnotes", "endnotes"]) await addNotes(zip, notes, blocks);
  const text = blocks.text();
  const core = await zip.text("docProps/core.xml");
  const properties = core ? parseXml(core) : null;
  const title = tidy(titleStyled(page)) ?? titleIn(text, tidy(textOfFirst(properties, "title")));
  return { title, byline: null, outlet: null, dated: null, language: null, text, whole: null };
}

/** The main part is found through the package's relations; nearly always it has this name. */
async function mainPart(zip: Zip): Promise<string> {
  const relations = await zip.text("_rels/.rels");
  const all = relations ? named(parseXml(relations), "Relationship") : [];
  const main = all.find((relation) => attribute(relation, "Type")?.endsWith("/officeDocument"));
  return (main && attribute(main, "Target")?.replace(/^\//, "")) || "word/document.xml";
}

async function addNotes(zip: Zip, notes: string, blocks: Blocks): Promise<void> {
  const part = await zip.text(`word/${notes}.xml`);
  if (!part) return;
  const root = parseXml(part);
  for (const note of childrenOf(root)) {
    // Lines that part the notes from the text are kept as notes of a type.
    if (attribute(note, "type")) continue;
    for (const child of childrenOf(note)) visit(child, blocks);
  }
}

function visit(element: XmlElement, blocks: Blocks): void {
  const { name } = element;
  if (LEFT_OUT.has(name)) return;
  if (name === "t") blocks.raw(textIn(element));
  else if (name === "tab") blocks.raw("\t");
  else if (name === "br" || name === "cr") blocks.raw("\n");
  else if (name === "noBreakHyphen") blocks.raw("\u2011");
  else if (name === "tr") blocks.row(cellsOf(element));
  else if (name === "r" && isHidden(element)) return;
  else {
    const paragraph = name === "p" || name === "txbxContent";
    if (paragraph) blocks.close();
    for (const child of childrenOf(element)) visit(child, blocks);
    if (paragraph) blocks.close();
  }
}

function cellsOf(row: XmlElement): Blocks[] {
  return childrenOf(row)
    .filter(({ name }) => name === "tc" || name === "sdt")
    .map((cell) => {
      const blocks = new Blocks();
      for (const child of childrenOf(cell)) visit(child, blocks);
      return blocks;
    });
}

function isHidden(run: XmlElement): boolean {
  const properties = childrenOf(run).find(({ name }) => name === "rPr");
  const hidden = properties && childrenOf(properties).find(({ name }) => name === "vanish");
  return hidden !== undefined && !/^(0|false|off)$/.test(attribute(hidden, "val") ?? "");
}

/** The paragraph in the style of a title, or else the first in that of a top heading. */
function titleStyled(page: XmlElement): string | null {
  const paragraphs = named(page, "p").map((paragraph) => ({ paragraph, style: styleOf(paragraph) }));
  const styled = (wanted: RegExp) => paragraphs.find(({ style }) => wanted.test(style))?.paragraph;
  const found =
    styled(/^(title|titel|titre|título)$/i) ?? styled(/^(heading|berschrift|überschrift|titre) ?1$/i);
  return found ? named(found, "t").map(textIn).join("") : null;
}

function styleOf(paragraph: XmlElement): string {
  const properties = childrenOf(paragraph).find(({ name }) => name === "pPr");
  const style = properties && childrenOf(properties).find(({ name }) => name === "pStyle");
  return (style && attribute(style, "val")) ?? "";
}
