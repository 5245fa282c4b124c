// How long all pairs of 200 articles and all related pairs of 2,000 take in headless Chromium, opened from disk, and how
// long the page is kept from answering meanwhile. No test holds a time; run it on a machine that does nothing else.
//
//   node benches/library.mjs [articles] [words]   200 of 1,000 and 2,000 of 600 when no numbers are given

import { createRequire } from "node:module";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";
import { CHROMIUM_FLAGS, need } from "../scripts/browsers.mjs";
import { FILE } from "../scripts/serve.mjs";
import { corpus } from "./corpus.mjs";
import { pair } from "./texts.mjs";

const require = createRequire(new URL("../www/package.json", import.meta.url));
const { chromium } = require("playwright-core");

/** How many articles of how many words. */
const SIZES = argv[2]
  ? [[Number(argv[2]), Number(argv[3] ?? 1000)]]
  : [
      [200, 1000],
      [2000, 600],
    ];
/** Of more articles, those pairs are compared that can share something. */
const EVERY_PAIR = 200;

/** What may be the longest, in milliseconds: all pairs, of many articles all related ones, and one task on the main thread. */
const MOST = { all: 30_000, related: 60_000, task: 200 };
const PATIENCE = 300_000;

/** Articles of which every fourth pair is one story in two versions, and all others are strangers. */
function texts(count, words) {
  if (count > EVERY_PAIR) return Array.from(corpus(count, words), ({ text }) => text);
  const all = [];
  for (let seed = 1; all.length < count; seed += 1) {
    all.push(...pair(seed % 4 === 0 ? "Reworded" : "Unrelated", words, seed));
  }
  return all.slice(0, count);
}

/** A browser takes so many files at once. */
const AT_ONCE = 500;

async function give(page, files) {
  for (let from = 0; from < files.length; from += AT_ONCE) {
    await page.setInputFiles("input[type=file]", files.slice(from, from + AT_ONCE));
    await page.waitForFunction(() => document.documentElement.dataset.state === "done", null, {
      timeout: PATIENCE,
    });
  }
}

const line = (name, value, most) =>
  stdout.write(`  ${name.padEnd(40)} ${value.padStart(9)}${most ? `   at most ${most}` : ""}\n`);

async function measure(page, count, words) {
  await page.goto(pathToFileURL(FILE).href);
  const files = texts(count, words).map((text, at) => ({
    name: `${at}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  }));
  const start = performance.now();
  await give(page, files);
  const read = performance.now() - start;
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration);
    }).observe({ type: "longtask" });
  });
  const took = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const start = performance.now();
        const watch = new MutationObserver(() => {
          if (!document.querySelector(".pairs-foot")) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        });
        watch.observe(document, { subtree: true, childList: true });
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
      }),
  );
  const [tasks, cores, elements, rows, foot] = await page.evaluate(() => [
    window.tasks,
    navigator.hardwareConcurrency,
    document.getElementsByTagName("*").length,
    Number(document.querySelector(".matrix-all")?.getAttribute("aria-rowcount") ?? 1) - 1,
    document.querySelector(".pairs-foot").textContent,
  ]);
  const pairs = (count * (count - 1)) / 2;
  stdout.write(`${count} articles of ${words} words, ${pairs} pairs, ${cores} cores\n`);
  line("reading them, until they are kept", `${Math.round(read)} ms`);
  const most = count > EVERY_PAIR ? MOST.related : MOST.all;
  line("all pairs, key to painted", `${Math.round(took)} ms`, `${most} ms`);
  line("longest task on the main thread", `${Math.round(Math.max(0, ...tasks))} ms`, `${MOST.task} ms`);
  line("tasks over 50 ms", String(tasks.length));
  line("articles in the matrix; elements", `${rows}; ${elements}`);
  stdout.write(`  ${foot}\n`);
}

const browser = await chromium.launch({
  executablePath: need("chromium"),
  args: CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
});
try {
  for (const [count, words] of SIZES) {
    // Each in a context of its own: articles are kept for the next visit.
    const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
    await measure(page, count, words);
    await page.close();
  }
} finally {
  await browser.close();
}
