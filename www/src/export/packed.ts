import { CAPS } from "../model/article";

/** How many bytes may be unpacked from an address: two of the largest texts, and what is said of them. */
const MOST = 3 * CAPS.text;
/** How many bytes become characters at a time: functions take only so many arguments. */
const PORTION = 0x8000;

/** Text as letters that an address may hold: GZIP, whose checksum tells a damaged one, in base64url. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += PORTION) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PORTION));
  }
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** What became of a packed text: it was cut or altered on its way, or is far too long. */
export type Unpacked = { text: string } | { failure: "damaged" | "too-large" };

/** The text that was packed. */
export async function unpack(packed: string): Promise<Unpacked> {
  try {
    const binary = atob(packed.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let [text, length] = ["", 0];
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > MOST) {
        await reader.cancel();
        return { failure: "too-large" };
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return { text: text + decoder.decode() };
  } catch {
    return { failure: "damaged" };
  }
}

/** A number that tells whether a text is the one it was: FNV-1a over its UTF-16 units, in letters. */
export function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
