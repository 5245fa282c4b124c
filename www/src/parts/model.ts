import { parsed } from "./embedded";
import { unpack } from "./packing";

/** The element that holds a model of meaning, in a page that was built with one. */
export const MODEL_ELEMENT = "model-bytes";

/** The model file in the page; null where it was built without. */
export async function heldModel(): Promise<Blob | null> {
  await parsed();
  const element = document.getElementById(MODEL_ELEMENT);
  return element ? new Blob([unpack(element.textContent ?? "", Number(element.dataset.length))]) : null;
}
