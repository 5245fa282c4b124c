// What mutation runs share: the rooms whose decisions are put to the test, the tests that have to notice,
// and how a part of a long list is picked.
//
//   ROOM=facts,values    the files of these rooms alone
//   SHARD=3/20           the third of twenty parts
//   SAMPLE=100 SEED=7    so many of them, picked by chance; the same seed picks the same ones

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { env, stdout } from "node:process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Files, and folders with all that is in them. A room that moves is one line here. */
const ROOMS = [
  "src/diff.rs",
  "src/diff",
  "src/passages.rs",
  "src/passages",
  "src/alignment.rs",
  "src/alignment",
  "src/chain.rs",
  "src/facts.rs",
  "src/facts",
  "src/values.rs",
  "src/values",
  "src/left_out.rs",
  "src/coverage.rs",
  "src/relation.rs",
  "src/words.rs",
  "src/words",
  "src/document/sentences.rs",
];

/** The tests that hold most decisions, and those asked when they noticed nothing, as arguments of `cargo test`. */
export const TESTS = [
  ["--lib", "--test=cases", "--test=thresholds", "--test=facts"],
  ["--test=document", "--test=laws"],
];

/** Few texts for every law, and a build that is quick to make and not slow to run. */
export const BUILD = {
  ...env,
  PROPTEST_CASES: "8",
  CARGO_PROFILE_DEV_DEBUG: "0",
  CARGO_PROFILE_DEV_OPT_LEVEL: "1",
};

/** The Rust files of the rooms, or of those that the environment asks for, tests apart, relative to ROOT, in order. */
export function files({ ROOM } = env) {
  const missing = ROOMS.filter((room) => !existsSync(join(ROOT, room)));
  if (missing.length > 0) throw new Error(`scripts/rooms.mjs names what is not there: ${missing.join(", ")}`);
  const inside = (room) =>
    room.endsWith(".rs")
      ? [room]
      : readdirSync(join(ROOT, room), { recursive: true }).map((name) => `${room}/${name}`);
  const wanted = ROOM?.split(",").flatMap((room) => [`src/${room}.rs`, `src/${room}`]);
  const rooms = wanted ? ROOMS.filter((room) => wanted.includes(room)) : ROOMS;
  if (rooms.length === 0) throw new Error(`ROOM=${ROOM} names none of the rooms`);
  const isTest = (name) => name.endsWith("tests.rs") || name.includes("/tests/");
  const sources = rooms.flatMap(inside).filter((name) => name.endsWith(".rs") && !isTest(name));
  return [...new Set(sources)].sort();
}

/** The part of a list that the environment asks for, in the order of the list. */
export function part(list, { SHARD, SAMPLE, SEED } = env) {
  const shard = sharded(list, SHARD);
  if (!SAMPLE) return shard;
  const chance = random(Number(SEED ?? 1));
  const order = shard.map((_, at) => ({ at, key: chance() }));
  order.sort((a, b) => a.key - b.key);
  const picked = new Set(order.slice(0, Number(SAMPLE)).map(({ at }) => at));
  return shard.filter((_, at) => picked.has(at));
}

/** Every nth element, so that each part has some of every room. */
function sharded(list, shard) {
  if (!shard) return list;
  const [number, of] = shard.split("/").map(Number);
  if (!(number >= 1 && number <= of)) throw new Error(`SHARD=${shard} is not like SHARD=3/20`);
  return list.filter((_, at) => at % of === number - 1);
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32 by Tommy Ettinger, public domain). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Prints what became of the changes; whether so large a share of them was caught. */
export function report(what, { caught, survived, unbuilt }, wanted) {
  const all = caught.length + survived.length;
  const share = all === 0 ? 1 : caught.length / all;
  stdout.write(`\n${what}: ${caught.length} of ${all} caught (${(100 * share).toFixed(1)} %, `);
  stdout.write(`at least ${100 * wanted} % are wanted), ${unbuilt.length} did not build\n`);
  for (const name of survived) stdout.write(`  survived: ${name}\n`);
  return share >= wanted;
}
