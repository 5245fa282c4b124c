// The bookmarklet: what it sends from a web page, and what the page makes of it.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before } from "node:test";
import { Reader, twins } from "./page.mjs";
import { KEPT, LEFT, QUOTATION } from "./texts.mjs";

const story = (title, first, last) => `<!doctype html>
<html lang="en"><head><meta charset="iso-8859-1">
<title>${title} | The Basin Herald</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="The Basin Herald">
<meta property="article:published_time" content="2031-05-12T08:00:00Z">
<script>document.documentElement.dataset.ran = "here"; window.secret = "</" + "article>";</script>
<style>p { color: #222 }</style></head>
<body onload="document.body.dataset.loaded = 1"><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>${title}</h1><p id="first">${first} It stands 40 m\u00E8tres high.</p>
<p>Engineers had replaced its cables and both of its brakes during the winter, and the paint was new as well.</p>
<p onclick="alert(1)">\u201C${QUOTATION},\u201D said Mirel Tandow, who drove it until it was closed.</p><p>${last}</p></article>
<aside>Most popular: ten soups for cold days</aside><footer>All rights reserved</footer></body></html>`;

const PAGES = {
  "/one": story("Old crane lifts again", `${KEPT}.`, "The town council will decide in June on its use."),
  "/two": story("Crowd cheers at the basin", `${KEPT}.`, "A bakery nearby sold buns in the shape of a hook."),
  "/three": story("A hook for ships", `${KEPT}.`, "Ships may use it from June, the council said."),
};

let server;
let site;

before(async () => {
  server = createServer((request, response) => {
    const html = PAGES[request.url];
    // Much the same as many papers send: it must not matter to the bookmarklet.
    response.writeHead(html ? 200 : 204, {
      "content-type": "text/html; charset=iso-8859-1",
      "cross-origin-opener-policy": "same-origin",
      "referrer-policy": "unsafe-url",
    });
    response.end(html ? Buffer.from(html.replace(/[\u201C\u201D]/g, '"'), "latin1") : undefined);
  });
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
  site = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

/** The script of the bookmark, as the dialog offers it. */
async function bookmark(reader, hand) {
  await hand.press(reader.button("More"));
  await hand.press(reader.button("Add a browser bookmark…"));
  const link = reader.page.getByRole("link", { name: "To Twicetold" });
  await hand.press(link);
  const address = await link.getAttribute("href");
  await reader.page.evaluate(() => {
    const writeText = async (text) => {
      window.copied = text;
    };
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  });
  await hand.press(reader.button("Copy its address"));
  await reader.says("The bookmark’s address is copied.");
  assert.equal(await reader.page.evaluate(() => window.copied), address, "the same as can be dragged");
  await reader.page.keyboard.press("Escape");
  assert.ok(address.startsWith("javascript:"));
  return decodeURIComponent(address.slice("javascript:".length));
}

/** A tab at a page of the paper, whose clipboard is watched. */
async function visit(reader, path) {
  reader.watch.expect(new RegExp(`^request: ${site}`));
  const paper = await reader.page.context().newPage();
  await paper.addInitScript(() => {
    window.alert = () => {};
    Object.defineProperty(navigator, "clipboard", {
      value: {
        writeText: async (text) => {
          window.copied = text;
        },
      },
    });
  });
  await paper.goto(site + path);
  return paper;
}

const isLocal = (reader) => reader.page.url().startsWith("file:");

/** Presses the bookmark on a page of the paper; gives the tab of Twicetold where the article comes to. */
async function press(reader, hand, paper, script) {
  if (isLocal(reader)) {
    await paper.evaluate(script);
    await paper.waitForFunction(() => window.copied);
    const copied = await paper.evaluate(() => window.copied);
    await reader.page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    }, copied);
    return reader;
  }
  reader.watch.expect(new RegExp(`^request: ${reader.page.url().replace(/#.*/, "")}#page=`));
  const coming = reader.page.context().waitForEvent("page");
  await paper.evaluate(script);
  const tab = new Reader(await coming, reader.watch);
  const title = (await paper.title()).split(" | ")[0];
  await tab.says(`A web page that says it is 127.0.0.1 was sent here: “${title} | The Basin Herald”.`);
  const before = await pickers(tab);
  assert.ok(!before.some((text) => text.includes(title)), "nothing is taken unasked");
  await hand.on(tab.page).press(tab.button("Take it in"));
  return tab;
}

const pickers = (tab) => tab.page.locator(".picker-button").allInnerTexts();

twins("sends web pages by a bookmarklet, which meet in one tab", async (reader, hand) => {
  const script = await bookmark(reader, hand);
  const first = await press(reader, hand, await visit(reader, "/one"), script);
  await first.waitFor("ready");
  assert.match((await pickers(first))[0], /Old crane lifts again[\s\S]*The Basin Herald · 12 May 2031/);
  assert.equal(new URL(first.page.url()).hash.includes("page="), false, "the address forgets the page");

  const second = await press(reader, hand, await visit(reader, "/two"), script);
  await second.waitFor("done");
  const [left, right] = await pickers(second);
  assert.match(left, /Old crane lifts again/);
  assert.match(right, /Crowd cheers at the basin/);
  await second.says(/40 mètres high/);
  await second.marks("left").first().waitFor();
  assert.equal(await second.page.evaluate(() => document.documentElement.dataset.ran), undefined);
  const text = await second.page.locator(".reader").textContent();
  assert.doesNotMatch(text, /ten soups|window\.secret/);

  await hand.on(second.page).press(second.button("More"));
  await second.says(/^2 articles kept here/);
  await second.page.keyboard.press("Escape");
  const third = await press(reader, hand, await visit(reader, "/three"), script);
  await third.button(/^Right article: A hook for ships/).waitFor();
  await third.waitFor("done");
});

twins("sends what is selected on a web page and nothing else", async (reader, hand) => {
  const script = await bookmark(reader, hand);
  const paper = await visit(reader, "/one");
  await paper.evaluate(() => getSelection().selectAllChildren(document.getElementById("first")));
  const tab = await press(reader, hand, paper, script);
  await tab.waitFor("ready");
  await tab.says(/40 mètres high/);
  assert.equal(await tab.page.getByText(/replaced its cables/).count(), 0);
  assert.match((await pickers(tab))[0], /The Basin Herald/);
});

twins("tells a web page that did not arrive whole, and keeps what is there", async (reader, hand) => {
  const script = await bookmark(reader, hand);
  await reader.give(LEFT);
  await reader.waitFor("ready");
  const broken = `${reader.page.url().replace(/#.*/, "")}#page=H4sIAAAAAAAAA6tWKi1OLVKyUkrLz1eqBQDa4zT6EAAAAA`;
  await reader.page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(broken).hash);
  await reader.page
    .getByRole("alert")
    .getByText(/did not arrive whole/)
    .waitFor();
  assert.match((await pickers(reader))[0], /Old crane lifts again/);
  assert.ok(script.length < 4_000, "bookmarks hold so much");
});
