import { describe, expect, test } from "vitest";
import type { Change, Fact } from "./comparison";
import { byKind, context, isMinor, noteOf, withMarks } from "./facts";

const span = (text: string, part: string) => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});
const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe("quotation marks beside a value belong to what is shown", () => {
  test.each([
    ["He said “so be it,” and left.", "so be it,", "“so be it,”"],
    ['He said "so be it" twice.', "so be it", '"so be it"'],
    ["Er sagte „so sei es“ und ging.", "so sei es", "„so sei es“"],
    ["It cost 412 million then.", "412 million", "412 million"],
    ["so be it", "so be it", "so be it"],
  ])("%s", (text, part, expected) => {
    expect(cut(text, withMarks(text, span(text, part)))).toBe(expected);
  });
});

test("the context is cut at words and stays in its line", () => {
  const text = `Another line.\n${"one two ".repeat(10)}VALUE${" three four".repeat(10)}\nA third line.`;
  const { before, after } = context(text, span(text, "VALUE"));
  expect(before).toMatch(/^…(two|one) [\w ]+ $/);
  expect(after).toMatch(/^ three [\w ]+…$/);
  expect(context("a VALUE b", span("a VALUE b", "VALUE"))).toEqual({ before: "a ", after: " b" });
});

describe("notes", () => {
  const left = "They hold it is “quite good” there, not so.";
  const right = "They hold it is “good” there, so.";
  const change = (operation: Change["operation"], words: [string, string]): Change => ({
    operation,
    kind: "word",
    left: span(left, words[0]),
    right: span(right, words[1]),
  });
  const fact = (detail: Fact["detail"], parts: [string, string], changes: Change[] = []): Fact => ({
    kind: "quotation",
    detail,
    left: span(left, parts[0]),
    right: span(right, parts[1]),
    passage: null,
    changes,
  });
  test.each([
    [fact("different", ["good", "good"]), "different", ""],
    [fact("altered", ["quite good", "good"], [change("delete", ["quite", ""])]), "more-left", "quite"],
    [fact("altered", ["good", "good"], [change("replace", ["good", "good"])]), "altered", ""],
    [
      fact(
        "altered",
        ["quite good", "good"],
        [change("delete", ["quite", ""]), { ...change("replace", ["good", "good"]), kind: "punctuation" }],
      ),
      "more-left",
      "quite",
    ],
    [
      fact("altered", ["good", "good"], [{ ...change("replace", ["good", "good"]), kind: "punctuation" }]),
      "punctuated",
      "",
    ],
    [
      fact("altered", ["good", "good"], [{ ...change("replace", ["good", "good"]), kind: "case" }]),
      "capitals",
      "",
    ],
    [fact("cut", ["quite good", "good"], [change("delete", ["quite", ""])]), "longer-left", ""],
    [fact("cut", ["good", "good"], [change("insert", ["", "good"])]), "longer-right", ""],
    [fact("unquoted", ["They", "good"]), "quoted-right", ""],
    [fact("unquoted", ["quite good", "They"]), "quoted-left", ""],
    [fact("denied", ["not", ""]), "denied-left", ""],
    [fact("denied", ["", "so"]), "denied-right", ""],
  ])("%#", (given, note, words) => {
    expect(noteOf(given, left, right)).toEqual({ note, words });
  });

  test("facts are kept apart by kind, in the order of the list", () => {
    const groups = byKind([
      fact("cut", ["They", "They"]),
      { ...fact("different", ["it", "it"]), kind: "name" },
    ]);
    expect(groups.get("name")?.map(({ at }) => at)).toEqual([1]);
    expect(groups.get("quotation")?.map(({ at }) => at)).toEqual([0]);
    expect(groups.get("date")).toEqual([]);
    expect([...groups.keys()]).toEqual(["quotation", "number", "date", "negation", "name"]);
  });

  test("what is only quoted at another length or without marks is minor", () => {
    const minor = (["altered", "different", "cut", "unquoted"] as const).filter((detail) =>
      isMinor(fact(detail, ["They", "They"])),
    );
    expect(minor).toEqual(["cut", "unquoted"]);
  });
});
