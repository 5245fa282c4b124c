import { expect, test } from "vitest";
import { findAll } from "./find";

const found = (text: string, query: string, most = 100) =>
  findAll(text, query, most).map(({ start, end }) => text.slice(start, end));

test.each([
  ["The crane. THE CRANES.", "the crane", ["The crane", "THE CRANE"]],
  ["“Nobody’s boat,” she said", `"nobody's boat,"`, ["“Nobody’s boat,”"]],
  ["a well–known tale, well-known here", "well-known", ["well–known", "well-known"]],
  ["over\n  two lines", "over two", ["over\n  two"]],
  ["1.5 or (1.5)? 105", "1.5", ["1.5", "1.5"]],
  ["渡船渡船", "渡船", ["渡船", "渡船"]],
  ["👩‍👩‍👧 and 👩", "👩", ["👩", "👩", "👩"]],
  ["a/b [c] {d} ^$|\\", "^$|\\", ["^$|\\"]],
  ["nothing here", "   ", []],
  ["nothing here", "some", []],
])("in %j, %j is found as %j", (text, query, expected) => {
  expect(found(text, query)).toEqual(expected);
});

test("no more are found than are wanted", () => {
  expect(found("aaaa", "a", 3).length).toBe(3);
});
