import { inflate } from "./packing";

/**
 * The script of a part that the built page holds packed in an element of its own. The elements come
 * last in the page: whoever is faster than the parser waits for it.
 */
export async function held(id: string): Promise<string> {
  await parsed();
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return inflate(element.textContent ?? "", Number(element.dataset.length)).text();
}

/** Settled when all elements of the page are there. */
export async function parsed(): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
}
