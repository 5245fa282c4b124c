/** Turns text that was packed when the page was built back into its bytes, part by part; build/text.ts says how it is written. */
export function unpacker(length: number) {
  const bytes = new Uint8Array(length);
  let [held, count, at] = [0, 0, 0];
  const push = (value: number, bits: number) => {
    held = (held << bits) | value;
    for (count += bits; count >= 8; ) {
      count -= 8;
      if (at < length) bytes[at++] = held >> count;
      held &= (1 << count) - 1;
    }
  };
  const add = (text: string) => {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      const place = code < 0x80 ? code - 1 - Number(code > 0x0d) - Number(code > 0x3c) : code - 0x80;
      if (code >= 0x80) place < 1408 ? push(place + 14_720, 14) : push(place + 30_848, 15);
      else place < 105 ? push(place, 7) : push(place + 105, 8);
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
