import { describe, expect, test } from "vitest";
import { LONGEST_LINE, tidy } from "../model/article";
import { CARRIED_LIMITS, FORMAT, readCarried } from "./carried";
import { beginsLibrary, LIBRARY_FORMAT, readLibrary } from "./libraryFile";
import { MOST_WORDS_SAID, Room } from "./options";
import { readRecord } from "./record";
import { readSent } from "./sent";
import { DEFAULTS, readSettings } from "./settings";

const article = (id: string) => ({
  id,
  name: `${id}.txt`,
  title: "A title",
  titleGuessed: false,
  byline: null,
  outlet: "An outlet",
  date: "2031-05-12",
  text: `The text of ${id}.`,
  lineOverrides: [{ line: "Menu", boilerplate: true }],
  alternative: { is: "page", text: "All of it." },
});

const verdict = {
  verdict: "pinned",
  ids: { left: "a", right: "b" },
  spans: { left: { start: 4, end: 8 }, right: { start: 4, end: 8 } },
  texts: { left: "text", right: "text" },
};

const record = {
  version: 1,
  articles: [article("a"), article("b"), article("c")],
  chosen: { left: "b", right: "a" },
  verdicts: [verdict],
  options: { ignoreNumbers: true, minWords: 5 },
};

/** What is made of a record in which some fields are others. */
function read(change: object) {
  const reading = readRecord({ ...record, ...change });
  if (reading.is !== "record") throw new Error(reading.is);
  return reading;
}

const both = (left: string, right: string) => ({
  left: { ...article("a"), text: left },
  right: { ...article("b"), text: right },
});

/** More lines than an article may have, by an end of a line that is none to most programs. */
const LINES = "a\u2028".repeat(50_001);

