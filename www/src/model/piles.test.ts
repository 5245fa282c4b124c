import { expect, test } from "vitest";
import { CAPS, tooMuch } from "./article";
import { pilesIn } from "./piles";

test.each([
  ["letters", "The ferry was late again. ".repeat(1_000), 0],
  ["letters with as many marks as a writing needs", `e${"\u0301".repeat(30)}`.repeat(1_000), 0],
  ["Korean in its parts", "한국어".normalize("NFD").repeat(5_000), 0],
  ["families", "👨‍👩‍👧".repeat(5_000), 0],
  ["a letter with more marks", `e${"\u0301".repeat(31)}`, 1],
  ["a letter with very many", `e${"\u0301".repeat(310)}`, 10],
  ["joiners", `e${"\u200d".repeat(62)}`, 2],
  ["marks of pairs of surrogates", `e${"\u{1D165}".repeat(62)}`, 2],
  ["first letters of Korean alone", "\u1100".repeat(62), 2],
  ["vowels AM of Thai, of Lao", `ก${"\u0e33".repeat(31)} ກ${"\u0eb3".repeat(31)}`, 2],
  ["colours of skin", `👍${"🏽".repeat(62)}`, 2],
])("the piles in %s", (_, text, count) => {
  expect(pilesIn(text)).toBe(count);
});

test("some adorned comments are taken, a text made of piles is not", () => {
  expect(tooMuch(`I agree${"\u0336".repeat(40)} `.repeat(100))).toBeNull();
  expect(tooMuch(`a${"\u0301".repeat(4_000_000)}`)).toEqual({ error: "too-many-marks" });
});

test("whatever is a mark or joiner piles up", () => {
  const mark = /[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200D]/u;
  const missed: string[] = [];
  for (let code = 0; code <= 0x1ffff; code += 1) {
    const sign = String.fromCodePoint(code);
    if (mark.test(sign) && pilesIn(sign.repeat(31)) !== 1) missed.push(code.toString(16));
  }
  expect(missed).toEqual([]);
});

test("a text is taken with as many lines or piles as the cap says, and refused with one more", () => {
  const { paragraphs, piles } = CAPS;
  expect(tooMuch("a\n".repeat(paragraphs))).toBeNull();
  expect(tooMuch(`${"a\n".repeat(paragraphs)}a`)).toEqual({
    error: "too-many-paragraphs",
    count: paragraphs + 1,
  });
  expect(tooMuch("\u0301".repeat(31 * piles))).toBeNull();
  expect(tooMuch("\u0301".repeat(31 * (piles + 1)))).toEqual({ error: "too-many-marks" });
});
