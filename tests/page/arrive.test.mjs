// What other web pages, other tabs and strangers' links may do to the library: nothing that the reader does not want.

import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { keptIs, keptRecords } from "./kept.mjs";
import { flow, Reader, twins } from "./page.mjs";
import { LEFT, RIGHT, STRANGER, THIRD } from "./texts.mjs";

const pack = (value) => gzipSync(JSON.stringify(value)).toString("base64url");

/** A web page as a bookmarklet sends it. */
const sent = (title, text = LEFT.text) => {
  const html = `<html><head><title>${title}</title></head><body><article>${text
    .split("\n\n")
    .map((part) => `<p>${part}</p>`)
    .join("")}</article></body></html>`;
  return pack({ html, address: "https://www.paper.example/a", selection: false });
};

const article = ({ name, text }) => ({
  name,
  title: null,
  titleGuessed: true,
  byline: null,
  outlet: null,
  date: null,
  text,
  lineOverrides: [],
});

/** A link's packed articles, with whatever else. */
const pair = (left, right, more = {}) =>
  pack({
    format: "twicetold-pair",
    version: 1,
    made: "2031-05-12T10:00:00.000Z",
    view: "",
    articles: { left: article(left), right: article(right) },
    options: {},
    verdicts: [],
    elsewhere: [],
    ...more,
  });

