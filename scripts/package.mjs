// Makes the npm package of what wasm-pack wrote to pkg/: adds the entries for Node.js and the element, its README,
// and the fields of package.json. Name, version, licence and address stay as wasm-pack took them from Cargo.toml.
//
//   node scripts/package.mjs

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FROM = join(ROOT, "npm");
const TO = join(ROOT, "pkg");

/** What each `import` of the package gives. `node` stands before `default`: the first that fits is taken. */
const EXPORTS = {
  ".": { types: "./twicetold.d.ts", node: "./node.js", default: "./twicetold.js" },
  "./element": { types: "./element/element.d.ts", default: "./element/element.js" },
  "./twicetold_bg.wasm": "./twicetold_bg.wasm",
  "./package.json": "./package.json",
};
const FILES = ["twicetold.js", "twicetold.d.ts", "twicetold_bg.wasm", "node.js", "element", "LICENSE-*"];
/** What is needed for what it does, though nothing of it is used. */
const SIDE_EFFECTS = ["./node.js", "./element/element.js", "./snippets/*"];
/** The oldest Node.js that the tests run in. */
const NODE = ">=20";

function copy(folder = "") {
  mkdirSync(join(TO, folder), { recursive: true });
  for (const entry of readdirSync(join(FROM, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copy(path);
    else copyFileSync(join(FROM, path), join(TO, path));
  }
}

/** Pieces of JavaScript that the glue imports. Others in the folder are left from earlier builds. */
function snippets() {
  const glue = readFileSync(join(TO, "twicetold.js"), "utf8");
  return [...new Set([...glue.matchAll(/from\s+['"]\.\/(snippets\/[^'"]+)['"]/g)].map(([, path]) => path))];
}

/** `written` is what wasm-pack, or this script at an earlier time, wrote. */
function manifest(written) {
  const { name, version, description, license, repository, homepage, keywords } = written;
  const said = { name, version, description, license, repository, homepage, keywords };
  return {
    ...said,
    type: "module",
    engines: { node: NODE },
    main: "./node.js",
    module: "./twicetold.js",
    types: "./twicetold.d.ts",
    exports: EXPORTS,
    files: [...FILES, ...snippets()],
    sideEffects: SIDE_EFFECTS,
  };
}

const path = join(TO, "package.json");
const written = JSON.parse(readFileSync(path, "utf8"));
copy();
writeFileSync(path, `${JSON.stringify(manifest(written), null, 2)}\n`);
