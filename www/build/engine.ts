import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { moduleElement } from "./packing.ts";

const PACKAGE = fileURLToPath(new URL("../../pkg/", import.meta.url));
const GLUE = `${PACKAGE}twicetold.js`;
const WASM = `${PACKAGE}twicetold_bg.wasm`;
const BYTES = "#engine-bytes";
const ELEMENT = "engine-bytes";
const EMBEDDED = fileURLToPath(new URL("../src/parts/embedded.ts", import.meta.url));

/** The element that holds the engine in a built page. */
export const engineElement = () => moduleElement(ELEMENT, readFileSync(WASM));

/**
 * Brings the engine's package into the page.
 *
 * `#engine` is the package's JavaScript, with three things taken out: the address of the wasm file, for
 * nothing is fetched; the guards that make a second start return the first instance, for after a trap a
 * fresh one is needed; and the freeing of what was collected as garbage, for by then its instance may have
 * been replaced, and the page frees what it made. `#engine-bytes` gives the wasm; a built page holds it packed
 * in an element of its own, `engineElement`.
 */
export function engine(): Plugin {
  let building = false;
  return {
    name: "twicetold-engine",
    enforce: "pre",
    configResolved(config) {
      building = config.command === "build";
    },
    buildStart() {
      if (!existsSync(GLUE) || !existsSync(WASM)) {
        this.error(
          "The engine is not built: run `wasm-pack build --release --target web` at the root first.",
        );
      }
    },
    resolveId(id) {
      if (id === "#engine") return GLUE;
      return id === BYTES ? `\0${BYTES}` : null;
    },
    load(id) {
      if (id !== `\0${BYTES}`) return null;
      this.addWatchFile(WASM);
      if (building) {
        return `import { opened } from "${EMBEDDED}"; export const bytes = () => opened("${ELEMENT}");`;
      }
      const text = readFileSync(WASM).toString("base64");
      return `export const bytes = async () => Uint8Array.from(atob("${text}"), (char) => char.charCodeAt(0));`;
    },
    transform(code, id) {
      if (id !== GLUE) return null;
      const changes: [RegExp, string][] = [
        [/if \(wasm !== undefined\) return wasm;/g, ""],
        [/if \(__wbg_init_promise === undefined\) (?=\{)/, ""],
        [/new URL\('twicetold_bg\.wasm', import\.meta\.url\)/, "undefined"],
        [/new FinalizationRegistry\(ptr => wasm\.\w+\(ptr, 1\)\)/g, "{ register() {}, unregister() {} }"],
      ];
      if (changes.some(([part]) => code.search(part) < 0)) {
        this.error("wasm-bindgen writes another glue than it did: adapt www/build/engine.ts.");
      }
      return { code: changes.reduce((rest, [part, by]) => rest.replace(part, by), code), map: null };
    },
  };
}
