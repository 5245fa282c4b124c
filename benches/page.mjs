// How quick the page is, in headless Chromium, opened from disk: medians of fresh pages in one run. No test
// holds a time; run it on a machine that does nothing else.
//
//   node benches/page.mjs [runs]   7 when no number is given

import { createRequire } from "node:module";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";
import { CHROMIUM_FLAGS, need } from "../scripts/browsers.mjs";
import { FILE } from "../scripts/serve.mjs";
import { pair } from "./texts.mjs";

const require = createRequire(new URL("../www/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const RUNS = Number(argv[2] ?? 7);

/** Steps of the loop that tells how quick the machine is meanwhile: some 200 ms where the figures of ARCHITECTURE.md come from. */
const STEPS = 3e7;

/** Nobody has two files chosen sooner after opening the page, in milliseconds. */
const MOMENT = 1500;

/** What is measured and how long it may take, in milliseconds. */
const MOST = {
  "a loop, to compare by": Number.NaN,
  "click to result painted, 1,000 words": 100,
  "click to result painted, 100,000 words": 1000,
  "… of that after the engine is done": 250,
  "longest task while the engine works": 200,
  "longest task after it": Number.NaN,
  "pointing at a passage to its mark lit": 50,
  "key N to the passage open": 50,
};

// Runs in the page before its own script: notes when files come in, when the engine answers, when the
// result has been painted, and what kept the main thread busy.
function watch() {
  const times = { tasks: [] };
  window.bench = times;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) times.tasks.push([startTime, duration]);
  }).observe({ entryTypes: ["longtask"] });
  addEventListener("change", () => (times.click = performance.now()), { capture: true });
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data?.kind === "result") times.answered = performance.now();
      });
    }
  };
  window.afterPaint = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(0);
    });
  new MutationObserver(() => {
    if (document.documentElement.dataset.state !== "done" || times.painted) return;
    window.afterPaint((now) => {
      times.painted = now;
    });
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
}

/** Opens two texts in a fresh page and says how long each part took. */
async function open(browser, words, settings) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...settings });
  await page.addInitScript(watch);
  await page.goto(pathToFileURL(FILE).href);
  await page.waitForTimeout(MOMENT);
  const files = pair("Edited", words).map((text, at) => ({
    name: `${at}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  }));
  await page.setInputFiles("input[type=file]", files);
  await page.waitForFunction(() => window.bench.painted);
  return page;
}

async function opened(page) {
  // What was left for later has been drawn, too.
  await page.waitForTimeout(2500);
  return page.evaluate(() => {
    const { click, answered, painted, tasks } = window.bench;
    const longest = (from, to) =>
      Math.max(0, ...tasks.filter(([start]) => start >= from && start < to).map(([, length]) => length));
    return {
      whole: painted - click,
      after: painted - answered,
      during: longest(click, answered),
      later: longest(answered, Number.POSITIVE_INFINITY),
    };
  });
}

/** From an event to the paint after what it brings about is in the page. */
const reaction = (page, event, sign, text = "") =>
  page.evaluate(
    ([name, wanted, words]) => {
      window.reacted = new Promise((resolve) => {
        let begin;
        addEventListener(name, () => (begin ??= performance.now()), { capture: true, once: true });
        const seen = new MutationObserver(() => {
          if (begin === undefined || !document.querySelector(wanted)?.textContent.startsWith(words)) return;
          seen.disconnect();
          window.afterPaint((now) => resolve(now - begin));
        });
        seen.observe(document, { subtree: true, childList: true, attributes: true });
      });
    },
    [event, sign, text],
  );

async function pointing(page) {
  const badge = page.locator(".column-left .badge-lane").nth(2);
  await page.mouse.move(2, 2);
  await page.waitForTimeout(200);
  const box = await badge.boundingBox();
  await reaction(page, "pointerover", ".column-right mark.is-active");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const time = await page.evaluate(() => window.reacted);
  await page.mouse.move(2, 2);
  return time;
}

async function next(page) {
  await page.keyboard.press("n");
  await page.waitForTimeout(400);
  const number = await page.locator(".tray .badge").first().textContent();
  await reaction(page, "keydown", ".tray-head .badge", String(Number(number) + 1));
  await page.keyboard.press("n");
  return page.evaluate(() => window.reacted);
}

/** How long a loop takes in the page. */
const loop = (page) =>
  page.evaluate((steps) => {
    const begin = performance.now();
    let sum = 0;
    for (let at = 0; at < steps; at += 1) sum = (sum * 31 + at) | 0;
    return sum === 0.5 ? 0 : performance.now() - begin;
  }, STEPS);

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

async function measure(browser) {
  const times = Object.fromEntries(Object.keys(MOST).map((name) => [name, []]));
  const [busy, small, large, after, during, later, hover, key] = Object.values(times);
  for (let run = 0; run < RUNS; run += 1) {
    const short = await open(browser, 1000);
    small.push((await opened(short)).whole);
    busy.push(await loop(short));
    await short.close();
    const long = await open(browser, 100_000);
    const parts = await opened(long);
    large.push(parts.whole);
    after.push(parts.after);
    during.push(parts.during);
    later.push(parts.later);
    hover.push(await pointing(long));
    key.push(await next(long));
    await long.close();
  }
  return times;
}

const browser = await chromium.launch({
  executablePath: need("chromium"),
  args: CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
});
const times = await measure(browser);
await browser.close();
for (const [name, most] of Object.entries(MOST)) {
  const [middle, worst] = [median(times[name]), Math.max(...times[name])].map(Math.round);
  const aim = Number.isNaN(most) ? "" : `, to be at most ${most}`;
  stdout.write(`${name}: ${middle} ms (worst ${worst}${aim})\n`);
}
