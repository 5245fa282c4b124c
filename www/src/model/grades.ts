import type { Grade } from "./comparison";

/** The grades of passages, from the words themselves to other words. */
export const GRADES: readonly Grade[] = ["verbatim", "edited", "reworded"];
