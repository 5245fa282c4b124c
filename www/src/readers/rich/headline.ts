import { tidy } from "../../model/article";

/** Headlines that are looked at; a page has one, or a few. A bound on work. */
const MOST = 20;
/** The least share of words that a headline and a title have in common, and how many at least. By eye on saved pages. */
const ALIKE = 1 / 2;
const WORDS = 2;
/** The same of two headlines of which one is enough, and how much longer the other may be. By eye on saved pages. */
const SAME = 0.8;
const LONGER = 1.5;

/** How far down a text its own headline stands, and how many letters it has at least. By eye on saved pages. */
const START = 600;
const LEAST = 8;

/** What names the article: in the head of the page, on the page, and in the window's title. */
export interface Names {
  /** As the page's head has it for others. */
  given: string | null;
  /** As the window shows it, without the outlet as far as that can be seen. */
  title: string | null;
  outlet: string | null;
  /** The headlines on the page, in order. */
  headlines: readonly string[];
}

/** The headlines of a page, but for its own name. */
export function headlinesIn(page: Document, outlet: string | null): string[] {
  const all = [...page.querySelectorAll("h1")].slice(0, MOST).flatMap((one) => tidy(one.textContent) ?? []);
  return all.filter((one) => lettersOf(one) !== lettersOf(outlet ?? ""));
}

/** The title of an article: what the page says for others, else what its window says, unless a headline says as much and more. */
export function titleOf({ given, title, outlet, headlines }: Names): string | null {
  if (given) return headlines.find((one) => one.includes(given)) ?? given;
  const [only, ...more] = headlines;
  if (!title || title === outlet) return only ?? title;
  const parts = headlines.filter((one) => one.includes(title) || title.startsWith(one) || isHalf(one, title));
  const isLonger = only && more.length === 0 && only.length > title.length;
  return parts[0] ?? (isLonger ? only : title);
}

const isHalf = (one: string, title: string) => title.endsWith(one) && 2 * one.length >= title.length;

/** The headline that a text begins with already. One that is short, or in the window's title, may be the name of a section or paper. */
export function ownHeadline({ headlines, title }: Names, text: string): string | null {
  const lines = text.slice(0, START).split("\n");
  const isOwn = (one: string) => lettersOf(one).length >= LEAST && !title?.includes(one);
  return headlines.find((one) => isOwn(one) && lines.some((line) => tidy(line) === one)) ?? null;
}

/** The headline that stands over an article of a title: on the page where one is like it, else the title. */
export function headlineOf({ headlines }: Names, title: string | null): string | null {
  if (!title) return headlines[0] ?? null;
  return headlines.find((one) => isAlike(one, title, ALIKE)) ?? title;
}

/** Whether a text begins with its headline, or one that says the same. */
export function beginsWith(text: string, head: string): boolean {
  // A caption may say the headline and more; it is none.
  const start = text.slice(0, 4 * head.length + 400).split("\n");
  return start.some((line) => {
    const isHeadline = line.length <= LONGER * head.length && !/[.:]$/.test(line);
    return tidy(line) === head || (isHeadline && isAlike(line, head, SAME));
  });
}

/** Whether two lines say the same of an article: one has the other in it, or they share enough words of the shorter. */
function isAlike(one: string, other: string, share: number): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  if (a === b) return true;
  const [few, many] = [wordsIn(one), wordsIn(other)].sort((x, y) => x.size - y.size);
  if (!few || !many || few.size < WORDS) return false;
  if (a.includes(b) || b.includes(a)) return true;
  const shared = [...few].filter((word) => many.has(word)).length;
  return shared >= WORDS && shared >= share * few.size;
}

const wordsIn = (line: string) => new Set(line.toLowerCase().match(/[\p{L}\p{N}]+/gu));
const lettersOf = (line: string) => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
