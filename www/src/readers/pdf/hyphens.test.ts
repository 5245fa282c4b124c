import { describe, expect, test } from "vitest";
import { Joiner } from "./hyphens";
import type { Line } from "./layout";

const lines = (...texts: string[]) =>
  texts.map(
    (text, at): Line => ({ text, x0: 0, x1: 90, y: 12 * at, size: 10, left: 0, right: 90, column: 0 }),
  );

/** Joins lines in a text that has other lines as well. */
const joined = (texts: string[], others: string[] = []) =>
  new Joiner(lines(...others, ...texts)).text(lines(...texts));

/** Lines of a text that parts no words. */
const UNPARTED = Array.from({ length: 60 }, () => "so many words stand in each of these lines");

describe("a hyphen at the end of a line", () => {
  test.each([
    ["goes where it parts a word", ["the recon-", "struction"], [], "the reconstruction"],
    [
      "goes in front of a hyphenated word's end",
      ["an anti-govern-", "ment march"],
      [],
      "an anti-government march",
    ],
    ["stays where no word is parted", ["a high-", "publicity deal"], UNPARTED, "a high-publicity deal"],
    [
      "stays where the text has the word with it",
      ["a well-", "kept garden"],
      ["kept well-kept"],
      "a well-kept garden",
    ],
    [
      "goes where the text has the word without",
      ["the har-", "bour"],
      ["har bour of the harbour"],
      "the harbour",
    ],
    [
      "stays between two words of the text",
      ["the crane-", "driver"],
      ["a crane has a driver"],
      "the crane-driver",
    ],
    [
      "goes in German between what is no word by itself",
      ["der Welt-", "krieg"],
      ["Die Welt und der Krieg"],
      "der Weltkrieg",
    ],
    ["stays before a capital", ["Anglo-", "American"], [], "Anglo-American"],
    ["stays after an abbreviation", ["US-", "hostile"], [], "US-hostile"],
    ["stays after a figure", ["a 5,000-", "word text"], [], "a 5,000-word text"],
    ["stays, with a space, where a word is left out", ["pre-", "and post-war"], [], "pre- and post-war"],
    ["stays in a word of three", ["face-to-", "face talks"], ["a face to see"], "face-to-face talks"],
    [
      "stays where other signs part words",
      ["a no-", "limits pact"],
      ["recon\u2010", "struction"],
      "a no-limits pact",
    ],
    ["goes when it is a soft one", ["a no\u00ad", "tion"], [], "a notion"],
    ["goes before the mark of a note", ["the promo-", "tions1 came"], [], "the promotions1 came"],
    ["goes where its glyph tells no letter", ["the promo\ue00d", "tions came"], [], "the promotions came"],
    ["is not needed where the text has the word", ["descri", "bed"], ["he described it"], "described"],
    ["is not there between two words", ["in", "form"], ["we inform in a form"], "in form"],
    ["is not there where no word comes of it", ["the old", "crane"], ["the crane"], "the old crane"],
  ])("%s", (_, texts, others, expected) => {
    expect(joined(texts, others)).toBe(expected);
  });

  test("halves of parted words are no words", () => {
    expect(joined(["the over-", "shadowed", "talks were over"])).toBe("the overshadowed talks were over");
  });
});

test("lines join with a space, ideographs without", () => {
  expect(joined(["one line", "and one"])).toBe("one line and one");
  expect(joined(["在北京", "会见"])).toBe("在北京会见");
});
