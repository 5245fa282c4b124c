import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TARGET = "wasm32-unknown-unknown";
const PDF = createRequire(import.meta.url).resolve("pdfjs-dist/legacy/build/pdf.worker.mjs");

/** The file in which Vite (`build.license`) says what it bundled; it is taken out of the bundle again. */
export const BUNDLED = "licences.json";

/** A library that is in the page, and what it says of its licence. */
interface Library {
  name: string;
  version: string;
  /** As an SPDX expression. */
  identifier?: string;
  text?: string;
}

/** Libraries that share the words of a licence. */
interface Group {
  names: Set<string>;
  notices: Set<string>;
  text: string;
  /** As the first of them says it. */
  whole: string;
}

/** Takes the libraries that Vite bundled out of what it wrote. */
export function bundledIn(files: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Library[] {
  const file = files.find(({ fileName }) => fileName === BUNDLED);
  if (file?.type !== "asset") throw new Error(`Vite wrote no ${BUNDLED}`);
  return JSON.parse(String(file.source));
}

/** The notices of all libraries in the page, as one text: who wrote what, and each licence once. */
export function licences(bundled: readonly Library[]): string {
  const groups = new Map<string, Group>();
  const all = [...bundled, ...insidePdf(), ...crates(), cldr()].sort((a, b) =>
    a.name.localeCompare(b.name, "en"),
  );
  for (const library of all) {
    const { text = "" } = library;
    const words = wordsOf(text);
    const group = groups.get(keyOf(words)) ?? {
      names: new Set(),
      notices: new Set(),
      text: words,
      whole: text.trim(),
    };
    group.names.add(`${library.name} ${library.version} (${library.identifier ?? "see below"})`);
    for (const notice of text.match(NOTICE) ?? []) group.notices.add(notice.trim());
    if (words.length > group.text.length) group.text = words;
    groups.set(keyOf(words), group);
  }
  return [...groups.values()].map(written).join(`\n\n${"–".repeat(40)}\n\n`);
}

/** A line that names who holds the rights; the licences themselves use the word without a year or a sign. */
const NOTICE = /^[ \t]*(?:copyright[ \t]+(?:\(c\)|©|\d{4})|©).*$/gim;

/** Who shares a licence, and the licence; what one library alone says stands as it says it. */
function written({ names, notices, text, whole }: Group): string {
  const head = [...names].join("\n");
  return names.size === 1 ? `${head}\n\n${whole}` : [head, [...notices].join("\n"), text].join("\n\n");
}

/** A licence without its name and without those who hold the rights. */
function wordsOf(text: string): string {
  const rest = text
    .replace(NOTICE, "")
    .replace(/^\s*(?:the )?mit license(?: \(mit\))?\s*$/gim, "")
    .replace(/^SPDX-License-Identifier:.*$/gm, "");
  return rest.replace(/\n{3,}/g, "\n\n").trim();
}

/** What is the same for licences that say the same: the Apache licence is also given by its name alone. */
function keyOf(words: string): string {
  if (/Apache License,?\s+Version 2\.0/i.test(words)) return "Apache-2.0";
  return words.toLowerCase().replace(/[^a-z]+/g, " ");
}

/** What the reader of PDF files has in it besides itself: Adobe's tables, and what helps older browsers. */
function insidePdf(): Library[] {
  const folder = join(dirname(PDF), "../..");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const tables = readFileSync(join(folder, "cmaps/LICENSE"), "utf8").replace(/^%%Copyright:[ -]*/gm, "");
  const worker = readFileSync(PDF, "utf8");
  const helper = worker.match(/version: '([\d.]+)',[^}]*?copyright: '([^']+)',\s*license: '[^']*core-js/);
  if (!helper) throw new Error("pdfjs-dist names core-js otherwise than it did: adapt www/build/licences.ts");
  return [
    { name: "Adobe CMap resources in pdfjs-dist", version, identifier: "BSD-3-Clause", text: tables },
    {
      name: "core-js in pdfjs-dist",
      version: helper[1] ?? "",
      identifier: "MIT",
      text: `${helper[2]}\n\n${wordsOf(readFileSync(join(ROOT, "LICENSE-MIT"), "utf8"))}`,
    },
  ];
}

/** What the engine's tables of languages were made of. */
function cldr(): Library {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "scripts/languages/package.json"), "utf8"));
  return {
    name: "Unicode CLDR",
    version: devDependencies["cldr-dates-full"],
    identifier: "Unicode-3.0",
    text: readFileSync(join(ROOT, "src/language/cldr/LICENSE"), "utf8"),
  };
}

interface Metadata {
  packages: {
    id: string;
    name: string;
    version: string;
    license: string;
    manifest_path: string;
    targets: { kind: string[] }[];
  }[];
  resolve: {
    root: string;
    nodes: { id: string; deps: { pkg: string; dep_kinds: { kind: string | null }[] }[] }[];
  };
}

/** The crates in the engine, itself among them, and Rust's own library. */
function crates(): Library[] {
  const given = ["metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET];
  const json = execFileSync("cargo", given, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
  const { packages, resolve }: Metadata = JSON.parse(json);
  const linked = new Set<string>();
  const follow = (id: string) => {
    const one = packages.find((each) => each.id === id);
    // Macros run while the engine is built and are not in it.
    if (!one || linked.has(id) || one.targets.some(({ kind }) => kind.includes("proc-macro"))) return;
    linked.add(id);
    for (const { pkg, dep_kinds } of resolve.nodes.find((node) => node.id === id)?.deps ?? []) {
      if (dep_kinds.some(({ kind }) => kind === null)) follow(pkg);
    }
  };
  follow(resolve.root);
  const found = packages.filter(({ id }) => linked.has(id));
  const channel =
    readFileSync(join(ROOT, "rust-toolchain.toml"), "utf8").match(/channel = "(.*)"/)?.[1] ?? "";
  const std = {
    name: "Rust’s standard library",
    version: channel,
    identifier: "MIT OR Apache-2.0",
    text: BY_NAME,
  };
  return [std, ...found.flatMap(asLibraries)];
}

/** Stands for the licence where another library brings its text. */
const BY_NAME = "Apache License, Version 2.0";

/** A crate; twice when two licences hold together. Where one may be chosen it is Apache 2.0, whose text is here anyway. */
function asLibraries({ name, version, license, manifest_path }: Metadata["packages"][number]): Library[] {
  const folder = dirname(manifest_path);
  const files = readdirSync(folder).filter((file) => /^licen[sc]e/i.test(file));
  const isChoice = files.some((file) => /apache/i.test(file));
  const wanted = files.filter((file) => /unicode/i.test(file) || !isChoice || /apache/i.test(file));
  if (wanted.length === 0) throw new Error(`${name} brings no licence`);
  return wanted.map((file) => {
    return { name, version, identifier: license, text: readFileSync(join(folder, file), "utf8") };
  });
}
