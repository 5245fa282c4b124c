import { t } from "../i18n";
import type { Article } from "../model/article";
import { shorten } from "../model/shorten";
import type { Side } from "../model/side";
import { nameOf } from "../model/titles";
import { known, pair } from "./library";

/** What an article is called. */
export const titleOf = (article: Article) => nameOf(article, known.value.get(article.id)?.title ?? null);

/** The most UTF-16 units of a title in a message: about a line. */
const IN_LINE = 90;

/** A title as a message names it: it may be as long as what is read. */
export const inLine = (title: string) => shorten(title, IN_LINE, t.dots);

/** The full title of the article on a side. */
export function fullTitle(side: Side): string {
  const article = pair.value[side];
  return article ? titleOf(article) : "";
}

/** One line about where an article comes from, as far as that is known. */
export function about(article: Article): string {
  return [whereFrom(article), lengthOf(article)].filter(Boolean).join(" · ");
}

/** Where and when it appeared, as far as that is known. */
export const whereFrom = ({ outlet, date }: Article): string =>
  [outlet, date && t.date(date)].filter(Boolean).join(" · ");

/** How long it is; null before that is known. */
export function lengthOf({ id }: Article): string | null {
  const words = known.value.get(id)?.words;
  return words === undefined ? null : t.words(words);
}
