import { LINE_END } from "../model/lines";

/** How long a line may be and still be a headline, in UTF-16 units. */
const LONGEST_HEADLINE = 160;
/** How many lines with text are looked at: a headline or date further down belongs to something else. */
const LOOKED_AT = 8;
/** How long a line may be and still be one about a day, in UTF-16 units. */
const LONGEST_DATE = 60;

/** What the first lines of a plain text tell about it. */
export interface Guess {
  title: string | null;
  date: string | null;
}

/** The first lines of a plain text that have text, each without the white space around it. */
export function firstLines(text: string): string[] {
  return text
    .slice(0, 8000)
    .split(LINE_END)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, LOOKED_AT);
}

/** Whether a line is short enough to be about a day: longer ones mention one. */
export const mayBeDate = (line: string): boolean => line.length <= LONGEST_DATE;

/**
 * Takes the first line that looks like a headline for the title. The date is the first below it and above the text: one above
 * may be the day on which a page was saved, and counts when there is no other. `dates` has for each line the day it names. A
 * guess by looks, for labels only; what is compared does not depend on it.
 */
export function guess(lines: readonly string[], dates: readonly (string | null)[]): Guess {
  // A line that looks like one but stands after a paragraph is a subheading.
  const prose = lines.findIndex(isParagraph);
  const head = lines.slice(0, prose < 0 ? lines.length - 1 : prose);
  const at = head.findIndex((line, at) => !dates[at] && isHeadline(line));
  const below = at < 0 ? [] : dates.slice(at + 1, head.length);
  const date = [...below, ...dates].find((one) => one) ?? null;
  return { title: head[at] ?? null, date };
}

function isParagraph(line: string): boolean {
  return line.length > LONGEST_HEADLINE || (line.length > 60 && /[.!?。！？]["”’»)]*$/.test(line));
}

function isHeadline(line: string): boolean {
  if (line.length > LONGEST_HEADLINE || /[.:;,|]$/.test(line)) return false;
  // Menus run together: "HomeWorld", "Home › News", "Home | News".
  if (/[›»|]/.test(line) || /\p{Ll}\p{Lu}\p{Ll}+\p{Lu}/u.test(line)) return false;
  return /\s\S+\s\S/.test(line) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{4}/u.test(line);
}
