import { readDate } from "#engine";
import { inPlace } from "./module";

/**
 * The day that each text names, as the engine reads it, on this thread: a few lines take no time, and a worker may
 * be busy. Null where none is named, and where the engine cannot be had: no text is lost for want of its date.
 */
export async function readDates(
  texts: readonly string[],
  language: string | null = null,
): Promise<(string | null)[]> {
  try {
    await inPlace();
    return texts.map((text) => readDate(text, language));
  } catch {
    return texts.map(() => null);
  }
}
