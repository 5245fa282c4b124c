import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SAMPLES = resolve(ROOT, "www/articles");
const NAME = "#articles";

/** The most articles a page carries: as many as it takes at once from a folder. */
const MOST = 200;

/**
 * Gives the page `#articles`: the texts it carries, by file name, and whether they are its own samples.
 * They are the `.txt` files of the folder that the environment variable ARTICLES names, seen from the
 * root of the repository; without one, the samples.
 */
export function articles(): Plugin {
  const folder = resolve(ROOT, process.env.ARTICLES || SAMPLES);
  return {
    name: "twicetold-articles",
    enforce: "pre",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const files = read(folder, (problem) => this.error(problem));
      return `export const files = ${JSON.stringify(files)}; export const own = ${folder === SAMPLES};`;
    },
  };
}

function read(folder: string, fail: (problem: string) => never): [name: string, text: string][] {
  if (!existsSync(folder)) fail(`ARTICLES: there is no folder ${folder}`);
  const names = readdirSync(folder).filter((name) => /^[^.].*\.txt$/i.test(name));
  if (names.length === 0) fail(`ARTICLES: there is no .txt file in ${folder}`);
  if (names.length > MOST)
    fail(`ARTICLES: ${names.length} files in ${folder}, and a page carries ${MOST} at most`);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return names.sort().map((name) => {
    try {
      return [name, decoder.decode(readFileSync(resolve(folder, name)))];
    } catch {
      return fail(`ARTICLES: ${name} is not UTF-8; save it as that`);
    }
  });
}
