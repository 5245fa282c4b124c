import { Readability } from "@mozilla/readability";
import { describe, expect, test, vi } from "vitest";
import { CAPS } from "../../model/article";
import { paragraphsIn } from "../../model/lines";
import { Blocks, textOf, trimLines } from "./blocks";
import { dropBoxes } from "./boxes";
import { COSTS } from "./readable";

// Some inputs are as large as the caps allow, and machines are busy.
vi.setConfig({ testTimeout: 60_000 });

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");

describe("paragraphs", () => {
  test("white space flows between pieces as it would be read", () => {
    const blocks = new Blocks();
    for (const text of [" a ", "", " b", "c\n", " ", "d"]) blocks.flow(text);
    blocks.raw("\n e");
    blocks.close();
    blocks.flow(" f");
    expect(blocks.all()).toEqual(["a bc d\ne", "f"]);
  });

  test("lines lose their spaces, but not at the ends of the text", () => {
    expect(trimLines("  a \t\n \tb\n\n c  ")).toBe("  a\nb\n\nc  ");
    expect(trimLines(`a\n${" ".repeat(300_000)}b`)).toBe("a\nb");
  });

  test("a hundred thousand pieces, and as many paragraphs in a cell, are taken one by one", () => {
    const blocks = new Blocks();
    for (let at = 0; at < 100_000; at += 1) blocks.flow("a ");
    const cell = new Blocks();
    for (let at = 0; at < 200_000; at += 1) {
      cell.flow("b");
      cell.close();
    }
    blocks.row([cell]);
    expect(blocks.all().length).toBe(200_001);
  });

  test.each([
    ["", 0],
    [" \n\t\r\n ", 0],
    ["a", 1],
    ["a\nb\r\nc\rd", 4],
    ["\n\n a b \n\n c", 2],
  ])("of %j there are %i", (text, count) => {
    expect(paragraphsIn(text)).toBe(count);
  });
});

describe("boxes about the paper", () => {
  const words = (count: number) => "word ".repeat(count);
  test("go when they are short", () => {
    const page = parse(
      `<div class="share">${words(10)}</div><div class="related">${words(100)}</div><div class="story">c</div>
       <div class="newsletter">${" ".repeat(900)}${words(20)}${" ".repeat(900)}</div>`,
    );
    dropBoxes(page);
    expect(textOf(page.body)).toBe(`${words(100).trim()}\n\nc`);
  });

  test("a short one in a long one goes alone, one around a short one with it", () => {
    const page = parse(
      `<div class="promo">${words(100)}<div class="ads">d</div></div><div class="promo"><div class="ads">e</div></div>`,
    );
    dropBoxes(page);
    expect(textOf(page.body)).toBe(words(100).trim());
  });
});

test("the steps of Readability that are counted are there", () => {
  for (const name of Object.keys(COSTS)) expect(Readability.prototype).toHaveProperty(name);
  expect(CAPS.paragraphs).toBe(50_000);
});
