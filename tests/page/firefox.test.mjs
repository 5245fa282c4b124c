// The page in Firefox, from disk: the whole way once.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { need } from "../../scripts/browsers.mjs";
import { serve } from "../../scripts/serve.mjs";
import { docx, webPage } from "./files.mjs";
import { isMarked, isNotMarked } from "./kept.mjs";
import { LEFT as left, model, RIGHT as right } from "./meaning.mjs";
import { FILE, printed, require } from "./page.mjs";
import { LEFT, RIGHT } from "./texts.mjs";

const MEANING = { left, right, model: model() };

const puppeteer = require("puppeteer-core");

const SETTINGS = { browser: "firefox", executablePath: need("firefox"), headless: true };

let browser;
const folder = mkdtempSync(join(tmpdir(), "twicetold-"));

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function written({ name, text, bytes }) {
  const path = join(folder, name);
  writeFileSync(path, bytes ?? text);
  return path;
}

const waitForState = (page, state) =>
  page.waitForFunction(
    (wanted) => document.documentElement.dataset.state === wanted,
    { timeout: 30_000 },
    state,
  );

/** Opens the page from disk, hands it to `walk`, and holds that it stayed quiet. */
async function withPage(walk) {
  browser ??= await puppeteer.launch(SETTINGS);
  // A context of its own, for pages find what an earlier one kept.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const heard = [];
  page.on("console", (message) => {
    if (["error", "warn", "warning"].includes(message.type())) heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  const address = pathToFileURL(FILE).href;
  page.on("request", (request) => {
    if (request.url() !== address && !/^(blob|data):/.test(request.url())) heard.push(request.url());
  });
  await page.goto(address);
  await page.waitForSelector("input[type=file][multiple]");
  await walk(page);
  assert.deepEqual(heard, [], "the page stays quiet");
  await context.close();
}

async function give(page, ...files) {
  const input = await page.$("input[type=file][multiple]");
  await input.uploadFile(...files.map(written));
}

test("compares two files in Firefox (disk)", () =>
  withPage(async (page) => {
    await give(page, LEFT, RIGHT);
    await waitForState(page, "done");
    const sides = await page.evaluate(() =>
      ["left", "right"].map(
        (side) => document.querySelectorAll(`[data-passage][data-side="${side}"]`).length,
      ),
    );
    assert.ok(sides[0] > 0 && sides[1] > 0, "passages are marked on both sides");
    await page.keyboard.press("2");
    await page.waitForSelector("[data-row]");
  }));

test("reads a PDF, a DOCX and a web page in Firefox (disk)", () =>
  withPage(async (page) => {
    const [title, ...paragraphs] = LEFT.text.trim().split("\n\n");
    const html = webPage(title, paragraphs);
    await give(page, {
      name: "a.pdf",
      bytes: await printed(`<h1>${title}</h1><p>${paragraphs.join("<p>")}`),
    });
    await waitForState(page, "ready");
    await give(page, { name: "b.docx", bytes: docx(title, paragraphs) });
    await waitForState(page, "done");
    const texts = () =>
      page.evaluate(() =>
        ["left", "right"].map((side) =>
          [...document.querySelectorAll(`.column-${side} [data-paragraph]`)].map(
            (one) => one.textContent.length,
          ),
        ),
      );
    const [pdf, word] = await texts();
    assert.deepEqual(pdf, word, "both say the same");
    await give(page, { name: "c.html", text: html });
    await page.waitForFunction(() =>
      document.querySelector(".picker-right")?.textContent.includes("Courier"),
    );
  }));

test("starts in Firefox with what was open at the last visit (disk)", () =>
  withPage(async (page) => {
    await give(page, LEFT, RIGHT);
    await waitForState(page, "done");
    await page.waitForFunction(isMarked, {}, "kept");
    await page.reload();
    await waitForState(page, "done");
    await page.waitForSelector("[data-passage]");
  }));

test("takes a model of meaning in Firefox, keeps it, and forgets it (disk)", () =>
  withPage(async (page) => {
    await give(page, MEANING.model);
    await page.waitForFunction(isMarked, {}, "model");
    await give(page, MEANING.left, MEANING.right);
    await page.waitForSelector("mark.by-meaning[data-side=left]");
    await page.waitForFunction(isMarked, {}, "kept");
    await page.reload();
    await page.waitForSelector("mark.by-meaning[data-side=left]");
    await page.click("[aria-label=More]");
    const forget = await page.waitForSelector("::-p-text(Forget the model)");
    await forget.click();
    await page.waitForSelector("mark.by-meaning", { hidden: true });
    await page.waitForFunction(isNotMarked, {}, "model");
  }));

test("opens in Firefox a library that was saved elsewhere (disk)", () =>
  withPage(async (page) => {
    const about = { title: null, titleGuessed: true, byline: null, outlet: null, date: null };
    const articles = [LEFT, RIGHT].map(({ name, text }) => ({
      id: name,
      name,
      ...about,
      text,
      lineOverrides: [],
      alternative: null,
    }));
    const library = {
      format: "twicetold-library",
      version: 1,
      articles,
      chosen: { left: RIGHT.name, right: LEFT.name },
      verdicts: [],
      options: { ignoreNumbers: true },
    };
    await give(page, { name: "library.json", text: JSON.stringify(library) });
    await waitForState(page, "done");
    await page.waitForFunction(() =>
      document.querySelector(".picker-left")?.textContent.includes("Crowd cheers"),
    );
  }));

const texts = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("mark[data-passage]")].map((mark) => [mark.dataset.side, mark.textContent]),
  );

