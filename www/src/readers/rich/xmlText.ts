/** The text of an XML file: by its byte order mark, as UTF-16 that has none, or by the encoding it names; else as UTF-8. */
export function xmlText(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && c !== 0 && d === 0))
    return decoded(bytes, "utf-16le");
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0)) return decoded(bytes, "utf-16be");
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const named = start.match(/^(?:\xEF\xBB\xBF)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i)?.[1];
  // A file that says UTF-16 in letters of one byte is not.
  return decoded(bytes, named && !/^(utf|ucs|iso-10646)/i.test(named) ? named : "utf-8");
}

function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
