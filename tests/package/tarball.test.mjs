// The package as its users get it: packed, installed into an empty folder, and used in Node.js, by TypeScript, through
// Vite and in a plain page.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch, serveFolder, visit } from "./site.mjs";
import { asHtml, asText, LEFT, RIGHT } from "./texts.mjs";

const PKG = fileURLToPath(new URL("../../pkg/", import.meta.url));
const WEB = fileURLToPath(new URL("../../www/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "twicetold-package-"));

const run = (program, arguments_, cwd = folder) =>
  execFileSync(program, arguments_, { cwd, encoding: "utf8" });
const npm = (...arguments_) => run("npm", [...arguments_, "--no-audit", "--no-fund", "--no-update-notifier"]);

function write(path, text) {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

let packed;
let browser;

before(async () => {
  const [told] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder], PKG));
  packed = told;
  write("package.json", '{ "private": true, "type": "module" }\n');
  // It depends on nothing, so nothing is fetched.
  npm("install", "--offline", join(folder, packed.filename));
  browser = await launch("chromium");
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const TEXTS = `export const left = ${JSON.stringify(asText(LEFT))};
export const right = ${JSON.stringify(asText(RIGHT))};\n`;

test("the tarball holds what is used and nothing else", () => {
  const names = packed.files.map((file) => file.path).sort();
  const snippets = names.filter((name) => name.startsWith("snippets/"));
  assert.equal(snippets.length, 1, String(snippets));
  const element = readdirSync(new URL("../../npm/element", import.meta.url)).map((name) => `element/${name}`);
  const own = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "node.js", "package.json"];
  const engine = ["twicetold.d.ts", "twicetold.js", "twicetold_bg.wasm"];
  assert.deepEqual(names, [...own, ...engine, ...element, ...snippets].sort());
});

test("the module names no folder of the machine that built it", () => {
  const module = readFileSync(join(PKG, "twicetold_bg.wasm"), "latin1");
  assert.ok(!module.includes(homedir()), "a path of the home folder");
  assert.ok(!module.includes(fileURLToPath(new URL("../../", import.meta.url))), "a path of the project");
});

const USE = `import assert from "node:assert/strict";
import init, { compare, exportAs } from "twicetold";
import manifest from "twicetold/package.json" with { type: "json" };
import { left, right } from "./texts.js";
const { facts, passages } = compare(left, right);
const values = facts.differences.map((fact) => left.slice(fact.left.start, fact.left.end));
assert.ok(values.includes("38") && values.includes("Monday"), String(values));
assert.ok(passages.length > 0);
assert.equal(String.fromCharCode(...exportAs("docx", left, right).slice(0, 2)), "PK");
await init();
await import("twicetold/element");
await assert.rejects(import("twicetold/node.js"), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
process.stdout.write(manifest.name);
`;

test("Node.js imports it ready for use", () => {
  write("texts.js", TEXTS);
  write("use.js", USE);
  assert.equal(run(process.execPath, ["--no-warnings", "use.js"]), "twicetold");
});

const TYPED = `import init, { compare, type Comparison, type Options } from "twicetold";
import { TwiceTold } from "twicetold/element";
const options: Options = { minWords: 4 };
const found: Comparison = compare("a", "b", options);
const element: TwiceTold = document.createElement("twice-told");
element.leftText = "a";
element.addEventListener("compared", (event) => { const rows: number = event.detail.rows.length; });
// @ts-expect-error there is no such option
element.options = { words: 4 };
export { init, found };
`;

test("TypeScript finds its types", () => {
  write("typed.ts", TYPED);
  const tsc = join(WEB, "node_modules/.bin/tsc");
  const common = [
    "--noEmit",
    "--strict",
    "--target",
    "es2023",
    "--lib",
    "es2023,esnext.disposable,dom",
    "--types",
    "",
    "typed.ts",
  ];
  run(tsc, ["--module", "nodenext", ...common]);
  run(tsc, ["--module", "esnext", "--moduleResolution", "bundler", ...common]);
});

const ARTICLES = `<article id="a">${asHtml(LEFT)}</article><article id="b">${asHtml(RIGHT)}</article>`;
const page = (script) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${ARTICLES}` +
  `<twice-told left="#a" right="#b"></twice-told><p id="told"></p>${script}</html>`;
const script = (from) => `import init, { compare } from "${from}";
await init();
document.querySelector("#told").textContent = compare("Nine boats waited outside.", "Nine boats waited outside.").relation;
`;

async function shows(page) {
  await page.waitForFunction(() => document.querySelector("#told").textContent === "same", {
    timeout: 30_000,
  });
  await page.waitForFunction(() => document.querySelector("twice-told").shadowRoot?.querySelector("ins"));
}

const asked = (paths) => paths.filter((path) => path.endsWith(".wasm")).length;

test("Vite builds a page with it", async () => {
  write("site/index.html", page('<script type="module" src="./main.js"></script>'));
  write("site/main.js", `import "twicetold/element";\n${script("twicetold")}`);
  const { build } = await import(pathToFileURL(join(WEB, "node_modules/vite/dist/node/index.js")));
  await build({
    root: join(folder, "site"),
    configFile: false,
    logLevel: "error",
    build: { target: "es2022" },
  });
  const site = await serveFolder(join(folder, "site/dist/"));
  try {
    const paths = await visit(browser, site.address, shows);
    assert.equal(asked(paths), 1, "one engine for both");
    assert.ok(
      paths.every((path) => path === "/" || path.startsWith("/assets/")),
      String(paths),
    );
  } finally {
    await site.close();
  }
});

test("a plain page uses it without a bundler", async () => {
  const own = "/node_modules/twicetold/";
  const element = `<script type="module" src="${own}element/element.js"></script>`;
  write("index.html", page(`${element}<script type="module">${script(`${own}twicetold.js`)}</script>`));
  const site = await serveFolder(`${folder}/`);
  try {
    const paths = await visit(browser, site.address, shows);
    assert.equal(asked(paths), 1, "one engine for both");
    assert.ok(
      paths.every((path) => path === "/" || path.startsWith(own)),
      String(paths),
    );
  } finally {
    await site.close();
  }
});
