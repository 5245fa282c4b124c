import { effect, type Signal, signal } from "@preact/signals";

/**
 * For each number whether it is among those that are named now. One signal a number: when another is
 * named, only what shows these two is drawn anew, however many there are.
 */
export function perIdSignals(named: () => readonly (number | null)[]): (number: number) => boolean {
  const known = new Map<number, Signal<boolean>>();
  let before: readonly (number | null)[] = [];
  effect(() => {
    const now = named();
    for (const number of [...before, ...now]) {
      const one = known.get(number ?? -1);
      if (one) one.value = now.includes(number);
    }
    before = now;
  });
  return (number) => {
    const one = known.get(number) ?? signal(before.includes(number));
    known.set(number, one);
    return one.value;
  };
}
