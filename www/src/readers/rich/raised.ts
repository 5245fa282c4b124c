/** Units, and letters of formulas, in which no vowel makes a word: they are raised to a power and bear no mark of a note. */
const POWERED = /(^|[^\p{L}])(\p{L}|[^\P{L}aeiouyäöüáéíóú]{2,3}|in|mi|sec|min)$/iu;
/** A word, behind which a letter or Roman figure is the mark of a note; behind others it is of the word, as in "2e". */
const WORD = /\p{L}*[aeiouyäöüáéíóú]\p{L}*(?<=\p{L}{3})[.,;:!?"'’”»)\]]*$/iu;
const LETTER = /^([a-z]|[ivx]{1,4})$/;
/** What may be the mark of a note: figures, or one of the signs printers use. */
const MARK = /^(\d{1,3}([,–-]\d{1,3})*|[*†‡§¶]{1,4})$/;

/**
 * What becomes of letters that are raised above the line, behind `before`: of the mark of a note "[3]", of a power of a
 * number "10^6"; what is of the word stays joined, as in "12 km2" and "1st".
 */
export function raised(before: string, text: string): string {
  const mark = text.trim();
  if (LETTER.test(mark)) return WORD.test(before.slice(-12)) ? `[${mark}]` : text;
  if (!MARK.test(mark)) return /\d$/.test(before) && /^[-−–]\d{1,3}$/.test(mark) ? `^${mark}` : text;
  const tail = before.slice(-12);
  if (/[*†‡§¶]/.test(mark)) return tail.trim() === "" ? text : `[${mark}]`;
  // A year has no power.
  if (/(^|[^\d.,])(1[0-9]|20)\d\d$/.test(tail)) return `[${mark}]`;
  if (/\d$/.test(tail)) return `^${mark}`;
  if (POWERED.test(tail) || !/\S$/.test(tail) || /[[(]$/.test(tail)) return text;
  return `[${mark}]`;
}
