// What bytes say of their own encoding. Small, for the readers of packed formats decode their parts with it as well; what
// has to be guessed is in charset.ts.

/** What is looked at for a sign of UTF-16, in bytes. */
const SAMPLE = 64 * 1024;
/** The least share of zeros in UTF-16: that of the spaces in a text of other letters than Latin. */
const WIDE = 0.02;
/** In how many first bytes a file names its charset; browsers look at 1,024 and the head. */
const HEAD = 4_096;
/** How many characters beyond ASCII fit for one that does not, where the charset is the right one all the same. By eye. */
const SOUND = 4;

/** The charset that a byte order mark names, or that the zeros of UTF-16 betray; null else. */
export const markOf = (bytes: Uint8Array): string | null => markAt(bytes) ?? wideOf(bytes);

function markAt([a, b, c]: Uint8Array): string | null {
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

/** The charset that HTML or XML names in its head; null when it names none. */
export function declaredIn(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const found =
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w:.-]+)/i.exec(head) ??
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head);
  return found?.[1] ?? null;
}

/** Bytes as text of a charset; null where they are none, or nobody knows the charset. */
export function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Text of a charset in which some bytes do not fit: each becomes a replacement character. Null where they are many beside
 * those beyond ASCII that do, or nobody knows the charset.
 */
export function mostly(bytes: Uint8Array, label: string): string | null {
  try {
    const text = new TextDecoder(label).decode(bytes);
    // A file may be cut off within a character.
    const broken = text.match(/\uFFFD(?!$)/g)?.length ?? 0;
    const sound = text.match(/(?!\uFFFD)[^\0-\x7F]/gu)?.length ?? 0;
    return broken * SOUND <= sound ? text : null;
  } catch {
    return null;
  }
}

/** The text of an XML file: by mark, by what it names, else as UTF-8 if most of it is, else as what old programs write. */
export function decodeXml(bytes: Uint8Array): string {
  const named = declaredIn(bytes);
  // A file that says UTF-16 in letters of one byte is not.
  const label = markOf(bytes) ?? (named && !/^(utf|ucs|iso-10646)/i.test(named) ? named : null);
  const known = label && label !== "utf-8" ? (tryDecode(bytes, label) ?? mostly(bytes, label)) : null;
  return known ?? mostly(bytes, "utf-8") ?? new TextDecoder("windows-1252").decode(bytes);
}
