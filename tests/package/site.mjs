// Serves folders and written pages over http, and opens them in a browser that has to stay quiet.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { CHROMIUM_FLAGS, need } from "../../scripts/browsers.mjs";

/** Packages of the page's development, which are installed in www/. */
export const require = createRequire(new URL("../../www/package.json", import.meta.url));

const puppeteer = require("puppeteer-core");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

/** Serves `folder` and, before it, `pages` by path. */
export async function serveFolder(folder, pages = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = normalize(join(folder, pathname === "/" ? "index.html" : pathname));
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    // Browsers ask for it by themselves.
    if (pathname === "/favicon.ico") return response.writeHead(204).end();
    try {
      if (!path.startsWith(folder)) throw new Error("above the folder");
      const body = pages[pathname] ?? (await readFile(path));
      response.writeHead(200, { "content-type": pages[pathname] ? TYPES[".html"] : type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  return { address, close: () => new Promise((done) => server.close(done)) };
}

const LAUNCH = {
  chromium: () => ({ browser: "chrome", executablePath: need("chromium"), args: CHROMIUM_FLAGS }),
  firefox: () => ({ browser: "firefox", executablePath: need("firefox") }),
};

export const launch = (name) => puppeteer.launch({ ...LAUNCH[name](), headless: true });

/** Opens an address, hands the page to `walk`, and holds that it was quiet. Returns the paths that were asked for. */
export async function visit(browser, address, walk) {
  const page = await browser.newPage();
  const heard = [];
  const paths = [];
  page.on("console", (message) => {
    if (["error", "warn", "warning"].includes(message.type())) heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (url.startsWith("data:") || url.endsWith("/favicon.ico")) return;
    if (url.startsWith(new URL("/", address).href)) paths.push(new URL(url).pathname);
    else heard.push(url);
  });
  try {
    await page.goto(address);
    await walk(page);
    assert.deepEqual(heard, [], "the page stays quiet");
    return paths;
  } finally {
    await page.close();
  }
}
