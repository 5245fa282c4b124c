import { describe, expect, test } from "vitest";
import { guess, readDate } from "./plain";

describe("dates", () => {
  test.each([
    ["Friday, 15 September 2023", "2023-09-15"],
    ["Monday, March 3, 2031", "2031-03-03"],
    ["• 9 Aug, 2031", "2031-08-09"],
    ["Update: 2031-02-07 14:05:12", "2031-02-07"],
    ["2024-13-40", null],
    ["On 15 September 2023 the mayor said that the bridge would not be opened before spring", null],
    ["May the best win 2024", null],
  ])("%s", (line, expected) => {
    expect(readDate(line)).toBe(expected);
  });
});

describe("headlines", () => {
  const prose = "The mayor opened the bridge on Tuesday, and a large crowd came to see it in the rain.";
  test.each([
    ["Bridge opens after nine years", `Bridge opens after nine years\n\n${prose}`],
    [
      "Bridge opens after nine years",
      `Friday, 15 September 2023\nHome › News\nBridge opens after nine years\n${prose}`,
    ],
    [null, `${prose}\nWhat the crowd said\n${prose}`],
    [null, prose],
    ["Bridge opens after nine years", "Bridge opens after nine years\nShort text"],
  ])("%s", (expected, text) => {
    expect(guess(text).title).toBe(expected);
  });
});
