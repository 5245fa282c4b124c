import type { Article } from "./article";

/** How many words two titles must begin with alike before those are cut. */
const ALIKE = 3;
/** How much of a text without a headline stands for it, in UTF-16 units. */
const BEGINNING = 90;

/** What an article is called: its given title, the recognised or guessed headline, or how it begins. */
export function nameOf(article: Article, recognised: string | null): string {
  if (article.title && !article.titleGuessed) return article.title;
  return recognised ?? article.title ?? beginning(article.text);
}

function beginning(text: string): string {
  const start = text
    .trimStart()
    .slice(0, BEGINNING * 2)
    // A first line that stands alone is enough.
    .replace(/\r?\n[ \t]*\r?\n[\s\S]*$/, "")
    .replace(/\s+/g, " ");
  if (start.length <= BEGINNING) return start;
  const cut = start.slice(0, BEGINNING).replace(/\s\S*$/, "");
  return `${cut}…`;
}

/** Two titles for a narrow place: words both begin with are cut when they are three or more. */
export function shortTitles(left: string, right: string): readonly [string, string] {
  const [a, b] = [left.split(" "), right.split(" ")];
  let same = 0;
  while (same < a.length - 1 && same < b.length - 1 && a[same] === b[same]) same += 1;
  if (same < ALIKE || left === right) return [left, right];
  return [`…${a.slice(same).join(" ")}`, `…${b.slice(same).join(" ")}`];
}
