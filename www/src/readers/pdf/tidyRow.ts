import { raised } from "../rich/raised";
import type { Piece } from "./layout";

// What glyphs and their places say about letters. Distances in sizes of letters, by eye as in layout.ts.

/** A blank at the start of a piece that begins where the one before ends is none: some hyphens are drawn as nothing. */
const TOUCHING = 0.05;
/** Letters that far above the line and that much smaller are raised. */
const RAISED = 0.15;
const SMALLER = 0.88;
/** But not further from the word than this. */
const FAR = 1.1;
/** An accent that begins this much before the end of a letter stands over it. */
const OVER = 0.1;

/** Blanks between words are no wider, however far a line is set apart. */
const WIDE = 4;

/** Accents that stand for themselves, and what puts them over a letter. */
const ACCENTS: Record<string, string> = {
  "´": "\u0301",
  "\u02ca": "\u0301",
  "`": "\u0300",
  "\u02cb": "\u0300",
  "¨": "\u0308",
  ˆ: "\u0302",
  "^": "\u0302",
  "˜": "\u0303",
  "~": "\u0303",
  ˇ: "\u030c",
  "˘": "\u0306",
  "˙": "\u0307",
  "˚": "\u030a",
  "˝": "\u030b",
  "¯": "\u0304",
  "¸": "\u0327",
  "˛": "\u0328",
};
const ACCENT = /[´ˊ`ˋ¨ˆ^˜~ˇ˘˙˚˝¯¸˛]/u;
/** Those that stand for nothing else, before or behind a letter. */
const CERTAIN = /(\p{L}?)([¨ˆ˜ˇ˘˙˚˝¸˛])(\p{L}?)/gu;
/** What comes of a letter and its accent is no rarer than this. */
const LAST_COMMON = "\u024f";

/** Pieces of one row, each with what belongs to its letters. */
export function tidied(row: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [at, given] of row.entries()) {
    // A blank as wide as between the cells of a table stands for no letter.
    const gap = (row[at + 1]?.x0 ?? given.x1) - (pieces.at(-1)?.x1 ?? given.x0);
    if (given.text.trim() === "" && gap > WIDE * given.size) continue;
    const piece = { ...given, text: spelled(given.text) };
    const last = pieces.at(-1);
    if (last) {
      const isBlank = /^\s/.test(piece.text) && /\S$/.test(last.text) && piece.text.trim() !== "";
      if (isBlank && piece.x0 - last.x1 < TOUCHING * piece.size) piece.text = piece.text.trimStart();
      accented(last, piece);
      raise(pieces, piece);
    }
    pieces.push(piece);
  }
  return closed(pieces).filter(({ text }) => text !== "");
}

/** Text with its ligatures taken apart and accents over their letters. */
function spelled(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"))
    .replace(CERTAIN, (whole, before: string, accent: string, behind: string) => {
      const isBelow = accent === "¸" || accent === "˛";
      const over = (letter: string) => letter && composed(letter, accent);
      const next = over(behind);
      if (next && !(isBelow && over(before))) return before + next;
      const previous = over(before);
      return previous ? previous + behind : whole;
    })
    .replace(/(\p{L}) (\p{Mn})/gu, "$1$2")
    .normalize("NFC");
}

/** A letter with an accent over it; nothing where there is no such letter. */
function composed(letter: string, accent: string): string {
  const base = letter === "ı" ? "i" : letter === "ȷ" ? "j" : letter;
  const whole = (base + (ACCENTS[accent] ?? "")).normalize("NFC");
  return whole.length === 1 && whole <= LAST_COMMON ? whole : "";
}

/** Puts an accent that is a glyph of its own over the letter where it stands. */
function accented(last: Piece, piece: Piece): void {
  const first = piece.text.charAt(0);
  if (ACCENT.test(first) && last.x1 - piece.x0 > OVER * piece.size) {
    const whole = composed(last.text.slice(-1), first);
    if (!whole) return;
    last.text = last.text.slice(0, -1) + whole;
    piece.text = piece.text.slice(1);
    if (piece.text === "") last.x1 = Math.max(last.x1, piece.x1);
    return;
  }
  const end = last.text.slice(-1);
  if (!ACCENT.test(end) || last.x1 - piece.x0 <= OVER * piece.size) return;
  const whole = composed(first, end);
  if (!whole) return;
  last.text = last.text.slice(0, -1);
  piece.text = whole + piece.text.slice(1);
}

/** The mark of a note stands apart from the word before it, and no blank between. */
function raise(pieces: Piece[], piece: Piece): void {
  const last = pieces.findLast(({ text }) => text.trim());
  if (!last || !piece.text.trim()) return;
  const isHigh = piece.size <= SMALLER * last.size && last.y - piece.y > RAISED * last.size;
  if (!isHigh || piece.x0 - last.x1 > FAR * last.size) return;
  piece.text = raised(last.text.trimEnd(), piece.text.trim());
  if (!piece.text.startsWith("[")) return;
  piece.x0 = last.x1;
  last.text = last.text.trimEnd();
  while (pieces.at(-1) !== last) pieces.pop();
}

/** Letters that are set apart for looks: a capital or small letter each, between blanks. */
const SPACED = /^\p{L}( \p{L}){3,}[.,:;!?]?$/u;

/** Closes words whose letters are set apart. */
function closed(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const isSpaced = SPACED.test(piece.text.trim());
    const beside = [pieces[at - 2], pieces[at + 2]].some((one) => one && SPACED.test(one.text.trim()));
    const isShort = beside && /^\p{L}( \p{L}){1,2}$/u.test(piece.text.trim());
    joined.push(isSpaced || isShort ? { ...piece, text: piece.text.replaceAll(" ", "") } : piece);
  }
  return oneByOne(joined);
}

/** How many letters that are pieces of their own are a word set apart. */
const LETTERS = 5;
/** Gaps between words are this much wider than those between their letters. */
const WIDER = 1.6;

/** The same where each letter is a piece of its own: gaps of one width part letters, wider ones words. */
function oneByOne(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  let run: Piece[] = [];
  for (const piece of [...pieces, null]) {
    if (piece && (piece.text.trim() === "" ? run.length > 0 : /^\s*\p{L}[.,:;!?]?\s*$/u.test(piece.text)))
      run.push(piece);
    else {
      all.push(...wordsOf(run));
      run = [];
      if (piece) all.push(piece);
    }
  }
  return all;
}

function wordsOf(run: readonly Piece[]): readonly Piece[] {
  const letters = run.filter(({ text }) => text.trim());
  const gaps = letters.slice(1).map((piece, at) => piece.x0 - (letters[at]?.x1 ?? 0));
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0;
  // Without gaps a word is only drawn letter by letter.
  if (letters.length < LETTERS || usual < TOUCHING * (letters[0]?.size ?? 0)) return run;
  const words: Piece[] = [];
  for (const [at, piece] of letters.entries()) {
    const last = words.at(-1);
    const text = piece.text.trim();
    if (last && (gaps[at - 1] ?? 0) < WIDER * usual) {
      last.text += text;
      last.x1 = piece.x1;
    } else words.push({ ...piece, text });
  }
  return words;
}
