import type { Article } from "./article";
import { LINE_END } from "./lines";

/** How much of a text without a headline stands for it, in UTF-16 units. */
const BEGINNING = 90;

/** What an article is called: its given title, the recognised or guessed headline, or how it begins. */
export function nameOf(
  article: Pick<Article, "title" | "titleGuessed" | "text">,
  recognised: string | null,
): string {
  if (article.title && !article.titleGuessed) return article.title;
  return recognised ?? article.title ?? beginning(article.text);
}

function beginning(text: string): string {
  const start = text
    .trimStart()
    .slice(0, BEGINNING * 2)
    .replace(LINE_END, "\n")
    // A first line that stands alone is enough.
    .replace(/\n[ \t]*\n[\s\S]*$/, "")
    .replace(/\s+/g, " ");
  if (start.length <= BEGINNING) return start;
  const cut = start.slice(0, BEGINNING).replace(/\s\S*$/, "");
  return `${cut}…`;
}
