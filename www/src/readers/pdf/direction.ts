import type { Piece } from "./layout";

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LETTER = /\p{L}/gu;
/** Letters in the shape they have inside of a word. What is compared is the letter. */
const SHAPES = /[\uFB1D-\uFDFF\uFE70-\uFEFC]+/g;

/**
 * A page whose text runs from right to left is mirrored, so that lines and columns are put together as
 * those of others are. Inside of a piece letters stand in the order in which they are read.
 */
export function fromTheLeft(pieces: readonly Piece[], width: number): Piece[] {
  const count = (of: RegExp) => pieces.reduce((sum, { text }) => sum + (text.match(of)?.length ?? 0), 0);
  if (count(RIGHT_TO_LEFT) * 2 <= count(LETTER)) return [...pieces];
  return pieces.map(({ text, x0, x1, ...rest }) => ({
    ...rest,
    text: text.replace(SHAPES, (shapes) => shapes.normalize("NFKC")),
    x0: width - x1,
    x1: width - x0,
  }));
}

/**
 * A page set in columns of signs from the right, turned so that each is a line; `along` is what lies across,
 * which comes below them. Columns begin where they stand, and are as long as they say.
 */
export function columnsAsLines(down: readonly Piece[], along: readonly Piece[], width: number): Piece[] {
  const turned = down.map(({ x0, x1, y, ...rest }) => ({ ...rest, x0: y, x1: y + x1 - x0, y: width - x0 }));
  return [...turned, ...along.map((piece) => ({ ...piece, y: width + piece.y }))];
}
