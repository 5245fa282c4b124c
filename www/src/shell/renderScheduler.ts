import { effect } from "@preact/signals";
import { options } from "preact";
import { settling } from "../store/comparison";

/** Draws what has changed once, as soon as a comparison that has just begun is there or takes its time. */
export function scheduleRendering(): void {
  let held: (() => void) | null = null;
  // What makes a comparison begin may come after what is drawn because of it: first all that happens at once.
  const queue = (draw: () => void) =>
    queueMicrotask(() => {
      if (settling.peek()) held = draw;
      else draw();
    });
  options.debounceRendering = queue;
  effect(() => {
    if (settling.value || !held) return;
    queue(held);
    held = null;
  });
}
