const WIDE = new Set(
  Array.from("\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff", (sign) => sign.charCodeAt(0)),
);

/** Whether a code unit is what `\s` finds, for texts too long for a pattern. */
export const isSpace = (code: number): boolean =>
  code < 0x80
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : WIDE.has(code) || (code >= 0x2000 && code <= 0x200a);
