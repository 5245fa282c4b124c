import { expect, test } from "vitest";
import { LANGUAGES, type Language, speak, t } from ".";
import { numbers } from "./numbers";

test("shares never say nothing for a little, nor all for nearly all", () => {
  const { percent } = numbers("en-GB");
  expect([
    percent(0, 10),
    percent(1, 1000),
    percent(1, 3),
    percent(999, 1000),
    percent(7, 7),
    percent(0, 0),
  ]).toEqual(["0%", "<1%", "33%", "99%", "100%", "0%"]);
});

test.each(Object.keys(LANGUAGES) as Language[])("%s says everything, and nothing is empty", (language) => {
  speak(language);
  const empty: string[] = [];
  const walk = (part: unknown, path: string) => {
    if (part === "" || part === undefined) empty.push(path);
    else if (typeof part === "object" && part !== null) {
      for (const [key, value] of Object.entries(part)) walk(value, `${path}.${key}`);
    }
  };
  walk(t, language);
  expect(empty).toEqual([]);
  expect(t.words(1)).not.toBe(t.words(2));
  speak("en");
});
