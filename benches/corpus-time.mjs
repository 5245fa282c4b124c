// How long `twicetold corpus` takes for a generated collection and how much memory it needs (Linux tells it). No test holds
// a time; run it on a machine that does nothing else, after `make cli`.
//
//   node benches/corpus-time.mjs [articles] [words]   20,000 and 600 when no numbers are given

import { spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { argv, stdout } from "node:process";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { corpus } from "./corpus.mjs";

const [ARTICLES, WORDS] = [argv[2] ?? 20_000, argv[3] ?? 600].map(Number);
const target = (name) => fileURLToPath(new URL(`../target/${name}`, import.meta.url));
const FILE = target(`corpus-${ARTICLES}-${WORDS}.jsonl`);

/** What may be the most for 20,000 articles of 600 words: seconds, and megabytes. */
const MOST = { time: 120, memory: 4_096 };

async function write() {
  const file = createWriteStream(FILE);
  for (const article of corpus(ARTICLES, WORDS)) {
    if (!file.write(`${JSON.stringify(article)}\n`)) await new Promise((done) => file.once("drain", done));
  }
  file.end();
  await finished(file);
}

/** The most memory that a process had so far, in megabytes. */
function peak(pid) {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function run(args) {
  const start = performance.now();
  const child = spawn(target("release/twicetold"), ["corpus", FILE, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let [lines, memory] = [0, 0];
  child.stdout.on("data", (part) => {
    for (const byte of part) lines += byte === 10 ? 1 : 0;
  });
  const watch = setInterval(() => {
    memory = Math.max(memory, peak(child.pid));
  }, 50);
  const code = await new Promise((done) => child.on("close", done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`twicetold ended with ${code}`);
  return { lines, memory, seconds: (performance.now() - start) / 1000 };
}

const line = (name, value, most) =>
  stdout.write(`  ${name.padEnd(28)} ${value.padStart(12)}${most ? `   at most ${most}` : ""}\n`);

await write();
const listed = await run(["--candidates"]);
const found = await run([]);
stdout.write(
  `${ARTICLES} articles of ${WORDS} words, ${(ARTICLES * (ARTICLES - 1)) / 2} pairs, ${availableParallelism()} cores\n`,
);
line("candidates", String(listed.lines));
line("to find them", `${listed.seconds.toFixed(1)} s`);
line("related pairs", String(found.lines));
line("all", `${found.seconds.toFixed(1)} s`, `${MOST.time} s`);
line("memory", `${found.memory.toFixed(0)} MB`, `${MOST.memory} MB`);
