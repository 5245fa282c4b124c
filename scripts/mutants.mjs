// Changes operators, comparisons and booleans one at a time with cargo-mutants, in a copy of the sources, and
// tells which changes no test notices. What replaces whole bodies of functions is left out.
//
//   node scripts/mutants.mjs    all of them take hours; scripts/rooms.mjs tells how to ask for a part

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exit, stdout } from "node:process";
import { BUILD, files, part, ROOT, report, TESTS } from "./rooms.mjs";

/** Share of the changes that tests have to catch. */
const WANTED = 0.85;

/** What cargo-mutants calls the changes that count. */
const COUNTED = /: (replace [^\w\s()]+ with [^\w\s()]+ in |delete [!-] in |replace match guard )/;

const OUT = join(ROOT, "target/mutants");

/** The names of all changes, as `file:line:column: what in function`. */
function names() {
  const rooms = files().flatMap((file) => ["--file", file]);
  const list = execFileSync("cargo", ["mutants", "--list", ...rooms], { cwd: ROOT, encoding: "utf8" });
  return list.split("\n").filter(counts);
}

const counts = (name) => COUNTED.test(name);

const escaped = (name) => `^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;

/** Makes the changes one at a time and runs some tests. */
function run(chosen, tests) {
  mkdirSync(OUT, { recursive: true });
  const args = ["mutants", "-j1", "--cap-lints", "true", "--output", OUT];
  const rooms = files().flatMap((file) => ["--file", file]);
  const which = chosen.flatMap((name) => ["--re", escaped(name)]);
  const { status } = spawnSync("cargo", [...args, ...rooms, ...which, "--", "--locked", ...tests], {
    cwd: ROOT,
    env: BUILD,
    stdio: "inherit",
  });
  // 2: some were missed. 3: some ran out of time.
  if (![0, 2, 3].includes(status)) exit(status ?? 1);
}

/** The changes in a file that cargo-mutants wrote. It also takes fields away, whatever it is asked for. */
function lines(name) {
  const text = readFileSync(join(OUT, "mutants.out", `${name}.txt`), "utf8");
  return text.split("\n").filter(counts);
}

const chosen = part(names());
stdout.write(`${chosen.length} changes of operators\n`);
const found = { caught: [], survived: chosen, unbuilt: [] };
for (const tests of TESTS) {
  if (found.survived.length === 0) break;
  run(found.survived, tests);
  // A change that makes a test run for ever is noticed.
  found.caught.push(...lines("caught"), ...lines("timeout"));
  found.unbuilt.push(...lines("unviable"));
  found.survived = lines("missed");
}
exit(report("operators", found, WANTED) ? 0 : 1);
