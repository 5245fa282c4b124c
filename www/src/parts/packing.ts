/** What a character of two bytes begins with; the order is part of the format. See build/packing.ts. */
const FORBIDDEN = [0x00, 0x0d, 0x3c];

/** Turns text that was packed when the page was built back into its bytes, part by part. */
export function unpacker(length: number) {
  const bytes = new Uint8Array(length);
  let [bits, held, at] = [0, 0, 0];
  const push = (group: number) => {
    bits = ((bits << 7) | group) & 0x3fff;
    held += 7;
    if (held < 8) return;
    held -= 8;
    if (at < length) bytes[at++] = bits >> held;
  };
  const add = (text: string) => {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code >= 0x80) push(FORBIDDEN[(code - 0x80) >> 7] ?? 0);
      push(code & 0x7f);
    }
  };
  return { bytes, add };
}

/** The same at once. */
export function unpack(text: string, length: number): Uint8Array<ArrayBuffer> {
  const { bytes, add } = unpacker(length);
  add(text);
  return bytes;
}

/** Opens what the build deflated and packed as text; `length` is how many deflated bytes there were. */
export function inflate(text: string, length: number): Response {
  const packed = new Blob([unpack(text, length)]);
  return new Response(packed.stream().pipeThrough(new DecompressionStream("deflate-raw")));
}
