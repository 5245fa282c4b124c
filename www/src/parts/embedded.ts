import { open, type Packed } from "./open";
import Opener from "./opener?worker&inline";

/** The text of a part that the built page holds packed in an element of its own. */
export async function held(id: string): Promise<string> {
  return new TextDecoder().decode(await opened(id));
}

/**
 * The bytes of such a part, opened in a worker, or here where the browser refuses one. The elements come last in the page:
 * whoever is faster than the parser waits for it.
 */
export async function opened(id: string): Promise<Uint8Array<ArrayBuffer>> {
  await parsed();
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  const { length, sorted } = element.dataset;
  const packed = {
    text: element.textContent ?? "",
    length: Number(length),
    isSorted: sorted !== undefined,
  };
  return elsewhere(packed).catch(() => open(packed));
}

function elsewhere(packed: Packed): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Opener();
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = reject;
    worker.postMessage(packed);
  });
}

/** Settled when all elements of the page are there. */
export async function parsed(): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
}
