// What the first comparison costs, which is what a reader of two articles waits for: processor time of a fresh process,
// and of a fresh page of Chromium, with all of its threads, until nothing works any more (the compilers of V8 go on after
// the call). First call, second call and steady state; and what each program found, for a fast answer that found nothing
// is no answer. Medians of fresh runs, all programs in turn.
//
//   node benches/first.mjs [runs]     5 when not given; BENCH_WORDS=1000,10000 for other sizes; PACKAGE=folder
//
// Others where they are installed: npm --prefix benches ci. They look for less: no rewording, no rows, no facts.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { argv, cpuUsage, env, execPath, stdout } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CHROMIUM_FLAGS, need } from "../scripts/browsers.mjs";
import { pair, SHAPES } from "./texts.mjs";

const SELF = fileURLToPath(import.meta.url);
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PACKAGE = env.PACKAGE ?? join(ROOT, "pkg");

/** Calls after which the compilers have done what they will. */
const STEADY = 15;
/** A program that took so many milliseconds once is not called again in the run. */
const LONG = 3000;
/** After so many milliseconds a program is ended. */
const ENDED = 60_000;
/** Nothing works any more when this many milliseconds took less than a tenth of them. */
const QUIET = 60;

const wordsOf = (text) => text.split(/\s+/).filter(Boolean).length;

/** Each program: what loads it, and what it found of two texts. In a page only ours is loaded. */
const PROGRAMS = {
  twicetold: async () => {
    const { initSync, compare } = await import(`${PACKAGE}/twicetold.js`);
    initSync({ module: readFileSync(`${PACKAGE}/twicetold_bg.wasm`) });
    return (left, right) => {
      const { summary, passages } = compare(left, right);
      const { verbatim, edited, reworded } = summary.left;
      return { words: verbatim + edited + reworded, moves: passages.filter(({ moved }) => moved).length };
    };
  },
  "@vscode/diff": async () => {
    const { createDiffComputer } = await import("@vscode/diff");
    const computer = await createDiffComputer({ useWasm: true });
    return (left, right) => {
      // Its clock is missing where it is WebAssembly, so that it cannot be given a time.
      const { edits, moves } = computer.computeDiff(left, right, { computeMoves: true });
      const gone = edits.replacements.map(({ range }) => left.slice(range.start, range.endExclusive));
      return { words: wordsOf(left) - wordsOf(gone.join(" ")), moves: moves?.length ?? 0 };
    };
  },
  jsdiff: async () => {
    const { diffWords } = await import("diff");
    return (left, right) => {
      const kept = diffWords(left, right).filter(({ added, removed }) => !added && !removed);
      return { words: wordsOf(kept.map(({ value }) => value).join(" ")), moves: 0 };
    };
  },
  "dolos-core": async () => {
    const { fragments, GRAM } = await import("./dolos.mjs");
    return (left, right) => {
      const covered = new Set();
      for (const { leftkgrams } of fragments(left, right)) {
        for (let at = leftkgrams.from; at < leftkgrams.to + GRAM - 1; at += 1) covered.add(at);
      }
      return { words: covered.size, moves: 0 };
    };
  },
};

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const used = () => {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
};

/** Processor time of what is done, with what the compilers do behind it. */
async function costOf(act) {
  const before = used();
  const result = await act();
  for (;;) {
    const now = used();
    await sleep(QUIET);
    if (used() - now < QUIET / 10) return { cost: now - before, result };
  }
}

/** In a fresh process: one program, one pair. */
async function one(name, words, shape) {
  const [left, right] = pair(shape, Number(words));
  const load = await costOf(PROGRAMS[name]);
  const run = load.result;
  const first = await costOf(() => run(left, right));
  const found = { load: load.cost, first: first.cost, ...first.result };
  if (first.cost < LONG) {
    found.second = (await costOf(() => run(left, right))).cost;
    for (let at = 0; at < STEADY; at += 1) run(left, right);
    const times = [];
    for (let at = 0; at < STEADY; at += 1) {
      const before = used();
      run(left, right);
      times.push(used() - before);
    }
    found.steady = median(times);
  }
  stdout.write(JSON.stringify(found));
}