test("a report and a link open in Firefox as the same comparison (disk)", async () => {
  browser ??= await puppeteer.launch(SETTINGS);
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const heard = [];
  const listen = (tab) =>
    tab.on("console", (message) => {
      if (["error", "warn", "warning"].includes(message.type())) heard.push(message.text());
    });
  listen(page);
  await page.evaluateOnNewDocument(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      if (blob.type === "text/html") window.saved = blob;
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
    Object.defineProperty(navigator, "clipboard", {
      value: {
        writeText: async (text) => {
          window.copied = text;
        },
      },
    });
  });
  await page.goto(pathToFileURL(FILE).href);
  await page.waitForSelector("#main");
  const input = await page.$("input[type=file][multiple]");
  await input.uploadFile(written(LEFT), written(RIGHT));
  await waitForState(page, "done");
  const before = await texts(page);
  assert.ok(before.length > 0);
  await page.click(".menu > button");
  await page.locator("text/Save, send, print…").click();
  await page.locator("text/Save as one file").click();
  await page.waitForFunction(() => window.saved);
  const report = await page.evaluate(() => window.saved.text());
  await page.locator("text/Copy a link with both articles").click();
  await page.waitForFunction(() => window.copied);
  const link = await page.evaluate(() => window.copied);

  for (const address of [pathToFileURL(written({ name: "report.html", text: report })).href, link]) {
    const tab = await (await browser.createBrowserContext()).newPage();
    listen(tab);
    await tab.goto(address);
    await waitForState(tab, "done");
    assert.deepEqual(await texts(tab), before);
    await tab.close();
  }
  assert.deepEqual(heard, [], "the page stays quiet");
});

test("prints from the first page on in Firefox (disk)", () =>
  withPage(async (page) => {
    // Longer than a page, so that it has to be broken.
    const long = ({ name, text }) => ({
      name,
      text: `${text}\n${text.split("\n\n").slice(1).join("\n\n").repeat(4)}`,
    });
    await give(page, long(LEFT), long(RIGHT));
    await waitForState(page, "done");
    for (const lens of ["1", "3"]) {
      await page.keyboard.press(lens);
      await page.waitForSelector(lens === "1" ? "mark[data-passage]" : "[data-stretch]");
      const bytes = await page.pdf({ format: "A4", pageRanges: "1" });
      // In a context of its own, for there the page finds nothing that was kept.
      const tab = await (await browser.createBrowserContext()).newPage();
      await tab.goto(pathToFileURL(FILE).href);
      const input = await tab.waitForSelector("input[type=file][multiple]");
      await input.uploadFile(written({ name: `page-${lens}.pdf`, bytes }));
      await waitForState(tab, "ready");
      const text = await tab.$eval("#main", (main) => main.textContent);
      assert.match(text, /Dunmarrow ironworks/, "the articles begin below their titles");
      await tab.close();
    }
  }));

/** A paper with one page, which lets no other page keep hold of it. */
async function paper(html) {
  const server = createServer((_, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "cross-origin-opener-policy": "same-origin",
    });
    response.end(html);
  });
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** The script of the bookmark, as the dialog of a page offers it. */
async function bookmark(page) {
  await page.click(".menu > button");
  await page.locator("text/Add a browser bookmark…").click();
  const link = await page.waitForSelector("a[href^='javascript:']");
  const address = await link.evaluate((one) => one.getAttribute("href"));
  return decodeURIComponent(address.slice("javascript:".length));
}

test("the bookmarklet sends a web page from Firefox (http)", async () => {
  browser ??= await puppeteer.launch(SETTINGS);
  const [title, ...paragraphs] = LEFT.text.trim().split("\n\n");
  const site = await serve(0);
  const { server, address } = await paper(webPage(title, paragraphs));
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.goto(site.address);
    await page.waitForSelector("#main");
    const script = await bookmark(page);
    await page.goto(address);
    const coming = new Promise((came) => context.once("targetcreated", (target) => came(target.page())));
    await page.evaluate(script);
    const tab = await coming;
    await tab.waitForSelector(".asked .button-main");
    await tab.click(".asked .button-main");
    await waitForState(tab, "ready");
    const text = await tab.$eval("#main", (main) => main.textContent);
    for (const paragraph of paragraphs) assert.ok(text.includes(paragraph), paragraph);
    const left = await tab.$eval(".picker-button", (button) => button.textContent);
    assert.match(left, /The Basin Courier.*4 May 2031/);
    assert.doesNotMatch(text, /Ten walks along the old wall/);
    assert.ok(!tab.url().includes("page="), "the address forgets the page");
  } finally {
    await context.close();
    server.close();
    await site.close();
  }
});
