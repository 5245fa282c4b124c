import { beforeEach, describe, expect, test } from "vitest";
import { toJson } from "../export/carried";
import { pack } from "../export/packed";
import { arrival, carriedBy, linkedIds, linkOf, openLink, readPage, sentIn, titleSent } from "./deepLinks";
import { add, articles, change, chosen, guests, pair, removeAll, welcome } from "./library";
import { onThePage } from "./persistence";
import { keepOptions, options } from "./settings";
import { kept } from "./verdicts";

const article = (text: string) => {
  const about = { title: text, titleGuessed: false, byline: null, outlet: null, date: null };
  return { name: "a.txt", ...about, text, lineOverrides: [] };
};

const link = (left: string, right: string) =>
  pack(
    toJson({
      made: "2031-05-12T10:00:00.000Z",
      view: "",
      articles: { left: article(left), right: article(right) },
      options: { ignoreNumbers: true },
      verdicts: [],
      elsewhere: [],
    }),
  );

beforeEach(() => {
  removeAll();
  options.value = {};
  arrival.value = null;
});

describe("a link", () => {
  test("brings both articles and options, beside what is there", async () => {
    add([{ id: "mine", ...article("mine"), alternative: null }]);
    expect(await openLink(await link("one", "two"), true)).toBe(true);
    expect([pair.value.left?.text, pair.value.right?.text]).toEqual(["one", "two"]);
    expect(articles.value.map(({ text }) => text)).toEqual(["mine", "one", "two"]);
    expect(options.value).toEqual({ ignoreNumbers: true });
    expect(kept.value).toEqual([]);
  });

  test("that is opened twice brings its articles once", async () => {
    const packed = await link("one", "two");
    await openLink(packed, true);
    await openLink(packed, true);
    expect(articles.value.length).toBe(2);
    expect(linkOf(chosen.value)).toBe(packed);
    const { left, right } = chosen.value;
    expect(linkOf({ left: right, right: left })).toBe(packed);
    expect(linkOf({ left, right: "other" })).toBeNull();
  });

  test("opens as it was sent though the reader has changed what came before, which stays", async () => {
    const packed = await link("one", "two");
    await openLink(packed, true);
    const before = chosen.value.left ?? "";
    change(before, { text: "changed" });
    expect([linkOf(chosen.value), linkedIds(packed)]).toEqual([null, null]);
    await openLink(packed, true);
    expect([pair.value.left?.text, pair.value.right?.text]).toEqual(["one", "two"]);
    expect(articles.value.map(({ text }) => text)).toEqual(["changed", "two", "one"]);
    expect(linkOf(chosen.value)).toBe(packed);
  });

  test("that another page may have opened is shown, and kept when the reader says so", async () => {
    add([{ id: "mine", ...article("mine"), alternative: null }]);
    options.value = { minWords: 6 };
    await openLink(await link("one", "two"), false);
    expect([pair.value.left?.text, pair.value.right?.text]).toEqual(["one", "two"]);
    expect(options.value).toEqual({ ignoreNumbers: true });
    const keptNow = () => [onThePage().articles.map(({ text }) => text), onThePage().options];
    expect(keptNow()).toEqual([["mine"], { minWords: 6 }]);
    expect(arrival.value).toMatchObject({
      is: "link",
      articles: { left: { text: "one" }, right: { text: "two" } },
    });
    change(chosen.value.left ?? "", { outlet: "worked on" });
    expect(keptNow()[0]).toEqual(["mine", "one"]);
    welcome();
    keepOptions();
    expect(keptNow()).toEqual([["mine", "one", "two"], { ignoreNumbers: true }]);
    expect(guests.value.size).toBe(0);
  });

  test("of a newer edition is said to be that", async () => {
    const json = toJson({
      made: "",
      view: "",
      articles: { left: article("one"), right: article("two") },
      options: {},
      verdicts: [],
      elsewhere: [],
    });
    expect(await openLink(await pack(json.replace('"version":1', '"version":2')), true)).toBe(false);
    expect(arrival.value).toEqual({ is: "refused", why: "newer", what: "link" });
  });

  test("that is damaged is said and takes nothing away", async () => {
    await openLink(await link("one", "two"), true);
    const before = [articles.value, chosen.value];
    expect(await openLink("H4sIAAAA", true)).toBe(false);
    expect([articles.value, chosen.value]).toEqual(before);
    expect(arrival.value).toEqual({ is: "refused", why: "damaged", what: "link" });
  });
});

test.each([
  ["https://example.org/a#pair=AB-_c", { is: "pair", packed: "AB-_c" }],
  [" file:///a/b.html#lens=facts&pair=AB&passage=2\n", { is: "pair", packed: "AB" }],
  ["https://example.org/#page=AB", { is: "page", packed: "AB" }],
  ["https://example.org/#left=a&right=b", null],
  ["See https://example.org/a#pair=AB", null],
  ["A text about #pair=AB and more", null],
  [`https://example.org/${"#&pair=a&".repeat(50_000)} `, { is: "pair", packed: "a" }],
  [`https://example.org/#${"_a".repeat(2_000_000)}`, null],
  [`https://example.org/#${"pair=&".repeat(500_000)}`, null],
  ["#".repeat(4_000_000), null],
])("the pasted text %.60j carries %j", (text, carried) => {
  expect(carriedBy(text)).toEqual(carried);
});

test("a web page that was sent names its place as outlet when it names none", async () => {
  const html = "<title>A page</title><p>Once there was a crane at the basin that lifted nothing at all.</p>";
  const sent = JSON.stringify({ html, address: "https://www.example.org/x?y", selection: false });
  const page = await sentIn(await pack(sent));
  if (!page) throw new Error("it is read");
  expect(titleSent(page)).toBe("A page");
  const read = await readPage(page);
  expect(read.problems).toEqual([]);
  expect(read.articles.map(({ outlet, title }) => [outlet, title])).toEqual([["example.org", "A page"]]);
  expect(await sentIn("AAAA")).toBeNull();
  expect(arrival.value).toEqual({ is: "refused", why: "damaged", what: "page" });
});
