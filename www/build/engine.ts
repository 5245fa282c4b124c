import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import type { Plugin } from "vite";

const PACKAGE = fileURLToPath(new URL("../../pkg/", import.meta.url));
const GLUE = `${PACKAGE}twicetold.js`;
const WASM = `${PACKAGE}twicetold_bg.wasm`;
const BYTES = "#engine-bytes";

/**
 * Brings the engine's package into the page.
 *
 * `#engine` is the package's JavaScript, with two things taken out: the address of the wasm file, for
 * nothing is fetched, and the guard that makes a second start return the first instance, for after a
 * trap a fresh one is needed. `#engine-bytes` is the wasm, deflated and in base64: a third of its size.
 */
export function engine(): Plugin {
  return {
    name: "twicetold-engine",
    enforce: "pre",
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
      const deflated = deflateRawSync(readFileSync(WASM), { level: 9 });
      return `export default "${deflated.toString("base64")}"`;
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
