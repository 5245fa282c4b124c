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
import { actualItems, pieceOf, type TextItem, toldIn, typedOn } from "./pieces";
import { Tables } from "./tables";

/** How far before its end a whole file says that it ends, or at least has the trailer of its table. */
const TAIL = 4096;

/** What stands for a sign whose letter a file does not tell. */
const NO_LETTER = /(?!\s)\p{Cc}|[\p{Co}\uFFFD]/gu;

/** Reads a PDF file, or says why it cannot be read. */
export async function read(data: Uint8Array<ArrayBuffer>): Promise<ParsedArticle | ReadError> {
  if (!isWhole(data)) return "damaged";
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
  const { title, text } = paragraphsOf(pagesOf(withoutHeads(sheets)), turnedOf(sheets));
  return { title: tidy(title), byline: null, outlet: null, dated: null, language: null, text, whole: null };
}

/** Whether a file goes on to its end; programs write other bytes behind it, or leave its last words out. */
function isWhole(data: Uint8Array): boolean {
  const tail = latin(data.subarray(-TAIL));
  if (/%%EOF|startxref\s+\d+\s*$|\btrailer\b/.test(tail)) return true;
  const end = lastIndexOf(data, "%%EOF");
  // A file that may be shown before it is there ends once near its start.
  return end >= 0 && !/\d\s+obj\b|endobj|endstream/.test(latin(data.subarray(end, end + 50 * TAIL)));
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function lastIndexOf(data: Uint8Array, word: string): number {
  const codes = [...word].map((char) => char.charCodeAt(0));
  let at = data.lastIndexOf(codes[0] ?? 0);
  while (at > 0 && !codes.every((code, by) => data[at + by] === code))
    at = data.lastIndexOf(codes[0] ?? 0, at - 1);
  return at;
}

/** The text of a page, seen from where most of it stands upright: pages may lie on their side. */
async function sheetOf(page: PDFPageProxy): Promise<Sheet> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const typed = await typedOn(page).catch(() => []);
  const told = toldIn(await page.getStructTree().catch(() => null));
  page.cleanup();
  const texts = actualItems(items as TextItem[], told);
  const views = [0, 90, 180, 270].map((by) => {
    const { transform, width, height } = page.getViewport({ scale: 1, rotation: page.rotate + by });
    const [down, along] = [true, false].map((isDown) =>
      texts.filter(({ dir }) => (dir === "ttb") === isDown).flatMap((item) => pieceOf(item, transform)),
    ) as [Piece[], Piece[]];
    if (by === 0) along.push(...typed);
    const isDown = lengthOf({ pieces: down }) > lengthOf({ pieces: along });
    if (isDown) return { pieces: columnsAsLines(down, along, width), height: width + height };
    return { pieces: fromTheLeft([...along, ...down], width), height };
  });
  const best = views.reduce((one, other) => (lengthOf(other) > lengthOf(one) ? other : one));
  return { ...best, turned: views.filter((one) => one !== best).map(({ pieces }) => pieces) };
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

/** Lines that are turned against their page, as those beside pictures; what stands so on several pages comes once. */
function turnedOf(sheets: readonly Sheet[]): Page[] {
  const seen = new Set<string>();
  return sheets.flatMap(({ turned, height }) =>
    turned.flatMap((pieces) => {
      const { lines } = columnsOf(pieces);
      const fresh = lines.filter(({ text }) => {
        const key = text.replace(/\d+/g, "#");
        return /\p{L}{2}/u.test(text) && !seen.has(key) && seen.add(key);
      });
      return fresh.length > 0 ? [{ lines: fresh, height }] : [];
    }),
  );
}

/** What it says when reading fails. */
export function errorOf(error: unknown): ReadError {
  return error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged";
}
