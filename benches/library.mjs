// How long all pairs of 200 articles take in headless Chromium, opened from disk, and how long the page
// is kept from answering meanwhile. No test holds a time; run it on a machine that does nothing else.
//
//   node benches/library.mjs [articles] [words]   200 and 1,000 when no numbers are given

import { createRequire } from "node:module";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";
import { CHROMIUM_FLAGS, need } from "../scripts/browsers.mjs";
import { FILE } from "../scripts/serve.mjs";
import { pair } from "./texts.mjs";

const require = createRequire(new URL("../www/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const [ARTICLES, WORDS] = [Number(argv[2] ?? 200), Number(argv[3] ?? 1000)];

/** What may be the longest, in milliseconds: all pairs, and one task on the main thread. */
const MOST = { all: 30_000, task: 200 };
const PATIENCE = 300_000;

/** Articles of which every fourth pair is one story in two versions, and all others are strangers. */
function articles() {
  const files = [];
  for (let seed = 1; files.length < ARTICLES; seed += 1) {
    for (const text of pair(seed % 4 === 0 ? "Reworded" : "Unrelated", WORDS, seed)) {
      files.push({ name: `${files.length}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) });
    }
  }
  return files.slice(0, ARTICLES);
}

const line = (name, value, most) =>
  stdout.write(`  ${name.padEnd(40)} ${value.padStart(9)}${most ? `   at most ${most}` : ""}\n`);

const browser = await chromium.launch({
  executablePath: need("chromium"),
  args: CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
});
try {
  const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
  await page.goto(pathToFileURL(FILE).href);
  await page.setInputFiles("input[type=file]", articles());
  await page.waitForFunction(() => document.documentElement.dataset.state === "done", null, {
    timeout: PATIENCE,
  });
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
  const tasks = await page.evaluate(() => window.tasks);
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  const pairs = (ARTICLES * (ARTICLES - 1)) / 2;
  stdout.write(`${ARTICLES} articles of ${WORDS} words, ${pairs} pairs, ${cores} cores\n`);
  line("all pairs, key to painted", `${Math.round(took)} ms`, `${MOST.all} ms`);
  line("one pair", `${(took / pairs).toFixed(2)} ms`);
  line("longest task on the main thread", `${Math.round(Math.max(0, ...tasks))} ms`, `${MOST.task} ms`);
  line("tasks over 50 ms", String(tasks.length));
} finally {
  await browser.close();
}
