import type { ReadError } from "../../model/article";

/** What a reader throws when it knows why a file cannot be read. */
export class ReadFailure extends Error {
  constructor(readonly error: ReadError) {
    super(error);
  }
}

/** What went wrong, in a word: what a reader says itself, or else that the file is damaged. */
export function errorOf(error: unknown): ReadError {
  return error instanceof ReadFailure ? error.error : "damaged";
}