describe("a record", () => {
  test("that is sound comes back as it is", () => {
    expect(readRecord(structuredClone(record))).toEqual({ is: "record", record, dropped: {} });
  });

  test.each([
    ["nothing", undefined, "none"],
    ["null", null, "unknown"],
    ["a text", "twicetold", "unknown"],
    ["a list", [record], "unknown"],
    ["no version", { ...record, version: undefined }, "unknown"],
    ["an older version", { ...record, version: 0 }, "unknown"],
    ["a version that is no number", { ...record, version: Number.NaN }, "unknown"],
    ["a blob", new Blob(["x"]), "unknown"],
    ["a newer version", { ...record, version: 2 }, "newer"],
    ["a version that is none", { ...record, version: "1" }, "unknown"],
  ])("that is %s is left alone", (_, found, is) => {
    expect(readRecord(found).is).toBe(is);
  });

  test.each([
    [{ articles: [null] }, { articles: 1, verdicts: 1 }],
    [{ articles: null }, { articles: 1, verdicts: 1 }],
    [{ articles: { 0: article("a"), length: 1 } }, { articles: 1, verdicts: 1 }],
    [{ articles: [article("a"), article("a"), article("b")] }, { articles: 1 }],
    [{ articles: [...record.articles, { ...article("d"), text: 7 }] }, { articles: 1 }],
    [{ articles: [...record.articles, { ...article("d"), id: "" }] }, { articles: 1 }],
    [{ articles: [...record.articles, { ...article("d"), text: LINES }] }, { articles: 1 }],
    [
      { articles: [...record.articles, { ...article("d"), alternative: { is: "page", text: LINES } }] },
      { alternatives: 1 },
    ],
    [{ articles: [...record.articles, { ...article("d"), id: { toString: 1 } }] }, { articles: 1 }],
    [{ articles: [...record.articles, { ...article("d"), title: { a: 1 }, byline: 7 }] }, { details: 2 }],
    [{ articles: [...record.articles, { ...article("d"), title: "x".repeat(5_000_000) }] }, { details: 1 }],
    [{ articles: [...record.articles, { ...article("d"), date: "0000-00-00" }] }, { details: 1 }],
    [{ articles: [...record.articles, { ...article("d"), lineOverrides: "none" }] }, { lines: 1 }],
    [{ articles: [...record.articles, { ...article("d"), lineOverrides: [null, {}] }] }, { lines: 2 }],
    [{ articles: [...record.articles, { ...article("d"), alternative: "page" }] }, { alternatives: 1 }],
    [
      { articles: [...record.articles, { ...article("d"), alternative: { is: "x", text: "" } }] },
      { alternatives: 1 },
    ],
    [{ chosen: undefined }, { pair: 1 }],
    [{ chosen: { left: 1, right: null } }, { pair: 1 }],
    [{ verdicts: undefined }, { verdicts: 1 }],
    [{ verdicts: [null, 7, {}, verdict] }, { verdicts: 3 }],
    [{ verdicts: [{ ...verdict, spans: undefined }] }, { verdicts: 1 }],
    [
      { verdicts: [{ ...verdict, spans: { left: { start: 8, end: 4 }, right: { start: 4, end: 8 } } }] },
      { verdicts: 1 },
    ],
    [{ verdicts: [{ ...verdict, texts: { left: "text", right: ["t"] } }] }, { verdicts: 1 }],
    [{ verdicts: [{ ...verdict, texts: { left: "longer than said", right: "text" } }] }, { verdicts: 1 }],
    [{ verdicts: [{ ...verdict, ids: { left: "a", right: "a" } }] }, { verdicts: 1 }],
    [{ verdicts: [{ ...verdict, ids: { left: "a", right: "z" } }] }, { verdicts: 1 }],
    [{ verdicts: [{ ...verdict, verdict: "constructor" }] }, { verdicts: 1 }],
    [{ verdicts: Array.from({ length: 170_000 }, () => verdict) }, { verdicts: 168_000 }],
    [{ options: null }, { options: 1 }],
    [{ options: { minWords: 1e9, ignoreCase: "yes" } }, { options: 2 }],
  ] as [object, object][])("with %.80j is taken without that, which is counted", (change, dropped) => {
    expect(read(change).dropped).toEqual(dropped);
  });

  test("never has one article on both sides, nor one that is not there", () => {
    expect(read({ chosen: { left: "a", right: "a" } }).record.chosen).toEqual({ left: "a", right: "b" });
    expect(read({ chosen: { left: "z", right: "a" } }).record.chosen).toEqual({ left: "b", right: "a" });
    expect(read({ chosen: null, articles: [] }).record.chosen).toEqual({ left: null, right: null });
  });

  test("of the first edition is read with today's names", () => {
    const { alternative, lineOverrides, ...old } = article("a");
    const articles = [
      { ...old, other: alternative, decisions: [{ line: "Menu", furniture: true }] },
      article("b"),
    ];
    const verdicts = ["pinned", "aside", "none"].map((one) => ({ ...verdict, verdict: one }));
    const { record: now, dropped } = read({ articles, verdicts, options: { skipFurniture: false } });
    expect(now.articles).toEqual([article("a"), article("b")]);
    expect(now.verdicts).toEqual([verdict, { ...verdict, verdict: "refused" }]);
    expect(now.options).toEqual({ skipBoilerplate: false });
    expect(dropped).toEqual({ verdicts: 1 });
  });
});

describe("a library file", () => {
  const json = JSON.stringify({ format: LIBRARY_FORMAT, ...record });

  test("is known by how it begins, and gives the record back", () => {
    expect([json, ` \n${JSON.stringify(JSON.parse(json), null, 2)}`].map(beginsLibrary)).toEqual([
      true,
      true,
    ]);
    expect(['{"format":"twicetold-pair"', "{", ""].map(beginsLibrary)).toEqual([false, false, false]);
    expect(readLibrary(json)).toEqual({ is: "library", record, dropped: {} });
  });

  test.each([
    [json.slice(0, -5), "damaged"],
    [json.replace('"version":1', '"version":2'), "newer"],
    [json.replace('"version":1', '"edition":1'), "damaged"],
    [json.replace('"version":1', '"version":0'), "damaged"],
    ["null", "damaged"],
    [JSON.stringify(record), "damaged"],
  ])("%.40j is not taken for one", (text, is) => {
    expect(readLibrary(text).is).toBe(is);
  });
});

