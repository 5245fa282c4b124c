import type { Article } from "../articles/article";
import type { Comparison } from "../engine/engine";
import type { Side } from "./words";

/** How many words two titles must begin with alike before those are cut. */
const ALIKE = 3;

/** The title of an article: given, recognised by the engine, or guessed. */
export function titleOf(article: Article, side: Side, comparison: Comparison | null): string | null {
  if (article.title && !article.titleGuessed) return article.title;
  const found = comparison?.paragraphs[side].find((paragraph) => paragraph.role === "title");
  return found ? article.text.slice(found.start, found.end).replace(/\s+/g, " ") : article.title;
}

/** Two titles for a narrow place: words both begin with are cut when they are three or more. */
export function shortTitles(left: string, right: string): readonly [string, string] {
  const [a, b] = [left.split(" "), right.split(" ")];
  let same = 0;
  while (same < a.length - 1 && same < b.length - 1 && a[same] === b[same]) same += 1;
  if (same < ALIKE || left === right) return [left, right];
  return [`…${a.slice(same).join(" ")}`, `…${b.slice(same).join(" ")}`];
}
