import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

const NAME = "#cmaps";
const READER = createRequire(import.meta.url).resolve("pdfjs-dist/build/pdf.mjs");
const FOLDER = new URL("../cmaps/", pathToFileURL(READER));

/**
 * Adobe's tables of characters (BSD) that PDF files in Chinese, Japanese and Korean name instead of
 * bringing their own: from codes to the glyphs of a collection, as programs commonly write them, and from
 * those to Unicode. Those for UTF-16 would take 140 kB more; a file that names one of them is told.
 */
const HELD = [
  ...["Adobe-GB1-UCS2", "Adobe-CNS1-UCS2", "Adobe-Japan1-UCS2", "Adobe-Korea1-UCS2"],
  ...["UniGB-UCS2", "UniCNS-UCS2", "UniJIS-UCS2", "UniJIS-UCS2-HW", "UniKS-UCS2"].flatMap(bothWays),
  ...["GB-EUC", "GBK-EUC", "ETen-B5", "B5pc", "90ms-RKSJ", "EUC", "KSC-EUC", "KSCms-UHC"].flatMap(bothWays),
  ...["H", "V"],
];

/** For lines from left to right and from top to bottom. */
function bothWays(name: string): string[] {
  return [`${name}-H`, `${name}-V`];
}

/** Gives the reader of PDF files `#cmaps`: the tables by file name, in base64. */
export function cmaps(): Plugin {
  return {
    name: "twicetold-cmaps",
    enforce: "pre",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const files = HELD.map((name) => `${name}.bcmap`);
      const tables = files.map((name) => [name, readFileSync(new URL(name, FOLDER)).toString("base64")]);
      return `export const cmaps = ${JSON.stringify(Object.fromEntries(tables))};`;
    },
  };
}
