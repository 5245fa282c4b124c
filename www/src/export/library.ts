import { CAPS } from "../model/article";
import { LIBRARY_FORMAT } from "../schema/libraryFile";
import { fileName, save } from "./save";

/**
 * What is kept as a file that the page opens again: the record as it is, whoever wrote it. Null when it is longer than
 * what the page opens, or cannot be written as JSON.
 */
export function libraryJson(record: unknown): string | null {
  try {
    const fields = isObject(record) ? record : { record };
    const json = JSON.stringify({ format: LIBRARY_FORMAT, ...fields }, plainValue);
    return json.length <= CAPS.file ? json : null;
  } catch {
    return null;
  }
}

const isObject = (record: unknown): record is object =>
  typeof record === "object" && record !== null && !Array.isArray(record);

/** JSON has no big integers, which a broken record may hold. */
const plainValue = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

/** Saves what is kept as a file; the file's name, or null when it cannot be written. */
export function saveLibrary(record: unknown): string | null {
  const json = libraryJson(record);
  if (json === null) return null;
  const name = fileName(["library", new Date().toISOString().slice(0, 10)], "json");
  save(name, "application/json", json);
  return name;
}
