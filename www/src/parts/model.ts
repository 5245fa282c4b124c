import { parsed } from "./embedded";
import { unpacker } from "./packing";

/** Characters that are unpacked in one go: some hundredths of a second. */
const PORTION = 1 << 20;

/** The file of a model of meaning in the page; null where it was built without. */
export async function heldModel(): Promise<Blob | null> {
  await parsed();
  const element = document.getElementById("model-bytes");
  if (!element) return null;
  const text = element.textContent ?? "";
  const { bytes, add } = unpacker(Number(element.dataset.length));
  for (let at = 0; at < text.length; at += PORTION) {
    add(text.slice(at, at + PORTION));
    await new Promise((done) => setTimeout(done));
  }
  return new Blob([bytes]);
}
