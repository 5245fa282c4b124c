// Writes the documents that go with the program into a folder, so that their links lead somewhere there: to a document
// beside them, else to the repository, whose address stands in Cargo.toml. Where none is set such a link is its words alone.
//
//   node scripts/documents.mjs FOLDER VERSION

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { argv, exit, stderr } from "node:process";
import { fileURLToPath } from "node:url";
import { addressIn } from "./address.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What is copied: from where in the repository, to where in the folder. */
const DOCUMENTS = {
  "cli/README.md": "README.md",
  "docs/exports.md": "docs/exports.md",
  "docs/corpus.md": "docs/corpus.md",
  "docs/meaning.md": "docs/meaning.md",
  "docs/pull-requests.md": "docs/pull-requests.md",
  "docs/measurements.md": "docs/measurements.md",
  "docs/comparison.schema.json": "docs/comparison.schema.json",
  "docs/statements.schema.json": "docs/statements.schema.json",
};
/** What is copied with all that is in it. */
const FOLDERS = { "docs/recipes": "docs/recipes", "examples/spark": "examples/spark" };
/** A link of Markdown, or a line that is none of its text: a fence, a block that is indented. */
const LINK = /\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)/g;
const FENCE = /^(```|~~~)/;
const CODE = /^ {4}/;

/**
 * The text of a document of the repository as it is in the folder. `places`: where each file that goes with it stands there;
 * `address`: of the repository, without a slash at its end; `null` if there is none.
 */
export function relinked(text, path, places, address, version) {
  let isFenced = false;
  const line = (one) => {
    if (FENCE.test(one)) isFenced = !isFenced;
    if (isFenced || CODE.test(one)) return one;
    return one.replace(LINK, (link, words, target) => {
      const to = targetOf(target, path, places, address, version);
      return to === target ? link : to === null ? words : `[${words}](${to})`;
    });
  };
  return text.split("\n").map(line).join("\n");
}

function targetOf(target, path, places, address, version) {
  if (/^([a-z]+:|#)/i.test(target)) return target;
  const [file, anchor] = target.split(/(?=#)/);
  const meant = posix.normalize(posix.join(posix.dirname(path), file));
  if (Object.hasOwn(places, meant))
    return posix.relative(posix.dirname(places[path]), places[meant]) + (anchor ?? "");
  if (address === null) return null;
  // Above the repository are pages of where it is kept, as its releases: a file of a branch is shown two folders below.
  const above = meant.match(/^\.\.\/\.\.\/(.*)$/);
  return above ? `${address}/${above[1]}` : `${address}/blob/v${version}/${meant}${anchor ?? ""}`;
}

/** The places of all that is copied. */
function placesOfAll() {
  const places = { ...DOCUMENTS };
  for (const [from, to] of Object.entries(FOLDERS))
    for (const name of readdirSync(join(ROOT, from))) places[`${from}/${name}`] = `${to}/${name}`;
  return places;
}

export function write(folder, version, address = addressIn(ROOT)) {
  const places = placesOfAll();
  for (const [from, to] of Object.entries(places)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    if (!from.endsWith(".md")) cpSync(join(ROOT, from), join(folder, to));
    else {
      const text = readFileSync(join(ROOT, from), "utf8");
      writeFileSync(join(folder, to), relinked(text, from, places, address, version));
    }
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, version] = argv.slice(2);
  if (!folder || !version) {
    stderr.write("node scripts/documents.mjs FOLDER VERSION\n");
    exit(1);
  }
  write(folder, version);
}
