import type { Grade, Passage } from "./comparison";

/** The grades of passages, from the words themselves to other words. */
export const GRADES: readonly Grade[] = ["verbatim", "edited", "reworded"];

/** How the marks and the number of a passage look, as the end of a class: what a model of meaning found stands apart. */
export const lookOf = ({ grade, byMeaning }: Pick<Passage, "grade" | "byMeaning">): string =>
  byMeaning ? `${grade} by-meaning` : grade;
