import type { Span } from "./comparison";
import { isSpace } from "./spaces";

/** From this many UTF-16 units on a paragraph is drawn in portions. No paragraph of an article is so long. */
export const LONGEST_PORTION = 4000;

/** From so many UTF-16 units on each portion is laid out by itself, when it comes near what is seen. */
const VAST = 25 * LONGEST_PORTION;

/** Whether a stretch is too long to be laid out at once. */
export const isVast = ({ start, end }: Span): boolean => end - start >= VAST;

/** How far back from there an end of a sentence or of a word is looked for. */
const BACK = 600;

/**
 * Cuts a stretch of text that is too long for one block into portions, in order and without gaps.
 * Browsers find a place inside a block by walking through the block, so that finding every place
 * costs the square of its length; and only blocks can be left for later. Cuts stand after white space
 * or a stop where there is one, and never inside a character.
 */
export function portions(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  while (end - from > LONGEST_PORTION) {
    const to = cutBefore(text, from + LONGEST_PORTION);
    found.push({ start: from, end: to });
    from = to;
  }
  found.push({ start: from, end });
  return found;
}

/** The last good place for a cut at or a little before a place: after a stop, else after white space, else between characters. */
function cutBefore(text: string, at: number): number {
  let space = -1;
  for (let cut = at; cut > at - BACK; cut -= 1) {
    const before = text.charCodeAt(cut - 1);
    if (WIDE_STOPS.has(before)) return cut;
    if (!isSpace(before) || isSpace(text.charCodeAt(cut))) continue;
    if (STOPS.has(text.charCodeAt(cut - 2))) return cut;
    if (space < 0) space = cut;
  }
  if (space >= 0) return space;
  for (let cut = at; cut > at - BACK; cut -= 1) if (isBetweenCharacters(text, cut)) return cut;
  return at;
}

// By their code units: a line of 60 million of them has 10 million places to look at.
const codes = (signs: string) => new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
const WIDE_STOPS = codes("。！？");
const STOPS = codes(".!?…");

/** Neither inside a surrogate pair nor before something that joins the character before it. */
const isBetweenCharacters = (text: string, at: number) =>
  text[at - 1] !== JOINER &&
  text[at] !== JOINER &&
  !/^(?:\p{M}|\p{Emoji_Modifier}|[\udc00-\udfff])/u.test(text.slice(at, at + 2));

const JOINER = "\u200d";
