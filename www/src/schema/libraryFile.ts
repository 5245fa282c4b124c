import type { Dropped } from "./dropped";
import { fieldsOf } from "./dropped";
import { type KeptRecord, readRecord } from "./record";

/** How a file begins that holds what was kept. */
export const LIBRARY_FORMAT = "twicetold-library";

/** Whether the first characters of a file are those of a library. */
export const beginsLibrary = (start: string) =>
  new RegExp(`^\\uFEFF?\\s*\\{\\s*"format"\\s*:\\s*"${LIBRARY_FORMAT}"`).test(start);

/** A library file as it was read; `newer` when a newer edition wrote it, `damaged` when none did. */
export type LibraryReading =
  | { is: "library"; record: KeptRecord; dropped: Dropped }
  | { is: "newer" }
  | { is: "damaged" };

/** Reads a file that holds what was kept. */
export function readLibrary(json: string): LibraryReading {
  const found = parsed(json);
  if (fieldsOf(found).format !== LIBRARY_FORMAT) return { is: "damaged" };
  const reading = readRecord(found);
  if (reading.is === "record") return { ...reading, is: "library" };
  return { is: reading.is === "newer" ? "newer" : "damaged" };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}
