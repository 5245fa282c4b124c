import { expect, test } from "vitest";
import type { Article } from "./article";
import { nameOf } from "./titles";

test("a first line that stands alone stands for a text without a title", () => {
  const article = { title: null, titleGuessed: false, text: "Harbour briefs\n\nThe ferry\nwas late." };
  expect(nameOf(article as Article, null)).toBe("Harbour briefs");
  expect(nameOf({ ...article, text: "Harbour\nbriefs of the week" } as Article, null)).toBe(
    "Harbour briefs of the week",
  );
  for (const end of ["\r\n", "\r", "\u2028", "\u0085"]) {
    const text = article.text.replaceAll("\n", end);
    expect(nameOf({ ...article, text } as Article, null)).toBe("Harbour briefs");
  }
});
