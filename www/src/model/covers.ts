import type { Cover, Passage, Span } from "./comparison";

/** The stretches of a coverage that have something in a stretch of the text. They are in order and disjoint. */
export function coversIn(covers: readonly Cover[], { start, end }: Span): readonly Cover[] {
  let [low, high] = [0, covers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((covers[middle] as Cover).end <= start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < covers.length && (covers[to] as Cover).start < end) to += 1;
  return covers.slice(low, to);
}

/** Whether only one side has the words, or they count as if it were so. */
export const isOnly = ({ what }: Cover) => what === "only" || what === "weak" || what === "formulaic";

/** Whether the words say again what the other side says once less often. */
export const isRepeated = ({ what }: Cover) => what === "repeated";

/** Whether a passage counts: what is shown first, and what shares, rows and lists rest on. */
export const isShared = ({ coverage }: Passage) => coverage === "shared";
