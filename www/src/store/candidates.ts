import { thePool } from "../engine";
import type { Article } from "../model/article";

/** Up to so many articles all pairs are compared: 19,900. Of more, those that the engine says can share something. */
export const EVERY_PAIR = 200;

/** For each article that was asked about, those with which it can share something; null while that is not known. */
let worth: ReadonlyMap<string, Set<string>> | null = null;

/** False when the engine met a limit of work, so that a pair may be missing. */
let complete = true;

/** Counts what was asked, so that an answer knows whether it is still of these articles. */
let asked = 0;

/** Whether some pairs of so many articles are not compared. */
export const isSifted = (count: number) => count > EVERY_PAIR;

/** To be called when articles or options are others: what is rare in them is another then. */
export function forgetCandidates(): void {
  asked += 1;
  [worth, complete] = [null, true];
}

/** The articles with which one can share something; undefined while that is not known. */
export const worthComparing = (id: string): ReadonlySet<string> | undefined => worth?.get(id);

/** Whether two articles are known to have too little in common to be compared. */
export function isApart(first: string, second: string): boolean {
  const own = worth?.get(first);
  return own !== undefined && worth?.has(second) === true && !own.has(second);
}

/** Whether pairs that share something may be missing. */
export const mayMissPairs = () => !complete;

/** Asks the engine, which the articles were brought to, unless it has said so already. */
export async function lookForCandidates(now: readonly Article[]): Promise<void> {
  if (worth !== null) return;
  const mine = ++asked;
  const found = await thePool().candidates(now.map(({ id }) => id));
  if (mine !== asked) return;
  const all = new Map(now.map(({ id }) => [id, new Set<string>()]));
  for (let at = 0; at + 1 < found.pairs.length; at += 2) {
    const [one, other] = [now[found.pairs[at] ?? -1], now[found.pairs[at + 1] ?? -1]];
    if (!one || !other) continue;
    all.get(one.id)?.add(other.id);
    all.get(other.id)?.add(one.id);
  }
  [worth, complete] = [all, found.complete];
}
