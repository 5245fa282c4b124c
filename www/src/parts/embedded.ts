import { inflate } from "./packing";

/**
 * The script of a part that the built page holds packed in an element of its own. The elements come
 * last in the page: whoever is faster than the parser waits for it.
 */
export async function held(id: string): Promise<string> {
  if (document.readyState === "loading") {
    await new Promise((parsed) => addEventListener("DOMContentLoaded", parsed, { once: true }));
  }
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return inflate(element.textContent ?? "", Number(element.dataset.length)).text();
}
