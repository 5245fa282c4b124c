import type { Comparison } from "../engine/engine";
import type { Stretch } from "./nest";
import { gaps, type Side, trimmed } from "./words";

/** A stretch of one text that no passage covers. */
export interface LeftOut extends Stretch {
  side: Side;
  /** Whole sentences in it with no counterpart; 0 when it is only part of one. */
  sentences: number;
}

/**
 * What only one side has, in order: the parts of its paragraphs, furniture aside, that lie in none of
 * the given passages, joined across paragraphs where nothing shared lies between.
 */
export function leftOut(
  comparison: Comparison,
  text: string,
  side: Side,
  covered: readonly Stretch[],
): LeftOut[] {
  const spans = covered.toSorted((a, b) => a.start - b.start);
  const found: LeftOut[] = [];
  let next = 0;
  for (const paragraph of comparison.paragraphs[side]) {
    if (paragraph.furniture) continue;
    while (next < spans.length && (spans[next]?.end ?? 0) <= paragraph.start) next += 1;
    const here: Stretch[] = [];
    for (let at = next; at < spans.length; at += 1) {
      const span = spans[at];
      if (!span || span.start >= paragraph.end) break;
      here.push(span);
    }
    for (const gap of gaps(paragraph, here)) {
      const stretch = trimmed(text, gap);
      if (stretch) found.push({ ...stretch, side, sentences: 0 });
    }
  }
  return withSentences(found, comparison, side);
}

/** Counts in every stretch the sentences that have no counterpart. */
function withSentences(found: LeftOut[], comparison: Comparison, side: Side): LeftOut[] {
  const only = comparison.rows.flatMap((row) => {
    const span = row[side];
    return span && row.relation === "only" ? [span] : [];
  });
  let next = 0;
  for (const stretch of found) {
    while (next < only.length && (only[next]?.end ?? 0) <= stretch.start) next += 1;
    for (let at = next; at < only.length; at += 1) {
      const sentence = only[at];
      if (!sentence || sentence.start >= stretch.end) break;
      if (sentence.start >= stretch.start - 2 && sentence.end <= stretch.end + 3) stretch.sentences += 1;
    }
  }
  return found;
}
