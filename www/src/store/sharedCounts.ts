import { computed } from "@preact/signals";
import type { Passage, Summary } from "../model/comparison";
import type { Side } from "../model/side";
import { current } from "./comparison";
import { passageOf, passages } from "./passages";
import { setAside } from "./verdicts";

/** How many words of a side are shared, by grade, and how many are not. */
export interface SharedCounts extends Pick<Summary, "words" | "verbatim" | "edited" | "reworded"> {
  shared: number;
  only: number;
}

/** The engine's counts, which count statements, without those that the reader said are none. */
export const sharedCounts = computed<Record<Side, SharedCounts> | null>(() => {
  const summary = current.value?.comparison.summary;
  return summary ? { left: without(summary.left, "left"), right: without(summary.right, "right") } : null;
});

function without({ words, verbatim, edited, reworded }: Summary, side: Side): SharedCounts {
  const left = { verbatim, edited, reworded };
  for (const number of setAside.value) {
    const passage = passageOf(number);
    if (!passage || !isStatement(passage) || isCoveredTwice(passage, side)) continue;
    left[passage.grade] = Math.max(0, left[passage.grade] - passage.words[side]);
  }
  const shared = left.verbatim + left.edited + left.reworded;
  return { words, ...left, shared, only: words - shared };
}

/** Whether the engine counts a passage: not what is only names or a stock phrase, nor further counterparts. */
const isStatement = ({ substance, primary }: Passage) => substance === "statement" && !primary;

/** Whether another counted passage holds some of the same words, so that these stay shared without this one. */
function isCoveredTwice(passage: Passage, side: Side): boolean {
  const span = passage[side];
  return passages.value.some(
    (other) =>
      other !== passage &&
      isStatement(other) &&
      !setAside.value.has(other.number) &&
      other[side].start < span.end &&
      span.start < other[side].end,
  );
}
