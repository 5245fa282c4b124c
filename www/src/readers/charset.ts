import { analyse } from "chardet";
import { markOf, mostly, tryDecode } from "./encodings";

/** Control characters that texts have: tab, the ends of lines, escape. */
const FINE = new Set([9, 10, 11, 12, 13, 27]);

/** The others. As a pattern: a loop over the characters is slow the first time it runs. */
const others = Array.from({ length: 32 }, (_, code) => code).filter((code) => !FINE.has(code));
const CONTROL = new RegExp(`[${String.fromCharCode(...others)}]`, "g");

/** What the detector looks at: enough to be sure, little enough to be quick. */
const SAMPLE = 64 * 1024;

/**
 * The greatest share of control characters in a text: pages have one here and there, programs and pictures have many. By eye.
 * One alone refuses no text, however short.
 */
const MOST_CONTROLS = 1 / 100;

/**
 * Decodes bytes to text: by byte order mark, else as UTF-8, else by `declared`, a charset that the file itself names, else by
 * what the bytes look like. Single bytes that do not fit and control characters refuse no text: these become replacement
 * characters, those are left out. Null when no charset makes text of the bytes.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): string | null {
  for (const text of readings(bytes, declared)) {
    const sample = text?.slice(0, SAMPLE) ?? "";
    const controls = sample.match(CONTROL)?.length ?? 0;
    if (text !== null && controls <= Math.max(1, MOST_CONTROLS * sample.length))
      return text.replace(CONTROL, "");
  }
  return null;
}

/** What the bytes may say, the likeliest first. The detector is slow: it is asked only when all else did not do. */
function* readings(bytes: Uint8Array, declared: string | null): Iterable<string | null> {
  const mark = markOf(bytes);
  // Half a character at the end refuses no text.
  if (mark) yield tryDecode(bytes, mark) ?? new TextDecoder(mark).decode(bytes);
  if (mark) return;
  // To the eye it is all ASCII, and so UTF-8.
  if (declared && /^iso-2022-/i.test(declared)) yield tryDecode(bytes, declared);
  for (const label of ["utf-8", declared]) if (label) yield tryDecode(bytes, label) ?? mostly(bytes, label);
  for (const label of guesses(bytes)) yield tryDecode(bytes, label) ?? mostly(bytes, label);
  // Any bytes are text of this one.
  yield tryDecode(bytes, "windows-1252");
}

function guesses(bytes: Uint8Array): string[] {
  // chardet says ISO-8859-1 where browsers and files mean windows-1252; TextDecoder knows that.
  return analyse(bytes.subarray(0, SAMPLE))
    .filter((match) => match.confidence >= 10)
    .map((match) => match.name);
}
