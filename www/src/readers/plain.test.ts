import { describe, expect, test } from "vitest";
import { readDates } from "../engine/dates";
import { dayOf } from "../model/article";
import { firstLines, guess, mayBeDate } from "./plain";
import { readFiles } from "./read";

describe("dates", () => {
  test.each([
    ["Friday, 15 September 2023", "2023-09-15"],
    ["Monday, March 3, 2031", "2031-03-03"],
    ["• 9 Aug, 2031", "2031-08-09"],
    ["Update: 2031-02-07 14:05:12", "2031-02-07"],
    ["7. Mai 2031", "2031-05-07"],
    ["7 maart 2031", "2031-03-07"],
    ["2031年5月7日", "2031-05-07"],
    ["Marina 4, 2031", null],
    ["2024-13-40", null],
    ["0000-00-00", null],
    ["2031-02-29", null],
    ["May the best win 2024", null],
  ])("%s", async (line, expected) => {
    expect(await readDates([line])).toEqual([expected]);
  });

  test("a long line only mentions a day", () => {
    const long = "On 15 September 2023 the mayor said that the bridge would not be opened before spring";
    expect([mayBeDate(long), mayBeDate("15 September 2023")]).toEqual([false, true]);
  });

  test.each([
    ["3/4/2031", "en-GB", "2031-04-03"],
    ["3/4/2031", "en-US", "2031-03-04"],
    ["3/4/2031", null, null],
  ])("%s in %s", async (line, language, expected) => {
    expect(await readDates([line], language)).toEqual([expected]);
  });
});

describe("days that were read before", () => {
  test.each([
    ["2031-05-07", "2031-05-07"],
    ["0031-05-07", "0031-05-07"],
    ["2028-02-29", "2028-02-29"],
    ["2031-02-29", null],
    ["2031-02-30", null],
    ["2031-13-45", null],
    ["0000-00-00", null],
    ["0000-05-07", null],
    ["12031-05-07", null],
    ["2031-5-7", null],
    ["2031-05-07T10:00:00Z", null],
    ["", null],
    [null, null],
    [20310507, null],
  ])("%s", (given, expected) => {
    expect(dayOf(given)).toBe(expected);
  });
});

describe("what a file says of its day", () => {
  const prose = "<p>The mayor opened the bridge, and a large crowd came to see it in the rain that day.</p>";
  const page = (lang: string, meta: string) =>
    `<!doctype html><html lang="${lang}"><head><title>Bridge opens</title>${meta}</head><body><article>${prose}</article></body></html>`;
  test.each([
    ["en", '<meta property="article:published_time" content="2031-05-07T23:30:00-05:00">', "2031-05-07"],
    ["de", '<meta name="date" content="7. Mai 2031">', "2031-05-07"],
    ["en-GB", '<meta name="pubdate" content="3/4/2031">', "2031-04-03"],
    ["en", '<meta name="date" content="0000-00-00">', null],
    ["en", '<meta name="date" content="2031-13-45">', null],
  ])("%s %s", async (lang, meta, expected) => {
    const { articles } = await readFiles([new File([page(lang, meta)], "page.html")]);
    expect(articles[0]?.date).toBe(expected);
  });
});

describe("the day of a text", () => {
  const prose = "The mayor opened the bridge on Tuesday, and a large crowd came to see it in the rain.";
  test.each([
    ["2031-05-07", `Friday, 13 June 2031\nBridge opens after nine years\nUpdate: 2031-05-07 09:36\n${prose}`],
    ["2031-06-13", `Friday, 13 June 2031\nBridge opens after nine years\n${prose}\n7 May 2031`],
    ["2031-05-07", `Bridge opens after nine years\n7 May 2031\n${prose}`],
    ["2031-05-07", `${prose}\n7 May 2031`],
    [null, prose],
  ])("%s", async (expected, text) => {
    const lines = firstLines(text);
    expect(guess(lines, await readDates(lines)).date).toBe(expected);
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
    ["Brücke nach neun Jahren offen", `7. Mai 2031 um 9:00\nBrücke nach neun Jahren offen\n${prose}`],
    [null, `${prose}\nWhat the crowd said\n${prose}`],
    [null, prose],
    ["Bridge opens after nine years", "Bridge opens after nine years\nShort text"],
  ])("%s", async (expected, text) => {
    const lines = firstLines(text);
    expect(guess(lines, await readDates(lines)).title).toBe(expected);
  });
});
