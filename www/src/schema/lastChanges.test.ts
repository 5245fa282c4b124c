import { describe, expect, test } from "vitest";
import { withLastChanges } from "./lastChanges";
import { readRecord } from "./record";

const article = (id: string, text = id) => ({ id, name: id, text });
const said = (left: string, right: string) => ({
  verdict: "pinned",
  ids: { left, right },
  spans: { left: { start: 0, end: 1 }, right: { start: 0, end: 1 } },
  texts: { left: "x", right: "x" },
});
const kept = {
  version: 1,
  articles: ["a", "b", "c"].map((id) => article(id)),
  chosen: { left: "a", right: "b" },
  verdicts: [said("a", "b"), said("a", "c")],
  options: { minWords: 5 },
};
const late = (part: object) =>
  JSON.stringify({ articles: [], verdicts: [], chosen: kept.chosen, options: {}, ...part });

/** What is read of a record with notes: the articles, the pair, how many verdicts, and what was dropped. */
function readWith(found: unknown, gone: string | null, lately: string | null) {
  const reading = readRecord(withLastChanges(found, { gone, late: lately }));
  if (reading.is !== "record") return reading.is;
  const { articles, chosen, verdicts } = reading.record;
  const names = articles.map(({ id, text }) => (id === text ? id : `${id}: ${text}`));
  return [names.join(" "), `${chosen.left} ${chosen.right}`, verdicts.length, reading.dropped];
}

describe("a record with what was done last", () => {
  test.each([
    ["nothing was noted", kept, null, null, ["a b c", "a b", 2, {}]],
    ["one was taken away", kept, '["b"]', null, ["a c", "a c", 1, {}]],
    ["all were taken away", kept, '["a","b","c"]', null, ["", "null null", 0, {}]],
    ["one came", kept, null, late({ articles: [article("d")] }), ["a b c d", "a b", 2, {}]],
    [
      "one was changed",
      kept,
      null,
      late({ articles: [article("b", "other")] }),
      ["a b: other c", "a b", 2, {}],
    ],
    [
      "another pair was chosen",
      kept,
      null,
      late({ chosen: { left: "c", right: "a" } }),
      ["a b c", "c a", 2, {}],
    ],
    ["something was said", kept, null, late({ verdicts: [said("c", "b")] }), ["a b c", "a b", 3, {}]],
    ["one went and one came", kept, '["a"]', late({ articles: [article("d")] }), ["b c d", "c b", 0, {}]],
    [
      "the first came",
      undefined,
      null,
      late({ articles: [article("a")], chosen: { left: "a", right: null } }),
      ["a", "a null", 0, {}],
    ],
    ["what went was never kept", undefined, '["a"]', null, "none"],
    ["the notes are no notes", kept, "{", "[7", ["a b c", "a b", 2, {}]],
    ["the notes are of another sort", kept, '{"a":1}', "7", ["a b c", "a b", 2, {}]],
    [
      "a note holds anything",
      kept,
      "[null,7]",
      late({ articles: [null, 7, { id: "e" }] }),
      ["a b c", "a b", 2, { articles: 2 }],
    ],
    ["another edition wrote the record", { ...kept, version: 9 }, '["a"]', late({}), "newer"],
  ])("when %s", (_, found, gone, lately, expected) => {
    expect(readWith(found, gone, lately)).toEqual(expected);
  });

  test("is the record itself where nothing was noted", () => {
    expect(withLastChanges(kept, { gone: null, late: null })).toBe(kept);
  });
});
