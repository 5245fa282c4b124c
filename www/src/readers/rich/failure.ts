import type { Trouble } from "../../model/article";

/** What a reader throws when it knows why a file cannot be read. */
export class Failure extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

/** What went wrong, in a word: what a reader says itself, or else that the file is damaged. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof Failure ? error.trouble : "damaged";
}
