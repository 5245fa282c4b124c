// How long the engine takes as WebAssembly, in this Node, beside other programs where they are
// installed (npm --prefix benches ci): sizes by shapes, the median of several runs, milliseconds.
//
//   node benches/wasm.mjs            BENCH_WORDS=1000,1000000 for other sizes (words on each side)

import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { env, stdout } from "node:process";
import { HOSTILE, pair, SHAPES } from "./texts.mjs";

const SPEND = 800; // ms spent on one figure, with at least FEWEST runs …
const FEWEST = 7;
const LONG = 10_000; // … unless one alone takes longer than this
const PEER_LONG = 60_000; // a peer that took this long is not asked for more
const PEER_WORDS = 100_000; // peers and hostile texts are measured up to here

const PHASES = ["Documents", "Runs", "Passages", "Alignment", "Summary", "Boundary"];

const wasm = readFileSync(new URL("../pkg/twicetold_bg.wasm", import.meta.url));

/** The engine with a memory of its own, so that its size tells the most that one kind of text needed. */
async function engine(name) {
  const { default: init, compare } = await import(`../pkg/twicetold.js?${name}`);
  const { memory } = await init({ module_or_path: wasm });
  return { compare, megabytes: () => memory.buffer.byteLength / 1e6 };
}

/** Programs that answer a like question, each a function of two texts; those not installed are left out. */
async function peers() {
  const wanted = {
    "jsdiff diffWords": async () => {
      const { diffWords } = await import("diff");
      return (left, right) => diffWords(left, right);
    },
    "VS Code diff, 5 s": async () => {
      const { DefaultLinesDiffComputer } = await import("vscode-diff");
      const options = { ignoreTrimWhitespace: false, computeMoves: true, maxComputationTimeMs: 5000 };
      return (left, right) =>
        new DefaultLinesDiffComputer().computeDiff(left.split("\n"), right.split("\n"), options);
    },
    "dolos-core": async () => {
      const { FingerprintIndex, File, Region, TokenizedFile } = await import("@dodona/dolos-core");
      const tokens = (text) => text.toLowerCase().split(/\W+/).filter(Boolean);
      const file = (name, text) => {
        const words = tokens(text);
        const regions = words.map((_, at) => new Region(0, at, 0, at + 1));
        return new TokenizedFile(new File(name, text), words, regions);
      };
      return (left, right) => {
        const files = [file("left", left), file("right", right)];
        const index = new FingerprintIndex(4, 1);
        index.addFiles(files);
        return index.getPair(...files).buildFragments();
      };
    },
  };
  const found = {};
  for (const [name, load] of Object.entries(wanted)) {
    try {
      found[name] = await load();
    } catch (error) {
      stdout.write(`${name} is left out: ${error.code ?? error.message} (npm --prefix benches ci)\n`);
    }
  }
  return found;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Calls `run` several times: the median of its times and, with `watch`, of what `watch` returns by name. */
function measure(run, watch = () => ({})) {
  const totals = [];
  const details = {};
  const start = performance.now();
  while (totals.length < FEWEST || performance.now() - start < SPEND) {
    const begun = performance.now();
    run();
    totals.push(performance.now() - begun);
    for (const [name, time] of Object.entries(watch())) {
      details[name] = [...(details[name] ?? []), time];
    }
    if (performance.now() - start > LONG) break;
  }
  return {
    total: median(totals),
    details: Object.fromEntries(Object.entries(details).map(([n, t]) => [n, median(t)])),
  };
}

/** The engine's own measures of its last call, by phase. */
function phases() {
  const entries = performance.getEntriesByType("measure");
  return Object.fromEntries(entries.map(({ name, duration }) => [name.replace("Twicetold ", ""), duration]));
}

async function line(words, shape) {
  const { compare, megabytes } = await engine(`${words}-${shape}`);
  const [left, right] = pair(shape, words);
  const { total, details } = measure(() => compare(left, right), phases);
  const { passages, complete } = compare(left, right);
  const each = PHASES.map((phase) => (details[phase] ?? 0).toFixed(2).padStart(9)).join(" ");
  const found = `${passages.length} passages${complete ? "" : ", not complete"}`;
  const memory = megabytes().toFixed(0).padStart(6);
  stdout.write(
    `${String(words).padStart(8)} ${shape.padEnd(10)} ${total.toFixed(2).padStart(9)} ${memory} ${each}  ${found}\n`,
  );
  return total;
}

/** How the time grows from the least to the greatest size of at least 10,000 words. */
function growth(sizes, ours) {
  const large = sizes.filter((words) => words >= 10_000);
  const [from, to] = [Math.min(...large), Math.max(...large)];
  if (!(to > from)) return;
  const each = SHAPES.map((shape) => {
    const times = ours.get(`${to} ${shape}`) / ours.get(`${from} ${shape}`);
    return `${shape} ${((times * from) / to).toFixed(2)}`;
  });
  stdout.write(
    `\nfrom ${from} to ${to} words the time grows by so many times what is linear: ${each.join(", ")}\n`,
  );
}

function compareWithPeers(sizes, ours, others) {
  const names = Object.keys(others);
  if (names.length === 0) return;
  const tired = new Set();
  const row = (cells) => stdout.write(`${cells.map((cell) => String(cell).padStart(18)).join(" ")}\n`);
  stdout.write("\nbeside others, milliseconds (they look for less: no moves, or no rewording, or no rows)\n");
  row(["words", "shape", "twicetold", ...names]);
  for (const words of sizes.filter((words) => words <= PEER_WORDS)) {
    for (const shape of SHAPES) {
      const [left, right] = pair(shape, words);
      const cells = names.map((name) => {
        if (tired.has(`${name} ${shape}`)) return "too long";
        const { total } = measure(() => others[name](left, right));
        // The next size is ten times as large; a cost that grows with the square is a hundred times.
        if (total * 100 > PEER_LONG) tired.add(`${name} ${shape}`);
        return total.toFixed(2);
      });
      row([words, shape, ours.get(`${words} ${shape}`).toFixed(2), ...cells]);
    }
  }
}

const sizes = (env.BENCH_WORDS ?? "1000,10000,100000,1000000").split(",").map(Number).filter(Number.isFinite);
stdout.write(`\nWebAssembly in Node ${process.version}, milliseconds (medians), words on each side\n`);
stdout.write(
  `${"words".padStart(8)} ${"shape".padEnd(10)} ${"total".padStart(9)} ${"MB".padStart(6)} ${PHASES.map((p) => p.padStart(9)).join(" ")}\n`,
);
const ours = new Map();
for (const words of sizes) {
  for (const shape of words <= PEER_WORDS ? [...SHAPES, ...HOSTILE] : SHAPES) {
    ours.set(`${words} ${shape}`, await line(words, shape));
  }
}
growth(sizes, ours);
compareWithPeers(sizes, ours, await peers());
