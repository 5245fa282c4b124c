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
const LONG = 20_000; // … unless they take longer than this
const TURN = SPEND / FEWEST; // ms for which one size is called before the next has its turn
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
    "dolos-core": async () => (await import("./dolos.mjs")).fragments,
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

/** The times of one thing, in milliseconds, and of its parts by name. */
class Times {
  totals = [];
  parts = {};
  spent = 0;

  constructor(run, watch = () => ({})) {
    Object.assign(this, { run, watch });
  }

  /** Calls it once, and again until `stay` ms are over. */
  again(stay) {
    const start = performance.now();
    do {
      const begun = performance.now();
      this.run();
      this.totals.push(performance.now() - begun);
      for (const [name, time] of Object.entries(this.watch())) {
        this.parts[name] = [...(this.parts[name] ?? []), time];
      }
    } while (performance.now() - start < stay);
    this.spent += performance.now() - start;
  }

  get enough() {
    return this.spent > LONG || (this.totals.length >= FEWEST && this.spent >= SPEND);
  }

  get total() {
    return median(this.totals);
  }

  part(name) {
    return median(this.parts[name] ?? []);
  }
}

/**
 * Calls several things in turn until all were called often enough. A computer that others use as well is slow for
 * seconds on end: in turn, all that is compared is slow then.
 */
function inTurn(all) {
  while (!all.every((times) => times.enough)) {
    for (const times of all) times.again(TURN);
  }
}

/** The engine's own measures of its last call, by phase. */
function phases() {
  const entries = performance.getEntriesByType("measure");
  return Object.fromEntries(entries.map(({ name, duration }) => [name.replace("Twicetold ", ""), duration]));
}

/** The engine on texts of one shape, all sizes in turn: the median of each, and what is written of it. */
async function inSizes(shape, sizes) {
  const each = sizes.map(async (words) => {
    const { compare, megabytes } = await engine(`${words}-${shape}`);
    const [left, right] = pair(shape, words);
    const found = {};
    const run = () => {
      // Not kept whole: what is not thrown away burdens the others.
      const { passages, complete } = compare(left, right);
      Object.assign(found, { passages: passages.length, complete });
    };
    return { words, times: new Times(run, phases), megabytes, found };
  });
  const all = await Promise.all(each);
  inTurn(all.map(({ times }) => times));
  return all.map(({ words, times, megabytes, found }) => {
    const cells = [
      String(words).padStart(8),
      shape.padEnd(10),
      times.total.toFixed(2).padStart(9),
      megabytes().toFixed(0).padStart(6),
      ...PHASES.map((phase) => times.part(phase).toFixed(2).padStart(9)),
      ` ${found.passages} passages${found.complete ? "" : ", not complete"}`,
    ];
    return { words, total: times.total, line: `${cells.join(" ")}\n` };
  });
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
        const times = new Times(() => others[name](left, right));
        inTurn([times]);
        // The next size is ten times as large; a cost that grows with the square is a hundred times.
        if (times.total * 100 > PEER_LONG) tired.add(`${name} ${shape}`);
        return times.total.toFixed(2);
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
const lines = [];
for (const shape of [...SHAPES, ...HOSTILE]) {
  const measured = SHAPES.includes(shape) ? sizes : sizes.filter((words) => words <= PEER_WORDS);
  for (const { words, total, line } of await inSizes(shape, measured)) {
    ours.set(`${words} ${shape}`, total);
    lines.push({ words, line });
  }
}
// By size; shapes stay in their order.
for (const { line } of lines.sort((a, b) => a.words - b.words)) stdout.write(line);
growth(sizes, ours);
compareWithPeers(sizes, ours, await peers());
