import type { Change, Span } from "./comparison";
import { SIDES, type Side } from "./side";

/** What counts as equal, as far as edits are concerned. */
export interface Equal {
  ignoreCase?: boolean | undefined;
  ignorePunctuation?: boolean | undefined;
}

/** The engine ignores both unless it is told not to. */
const isIgnored = (kind: Change["kind"], { ignoreCase = true, ignorePunctuation = true }: Equal) =>
  (kind === "case" && ignoreCase) || (kind === "punctuation" && ignorePunctuation);

/** What stands between words at the ends of an edit and belongs to neither: no whole quotation, no whole bracket. */
const BETWEEN = /^[\s.,;:!?…·、。，；：！？–—”)\]-]+|[\s.,;:!?…·、。，；：！？–—„([-]+$/gu;

/**
 * The edits that are shown: what counts as equal is none. Punctuation at the ends of an edit of words is cut off where
 * it is ignored, and what then has words on one side only is on that side only. In order.
 */
export function shownEdits(
  changes: readonly Change[],
  texts: Record<Side, string>,
  equal: Equal,
): readonly Change[] {
  const telling = changes.filter(({ kind }) => !isIgnored(kind, equal));
  if (equal.ignorePunctuation === false) return telling;
  return telling.flatMap((change) => {
    const [left, right] = SIDES.map((side) => bare(texts[side], change[side])) as [Span, Span];
    const [hasLeft, hasRight] = [left.start < left.end, right.start < right.end];
    if (!hasLeft && !hasRight) return [];
    return [{ ...change, left, right, operation: hasLeft ? (hasRight ? "replace" : "delete") : "insert" }];
  });
}

/** A stretch without punctuation at its ends; a place where nothing is left. */
function bare(text: string, span: Span): Span {
  const slice = text.slice(span.start, span.end);
  const inner = slice.replace(BETWEEN, "");
  if (!/[\p{L}\p{N}\p{S}]/u.test(inner)) return { start: span.start, end: span.start };
  const start = span.start + slice.indexOf(inner);
  return { start, end: start + inner.length };
}

/** Letters up to which a word in small letters says little by itself. */
const LITTLE = 3;

/** A word that says little by itself: short, and in small letters of a script that has large ones. */
const isLittle = (word: string) => word.length <= LITTLE && /^[\p{Ll}'’]+$/u.test(word);

/** A differing stretch from its first telling word to its last; null when it has none. */
export function tellingPart(text: string, { start, end }: Span): Span | null {
  const words = [...text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].filter(
    ([word]) => !isLittle(word),
  );
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { start: start + first.index, end: start + last.index + last[0].length } : null;
}
