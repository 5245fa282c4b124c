import { type Piece, rowsOf } from "./layout";

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LETTER = /\p{L}/gu;
/** Letters in the shape they have inside of a word. What is compared is the letter. */
const SHAPES = /[\uFB1D-\uFDFF\uFE70-\uFEFC]+/g;

/** Pieces of one line that follow on each other by less than this, in sizes of letters, are one figure or date. */
const TOGETHER = 0.12;
/** Words of other scripts may stand this far apart and still follow on each other. */
const WORDS = 1.1;

/**
 * A page whose text runs from right to left is mirrored, so that lines and columns are put together as
 * those of others are. Inside of a piece letters stand in the order in which they are read; figures, dates and words of
 * other scripts that are set in pieces keep theirs.
 */
export function fromTheLeft(pieces: readonly Piece[], width: number): Piece[] {
  const count = (of: RegExp) => pieces.reduce((sum, { text }) => sum + (text.match(of)?.length ?? 0), 0);
  if (count(RIGHT_TO_LEFT) * 2 <= count(LETTER)) return [...pieces];
  return rowsOf(pieces)
    .flatMap(withWholeFigures)
    .map(({ text, x0, x1, ...rest }) => ({
      ...rest,
      text: text.replace(SHAPES, (shapes) => shapes.normalize("NFKC")),
      x0: width - x1,
      x1: width - x0,
    }));
}

/** Figures of these scripts are read from left to right as well. */
const hasRightToLeft = (text: string) => text.replace(/\p{N}/gu, "").search(RIGHT_TO_LEFT) >= 0;

/** A row, from the left, in which neighbours that are read from left to right are one piece. */
function withWholeFigures(row: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of row) {
    const last = joined.at(-1);
    if (last && isOne(last, piece)) {
      const gap = piece.x0 - last.x1 > TOGETHER * piece.size && !/\s$/.test(last.text) ? " " : "";
      last.text += gap + piece.text;
      last.x1 = Math.max(last.x1, piece.x1);
    } else joined.push({ ...piece });
  }
  return joined.flatMap(withoutEnds);
}

/** Whether a piece goes on with what stands to its left, read from left to right. */
function isOne(last: Piece, piece: Piece): boolean {
  if (hasRightToLeft(last.text) || hasRightToLeft(piece.text)) return false;
  const gap = (piece.x0 - last.x1) / piece.size;
  // Figures with a blank between are read from right to left; words of other scripts are not.
  const isWord =
    /\p{L}[^\p{L}\p{N}]*$/u.test(last.text) &&
    (/^[^\p{L}\p{N}]*[\p{L}\p{N}]/u.test(piece.text) || !piece.text.trim());
  if (isWord) return gap < WORDS;
  return gap < TOGETHER && /\S$/.test(last.text) && /^\S/.test(piece.text);
}

/** Blanks at the ends of joined words belong to neither side. */
function withoutEnds(piece: Piece): Piece[] {
  return hasRightToLeft(piece.text) || !piece.text.trim() ? [piece] : [{ ...piece, text: piece.text.trim() }];
}

/**
 * A page set in columns of signs from the right, turned so that each is a line; `along` is what lies across,
 * which comes below them. Columns begin where they stand, and are as long as they say.
 */
export function columnsAsLines(down: readonly Piece[], along: readonly Piece[], width: number): Piece[] {
  const turned = down.map(({ x0, x1, y, ...rest }) => ({ ...rest, x0: y, x1: y + x1 - x0, y: width - x0 }));
  return [...turned, ...along.map((piece) => ({ ...piece, y: width + piece.y }))];
}
