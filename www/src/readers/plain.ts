/** How long a line may be and still be a headline, in UTF-16 units. */
const LONGEST_HEADLINE = 160;
/** How many lines with text are looked at: a headline or date further down belongs to something else. */
const LOOKED_AT = 8;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** What the first lines of a plain text tell about it. */
export interface Guess {
  title: string | null;
  date: string | null;
}

/**
 * Takes the first line that looks like a headline for the title and the first that is a date for the
 * date. A guess by looks, for labels only; what is compared does not depend on it.
 */
export function guess(text: string): Guess {
  const lines = text
    .slice(0, 8000)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, LOOKED_AT);
  // A line that looks like one but stands after a paragraph is a subheading.
  const prose = lines.findIndex(isParagraph);
  const head = lines.slice(0, prose < 0 ? lines.length - 1 : prose);
  const title = head.find(isHeadline) ?? null;
  const date = lines.map(readDate).find((found) => found !== null) ?? null;
  return { title, date };
}

function isParagraph(line: string): boolean {
  return line.length > LONGEST_HEADLINE || (line.length > 60 && /[.!?。！？]["”’»)]*$/.test(line));
}

function isHeadline(line: string): boolean {
  if (line.length > LONGEST_HEADLINE || readDate(line) || /[.:;,|]$/.test(line)) return false;
  // Menus run together: "HomeWorld", "Home › News", "Home | News".
  if (/[›»|]/.test(line) || /\p{Ll}\p{Lu}\p{Ll}+\p{Lu}/u.test(line)) return false;
  return /\s\S+\s\S/.test(line) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{4}/u.test(line);
}

/** The day a line names, if it is a short line about a day: "Friday, May 2, 2031", "• 9 Aug, 2031". */
export function readDate(line: string): string | null {
  if (line.length > 60) return null;
  const iso = line.match(/\b(\d{4})-(\d{2})-(\d{2})\b/);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const european = line.match(/\b(\d{1,2})\.? ([A-Za-z]{3})[a-z]*\.?,? (\d{4})\b/);
  if (european) return day(Number(european[3]), month(european[2]), Number(european[1]));
  const american = line.match(/\b([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})\b/);
  return american ? day(Number(american[3]), month(american[1]), Number(american[2])) : null;
}

function month(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").toLowerCase()) + 1;
}

function day(year: number, month: number, date: number): string | null {
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  const two = (number: number) => String(number).padStart(2, "0");
  return `${year}-${two(month)}-${two(date)}`;
}
