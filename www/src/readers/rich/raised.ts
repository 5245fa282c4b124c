/** Units and letters of formulas, which are raised to a power and bear no mark of a note. */
const POWERED = /(^|[^\p{L}])(\p{L}|[kcdmnµμ]m|ft|in|yd|mi|kg|sec|min|hr?|days?)$/u;
/** What may be the mark of a note: figures, a letter, or one of the signs printers use. */
const MARK = /^(\d{1,3}([,–-]\d{1,3})*|[*†‡§¶]{1,4})$/;

/**
 * What becomes of letters that are raised above the line, behind `before`: of the mark of a note "[3]", of a power of a
 * number "10^6"; what is of the word stays joined, as in "12 km2" and "1st".
 */
export function raised(before: string, text: string): string {
  const mark = text.trim();
  if (!MARK.test(mark)) return /\d$/.test(before) && /^[-−–]\d{1,3}$/.test(mark) ? `^${mark}` : text;
  const tail = before.slice(-12);
  if (/[*†‡§¶]/.test(mark)) return tail.trim() === "" ? text : `[${mark}]`;
  // A year has no power.
  if (/(^|[^\d.,])(1[0-9]|20)\d\d$/.test(tail)) return `[${mark}]`;
  if (/\d$/.test(tail)) return `^${mark}`;
  if (POWERED.test(tail) || !/\S$/.test(tail) || /[[(]$/.test(tail)) return text;
  return `[${mark}]`;
}
