import { beforeEach, describe, expect, test } from "vitest";
import { toJson } from "../export/carried";
import { pack } from "../export/packed";
import { arrival, carriedBy, linkedIds, linkOf, openLink, readPage } from "./deepLinks";
import { add, articles, change, chosen, pair, removeAll } from "./library";
import { options } from "./settings";
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
    expect(await openLink(await link("one", "two"))).toBe(true);
    expect([pair.value.left?.text, pair.value.right?.text]).toEqual(["one", "two"]);
    expect(articles.value.map(({ text }) => text)).toEqual(["mine", "one", "two"]);
    expect(options.value).toEqual({ ignoreNumbers: true });
    expect(kept.value).toEqual([]);
  });

  test("that is opened twice brings its articles once", async () => {
    const packed = await link("one", "two");
    await openLink(packed);
    await openLink(packed);
    expect(articles.value.length).toBe(2);
    expect(linkOf(chosen.value)).toBe(packed);
    const { left, right } = chosen.value;
    expect(linkOf({ left: right, right: left })).toBe(packed);
    expect(linkOf({ left, right: "other" })).toBeNull();
  });

  test("opens as it was sent though the reader has changed what came before, which stays", async () => {
    const packed = await link("one", "two");
    await openLink(packed);
    const before = chosen.value.left ?? "";
    change(before, { text: "changed" });
    expect([linkOf(chosen.value), linkedIds(packed)]).toEqual([null, null]);
    await openLink(packed);
    expect([pair.value.left?.text, pair.value.right?.text]).toEqual(["one", "two"]);
    expect(articles.value.map(({ text }) => text)).toEqual(["changed", "two", "one"]);
    expect(linkOf(chosen.value)).toBe(packed);
  });

  test("that is damaged is said and takes nothing away", async () => {
    await openLink(await link("one", "two"));
    const before = [articles.value, chosen.value];
    expect(await openLink("H4sIAAAA")).toBe(false);
    expect([articles.value, chosen.value]).toEqual(before);
    expect(arrival.value).toEqual({ is: "damaged", what: "link" });
  });
});

test.each([
  ["https://example.org/a#pair=AB-_c", { is: "pair", packed: "AB-_c" }],
  [" file:///a/b.html#lens=facts&pair=AB&passage=2\n", { is: "pair", packed: "AB" }],
  ["https://example.org/#page=AB", { is: "page", packed: "AB" }],
  ["https://example.org/#left=a&right=b", null],
  ["See https://example.org/a#pair=AB", null],
  ["A text about #pair=AB and more", null],
])("the pasted text %j carries %j", (text, carried) => {
  expect(carriedBy(text)).toEqual(carried);
});

test("a web page that was sent names its place as outlet when it names none", async () => {
  const html = "<title>A page</title><p>Once there was a crane at the basin that lifted nothing at all.</p>";
  const sent = JSON.stringify({ html, address: "https://www.example.org/x?y", selection: false });
  const read = await readPage(await pack(sent));
  expect(read?.problems).toEqual([]);
  expect(read?.articles.map(({ outlet, title }) => [outlet, title])).toEqual([["example.org", "A page"]]);
  expect(await readPage("AAAA")).toBeNull();
  expect(arrival.value).toEqual({ is: "damaged", what: "page" });
});
