// A mark says that what was kept is being brought back. It is set before and taken away once all is drawn. Where it is
// still there at the next start, the page broke down or hung over what it brought back, and does not do so again unasked.

import { effect, signal } from "@preact/signals";
import { isReport } from "../export/report";
import { readLocal, writeLocal } from "../storage/local";
import { KEYS, LOCK } from "../storage/names";
import { pageState } from "./comparison";

/** How often it is looked whether a page that is left takes its mark away, and milliseconds between. By eye: one mostly does. */
const LOOKS = 15;
const BETWEEN = 100;

/** Whether what was kept is being brought back, and is not drawn yet. */
const underWay = signal(false);
let failed = false;
let release: () => void = () => {};

/** What was kept is brought back from now on. */
export function begin(): void {
  underWay.value = true;
  // A browser waits for it before it leaves; the end of a page that is busy when it is left, it may not wait for.
  addEventListener("beforeunload", finish);
  writeLocal(KEYS.restoring, "1");
  // Other tabs tell by it that this one is alive. It ends with the tab, however that ends.
  const done = new Promise<void>((end) => {
    release = end;
  });
  void navigator.locks?.request(LOCK, { mode: "shared" }, () => done).catch(() => {});
}

/** It is drawn, or the reader left before it was: that is no failure. */
export function finish(): void {
  if (underWay.peek() && !failed) {
    underWay.value = false;
    // Before the lock: who sees neither takes the start for a failed one.
    writeLocal(KEYS.restoring, null);
  }
  removeEventListener("beforeunload", finish);
  release();
}

/** The page cannot be drawn: the next start does not bring anything back unasked. */
export function fail(): void {
  failed = true;
  if (!isReport) writeLocal(KEYS.restoring, "1");
  release();
}

/** Whether an earlier start did not get to its end. A tab that is still at it does not count. */
export async function isUnfinished(): Promise<boolean> {
  if (typeof readLocal(KEYS.restoring) !== "string") return false;
  try {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    if (held.some(({ name }) => name === LOCK)) return false;
  } catch {
    return true;
  }
  // A page that is just being left may still be taking its mark away, in another process.
  for (let look = 0; look < LOOKS; look += 1) {
    await new Promise((waited) => setTimeout(waited, BETWEEN));
    if (typeof readLocal(KEYS.restoring) !== "string") return false;
  }
  return true;
}

/** Takes the mark away once what was brought back is compared and drawn, or the reader leaves before. */
export function watchRestoring(): void {
  addEventListener("pagehide", finish);
  effect(() => {
    if (!underWay.value || pageState.value === "busy") return;
    afterPaint(() => {
      if (pageState.peek() !== "busy") finish();
    });
  });
}

/** After what has changed is on the screen; a page that is not looked at is not painted. */
function afterPaint(then: () => void): void {
  const soon = () => setTimeout(then);
  if (document.hidden) soon();
  else requestAnimationFrame(() => requestAnimationFrame(soon));
}
