import { type ParsedArticle, tidy } from "../../model/article";
import { Blocks } from "./blocks";
import { ReadFailure } from "./failure";
import { attribute, childrenOf, named, parseXml, textIn, textOfFirst, titleIn, type XmlElement } from "./xml";
import type { Zip } from "./zip";

const LEFT_OUT = new Set([
  "tracked-changes",
  "annotation",
  "annotation-end",
  "sequence-decls",
  "forms",
  "desc",
  "title",
]);

/** Reads an ODT file: paragraphs, headings, lists and tables in order, and the notes at the end. */
export async function readOdt(zip: Zip): Promise<ParsedArticle> {
  const manifest = await zip.text("META-INF/manifest.xml");
  if (manifest?.includes("encryption-data")) throw new ReadFailure("locked");
  const page = parseXml((await zip.text("content.xml")) ?? "");
  const [blocks, notes] = [new Blocks(), new Blocks()];
  const body = named(page, "body")[0];
  if (body) visit(body, blocks, notes);
  const text = [...blocks.all(), ...notes.all()].join("\n\n");
  const meta = await zip.text("meta.xml");
  const carried = tidy(textOfFirst(meta ? parseXml(meta) : null, "title"));
  const styled = named(page, "p").find((found) => attribute(found, "style-name") === "Title");
  const heading = named(page, "h")[0];
  const title = tidy(textIn(styled)) ?? titleIn(text, carried) ?? tidy(textIn(heading));
  return { title, byline: null, outlet: null, dated: null, language: null, text, whole: null };
}

function visit(element: XmlElement, blocks: Blocks, notes: Blocks): void {
  const { name } = element;
  if (LEFT_OUT.has(name)) return;
  if (name === "s") blocks.raw(" ".repeat(Math.min(100, Number(attribute(element, "c")) || 1)));
  else if (name === "tab") blocks.raw("\t");
  else if (name === "line-break") blocks.raw("\n");
  else if (name === "note") {
    // A note in a note is met inside the outer one's body.
    for (const child of childrenOf(element)) if (child.name === "note-body") content(child, notes, notes);
    notes.close();
  } else if (name === "table-row") blocks.row(cellsOf(element, notes));
  else {
    const paragraph = name === "p" || name === "h";
    if (paragraph) blocks.close();
    content(element, blocks, notes);
    if (paragraph) blocks.close();
  }
}

function content(element: XmlElement, blocks: Blocks, notes: Blocks): void {
  // Only in paragraphs is text content; between elements it is the file's own line breaks.
  const isText = /^(p|h|span|a|meta|meta-field)$/.test(element.name);
  for (const node of element.nodes) {
    if (typeof node !== "string") visit(node, blocks, notes);
    else if (isText) blocks.flow(node);
  }
}

function cellsOf(row: XmlElement, notes: Blocks): Blocks[] {
  return childrenOf(row).map((cell) => {
    const blocks = new Blocks();
    visit(cell, blocks, notes);
    return blocks;
  });
}
