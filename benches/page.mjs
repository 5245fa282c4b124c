// How quick the page is, in headless Chromium, opened from disk: medians of fresh pages in one run. No test
// holds a time; run it on a machine that does nothing else.
//
//   node benches/page.mjs [runs] [file]   7 and dist/twicetold.html when not given
//
// First how long a reader waits, in milliseconds of the clock. Then, for three lengths of a pair, how many
// elements the document has at most in any lens, and what the page's own thread works, in milliseconds of
// processor time: for a change of lens until nothing is left for later, and for a frame of scrolling.

import { createRequire } from "node:module";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";
import { CHROMIUM_FLAGS, need } from "../scripts/browsers.mjs";
import { FILE } from "../scripts/serve.mjs";
import { pair } from "./texts.mjs";

const require = createRequire(new URL("../www/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const RUNS = Number(argv[2] ?? 7);
const PAGE = pathToFileURL(argv[3] ?? FILE).href;

/** Lengths of each text of a pair, in words, and what is held of the longest. */
const LENGTHS = [1000, 10_000, 100_000];
const BOUNDS = { elements: 5000, lens: 100, frame: 8 };

/** The keys of the lenses; the last leads back to where the first began. */
const LENSES = ["2", "3", "4", "1"];

/** After this what was left for later has been drawn, too, in milliseconds. */
const LATER = 600;

/** Frames of scrolling, and pixels for each. */
const FRAMES = 120;
const STEP = 60;

/** Steps of the loop that tells how quick the machine is meanwhile: some 200 ms where the figures of ARCHITECTURE.md come from. */
const STEPS = 3e7;

/** Nobody has two files chosen sooner after opening the page, in milliseconds. */
const MOMENT = 1500;

/** What is measured and how long it may take, in milliseconds. */
const MOST = {
  "a loop, to compare by": Number.NaN,
  "click to result painted, 1,000 words": 70,
  "click to result painted, 10,000 words": Number.NaN,
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
  await page.goto(PAGE);
  // The driver brings scripts of its own into a fresh page, some 10 ms of the page's thread: before anything is timed.
  await page.waitForFunction(() => true);
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
  const [busy, small, middling, large, after, during, later, hover, key] = Object.values(times);
  for (let run = 0; run < RUNS; run += 1) {
    const short = await open(browser, 1000);
    small.push((await opened(short)).whole);
    busy.push(await loop(short));
    await short.close();
    const middle = await open(browser, 10_000);
    middling.push((await opened(middle)).whole);
    await middle.close();
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

/** What the page's own thread has worked so far, in milliseconds of processor time. */
async function worked(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}

const elements = (page) => page.evaluate(() => document.querySelectorAll("*").length);

/** Runs in the page: scrolls what is read, a step in every frame. */
const scroll = ([frames, step]) =>
  new Promise((resolve) => {
    const scroller = document.querySelector(".column-left, .rows, .facts");
    let left = frames;
    const frame = () => {
      scroller.scrollTop += step;
      left -= 1;
      if (left > 0) requestAnimationFrame(frame);
      else resolve();
    };
    requestAnimationFrame(frame);
  });

/** Elements, lens switches and scroll frames of a pair: the most of any lens. */
async function weigh(browser, words) {
  const page = await open(browser, words);
  await page.waitForTimeout(2500);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const found = { elements: await elements(page), lens: 0, frame: 0 };
  const most = (name, value) => {
    found[name] = Math.max(found[name], value);
  };
  for (const key of LENSES) {
    const before = await worked(session);
    await page.keyboard.press(key);
    await page.waitForTimeout(LATER);
    most("lens", (await worked(session)) - before);
    most("elements", await elements(page));
    const still = await worked(session);
    await page.evaluate(scroll, [FRAMES, STEP]);
    most("frame", ((await worked(session)) - still) / FRAMES);
    most("elements", await elements(page));
  }
  await page.close();
  return found;
}

function tell(name, found, most = Number.NaN, unit = " ms") {
  const [middle, worst] = [median(found), Math.max(...found)].map((one) =>
    one < 20 ? one.toFixed(1) : Math.round(one),
  );
  const aim = Number.isNaN(most) ? "" : `, to be at most ${most}`;
  stdout.write(`${name}: ${middle}${unit} (worst ${worst}${aim})\n`);
}

const browser = await chromium.launch({
  executablePath: need("chromium"),
  args: CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
});
const times = await measure(browser);
for (const [name, most] of Object.entries(MOST)) tell(name, times[name], most);
for (const words of LENGTHS) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await weigh(browser, words));
  const bound = words === LENGTHS.at(-1) ? BOUNDS : {};
  const all = (name) => runs.map((one) => one[name]);
  tell(`elements, ${words} words`, all("elements"), bound.elements, "");
  tell(`lens switch, ${words} words`, all("lens"), bound.lens);
  tell(`scroll frame, ${words} words`, all("frame"), bound.frame);
}
await browser.close();
