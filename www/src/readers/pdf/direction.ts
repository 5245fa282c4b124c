import { type Piece, rowsOf } from "./layout";

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LETTER = /\p{L}/gu;
/** Letters in the shape they have inside of a word. What is compared is the letter. */
const SHAPES = /[\uFB1D-\uFDFF\uFE70-\uFEFC]+/g;

/** A stop that stands to the left of a figure is read behind it. */
const STOP_BEFORE = /^([.,;:!?])([\p{L}\p{N}].*)$/u;
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
      text: (hasRightToLeft(text) ? text : text.replace(STOP_BEFORE, "$2$1")).replace(SHAPES, (shapes) =>
        shapes.normalize("NFKC"),
      ),
      x0: width - x1,
      x1: width - x0,
    }));
}

/** Figures of these scripts are read from left to right as well. */
const hasRightToLeft = (text: string) => text.replace(/\p{N}/gu, "").search(RIGHT_TO_LEFT) >= 0;

/** A row, from the left, in which neighbours that are read from left to right are one piece. */
function withWholeFigures(row: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  // Blanks and signs belong to what stands on both their sides, or to the text around.
  let between: Piece[] = [];
  for (const piece of row) {
    if (!/[\p{L}\p{N}]/u.test(piece.text)) {
      between.push(piece);
      continue;
    }
    const last = joined.at(-1);
    const all = last ? [last, ...between, piece] : [];
    if (last && isOne(all)) {
      last.text = all.reduce((text, one, at) => text + gapBefore(all[at - 1], one, text) + one.text, "");
      last.x1 = Math.max(last.x1, piece.x1);
    } else joined.push(...between.map((one) => ({ ...one })), { ...piece });
    between = [];
  }
  return [...joined, ...between];
}

const gapOf = (last: Piece, piece: Piece) => (piece.x0 - last.x1) / piece.size;
const gapBefore = (last: Piece | undefined, piece: Piece, text: string) =>
  last && gapOf(last, piece) > TOGETHER && !/\s$/.test(text) && !/^\s/.test(piece.text) ? " " : "";

/** Whether the first and the last of these, with signs between, are read from left to right as one. */
function isOne(all: readonly Piece[]): boolean {
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || hasRightToLeft(first.text) || hasRightToLeft(last.text)) return false;
  const gaps = all.slice(1).map((piece, at) => gapOf(all[at] as Piece, piece));
  // Figures with a blank between are read from right to left; words of other scripts are not.
  const isWord = /\p{L}[^\p{L}\p{N}]*$/u.test(first.text);
  if (isWord) return Math.max(...gaps) < WORDS;
  const hasBlank = all.some(
    ({ text }, at) => (at > 0 && /^\s/.test(text)) || (at < all.length - 1 && /\s$/.test(text)),
  );
  return Math.max(...gaps) < TOGETHER && !hasBlank;
}

/**
 * A page set in columns of signs from the right, turned so that each is a line; `along` is what lies across,
 * which comes below them. Columns begin where they stand, and are as long as they say.
 */
export function columnsAsLines(down: readonly Piece[], along: readonly Piece[], width: number): Piece[] {
  const turned = down.map(({ x0, x1, y, ...rest }) => ({ ...rest, x0: y, x1: y + x1 - x0, y: width - x0 }));
  return [...turned, ...along.map((piece) => ({ ...piece, y: width + piece.y }))];
}
