// The address of this project: it stands in Cargo.toml alone, and all packages take it from there.
//
//   node scripts/address.mjs                       holds that it stands nowhere else, and says what it is
//   node scripts/address.mjs https://host/a/name   sets it

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, exit, stderr, stdout } from "node:process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const HELD_IN = "Cargo.toml";
const INHERITED = "repository.workspace = true";
const SET = /^\[workspace\.package\]\nrepository = "([^"]*)"\n/m;
/** An address that ends with the project's name, as it would be in a link. */
const OWN = /https?:\/\/(?!localhost|127\.)[\w.-]+\/[\w./-]*twicetold\b/gi;

const read = (path) => readFileSync(join(ROOT, path), "utf8");

function fail(message) {
  stderr.write(`${message}\n`);
  exit(1);
}

/** The address in the Cargo.toml of a folder; null if none is set. */
export function addressIn(folder) {
  return readFileSync(join(folder, HELD_IN), "utf8").match(SET)?.[1] ?? null;
}

/** Members of the workspace that are published, and the engine. */
function manifests() {
  const [, members] = read(HELD_IN).match(/^members = \[([^\]]*)\]/m);
  const paths = [...members.matchAll(/"([^"]+)"/g)].map(([, member]) => `${member}/Cargo.toml`);
  return [HELD_IN, ...paths].filter((path) => !/^publish = false/m.test(read(path)));
}

function set(address) {
  if (!/^https:\/\/[\w.-]+(\/[\w.-]+)+$/.test(address))
    fail("an address begins with https:// and has a path");
  const part = `[workspace.package]\nrepository = "${address}"\n`;
  const all = read(HELD_IN);
  const changed = SET.test(all)
    ? all.replace(SET, part)
    : all.replace("[workspace]\n", `${part}\n[workspace]\n`);
  writeFileSync(join(ROOT, HELD_IN), changed);
  for (const path of manifests()) {
    const manifest = read(path);
    if (manifest.includes(INHERITED)) continue;
    writeFileSync(join(ROOT, path), manifest.replace(/^(license = .*\n)/m, `$1${INHERITED}\n`));
  }
}

/** All files of the project, by Git. */
const listed = () => execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0");

function check() {
  const address = addressIn(ROOT);
  const tracked = existsSync(join(ROOT, ".git")) ? listed() : [];
  const text = tracked.filter((path) => /\.(md|toml|ya?ml|json|mjs|js|ts|tsx|rs|html|sh)$/.test(path));
  const others = text.filter((path) => path !== HELD_IN && existsSync(join(ROOT, path)));
  const found = others.flatMap((path) => {
    const links = read(path).match(OWN) ?? [];
    if (address && read(path).includes(address)) links.push(address);
    return links.map((one) => `${path}: ${one}`);
  });
  const literal = manifests().filter((path) =>
    /^(repository|homepage) = /m.test(path === HELD_IN ? "" : read(path)),
  );
  if (found.length > 0) fail(`the address belongs into ${HELD_IN} alone:\n${found.join("\n")}`);
  if (literal.length > 0) fail(`${literal.join(", ")}: write ${INHERITED}`);
  stdout.write(
    address ? `the address is ${address}\n` : "no address is set: node scripts/address.mjs https://…\n",
  );
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  if (argv[2]) set(argv[2]);
  check();
}
