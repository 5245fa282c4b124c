import { describe, expect, test } from "vitest";
import type { KeptRecord } from "../schema/record";
import { mergeRecords } from "./mergeRecords";

const article = (id: string, text = id): KeptRecord["articles"][number] => {
  const about = { title: null, titleGuessed: false, byline: null, outlet: null, date: null };
  return { id, name: id, ...about, text, lineOverrides: [], alternative: null };
};
const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => article(id)) as [
  ReturnType<typeof article>,
  ReturnType<typeof article>,
  ReturnType<typeof article>,
  ReturnType<typeof article>,
];

const record = (articles: KeptRecord["articles"], more: Partial<KeptRecord> = {}): KeptRecord => ({
  version: 1,
  articles,
  chosen: { left: articles[0]?.id ?? null, right: articles[1]?.id ?? null },
  verdicts: [],
  options: {},
  ...more,
});
const ids = ({ articles }: KeptRecord) =>
  articles.map(({ id, text }) => (id === text ? id : `${id}: ${text}`));

describe("what two pages keep", () => {
  const edited = article("a", "edited here");
  const other = article("a", "edited there");

  test.each([
    ["nothing was kept", null, [a, b], null, ["a", "b"]],
    ["the other page added", [a, b], [a, b], [a, b, c], ["a", "b", "c"]],
    ["both added", [a], [a, b], [a, c], ["a", "b", "c"]],
    ["this page took away", [a, b], [b], [a, b, c], ["b", "c"]],
    ["the other page took away", [a, b], [a, b, d], [a], ["a", "d"]],
    ["this page edited", [a, b], [edited, b], [a, b], ["a: edited here", "b"]],
    ["the other page edited", [a, b], [a, b], [other, b], ["a: edited there", "b"]],
    ["both edited", [a, b], [edited, b], [other, b], ["a: edited here", "b"]],
    ["the other page took away what was edited here", [a, b], [edited, b], [b], ["a: edited here", "b"]],
    ["the other page took everything away", [a, b], [a, b, c], [], ["c"]],
    ["the other page forgot everything", [a, b], [edited, b, c], null, ["a: edited here", "c"]],
  ] as const)("when %s", (_, before, mine, theirs, expected) => {
    const there = theirs && record(theirs);
    expect(ids(mergeRecords(before && record(before), record(mine), there))).toEqual(expected);
  });

  test("has the pair of the page that writes, if it is there", () => {
    expect(mergeRecords(null, record([c, d]), record([a, b])).chosen).toEqual({ left: "c", right: "d" });
    expect(mergeRecords(record([c, d]), record([c, d]), record([a, b])).chosen).toEqual({
      left: "a",
      right: "b",
    });
  });

  test("has what both say of passages, and nothing of articles that are gone", () => {
    const said = (left: string, right: string, start: number): KeptRecord["verdicts"][number] => ({
      verdict: "pinned",
      ids: { left, right },
      spans: { left: { start, end: start + 1 }, right: { start, end: start + 1 } },
      texts: { left: "x", right: "x" },
    });
    const [one, two, three, gone] = [
      said("a", "b", 1),
      said("a", "b", 2),
      said("a", "b", 3),
      said("a", "d", 4),
    ];
    const before = record([a, b], { verdicts: [one] });
    const mine = record([a, b], { verdicts: [two] });
    const theirs = record([a, b], { verdicts: [one, three, gone] });
    expect(mergeRecords(before, mine, theirs).verdicts).toEqual([two, three]);
  });

  test("has the options that were changed", () => {
    const [old, here, there] = [{}, { minWords: 5 }, { minWords: 7 }];
    const options = (mine: object) =>
      mergeRecords(
        record([a], { options: old }),
        record([a], { options: mine }),
        record([a], { options: there }),
      ).options;
    expect(options(old)).toBe(there);
    expect(options(here)).toBe(here);
  });
});
