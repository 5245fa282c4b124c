// What a line is: the engine's definition (`src/document/lines.rs`), which makes at most one paragraph of a line with text.
// `engine/lines.test.ts` asks the engine.

/** What a line may end with, for a class of a pattern: the hard breaks of UAX #14. */
const ENDS = String.raw`\n\v\f\r\u0085\u2028\u2029`;

/** The end of one line: CR LF is one. */
export const LINE_END = new RegExp(String.raw`\r\n|[${ENDS}]`, "g");

/** All up to the last end of a line, and all from the first one on. */
export const LINES_BEFORE = new RegExp(`^[\\s\\S]*[${ENDS}]`);
export const LINES_AFTER = new RegExp(`[${ENDS}][\\s\\S]*$`);

const endsLine = (code: number) =>
  (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;

/** White space of Unicode that ends no line. */
const isBlank = (code: number) =>
  code === 0x20 ||
  code === 0x09 ||
  (code >= 0xa0 &&
    (code === 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000));

/** Calls with the start and end of each line that has more in it than white space, in order. */
export function eachLine(text: string, found: (start: number, end: number) => void): void {
  let start = 0;
  let isEmpty = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (endsLine(code)) {
      if (!isEmpty) found(start, at);
      start = at + 1;
      isEmpty = true;
    } else if (isEmpty) isEmpty = isBlank(code);
  }
  if (!isEmpty) found(start, text.length);
}

/** How many lines of a text have more in them than white space: the paragraphs it is drawn in. */
export function paragraphsIn(text: string): number {
  let count = 0;
  eachLine(text, () => {
    count += 1;
  });
  return count;
}

/** Whether there is nothing to read in a text: white space alone. */
export const isBlankText = (text: string): boolean => !/[^\s\u0085]/.test(text);
