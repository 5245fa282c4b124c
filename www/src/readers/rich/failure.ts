import type { ReadError, Refusal } from "../../model/article";

/** What a reader throws when it knows why a file cannot be read. */
export class ReadFailure extends Error {
  constructor(
    readonly error: ReadError,
    readonly count?: number,
  ) {
    super(error);
  }
}

/** What went wrong, in a word: what a reader says itself, or else that the file is damaged. */
export function refusalOf(error: unknown): Refusal {
  // Chrome and Safari speak of the call stack, Firefox of too much recursion.
  if (/call stack|recursion/i.test(String(error))) return { error: "too-complex" };
  if (!(error instanceof ReadFailure)) return { error: "damaged" };
  return error.count === undefined ? { error: error.error } : { error: error.error, count: error.count };
}
