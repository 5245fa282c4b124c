import { describe, expect, test } from "vitest";
import { beginsWith, headlineOf, headlinesIn, ownHeadline, titleOf } from "./headline";

const named = (given: string | null, title: string | null, ...headlines: string[]) =>
  ({ given, title, outlet: "The Basin Courier", headlines }) as const;

describe("the title of a page", () => {
  test.each([
    ["what it gives others", named("Old crane lifts again", "Crane", "Port"), "Old crane lifts again"],
    [
      "a headline that says as much and more",
      named("Old crane", null, "Old crane lifts again"),
      "Old crane lifts again",
    ],
    [
      "the window's, where no headline is like it",
      named(null, "Old crane lifts again", "Port", "News"),
      "Old crane lifts again",
    ],
    [
      "a longer headline",
      named(null, "Crane", "Old harbour hoist lifts again"),
      "Old harbour hoist lifts again",
    ],
    [
      "a headline with which the window's begins",
      named(null, "Old crane – The Courier 5/2031", "Old crane"),
      "Old crane",
    ],
    ["not its outlet", named(null, "The Basin Courier", "Old crane lifts again"), "Old crane lifts again"],
    ["the outlet, where there is nothing else", named(null, "The Basin Courier"), "The Basin Courier"],
    ["none", named(null, null), null],
  ])("is %s", (_, names, expected) => {
    expect(titleOf(names)).toBe(expected);
  });
});

describe("the headline over the text", () => {
  test.each([
    [
      "the one that is like the title",
      named(null, null, "Port", "Old crane, it lifts again!"),
      "Old crane, it lifts again!",
    ],
    ["the title, where none is like it", named(null, null, "Port", "News"), "Old crane lifts again"],
  ])("is %s", (_, names, expected) => {
    expect(headlineOf(names, "Old crane lifts again")).toBe(expected);
  });

  test("without a title is the first", () => {
    expect(headlineOf(named(null, null, "Port", "News"), null)).toBe("Port");
  });

  test.each([
    ["Old crane lifts again\n\nThe crane was built long ago.", true],
    ["Port\n\nOld crane lifts again\n\nThe crane was built long ago.", true],
    ["OLD CRANE LIFTS AGAIN!\n\nThe crane was built long ago.", true],
    ["Old crane lifts again on Monday, seen from the ferry\n\nThe crane was built long ago.", false],
    ["The old crane lifts crates again.\n\nThe crane was built long ago.", false],
    ["The crane was built long ago.", false],
  ])("is not put before a text that begins with it: %s", (text, expected) => {
    expect(beginsWith(text, "Old crane lifts again")).toBe(expected);
  });

  test.each([
    ["Old crane lifts again", "The crane was built long ago.", null],
    ["Port", "Port\n\nThe crane was built long ago.", null],
    ["The Courier", "The Courier\n\nThe crane was built long ago.", null],
    [
      "Old crane lifts again",
      "Port\n\nOld crane lifts again\n\nIt was built long ago.",
      "Old crane lifts again",
    ],
  ])("is there already: %s, %s", (headline, text, expected) => {
    expect(ownHeadline(named(null, "Hoist – The Courier", headline), text)).toBe(expected);
  });

  test("is not the name of the paper", () => {
    const page = new DOMParser().parseFromString(
      "<h1>THE BASIN COURIER</h1><h1>Old <em>crane</em></h1><h1> </h1>",
      "text/html",
    );
    expect(headlinesIn(page, "The Basin Courier")).toEqual(["Old crane"]);
  });
});
