// Gives every file of a folder to the built page in Chromium and writes what the page reads of it, one JSON object a line:
// {"file", "text"}. Files that the page refuses are named with its reason, and so is whatever the page did that it should
// not do: an error in the console, an exception, a request.
//
//   node scripts/read-files.mjs FOLDER OUT.jsonl [--compared] [--about] [--portion N]
//
//   --compared   only the lines that are compared: without boilerplate, which the page greys
//   --about      title, byline, outlet and date as well
//   --portion N  how many files one page is given at once; 20 when not said, 0 for all

import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { argv, exit, stderr, stdout } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { keptRecords } from "../tests/page/kept.mjs";
import { CHROMIUM_FLAGS, need } from "./browsers.mjs";
import { FILE } from "./serve.mjs";

const require = createRequire(new URL("../www/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const PKG = new URL("../pkg/", import.meta.url);
/** Files that one page is given at once, when nothing else is said. */
const PORTION = 20;
/** Milliseconds until a page that says nothing more of its files is given up. */
const PATIENCE = 120_000;
/** Milliseconds between two looks at what the page has read; what it says it keeps a moment later. */
const MOMENT = 100;
const LATER = 500;

/** What the page did that it should not do, as it happens. */
function watch(page, heard) {
  const address = pathToFileURL(FILE).href;
  page.on("console", (message) => {
    if (/error|warning/.test(message.type())) heard.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`exception: ${error}`));
  page.on("crash", () => heard.push("the page crashed"));
  page.on("request", (request) => {
    if (request.url() !== address && !/^(blob|data):/.test(request.url()))
      heard.push(`request: ${request.url()}`);
  });
}

/** What the page keeps of its files and says of those it refuses, by the names of the files. */
async function found(page) {
  const [record] = await keptRecords({ page });
  // Many refused files are one line that unfolds.
  await page.locator(".problems-fold:not([open]) > summary").evaluateAll((all) => all[0]?.click());
  const problems = await page.locator(".problems li").evaluateAll((all) =>
    all.map((one) => {
      const name = one.querySelector("bdi")?.textContent ?? "";
      return [name, one.textContent.slice(name.length).trim()];
    }),
  );
  return { articles: record?.articles ?? [], problems };
}

/** Gives files to a page of their own, and waits until it has said something of each. */
async function readPortion(browser, folder, names, heard) {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  watch(page, heard);
  try {
    await page.goto(pathToFileURL(FILE).href);
    await page.setInputFiles(
      "input[type=file]",
      names.map((name) => join(folder, name)),
    );
    return await untilAll(page, names);
  } catch (error) {
    heard.push(`${names.join(", ")}: ${error}`);
    return { articles: [], problems: [] };
  } finally {
    await context.close();
  }
}

async function untilAll(page, names) {
  // Of an archive the page names what is in it.
  const isOne = names.length === 1;
  for (const end = performance.now() + PATIENCE; ; ) {
    const { articles, problems } = await found(page);
    const said = new Set([...articles.map(({ name }) => name), ...problems.map(([name]) => name)]);
    const isDone = isOne ? said.size > 0 : names.every((name) => said.has(name));
    await page.waitForTimeout(isDone ? LATER : MOMENT);
    if (isDone || performance.now() > end) return found(page);
  }
}

/** Takes the lines out of a text that the engine does not compare. */
async function comparedLines() {
  const { compare, initSync } = await import(new URL("twicetold.js", PKG).href);
  initSync({ module: readFileSync(new URL("twicetold_bg.wasm", PKG)) });
  return (text) =>
    compare(text, "", {})
      .paragraphs.left.filter(({ boilerplate }) => boilerplate === null)
      .map(({ start, end }) => text.slice(start, end))
      .join("\n\n");
}

/** The files of a folder in portions. Archives come alone, for the page names what is in them. */
function portionsOf(folder, size) {
  const isFile = (name) => !name.startsWith(".") && statSync(join(folder, name)).isFile();
  const names = readdirSync(folder).filter(isFile).sort();
  const isArchive = (name) => extname(name).toLowerCase() === ".zip";
  const others = names.filter((name) => !isArchive(name));
  const step = size || Math.max(1, others.length);
  const portions = names.filter(isArchive).map((name) => [name]);
  for (let at = 0; at < others.length; at += step) portions.push(others.slice(at, at + step));
  return portions;
}

function lineOf(file, articles, shown, isAbout) {
  const text = articles.map((article) => shown(article.text)).join("\n\n");
  const { title = null, byline = null, outlet = null, date = null } = articles[0] ?? {};
  return JSON.stringify(isAbout ? { file, text, title, byline, outlet, date } : { file, text });
}

async function main() {
  const options = { compared: { type: "boolean" }, about: { type: "boolean" }, portion: { type: "string" } };
  const { values, positionals } = parseArgs({ args: argv.slice(2), options, allowPositionals: true });
  const [folder, out] = positionals;
  const size = Number(values.portion ?? PORTION);
  if (!folder || !out || !Number.isInteger(size) || size < 0) {
    stderr.write("node scripts/read-files.mjs FOLDER OUT.jsonl [--compared] [--about] [--portion N]\n");
    return false;
  }
  const shown = values.compared ? await comparedLines() : (text) => text;
  const flags = CHROMIUM_FLAGS.filter((flag) => flag !== "--headless");
  const browser = await chromium.launch({ executablePath: need("chromium"), args: flags });
  const [lines, heard] = [[], []];
  let refused = 0;
  try {
    for (const names of portionsOf(folder, size)) {
      const { articles, problems } = await readPortion(browser, folder, names, heard);
      for (const name of names) {
        const own = names.length === 1 ? articles : articles.filter((one) => one.name === name);
        if (own.length > 0) lines.push(lineOf(name, own, shown, values.about));
        else refused += 1;
        if (own.length === 0 && !problems.some(([one]) => one === name)) heard.push(`${name}: no answer`);
      }
      for (const [name, why] of problems) stderr.write(`${name} ${why}\n`);
    }
  } finally {
    await browser.close();
  }
  writeFileSync(out, lines.map((line) => `${line}\n`).join(""));
  for (const what of heard) stderr.write(`${what}\n`);
  stdout.write(`${lines.length} read, ${refused} not\n`);
  return heard.length === 0;
}

if (argv[1] === fileURLToPath(import.meta.url)) exit((await main()) ? 0 : 1);
