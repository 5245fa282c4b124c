import { afterEach, expect, test } from "vitest";
import type { Article } from "../model/article";
import type { KeptRecord } from "../schema/record";
import { forgetNotes, noteLate, notes } from "./lastChanges";

afterEach(forgetNotes);

const article = (length: number, other = 0): Article =>
  ({
    id: "a",
    name: "a",
    text: "x".repeat(length),
    alternative: other > 0 ? { is: "page", text: "y".repeat(other) } : null,
  }) as unknown as Article;

const record = (...articles: Article[]): KeptRecord => ({
  version: 1,
  articles,
  chosen: { left: "a", right: null },
  verdicts: [],
  options: {},
});

test.each([
  ["a short text", article(10), true],
  ["a text of 1,000,000 units", article(1_000_000), true],
  ["a longer one, for which the browser may have no room", article(1_000_001), false],
  ["one that is longer with its other text", article(600_000, 400_001), false],
])("what came last is noted: %s", (_, given, noted) => {
  expect(noteLate(null, record(given))).toBe(noted);
  expect(notes().late !== null).toBe(noted);
});

test("what the record has by now is not noted", () => {
  const kept = record(article(10));
  expect(noteLate(kept, kept)).toBe(false);
  expect(noteLate(kept, { ...kept, chosen: { left: null, right: "a" } })).toBe(true);
  expect(JSON.parse(notes().late ?? "")).toMatchObject({ articles: [], chosen: { left: null, right: "a" } });
});
