// The entry for Node.js and other servers: the engine is ready when this module is imported.

import { readFileSync } from "node:fs";
import { initSync } from "./twicetold.js";

initSync({ module: readFileSync(new URL("twicetold_bg.wasm", import.meta.url)) });

export * from "./twicetold.js";
export { default } from "./twicetold.js";
