import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import type { Plugin } from "vite";
import { pack } from "./packing.ts";

const PACKAGE = fileURLToPath(new URL("../../pkg/", import.meta.url));
const GLUE = `${PACKAGE}twicetold.js`;
const WASM = `${PACKAGE}twicetold_bg.wasm`;
const BYTES = "#engine-bytes";
const ELEMENT = "engine-bytes";

function packedEngine(): { text: string; length: number } {
  const deflated = deflateRawSync(readFileSync(WASM), { level: 9 });
  return { text: pack(deflated), length: deflated.length };
}

/** The element that holds the engine in a built page. Not a script to browsers, for its type is none. */
export function engineElement(): string {
  return `<script type="application/octet-stream" id="${ELEMENT}">${packedEngine().text}</script>`;
}

/**
 * Brings the engine's package into the page.
 *
 * `#engine` is the package's JavaScript, with two things taken out: the address of the wasm file, for
 * nothing is fetched, and the guard that makes a second start return the first instance, for after a
 * trap a fresh one is needed. `#engine-bytes` is the wasm, deflated and
 * packed as text; a built page holds the text in an element of its own, `engineElement`.
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
      const { text, length } = packedEngine();
      if (!building) return `export const length = ${length}; export const text = ${JSON.stringify(text)};`;
      return `export const length = ${length}; export const text = globalThis.document?.getElementById("${ELEMENT}")?.textContent ?? "";`;
    },
    transform(code, id) {
      if (id !== GLUE) return null;
      const guard = /if \(wasm !== undefined\) return wasm;/g;
      const address = /new URL\('twicetold_bg\.wasm', import\.meta\.url\)/;
      if (!guard.test(code) || !address.test(code)) {
        this.error("wasm-bindgen writes another glue than it did: adapt www/build/engine.ts.");
      }
      return { code: code.replace(guard, "").replace(address, "undefined"), map: null };
    },
  };
}
