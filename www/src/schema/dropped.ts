/** Parts of what was written elsewhere that a reader would miss. */
export type DroppedPart =
  | "articles"
  | "details"
  | "alternatives"
  | "lines"
  | "verdicts"
  | "elsewhere"
  | "shorts"
  | "options"
  | "pair";

/** How many of each part were left out or cut, because they were unreadable or more than the page takes. */
export type Dropped = Readonly<Partial<Record<DroppedPart, number>>>;

/** Counts what is left out while something is read. */
export class DropLog {
  readonly dropped: Partial<Record<DroppedPart, number>> = {};

  drop(part: DroppedPart, count = 1): void {
    if (count > 0) this.dropped[part] = (this.dropped[part] ?? 0) + count;
  }
}

/** Whether anything was left out. */
export const isWhole = (dropped: Dropped) => Object.keys(dropped).length === 0;

export type Unknown = Record<string, unknown>;

/** The fields of something that may be anything. */
export const fieldsOf = (found: unknown): Unknown =>
  typeof found === "object" && found !== null ? (found as Unknown) : {};

/**
 * The first `most` entries of a list; what is beyond is counted as dropped, and so is one thing when it is no list.
 * Nothing at all is an empty list.
 */
export function listOf(found: unknown, part: DroppedPart, most: number, log: DropLog): unknown[] {
  if (found === undefined) return [];
  if (!Array.isArray(found)) {
    log.drop(part);
    return [];
  }
  log.drop(part, found.length - most);
  return found.slice(0, most);
}

/** What `read` makes of each entry of a list; null means that it is dropped. */
export function readAll<T>(
  list: readonly unknown[],
  part: DroppedPart,
  log: DropLog,
  read: (one: unknown) => T | null,
): T[] {
  return list.flatMap((one) => {
    const made = read(one);
    if (made === null) log.drop(part);
    return made === null ? [] : [made];
  });
}
