import { describe, expect, test } from "vitest";
import type { Comparison, Passage } from "../model/comparison";
import type { Carried } from "../schema/carried";
import { readCarried } from "../schema/carried";
import { bookmarklet } from "./bookmarklet";
import { toJson } from "./carried";
import { mark, pack, unpack } from "./packed";
import { quotations, quotationsIn, versions } from "./quote";
import { fileName } from "./save";

const article = (text: string) => ({
  name: "a.txt",
  title: "A title",
  titleGuessed: false,
  byline: null,
  outlet: "An outlet",
  date: "2031-05-12",
  text,
  lineOverrides: [{ line: "three", boilerplate: true }],
});

const carried: Carried = {
  made: "2031-05-12T10:00:00.000Z",
  view: "lens=facts",
  articles: { left: article("one \uD83D two\u2028 </script>"), right: article("\r\n\0three") },
  options: { ignoreNumbers: true, minWords: 5, showWeak: true },
  verdicts: [{ verdict: "pinned", spans: { left: { start: 0, end: 3 }, right: { start: 2, end: 4 } } }],
  elsewhere: [{ spans: { left: { start: 1, end: 4 }, right: { start: 2, end: 4 } }, names: ["A third"] }],
  shorts: [{ titles: ["One", "Two"], text: "Both draw on one text." }],
  meaning: { dimensions: 2, left: "f4E=", right: "gQA=" },
};

describe("what carries two articles", () => {
  test("comes back as it was", async () => {
    const whole = { is: "carried", carried, dropped: {} };
    expect(readCarried(toJson(carried))).toEqual(whole);
    const packed = await pack(toJson(carried));
    expect(packed).toMatch(/^[\w-]+$/);
    const unpacked = await unpack(packed);
    expect("text" in unpacked && readCarried(unpacked.text)).toEqual(whole);
  });

  test("does without a meaning that is none", () => {
    const good = { dimensions: 2, left: "f4E=", right: "gQA=" };
    const read = (meaning: unknown) => {
      const reading = readCarried(toJson({ ...carried, meaning: meaning as typeof good }));
      return reading.is === "carried" ? (reading.carried.meaning ?? null) : undefined;
    };
    expect(read(good)).toEqual(good);
    const wrong = [
      { dimensions: 0 },
      { dimensions: 5_000 },
      { dimensions: "2" },
      { left: "" },
      { right: "<b>" },
    ];
    for (const part of [...wrong, { left: 4 }, { right: null }])
      expect(read({ ...good, ...part })).toBeNull();
    expect(read("f4E=")).toBeNull();
    expect(read(null)).toBeNull();
  });

  test("is not written longer than it is read", () => {
    const [verdict] = carried.verdicts as [Carried["verdicts"][number]];
    const [stock] = carried.elsewhere as [Carried["elsewhere"][number]];
    const verdicts = [
      ...Array.from({ length: 3_000 }, () => verdict),
      { ...verdict, verdict: "refused" as const },
    ];
    const elsewhere = Array.from({ length: 9_000 }, () => stock);
    const reading = readCarried(toJson({ ...carried, verdicts, elsewhere }));
    if (reading.is !== "carried") throw new Error("it is read");
    expect(reading.dropped).toEqual({});
    expect(reading.carried.verdicts.at(-1)?.verdict).toBe("refused");
  });
});

test("a packed text that was cut or altered is told", async () => {
  const packed = await pack("x".repeat(5_000) + Math.PI);
  const at = packed.length >> 1;
  const altered = packed.slice(0, at) + (packed[at] === "A" ? "B" : "A") + packed.slice(at + 1);
  for (const bad of [altered, packed.slice(0, -12), "%", "AAAA", ""]) {
    expect(await unpack(bad)).toEqual({ failure: "damaged" });
  }
});

test("a packed text that is far too long when unpacked is told before it fills the memory", async () => {
  const bomb = await pack("0".repeat(40_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  expect(await unpack(bomb)).toEqual({ failure: "too-large" });
});

test("the mark of a text is another when the text is", () => {
  const texts = ["", "a", "b", "ab", "ba", "\uD800", "\uD801"];
  expect(new Set(texts.map(mark)).size).toBe(texts.length);
});

const span = (start: number, end: number) => ({ start, end });
const passage = { left: span(10, 50), right: span(0, 40), quotation: true } as Passage;
const facts = (...kinds: [string, number][]) =>
  ({
    facts: {
      differences: kinds.map(([kind, at]) => ({ kind, left: span(at, at + 5), right: span(at - 10, at) })),
      agree: [],
    },
  }) as unknown as Comparison;

test("the quotations of a passage are those in it, in order, and itself when it is one", () => {
  const found = quotationsIn(
    passage,
    facts(["quotation", 30], ["name", 20], ["quotation", 12], ["quotation", 60]),
  );
  expect(found.map(({ left }) => left.start)).toEqual([12, 30]);
  expect(quotationsIn(passage, facts(["name", 20]))).toEqual([passage]);
  expect(quotationsIn({ ...passage, quotation: false }, facts())).toEqual([]);
});

test("copied text is clean: sources, no odd white space, one pair of marks", () => {
  const both = [
    { text: ' "We  shall\u00A0not,"\n', source: "A (B)" },
    { text: "« We will not »", source: "C" },
  ];
  expect(versions([{ text: " a  b \n c ", source: "A" }])).toBe("A:\na b\nc");
  expect(quotations([both], (text) => `“${text}”`)).toBe("“We shall not”\n— A (B)\n\n“We will not”\n— C");
});

test("file names hold letters of any script and nothing that a disk refuses", () => {
  const long = "The first bridge carried trains for eighty-seven years";
  expect(fileName([long], "html")).toBe("twicetold_The-first-bridge-carried-trains-for.html");
  expect(fileName(["Größe: 3/4?", "日本 の記事", "…"], "html")).toBe("twicetold_Größe-3-4_日本-の記事.html");
});

test("the bookmarklet is one script that holds its arguments as text", () => {
  const address = bookmarklet('https://example.org/a"b', "Copied </script>", "By hand");
  expect(address.startsWith("javascript:")).toBe(true);
  const script = decodeURIComponent(address.slice("javascript:".length));
  expect(() => new Function(script)).not.toThrow();
  expect(script).toContain('"https://example.org/a\\"b"');
});
