// Opens the built page in Chromium, from disk and over http, and watches that it stays quiet: no error
// or warning in the console, no exception, no request beyond the page itself.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { CHROMIUM_FLAGS, need } from "../../scripts/browsers.mjs";
import { FILE, serve } from "../../scripts/serve.mjs";
import { Keys, Pointer } from "./inputDrivers.mjs";

export { FILE };

/** Packages of the page's development, which are installed in www/. */
export const require = createRequire(new URL("../../www/package.json", import.meta.url));

const { chromium } = require("playwright-core");

const PATIENCE = 20_000;

let browser;
let server;

after(async () => {
  await browser?.close();
  await server?.close();
});

async function chromiumBrowser() {
  browser ??= await chromium.launch({
    executablePath: need("chromium"),
    args: CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
    // Without UTF-8 it saves every file whose name is not of ASCII as "download".
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  return browser;
}

/** A PDF file of a page, as Chromium prints it. */
export async function printed(html, options = {}) {
  const page = await (await chromiumBrowser()).newPage();
  try {
    await page.setContent(html);
    return await page.pdf({ format: "A4", ...options });
  } finally {
    await page.close();
  }
}

/** Where the page is: `disk`, or `http`. */
async function addressOf(place) {
  if (place === "disk") return pathToFileURL(FILE).href;
  server ??= await serve(0);
  return server.address;
}

/** What the page did that it should not have done. */
class Watch {
  constructor(context, page, address) {
    this.heard = [];
    this.expected = [];
    context.on("console", (message) => {
      const type = message.type();
      if (type === "error" || type === "warning") this.hear(`console ${type}: ${message.text()}`);
    });
    context.on("weberror", (error) => this.hear(`exception: ${error.error()}`));
    page.on("crash", () => this.hear("the page crashed"));
    context.on("request", (request) => {
      const url = request.url();
      if (url !== address && !/^(blob|data):/.test(url)) this.hear(`request: ${url}`);
    });
  }

  hear(what) {
    if (!this.expected.some((pattern) => pattern.test(what))) this.heard.push(what);
  }

  /** Lets what matches pass, for flows that break something on purpose. */
  expect(pattern) {
    this.expected.push(pattern);
  }
}

/** The page with words for what a reader does and sees. */
export class Reader {
  constructor(page, watch) {
    this.page = page;
    this.watch = watch;
  }

  state() {
    return this.page.evaluate(() => document.documentElement.dataset.state);
  }

  async waitFor(state) {
    const wait = this.page.waitForFunction(
      (wanted) => document.documentElement.dataset.state === wanted,
      state,
      { timeout: PATIENCE },
    );
    await wait.catch(async () => assert.fail(`the page came to state ${await this.state()}, not ${state}`));
  }

  /** Gives files to the input, as the file dialog does. */
  async give(...files) {
    await this.page.setInputFiles("input[type=file]", files.map(asFile));
  }

  /** Drops files on the page. */
  async drop(...files) {
    const plain = files
      .map(asFile)
      .map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] }));
    const dataTransfer = await this.page.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, bytes } of given) {
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
      }
      return transfer;
    }, plain);
    for (const type of ["dragenter", "dragover", "drop"]) {
      await this.page.dispatchEvent("body", type, { dataTransfer });
    }
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  tab(name) {
    return this.page.getByRole("tab", { name, exact: true });
  }

  /** The marks of a side; with a number, those of one passage. */
  marks(side, number) {
    const passage = number === undefined ? "[data-passage]" : `[data-passage="${number}"]`;
    return this.page.locator(`${passage}[data-side="${side}"]`);
  }

  /** The text that the marks of a passage cover, with white space made one space. */
  async marked(side, number) {
    const texts = await this.marks(side, number).evaluateAll((marks) =>
      marks.map((mark) => {
        const copy = mark.cloneNode(true);
        for (const extra of copy.querySelectorAll("[aria-hidden=true], button, sup")) extra.remove();
        return copy.textContent;
      }),
    );
    return texts.join(" ").replace(/\s+/g, " ").trim();
  }

  async numbers(side) {
    const numbers = await this.marks(side).evaluateAll((marks) =>
      marks.map((mark) => Number(mark.dataset.passage)),
    );
    return [...new Set(numbers)].sort((a, b) => a - b);
  }

  /** Waits until something in the page says so. */
  async says(text) {
    await this.page.getByText(text).first().waitFor({ timeout: PATIENCE });
  }
}

/** A second page of the same browser. */
export async function another(reader) {
  const page = await reader.page.context().newPage();
  await page.goto(reader.page.url().replace(/#.*/, ""));
  await page.locator("#main").waitFor();
  return new Reader(page, reader.watch);
}

/** `{name, text}` or `{name, bytes, type}` as a file for the browser. */
function asFile({ name, text, bytes, type }) {
  const buffer = bytes ? Buffer.from(bytes) : Buffer.from(text, "utf8");
  return { name, mimeType: type ?? "text/plain", buffer };
}

/** Opens the page in a context of its own, hands it to `walk` when it has `begun`, and holds that it stayed quiet. */
async function walkThrough(
  place,
  walk,
  { prepare = [], begun = "input[type=file]", Hand = Pointer, ...settings } = {},
) {
  const address = await addressOf(place);
  const context = await (await chromiumBrowser()).newContext({
    locale: "en-GB",
    viewport: { width: 1440, height: 900 },
    ...settings,
  });
  context.setDefaultTimeout(PATIENCE);
  try {
    const page = await context.newPage();
    const watch = new Watch(context, page, address);
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    for (const script of prepare) await page.addInitScript(script);
    if (Hand === Keys) await context.addInitScript(watchPointer);
    await page.goto(address);
    await page.waitForSelector(begun, { state: "attached" });
    await walk(new Reader(page, watch), new Hand(page));
    assert.deepEqual(watch.heard, [], "the page stays quiet");
  } finally {
    await context.close();
  }
}

/** Runs in the page: tells of every press that was not a key. */
function watchPointer() {
  const tell = ({ isTrusted, target }) => {
    if (isTrusted) console.error(`pressed without a key: ${target.outerHTML?.slice(0, 90)}`);
  };
  addEventListener("pointerdown", tell, { capture: true });
}

/**
 * A flow that is walked by each hand, by the pointer from disk and by keys over http: both do the same and must
 * see the same.
 */
export function twins(name, walk, settings) {
  test(`${name} (disk)`, () => walkThrough("disk", walk, settings));
  test(`${name} (http, keys alone)`, () => walkThrough("http", walk, { ...settings, Hand: Keys }));
}

/** A flow through the page, once from disk and once over http; see `walkThrough` for the settings. */
export function flow(name, walk, settings) {
  for (const place of ["disk", "http"]) {
    test(`${name} (${place})`, () => walkThrough(place, walk, settings));
  }
}
