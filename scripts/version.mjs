// Holds that all parts have one version, and a tag, if one is given, names it.
//
//   node scripts/version.mjs [v0.1.0]

import { readFileSync } from "node:fs";
import { argv, exit, stderr, stdout } from "node:process";

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const inToml = (path) => read(path).match(/^version = "([^"]+)"/m)?.[1];

const versions = {
  "Cargo.toml": inToml("Cargo.toml"),
  "cli/Cargo.toml": inToml("cli/Cargo.toml"),
  "the engine in cli/Cargo.toml": read("cli/Cargo.toml").match(/^twicetold = .*version = "([^"]+)"/m)?.[1],
  "the encoder in cli/Cargo.toml": read("cli/Cargo.toml").match(
    /^twicetold-encoder = .*version = "([^"]+)"/m,
  )?.[1],
  "encoder/Cargo.toml": inToml("encoder/Cargo.toml"),
  "www/package.json": JSON.parse(read("www/package.json")).version,
};
if (argv[2]) versions["the tag"] = argv[2].replace(/^v/, "");

const [first] = Object.values(versions);
for (const [where, version] of Object.entries(versions)) {
  if (version === first) continue;
  stderr.write(`${where} says version ${version}, Cargo.toml ${first}\n`);
  exit(1);
}
stdout.write(`version ${first}\n`);
