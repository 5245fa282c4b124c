// Nothing is drawn and nothing is fetched: only the text is asked for.
import "./resolvers";
import { getDocument, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
// Both halves of pdf.js run here: this one leaves its own where the other looks for it.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { CAPS, type ParsedArticle, type ReadError, tidy } from "../../model/article";
import { columnsAsLines, fromTheLeft } from "./direction";
import { type Sheet, withoutHeads } from "./heads";
import { columnsOf, type Piece } from "./layout";
import { type Page, paragraphsOf } from "./paragraphs";
import { Tables } from "./tables";

/** How far before its end a whole file says that it ends. */
const TAIL = 4096;

/** What stands for a sign whose letter a file does not tell. */
const NO_LETTER = /(?!\s)\p{Cc}|[\p{Co}\uFFFD]/gu;

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
  /** `ttb` for columns of signs. */
  dir: string;
}

/** Reads a PDF file, or says why it cannot be read. */
export async function read(data: Uint8Array<ArrayBuffer>): Promise<ParsedArticle | ReadError> {
  const tail = String.fromCharCode(...data.subarray(-TAIL));
  if (!tail.includes("%%EOF")) return "damaged";
  const pdf = await getDocument({
    data,
    verbosity: 0,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    BinaryDataFactory: Tables,
  }).promise;
  if (pdf.numPages > CAPS.pages) return "too-large";
  const sheets: Sheet[] = [];
  let [length, unread] = [0, 0];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await sheetOf(await pdf.getPage(number));
    length += lengthOf(sheet);
    unread += sheet.pieces.reduce((sum, { text }) => sum + (text.match(NO_LETTER)?.length ?? 0), 0);
    if (length > CAPS.text) return "too-large";
    sheets.push(sheet);
  }
  if (Tables.missing || unread > length / 2) return "no-table";
  if (length === 0) return "scanned";
  const { title, text } = paragraphsOf(pagesOf(withoutHeads(sheets)));
  return { title: tidy(title), byline: null, outlet: null, dated: null, language: null, text, whole: null };
}

/** The text of a page, seen from where most of it stands upright: pages may lie on their side. */
async function sheetOf(page: PDFPageProxy): Promise<Sheet> {
  const { items } = await page.getTextContent();
  const texts = items.filter((item): item is TextItem & typeof item => "str" in item);
  page.cleanup();
  const sheets = [0, 90, 180, 270].map((by) => {
    const { transform, width, height } = page.getViewport({ scale: 1, rotation: page.rotate + by });
    const [down, along] = [true, false].map((isDown) =>
      texts.filter(({ dir }) => (dir === "ttb") === isDown).flatMap((item) => pieceOf(item, transform)),
    ) as [Piece[], Piece[]];
    const isDown = lengthOf({ pieces: down }) > lengthOf({ pieces: along });
    if (isDown) return { pieces: columnsAsLines(down, along, width), height: width + height };
    return { pieces: fromTheLeft([...along, ...down], width), height };
  });
  return sheets.reduce((best, sheet) => (lengthOf(sheet) > lengthOf(best) ? sheet : best));
}

const lengthOf = ({ pieces }: Pick<Sheet, "pieces">) =>
  pieces.reduce((sum, { text }) => sum + text.trim().length, 0);

function pagesOf(sheets: readonly Sheet[]): Page[] {
  let [columns, before]: [number, number | null] = [0, null];
  return sheets.map(({ pieces, height }) => {
    const { lines, gutter } = columnsOf(pieces, columns, before);
    columns = (lines.at(-1)?.column ?? columns) + 1;
    before = gutter;
    return { lines, height };
  });
}

/** Where an item stands on the page as it is seen. Text that is turned is not of the running text. */
function pieceOf(
  { str, transform, width, height, dir }: TextItem,
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[],
): Piece[] {
  const [ta = 0, tb = 0, tc = 0, td = 0, te = 0, tf = 0] = transform;
  const [alongX, alongY] = [a * ta + c * tb, b * ta + d * tb];
  const size = Math.hypot(a * tc + c * td, b * tc + d * td);
  if (str === "" || size === 0 || Math.abs(alongY) > 0.1 * alongX) return [];
  const [x0, y] = [a * te + c * tf + e, b * te + d * tf + f];
  return [{ text: str, x0, x1: x0 + (dir === "ttb" ? height : width), y, size }];
}

/** What it says when reading fails. */
export function errorOf(error: unknown): ReadError {
  return error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged";
}
