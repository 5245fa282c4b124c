import { signal } from "@preact/signals";

/** What was taken away and can be brought back. */
export type Taken =
  | { is: "removed"; title: string }
  | { is: "closed"; count: number }
  | { is: "forgotten"; count: number };

interface Step {
  taken: Taken;
  undo(): void;
}

/** How many steps can be taken back. */
const MOST = 20;

/** What can be brought back, the newest last. It is lost only when the reader closes the note or leaves it alone. */
export const steps = signal<readonly Step[]>([]);

/** Offers to bring back what was just taken away. */
export function offerUndo(taken: Taken, undo: () => void): void {
  steps.value = [...steps.value, { taken, undo }].slice(-MOST);
}

/** Brings back what was taken away last; false when there is nothing. */
export function bringBackLast(): boolean {
  const last = steps.value.at(-1);
  steps.value = steps.value.slice(0, -1);
  last?.undo();
  return last !== undefined;
}

/** Lets go of what could be brought back. */
export function letGoOfSteps(): void {
  steps.value = [];
}
