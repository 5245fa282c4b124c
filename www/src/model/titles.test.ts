import { describe, expect, test } from "vitest";
import type { Article } from "./article";
import { nameOf, shortTitles } from "./titles";

describe("titles that begin alike are cut", () => {
  test.each([
    ["Mayor opens new bridge at dawn", "Mayor opens new bridge after delay", "…at dawn", "…after delay"],
    ["Mayor opens bridge", "Mayor opens tunnel", "Mayor opens bridge", "Mayor opens tunnel"],
    [
      "The same title twice here",
      "The same title twice here",
      "The same title twice here",
      "The same title twice here",
    ],
    ["One two three", "One two three four", "One two three", "One two three four"],
    ["", "Something", "", "Something"],
  ])("%s / %s", (left, right, ...expected) => {
    expect(shortTitles(left, right)).toEqual(expected);
  });
});

test("a first line that stands alone stands for a text without a title", () => {
  const article = { title: null, titleGuessed: false, text: "Harbour briefs\n\nThe ferry\nwas late." };
  expect(nameOf(article as Article, null)).toBe("Harbour briefs");
  expect(nameOf({ ...article, text: "Harbour\nbriefs of the week" } as Article, null)).toBe(
    "Harbour briefs of the week",
  );
});
