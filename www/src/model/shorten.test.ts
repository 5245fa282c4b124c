import { expect, test } from "vitest";
import { shorten } from "./shorten";

test.each([
  ["short", "short"],
  ["ten letters", "ten…"],
  ["twelveletters", "twelvele…"],
  ["日本語の長い文章です", "日本語の長い文章…"],
  ["1234567😀9", "1234567…"],
])("%j becomes %j", (text, expected) => {
  expect(shorten(text, 8, "…")).toBe(expected);
});
