import { analyse } from "chardet";

/** Control characters that texts have: tab, line feed, form feed, carriage return, escape. */
const FINE = new Set([9, 10, 12, 13, 27]);

/** The others. As a pattern: a loop over the characters is slow the first time it runs. */
const others = Array.from({ length: 32 }, (_, code) => code).filter((code) => !FINE.has(code));
const CONTROL = new RegExp(`[${String.fromCharCode(...others)}]`);

/** What the detector looks at: enough to be sure, little enough to be quick. */
const SAMPLE = 64 * 1024;

/** The least share of zeros in UTF-16: that of the spaces in a text of other letters than Latin. */
const WIDE = 0.02;

/**
 * Decodes bytes to text: by byte order mark, else as UTF-8, else by what the bytes look like. `declared`
 * is a charset that the file itself names. Null when no charset makes text of them.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): string | null {
  const marked = markOf(bytes) ?? wideOf(bytes);
  const known = marked ? [marked] : declared ? ["utf-8", declared] : ["utf-8"];
  // The detector is slow: it is asked only when what is likely did not do.
  for (const labels of [() => known, () => (marked ? [] : guesses(bytes))]) {
    for (const label of labels()) {
      const text = tryDecode(bytes, label);
      if (text !== null && !CONTROL.test(text.slice(0, SAMPLE))) return text;
    }
  }
  return null;
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark, which spaces and line ends betray: every second byte of theirs is zero, and no other. */
function wideOf(bytes: Uint8Array): string | null {
  const zeros: [number, number] = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return null;
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at & 1 ? 1 : 0] += 1;
  const [even, odd] = zeros;
  if (Math.min(even, odd) > 0 || Math.max(even, odd) < WIDE * sample.length) return null;
  return odd > 0 ? "utf-16le" : "utf-16be";
}

function guesses(bytes: Uint8Array): string[] {
  // chardet says ISO-8859-1 where browsers and files mean windows-1252; TextDecoder knows that.
  return analyse(bytes.subarray(0, SAMPLE))
    .filter((match) => match.confidence >= 10)
    .map((match) => match.name);
}

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