describe("what carries two articles", () => {
  const carried = {
    format: FORMAT,
    version: 1,
    made: "2031-05-12T10:00:00.000Z",
    view: "lens=facts",
    articles: { left: article("a"), right: article("b") },
    options: record.options,
    verdicts: [{ verdict: "pinned", spans: verdict.spans }],
    elsewhere: [{ spans: verdict.spans, names: ["A third"] }],
    shorts: [{ titles: ["A", "B"], text: "Both draw on one text." }],
  };
  const reading = (change: object) => readCarried(JSON.stringify({ ...carried, ...change }));
  const taken = (change: object) => {
    const found = reading(change);
    if (found.is !== "carried") throw new Error(found.is);
    return found;
  };

  test.each([
    ["nothing", "null", "damaged"],
    ["no JSON", "{", "damaged"],
    ["another format", JSON.stringify({ ...carried, format: "other" }), "damaged"],
    ["a version that is none", JSON.stringify({ ...carried, version: {} }), "damaged"],
    ["a later version", JSON.stringify({ ...carried, version: 2 }), "newer"],
    ["two empty texts", JSON.stringify({ ...carried, articles: both("", "\u0085 ") }), "empty"],
    [
      "too many lines",
      JSON.stringify({ ...carried, articles: both("a", "a\u2028".repeat(50_001)) }),
      "too-much",
    ],
    [
      "too many marks",
      JSON.stringify({ ...carried, articles: both("\u0301".repeat(9_000), "a") }),
      "too-much",
    ],
    ["one article", JSON.stringify({ ...carried, articles: { left: article("a") } }), "damaged"],
    ["a text that is none", JSON.stringify({ ...carried, articles: { left: { text: 7 } } }), "damaged"],
  ])("is refused when it is %s", (_, json, is) => {
    expect(readCarried(json)).toMatchObject({ is });
  });

  test("brings nothing that the page does not know", () => {
    const left = { ...article("a"), date: "2031-99-99", title: "Up\u202Eside\ndown", extra: 1 };
    const odd = { ...carried.verdicts[0], verdict: "aside" };
    const { carried: now, dropped } = taken({
      articles: { left, right: article("b") },
      options: { minWords: 1e9, ignoreCase: "yes", evil: true, showWeak: true },
      verdicts: [odd, { verdict: "pinned", spans: { left: { start: 5, end: 1e9 }, right: {} } }, null],
      elsewhere: [
        7,
        { names: ["x"] },
        { ...carried.elsewhere[0], names: [1, "\u202E"] },
        carried.elsewhere[0],
      ],
      shorts: [
        carried.shorts[0],
        { titles: ["A"], text: "x" },
        { titles: ["A", "B"], text: "x".repeat(5_000) },
      ],
    });
    const { id, alternative, ...sent } = article("a");
    expect(now.articles.left).toEqual({ ...sent, date: null, title: "Up side down" });
    expect(now.options).toEqual({ showWeak: true });
    expect(now.verdicts).toEqual([{ ...odd, verdict: "refused" }]);
    expect(now.elsewhere).toEqual(carried.elsewhere);
    expect(now.shorts).toEqual(carried.shorts);
    expect(dropped).toEqual({ details: 1, options: 2, verdicts: 2, elsewhere: 3, shorts: 2 });
  });

  test("is limited in count and length", () => {
    const many = (one: unknown, length: number) => Array.from({ length }, () => one);
    const names = many("x".repeat(20_000), 300);
    const { carried: now, dropped } = taken({
      made: "2031".repeat(9_000),
      view: "lens=facts&".repeat(9_000),
      articles: { left: { ...article("a"), title: "t".repeat(5_000_000) }, right: article("b") },
      verdicts: many(carried.verdicts[0], 170_000),
      elsewhere: [{ spans: verdict.spans, names }, ...many(carried.elsewhere[0], 220_000)],
    });
    expect([now.made, now.view]).toEqual(["", ""]);
    expect(now.articles.left.title?.length).toBe(LONGEST_LINE);
    expect(now.verdicts.length).toBe(CARRIED_LIMITS.verdicts);
    expect(now.elsewhere.length).toBe(CARRIED_LIMITS.elsewhere);
    expect(now.elsewhere[0]?.names.length).toBe(200);
    expect(now.elsewhere[0]?.names[0]?.length).toBe(LONGEST_LINE);
    expect(dropped).toEqual({
      details: 1,
      verdicts: 170_000 - CARRIED_LIMITS.verdicts,
      elsewhere: 220_001 - CARRIED_LIMITS.elsewhere,
    });
  });
});

