/** Two things of a list, by their places. */
export interface Alike {
  a: number;
  b: number;
  likeness: number;
}

/** Those pairs that are alike at all, most alike first; equal ones in the order of the list. */
export function alikeFirst(pairs: readonly Alike[]): Alike[] {
  const alike = pairs.filter(({ likeness }) => likeness > 0);
  return alike.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
}

/**
 * The places of a list in an order in which alike things stand together. Groups grow by their most alike
 * pairs (single linkage), and are turned so that the two that join them come as near as can be. The
 * largest groups come first; what is like nothing comes last, in the order of the list.
 */
export function together(count: number, pairs: readonly Alike[]): number[] {
  const groups = Array.from({ length: count }, (_, place) => [place]);
  for (const { a, b } of pairs) {
    const [first, second] = [groups[a], groups[b]];
    if (!first || !second || first === second) continue;
    const joined = joinedAt(first, second, a, b);
    for (const place of joined) groups[place] = joined;
  }
  const least = (group: number[]) => Math.min(...group);
  return [...new Set(groups)].sort((x, y) => y.length - x.length || least(x) - least(y)).flat();
}

/** Two groups as one, turned so that `a` of the first and `b` of the second are near. */
function joinedAt(first: number[], second: number[], a: number, b: number): number[] {
  const before = first.indexOf(a) * 2 < first.length - 1 ? first.toReversed() : first;
  const after = second.indexOf(b) * 2 > second.length - 1 ? second.toReversed() : second;
  return [...before, ...after];
}
