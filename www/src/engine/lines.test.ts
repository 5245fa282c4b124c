// One definition of a line: the engine's, which the page asks before a text gets to the engine.

import { expect, test } from "vitest";
import { eachLine, isBlankText, LINE_END, paragraphsIn } from "../model/lines";
import { ClientSource, LocalClient } from "./client";
import { createComparer } from "./comparer";

const engine = createComparer(new ClientSource(() => new LocalClient()));

/** Where the engine's paragraphs begin. */
async function begins(text: string): Promise<number[]> {
  const { paragraphs } = await engine.compare(text, "Another text.", {});
  return paragraphs.left.map(({ start }) => start);
}

function linesOf(text: string): [number, number][] {
  const found: [number, number][] = [];
  eachLine(text, (start, end) => found.push([start, end]));
  return found;
}

/** Every character of the basic plane. */
const CHARACTERS = Array.from({ length: 0x10000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code >= 0xe000)
  .map((code) => String.fromCharCode(code));

test("a line ends where the engine ends it, at whatever character", async () => {
  const text = CHARACTERS.map((sign, at) => `Ferry ${at}.${sign}Boat ${at}.`).join("\n");
  const lines = linesOf(text);
  expect(new Set(await begins(text))).toEqual(
    new Set(lines.map(([start, end]) => start + text.slice(start, end).search(/[FB]/))),
  );
  const ends = CHARACTERS.filter((sign) => paragraphsIn(`a${sign}a`) === 2);
  expect(ends).toEqual([..."\n\v\f\r\u0085\u2028\u2029"]);
  expect(CHARACTERS.filter((sign) => sign.search(LINE_END) === 0)).toEqual(ends);
}, 30_000);

test("a line is blank to the page only if it is to the engine", async () => {
  const blank = CHARACTERS.filter((sign) => paragraphsIn(sign) === 0);
  expect(await begins(blank.join("\n"))).toEqual([]);
  expect(blank.every((sign) => isBlankText(sign))).toBe(true);
  const written = CHARACTERS.filter((sign) => paragraphsIn(sign) === 1);
  expect((await begins(written.join("\n"))).length).toBeLessThanOrEqual(written.length);
});

test.each([
  ["\r\n is one end", "a\r\nb", ["a", "b"]],
  ["blank lines are none", " \n\u3000\r\n\t\na\n\n", ["a"]],
  ["no end at the end", "a\u2028b", ["a", "b"]],
  ["nothing", "", []],
])("%s", (_, text, lines) => {
  expect(linesOf(text).map(([start, end]) => text.slice(start, end))).toEqual(lines);
  expect(paragraphsIn(text)).toBe(lines.length);
});

test("a long blank line takes no time", () => {
  expect(paragraphsIn(`${"\t".repeat(4_000_000)}\nx`)).toBe(1);
});