function inProcess(name, words, shape) {
  const options = { encoding: "utf8", timeout: ENDED };
  const child = spawnSync(execPath, [SELF, "--one", name, String(words), shape], options);
  if (child.error?.code === "ETIMEDOUT") return { first: ENDED };
  if (child.status !== 0) throw new Error(`${name}: ${child.stderr.trim().split("\n").at(-1)}`);
  return JSON.parse(child.stdout);
}

/** Serves the package and an empty page on this machine alone. */
async function serve() {
  const types = { js: "text/javascript", wasm: "application/wasm" };
  const server = createServer(({ url }, response) => {
    const file = join(PACKAGE, decodeURIComponent(url));
    const found = url !== "/" && file.startsWith(PACKAGE) && existsSync(file);
    response.setHeader("content-type", found ? (types[file.split(".").at(-1)] ?? "text/plain") : "text/html");
    response.end(found ? readFileSync(file) : "<!doctype html><title>first</title>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** In a fresh page: the engine loaded and called twice; processor time of the page's process. */
async function inPage(browser, address, words, shape) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  const session = await browser.newBrowserCDPSession();
  const spent = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const pages = processInfo.filter(({ type }) => type === "renderer");
    return pages.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  const cost = async (act, given) => {
    const before = await spent();
    await page.evaluate(act, given);
    for (;;) {
      const now = await spent();
      await sleep(QUIET);
      if ((await spent()) - now < QUIET / 10) return now - before;
    }
  };
  const load = await cost(async () => {
    const engine = await import("/twicetold.js");
    await engine.default();
    window.compare = engine.compare;
  });
  const call = ([left, right]) => {
    window.compare(left, right);
  };
  const texts = pair(shape, words);
  const found = { load, first: await cost(call, texts), second: await cost(call, texts) };
  await page.context().close();
  return found;
}

function write(words, shape, name, runs) {
  const of = (key) => median(runs.map((run) => run[key] ?? Number.NaN));
  const time = (key) => (Number.isNaN(of(key)) ? "-" : of(key).toFixed(of(key) < 20 ? 1 : 0));
  const cells = [
    String(words).padStart(8),
    shape.padEnd(10),
    name.padEnd(16),
    ...["load", "first", "second", "steady"].map((key) => time(key).padStart(8)),
  ];
  const { words: matched, moves } = runs[0];
  if (matched !== undefined) cells.push(`  ${matched} words matched, ${moves} moved passages`);
  stdout.write(`${cells.join(" ")}\n`);
}

async function main(runs) {
  const sizes = (env.BENCH_WORDS ?? "1000,10000,100000").split(",").map(Number).filter(Number.isFinite);
  const require = createRequire(new URL("../www/package.json", import.meta.url));
  const { chromium } = require("playwright-core");
  const browser = await chromium.launch({
    executablePath: need("chromium"),
    args: CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
  });
  const { server, address } = await serve();
  stdout.write(
    `Processor time of all threads in ms, medians of ${runs} fresh runs, Node ${process.version}\n`,
  );
  stdout.write(`   words shape      program              load    first   second   steady\n`);
  const tired = new Set();
  for (const words of sizes) {
    for (const shape of SHAPES) {
      const found = new Map();
      const add = (name, run) => found.set(name, [...(found.get(name) ?? []), run]);
      for (let at = 0; at < runs; at += 1) {
        for (const name of Object.keys(PROGRAMS)) {
          const key = `${name} ${shape}`;
          if (tired.has(key) || tired.has(name)) continue;
          try {
            const run = inProcess(name, words, shape);
            add(name, run);
            // Once is enough of a long one, and ten times the words are not tried.
            if (run.first > LONG && name !== "twicetold") tired.add(key);
          } catch (error) {
            stdout.write(`left out: ${error.message} (npm --prefix benches ci)\n`);
            tired.add(name);
          }
        }
        add("… in a page", await inPage(browser, address, words, shape));
      }
      for (const [name, all] of found) write(words, shape, name, all);
    }
  }
  server.close();
  await browser.close();
}

if (argv[2] === "--one") await one(...argv.slice(3));
else await main(Number(argv[2] ?? 5));
