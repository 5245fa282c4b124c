// The page in Firefox, from disk: the whole way once.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { need } from "../../scripts/browsers.mjs";
import { FILE, require } from "./page.mjs";
import { LEFT, RIGHT } from "./texts.mjs";

const puppeteer = require("puppeteer-core");

let browser;
const folder = mkdtempSync(join(tmpdir(), "twicetold-"));

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function written({ name, text }) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const waitForState = (page, state) =>
  page.waitForFunction(
    (wanted) => document.documentElement.dataset.state === wanted,
    { timeout: 30_000 },
    state,
  );

test("compares two files in Firefox (disk)", async () => {
  browser = await puppeteer.launch({ browser: "firefox", executablePath: need("firefox"), headless: true });
  const page = await browser.newPage();
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
  await waitForState(page, "empty");
  const input = await page.$("input[type=file][multiple]");
  await input.uploadFile(written(LEFT), written(RIGHT));
  await waitForState(page, "done");
  const sides = await page.evaluate(() =>
    ["left", "right"].map((side) => document.querySelectorAll(`[data-passage][data-side="${side}"]`).length),
  );
  assert.ok(sides[0] > 0 && sides[1] > 0, "passages are marked on both sides");
  await page.keyboard.press("2");
  await page.waitForSelector("[data-row]");
  assert.deepEqual(heard, [], "the page stays quiet");
});
