import { type ParsedArticle, tidy } from "../../../model/article";
import { decodeXml } from "../../encodings";
import { ReadFailure } from "../failure";
import { formulaText } from "../formula";
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
import { Lists } from "./lists";
import { Styles } from "./styles";

/** Objects in one document that are read. */
const MOST_OBJECTS = 1_000;

/** Reads an ODT file: paragraphs, headings, lists and tables in order, and the notes at the end. */
export async function readOdt(zip: Zip): Promise<ParsedArticle> {
  const manifest = await zip.text("META-INF/manifest.xml");
  if (manifest?.includes("encryption-data")) throw new ReadFailure("locked");
  const page = parseXml((await zip.text("content.xml")) ?? "");
  const styles = await zip.text("styles.xml");
  const meta = await zip.text("meta.xml");
  const formulas = await formulasIn(zip, page);
  return articleOf(page, styles ? [parseXml(styles), page] : [page], meta ? parseXml(meta) : null, formulas);
}

/** Reads a flat ODF file: the same in one file of XML. */
export function readFlatOdt(bytes: Uint8Array): ParsedArticle {
  const page = parseXml(decodeXml(bytes));
  const meta = childrenOf(page).find(({ name }) => name === "meta");
  return articleOf(page, [page], meta ?? null, new Map());
}

/** The formulas that are kept in files of their own, by the address that the text gives. */
async function formulasIn(zip: Zip, page: XmlElement): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const object of named(page, "object").slice(0, MOST_OBJECTS)) {
    const address = attribute(object, "href");
    const source =
      address === null ? null : await zip.text(`${address.replace(/^\.\/|\/$/g, "")}/content.xml`);
    if (address === null || !source?.includes("math")) continue;
    const math = named(parseXml(source), "math")[0];
    if (math) found.set(address, formulaText(math));
  }
  return found;
}

function articleOf(
  page: XmlElement,
  styled: readonly XmlElement[],
  meta: XmlElement | null,
  formulas: ReadonlyMap<string, string>,
): ParsedArticle {
  const styles = new Styles(styled);
  const shared: Shared = { styles, lists: new Lists(styles), formulas };
  const body = named(page, "body")[0];
  const main = new Body(shared);
  if (body) main.read(body);
  const text = [...main.blocks.all(), ...main.notes.all()].join("\n\n");
  const carried = tidy(textOfFirst(meta, "title"));
  const titled = named(page, "p").find((found) => attribute(found, "style-name") === "Title");
  const title = tidy(textIn(titled)) ?? titleIn(text, carried) ?? tidy(textIn(named(page, "h")[0]));
  return { title, byline: null, outlet: null, dated: null, language: null, text, whole: null };
}
