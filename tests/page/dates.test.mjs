// Days that no calendar has, in files, in what is kept and in links: the page shows itself all the same.

import assert from "node:assert/strict";
import { epub } from "./files.mjs";
import { keptIs, putRecord } from "./kept.mjs";
import { flow } from "./page.mjs";
import { LEFT, RIGHT } from "./texts.mjs";

const IMPOSSIBLE = ["0000-00-00", "2031-13-45", "2031-02-30", "99999-01-01", "Marina 4, 2031"];

/** A saved web page that says it was published on a day. */
const dated = (date, text) => ({
  name: `${date.replace(/\W/g, "-")}.html`,
  text: `<!doctype html><html lang="en"><head><meta property="article:published_time" content="${date}">
<title>Bridge opens</title></head><body><article>${text
    .split("\n")
    .map((line) => `<p>${line}</p>`)
    .join("")}</article></body></html>`,
});

/** Waits until an article is kept in the browser, then gives it a day as an earlier edition may have kept it. */
async function keepWith(reader, date) {
  const record = await keptIs(reader, ({ articles }) => articles.length === 2);
  await putRecord(reader, { ...record, articles: record.articles.map((article) => ({ ...article, date })) });
}

const texts = ({ page }) => page.locator(".column").allInnerTexts();

for (const date of IMPOSSIBLE) {
  flow(`a file that names the day ${date} is shown, and so it is at the next visit`, async (reader) => {
    await reader.give(dated(date, LEFT.text), RIGHT);
    await reader.waitFor("done");
    const before = await texts(reader);
    assert.ok(before.every((text) => text.length > 100));
    await reader.page.waitForTimeout(500);
    await reader.page.reload();
    await reader.waitFor("done");
    assert.deepEqual(await texts(reader), before);
  });
}

/** Files of other formats that name a day no calendar has. */
const OTHERS = [
  {
    name: "zero.epub",
    bytes: epub("Bridge opens", [LEFT.text.trim().split("\n\n")], "1999-00-00"),
  },
  { name: "zero.txt", text: LEFT.text.replace("\n", "\n\n0000-01-01\n") },
];

for (const file of OTHERS) {
  flow(`${file.name} with an impossible day is shown, and so it is at the next visit`, async (reader) => {
    await reader.give(file, RIGHT);
    await reader.waitFor("done");
    const before = await texts(reader);
    assert.ok(before.every((text) => text.length > 100));
    await reader.page.waitForTimeout(500);
    await reader.page.reload();
    await reader.waitFor("done");
    assert.deepEqual(await texts(reader), before);
  });
}

flow("what was kept with impossible days is shown without them", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  for (const date of IMPOSSIBLE) {
    await keepWith(reader, date);
    await reader.page.evaluate(() => {
      // The page writes what it shows when it goes: not over what was put there.
      IDBObjectStore.prototype.put = () => {
        throw new Error("not now");
      };
    });
    await reader.page.reload();
    await reader.waitFor("done");
    assert.ok(
      (await texts(reader)).every((text) => text.length > 100),
      date,
    );
  }
});

flow("a file's day is read in its language", async (reader) => {
  const file = dated("7. Mai 2031", LEFT.text);
  await reader.give({ ...file, name: "mai.html", text: file.text.replace('lang="en"', 'lang="de"') }, RIGHT);
  await reader.waitFor("done");
  await reader.says(/7 May 2031/);
});
