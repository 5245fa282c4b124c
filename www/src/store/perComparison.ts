import { type Signal, signal } from "@preact/signals";

const all: (() => void)[] = [];

/** A signal that is put back to its start whenever another comparison comes onto the page. */
export function perComparison<T>(initial: T): Signal<T> {
  const one = signal(initial);
  all.push(() => {
    one.value = initial;
  });
  return one;
}

/** Puts all of them back. */
export function startAnew(): void {
  for (const reset of all) reset();
}
