// Moves every numeric constant of the rooms up and down by a fifth, one at a time, in a copy of the sources,
// and tells which moves no test notices.
//
//   node scripts/thresholds.mjs           all of them; scripts/rooms.mjs tells how to ask for a part
//   node scripts/thresholds.mjs --list    their names alone

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process, { argv, exit, kill, stdout } from "node:process";
import { BUILD, files, part, ROOT, report, TESTS } from "./rooms.mjs";

/** Share of the moves that tests have to catch. */
const WANTED = 0.8;

/** By how much a constant is moved, as a share of it; a whole number by at least one. */
const BY = 0.2;

/** Least seconds that the tests may take, and how many times as long as without a change. */
const SECONDS = 60;
const TIMES = 10;

/** Seconds that a build may take, the first with all libraries. */
const BUILD_SECONDS = 1800;

/** A constant at the top level: what stands before its value, its name, its type, its value. */
const CONSTANT = /^((?:pub(?:\([a-z]+\))? )?const ([A-Z_0-9]+): (\(?[a-z0-9, ]+\)?) = )([^;]+);/gm;

/** A number as Rust writes it, not part of a name; one may be shifted. */
const NUMBER = /(?<![\w.])(\d[\d_]*(?:\.\d+)?(?:e-?\d+)?)(?: << (\d+))?/g;

/** Every move of every constant: where, what it is called, and the text of the file without and with it. */
function moves(file) {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found = [];
  for (const constant of text.matchAll(CONSTANT)) {
    const [, before, name, type, value] = constant;
    for (const number of value.matchAll(NUMBER)) {
      for (const moved of both(number, type.includes("f"))) {
        const at = constant.index + before.length + number.index;
        const after = text.slice(at + number[0].length);
        const line = text.slice(0, at).split("\n").length;
        found.push({
          file,
          name: `${file}:${line}: ${name} ${number[0]} -> ${moved}`,
          text,
          changed: text.slice(0, at) + moved + after,
        });
      }
    }
  }
  return found;
}

/** A number of Rust moved up and down. */
function both([, digits, shift], isFloat) {
  const value = Number(digits.replaceAll("_", "")) * 2 ** Number(shift ?? 0);
  if (isFloat) return [1 + BY, 1 - BY].map((by) => float(value * by));
  const up = Math.max(value + 1, Math.round(value * (1 + BY)));
  const down = Math.max(0, Math.min(value - 1, Math.round(value * (1 - BY))));
  return [up, down].filter((moved) => moved !== value).map(String);
}

/** Nine digits, with a point. */
function float(value) {
  const text = String(Number(value.toPrecision(9)));
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A copy of all that Git knows or would take, so that the sources here stay as they are. */
function copy() {
  const tree = mkdtempSync(join(tmpdir(), "twicetold-thresholds-"));
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const names = execFileSync("git", list, { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);
  for (const name of names) {
    try {
      cpSync(join(ROOT, name), join(tree, name));
    } catch (error) {
      // Git still knows a file that was deleted.
      if (error.code !== "ENOENT") throw error;
    }
  }
  return tree;
}

let child;

/** Runs cargo in the copy: its code, or "late" when it takes too long. All that it started ends with it. */
function cargo(tree, args, seconds) {
  return new Promise((resolve) => {
    let late = false;
    // A group of its own: a test that runs for ever is no child of ours.
    child = spawn("cargo", args, {
      cwd: tree,
      env: { ...BUILD, CARGO_TARGET_DIR: join(ROOT, "target/thresholds") },
      stdio: "ignore",
      detached: true,
    });
    const timer = setTimeout(() => {
      late = true;
      kill(-child.pid, "SIGKILL");
    }, seconds * 1000);
    child.on("close", (code) => {
      clearTimeout(timer);
      child = undefined;
      resolve(late ? "late" : code);
    });
  });
}

/** What becomes of the tests of a copy: `caught`, `survived` or `unbuilt`. */
async function outcome(tree, seconds) {
  for (const tests of TESTS) {
    const run = (...more) => ["test", "--quiet", "--locked", ...more, ...tests];
    if ((await cargo(tree, run("--no-run"), BUILD_SECONDS)) !== 0) return "unbuilt";
    if ((await cargo(tree, run(), seconds)) !== 0) return "caught";
  }
  return "survived";
}

async function all(tree, chosen) {
  const unchanged = await outcome(tree, BUILD_SECONDS);
  if (unchanged !== "survived") throw new Error(`Without any change: ${unchanged}. Do the tests pass?`);
  const begun = Date.now();
  await outcome(tree, BUILD_SECONDS);
  const seconds = Math.max(SECONDS, (TIMES * (Date.now() - begun)) / 1000);
  const found = { caught: [], survived: [], unbuilt: [] };
  for (const [at, move] of chosen.entries()) {
    writeFileSync(join(tree, move.file), move.changed);
    const what = await outcome(tree, seconds);
    writeFileSync(join(tree, move.file), move.text);
    found[what].push(move.name);
    stdout.write(`${at + 1}/${chosen.length} ${what.padEnd(8)} ${move.name}\n`);
  }
  return found;
}

const chosen = part(files().flatMap(moves));
if (argv.includes("--list")) {
  for (const { name } of chosen) stdout.write(`${name}\n`);
  exit(0);
}
stdout.write(`${chosen.length} moves of thresholds\n`);
const tree = copy();
process.on("exit", () => {
  if (child) kill(-child.pid, "SIGKILL");
  rmSync(tree, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => exit(1));
const found = await all(tree, chosen);
exit(report("thresholds", found, WANTED) ? 0 : 1);
