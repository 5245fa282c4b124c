// How long the encoder takes as WebAssembly, in this Node, and how much memory: two articles of 40 sentences.
//
//   node benches/meaning.mjs         after make meaning

import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { cpuUsage, stdout } from "node:process";

const ARTICLES = 2;
const SENTENCES = 40;
const WORDS = 22; // words of a sentence, as in newspapers
const RUNS = 7;

const read = (name) => readFileSync(new URL(name, import.meta.url));

/** Sentences of words from the tests' sentences in English, German and French, each of other words. */
function articles() {
  const lines = read("../encoder/tests/sentences.txt").toString().split("\n");
  const words = lines
    .filter((line) => /^(en|de|fr)\t/.test(line))
    .flatMap((line) => line.slice(3).split(" "));
  let at = 0;
  const next = () => {
    at = (at * 5 + 17) % 65_537;
    return words[at % words.length];
  };
  const sentence = () => Array.from({ length: WORDS }, next).join(" ");
  return Array.from({ length: ARTICLES * SENTENCES }, sentence);
}

/** Milliseconds of processor time that `work` took. */
function spent(work) {
  const before = cpuUsage();
  const started = performance.now();
  work();
  const { user, system } = cpuUsage(before);
  return { cpu: (user + system) / 1000, wall: performance.now() - started };
}

const line = (name, value) => stdout.write(`${name.padEnd(46)}${value}\n`);
const show = ({ cpu, wall }) => `${cpu.toFixed(0)} ms CPU, ${wall.toFixed(0)} ms`;

const file = read("../dist/twicetold.meaning");
line("file", `${(file.length / 1e6).toFixed(1)} MB`);
// The module stands behind the head of 32 bytes and its own length.
const module = new WebAssembly.Module(file.subarray(36, 36 + file.readUInt32LE(32)));
const imports = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) {
  imports[from] ??= {};
  imports[from][name] = () => {};
}
const { memory, room, open, embed } = new WebAssembly.Instance(module, imports).exports;
const put = (bytes) => {
  const address = room(bytes.length);
  new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
};
put(file);
line("file checked and taken apart", show(spent(open)));
const sentences = articles();
const all = new TextEncoder().encode(sentences.map((sentence) => `${sentence}\0`).join(""));
const work = () => {
  put(all);
  embed();
};
line(`${sentences.length} sentences, first time`, show(spent(work)));
const times = Array.from({ length: RUNS }, () => spent(work)).sort((a, b) => a.cpu - b.cpu);
line(`${sentences.length} sentences, median of ${RUNS}`, show(times[RUNS >> 1]));
line("memory of the module", `${(memory.buffer.byteLength / 1e6).toFixed(0)} MB`);
