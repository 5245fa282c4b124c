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

/** One line about where an article comes from. What is not known is said. */
export function about(article: Article): string {
  const words = known.value.get(article.id)?.words;
  const parts = [article.outlet ?? t.noOutlet, article.date ? t.date(article.date) : t.noDate];
  return [...parts, ...(words === undefined ? [] : [t.words(words)])].join(" · ");
}
