import { batch, signal } from "@preact/signals";
import { t } from "../i18n";
import type { Clause } from "../model/comparison";
import { current } from "./comparison";
import { copy } from "./export";
import { factKinds, openFact } from "./facts";
import { openPassage } from "./passages";
import { perComparison } from "./perComparison";

/** Whether all findings are shown, and whether the paragraph is shown whole where there is little room. */
export const allFindings = perComparison(false);
export const unfolded = signal(false);

/** The sentence that was followed last, and to which of its places. */
const followed = perComparison<{ clause: Clause; at: number } | null>(null);

/** Shows a stretch that only one side has, by its side and its place there. */
export type ShowStretch = (side: "left" | "right", at: number) => void;

/** The ways from a sentence to each place it rests on. */
function placesOf(clause: Clause, showStretch: ShowStretch): (() => void)[] {
  if (clause.facts.length > 0) {
    return clause.facts.map((at) => () => {
      factKinds.value = new Set();
      openFact(at);
    });
  }
  const stretches = (["left", "right"] as const).flatMap((side) =>
    clause.leftOut[side].map((at) => () => showStretch(side, at)),
  );
  if (stretches.length > 0) return stretches;
  return clause.passages.map((number) => () => openPassage(number));
}

/** Whether a sentence leads somewhere. One that says that nothing was found does not. */
export const leads = ({ facts, leftOut, passages }: Clause) =>
  facts.length + leftOut.left.length + leftOut.right.length + passages.length > 0;

/** Goes to the place that a sentence rests on; followed again, to the next one. */
export function follow(clause: Clause, showStretch: ShowStretch): void {
  const places = placesOf(clause, showStretch);
  const last = followed.peek();
  const at = last?.clause === clause ? (last.at + 1) % places.length : 0;
  batch(() => {
    followed.value = { clause, at };
    places[at]?.();
  });
}

/** The paragraph of the comparison on the page. */
export const paragraph = () =>
  current.value?.comparison.story?.clauses.map(({ text }) => text).join(" ") ?? "";

/** Copies the paragraph. */
export const copyParagraph = () => copy(paragraph(), () => t.inShort.copied);
