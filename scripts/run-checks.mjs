// Runs make targets one after the other and adds up what passed and what failed.
//
//   node scripts/run-checks.mjs check-format test-engine ...
//
// A target that prints no counts (a lint, a build) is one check. Ends with `N passed, N failed` on a
// line of its own, and with a failing exit code when anything failed.

import { spawn } from "node:child_process";
import { argv, env, exit, stdout } from "node:process";
import { stripVTControlCharacters } from "node:util";

// What the test runners print, each line once for every group of tests.
const COUNTS = [
  { of: /^test result: \S+ (\d+) passed; (\d+) failed/, passed: 1, failed: 2 }, // cargo, wasm-bindgen
  { of: /^\s*Tests\s.*?(\d+) passed/, passed: 1 }, // vitest
  { of: /^\s*Tests\s.*?(\d+) failed/, failed: 1 },
  { of: /^\S+ pass (\d+)$/, passed: 1 }, // node:test
  { of: /^\S+ fail (\d+)$/, failed: 1 },
  { of: /^\S+ cancelled (\d+)$/, failed: 1 },
];

/** The counts in the output of one target. */
export function count(output) {
  const sum = { passed: 0, failed: 0 };
  for (const line of stripVTControlCharacters(output).split(/\r?\n/)) {
    for (const { of, passed, failed } of COUNTS) {
      const found = line.match(of);
      if (found && passed) sum.passed += Number(found[passed]);
      if (found && failed) sum.failed += Number(found[failed]);
    }
  }
  return sum;
}

function run(target) {
  return new Promise((resolve) => {
    const child = spawn(env.MAKE ?? "make", ["--no-print-directory", target], {
      stdio: ["inherit", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        output += text;
        stdout.write(text);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

async function runAndCount(target) {
  stdout.write(`\n== ${target}\n`);
  const begun = Date.now();
  const { code, output } = await run(target);
  const { passed, failed } = count(output);
  const seconds = Math.round((Date.now() - begun) / 1000);
  // A target that failed has failed at least once, whatever it printed before.
  if (code !== 0) return { target, passed, failed: Math.max(failed, 1), seconds };
  return { target, passed: Math.max(passed, 1), failed, seconds };
}

async function main(targets) {
  const results = [];
  for (const target of targets) results.push(await runAndCount(target));
  stdout.write("\n");
  for (const { target, passed, failed, seconds } of results) {
    stdout.write(
      `${failed ? "FAILED" : "ok    "}  ${target.padEnd(24)} ${passed} passed, ${failed} failed (${seconds} s)\n`,
    );
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
  exit(sum("failed") === 0 && results.length > 0 ? 0 : 1);
}

await main(argv.slice(2));
