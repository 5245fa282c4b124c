import { describe, expect, test } from "vitest";
import { isVast, LONGEST_PORTION, portions } from "./portions";

const whole = (text: string) => portions(text, { start: 0, end: text.length });

describe("long paragraphs", () => {
  test("a short one stays whole", () => {
    expect(portions("A short one.", { start: 2, end: 12 })).toEqual([{ start: 2, end: 12 }]);
    expect(portions("", { start: 0, end: 0 })).toEqual([{ start: 0, end: 0 }]);
  });

  test.each([
    [99_999, false],
    [100_000, true],
  ])("%i units are laid out in portions: %s", (length, vast) => {
    expect(isVast({ start: 7, end: 7 + length })).toBe(vast);
  });

  test.each([
    ["sentences", "The ferry left the pier at noon. ".repeat(1000), /[.] $/],
    ["words", "ferry pier noon ".repeat(2000), /\s$/],
    ["Chinese sentences", "渡轮正午离开码头。".repeat(3000), /。$/],
    ["words, apart by wide spaces", "渡轮\u3000正午\u2003离开\u00a0".repeat(4000), /[\u3000\u2003\u00a0]$/],
    ["no white space", "渡".repeat(30_000), /渡$/],
    ["pairs of surrogates", `x${"🚢".repeat(15_000)}`, /🚢$/u],
    ["letters with accents", "e\u0301".repeat(15_000), /\u0301$/],
    ["joined pictures", `xyz${"👩‍👧".repeat(9000)}`, /👧$/u],
  ])("are cut at a good place: %s", (_, text, end) => {
    const found = whole(text);
    expect(found.length).toBeGreaterThan(3);
    expect(found.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    for (const portion of found) expect(portion.end - portion.start).toBeLessThanOrEqual(LONGEST_PORTION);
    for (const portion of found.slice(0, -1)) expect(text.slice(0, portion.end)).toMatch(end);
  });
});
