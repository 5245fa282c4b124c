// How long who says what takes in headless Chromium, opened from disk: from articles dropped to the table painted, of 20
// and of 200 articles that tell one story. No test holds a time; run it on a machine that does nothing else.
//
//   node benches/statements.mjs [articles] [words]   20 and 200 of 800 words when no numbers are given

import { createRequire } from "node:module";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";
import { CHROMIUM_FLAGS, need } from "../scripts/browsers.mjs";
import { FILE } from "../scripts/serve.mjs";
import { pair } from "./texts.mjs";

const require = createRequire(new URL("../www/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const COUNTS = argv[2] ? [Number(argv[2])] : [20, 200];
const WORDS = Number(argv[3] ?? 800);

/** What may be the longest from drop to table, in milliseconds, by the number of articles. */
const MOST = { 20: 1_500, 200: 30_000 };
const PATIENCE = 300_000;

/** Chance from a seed, the same on every machine: the generator of Numerical Recipes. */
function chance(seed) {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % end;
  };
}

const sentencesOf = (text) => text.split(/(?<=\. )|\n+/).filter((sentence) => sentence.trim() !== "");

/** Articles that tell one story: each has 2 of 3 sentences of it, from either of two wordings, and some of its own. */
function related(count) {
  const [one, other] = pair("Reworded", WORDS, 1).map(sentencesOf);
  const strangers = sentencesOf(pair("Unrelated", 50 * WORDS, 1)[1]);
  const below = chance(7);
  return Array.from({ length: count }, (_, number) => {
    const parts = one.slice(0, other.length).map((sentence, at) => {
      const own = strangers[(number * 53 + at) % strangers.length];
      return `${[own, sentence, other[at]][below(3)].trim()}${below(4) === 0 ? "\n\n" : " "}`;
    });
    return { name: `${number}.txt`, mimeType: "text/plain", buffer: Buffer.from(parts.join("")) };
  });
}

const line = (name, value, most) =>
  stdout.write(`  ${name.padEnd(40)} ${value.padStart(9)}${most ? `   at most ${most}` : ""}\n`);

/** Drops articles, asks who says what, and waits for the table: the milliseconds, and the longest tasks meanwhile. */
async function measure(page, files) {
  await page.goto(pathToFileURL(FILE).href);
  await page.waitForSelector("input[type=file]", { state: "attached" });
  // As on a page that was open for a moment: the engine is there.
  await page.waitForTimeout(1_000);
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration);
    }).observe({ type: "longtask" });
    const input = document.querySelector("input[type=file]");
    input.addEventListener(
      "change",
      () => {
        window.begun = performance.now();
      },
      { capture: true },
    );
    new MutationObserver((_, watch) => {
      const views = document.querySelector(".pairs-views");
      const isOpen = document.documentElement.dataset.state === "done";
      if (!views && isOpen && !window.asked) {
        window.asked = true;
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
      }
      if (views && !window.chosen) {
        window.chosen = true;
        [...views.querySelectorAll("button")]
          .find(({ textContent }) => textContent === "Who says what")
          .click();
      }
      if (!document.querySelector("[data-statements] tbody tr")) return;
      watch.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          window.took = performance.now() - window.begun;
        }),
      );
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.setInputFiles("input[type=file]", files);
  await page.waitForFunction(() => window.took !== undefined, null, { timeout: PATIENCE });
  return page.evaluate(() => ({
    took: window.took,
    tasks: window.tasks,
    rows: document.querySelectorAll("[data-statements] tbody tr").length,
    cores: navigator.hardwareConcurrency,
  }));
}

const browser = await chromium.launch({
  executablePath: need("chromium"),
  args: CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
});
try {
  for (const count of COUNTS) {
    const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
    const { took, tasks, rows, cores } = await measure(page, related(count));
    stdout.write(`${count} related articles of ${WORDS} words, ${cores} cores, ${rows} rows drawn\n`);
    line("who says what, drop to painted", `${Math.round(took)} ms`, MOST[count] && `${MOST[count]} ms`);
    line("longest task on the main thread", `${Math.round(Math.max(0, ...tasks))} ms`);
    line("tasks over 50 ms", String(tasks.length));
    await page.close();
  }
} finally {
  await browser.close();
}
