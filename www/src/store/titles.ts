import { t } from "../i18n";
import type { Article } from "../model/article";
import type { Side } from "../model/side";
import { nameOf } from "../model/titles";
import { known, pair } from "./library";

/** What an article is called. */
export const titleOf = (article: Article) => nameOf(article, known.value.get(article.id)?.title ?? null);

/** The full title of the article on a side. */
export function fullTitle(side: Side): string {
  const article = pair.value[side];
  return article ? titleOf(article) : "";
}

/** One line about where an article comes from, as far as that is known. */
export function about(article: Article): string {
  const words = known.value.get(article.id)?.words;
  const parts = [article.outlet, article.date && t.date(article.date), words !== undefined && t.words(words)];
  return parts.filter(Boolean).join(" · ");
}