/** Changes the address of the open page, as whoever opened it may. */
const goTo = ({ page }, hash) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Another tab of the page, at an address of its own. */
async function tabAt(reader, hash) {
  const page = await reader.page.context().newPage();
  reader.watch.expect(/^request: .*#(pair|page)=/);
  await page.goto(`${reader.page.url().replace(/#.*/, "")}${hash}`);
  await page.locator("#main").waitFor();
  return new Reader(page, reader.watch);
}

const titles = ({ page }) => page.locator(".picker-button").allInnerTexts();

twins(
  "takes no page that was sent unasked, asks for one at a time and for none twice",
  async (reader, hand) => {
    await reader.give(LEFT);
    await reader.waitFor("ready");
    const first = sent("Sent first", RIGHT.text);
    await goTo(reader, `page=${first}`);
    const question = reader.page.getByRole("region", {
      name: /^A web page that says it is paper.example was sent here/,
    });
    await question.waitFor();
    for (let at = 0; at < 30; at += 1)
      await goTo(reader, `page=${sent(`Page ${at}`, `${THIRD.text} ${at}`)}`);
    await reader.says("was sent here: “Sent first”.");
    assert.equal(await question.count(), 1);
    assert.equal(new URL(reader.page.url()).hash.includes("page="), false, "the address forgets it");
    await hand.press(reader.button("Not now"));
    await question.waitFor({ state: "detached" });
    await goTo(reader, `page=${first}`);
    await reader.page.waitForTimeout(500);
    assert.equal(await question.count(), 0, "what was turned away is not asked again");
    const record = await keptIs(reader, ({ articles }) => articles.length === 1);
    assert.equal(record.articles[0].name, LEFT.name);

    await goTo(reader, `page=${sent("Sent later", RIGHT.text)}`);
    await question.waitFor();
    await hand.press(reader.button("Take it in"));
    await reader.waitFor("done");
    assert.match((await titles(reader))[1], /Sent later|Crowd cheers/);
    // The same text in another wrapping is here already.
    await goTo(reader, `page=${sent("Sent later ", RIGHT.text)}`);
    await question.waitFor();
    await hand.press(reader.button("Take it in"));
    await reader.page.waitForTimeout(500);
    await keptIs(reader, ({ articles }) => articles.length === 2);
  },
);

flow("takes a page that was sent by a paste without a question", async (reader) => {
  await reader.page.evaluate(
    (text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    },
    `https://example.org/#page=${sent("Pasted")}`,
  );
  await reader.waitFor("ready");
  await keptIs(reader, ({ articles }) => articles.length === 1);
});

twins("shows the articles of a link and keeps them when the reader says so", async (reader, hand) => {
  await reader.give(STRANGER);
  await reader.waitFor("ready");
  await keptIs(reader, ({ articles }) => articles.length === 1);
  for (let at = 0; at < 3; at += 1) {
    const other = { ...RIGHT, text: `${RIGHT.text}\nEdition ${at} of it.\n` };
    const tab = await tabAt(reader, `#pair=${pair(LEFT, other, { options: { ignoreNumbers: true } })}`);
    await tab.waitFor("done");
    await tab.says("They are not kept for your next visit.");
    await tab.page.waitForTimeout(500);
    const [record] = await keptRecords(tab);
    assert.deepEqual([record.articles.length, record.options], [1, {}], "nothing of it is kept");
    if (at < 2) await tab.page.close();
    else {
      await hand.on(tab.page).press(tab.button("Keep them"));
      const kept = await keptIs(tab, ({ articles }) => articles.length === 3);
      assert.deepEqual(kept.options, { ignoreNumbers: true });
      assert.equal(await tab.page.getByText("They are not kept").count(), 0);
    }
  }
});

twins("asks before it opens a link that changes the address of the open page", async (reader, hand) => {
  await reader.give(STRANGER);
  await reader.waitFor("ready");
  await goTo(reader, `pair=${pair(LEFT, RIGHT)}`);
  await reader.says(/^A link brings two articles: “Old crane.*” and “.*”\./);
  assert.equal(await reader.state(), "ready");
  await hand.press(reader.button("Open them"));
  await reader.waitFor("done");
  assert.match((await titles(reader))[0], /Old crane/);
  await keptIs(reader, ({ articles }) => articles.length === 3);
});

const SPANS = { left: { start: 0, end: 5 }, right: { start: 0, end: 5 } };
const many = (length, one) => Array.from({ length }, () => one);

for (const [what, packed, said] of [
  [
    "verdicts and titles",
    () =>
      pair({ ...LEFT, name: "n".repeat(5_000_000) }, RIGHT, {
        verdicts: many(170_000, { verdict: "refused", spans: SPANS }),
        view: "lens=facts&".repeat(9_000),
      }),
    ["1 title, author", "168,000 pins"],
  ],
  [
    "passages elsewhere",
    () => pair(LEFT, RIGHT, { elsewhere: many(220_000, { spans: SPANS, names: ["A"] }) }),
    ["215,000 passages"],
  ],
]) {
  flow(`takes of a link overfull of ${what} what is within bounds, and says what is not`, async (reader) => {
    const tab = await tabAt(reader, `#pair=${packed()}`);
    await tab.waitFor("done");
    const line = tab.page.getByRole("alert").filter({ hasText: "left out or cut" });
    await line.waitFor();
    const text = await line.textContent();
    for (const part of said) assert.ok(text.includes(part), text);
    const lengths = await tab.page
      .locator(".report-line, .picker")
      .evaluateAll((all) => all.map((one) => one.textContent.length));
    assert.ok(Math.max(...lengths) < 4_000, `${lengths} characters`);
  });
}

flow("says that a link holds more than the page takes", async (reader) => {
  const tab = await tabAt(
    reader,
    `#pair=${pair(LEFT, RIGHT, { elsewhere: many(900_000, { spans: SPANS, names: ["A"] }) })}`,
  );
  await tab.page
    .getByRole("alert")
    .filter({ hasText: "holds more than this page takes from a link" })
    .waitFor();
});

flow("says that a link was made by a newer edition", async (reader) => {
  const tab = await tabAt(reader, `#pair=${pair(LEFT, RIGHT, { version: 2 })}`);
  await tab.page.getByRole("alert").filter({ hasText: "made by a newer edition" }).waitFor();
  assert.equal(await tab.state(), "empty");
});

for (const [what, hash] of [
  ["`pair` again and again", `#${"&pair=a&".repeat(40_000)}`],
  ["`page` without end", `#page=${"_a".repeat(64_000)}`],
  [
    "a lens that is none",
    "#lens=toString&order=constructor&passage=1e999&words=-1&view=pairs&left=__proto__",
  ],
  ["one article on both sides", "#left=1-brennick-lantern&right=1-brennick-lantern"],
  ["percent signs", `#${"%".repeat(100_000)}=%E0%A4%A`],
]) {
  flow(`bears an address with ${what}`, async (reader) => {
    await goTo(reader, hash);
    await reader.give(LEFT, RIGHT);
    await reader.button(/^Left article: /).waitFor();
    await reader.waitFor("done");
    const [left, right] = await titles(reader);
    assert.notEqual(left, right);
    await keptIs(reader, ({ articles }) => articles.some(({ name }) => name === RIGHT.name));
    await reader.page.reload();
    await reader.waitFor("done");
  });
}

flow("believes no other tab more than a file", async (reader) => {
  await reader.give(LEFT);
  await reader.waitFor("ready");
  await reader.page.evaluate(async () => {
    const path = location.pathname.replace(/\/index\.html?$/i, "/");
    const channel = new BroadcastChannel(`twicetold ${path}`);
    const article = { text: "x", title: {}, lineOverrides: 7 };
    for (const message of [
      null,
      7,
      "ask",
      {},
      { is: "article" },
      { is: "article", article },
      { is: "article", article: null },
    ]) {
      channel.postMessage(message);
    }
    await new Promise((done) => setTimeout(done, 300));
    channel.close();
  });
  await keptIs(reader, ({ articles }) => articles.length === 1);
  assert.equal(await reader.state(), "ready", "nobody was asked, so nothing is taken");
});
