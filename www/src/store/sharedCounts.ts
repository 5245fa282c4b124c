import { computed } from "@preact/signals";
import type { Share, Summary } from "../model/comparison";
import { current } from "./comparison";

/**
 * The words of a side: how many the other side has in passages, by grade, in copies of passages (`repeated`), in lines
 * that face each other (`aligned`), and how many only this side has. They add up to `words`.
 */
export interface SharedCounts extends Pick<Summary, "words" | "verbatim" | "edited" | "reworded"> {
  repeated: number;
  aligned: number;
  only: number;
  /** All that are in passages or copies of them. */
  shared: number;
}

/** How many words of a side are in passages or copies of them. */
export const sharedWords = ({ verbatim, edited, reworded, repeated }: Omit<Share, "words">) =>
  verbatim + edited + reworded + repeated;

/** What the engine counted. Words in matches that do not count are only here. */
export function countsOf(summary: Summary): SharedCounts {
  const { words, verbatim, edited, reworded } = summary;
  const { repeatedWords: repeated, alignedWords: aligned } = summary;
  const parts = { verbatim, edited, reworded, repeated };
  const only = summary.onlyWords + summary.weakWords + summary.formulaicWords;
  return { words, ...parts, aligned, only, shared: sharedWords(parts) };
}

/** The words of both sides of the comparison on the page. */
export const sharedCounts = computed(() => {
  const summary = current.value?.comparison.summary;
  return summary ? { left: countsOf(summary.left), right: countsOf(summary.right) } : null;
});
