import { describe, expect, test } from "vitest";
import type { Change } from "./comparison";
import { shownEdits, tellingPart } from "./edits";

/** An edit of the first place of words on each side; null for none. */
function edit(left: string, right: string, texts: [string, string], kind: Change["kind"] = "word"): Change {
  const span = (text: string, words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  return { operation: "replace", kind, left: span(texts[0], left), right: span(texts[1], right) } as Change;
}

const TEXTS: [string, string] = ["It fell. The eleven ran “home”.", "It fell, but the 11 ran “off”!"];
const [left, right] = TEXTS;

/** The words of the edits that are shown. */
const shown = (changes: Change[], equal = {}) =>
  shownEdits(changes, { left, right }, equal).map((one) => [
    one.operation,
    left.slice(one.left.start, one.left.end),
    right.slice(one.right.start, one.right.end),
  ]);

describe("the edits that are shown", () => {
  const all = [
    edit(".", ", but", TEXTS),
    edit("The", "the", TEXTS, "case"),
    edit("eleven", "11", TEXTS, "number"),
    edit("“home”.", "“off”!", TEXTS),
    edit(".", "!", TEXTS, "punctuation"),
  ];

  test("are without what counts as equal, and keep the marks of a quotation", () => {
    expect(shown(all)).toEqual([
      ["insert", "", "but"],
      ["replace", "eleven", "11"],
      ["replace", "“home”", "“off”"],
    ]);
  });

  test("are all where nothing is ignored", () => {
    expect(shown(all, { ignoreCase: false, ignorePunctuation: false })).toHaveLength(all.length);
    expect(shown(all, { ignorePunctuation: false })).toHaveLength(all.length - 1);
  });
});

describe("what of a differing stretch tells something", () => {
  test.each([
    ["by the stone pier to", "stone pier"],
    ["of the", null],
    ["in BRI and", "BRI"],
    ["um 9 Uhr an", "9 Uhr"],
    ["昨天在", "昨天在"],
  ])("%s", (text, telling) => {
    const part = tellingPart(text, { start: 0, end: text.length });
    expect(part && text.slice(part.start, part.end)).toBe(telling);
  });
});
