import { expect, test } from "vitest";
import { raised } from "./raised";

test.each([
  ["he said.", "3", "[3]"],
  ["the plan", "12", "[12]"],
  ["the plan", "1,2", "[1,2]"],
  ["the plan", "*", "[*]"],
  ["the plan", "a", "[a]"],
  ["the plan.", "iv", "[iv]"],
  ["he", "4", "[4]"],
  ["in 2019", "4", "[4]"],
  ["12 km", "2", "2"],
  ["12 m", "3", "3"],
  ["E = mc", "2", "2"],
  ["40 ft", "2", "2"],
  ["10", "6", "^6"],
  ["10", "−6", "^−6"],
  ["the 1", "st", "st"],
  ["le 2", "e", "e"],
  ["N", "o", "o"],
  ["x", "n", "n"],
  ["", "3", "3"],
  ["a ", "1", "1"],
])("behind %j a raised %j is %j", (before, text, expected) => {
  expect(raised(before, text)).toBe(expected);
});
