import type { LeftOut as Found, Passage } from "../../model/comparison";
import type { Side } from "../../model/side";

/** A stretch of one text that the other does not answer. */
export interface LeftOut extends Found {
  side: Side;
}

/** What only one side has, in order: what the engine found, and the passages that the reader said are none. */
export function leftOut(side: Side, found: readonly Found[], refused: readonly Passage[]): LeftOut[] {
  const own = refused.map((passage) => ({ ...passage[side], words: passage.words[side], sentences: 0 }));
  return [...found, ...own].map((stretch) => ({ ...stretch, side })).sort((a, b) => a.start - b.start);
}