describe("what is said of stretches that overlap", () => {
  const text = "word and more. ".repeat(30_000);
  const long = (at: number) => ({ start: at, end: at + 400_000 });
  const spans = Array.from({ length: 100 }, (_, at) => ({ left: long(at), right: long(at) }));
  const fits = MOST_WORDS_SAID / 800_000;

  test("is limited in words where two articles are carried", () => {
    const both = { left: { ...article("a"), text }, right: { ...article("b"), text } };
    const json = JSON.stringify({
      format: FORMAT,
      version: 1,
      articles: both,
      options: {},
      verdicts: spans.map((one) => ({ verdict: "refused", spans: one })),
      elsewhere: spans.map((one) => ({ spans: one, names: ["A third"] })),
    });
    const found = readCarried(json);
    if (found.is !== "carried") throw new Error(found.is);
    expect([found.carried.verdicts.length, found.carried.elsewhere.length]).toEqual([fits, fits]);
    expect(found.dropped).toEqual({ verdicts: 100 - fits, elsewhere: 100 - fits });
  });

  test("is limited in words for each pair that is kept, and a whole book fits", () => {
    const words = text.slice(0, 400_000);
    const of = (left: string, right: string) => ({
      verdict: "pinned",
      ids: { left, right },
      texts: { left: words, right: words },
    });
    const articles = ["a", "b", "c"].map((id) => ({ ...article(id), text }));
    const verdicts = [...spans, ...spans].map((one, at) => ({
      ...(at % 2 ? of("a", "b") : of("c", "a")),
      spans: one,
    }));
    const found = readRecord({
      version: 1,
      articles,
      chosen: { left: "a", right: "b" },
      verdicts,
      options: {},
    });
    if (found.is !== "record") throw new Error(found.is);
    expect(found.record.verdicts.length).toBe(2 * fits);
    expect(found.dropped).toEqual({ verdicts: 200 - 2 * fits });
    const book = { start: 0, end: 2 * MOST_WORDS_SAID };
    expect(new Room().take({ left: book, right: book })).toBe(true);
  });
});

test.each([
  [null, {}],
  ["{", {}],
  ["null", {}],
  ['"text"', {}],
  ['{"language":"toString"}', {}],
  ['{"language":"__proto__","theme":"constructor"}', {}],
  ['{"keep":"no","together":0,"list":null}', {}],
  ['{"size":"4"}', {}],
  ['{"size":1e999}', {}],
  [
    '{"size":400,"language":"de","theme":"dark","keep":false}',
    { size: 6, language: "de", theme: "dark", keep: false },
  ],
])("the settings %j are read", (text, changed) => {
  expect(readSettings(text, ["en", "de"])).toEqual({ ...DEFAULTS, ...changed });
});

test("what a bookmarklet sends is checked", () => {
  expect(readSent('{"html":"<p>","address":7}')).toEqual({ html: "<p>", address: "", selection: false });
  for (const odd of ['{"html":7}', "<p>", "null", "[]", '{"html":{"length":3}}'])
    expect(readSent(odd)).toBeNull();
});

test("a name is cut where it is longer than any, not inside a character", () => {
  expect(tidy("x".repeat(LONGEST_LINE))).toBe("x".repeat(LONGEST_LINE));
  expect(tidy(" 😀".repeat(9_000))?.length).toBeLessThanOrEqual(LONGEST_LINE);
  expect(tidy(`${"x".repeat(LONGEST_LINE - 2)}😀😀`)).toBe(`${"x".repeat(LONGEST_LINE - 2)}…`);
});
