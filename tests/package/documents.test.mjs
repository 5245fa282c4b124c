// The documents of the repository and those that leave it: every link leads somewhere, and the repository's own address stands
// in Cargo.toml alone.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { relinked, write } from "../../scripts/documents.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ADDRESS = "https://forge.test/somebody/some-name";
/** Pages of where a repository is kept, as a file of a branch there links to them. */
const RELEASES = /^releases\/latest(\/download\/twicetold(-meaning\.html|\.(html|meaning)))?$/;

/** The targets of a document's links, outside of code. */
function targets(text) {
  const prose = text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, "")
    .replace(/^ {4}.*$/gm, "")
    .replace(/`[^`\n]*`/g, "");
  const links = [...prose.matchAll(/\]\(([^()\s]+)\)/g), ...prose.matchAll(/(?:src|srcset|href)="([^"]+)"/g)];
  return links.map(([, target]) => target);
}

/** The anchors of a document: its headings as forges name them. */
function anchors(text) {
  const titles = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1"),
  );
  return titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}

/** Whether a link of a file in a folder leads to something there. */
function leads(folder, path, target) {
  const [file, anchor] = target.split("#");
  const meant = file === "" ? path : posix.join(posix.dirname(path), file);
  if (!existsSync(join(folder, meant))) return false;
  return (
    !anchor || !meant.endsWith(".md") || anchors(readFileSync(join(folder, meant), "utf8")).includes(anchor)
  );
}

const isElsewhere = (target) => /^(https?|mailto):/.test(target);

test("links between the documents lead somewhere", () => {
  const tracked = execFileSync("git", ["ls-files", "-z", "--", "*.md"], { cwd: ROOT, encoding: "utf8" });
  const documents = tracked.split("\0").filter((path) => path && !/^(src|tests|fuzz|\.github)\//.test(path));
  assert.ok(documents.length > 20, String(documents));
  const links = documents.flatMap((path) =>
    targets(readFileSync(join(ROOT, path), "utf8")).map((target) => ({ path, target })),
  );
  assert.ok(links.length > 100, String(links.length));
  const broken = links
    .filter(({ path, target }) => !isElsewhere(target) && !leads(ROOT, path, target))
    // Above the repository: shown as /owner/name/blob/branch/path.
    .filter(({ path, target }) => !RELEASES.test(posix.join("blob/branch", posix.dirname(path), target)));
  assert.deepEqual(broken, []);
});

/** All files of a folder. */
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());

function withArchive(address, look) {
  const folder = mkdtempSync(join(tmpdir(), "twicetold-documents-"));
  try {
    write(folder, "1.2.3", address);
    const documents = filesOf(folder).filter((path) => path.endsWith(".md"));
    look(
      folder,
      documents.map((path) => ({ path, links: targets(readFileSync(join(folder, path), "utf8")) })),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("documents of the archive lead to what is in it, and nowhere else where no address is set", () => {
  withArchive(null, (folder, documents) => {
    assert.ok(documents.some(({ path, links }) => path === "README.md" && links.includes("docs/exports.md")));
    const broken = documents.flatMap(({ path, links }) =>
      links
        .filter((link) => !isElsewhere(link) && !leads(folder, path, link))
        .map((link) => `${path}: ${link}`),
    );
    assert.deepEqual(broken, []);
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    assert.match(readme, /^A release has the program/m);
    for (const path of ["docs/recipes/prose.sh", "examples/spark/corpus.py"])
      assert.ok(existsSync(join(folder, path)));
  });
});

test("documents of the archive lead to the repository where its address is set", () => {
  withArchive(ADDRESS, (folder, documents) => {
    const all = documents.flatMap(({ path, links }) => links.map((link) => [path, link]));
    assert.ok(all.some(([, link]) => link === `${ADDRESS}/releases/latest`));
    for (const [path, link] of all) {
      if (!link.startsWith(ADDRESS))
        assert.ok(isElsewhere(link) || leads(folder, path, link), `${path}: ${link}`);
      else if (!link.includes("/releases/")) {
        const file = link.slice(`${ADDRESS}/blob/v1.2.3/`.length).split("#")[0];
        assert.ok(existsSync(join(ROOT, file)), `${path}: ${link}`);
      }
    }
  });
});

test("only links are rewritten", () => {
  const places = { "a/b.md": "b.md", "c.md": "d/c.md" };
  const text =
    "[c](../c.md#x) [`x`](../e.md) [y](#z) [w](https://example.org/)\n\n    [c](../c.md)\n```\n[c](../c.md)\n```\n";
  const rest = "[y](#z) [w](https://example.org/)\n\n    [c](../c.md)\n```\n[c](../c.md)\n```\n";
  assert.equal(relinked(text, "a/b.md", places, null, "1"), `[c](d/c.md#x) \`x\` ${rest}`);
  const address = "https://example.org/n";
  assert.equal(
    relinked(text, "a/b.md", places, address, "1"),
    `[c](d/c.md#x) [\`x\`](${address}/blob/v1/e.md) ${rest}`,
  );
});

test("the package's document leads to nothing outside of it", () => {
  const links = targets(readFileSync(join(ROOT, "npm/README.md"), "utf8"));
  const outside = links.filter((link) => !isElsewhere(link) && !link.startsWith("#"));
  assert.deepEqual(outside, []);
});
