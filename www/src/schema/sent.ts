import { fieldsOf } from "./dropped";

/** A web page as the bookmarklet sends it. */
export interface Sent {
  html: string;
  address: string;
  /** Whether `html` is what the reader had selected. */
  selection: boolean;
}

/** An address is not read beyond so many UTF-16 units. */
const LONGEST = 4_000;

/** Reads what the bookmarklet sent; null when it is something else. */
export function readSent(json: string): Sent | null {
  try {
    const { html, address, selection } = fieldsOf(JSON.parse(json));
    if (typeof html !== "string") return null;
    const given = typeof address === "string" && address.length <= LONGEST ? address : "";
    return { html, address: given, selection: selection === true };
  } catch {
    return null;
  }
}
